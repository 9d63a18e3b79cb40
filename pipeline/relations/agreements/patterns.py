"""Patterns of agreements, written in words and compiled to expressions over skeletons.

Contract: ``config/agreement_patterns.csv`` names tokens of `skeleton`, roles of
``config/agreement_words.csv`` and literal text; a pattern without parties or without a word for
what was agreed is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.errors import ConfigError
from pipeline.language import views
from pipeline.relations.agreements.tokens import CITY, DATE, OTHER_PARTY, TRIGGERS, VENUE, WE

_STOPS = CITY + OTHER_PARTY + "".join(TRIGGERS.values()) + "。!?;"
_STOPS_OF_TIE = _STOPS.replace(TRIGGERS["letter"], "").replace(TRIGGERS["pact"], "")
_SERIES = "[、,与和及跟]|、有|以及|还有|、?并"
_WORD = f"[^,、的在来自位于往赴到从与和跟同及{_STOPS}]"
_PARTY = f"[{CITY}{OTHER_PARTY}]"
# 密西西比州傑克森市, 甲、乙等三個城市: what stands before a city of a list, and behind the list.
_REGION = r"(?:[\u3400-\u9fff]{1,6}[州省县府道郡邦国]的?)?"
# A place nobody knows in the middle of a list.
_UNLISTED = r"(?:、(?:[\u3400-\u9fff]{2,6}[市町村郡县镇区岛]|[\u3400-\u9fff]{2,4})(?=[、与和及]))?"
# 甲、乙等葡語城市聯盟成員城市
_MEMBERS = r"等(?!\d)[^,。;、和与跟及]{0,14}?(?:成员|会员|加盟|葡语|沿海|港口)(?:城市|县市)"
_MANY = r"等[一二两三四五六七八九十几多数\d]{0,3}[余多]?[个座]?"
_TAIL = rf"(?:{_MEMBERS}|{_MANY}(?:{WE}|[友港海国]?[外际好]?(?:城市|县市|市|地))?)?"
# 自1994年起與甲、2001年起與乙
_DATED = f"(?:(?:自?{DATE}起?)?[与和跟同])?"
# 與上海1983年、與橫濱1965年先後
_YEAR = f"(?:[于在]?{DATE}(?=[、,]))?"
# 仙台、新北市的|姊妹市辛辛那提: what follows is a tie of the last one.
_OWNS_NONE = f"(?!的?{TRIGGERS['sister']}[{CITY}、])"
# 甲、乙將與丙
_WILL = "(?:即将|将会?|拟|已|正)[与和跟同]"
_TOKENS = {
    "city": CITY,
    "cities": (
        f"{_REGION}{CITY}{_YEAR}"
        f"(?:{_UNLISTED}(?:{_SERIES}){{1,2}}{_DATED}{_REGION}{CITY}{_OWNS_NONE}{_YEAR})*{_TAIL}"
    ),
    "party": _PARTY,
    "parties": f"{_PARTY}(?:(?:{_SERIES}){{1,2}}{_PARTY})*{_TAIL}",
    # Three or more in one list: 甲、乙及丙.
    "company": (
        f"{_PARTY}(?<![与和跟同及、].)(?:、{_PARTY})+(?:(?:{_WILL}|(?:{_SERIES}){{1,2}}){_PARTY})+{_TAIL}"
    ),
    # 與沖繩石垣市, 與鄰近的高雄市: a region or an attribute may stand before the partner.
    "with": (
        f"(?:[与和跟同及](?<!同(?=[为属是样意时步]))|携手(?=[{CITY}{OTHER_PARTY}]))(?:(?<!及)(?!会{WE})|(?<=[{CITY}{OTHER_PARTY}{WE}]及))"
        f"(?:{_WORD}{{1,5}}的|{_WORD}{{0,4}}?)"
    ),
    # 甲、乙等11個友好城市, 甲與乙這兩個姊妹市
    "such": rf"(?:{_MANY}|这[两三四五六七八九十几]?[个座])(?:[国海]外|国际)?",
    "in": f"在{_PARTY}",
    "we": WE,
    # Nothing: the parties are not in the sentence.
    "here": "",
    # 仙台、日光、水上等: places nobody knows in a list.
    "unknown": r"(?:、[\u3400-\u9fff]{2,6}?(?=、|等|[两三四五六七八九十]))*",
    "reach": "[^。;!?]{0,40}?",
    "region": r"[\u3400-\u9fff]{1,4}的",
    "venue": VENUE,
    "date": DATE,
    "gap": f"[^{_STOPS}]{{0,40}}?",
    # 包括|1990年代結好的|坤甸
    "told": f"(?:[^,、{_STOPS}]{{1,14}}的)?",
    # No other partner in between: 首爾與多個城市簽有備忘錄, 處長說，雙方備忘錄.
    "alone": f"[^与和跟同{WE}{_STOPS}]{{0,40}}?",
    # A paper may lie between: 互換協議書，結為姊妹市.
    "pass": f"[^{_STOPS_OF_TIE}]{{0,40}}?",
    # 釜山屬姊妹市。 but no 屬於姊妹市論壇的會員; 締結姊妹市 but no 締結姊妹市的都市.
    "end": "(?=[,、。;!?()]|$)",
    "whole": "(?!的)",
    "near": f"[^,{_STOPS}]{{0,12}}?",
    "short": f"[^,{_STOPS}]{{0,14}}?",
}
# What may have been agreed: each word, and words for several of them.
_AGREED = {
    **TRIGGERS,
    "paper": "".join(TRIGGERS[role] for role in ("mou", "letter", "pact", "declaration")),
    "text": "".join(TRIGGERS[r] for r in ("mou", "letter", "pact", "declaration", "appeal")),
    "any": "".join(TRIGGERS.values()),
    "deed": "".join(TRIGGERS[role] for role in ("mou", "letter")),
    "tie": TRIGGERS["sister"] + TRIGGERS["partner"] + TRIGGERS["bond"],
    "sister": TRIGGERS["sister"] + TRIGGERS["partner"],
}
# What must stand where a token does.
_HOLDS = {
    "city": CITY,
    "cities": CITY,
    "party": CITY + OTHER_PARTY,
    "parties": CITY + OTHER_PARTY,
    "company": CITY + OTHER_PARTY,
    "with": "与和跟同及携",
    "such": "等这",
    "in": "在",
    "we": WE,
    "venue": VENUE,
    "date": DATE,
}
_ANYTHING = frozenset[str]()
# Papers are signed, declarations also issued; one is named with the verb.
_SIGNED = "".join(TRIGGERS[role] for role in ("mou", "letter", "pact", "declaration", "appeal"))
_ISSUED = TRIGGERS["declaration"]
# 完成備忘錄的簽署: the noun of signing stands behind what was signed.
_SIGNING = "簽署|簽訂|簽約|簽定|換文|換約|簽字"
# Tokens of one sign: a pattern that begins with it skips what is no such sign.
_SIGNS = frozenset(("city", "party"))


@dataclass(frozen=True, slots=True)
class AgreementPattern:
    """A compiled line of ``config/agreement_patterns.csv``.

    Attributes:
        needs: sets of characters; a sentence without one of each has no match.
    """

    rule: str
    regex: re.Pattern[str]
    others: str
    needs: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class AgreementPatterns:
    """All patterns, and which of them a sentence may match.

    Attributes:
        lines: the patterns, in order, each with the bits of all its needs.
        bits: by character the bits of the needs it meets.
        needs: the bits of all needs.
    """

    lines: Sequence[tuple[AgreementPattern, int]]
    bits: Mapping[str, int]
    needs: int

    @classmethod
    def of_lines(cls, patterns: Sequence[AgreementPattern]) -> AgreementPatterns:
        """Give every set of characters that patterns need a bit."""
        bit = {
            need: 1 << number
            for number, need in enumerate(dict.fromkeys(n for p in patterns for n in p.needs))
        }
        bits: dict[str, int] = {}
        for need, own in bit.items():
            for character in need:
                bits[character] = bits.get(character, 0) | own
        lines = [(p, sum(bit[need] for need in {*p.needs})) for p in patterns]
        return cls(lines, bits, sum(bit.values()))

    def of(self, skeleton: str) -> list[AgreementPattern]:
        """Return the patterns of which all needs are met."""
        met = 0
        for character in self.bits.keys() & set(skeleton):
            met |= self.bits[character]
        unmet = self.needs & ~met
        return [pattern for pattern, needed in self.lines if not needed & unmet]


def compile_pattern(place: str, source: str, roles: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """Compile a pattern written in words, such as ``a=city near with b=cities gap made``.

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
        if token == "made":
            sign, issue = _literal("sign", roles), _literal("issue", roles)
            gap = _TOKENS["gap"]
            done = _literal("完成|舉行|進行|舉辦", roles)
            part = (
                f"(?:{sign}{gap}(?=[{_SIGNED}])|{issue}{gap}{CITY}?(?=[{_ISSUED}])"
                f"|{done}{gap}(?=[{_SIGNED}]的?{_literal(_SIGNING, roles)}))(?P<t>.)"
            )
            has_trigger = True
        elif token in _AGREED:
            part = f"(?P<t>[{_AGREED[token]}])"
            has_trigger = True
        elif token in _TOKENS:
            part = _TOKENS[token]
        else:
            part = _literal(token, roles)
        if group:
            part = f"(?P<{group}>{part})"
        if group == "a":
            part = part + _first(".") if token in _SIGNS else _first("") + part
        parts.append(f"(?:{part})?" if optional else part)
    if not has_trigger or "b=" not in source:
        advice = f"name one of made, {', '.join(_AGREED)}, and the parties with b="
        raise ConfigError(place, f"pattern {source!r} is not complete", advice)
    return re.compile("".join(parts))


def _first(read: str) -> str:
    """Return the condition that a first party is no middle of a series, nor somebody's partner.

    Args:
        read: pattern of what is read of the party where the condition stands.
    """
    listed = f"(?<=[{''.join(TRIGGERS.values())}]、{read})"
    # 甲市的姊妹市乙、丙市的姊妹市丁
    owns = f"|(?=的{TRIGGERS['sister']}{CITY})" if read else ""
    return f"(?<![与和跟同及]{read})(?:(?<!、{read})|{listed}{owns})"


def needs_of(source: str, roles: Mapping[str, Sequence[str]]) -> tuple[frozenset[str], ...]:
    """Return for each word of a pattern that must be there the characters it may begin with."""
    tokens = [word.rpartition("=")[2] for word in source.split()]
    needs = {_begins(token, roles) for token in tokens if not token.endswith("?")}
    return tuple(sorted(needs - {_ANYTHING}, key=sorted))


def _begins(token: str, roles: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Return characters of which what a token stands for holds one, nothing if it may hold any."""
    known = {**_AGREED, "made": _SIGNED, **_HOLDS}
    if token in known:
        return frozenset(known[token])
    if token in _TOKENS:
        return _ANYTHING
    words = _words(token, roles)
    return _ANYTHING if "" in words else frozenset(word[0] for word in words)


def _literal(token: str, roles: Mapping[str, Sequence[str]]) -> str:
    ordered = sorted(_words(token, roles), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word) for word in ordered)})"


def _words(token: str, roles: Mapping[str, Sequence[str]]) -> set[str]:
    words: list[str] = []
    for word in token.split("|"):
        words.extend(roles.get(word, [word]))
    return {views.fold(word) for word in words}
