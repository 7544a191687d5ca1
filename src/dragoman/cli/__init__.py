"""One file per command: it parses, asks the desk, prints. Nothing heavy is imported before a command is called."""
