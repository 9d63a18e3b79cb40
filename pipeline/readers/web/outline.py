"""Tell which parts of a web page are its article and which are the frame around it.

Contract: gives every token the rule that drops it, empty for what is read; one pass, no recursion,
whatever is left open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.readers.web import elements
from pipeline.readers.web.tokens import Token, attributes

_FARTHEST = 60


@dataclass(slots=True)
class Outline:
    """What drops each token (empty: nothing), and the elements that are not closed."""

    rules: list[str]
    unclosed: list[str]


@dataclass(slots=True)
class _Open:
    """The elements open at a token, with what drops each and whether it is the article."""

    names: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def push(self, name: str, rule: str, part: str) -> None:
        """Open an element."""
        self.names.append(name)
        self.rules.append(rule or self.rule)
        self.parts.append(part or self.part)
        self.counts[name] += 1

    def pop(self) -> None:
        """Close the innermost element."""
        self.counts[self.names.pop()] -= 1
        self.rules.pop()
        self.parts.pop()

    def close(self, name: str) -> None:
        """Close the innermost element of a name and all inside it."""
        if self.counts[name]:
            while self.names[-1] != name:
                self.pop()
            self.pop()

    def end_before(self, name: str) -> None:
        """Close what the start of an element ends without saying so."""
        if name in elements.BLOCKS:
            self.close("p")
        if self.counts["head"] and name not in elements.IN_HEAD:
            self.close("head")
        own, stops = elements.ENDS.get(name, ((), ()))
        for other in reversed(self.names[-_FARTHEST:]) if own else ():
            if other in stops:
                return
            if other in own:
                self.close(other)
                return

    @property
    def rule(self) -> str:
        """The rule that drops what stands here."""
        return self.rules[-1] if self.rules else ""

    @property
    def part(self) -> str:
        """Whether this is ``main``, ``article`` or neither."""
        return self.parts[-1] if self.parts else ""


def outline(text: str, tokens: Sequence[Token]) -> Outline:
    """Return what drops each token; the article is ``main``, else ``article``, else the body."""
    opens = Counter(token.name for token in tokens if token.kind == "open")
    closes = Counter(token.name for token in tokens if token.kind == "close")
    unclosed = [
        name
        for name, n in opens.items()
        if n > closes[name] and name not in elements.VOID and name not in elements.MAY_STAY_OPEN
    ]
    unclosed += [t.name or "comment" for t in tokens if not t.is_closed]
    rules, parts = _rules(tokens, frozenset(unclosed), by_class=True)
    if _size(text, tokens, rules) * 4 < _size(text, tokens, [r and r != "frame" for r in rules]):
        rules, parts = _rules(tokens, frozenset(unclosed), by_class=False)
    total = _size(text, tokens, rules)
    for wanted, share in (("main", 0.0), ("article", 0.5)):
        within = [
            rule or ("" if wanted in part else "outside_article")
            for rule, part in zip(rules, parts, strict=True)
        ]
        if _size(text, tokens, within) > share * total:
            rules = within
            break
    _keep_title(tokens, rules)
    return Outline(rules, list(dict.fromkeys(unclosed)))


def _keep_title(tokens: Sequence[Token], rules: list[str]) -> None:
    """Read the first ``h1`` of the page's header where the article has none."""
    heads = [i for i, t in enumerate(tokens) if t.kind == "open" and t.name == "h1"]
    first = next((i for i in heads if rules[i] == "header"), None)
    if first is None or any(not rules[index] for index in heads):
        return
    for index in range(first, len(tokens)):
        rules[index] = "" if rules[index] == "header" else rules[index]
        if tokens[index].kind == "close" and tokens[index].name == "h1":
            return


def _size(text: str, tokens: Sequence[Token], dropped: Sequence[object]) -> int:
    """Return how many characters of text remain."""
    return sum(
        len("".join(text[token.start : token.end].split()))
        for token, is_dropped in zip(tokens, dropped, strict=True)
        if token.kind == "text" and not is_dropped
    )


def _rules(
    tokens: Sequence[Token], unclosed: frozenset[str], *, by_class: bool
) -> tuple[list[str], list[str]]:
    """Return what drops each token, and whether it lies in ``main`` or ``article``."""
    rules, parts = [], []
    open_ = _Open()
    for token in tokens:
        if token.kind == "open":
            open_.end_before(token.name)
            if token.name in elements.BODY and open_.rule:
                _leave_frame(open_, unclosed)
        rule, part = open_.rule, open_.part
        if token.kind == "open" and token.name not in elements.VOID:
            own, is_part = _own_rule(token, by_class=by_class)
            own = "" if own == "header" and part else own
            open_.push(token.name, own, f"{part} {is_part}" if is_part else "")
            rule, part = open_.rule, open_.part
        elif token.kind == "close":
            open_.close(token.name)
        elif token.kind in ("comment", "raw"):
            rule = rule or ("comment" if token.kind == "comment" else "script")
        rules.append(rule)
        parts.append(part)
    return rules, parts


def _leave_frame(open_: _Open, unclosed: frozenset[str]) -> None:
    """Close the frame elements around that are never closed in the page."""
    first = next(index for index, rule in enumerate(open_.rules) if rule)
    if open_.names[first] in unclosed and open_.names[first] != "head":
        while len(open_.names) > first:
            open_.pop()


def _own_rule(token: Token, *, by_class: bool) -> tuple[str, str]:
    """Return what drops an element, and whether it is ``main`` or ``article``."""
    part = token.name if token.name in ("main", "article") else ""
    if token.name in elements.DROPPED:
        return elements.DROPPED[token.name], ""
    if token.name in ("html", "body") or len(token.attributes) < 4:
        return "", part
    found = attributes(token)
    if elements.HIDDEN.search(found.get("style", "")) or found.get("aria-hidden") == "true":
        return "hidden", part
    if "hidden" in token.attributes and elements.HIDDEN_FLAG.search(token.attributes):
        return "hidden", part
    role = found.get("role", "")
    part = part or (role if role in ("main", "article") else "")
    if part or role in elements.ROLES or not by_class:
        return elements.ROLES.get(role, ""), part
    names = [*found.get("class", "").split(), found.get("id", "")]
    if any(elements.FRAME.fullmatch(name) for name in names if name):
        return "frame", ""
    return "header" if any(map(elements.MASTHEAD.fullmatch, names)) else "", ""
