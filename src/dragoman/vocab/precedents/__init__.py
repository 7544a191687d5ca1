"""The kinds of steps, what it costs to hold one against another, and the named courses, as data."""
