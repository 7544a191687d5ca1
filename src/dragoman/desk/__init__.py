"""What a person asks for: `Desk` has one method a question; command line, web and notebooks ask through it."""

from dragoman.desk.desk import Desk

__all__ = ["Desk"]
