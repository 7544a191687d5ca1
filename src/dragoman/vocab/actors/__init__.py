"""Who can act, as tables: states, names, organisations, sectors, offices and their holders (see FORMAT.md)."""
