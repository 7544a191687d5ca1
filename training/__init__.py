"""How the trained parts of dragoman are made. No runtime room imports this."""
