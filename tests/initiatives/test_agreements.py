"""Who agreed on what with whom, and how it stands."""

from __future__ import annotations

import pytest

from pipeline.errors import ConfigError
from pipeline.linking.docview import DocView
from pipeline.relations.agreement_skeleton import compile_pattern
from pipeline.relations.agreements import find_agreements
from tests.initiatives.documents import agreement_lexicon, date_row, document

Found = set[tuple[str, str, frozenset[str]]]


def agreed(text: str, **options: object) -> Found:
    doc = document(text, **options)  # type: ignore[arg-type]
    find_agreements(doc, agreement_lexicon())
    return {(a.kind, a.status, _parties(doc, a.agreement_id)) for a in doc.agreements}


def _parties(doc: DocView, agreement_id: str) -> frozenset[str]:
    rows = [party for party in doc.agreement_parties if party.agreement_id == agreement_id]
    return frozenset(p.city_id or p.country_code or "" for p in rows)


def one(kind: str, status: str, *parties: str) -> Found:
    return {(kind, status, frozenset(parties))}


CASES = [
    ("臺北市與里昂市簽署港灣減碳合作備忘錄。", one("mou", "signed", "tpe", "lyo")),
    ("釜山與高雄締結姊妹市近60年。", one("sister_city", "in_force", "pus", "khh")),
    ("里昂與臺北同為姊妹市。", one("sister_city", "in_force", "lyo", "tpe")),
    ("與臺北市締結姊妹市的捷克布拉格亦出席。", one("sister_city", "in_force", "tpe", "prg")),
    ("臺北市姊妹市韓國大邱市派員參加。", one("sister_city", "in_force", "tpe", "dae")),
    ("仙台是臺南的老姊妹市。", one("sister_city", "in_force", "sen", "tnn")),
    ("桃園預定明年與里昂締結姊妹市。", one("sister_city", "planned", "tao", "lyo")),
    ("記者問高雄是否將與釜山結為姊妹市，他說沒有簽約的打算。",
     one("sister_city", "denied", "khh", "pus")),
    ("聽說臺南要跟日本仙台市簽智慧防災MOU？沒有這件事。", one("mou", "denied", "tnn", "sen")),
    ("臺北盼與里昂簽署備忘錄。", one("mou", "imagined", "tpe", "lyo")),
    ("如果高雄與里昂簽署備忘錄，市場會更大。", one("mou", "imagined", "khh", "lyo")),
    ("臺北與里昂的交通備忘錄已於去年屆滿。", one("mou", "expired", "tpe", "lyo")),
    ("臺北與里昂續簽觀光合作備忘錄。", one("mou", "renewed", "tpe", "lyo")),
    ("臺北市與大邱、釜山共同發表《韌性宣言》。",
     one("declaration", "signed", "tpe", "dae", "pus")),
    ("苏州市与杰尔市签署《绿色数据合作谅解备忘录》。", one("mou", "signed", "sz", "gyo")),
    ("臺南與仙台簽署交流協議書。", one("other", "signed", "tnn", "sen")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_agreement(text: str, expected: Found) -> None:
    assert agreed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "臺北與里昂都在推動減碳。",
        "苏州已缔结友好城市60对。",
        "與任何城市都沒有簽署合作備忘錄的時間表。",
        "姊妹市交流是城市外交的一環。",
        "臺北市長與里昂市長合影。",
    ],
)
def test_no_agreement(text: str) -> None:
    assert agreed(text) == set()


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
    find_agreements(doc, agreement_lexicon())
    [row] = doc.agreements
    assert row.topic == "電子市民證互認"
    assert (str(row.signed_on), row.signed_precision) == ("2022-03-23", "day")
    assert doc.text[row.start : row.end] == row.text
    assert row.rule == "mou-between"


def test_one_row_for_one_agreement() -> None:
    text = "臺北與里昂簽署減碳備忘錄。臺北與里昂簽署的減碳備忘錄為期三年。"
    doc = document(text)
    find_agreements(doc, agreement_lexicon())
    assert len(doc.agreements) == 1


def test_a_pattern_without_parties_is_named() -> None:
    with pytest.raises(ConfigError, match=r"agreement_patterns.csv:3: pattern 'gap mou'"):
        compile_pattern("agreement_patterns.csv:3", "gap mou", {})
