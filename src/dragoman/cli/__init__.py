"""One file per command, each a thin wrapper round a plain function."""
