"""Length-preserving views of Chinese text, for matching only; stored text is never changed.

Contract: ``len(fold(s)) == len(s)`` and folding is character by character, so offsets in the view
are offsets in the text.  This is the only module that imports OpenCC.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice

import opencc

from pipeline.language.codes import Replacement
from pipeline.language.patterns import Gated, at_first_sign, first_signs
from pipeline.language.quotes import paired
from pipeline.language.spellings import matching_both_spellings, one_spelling

# Blocks that hold Han characters with a Simplified counterpart (all in the basic plane or ext. B).
_HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2A6DF))

# Marks written in several ways; each maps to one ASCII or one common mark.
_MARKS = {
    "，": ",",
    "；": ";",
    "：": ":",
    "？": "?",
    "！": "!",
    "（": "(",
    "）": ")",
    "﹐": ",",
    "﹔": ";",
    "﹕": ":",
    "﹙": "(",
    "﹚": ")",
    "﹪": "%",
    "～": "~",
    "〜": "~",
    "∼": "~",
    "－": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    **dict.fromkeys(
        "\u3000\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f", " "
    ),
    "〈": "《",
    "〉": "》",
    **dict.fromkeys("“『〝﹁﹃｢«‹❝", "「"),
    **dict.fromkeys("”』〞〟﹂﹄｣»›❞", "」"),
    **dict.fromkeys("‧・•･∙⋅ᐧ", "·"),
    "．": ".",
    "﹒": ".",
    "﹑": "、",
    "､": "、",
    "﹗": "!",
    "﹖": "?",
    "︰": ":",
    "∶": ":",
    "﹝": "(",
    "﹞": ")",
    "﹣": "-",
    "祕": "秘",
    "○": "〇",
    "◯": "〇",
    "Ｏ": "O",
}


@cache
def _script_table() -> dict[int, str]:
    """Map every Traditional character to its Simplified one, by OpenCC's t2s, one at a time."""
    characters = [chr(code) for low, high in _HAN for code in range(low, high + 1)]
    converted = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {
        ord(old): new
        for old, new in zip(characters, converted, strict=True)
        if len(new) == 1 and new != old
    }


@cache
def _view_table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table.update({ord(mark): plain for mark, plain in _MARKS.items()})
    table.update(_script_table())
    table[ord("祕")] = "秘"
    return table


def simplify(text: str) -> str:
    """Return ``text`` in Simplified characters, one for one; nothing else changes.

    >>> simplify("臺北市長")
    '台北市长'
    """
    return _to_simplified().apply(text)


@cache
def _to_simplified() -> Replacement:
    return Replacement(_script_table())


@cache
def _to_view() -> Replacement:
    return Replacement(_view_table())


def traditional(text: str) -> str:
    """Return ``text`` in the Traditional characters of Taiwan, for display only.

    >>> traditional("岘港")
    '峴港'
    """
    converted: str = _to_taiwan().convert(text)
    return converted


@cache
def _to_taiwan() -> opencc.OpenCC:
    return opencc.OpenCC("s2tw")


def from_japanese(text: str) -> str:
    """Return ``text`` with the characters of Japan as Chinese texts write them.

    >>> from_japanese("亀山市"), from_japanese("浜松")
    ('龜山市', '濱松')
    """
    converted: str = _to_chinese().convert(text)
    return converted


@cache
def _to_chinese() -> opencc.OpenCC:
    return opencc.OpenCC("jp2t")


def fold(text: str) -> str:
    """Return the matching view of ``text``: Simplified, half-width, marks unified, same length.

    Full-width letters, digits and ``，；：？！（）％`` become ASCII, all quotation marks ``「`` and
    ``」``, all titles marks ``《`` and ``》``, middle dots ``·``, dashes ``-``.  Case is kept.

    >>> fold("５Ｇ：『臺灣』")
    '5G:「台湾」'
    """
    if len(text) <= _OFTEN:
        return _fold_again(text)
    return _fold_line(text) if len(text) <= _LINE else _fold_once(text)


# Names and words come again and again; one rule after the other asks about a line, and one stage
# after the other about a whole text.
_OFTEN = 24
_LINE = 400


@lru_cache(1 << 14)
def _fold_again(text: str) -> str:
    return _to_view().apply(text)


@lru_cache(128)
def _fold_line(text: str) -> str:
    return _to_view().apply(text)


@lru_cache(4)
def _fold_once(text: str) -> str:
    return _to_view().apply(text)


@lru_cache(4)
def fold_page(text: str) -> str:
    """Return the matching view of a whole text, in which straight quotation marks have sides.

    It is `fold` of the text as `quotes.paired` reads it, so it is asked for by lines or more.

    >>> fold_page('推出"臺北通"，採購55"螢幕')
    '推出「台北通」,采购55"萤幕'
    """
    return fold(paired(text))


def key(text: str) -> str:
    """Return the form under which two spellings of a name are equal (for lookup and merging).

    Folded, case-folded, without white space, quotation marks and separators between name parts.

    >>> key("台北通 APP") == key("臺北通App")
    True
    """
    return _key_again(text) if len(text) <= _OFTEN else _key_once(text)


_NOT_KEY = re.compile(r"[\s「」《》\"'·]+")


def _key_once(text: str) -> str:
    return one_spelling(_NOT_KEY.sub("", fold(text).casefold()))


_key_again = lru_cache(1 << 14)(_key_once)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a regular expression to be matched against `fold`-ed text.

    The source may be written in Traditional characters; its Han characters are folded, all
    punctuation must be given in its half-width (ASCII) form.

    >>> pattern("市長").search(fold("臺北市长")).span()
    (2, 4)
    >>> pattern("計畫於").search(fold("市府計劃於十月啟用")).span()
    (2, 5)
    """
    return re.compile(matching_both_spellings(simplify(source)), flags)


def gated(source: str) -> Gated:
    """Return the `pattern` of ``source``, to be tried only where a word stands that it needs."""
    return Gated(pattern(source).pattern)


def scanner(source: str) -> re.Pattern[str]:
    """Compile a pattern that finds where ``source`` could match: it matches the first sign of that.

    The engine skips signs that nothing can begin with without trying ``source``.

    >>> scanner("(?<!第)[0-9]+(?=月)").search(fold("第3次，5月")).start()
    4
    """
    return pattern(at_first_sign(source, first_signs(pattern(source))), re.DOTALL)


@lru_cache(maxsize=4)
def script(text: str) -> str:
    """Return ``zh-Hant``, ``zh-Hans`` or ``mixed`` by the characters that differ between scripts.

    >>> script("臺灣數位發展"), script("台湾数字发展")
    ('zh-Hant', 'zh-Hans')
    """
    hans = _count(text, _simplified_only())
    # Whether there are twenty times as many of the other script shows early in most texts.
    hant = _count(text, _traditional_only(), 20 * hans + 1) if hans else 0
    if hans * 20 < hant or not hans:
        return "zh-Hant"
    return "zh-Hans" if hant * 20 < hans else "mixed"


def _count(text: str, signs: frozenset[str], enough: int | None = None) -> int:
    """Return how many of ``signs`` stand in a text; it may stop counting at ``enough``."""
    found = islice(_finder(signs).finditer(text), enough)
    return sum([hit[0] <= "\uffff" or hit[0] in signs for hit in found])


@cache
def _finder(signs: frozenset[str]) -> re.Pattern[str]:
    """Find characters of a set, and any of the rare planes, which would make the search slow."""
    common = "".join(sorted(sign for sign in signs if sign <= "\uffff"))
    return re.compile(f"[{common}\U00010000-\U0010ffff]")


@cache
def _traditional_only() -> frozenset[str]:
    """Characters that are written otherwise in Simplified texts."""
    return frozenset(map(chr, _script_table()))


@cache
def _simplified_only() -> frozenset[str]:
    """Characters that are the Simplified form of another and are not Traditional themselves."""
    table = _script_table()
    targets = sorted(set(table.values()))
    back = opencc.OpenCC("s2t").convert("\n".join(targets)).split("\n")
    return frozenset(
        target
        for target, other in zip(targets, back, strict=True)
        if other != target and not _is_big5(target)
    )


def _is_big5(character: str) -> bool:
    """Tell whether Traditional text may hold ``character`` (台, 里, 采, 范 are in both scripts)."""
    try:
        character.encode("cp950")
    except UnicodeEncodeError:
        return False
    return True
