"""Labels of speakers that a sign or bold type parts from what is said: 周／, 林 >, 馬博文－－.

Contract: pure and linear; such signs stand in menus and lists, too, so the speakers must be told
above or bear a title, come back, and say whole sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pipeline.language import views
from pipeline.readers import marks

_NONE = r"\n：:，,。；;！？!?、「」『』《》【】〔〕〈〉（）()｜|│┃︱¦/／>＞*＝=\t\u3000"
_PLAIN = rf"[^\W\d_][^{_NONE}]{{0,28}}?"
BARS = "｜|│┃︱¦"
_TIME = r"(?:[\[(（]\d{1,2}:\d{2}(?::\d{2})?[\])）][ \u3000]*)?"
_SIGNS = {
    "bar": rf"[ \u3000]?[{BARS}][ \u3000]*(?=\S)",
    "slash": r"[ \u3000]?[/／][ \u3000]?(?=[^\s/／])",
    "arrow": r"[ \u3000]?(?:[>＞›»→➔➜➤▶▸►]{1,2}|[-=]>)[ \u3000]?(?=\S)",
    "dash": r"(?:[ \u3000]?(?:[－—―─–]{1,3}|--)[ \u3000]?|[ \u3000]-[ \u3000])(?=[^\s－—―─–-])",
    "blank": r"(?:\u3000{1,4}|\t| {2,8})(?=\S)",
}
_LINES = {
    sign: re.compile(
        rf"[ \t\u3000]*{_TIME}(?:[●○◆◇■□▪◎★☆•·▍▌][ \u3000]?)?(?P<label>{_PLAIN}){source}"
    )
    for sign, source in _SIGNS.items()
} | {
    # Markdown's bold type is gone from what was read before.
    "word": re.compile(
        r"[ \t]*(?P<label>[\u3400-\u9fff]{1,4}"
        rf"|[^\W\d_\u2e80-\uffff][^{_NONE}\u2e80-\uffff]{{1,28}}?) (?=[\u2e80-\uffff])"
    ),
    "bold": re.compile(
        rf"[ \t]*(?:[-*•] )?(?:\*\*|__)(?P<label>{_PLAIN})(?:\*\*|__)[ \t\u3000]*(?=\S)"
    ),
}
_OF_MENUS = ("arrow", "bar")
# A name stands before what it offers, too: 王媽媽　滷肉飯，每碗35元。
_OF_LISTS = ("blank", "word")
# What is told of whom a list names: 王大明　負責路燈汰換。 臺南－參觀市府。
_TOLD_OF = views.pattern("負責|獲(?![頒選獎])得?|連任|參觀|搭乘|拜會|前往|抵達|擔任")
_TOLD_AGE = views.pattern(
    "作品|獲[頒選獎]|(?:[0-9]{2}|[二三四五六七八九]十[一二三四五六七八九]?)歲"
)
# Who says 我 speaks, but for whom an age or a prize is told: 臺南－參觀市府後，我們認為公車要先做。
_SAYS = re.compile("[我您你咱]|[贵敝][市县府]")
_LEAST_TURNS = 3
# Who takes part is told so close above the first words.
FARTHEST = 5000


class Signed(NamedTuple):
    """The sign that parts labels from what is said, and the labels; both empty if none does."""

    sign: str = ""
    names: frozenset[str] = frozenset()


def signed_label(line: str, sign: str) -> tuple[str, int] | None:
    """Return the label a line opens with, and where what is said begins; None if there is none.

    >>> signed_label("馬博文－－先聊聊雨。", "dash"), signed_label("**連** 圖什麼？", "bold")
    (('馬博文', 5), ('連', 6))
    """
    found = _LINES[sign].match(line[:80])
    return (found["label"].strip(), found.end()) if found else None


def find_signed(lines: Sequence[str], names_someone: Callable[[str], bool]) -> Signed:
    """Return how labels of speakers are parted from what is said; nothing where none are.

    Args:
        lines: the lines of a text that are not blank.
        names_someone: tells whether a label holds a title or the name of a person.

    >>> said = ["與會：周曼筠、戴家瑋", "周／先請您。", "戴／好，六十個。", "周／謝謝。"]
    >>> find_signed(said, lambda name: False).sign
    'slash'
    >>> find_signed(said[1:], lambda name: False).sign
    ''
    """
    for sign in _LINES:
        found = [
            (at, *label) for at, line in enumerate(lines) if (label := signed_label(line, sign))
        ]
        ended = [(at, name, end) for at, name, end in found if marks.is_ended(lines[at])]
        said = [(at, name) for at, name, _ in ended]
        counts = Counter(name for _, name in said)
        back = {name for name, count in counts.items() if count > 1}
        if len(said) < _LEAST_TURNS or len(counts) < 2 or not back:
            continue
        rests = [views.fold(lines[at][end:]) for at, _, end in ended]
        if sum(map(_is_told_of, rests)) * 2 > len(said):
            continue
        first = next(at for at, name in said if name in back)
        # A menu has the sign in the lines above, too: 首頁 > 市政新聞.
        told = (line for line in lines[:first] if not re.search(_SIGNS[sign], line))
        above = "\n".join(told if sign in _OF_MENUS else lines[:first])[-FARTHEST:]
        known = {
            name
            for name in counts
            if is_told(name, above) or (sign not in _OF_LISTS and names_someone(name))
        }
        is_cast = back <= known and sum(counts[name] for name in known) * 5 >= 4 * len(said)
        if is_cast and len(known) > 1:
            return Signed(sign, frozenset(known))
    return Signed()


def _is_told_of(rest: str) -> bool:
    return _TOLD_AGE.match(rest) is not None or (
        _TOLD_OF.match(rest) is not None and _SAYS.search(rest) is None
    )


def is_told(label: str, above: str) -> bool:
    """Tell whether the lines above hold a label as a word, or as a part of a Chinese name.

    >>> is_told("Bosma", "Hanneke Bosma（市議員）"), is_told("Bos", "Hanneke Bosma（市議員）")
    (True, False)
    """
    at = above.find(label)
    while at >= 0:
        around = above[at - 1 : at] if at else "", above[at + len(label) : at + len(label) + 1]
        if not any(sign.isalpha() and sign < "\u2e80" for sign in around) or label >= "\u2e80":
            return True
        at = above.find(label, at + 1)
    return False
