"""What words mean, as data; loading and checking it."""
