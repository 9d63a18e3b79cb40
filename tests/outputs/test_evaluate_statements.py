"""How statements are compared with gold: by the stretch, the speaker, the city spoken for."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.outputs.evaluate_match import normalize
from pipeline.outputs.evaluate_score import score_document
from pipeline.outputs.evaluate_statements import score_statements

TEXT = "臺南市長黃偉哲表示，智慧農業是重點。今年補助三百戶。高雄市副市長林欽榮說，港口將轉型。"
FIRST = "臺南市長黃偉哲表示，智慧農業是重點。今年補助三百戶。"
GOLD: list[dict[str, Any]] = [
    {
        "speaker": "黃偉哲",
        "city_en": "Tainan",
        "head": "臺南市長黃偉哲表示，",
        "tail": "補助三百戶。",
    },
    {"speaker": "林欽榮", "city_en": "Kaohsiung", "head": "高雄市副市長林欽榮", "tail": "轉型。"},
]


def right(text: str, speaker: list[str], city: str | None = "Tainan") -> tuple[int, int]:
    """Return how many statements are right without and with the city spoken for."""
    given = [{"text": text, "speaker": speaker, "city_en": city}]
    scores = score_statements(GOLD, given, normalize(TEXT))
    return scores["statements"].right, scores["statements linked"].right


@pytest.mark.parametrize("text", [FIRST, FIRST[2:], FIRST[:-8], "智慧農業是重點。今年補助三百戶。"])
def test_half_of_the_stretch_is_enough(text: str) -> None:
    assert right(text, ["偉哲", "黃偉哲"]) == (1, 1)


@pytest.mark.parametrize(
    ("text", "speaker"), [(TEXT[:8], ["黃偉哲"]), (FIRST, ["林欽榮"]), (FIRST, []), (TEXT[26:], [])]
)
def test_a_sliver_or_another_speaker_is_not(text: str, speaker: list[str]) -> None:
    assert right(text, speaker) == (0, 0)


def test_the_city_counts_in_its_own_line() -> None:
    assert right(FIRST, ["黃偉哲"], "Kaohsiung") == (1, 0)
    assert right(FIRST, ["黃偉哲"], None) == (1, 0)


def test_what_stands_outside_the_text_is_not_judged() -> None:
    scores = score_statements(GOLD, [{"text": "頁尾的話。", "speaker": []}], normalize(TEXT))
    assert (scores["statements"].gold, scores["statements"].predicted) == (2, 0)


def test_the_city_may_have_any_name_the_gold_gives_it() -> None:
    city = {
        "surface": "科欽市",
        "name_en": "Kochi",
        "name_en_alt": ["Cochin"],
        "country_iso2": "IN",
    }
    said = {"speaker": "拉提", "city_en": "Kochi", "head": "科欽市長拉提說", "tail": "很好。"}
    text = "科欽市長拉提說，水上電車很好。"
    given = {"statements": [{"text": text, "speaker": ["拉提"], "city_en": "Cochin"}]}
    scores = score_document({"cities": [city], "statements": [said]}, given, text)
    assert scores["statements linked"].right == 1


def test_the_speaker_may_have_any_form_the_gold_gives_the_name() -> None:
    person = {"surface": ["Rosli bin Kamarudin", "Haji Rosli bin Kamarudin"]}
    said = {"speaker": "Rosli bin Kamarudin", "city_en": None, "head": "夜市", "tail": "重開。"}
    text = "Haji Rosli bin Kamarudin：夜市一夕歸零，今年重開。"
    given = {
        "statements": [
            {"text": "夜市一夕歸零，今年重開。", "speaker": ["Haji Rosli bin Kamarudin"]}
        ]
    }
    scores = score_document({"people": [person], "statements": [said]}, given, text)
    assert scores["statements"].right == 1
