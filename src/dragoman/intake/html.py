"""An HTML page taken apart: trafilatura finds the body, our own pass reads the rest and cleans what it left."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from dragoman.intake.breadcrumbs import breadcrumb_of
from dragoman.intake.facts import PageFacts
from dragoman.intake.layout import lines_of
from dragoman.intake.metadata import read_facts
from dragoman.intake.plain import Aside, Line, PlainPage, PlainReader
from dragoman.intake.sections import Sections
from dragoman.intake.shapes import ends_sentence, looks_like_body, plain_form
from dragoman.model.reading import Notice
from dragoman.vocab import Vocabulary

_SILENT = ("style", "noscript", "template", "svg", "math", "iframe", "object", "select")
_SCRIPTS = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_DATA = "application/ld+json"
_PARAGRAPHS = frozenset(["p", "li", "blockquote", "pre", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6"])
_BLOCKS = _PARAGRAPHS | frozenset(
    (
        *("body", "div", "ul", "ol", "dl", "table", "tr", "td", "th", "section", "article", "header", "footer"),
        *("nav", "aside", "main", "figure", "figcaption", "form", "fieldset", "label", "button", "hr", "address"),
        "time",
    )
)

_LIVE = "LiveBlogPosting"
"""The schema.org type of a page that tells hour by hour."""
_BREAK = "\x1e"
"""Stands for a line break inside an element; no page has this sign in its text."""
_CONSENT = re.compile(r"(?i)(?:\b|_)(?:cookies?|consent|gdpr|onetrust|didomi|cmp)(?:\b|[-_])")
"""Classes and names of the boxes that ask for consent."""
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)")

LEAST_SHARE = 0.4
"""Where trafilatura keeps less than this share of the running text our own pass sees, it lost the body."""

SURE_WORDS = 4
"""A visible row of fewer words counts as extracted only when a whole line of the extraction equals it."""


@dataclass(frozen=True)
class _Row:
    """A stretch of visible text and the number of the element whose paragraph it is."""

    line: Line
    container: int


def read_html(text: str, vocabulary: Vocabulary) -> tuple[PlainPage, PageFacts, tuple[Notice, ...]]:
    """Take an HTML page apart; return the page, what its head says, and notices.

    Nothing is fetched or run: scripts are dropped unread, and the parser knows no network and no external entities.
    A page too broken to parse, or with no running text in it, is read as the plain text between its tags.
    """
    tree, reader = _parse(text), vocabulary.made(PlainReader)
    rows = [] if tree is None else _visible_rows(tree, vocabulary)
    if not any(looks_like_body(row.line.text) for row in rows):
        page = reader.take_apart(lines_of(_between_tags(text)))
        return page, PageFacts(), (Notice("no running text"),)
    facts = read_facts(tree, text, vocabulary)
    if _LIVE in facts.types:
        rows = _visible_rows(tree, vocabulary, entries=True)
    whole = reader.take_apart([row.line for row in rows], title=facts.title)
    page = whole
    notices: tuple[Notice, ...] = (Notice("lines alone"),)
    chosen = {row.line.number for row in rows} if whole.heads else _choose(rows, _extract(_outer(tree, text)), whole)
    inner = reader.take_apart([row.line for row in rows if row.line.number in chosen], facts.title or whole.title)
    if _length(inner) >= LEAST_SHARE * _length(whole):
        left = [aside for aside in whole.asides if aside.line not in chosen]
        left += [Aside(line.number, "page", line.text) for line in whole.body if line.number not in chosen]
        inner.asides = sorted(inner.asides + left, key=lambda aside: aside.line)
        page, notices = inner, ()
    page.title = facts.title or page.title or whole.title
    printed = whole.section if set(facts.section) <= set(whole.section) else ()
    page.section = breadcrumb_of(tree, vocabulary.made(Sections)) or printed or facts.section or whole.section
    page.dates = page.dates or whole.dates
    return page, facts, notices


def _between_tags(text: str) -> str:
    return unescape(re.sub(r"<[^>]{0,2000}>", "\n", _SCRIPTS.sub("\n", text)))


def _length(page: PlainPage) -> int:
    return sum(len(line.text) for line in page.body)


def _choose(rows: list[_Row], extracted: str | None, whole: PlainPage) -> set[int]:
    """Return the numbers of the rows that trafilatura took for body, and of their neighbours in the same element.

    trafilatura drops a short last paragraph that holds a link, so rows that our own pass takes for body are added
    where they share the parent element of a body row that it kept.
    """
    lines = {plain_form(line) for line in (extracted or "").split("\n")}
    everything = " ".join(plain_form(line) for line in (extracted or "").split("\n"))
    chosen: set[int] = set()
    homes: set[int] = set()
    for row in rows:
        plain = plain_form(row.line.text)
        if plain in lines or (len(plain.split()) >= SURE_WORDS and plain in everything):
            chosen.add(row.line.number)
            homes |= {row.container} if looks_like_body(row.line.text) else set()
    own = {line.number for line in whole.body}
    return chosen | {row.line.number for row in rows if row.container in homes and row.line.number in own}


def _parse(text: str) -> Any:
    """Parse with lxml's HTML parser: no network, no entities from outside, limits on depth and size left on."""
    from lxml import etree
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        tree = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    for element in list(tree.iter("script", *_SILENT)):
        if element.get("type") != _DATA and element.getparent() is not None:
            element.drop_tree()
    for element in list(tree.iter("div", "section", "aside", "dialog", "form")):
        if _is_consent_box(element) and element.getparent() is not None:
            element.drop_tree()
    return tree


def _is_consent_box(element: Any) -> bool:
    """Tell whether an element asks for consent to cookies, by its class or name; one that holds a headline is none."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_CONSENT.search(named)) and element.find(".//h1") is None and element.find(".//article") is None


def _outer(tree: Any, text: str) -> str:
    """Give the page for trafilatura, which skips every aside: one that holds the headline is the story's element."""
    from lxml import html as lxml_html

    asides = [element for element in tree.iter("aside") if element.find(".//h1") is not None]
    for element in asides:
        element.tag = "article"
    return str(lxml_html.tostring(tree, encoding="unicode")) if asides or _CONSENT.search(text) else text


def _visible_rows(tree: Any, vocabulary: Vocabulary, *, entries: bool = False) -> list[_Row]:
    """Return the visible text, a row for each stretch between block elements. No recursion: pages may nest deep.

    With `entries` a time element is shown by the moment that it gives ("2024-05-15 10:14").
    """
    from lxml import etree

    rows: list[tuple[int, list[str]]] = [(0, [])]
    stack: list[tuple[int, str]] = [(0, "html")]
    for number, (event, element) in enumerate(etree.iterwalk(tree, events=("start", "end")), start=1):
        block = element.tag in _BLOCKS
        if block and event == "start":
            stack.append((number, element.tag))
        elif block:
            stack.pop()
        if block:
            rows.append((_container(stack), []))
        words = element.text if event == "start" else element.tail
        if element.tag == "br" and event == "start":
            rows[-1][1].append(_BREAK)
        moment = _MOMENT.match(element.get("datetime") or "") if entries and element.tag == "time" else None
        if moment and event == "start":
            words = f"{moment[1]} {moment[2]}"
        if words and not (event == "start" and element.tag in ("script", "title", "textarea")):
            rows[-1][1].append(words)
    texts = [(container, text) for container, words in rows for text in _between_breaks("".join(words), vocabulary)]
    cleaned = ((container, line.text) for container, text in texts for line in lines_of(text))
    return [_Row(Line(number, text), container) for number, (container, text) in enumerate(cleaned, start=1)]


def _between_breaks(words: str, vocabulary: Vocabulary) -> list[str]:
    """Cut the text of an element at its line breaks, but for those inside a sentence."""
    pieces: list[str] = []
    for piece in (" ".join(part.split()) for part in words.split(_BREAK)):
        if pieces and pieces[-1] and piece and _goes_on(pieces[-1], piece, vocabulary):
            pieces[-1] = f"{pieces[-1]} {piece}"
        else:
            pieces.append(piece)
    return pieces


def _goes_on(line: str, following: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a sentence goes on behind a break: no mark before it, and a small letter behind or an open word."""
    last = line.rsplit(None, 1)[-1]
    open_word = last.islower() and last in vocabulary.grammar["commonest words"]
    return not ends_sentence(line) and (following[0].islower() or last.endswith(",") or open_word)


def _container(stack: list[tuple[int, str]]) -> int:
    """Return the number of the innermost open block; for a paragraph, of the block around it."""
    return stack[-2][0] if stack[-1][1] in _PARAGRAPHS and len(stack) > 1 else stack[-1][0]


def _extract(text: str) -> str | None:
    """Return trafilatura's body, a line per paragraph, or None where it finds none or fails.

    Tables and comments are left out: with tables on it kept all clutter of pages laid out in tables (measured).
    """
    import trafilatura

    try:
        found = trafilatura.bare_extraction(text, include_tables=False, include_comments=False, with_metadata=False)
    except Exception:  # hostile pages make foreign code fail in ways it does not name; our own pass then serves
        return None
    body = getattr(found, "text", None)
    return str(body) if body else None
