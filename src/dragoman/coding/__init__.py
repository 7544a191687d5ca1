"""Parsed text becomes claims: events, status and holder, ordinals, treaty and level claims."""
