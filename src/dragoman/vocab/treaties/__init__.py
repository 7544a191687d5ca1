"""The shipped treaties: tables of facts, each with its source, and their checks. `FORMAT.md` explains the columns."""
