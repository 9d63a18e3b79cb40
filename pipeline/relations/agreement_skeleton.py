"""Sentences as agreement patterns see them: places, bodies and fixed words as single characters.

Contract: a `Skeleton` keeps for every character the position in the text it stands for; patterns
are written in words (``config/agreement_patterns.csv``) and compiled by `compile_pattern`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.contract import Mention
from pipeline.errors import ConfigError
from pipeline.language import views
from pipeline.linking.docview import DocView

# One private character for each thing a pattern can name.
CITY, OTHER_PARTY, WE, DATE, BOND = "\ue000", "\ue001", "\ue002", "\ue003", "\ue014"
TRIGGERS = {"mou": "\ue010", "sister": "\ue011", "declaration": "\ue012", "letter": "\ue013"}
_STOPS = CITY + OTHER_PARTY + "".join(TRIGGERS.values()) + BOND + "。!?;"
_SERIES = "[、,与和及跟]|以及"
_TOKENS = {
    "city": CITY,
    "cities": f"{CITY}(?:(?:{_SERIES}){{1,2}}{CITY})*",
    "party": f"[{CITY}{OTHER_PARTY}]",
    "parties": f"[{CITY}{OTHER_PARTY}](?:(?:{_SERIES}){{1,2}}[{CITY}{OTHER_PARTY}])*",
    "we": WE,
    # Nothing: the parties are not in the sentence.
    "here": "",
    "date": DATE,
    "gap": f"[^{_STOPS}]{{0,40}}?",
    "near": f"[^,{_STOPS}]{{0,12}}?",
    "short": f"[^,{_STOPS}]{{0,14}}?",
}
_SEVERAL = frozenset("二两双三四五六七八九十各")
_REGION = re.compile(r"[\u3400-\u9fff]{1,6}(?:县|州|省|府|道|邦)[\s/]*|[\s/]*")
_SUFFIX = views.pattern(r"(?:市政府|縣政府|市府|縣府|市議會|縣議會|政府|議會)")


@dataclass(slots=True)
class Skeleton:
    """A sentence with single characters for what patterns name.

    Attributes:
        text: the skeleton.
        starts, ends: for each of its characters, the span in the document it stands for.
        parties: for the positions of city and other parties, their mentions.
    """

    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    parties: dict[int, list[Mention]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AgreementPattern:
    """A compiled line of ``config/agreement_patterns.csv``."""

    rule: str
    kind: str
    regex: re.Pattern[str]
    others: str


@dataclass(frozen=True, slots=True)
class SkeletonWords:
    """Words that become one character of a skeleton, with what each may stand for."""

    pattern: re.Pattern[str]
    roles: Mapping[str, str]


def compile_pattern(place: str, source: str, roles: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """Compile a pattern written in words, such as ``a=city 與|和 b=cities gap sign gap mou``.

    Words are names of tokens, verbs of ``config/agreement_words.csv``, or alternatives of literal
    text; ``?`` makes one optional, ``a=`` and ``b=`` mark the parties.

    Raises:
        ConfigError: the pattern names no parties or nothing that was agreed.
    """
    parts = []
    has_trigger = False
    for word in source.split():
        group, _, token = word.rpartition("=")
        optional = token.endswith("?")
        token = token.removesuffix("?")
        if token in TRIGGERS or token == "bond":
            part = f"(?P<t>{TRIGGERS.get(token, BOND)})"
            has_trigger = True
        elif token in _TOKENS:
            part = _TOKENS[token]
        else:
            part = _literal(token, roles)
        if group:
            # A first party is not the middle of a series, nor itself somebody's partner.
            part = f"(?<![与和跟同及、])(?P<a>{part})" if group == "a" else f"(?P<{group}>{part})"
        parts.append(f"(?:{part})?" if optional else part)
    if not has_trigger or "b=" not in source:
        advice = "name mou, sister, declaration, letter or bond, and the parties with b="
        raise ConfigError(place, f"pattern {source!r} is not complete", advice)
    return re.compile("".join(parts))


def _literal(token: str, roles: Mapping[str, Sequence[str]]) -> str:
    words: list[str] = []
    for word in token.split("|"):
        words.extend(roles.get(word, [word]))
    ordered = sorted({views.fold(word) for word in words}, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word) for word in ordered)})"


def skeleton_of(doc: DocView, start: int, end: int, words: SkeletonWords) -> Skeleton:
    """Return the skeleton of ``start..end``: titles, people and brackets are left out."""
    skeleton = Skeleton()
    chars: list[str] = []

    def put(character: str, low: int, high: int) -> None:
        chars.append(character)
        skeleton.starts.append(low)
        skeleton.ends.append(high)

    marks = _marks(doc, start, end)
    position = start
    depth = 0
    while position < end:
        mark = marks.get(position)
        if mark is not None:
            label, high, mentions = mark
            if label:
                skeleton.parties[len(chars)] = mentions
                put(label, position, high)
            position = high
            continue
        found = words.pattern.match(doc.view, position, end)
        if found and not depth:
            put(words.roles[found[0]], position, found.end())
            position = found.end()
            continue
        character = doc.view[position]
        depth += (character == "(") - (character == ")" and depth > 0)
        listed = depth and character == "、" and chars and chars[-1] in (CITY, OTHER_PARTY)
        if listed or (not depth and not character.isspace() and character not in ')「」《》"'):
            put(character, position, position + 1)
        position += 1
    skeleton.text = "".join(chars)
    return skeleton


Mark = tuple[str, int, list[Mention]]


def _marks(doc: DocView, start: int, end: int) -> dict[int, Mark]:
    """Return what stands at a position: token (empty to leave out), end and party mentions."""
    marks: dict[int, Mark] = {}
    last = start
    mentions = doc.kept_in(start, end)
    for mention in mentions:
        if mention.start < last and mention.start not in marks:
            continue
        if mention.label == "EVENT":
            marks[mention.start] = ("", mention.end, [])
            last = max(last, mention.end)
        elif mention.label in {"CITY", "COUNTRY", "ORGANIZATION", "DATE", "PERSON", "TITLE"}:
            last = max(last, _mark(doc, mention, marks, end))
    _join_countries(doc, marks)
    return marks


def _mark(doc: DocView, mention: Mention, marks: dict[int, Mark], end: int) -> int:
    label, high, parties = _token(doc, mention)
    known = marks.get(mention.start)
    if known is not None:
        if known[0] == label and known[1] == high and label in {CITY, WE}:
            known[2].extend(parties)
        elif label == CITY and known[0] == OTHER_PARTY:
            marks[mention.start] = (label, max(high, known[1]), parties)
        return max(known[1], high)
    suffix = _SUFFIX.match(doc.view, high, end) if label == CITY else None
    high = suffix.end() if suffix else high
    marks[mention.start] = (label, high, parties)
    return high


def _token(doc: DocView, mention: Mention) -> Mark:
    if mention.label in {"PERSON", "TITLE"}:
        return "", mention.end, []
    if mention.label == "DATE":
        return DATE, mention.end, []
    if mention.label == "CITY":
        is_several = mention.form == "anaphora" and doc.view[mention.start] in _SEVERAL
        return (WE if is_several else CITY), mention.end, [mention]
    if mention.label == "ORGANIZATION":
        cities = doc.kept_in(mention.start, mention.end, "CITY")
        leads = len(cities) == 1 and cities[0].start == mention.start
        if leads and _SUFFIX.fullmatch(doc.view, cities[0].end, mention.end):
            return CITY, mention.end, cities
    return OTHER_PARTY, mention.end, [mention]


def _join_countries(doc: DocView, marks: dict[int, Mark]) -> None:
    """Let a country before a city (日本島根縣松江市) be part of the city's mark."""
    for here, following in pairwise(sorted(marks)):
        label, high, mentions = marks[here]
        after = marks[following]
        is_country = label == OTHER_PARTY and mentions[0].label == "COUNTRY"
        if is_country and after[0] == CITY and _REGION.fullmatch(doc.view, high, following):
            marks[here] = ("", following, [])
