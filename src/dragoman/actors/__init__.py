"""Actor mentions: names found in a text, noun phrases read as actors, references followed inside a document."""
