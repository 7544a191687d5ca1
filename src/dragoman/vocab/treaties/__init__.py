"""The shipped treaties: tables of facts, each with its source, and their checks. `FORMAT.md` says what a column means."""
