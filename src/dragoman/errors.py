"""The error tree.

    DragomanError                what every caller may catch
    ├── SettingsError            a setting is unknown or has a bad value
    ├── UsageError               a command was called in a way that cannot work
    ├── VocabError               the vocabulary is malformed: file, line, key
    ├── PageError                a page cannot be read: not text, empty, too large
    ├── InputError               one line of an input table is bad: file, line
    │   └── DateError            a date is none, or not of the kind that is wanted
    ├── OutputError              a file cannot be written: file, why
    ├── ArchiveError             bulk work came to a stop: a process died
    ├── LanguageError            the trained pipeline is missing or damaged
    ├── RecordError              the desk's database cannot be used
    ├── TreatyError              a treaty file is malformed: file, line
    ├── LinesError               the desk's red lines are malformed: file, line, key
    └── WebhookError             moves could not be sent: the address, and why

Every message says what happened, where, and, behind a semicolon, what to do.
Only `cli` prints and sets an exit status.
"""


class DragomanError(Exception):
    """Root of all errors that dragoman raises on purpose."""


class SettingsError(DragomanError, ValueError):
    """A setting is unknown or its value does not fit."""


class UsageError(DragomanError, ValueError):
    """A command was called in a way that cannot work."""


class VocabError(DragomanError, ValueError):
    """The vocabulary is malformed; names file, line and key."""


class PageError(DragomanError, ValueError):
    """A page cannot be read; names the page."""


class InputError(DragomanError, ValueError):
    """One line of an input table is bad; names file and line."""


class DateError(InputError):
    """A date is none, or not of the kind that is wanted; names what was given."""


class OutputError(DragomanError, ValueError):
    """A file cannot be written; names the file and why."""


class ArchiveError(DragomanError, RuntimeError):
    """Bulk work came to a stop; nothing was written."""


class LanguageError(DragomanError, RuntimeError):
    """The trained pipeline is missing or damaged."""


class RecordError(DragomanError, RuntimeError):
    """The desk's database cannot be used."""


class TreatyError(DragomanError, ValueError):
    """A treaty file is malformed; names file, line and key."""


class LinesError(DragomanError, ValueError):
    """The desk's file of red lines is malformed; names file, line and key."""


class WebhookError(DragomanError, RuntimeError):
    """Moves could not be sent; names the address and why."""
