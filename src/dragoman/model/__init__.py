"""The nouns: frozen, typed, no input or output."""
