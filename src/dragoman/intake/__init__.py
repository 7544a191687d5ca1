"""A raw page becomes a Document: clutter gone, title, section, source and date read."""
