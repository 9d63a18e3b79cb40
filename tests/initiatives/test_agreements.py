"""Who agreed on what with whom, and how it stands."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.linking.docview import DocView
from pipeline.relations.agreements.finder import find_agreements
from pipeline.relations.agreements.heads import headed_kind
from pipeline.relations.agreements.patterns import compile_pattern
from pipeline.relations.surroundings import Surroundings
from tests.initiatives.documents import PLACES, agreement_lexicon, date_row, document

Found = set[tuple[str, str, frozenset[str]]]


def agreed(text: str, **options: object) -> Found:
    doc = document(text, **options)  # type: ignore[arg-type]
    find_agreements(Surroundings.of(doc), agreement_lexicon())
    return {(a.kind, a.status, _parties(doc, a.agreement_id)) for a in doc.agreements}


def _parties(doc: DocView, agreement_id: str) -> frozenset[str]:
    rows = [party for party in doc.agreement_parties if party.agreement_id == agreement_id]
    return frozenset(p.city_id or p.country_code or "" for p in rows)


def one(kind: str, status: str, *parties: str) -> Found:
    return {(kind, status, frozenset(parties))}


def _cases() -> dict[tuple[str, str], Found]:
    """The table of examples: one row for each agreement, a text without one has an empty kind."""
    cases: dict[tuple[str, str], Found] = {}
    with Path(__file__).with_name("agreements.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found = cases.setdefault((row["text"], row["speaker"]), set())
            if row["kind"]:
                parties = (PLACES[name][0] for name in row["parties"].split())
                found.add((row["kind"], row["status"], frozenset(parties)))
    return cases


@pytest.mark.parametrize(("case", "expected"), _cases().items(), ids=str)
def test_agreement(case: tuple[str, str], expected: Found) -> None:
    text, speaker = case
    assert agreed(text, speaker=speaker or None) == expected


def test_a_list_of_partners_gives_an_agreement_each() -> None:
    text = "臺北市今年會與多國城市簽約，包含布拉格簽署智慧城市合作備忘錄及里昂觀光合作備忘錄。"
    assert agreed(text) == one("mou", "planned", "tpe", "prg") | one("mou", "planned", "tpe", "lyo")


def test_the_second_half_of_a_sentence_keeps_the_first_party() -> None:
    text = "桃園與橫濱簽署市民證互認備忘錄；與里昂則預定締結姊妹市。"
    assert agreed(text, speaker="橫濱") == (
        one("mou", "signed", "tao", "yok") | one("sister_city", "planned", "tao", "lyo")
    )


def test_the_speaker_is_the_party_left_unsaid() -> None:
    assert agreed("與臺北締結姊妹市邁入第28年。", speaker="基多") == one(
        "sister_city", "in_force", "tpe", "uio"
    )


def test_both_cities() -> None:
    text = "臺北市長接待里昂市長。兩市簽署觀光備忘錄。"
    assert agreed(text, speaker="里昂") == one("mou", "signed", "tpe", "lyo")


def test_topic_date_and_evidence() -> None:
    doc = document(
        "桃園與橫濱3月23日簽署電子市民證互認合作備忘錄。",
        dates={"3月23日": date_row("", "2022-03-23")},
    )
    find_agreements(Surroundings.of(doc), agreement_lexicon())
    [row] = doc.agreements
    assert row.topic == "電子市民證互認"
    assert (str(row.signed_on), row.signed_precision) == ("2022-03-23", "day")
    assert doc.text[row.start : row.end] == row.text
    assert row.rule == "paper-between"


def test_how_many_were_signed_is_no_topic() -> None:
    doc = document("桃園與橫濱簽署了一份備忘錄。")
    find_agreements(Surroundings.of(doc), agreement_lexicon())
    assert [row.topic for row in doc.agreements] == [None]


def test_one_row_for_one_agreement() -> None:
    text = "臺北與里昂簽署減碳備忘錄。臺北與里昂簽署的減碳備忘錄為期三年。"
    doc = document(text)
    find_agreements(Surroundings.of(doc), agreement_lexicon())
    assert len(doc.agreements) == 1


def test_a_pattern_without_parties_is_named() -> None:
    with pytest.raises(ConfigError, match=r"agreement_patterns.csv:3: pattern 'gap mou'"):
        compile_pattern("agreement_patterns.csv:3", "gap mou", {})


def test_a_long_list_of_cities_is_no_head_and_read_at_once() -> None:
    kinds = {"备忘录": "mou"}
    pattern = re.compile("备忘录")
    assert headed_kind("目前台北市、" * 11 + "等备忘录", pattern, kinds) is None
    assert headed_kind("台北市、高雄市市府已签署的备忘录", pattern, kinds) == "mou"
