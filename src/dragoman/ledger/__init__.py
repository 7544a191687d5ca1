"""Treaties in force on a day, obligations, levels."""
