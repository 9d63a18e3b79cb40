"""Tables turned on their side: a column for each speaker or city, a row for what all were asked.

Contract: pure, on the texts of headers and cells; who speaks is told by what headers are found to
name, here only by their form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from pipeline.language import views
from pipeline.language.column_words import header_role, word_role
from pipeline.language.columns import ANY_TITLE, column_role, is_name

Place = tuple[int, int]
_LONGEST_HEAD, _LONGEST_BARE, _LONGEST_TOPIC = 60, 16, 45
# What the first column is called that asks, or names what each tells of.
_ASKS = frozenset(("topic", "city", "content", "number"))
_NAMES = frozenset(("city", "country", "person", "representative", "title", "organization", "date"))
_TOLD = re.compile("[，。；！？、]|[」”.!?]$")
_LEAST_TOLD = 15
# Rows of such a table that tell of who speaks, or of where and when, and nothing that is said.
_WHO = frozenset(("person", "representative"))
_OF_SPEAKERS = _WHO | {"title", "organization", "city", "country", "date", "number", "venue"}
_SENTENCE = re.compile("[，。；！？]")
# Nothing, or a bracket that tells that nothing was said: （未發言）.
_EMPTY = re.compile(r"\W*|[（(][^（）()]{1,8}[）)]")
_MARKS = re.compile("[，。；！？：:]")
_LED = re.compile("[\u3400-\u9fff)）] ?(?P<name>[^\u2e80-\uffff()]+)\\Z")
_JOINS = tuple(views.fold("的之與和及或"))


def is_speaker(head: str) -> bool:
    """Tell whether a header has the form of a place, a name, or an office of somebody.

    >>> [is_speaker(one) for one in ("基隆市", "里昂市長 Anne Roy", "王俊凱（局長）", "橫濱副市長")]
    [True, True, True, True]
    >>> [is_speaker(one) for one in ("市長談話重點", "出席代表", "甲案", "與會城市")]
    [False, False, False, False]
    """
    text = " ".join(head.split())
    known = word_role(views.key(text))
    if not 1 < len(text) <= _LONGEST_HEAD or _MARKS.search(text) or known:
        return known == "home"  # 本市 | 仙台市
    folded = views.fold(text)
    titles = list(ANY_TITLE.finditer(folded))
    if not titles:
        role = header_role(text)
        # 本市 is part of 熊本市.
        is_place = role in ("", "home") and column_role(None, [text]) == "city"
        return is_place or (not role and (is_name(text) or _is_led(text)))
    before, behind = folded[: titles[-1].start()], folded[titles[-1].end() :].strip(" )")
    if behind:
        return not behind.startswith(_JOINS) and not header_role(behind)
    return bool(before.strip(" (")) and not header_role(text)


def _is_led(text: str) -> bool:
    """Tell whether a Latin name stands behind what its bearer is, unlisted as that may be."""
    led = _LED.search(text)
    return led is not None and is_name(led["name"])


def _may_speak(head: str) -> bool:
    """Tell whether a header is one of a speaker, or a word that may be a place."""
    is_bare = 1 < len(head) <= _LONGEST_BARE and not any(map(str.isdigit, head))
    return is_speaker(head) or (is_bare and not _MARKS.search(head) and not header_role(head))


def row_role(label: str, cells: Sequence[str]) -> str:
    """Return what a row tells of the speakers of a table, empty if it holds what they say.

    >>> row_role("發言人", ["副市長 林文雄", "局長 王俊凱"]), row_role("職稱", ["局長", "市長"])
    ('representative', 'title')
    >>> row_role("數位身分", ["發卡十萬張", "登入一次"]), row_role("代表", ["多派兩位，男女各半。"])
    ('', '')
    """
    filled = [text for text in cells if _EMPTY.fullmatch(text) is None]
    if not filled or any(_SENTENCE.search(text) or len(text) > _LONGEST_HEAD for text in filled):
        return ""
    role = header_role(label)
    n_titles = sum(ANY_TITLE.search(views.fold(text)) is not None for text in filled)
    if role in _WHO or not label:
        is_who = bool(role) or (n_titles == len(filled) and all(map(is_speaker, filled)))
        return "representative" if is_who and n_titles else role
    if role == "title" and 2 * n_titles <= len(filled):
        return ""
    return role if role in _OF_SPEAKERS else ""


def _tells(texts: Sequence[str]) -> bool:
    """Tell whether most cells of a column say something in words, but for who says it."""
    filled = [text for text in texts if _EMPTY.fullmatch(text) is None and not is_speaker(text)]
    worded = [text for text in filled if any(map(str.isalpha, text))]
    told = sum(len(text) >= _LEAST_TOLD or _TOLD.search(text) is not None for text in worded)
    return told * 2 > len(filled)


def speaking(heads: Mapping[int, str], cells: Mapping[int, Sequence[str]]) -> tuple[int, ...]:
    """Return the columns of a table that may each be one speaker's, none if it is not turned.

    Before them stand columns of what is asked, which name nobody.

    >>> speaking({1: "題目", 2: "基隆市", 3: "里昂市"}, {1: ["纜車"], 2: ["太貴。"], 3: ["好用。"]})
    (2, 3)
    """
    found = [at for at in sorted(cells) if at > 1 and _may_speak(heads.get(at, ""))]
    found = [at for at in found if _tells(cells[at])]
    if len(found) < 2 or 2 * len(found) <= sum(at > found[0] for at in cells):
        return ()
    for at in cells:
        if at < found[0]:
            filled = [text for text in cells[at] if text]
            names = column_role(None, filled) in _NAMES or is_speaker(heads.get(at, ""))
            names = names or header_role(heads.get(at, "")) == "date"
            if names or (filled and median(map(len, filled)) > _LONGEST_TOPIC):
                return ()
    return tuple(found)


def heads_speakers(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first of some rows heads columns of speakers: 題目 | 基隆市 | 里昂市.

    >>> below = [["纜車", "太貴。", "好用。"], ["公車", "太慢。", "沒有。"]]
    >>> [heads_speakers([head, *below]) for head in (["題目", "基隆", "里昂"], ["", "甲", "乙"])]
    [True, False]
    """
    first, *below = rows
    width = len(first)
    if width < 3 or len(below) < 2 or not all(len(text) <= _LONGEST_HEAD for text in first):
        return False
    body = [row for row in below if sum(map(bool, row)) > 1]
    body = [row for row in body if not row_role(row[0], row[1:])]
    cells = {at + 1: [row[at] for row in body if at < len(row)] for at in range(width)}
    if first[0] and is_speaker(first[0]):
        return False
    if all(map(is_speaker, first[1:])) and len(set(first)) == width:
        return not any(is_speaker(text) for texts in cells.values() for text in texts)
    found = speaking(dict(enumerate(first, 1)), cells)
    if not found:
        return False
    n_sure = sum(is_speaker(first[at - 1]) for at in found)
    return 2 * n_sure >= len(found) or header_role(first[0]) in _ASKS


def turned_columns(
    headers: Mapping[Place, str], samples: Mapping[Place, Sequence[str]]
) -> dict[int, tuple[int, ...]]:
    """Return for each table that may be turned the columns of its speakers, by table and number."""
    heads: dict[int, dict[int, str]] = {}
    cells: dict[int, dict[int, Sequence[str]]] = {}
    for (table, column), texts in samples.items():
        heads.setdefault(table, {})[column] = headers.get((table, column), "")
        cells.setdefault(table, {})[column] = texts
    found = {table: speaking(heads[table], cells[table]) for table in cells}
    return {table: columns for table, columns in found.items() if columns}


def told_rows(
    turned: Mapping[int, Sequence[int]], cells: Iterable[tuple[int, int, int, str]]
) -> dict[Place, str]:
    """Return what rows of turned tables tell of the speakers, by table and row.

    Args:
        turned: the columns of speakers of each table.
        cells: table, row, column and text of cells below the headers.
    """
    labels: dict[Place, str] = {}
    texts: dict[Place, list[str]] = {}
    for table, row, column, text in cells:
        if column in turned.get(table, ()):
            texts.setdefault((table, row), []).append(text)
        elif table in turned and column < turned[table][0]:
            labels[table, row] = text
    found = {place: row_role(labels.get(place, ""), own) for place, own in texts.items()}
    return {place: role for place, role in found.items() if role}
