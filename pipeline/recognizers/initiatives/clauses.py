"""Clauses as the model of names without quotation marks sees them.

Contract: a clause is read as tokens (a Chinese character, a Latin word, a number) with what is
known of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.recognizers.initiatives.scene import LATIN_LETTERS, Found, Scene
from pipeline.records import record

_CLAUSE = re.compile(r"[^,。;:!?、()「」《》\u2013\u2014\u2500\[\]【】<>\"\n\t|]+")
_TOKEN = re.compile(
    rf"[{LATIN_LETTERS}](?:[{LATIN_LETTERS}0-9'&+.-]*[{LATIN_LETTERS}0-9'+])?|\d+(?:[.,]\d+)*|\S"
)
# Shorter clauses hold no name and its surroundings.
_SHORTEST = 3
_OPENING, _CLOSING = "「《", "」》"


@record
class Clause:
    """A clause as the model sees it.

    Attributes:
        starts, ends: where each token begins and ends in the page.
        signs: what is seen of each token, with two signs before and behind for the marks there.
        labels: label of the claim that covers each token, or empty.
        begins, stops: what ends where a token begins, and begins where it ends: a mark, the label
            of a claim, the role of a verb.
        heads: mode of the head noun that ends in each token, or empty.
        tags: like signs, the tag of the word each token is part of, and which part it is.
        ruled, rules: rule that found a name which begins, which ends with each token, or empty.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    signs: Sequence[str]
    labels: Sequence[str]
    begins: Sequence[str]
    stops: Sequence[str]
    heads: Sequence[str]
    tags: Sequence[str]
    ruled: Sequence[str] = ()
    rules: Sequence[str] = ()

    def begin(self, index: int) -> list[str]:
        """Return the features of a name that begins with token ``index``."""
        signs, tags, at = self.signs, self.tags, index + 3
        before, after = signs[at - 1], signs[at]
        two = signs[at - 2] + before
        kind, label = self.begins[index], self.labels[index]
        goes_on = label == self.labels[index - 1] if index else ""
        return [
            f"B1{before}",
            f"B2{two}",
            f"B3{signs[at - 3]}{two}",
            f"b1{after}",
            f"b2{after}{signs[at + 1]}",
            f"bx{before}|{after}",
            f"bk{kind}",
            f"br{self.ruled[index]}",
            f"bt{tags[at - 1]}|{tags[at]}",
            f"bu{tags[at - 2]}|{tags[at - 1]}|{tags[at]}",
            f"bv{before}|{tags[at]}",
            f"bw{tags[at - 1]}|{tags[at]}|{tags[at + 1]}",
            f"bl{label}{goes_on}",
        ]

    def stop(self, index: int) -> list[str]:
        """Return the features of a name that ends with token ``index``."""
        signs, tags, at = self.signs, self.tags, index + 3
        last, behind = signs[at], signs[at + 1]
        two = signs[at - 1] + last
        after = behind + signs[at + 2]
        return [
            f"e1{last}",
            f"e2{two}",
            f"e3{signs[at - 2]}{two}",
            f"E1{behind}",
            f"E2{after}",
            f"E3{after}{signs[at + 3]}",
            f"ex{last}|{behind}",
            f"ek{self.stops[index]}",
            f"eh{self.heads[index]}",
            f"er{self.rules[index]}",
            f"et{tags[at]}|{tags[at + 1]}",
            f"eu{tags[at]}|{tags[at + 1]}|{tags[at + 2]}",
            f"ev{tags[at]}|{behind}",
            f"ew{tags[at - 1]}|{tags[at]}|{tags[at + 1]}",
        ]

    def token(self, index: int) -> list[str]:
        """Return the features of a name that holds token ``index``."""
        sign = self.signs[index + 3]
        return [
            f"i1{sign}",
            f"i2{sign}{self.signs[index + 4]}",
            f"il{self.labels[index]}",
            f"it{self.tags[index + 3]}|{self.tags[index + 4]}",
        ]

    def whole(self, first: int, last: int) -> list[str]:
        """Return the features of the name from token ``first`` to ``last``."""
        size = last - first
        kinds = f"{self.begins[first]}|{self.heads[last]}|{self.stops[last]}"
        ruled = f"wr{self.ruled[first]}|{self.rules[last]}"
        return [ruled, f"n{size}", f"w{kinds}", f"wh{self.heads[last]}{min(size, 6)}"]


def read_clauses(scene: Scene, ruled: Sequence[Found] = ()) -> Iterator[Clause]:
    """Yield the clauses of a page outside of quotations that are whole clauses."""
    view = scene.view
    begun = {found.start: found.rule for found in ruled}
    ended = {found.end: found.rule for found in ruled}
    for piece in scene.page.pieces:
        if piece.kind == "boilerplate":
            continue
        low = scene.without_mark(piece.start, piece.end)
        for match in _CLAUSE.finditer(view, low, piece.end):
            start, end = match.span()
            is_quoted = view[start - 1 : start] in _OPENING and view[end : end + 1] in _CLOSING
            if end - start >= _SHORTEST and not (start and is_quoted):
                opens = _mark(view[start - 1]) if start > low else f"^{piece.kind}"
                closes = _mark(view[end]) if end < piece.end else "$"
                found = _clause(scene, start, end, opens, closes)
                if found.starts:
                    yield _ruled(found, begun, ended)


def _clause(scene: Scene, start: int, end: int, opens: str, closes: str) -> Clause:
    view = scene.view
    spans = [token.span() for token in _TOKEN.finditer(view, start, end)]
    signs = ["^", "^", opens, *(_sign(view[low:high]) for low, high in spans), closes, "$", "$"]
    roles = {low: (high, view[low:high]) for low, high in scene.verbs_in(start, end)}
    verb_ends = {high: scene.lexicon.verbs[word].role for high, word in roles.values()}
    begins, stops, heads, labels = [], [], [], []
    for index, (low, high) in enumerate(spans):
        ended_by, begun_by = scene.ends.get(low), scene.starts.get(high)
        begins.append(
            ended_by.label if ended_by else opens if not index else verb_ends.get(low, "")
        )
        verb = scene.lexicon.verbs[roles[high][1]] if high in roles else None
        last = index == len(spans) - 1
        stops.append(closes if last else begun_by.label if begun_by else verb.role if verb else "")
        size = scene.lexicon.head_words.ending(view, high, start)
        heads.append(scene.lexicon.heads[view[high - size : high]].mode if size else "")
        labels.append(scene.label_at(low))
    lows, highs = [low for low, _ in spans], [high for _, high in spans]
    tags = ["^", "^", opens, *scene.tags_of(spans), closes, "$", "$"]
    return Clause(lows, highs, signs, labels, begins, stops, heads, tags)


def _ruled(clause: Clause, begun: Mapping[int, str], ended: Mapping[int, str]) -> Clause:
    """Return a clause that knows which rules found names that begin or end in it."""
    ruled = [begun.get(at, "") for at in clause.starts]
    rules = [ended.get(at, "") for at in clause.ends]
    return replace(clause, ruled=ruled, rules=rules)


def _mark(sign: str) -> str:
    return "_" if sign.isspace() else sign


def _sign(token: str) -> str:
    """Return what is seen of a token: of a Latin word its form, of a number that it is one.

    >>> [_sign(token) for token in ("市", "Bus", "iHanoi", "GPS", "km", "2050")]
    ['市', 'Aa', 'aA', 'AA', 'aa', '0']
    """
    if len(token) == 1 and not token.isascii():
        return token
    if token[0].isdigit():
        return "0"
    if token == token.upper():
        return "AA" if token[0].isalpha() else token
    if token == token.lower():
        return "aa"
    return "Aa" if token == token.capitalize() else "aA"
