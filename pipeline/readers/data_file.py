"""Read data (.json, .jsonl): lists of records as tables, texts under their names as an article.

Contract: values only, in the order of the file; nothing is loaded.  What names a title or a day is
taken as such; markup in a value is read as that of a page.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence

from pipeline.language import columns, views
from pipeline.readers.canonical import Note
from pipeline.readers.encoding import decode
from pipeline.readers.packed import Packed
from pipeline.readers.source import RefusedError, Source

_ADVICE = "correct it there, or save its records as .csv"
_DEEPEST = 12
_SPEAKS = frozenset(("person", "representative", "city"))
_LONG = 120
_TITLE = views.pattern(r"(?:news|新聞)?_?(?:title|subject|headline|標題|主旨|名稱|篇名)", re.I)
# The day of the text itself, the surest name first: no 活動日期, 截止日期 or update.
_DAYS = (
    views.pattern(
        r".*(?:發布|發佈|刊登|張貼|publish(?:ed)?|post(?:ed)?)_?(?:date|日期?|時間)?(?:_?(?:time|at|on))?",
        re.IGNORECASE,
    ),
    views.pattern(r"(?:news|新聞|pub)?_?(?:date|日期|時間)(?:_?time)?", re.IGNORECASE),
)
# What an answer of a web service says of itself.
_OF_ANSWER = re.compile(
    r"success|code|total|count|limit|offset|page|page_?size|_?id", re.IGNORECASE
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_DIGITS = 400
_ISO = re.compile(r"(?P<year>\d{4})[-/.]?(?P<month>\d{2})[-/.]?(?P<day>\d{2})(?!\d)")
_MARKUP = re.compile(r"</?(?:p|div|br|table|ul|ol|li|h[1-6]|span|b|strong)\b[^<>]*>", re.IGNORECASE)


def unpack(source: Source) -> Packed:
    """Return what a file of data says, as a page.

    Raises:
        RefusedError: it is no JSON, or says nothing.
    """
    text, _, broken, _ = decode(source.data, source.path)
    try:
        value = _parse(text, has_lines=source.ending in ("jsonl", "ndjson"))
        page, n_lone = _SURROGATE.subn("\N{REPLACEMENT CHARACTER}", "\n".join(_shown(value, 0)))
    except (json.JSONDecodeError, RecursionError) as error:
        place, what = source.path, "it is nested too deeply"
        if isinstance(error, json.JSONDecodeError):
            place = f"{source.path}: line {error.lineno}, column {error.colno}"
            what = error.msg
        raise RefusedError(place, f"this is no JSON: {what}", _ADVICE, "bad_json") from error
    if not re.sub(r"<[^<>]*>", "", page).strip():
        raise RefusedError(
            source.path, "the file has no text", "remove it or fill it", "empty_file"
        )
    n_broken = len(broken) + n_lone
    notes = [_broken(n_broken)] if n_broken else []
    return Packed(page, "text/html", "application/json", "", _published(value), notes)


def _parse(text: str, *, has_lines: bool) -> object:
    if not has_lines:
        return json.loads(text.removeprefix("\ufeff"), parse_int=_whole)
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                found.append(json.loads(line, parse_int=_whole))
            except json.JSONDecodeError as error:
                error.lineno = number
                raise
    return found


def _whole(digits: str) -> int | str:
    """Return a number; one of more digits than Python takes stays as it is written."""
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def _broken(count: int) -> Note:
    message = f"{count} places with bytes of no character were replaced by U+FFFD"
    return Note("broken_bytes", message, "correct these places and save the file as UTF-8")


def _shown(value: object, depth: int) -> Iterator[str]:
    """Yield the elements of a page that say what a value holds."""
    if depth > _DEEPEST:
        yield f"<p>{_inline(value)}</p>"
    elif isinstance(value, dict):
        yield from _record(value, depth)
    elif isinstance(value, list):
        if value and all(isinstance(item, dict) for item in value) and not _are_articles(value):
            yield _table(value)
        else:
            for item in value:
                yield from _shown(item, depth + 1)
    elif value is not None:
        yield _block("p", value)


def _record(record: dict[str, object], depth: int) -> Iterator[str]:
    """Yield a record as its title, its texts, and its other values as labelled lines.

    What somebody says is a row of a table, even if it is the only one.
    """
    roles = {columns.column_role(name, ()) for name in record}
    if "content" in roles and roles & _SPEAKS:
        yield _table([record])
        return
    title = next((name for name in record if _TITLE.fullmatch(views.fold(name))), "")
    if title:
        yield _block("h1" if depth <= 1 else "h2", record[title])
    for name, value in record.items():
        is_count = isinstance(value, bool | int | float) and _OF_ANSWER.fullmatch(name)
        if name == title or is_count or value in (None, "", [], {}):
            continue
        if isinstance(value, dict | list):
            if any(isinstance(item, dict | list) for item in value):
                yield _block("h3", name)
            yield from _shown(value, depth + 1)
        elif _is_long(value):
            yield _block("div", value)
        else:
            yield f"<p>{_escaped(name)}：{_escaped(value)}</p>"


def _table(records: Sequence[dict[str, object]]) -> str:
    """Return records as a table with a column for every name that one of them has."""
    names = list(dict.fromkeys(name for record in records for name in record))
    head = "".join(f"<th>{_escaped(name)}</th>" for name in names)
    rows = (
        "<tr>" + "".join(f"<td>{_inline(record.get(name))}</td>" for name in names) + "</tr>"
        for record in records
    )
    return f"<table><tr>{head}</tr>\n" + "\n".join(rows) + "</table>"


def _are_articles(records: Sequence[dict[str, object]]) -> bool:
    """Tell whether records are texts with titles, rather than rows of a table."""
    names = {name for record in records for name in record}
    has_title = any(_TITLE.fullmatch(views.fold(name)) for name in names)
    roles = {columns.column_role(name, ()) for name in names}
    texts = [max((str(value) for value in r.values()), key=len, default="") for r in records]
    is_said = sum(_is_long(text) and ("\n" in text or len(text) > 2 * _LONG) for text in texts)
    return has_title and not roles & _SPEAKS and is_said * 2 > len(records)


def _inline(value: object) -> str:
    if isinstance(value, list):
        return "<br>".join(map(_inline, value))
    if isinstance(value, dict):
        return "<br>".join(f"{_escaped(name)}：{_inline(own)}" for name, own in value.items())
    return "" if value is None else _marked(value)


def _block(name: str, value: object) -> str:
    return f"<{name}>{_marked(value)}</{name}>"


def _is_long(value: object) -> bool:
    if not isinstance(value, str):
        return False
    return len(value) > _LONG or "\n" in value.strip() or _MARKUP.search(value) is not None


def _marked(value: object) -> str:
    """Return a value as markup: its own, else its lines."""
    text = str(value)
    if _MARKUP.search(text):
        return text
    return "<br>".join(line for line in _escaped(text).split("\n") if line.strip())


def _escaped(value: object) -> str:
    return html.escape(str(value).strip().replace("\r\n", "\n"), quote=False)


def _published(value: object) -> str:
    """Return the day that a lone record tells, as 2024-05-01."""
    record = value[0] if isinstance(value, list) and len(value) == 1 else value
    if not isinstance(record, dict):
        return ""
    days = (
        _ISO.match(str(own))
        for names in _DAYS
        for name, own in record.items()
        if names.fullmatch(views.fold(name))
    )
    day = next(filter(None, days), None)
    return f"{day['year']}-{day['month']}-{day['day']}" if day else ""
