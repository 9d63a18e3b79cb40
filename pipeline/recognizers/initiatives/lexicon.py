"""Words that initiatives are recognized by: heads, verbs, boundary words and cues around quotes.

Contract: every word is held in its folded form (`language.views.fold`); patterns prefer the longest
word at a position.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isqrt

from pipeline.language import views
from pipeline.language.keywords import Keywords
from pipeline.language.lexemes import Lexemes
from pipeline.language.theme_model import ThemeModel, build_theme_model
from pipeline.recognizers.initiatives.doubts import Doubts, build_doubts
from pipeline.recognizers.initiatives.span_weights import SpanWeights, build_span_weights

# Where cues stand that are looked for at the ends of quotations.
_PLACES = ("before", "after", "say", "end")
Rows = Mapping[str, Sequence[Mapping[str, str]]]


@dataclass(frozen=True, slots=True)
class Head:
    """The noun a name ends in.

    Attributes:
        kind: one of ``contract.entities.INITIATIVE_KINDS``.
        mode: ``name`` (names without quotation marks end in it), ``used`` (they do, unless the
            thing is only being built), ``cue`` (they do after a verb such as 推出), ``award`` (they
            do after a verb such as 獲頒), ``placed`` (they do if they begin with a city: 宜蘭幣),
            ``quoted`` (only tells the kind of a quoted name).
        modifier: characters a name without quotation marks has at least before the head, one that
            is ``placed`` has behind its city.
    """

    kind: str
    mode: str
    modifier: int


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of doing.

    Attributes:
        role: ``create``, ``introduce``, ``use`` or ``act``.
        told: whether the verb and its object tell a measure: ``always``, ``list`` (in list items
            and table cells), ``item`` (only where a list item tells nothing else) or ``never``.
    """

    role: str
    told: str


@dataclass(frozen=True, slots=True)
class Cues:
    """Weights of the words around and inside quotation marks, by place, and those words."""

    weights: Mapping[str, Mapping[str, int]]
    inside: re.Pattern[str]
    words: Mapping[str, Lexemes]

    def before(self, view: str, end: int, place: str = "before") -> int:
        """Return the weight of the longest cue that ends at ``end``."""
        size = self.words[place].ending(view, end)
        return self.weights[place][view[end - size : end]] if size else 0

    def after(self, view: str, start: int) -> int:
        """Return the weight of the longest cue that begins at ``start``."""
        size = self.words["after"].starting(view, start)
        return self.weights["after"][view[start : start + size]] if size else 0

    def is_general(self, content: str) -> bool:
        """Whether a quotation is a word that everybody uses: 數位轉型."""
        return self.weights.get("word", {}).get(content, 0) < 0

    def within(self, content: str) -> int:
        """Return the summed weight of the cues in a quotation, with those of its ends and whole."""
        total = self.weights.get("word", {}).get(content, 0)
        inside = self.weights.get("inside", {})
        total += sum(inside[found[0]] for found in self.inside.finditer(content))
        begin = self.weights.get("begin", {})
        total += max((w for n in (1, 2) if (w := begin.get(content[:n]))), key=abs, default=0)
        return total + self.before(content, len(content), "end")


@dataclass(frozen=True, slots=True)
class InitiativeLexicon:
    """Everything the rules on initiatives know about words.

    Attributes:
        heads: heads by folded text; head_words finds the longest at a position.
        bare_heads: finds a head that may end a name without quotation marks.
        verbs: verbs by folded text; verb_pattern finds one, verb_words tells which begins at a
            position, verb_spots finds all, introducing one of that role.
        edges: finds words that end a name at its left, or that hold characters together.
        whole: words that hold characters together.
        indefinite: edge words that announce a kind of thing, not a name (一個, 各項).
        common: ordinary words that end like a name of a place (交通 in 臺北交通).
        latin: Latin words too general to name anything, case-folded.
        openers: finds a word that may open a clause before its verb; opener_words tells which
            begins at a position.
        general: matches a modifier too general to name anything.
        municipal: matches one of words for what every city does, too: 道路, 校園.
        cues: weights around quotation marks.
        doubts: judges the quotations these leave in doubt.
        unmarked: weighs the ends of names without quotation marks.
        known: folded name -> (kind, country code or empty) of initiatives known by name.
        known_pattern: finds one of these.
        statuses: cue -> status; status_pattern finds a cue.
        themes: keyword -> (theme, weight) pairs; keywords finds them.
        theme_model: what further words tell of themes.
    """

    heads: Mapping[str, Head]
    head_words: Lexemes
    bare_heads: re.Pattern[str]
    verbs: Mapping[str, Verb]
    verb_pattern: re.Pattern[str]
    verb_words: Lexemes
    verb_spots: Spots
    introducing: re.Pattern[str]
    edges: Spots
    whole: frozenset[str]
    indefinite: frozenset[str]
    common: Lexemes
    latin: frozenset[str]
    openers: re.Pattern[str]
    opener_words: Lexemes
    general: re.Pattern[str]
    municipal: re.Pattern[str]
    cues: Cues
    doubts: Doubts
    unmarked: SpanWeights
    known: Mapping[str, tuple[str, str]]
    known_pattern: re.Pattern[str]
    statuses: Mapping[str, str]
    status_pattern: re.Pattern[str]
    themes: Mapping[str, tuple[tuple[str, int], ...]]
    keywords: Keywords
    theme_model: ThemeModel

    def head_of(self, view: str, start: int, end: int) -> tuple[str, Head] | None:
        """Return the longest head that ``view[start:end]`` ends in, and its folded text."""
        text = view[end - self.head_words.ending(view, end, start) : end]
        return (text, self.heads[text]) if text else None

    def head_at(self, view: str, start: int) -> Head | None:
        """Return the longest head of two or more characters that begins at ``start``."""
        size = self.head_words.starting(view, start)
        return self.heads[view[start : start + size]] if size > 1 else None


def any_of(words: Iterable[str], *more: str) -> str:
    """Return a pattern source for the longest of ``words`` at a position (folded words).

    Words are grouped by first character, so that a position is decided by one comparison; as long
    as ``more`` sources to look for where none stands begin with a character as well, searches
    skip positions that begin nothing.

    >>> any_of(["推出", "推", "建"])
    '(?:建|推(?:出|))'
    """
    groups: dict[str, set[str]] = {}
    for word in words:
        groups.setdefault(word[0], set()).add(word[1:])
    parts = []
    for first in sorted(groups):
        rests = sorted(groups[first], key=lambda rest: (-len(rest), rest))
        tail = "|".join(re.escape(rest) for rest in rests)
        parts.append(re.escape(first) + (f"(?:{tail})" if len(rests) > 1 or rests[0] else ""))
    return f"(?:{'|'.join([*parts, *more])})" if parts or more else "(?!)"


class Spots:
    """Finds the longest of many words at each place, as a search for `any_of` them would.

    Words are tried only where the first two characters begin to be one, and of them those of a
    few first characters.

    >>> Spots(["推出", "推", "建置"]).of("建设推出，推建")
    [(2, 4), (5, 6)]
    """

    def __init__(self, words: Collection[str]) -> None:
        second = {word[1] for word in words if len(word) > 1}
        alone = {word for word in words if len(word) == 1}
        tried = f"(?={_one_of(second)})(?<=(?=({_tried(words)})).)" if second else "(?!)()"
        tried += f"|(?<={_one_of(alone)})" if alone else ""
        self._spots = re.compile(f"{_one_of({word[0] for word in words})}(?:{tried})")

    def of(self, view: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        """Return where the words in ``view[start:end]`` stand that no word before hides."""
        found = []
        stop = len(view) if end is None else end
        for spot in self._spots.finditer(view, start, stop):
            low = spot.start()
            if low >= start:
                start = spot.end(1) if spot.end(1) > 0 else low + 1
                found.append((low, start))
        return found


def _tried(words: Iterable[str]) -> str:
    """Return what `any_of` does, shaped so that a position asks about few first characters."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word)
    first = sorted(groups)
    size = max(4, isqrt(len(first)))
    parts = [first[low : low + size] for low in range(0, len(first), size)]
    return "|".join(
        f"(?={_one_of(part)}){any_of(w for sign in part for w in groups[sign])}" for part in parts
    )


# 主要推動, 需要設備, 重要推手, 成就推手獎, 一上任就推出: a short cue inside other words.
_NO_PART = views.pattern(
    "(?<![主重需只必不首簡]要[推辦設蓋])(?<!成就推)"
    "(?!(?<=要設)[施備定計]|(?<=[要就]推)手|(?<=就推)[動廣行出進])"
).pattern

_TEAM = views.pattern("(?!(?<=專案)(?:小組|會議|報告|辦公室|人員))").pattern


def _one_of(signs: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(signs)))}]"


def build_lexicon(tables: Rows) -> InitiativeLexicon:
    """Build the lexicon from the config tables on initiatives."""
    heads = {
        views.fold(row["head"]): Head(row["kind"], row["mode"], int(row["modifier"]))
        for row in tables["initiative_heads"]
    }
    verbs = {
        views.fold(row["verb"]): Verb(row["role"], row["told"])
        for row in tables["initiative_verbs"]
    }
    words: dict[str, list[str]] = {}
    for row in tables["initiative_words"]:
        words.setdefault(row["role"], []).append(views.fold(row["word"]))
    known = {
        views.fold(row["name"]): (row["kind"], row["country_code"])
        for row in tables["known_initiatives"]
    }
    statuses = {views.fold(row["cue"]): row["status"] for row in tables["initiative_statuses"]}
    themes = _themes(tables["themes"])
    bare = [text for text, head in heads.items() if head.mode != "quoted"]
    tails = any_of(words["tail"])
    edges = frozenset([*words["edge"], *words["indefinite"]])
    return InitiativeLexicon(
        heads=heads,
        head_words=Lexemes(heads),
        bare_heads=re.compile(any_of(bare) + rf"(?!{tails})" + _TEAM),
        verbs=verbs,
        verb_pattern=re.compile(any_of(verbs)),
        verb_words=Lexemes(verbs),
        verb_spots=Spots(verbs),
        introducing=re.compile(any_of(w for w, verb in verbs.items() if verb.role == "introduce")),
        edges=Spots([*edges, *words["whole"], *verbs]),
        whole=frozenset(words["whole"]) - edges - frozenset(verbs),
        indefinite=frozenset(words["indefinite"]),
        common=Lexemes(words["common"]),
        latin=frozenset(word.casefold() for word in words["latin"]),
        openers=re.compile(any_of([*words["lead"], *words["subject"]])),
        opener_words=Lexemes([*words["lead"], *words["subject"]]),
        general=re.compile(f"(?:{any_of(words['general'])})*"),
        municipal=re.compile(f"(?:{any_of([*words['general'], *words['municipal']])})*"),
        cues=_cues(tables["quote_cues"]),
        doubts=build_doubts(tables["quote_model"]),
        unmarked=build_span_weights(tables["unmarked_model"]),
        known=known,
        known_pattern=re.compile(any_of(known)),
        statuses=statuses,
        status_pattern=re.compile(any_of(statuses) + _NO_PART),
        themes=themes,
        keywords=Keywords(themes),
        theme_model=build_theme_model(tables["theme_model"]),
    )


def _cues(rows: Sequence[Mapping[str, str]]) -> Cues:
    weights: dict[str, dict[str, int]] = {}
    for row in rows:
        weights.setdefault(row["place"], {})[views.fold(row["cue"])] = int(row["weight"])
    words = {place: Lexemes(weights.get(place, ())) for place in _PLACES}
    return Cues(weights, re.compile(any_of(weights.get("inside", {}))), words)


def _themes(rows: Sequence[Mapping[str, str]]) -> dict[str, tuple[tuple[str, int], ...]]:
    themes: dict[str, list[tuple[str, int]]] = {}
    for row in rows:
        keyword = views.fold(row["keyword"]).casefold()
        themes.setdefault(keyword, []).append((row["theme"], int(row["weight"])))
    return {keyword: tuple(sorted(pairs)) for keyword, pairs in themes.items()}
