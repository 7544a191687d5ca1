"""The only room that loads spaCy: pipeline, sentences, actor mentions, time expressions."""
