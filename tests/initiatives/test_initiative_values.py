"""Numbers and dates are linked to an initiative only where the text says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.relations.initiatives.finder import relate_initiatives
from pipeline.relations.initiatives.values import initiative_of
from pipeline.relations.surroundings import Surroundings
from tests.initiatives.documents import document, initiative_lexicon


def linked(text: str, value: str, label: str = "QUANTITY") -> str | None:
    """The name of the initiative the value is about."""
    doc = document(text)
    relate_initiatives(Surroundings.of(doc), initiative_lexicon())
    start = text.index(value)
    end = start + len(value)
    segment = next(s for s in doc.segments if s.kind == "sentence" and s.start <= start < s.end)
    mention = replace(
        doc.of_label("INITIATIVE")[0],
        mention_id="v",
        segment_id=segment.segment_id,
        start=start,
        end=end,
        text=value,
        label=label,
    )
    found = initiative_of(Surroundings.of(doc), mention)
    return next((i.name for i in doc.initiatives if i.initiative_id == found), None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("「海風電網」上線後省下200萬元。", "200萬元", id="same clause"),
        pytest.param("另以每年5,400萬元推動「海風電網」。", "5,400萬元", id="told before it"),
        pytest.param(
            "市府推動「海風電網」，用電省下27%，電費少了一成。", "一成", id="topic goes on"
        ),
        pytest.param("●「海風電網」：改裝5輛公車。走遍29區。", "29區", id="head of the item"),
    ],
)
def test_a_number_said_of_an_initiative_is_linked_to_it(text: str, value: str) -> None:
    assert linked(text, value) == "海風電網"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("「海風電網」已上線；縣府另編列1,950萬元。", "1,950萬元", id="another part"),
        pytest.param("「海風電網」已上線，此外編列1,950萬元。", "1,950萬元", id="something else"),
        pytest.param("「海風電網」已上線，臺南市派出30人。", "30人", id="another subject"),
        pytest.param("人口有20萬，推出「海風電網」。", "20萬", id="a clause before"),
        pytest.param("「海風電網」與「青年工坊計畫」上線，省下3%。", "3%", id="two of them"),
    ],
)
def test_a_number_that_stands_near_is_not(text: str, value: str) -> None:
    assert linked(text, value) is None


def test_the_day_something_was_said_is_no_day_of_the_initiative() -> None:
    text = "市府3月24日宣布「海風電網」。"
    assert linked(text, "3月24日", "DATE") is None
    assert linked("「海風電網」3月24日啟用。", "3月24日", "DATE") == "海風電網"
