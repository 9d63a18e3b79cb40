"""From agreements found in a document to rows: one for each kind, set of parties and topic.

Contract: of two findings of one agreement the firmer standing is kept, then the better score, then
the first; a finding without a topic joins one that has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from pipeline.contract import Agreement, AgreementParty
from pipeline.ids import make_id
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.records import record

_FIRMNESS = ("imagined", "denied", "planned", "signed", "in_force", "renewed", "expired")
# 此前沒有簽署過; 市府澄清
_SO_FAR = views.pattern("[此之先以]前|過[去往]|以往|[至迄]今|歷來|首[次度]|第一(?!時間)")
_DENIES = views.pattern("澄清|否認|駁斥|反駁|闢謠|更正|不實|誤")
_OF_ROW = frozenset(("tie-row", "paper-row"))
_MADE = frozenset(("signed", "in_force"))
_NOT_YET = frozenset(("planned", "imagined"))


class Party(NamedTuple):
    """A city, a country or an organization."""

    city_id: str | None
    country_code: str | None
    organization_id: str | None


@record
class Agreed:
    """An agreement as one place of a text states it.

    Attributes:
        signed: first day of the signing date and its precision, or None.
        start, end: the evidence.
    """

    kind: str
    status: str
    parties: tuple[Party, ...]
    topic: str | None
    signed: tuple[date, str] | None
    start: int
    end: int
    rule: str
    score: float


def add_rows(doc: DocView, found: Sequence[Agreed]) -> None:
    """Append the rows of the agreements found, each once."""
    groups: dict[tuple[str, tuple[Party, ...]], list[Agreed]] = {}
    for agreed in found:
        same = groups.setdefault((agreed.kind, agreed.parties), [])
        index = next((i for i, other in enumerate(same) if _is_same(agreed, other)), None)
        if index is None:
            same.append(agreed)
        else:
            same[index] = _joined(same[index], agreed)
    for group in groups.values():
        for agreed in group:
            _add(doc, agreed)


def _is_same(one: Agreed, other: Agreed) -> bool:
    if one.topic is None or other.topic is None:
        return True
    first, second = views.key(one.topic), views.key(other.topic)
    return first in second or second in first


def _joined(one: Agreed, other: Agreed) -> Agreed:
    best, rest = sorted((one, other), key=lambda a: (-_FIRMNESS.index(a.status), -a.score, a.start))
    # The day a renewal is planned for is not when the old one was signed.
    signed = None if rest.status == "planned" != best.status else rest.signed
    return replace(best, topic=best.topic or rest.topic, signed=best.signed or signed)


# A text may bear the first day of a meeting and tell of the last.
_SAME_EVENT = 10
# 4月10日簽|了, 9月交換|的: done, whatever the year of the day is.
_DONE = views.pattern("[簽署訂定換下表](?:了|過|妥|的)|用印")


def _by_its_day(doc: DocView, agreed: Agreed) -> str:
    """Return the standing of a paper: what a text says is signed on a day to come is planned.

    Lines of registers may be newer than the day they seem to be from, the first that they tell.
    """
    today = doc.document.published_on
    is_row = "row" in agreed.rule or "list" in agreed.rule
    if agreed.status != "signed" or agreed.signed is None or today is None or is_row:
        return agreed.status
    is_far = (agreed.signed[0] - today).days > _SAME_EVENT
    is_done = _DONE.search(doc.view, agreed.start, agreed.end) is not None
    return "planned" if is_far and not is_done else agreed.status


def _add(doc: DocView, agreed: Agreed) -> None:
    names = [f"{kind}:{name}" for party in agreed.parties for kind, name in _named(party)]
    topic = views.key(agreed.topic) if agreed.topic else None
    agreement_id = make_id("agreement", doc.document_id, agreed.kind, *sorted(names), topic)
    doc.agreements.append(
        Agreement(
            agreement_id=agreement_id,
            document_id=doc.document_id,
            kind=agreed.kind,
            status=_by_its_day(doc, agreed),
            topic=agreed.topic,
            signed_on=agreed.signed[0] if agreed.signed else None,
            signed_precision=agreed.signed[1] if agreed.signed else None,
            start=agreed.start,
            end=agreed.end,
            text=doc.text[agreed.start : agreed.end],
            rule=agreed.rule,
            score=agreed.score,
        )
    )
    doc.agreement_parties.extend(
        AgreementParty(
            agreement_id=agreement_id,
            city_id=party.city_id,
            country_code=party.country_code,
            organization_id=party.organization_id,
        )
        for party in agreed.parties
    )


def _named(party: Party) -> list[tuple[str, str]]:
    return [(kind, name) for kind, name in zip(party._fields, party, strict=True) if name]


def distinct(groups: Sequence[tuple[Party, ...]]) -> list[tuple[Party, ...]]:
    """Return sets of two or more different parties."""
    result = []
    for group in groups:
        different = tuple(sorted({party for party in group if any(party)}, key=str))
        if len(different) > 1 and different not in result:
            result.append(different)
    return result


def is_told_otherwise(agreed: Agreed, found: Sequence[Agreed], view: str) -> bool:
    """Whether what a sentence tells first stands otherwise behind: a paper of a tie, or a rumour.

    報導說甲市將與乙市簽署備忘錄，市府澄清從未與乙市洽談任何備忘錄; but a first one
    (此前沒有簽署過) is planned, and 從未與乙市簽署備忘錄的丙市 is somebody else.
    """
    if agreed.status in _NOT_YET:
        later = (a for a in found if a.status == "denied" and a.start > agreed.end)
        same = [a for a in later if (a.kind, a.parties) == (agreed.kind, agreed.parties)]
        if any(
            not view.startswith("的", a.end)
            and (
                _DENIES.search(view, agreed.end, a.end)
                or not _SO_FAR.search(view, agreed.end, a.end)
            )
            for a in same
        ):
            return True
    return _makes_tie(agreed, found, view)


def _makes_tie(paper: Agreed, found: Sequence[Agreed], view: str) -> bool:
    """Whether a paper is that of a tie: 互換協議書，結為姊妹市; 締結姊妹市，…在協議書上簽字."""
    is_signed_on = view.startswith("上", paper.end)
    has_topic = paper.topic is not None and not (is_signed_on and paper.topic.endswith("在"))
    if paper.kind != "other" or has_topic or paper.status == "renewed":
        return False
    ties = (a for a in found if a.kind == "sister_city" and a.status in _MADE)
    same = (tie for tie in ties if tie.parties == paper.parties)
    return any(is_signed_on or tie.end > paper.end for tie in same)


def is_of_row(agreed: Agreed, found: Sequence[Agreed]) -> bool:
    """Whether a sentence without parties stands in a row that tells them by its columns."""
    rows = (a for a in found if a.rule == "register-row" and a.kind == agreed.kind)
    is_bare = agreed.rule in _OF_ROW
    return is_bare and any(row.start <= agreed.start < row.end for row in rows)
