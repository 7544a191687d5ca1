"""A raw page becomes a Document: clutter gone, title, section, source and date read."""

from dragoman.intake.folders import find_pages
from dragoman.intake.page import read_page, read_page_with_notices, read_path

__all__ = ["find_pages", "read_page", "read_page_with_notices", "read_path"]
