"""Claims besides events: counts that a page states, treaties, levels of a relationship."""
