"""Bulk work: a table of stories in, a file of readings out, in input order."""
