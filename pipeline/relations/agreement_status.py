"""How an agreement stands, what it is about and when it was signed, from the words around it.

Contract: cues come from ``config/agreement_words.csv``; denial and doubt also count when the next
sentences say them, since questions are answered there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.recognizers.initiative_lexicon import any_of
from pipeline.relations.agreement_skeleton import TRIGGERS, Skeleton

# In order of precedence.
_STATUSES = ("expired", "denied", "imagined", "planned", "renewed", "affirmed")
_LOOK_AHEAD = 60
_SIGNED = views.pattern("簽署|簽訂|簽約|締結|換文")
_BREAK = re.compile("[;。!?]")
_TOPIC_EDGE = re.compile(
    views.simplify(
        "[\ue000-\ue0ff,。;:、的]|雙方|簽署|簽訂|簽定|簽|締結|達成|重申|見證|發表|互換|一份|預計|將|為|及|與|就|於"
    )
)
_TOPIC_TAIL = views.pattern(r"(?:合作|交流合作|諒解|瞭解|共同|聯合|框架)+$")


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Patterns of the cues of each standing, in order of precedence."""

    cues: Sequence[tuple[str, re.Pattern[str]]]

    @classmethod
    def of(cls, roles: Mapping[str, Sequence[str]]) -> StatusWords:
        """Compile the cues of the standings."""
        return cls([(status, re.compile(any_of(roles[status]))) for status in _STATUSES])

    def find(self, text: str, *statuses: str) -> str | None:
        """Return the first standing with a cue in ``text``: of ``statuses``, else of all."""
        for status, cue in self.cues:
            if status in (statuses or _STATUSES[:-1]) and cue.search(text):
                return status
        return None


def find_status(
    doc: DocView,
    skeleton: Skeleton,
    match: re.Match[str],
    kind: str,
    words: StatusWords,
    sentence_end: int,
) -> str | None:
    """Return the standing told by cues, or None if there is none."""
    trigger = match.start("t")
    text = skeleton.text
    low = _zone_start(text, match.start())
    behind = _BREAK.search(text, trigger)
    high = behind.start() if behind else len(text)
    before = text[low : max(trigger, match.end())]
    after = _before_next(text[match.end() : high])
    ahead = doc.view[sentence_end : sentence_end + _LOOK_AHEAD]
    status = words.find(after, "expired", "denied") or words.find(before)
    status = status or words.find(after, "renewed")
    if status is None and _SIGNED.search(after) and not _has_party(after):
        status = words.find(after, "planned", "imagined")
    is_question = "?" in text[trigger:] or status == "imagined"
    if is_question:
        answer = words.find(ahead, "denied", "affirmed")
        return {"denied": "denied", "affirmed": "planned"}.get(answer or "", "imagined")
    if status is None and kind == "sister_city" and _is_dated(match[0]):
        return "signed"
    return status


def _zone_start(text: str, position: int) -> int:
    """Return where the part of the sentence about this agreement begins."""
    low = 0
    for index in range(position):
        if text[index] == ";" or text[index] in TRIGGERS.values():
            low = index + 1
    return low


def _before_next(text: str) -> str:
    """Return ``text`` without the clause that tells of the next agreement, and what follows."""
    for index, character in enumerate(text):
        if character in TRIGGERS.values():
            return text[: max(text.rfind(",", 0, index), 0)]
    return text


def _has_party(text: str) -> bool:
    return any("\ue000" <= character <= "\ue001" for character in text)


def _is_dated(text: str) -> bool:
    """Whether a sister tie is being made on a date, not merely mentioned."""
    return "\ue003" in text and views.simplify("簽") in text


def find_topic(doc: DocView, skeleton: Skeleton, trigger: int) -> str | None:
    """Return the subject written before 備忘錄, or None.

    ``簽署港灣減碳合作備忘錄`` gives ``港灣減碳``.
    """
    text = skeleton.text
    start = 0
    for edge in _TOPIC_EDGE.finditer(text, 0, trigger):
        start = edge.end()
    end = trigger
    tail = _TOPIC_TAIL.search(text, start, end)
    end = tail.start() if tail else end
    if not 2 <= end - start <= 20:
        return None
    topic = doc.text[skeleton.starts[start] : skeleton.ends[end - 1]]
    return " ".join(topic.strip("「」《》〈〉『』 ").split()) or None


def signing_date(
    doc: DocView, low: int, high: int, start: int, end: int
) -> tuple[date, str] | None:
    """Return the first day and precision of the date in the evidence, else right behind it."""
    for first, last in ((low, high), (high, min(end, high + 24)), (max(start, low - 24), low)):
        for mention in doc.kept_in(first, last, "DATE"):
            value = doc.dates.get(mention.mention_id)
            if value is not None and value.start_date is not None:
                return value.start_date, value.start_precision
    return None
