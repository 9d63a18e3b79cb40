"""Find the URLs of a page, what introduces them and the language they are said to be in.

Contract: `find_urls(page, lexicon)` returns URL claims with a `LinkValue`, by position; it looks at
the whole text, boilerplate included.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.language import views
from pipeline.recognizers.page import Claim, Page

_BODY = r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]"
_URL = re.compile(
    rf"(?i:https?://|(?<![\w@./-])www\.){_BODY}+"
    r"|(?<![\w@./-])(?:[A-Za-z0-9-]+\.)+(?:com|org|net|edu|gov|io|taipei|tw|jp|kr|eu|uk|cn)"
    rf"(?:/{_BODY}*)?(?![\w@-])"
)
_CLOSING = ".,;:!?'"
# What may stand between an introduction and its URL: marks, spaces, one bracketed note.
_NOTE = re.compile(
    r"(?:[【(\[「《]\s*([^【】()\[\]「」《》]{1,20}?)\s*[】)\]」》])?[\s:>→|/、,-]*$"
)
_BREAK = re.compile(r"[\n。!?;]")
_LOOK_BACK = 80


@dataclass(frozen=True, slots=True)
class LinkValue:
    """What the text says about a URL.

    Attributes:
        label: words that introduce it, or None.
        language: BCP 47 tag of the language named beside it, or None.
    """

    label: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class UrlLexicon:
    """Names of languages (folded) and their BCP 47 tags."""

    languages: Mapping[str, str]


def build_lexicon(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> UrlLexicon:
    """Build the lexicon from the rows of ``config/link_languages.csv``."""
    rows = tables["link_languages"]
    return UrlLexicon({views.fold(row["word"]).casefold(): row["language"] for row in rows})


def find_urls(page: Page, lexicon: UrlLexicon) -> list[Claim]:
    """Return a claim for each URL; URLs that follow one another share their introduction.

    >>> page = Page.of("直播網址:【中文】https://a.tw/1 【英文】https://a.tw/2")
    >>> lexicon = UrlLexicon({"中文": "zh", "英文": "en"})
    >>> [(page.text[c.start : c.end], c.value) for c in find_urls(page, lexicon)]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('https://a.tw/1', LinkValue(label='直播網址', language='zh')),
     ('https://a.tw/2', LinkValue(label='直播網址', language='en'))]
    """
    claims: list[Claim] = []
    label: str | None = None
    previous = 0
    for match in _URL.finditer(page.text):
        start, end = match.start(), _trimmed_end(match)
        between = page.view[max(previous, start - _LOOK_BACK) : start]
        label, language = _introduction(page, between, start, lexicon, label)
        claims.append(Claim(start, end, "URL", "url", 1.0, value=LinkValue(label, language)))
        previous = end
    return claims


def _trimmed_end(match: re.Match[str]) -> int:
    """Return the end without the marks of the sentence around the URL."""
    url = match[0]
    while url:
        opening = {")": "(", "]": "["}.get(url[-1])
        is_open = opening is not None and url.count(opening) < url.count(url[-1])
        if url[-1] not in _CLOSING and not is_open:
            break
        url = url[:-1]
    return match.start() + len(url)


def _introduction(
    page: Page, between: str, start: int, lexicon: UrlLexicon, label: str | None
) -> tuple[str | None, str | None]:
    """Return the label and language of the URL at ``start``, preceded by ``between``."""
    breaks = [found.end() for found in _BREAK.finditer(between)]
    line = between[breaks[-1] :] if breaks else between
    note = _NOTE.search(line)
    words = line[: note.start()] if note else line
    language = _language(note[1] if note else None, words, lexicon)
    low = start - len(line)
    first = len(words) - len(words.lstrip(" ,、-)】」》"))
    written = page.text[low + first : low + len(words)].strip(" :：,，-(（")
    if written and lexicon.languages.get(views.fold(written).casefold()) is None:
        return written, language
    continues = not breaks or not words.strip()
    return (label if continues else None), language


def _language(note: str | None, words: str, lexicon: UrlLexicon) -> str | None:
    told = (note, words.strip(" :"), *words.split()[-1:])
    for text in told:
        language = lexicon.languages.get((text or "").strip(" :").casefold())
        if language:
            return language
    return None
