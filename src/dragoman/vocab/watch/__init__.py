"""What the watch goes by, as data. `FORMAT.md` explains the files."""
