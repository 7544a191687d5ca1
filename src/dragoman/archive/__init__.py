"""Bulk work: a table in, a file of results out, in input order; bad rows are kept aside."""
