"""Find agreements between cities, countries and bodies: who agreed on what, and how it stands.

Contract: `find_agreements(around, lexicon)` appends `Agreement` and `AgreementParty` rows, one for
each kind, set of parties and topic.  Sentences are matched against
``config/agreement_patterns.csv`` in order; rows of a register of relations are read by column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.recognizers.initiatives.lexicon import any_of
from pipeline.relations.agreements.answers import answered
from pipeline.relations.agreements.asides import aside_around
from pipeline.relations.agreements.asked import find_asked
from pipeline.relations.agreements.details import find_topic, goes_on, signing_date
from pipeline.relations.agreements.enumerations import read_enumerations
from pipeline.relations.agreements.implied import Implied, find_implied, put_implied
from pipeline.relations.agreements.legend import read_legend
from pipeline.relations.agreements.lists import Lists
from pipeline.relations.agreements.matches import Matches
from pipeline.relations.agreements.pacts import read_pact
from pipeline.relations.agreements.papers import KIND_OF, KINDS, each_kind, more_kinds
from pipeline.relations.agreements.parties import Parties
from pipeline.relations.agreements.patterns import (
    AgreementPattern,
    AgreementPatterns,
    compile_pattern,
    needs_of,
)
from pipeline.relations.agreements.referents import Referents
from pipeline.relations.agreements.register import read_register
from pipeline.relations.agreements.rows import Agreed, Party, add_rows, is_of_row, is_told_otherwise
from pipeline.relations.agreements.skeleton import Skeleton, SkeletonWords, skeleton_of
from pipeline.relations.agreements.standing import StatusWords, plainly
from pipeline.relations.agreements.status import find_status
from pipeline.relations.agreements.subjects import is_bought
from pipeline.relations.agreements.tokens import (
    AGAIN,
    FORMER,
    LATTER,
    OWN,
    THAT,
    TRIGGERS,
    US,
    WE,
)
from pipeline.relations.surroundings import Surroundings

# A sentence without a mark is read this far around what was agreed.
_REACH = 600
_PAIR = 2
_TOKENS = {
    **TRIGGERS,
    "we": WE,
    "own": OWN,
    "that": THAT,
    "us": US,
    "former": FORMER,
    "latter": LATTER,
}
# 兩份備忘錄，一份是與…，另一份則與…
_ONE_MORE = tuple(
    views.fold(which + paper)
    for which in ("一", "另一", "前一", "上一", "下一", *map("第{}".format, "一二三四五六七八九十"))
    for paper in "份紙項"
)
# Words that are written in two ways.
_SPELLINGS = tuple(
    (views.fold(one), views.fold(other))
    for one, other in (("姊妹", "姐妹"), ("計畫", "計劃"), ("規劃", "規畫"))
)
# 簽署的協議超過百份 counts papers.
_MANY_PAPERS = views.pattern(
    r"[已共總累計]{0,3}(?:超過|逾|達|近|有|多達)?[\d一二兩三四五六七八九十百千數幾上]+[多餘]?[份項件個紙]"
)
# 締結姊妹, 就是姊妹啦; not 姊妹校.
_SISTERS = ("姊妹", "姐妹")
_NO_SCHOOL = views.simplify("(?=[,。;!?、的之啦了呢喔囉嘍嗎已至\\d]|多年|以來|情誼|關係|$)")
# 發表聲明, 「淨零承諾」; not 市府聲明, 承諾減碳.
_SAID = tuple(map(views.simplify, ("聲明", "承諾", "誓言")))
_AS_NOUN = views.simplify("{0}(?:(?=[」》])|(?<=[表布署出過]{0})(?=[,。;!?]|$))")
_SIDES = frozenset("ab")
_SENTENCE_MARK = re.compile(r"[。!?\n]")


@dataclass(frozen=True, slots=True)
class AgreementLexicon:
    """Patterns and words of agreements.

    Attributes:
        patterns: compiled patterns, in order.
        triggers: finds a word for what was agreed.
        words: words that become one character of a skeleton.
        named, kinds: find the kind of an agreement in a cell or a head.
        statuses: cues of standing.
    """

    patterns: AgreementPatterns
    triggers: re.Pattern[str]
    words: SkeletonWords
    named: re.Pattern[str]
    kinds: Mapping[str, str]
    statuses: StatusWords


def build_lexicon(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> AgreementLexicon:
    """Build the lexicon from ``agreement_patterns.csv`` and ``agreement_words.csv``."""
    roles: dict[str, list[str]] = {}
    for row in tables["agreement_words"]:
        word = views.fold(row["word"])
        words = roles.setdefault(row["role"], [])
        words.append(word)
        words.extend(word.replace(one, other) for one, other in _SPELLINGS if one in word)
    patterns = [
        AgreementPattern(
            row["rule"],
            compile_pattern(
                getattr(row, "place", "config/agreement_patterns.csv"), row["pattern"], roles
            ),
            row["others"],
            needs_of(row["pattern"], roles),
        )
        for row in tables["agreement_patterns"]
    ]
    tokens = {word: token for role, token in _TOKENS.items() for word in roles[role]}
    tokens |= dict.fromkeys(_ONE_MORE, AGAIN)
    named = {word: kind for role, kind in KINDS.items() for word in roles[role]}
    nouns = [word + _NO_SCHOOL for word in _SISTERS] + [_AS_NOUN.format(word) for word in _SAID]
    return AgreementLexicon(
        patterns=AgreementPatterns.of_lines(patterns),
        triggers=re.compile(any_of(named, *nouns)),
        words=SkeletonWords(
            re.compile(any_of(tokens, *nouns)),
            {
                **tokens,
                **dict.fromkeys(_SISTERS, TRIGGERS["sister"]),
                **dict.fromkeys(_SAID, TRIGGERS["appeal"]),
            },
        ),
        named=re.compile(any_of(named)),
        kinds=named,
        statuses=StatusWords.of(roles),
    )


def find_agreements(around: Surroundings, lexicon: AgreementLexicon) -> None:
    """Append the agreements a document states."""
    doc = around.doc
    referents = Referents(around)
    triggers = [*lexicon.triggers.finditer(doc.view)]
    words = [trigger for trigger in triggers if trigger[0] in lexicon.kinds]
    legend = read_legend(doc.view, words, lexicon.kinds)
    named = (lexicon.named, lexicon.kinds, lexicon.statuses, legend)
    lists = Lists(referents, *named)
    found = [*read_enumerations(referents, words, lexicon.kinds, lexicon.statuses)]
    spans = [(one.start, one.end) for one in found]
    found.extend(one for one in lists.read(words) if not _is_within(one, spans))
    found.extend(read_register(around, *named))
    pact = read_pact(referents, lexicon.named, lexicon.kinds) if triggers else None
    if pact is not None:
        found.append(pact.agreed)
        referents.sides = pact.sides
    seen = read = -1
    for trigger in triggers:
        aside = aside_around(doc, trigger.start()) if trigger.start() >= read else None
        if aside is not None:
            start, read, opened = aside
            found.extend(_of_sentence(referents, start, read, lexicon, opened=opened))
        if trigger.start() < seen or lists.has_told(trigger.start()):
            continue
        start, end = _sentence(doc, around, trigger.start())
        seen = end
        found.extend(_of_sentence(referents, start, end, lexicon))
    found.extend(_implied(referents, lexicon) if triggers else ())
    add_rows(doc, [agreed for agreed in found if not is_of_row(agreed, found)])


def _is_within(agreed: Agreed, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a line is (part of) a list that was read as a whole."""
    return any(agreed.start < high and low < agreed.end for low, high in spans)


def _implied(referents: Referents, lexicon: AgreementLexicon) -> Iterator[Agreed]:
    """Yield what a sentence signs or lists with a city beside it, without saying what."""
    doc, words = referents.around.doc, lexicon.words.roles
    told = (lexicon.triggers, words, partial(_sentence, doc, referents.around))
    for one in (*find_implied(doc.view, *told), *find_asked(doc, *told)):
        for agreed in _of_sentence(referents, one.start, one.end, lexicon, one):
            is_beside = doc.kept_in(agreed.start, agreed.end, "CITY")
            if is_beside and all(party.city_id for party in agreed.parties):
                yield agreed


def _sentence(doc: DocView, around: Surroundings, position: int) -> tuple[int, int]:
    low, high = around.sentence(position)
    low, high = max(low, position - _REACH), min(high, position + _REACH)
    for mark in _SENTENCE_MARK.finditer(doc.view, low, position):
        low = mark.end()
    mark_behind = _SENTENCE_MARK.search(doc.view, position, high)
    return low, mark_behind.end() if mark_behind else high


def _of_sentence(
    referents: Referents,
    start: int,
    end: int,
    lexicon: AgreementLexicon,
    implied: Implied | None = None,
    *,
    opened: int = -1,
) -> list[Agreed]:
    around = referents.around
    skeleton = skeleton_of(referents, start, end, lexicon.words, opened)
    if implied is not None:
        put_implied(skeleton, implied)
    parties = Parties(referents, skeleton, start, end)
    found: list[Agreed] = []
    matches = Matches(skeleton, lexicon.patterns)
    for place in matches.places():
        chosen = _chosen(matches.at(place), skeleton, parties)
        if chosen is None:
            continue
        (pattern, match), groups = chosen
        trigger = match.start("t")
        kind = _kind_of(skeleton, match)
        if pattern.others == "carried" and _MANY_PAPERS.match(skeleton.text, trigger + 1):
            continue
        if is_bought(around.doc.view, skeleton, match, groups):
            continue
        kinds = each_kind(skeleton, match, len(groups))
        if kinds is None:
            continue
        if not kinds:
            told = [kind, *more_kinds(skeleton, match)]
            groups, kinds = groups * len(told), [one for one in told for _ in groups]
        low, high = skeleton.starts[match.start()], skeleton.ends[match.end() - 1]
        word = around.doc.view[skeleton.starts[trigger] : skeleton.ends[trigger]]
        status = find_status(around, skeleton, match, kind, lexicon.statuses, end)
        if status is None:
            before = (a for a in reversed(found) if _is_told_on(skeleton, a, kind, match))
            status = next((agreed.status for agreed in before), None)
        topic = find_topic(around.doc, skeleton, trigger) if kind != "sister_city" else None
        found.extend(
            Agreed(
                kind=one,
                status=answered(around, low, group, lexicon.statuses) or plainly(status, one, word),
                parties=group,
                topic=topic,
                signed=signing_date(around.doc, (low, high), (start, end), group),
                start=low,
                end=high,
                rule=pattern.rule,
                score=0.7 if pattern.others == "home" else 0.85,
            )
            for group, one in zip(groups, kinds, strict=True)
            # 三城結盟 is a league, no tie of two.
            if one != "sister_city" or (len(group) == _PAIR and not _has_body(group))
        )
    return [agreed for agreed in found if not is_told_otherwise(agreed, found, around.doc.view)]


def _has_body(group: Sequence[Party]) -> bool:
    return any(party.organization_id for party in group)


def _chosen(
    covering: Iterable[tuple[AgreementPattern, re.Match[str]]], skeleton: Skeleton, parties: Parties
) -> tuple[tuple[AgreementPattern, re.Match[str]], list[tuple[Party, ...]]] | None:
    """Return the first pattern that gives parties, and these.

    A partner nobody knows (與石川縣簽署) is not replaced by one told before.
    """
    for one in covering:
        groups = parties.groups(*one, _kind_of(skeleton, one[1]))
        if groups:
            return one, groups
        if any(skeleton.parties.get(here) == [] for here in _named(one[1])):
            return None
    return None


def _named(match: re.Match[str]) -> Iterator[int]:
    """Yield the positions at which a pattern names parties."""
    for name in _SIDES & match.re.groupindex.keys():
        yield from range(*match.span(name))


def _is_told_on(skeleton: Skeleton, told: Agreed, kind: str, match: re.Match[str]) -> bool:
    """Whether a paper stands as one told before does."""
    return told.kind == kind == "mou" or goes_on(skeleton, told, match)


def _kind_of(skeleton: Skeleton, match: re.Match[str]) -> str:
    return KIND_OF[skeleton.text[match.start("t")]]
