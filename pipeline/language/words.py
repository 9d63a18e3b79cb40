"""Words: cut Chinese text with jieba's dictionary on the Simplified view, offsets kept on the text.

Contract: the words of a text tile it; a word never spans a given boundary.  This is the only module
that imports jieba or rjieba.  rjieba (Rust) gives jieba's cut about 25 times faster and is used
where it is installed; the tests hold the two equal.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby, pairwise
from pathlib import Path
from typing import Protocol

from pipeline.language import views

# Frequency given to added terms: high enough to win over their parts, as jieba's own names are.
_TERM_FREQUENCY = 2_000

# First and last code point (half-open) and the dictionary tag.
Word = tuple[int, int, str | None]

# Tags of the dictionary that names bear; words it does not know may be names, too.
_NAME_TAGS = frozenset({"nr", "nrt", "nrfg", "ns", "nz", "nt", "eng", None})
# A single sign of another tag tells nothing.
_LEAST = 2
_UNKNOWN = frozenset({"", "x"})
# Blanks that follow each other are one word; a single one is a word for every engine.
_BLANKS = re.compile(r"(\s{2,})")


class Cutter(Protocol):
    """Cuts a Simplified text into (word, tag) pairs that tile it; the tag may be empty."""

    def __call__(self, text: str) -> Iterable[tuple[str, str]]:
        """Return the words of ``text`` with their dictionary tags."""


class Words:
    """A word cutter with its own dictionary.

    Args:
        terms: names to keep whole, in any script; their order does not matter.
        cache_dir: private folder for jieba's prefix dictionary (unused by rjieba).
        engine: ``rjieba``, ``jieba`` or empty for the faster one installed.

    >>> cut = Words(["智慧城市"]).cut
    >>> text = "臺北市推動智慧城市。"
    >>> [text[a:b] for a, b, _ in cut(text)]
    ['臺北市', '推動', '智慧城市', '。']
    """

    def __init__(
        self, terms: Iterable[str] = (), cache_dir: Path | None = None, engine: str = ""
    ) -> None:
        folded = sorted({views.simplify(term) for term in terms if len(term) > 1})
        self._tag: Cutter = _make_cutter(folded, cache_dir, engine)

    def cut(self, text: str) -> list[Word]:
        """Return (start, end, dictionary tag) of every word; together they tile ``text``."""
        words: list[Word] = []
        start = 0
        for piece in _BLANKS.split(views.simplify(text)):
            if piece and not piece.isspace():
                found, tags = zip(*self._tag(piece), strict=True)
                bounds = [*accumulate(map(len, found), initial=start)]
                known = [
                    None if tag in _UNKNOWN or word.isascii() else tag
                    for word, tag in zip(found, tags, strict=True)
                ]
                words += zip(bounds, bounds[1:], known, strict=False)
            elif piece:
                words.append((start, start + len(piece), None))
            start += len(piece)
        return words


def words_between(words: Sequence[Word], start: int, end: int) -> Sequence[Word]:
    """Return the words that begin in ``start..end``.

    >>> words_between([(0, 1, "v"), (1, 3, "n"), (3, 5, "n")], 1, 3)
    [(1, 3, 'n')]
    """
    first = bisect_left(words, (start,))
    return words[first : bisect_left(words, (end,), first)]


def number_at(words: Sequence[Word], position: int) -> int:
    """Return the number of the word that holds a position, -1 before the first.

    >>> number_at([(0, 1, "v"), (1, 3, "n"), (3, 5, "n")], 2)
    1
    """
    return bisect_right(words, (position, sys.maxsize, "")) - 1


def is_ordinary(words: Sequence[Word], start: int, end: int, least: int = 1) -> bool:
    """Whether ``start..end`` is nothing but words of the dictionary, ``least`` of them or more.

    >>> is_ordinary([(0, 2, "n"), (2, 4, "n"), (4, 6, "nr")], 0, 4)  # 學者專家
    True
    >>> is_ordinary([(0, 1, "v"), (1, 2, "nr"), (2, 3, "n")], 0, 3)  # 克盧日
    False
    """
    inside = words_between(words, start, end)
    tags = [tag for low, high, tag in inside if high - low >= _LEAST or tag in _NAME_TAGS]
    return bool(tags) and len(inside) >= least and _NAME_TAGS.isdisjoint(tags)


def split_at(words: Sequence[Word], boundaries: Iterable[int]) -> list[Word]:
    """Cut words at ``boundaries`` as well; the parts of a cut word lose their tag.

    >>> split_at([(0, 3, "n"), (3, 4, "v")], [1, 3])
    [(0, 1, None), (1, 3, None), (3, 4, 'v')]
    """
    starts = [start for start, _, _ in words]
    result: list[Word] = []
    position = 0
    for number, cuts in groupby(
        sorted(set(boundaries).difference(starts)), lambda cut: bisect_right(starts, cut) - 1
    ):
        start, end, _ = words[number] if number >= 0 else (0, 0, None)
        inside = [cut for cut in cuts if cut < end]
        if inside:
            result += words[position:number]
            result += ((low, high, None) for low, high in pairwise([start, *inside, end]))
            position = number + 1
    return [*result, *words[position:]]


def _make_cutter(terms: Sequence[str], cache_dir: Path | None, engine: str) -> Cutter:
    if engine != "jieba":
        try:
            return _rust_cutter(terms)
        except ImportError:
            if engine == "rjieba":
                raise
    return _python_cutter(terms, cache_dir)


def _rust_cutter(terms: Sequence[str]) -> Cutter:
    import rjieba  # noqa: PLC0415 - optional engine

    jieba = rjieba.Jieba()
    for term in terms:
        jieba.add_word(term, _TERM_FREQUENCY, None)

    def tag(text: str) -> Iterable[tuple[str, str]]:
        found: Iterable[tuple[str, str]] = jieba.tag(text, False)
        return found

    return tag


def _python_cutter(terms: Sequence[str], cache_dir: Path | None) -> Cutter:
    import logging  # noqa: PLC0415 - slow path only

    import jieba  # noqa: PLC0415 - optional engine
    import jieba.posseg  # noqa: PLC0415

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    if cache_dir is not None:
        tokenizer.tmp_dir = str(cache_dir)
    for term in terms:
        tokenizer.add_word(term, _TERM_FREQUENCY)
    tags: dict[str, str] = jieba.posseg.POSTokenizer(tokenizer).word_tag_tab

    def tag(text: str) -> Iterable[tuple[str, str]]:
        return ((word, tags.get(word, "")) for word in tokenizer.cut(text, HMM=False))

    return tag
