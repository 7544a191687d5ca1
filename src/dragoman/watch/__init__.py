"""Red lines and alarm: has a line been crossed, is a relationship in trouble."""
