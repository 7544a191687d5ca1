"""Who can act, as tables: states, names, organisations, sectors, offices and who held them. FORMAT.md says what each column means."""
