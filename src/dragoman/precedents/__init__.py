"""The course of a relationship as typed steps, and which past courses it is like."""
