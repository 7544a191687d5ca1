"""The course of a relationship as typed steps, and which past courses it is like."""

from dragoman.precedents.course import course_of
from dragoman.precedents.courses import gather_all, named_courses, other_courses
from dragoman.precedents.find import precedents
from dragoman.precedents.nouns import Course, Precedent, Precedents

__all__ = [
    "Course", "Precedent", "Precedents", "course_of", "gather_all", "named_courses", "other_courses", "precedents",
]  # fmt: skip
