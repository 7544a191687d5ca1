"""Red lines and alarm."""
