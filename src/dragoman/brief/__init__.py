"""The brief as text, HTML and JSON."""
