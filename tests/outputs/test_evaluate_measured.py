"""How the stretch that a quantity measures is judged."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.outputs.evaluate_measured import NAME, score_measured

GOLD: dict[str, Any] = {
    "quantities": [
        {"surface": ["30個"], "value": 30, "unit": "個", "measured": ["國家", "與會國家"]},
        {"surface": ["8%"], "value": 8, "unit": "%", "measured": ["數位綁定"]},
        {"surface": ["10年"], "value": 10, "unit": "年", "measured": None},
    ]
}


def _given(measured: str | None, value: float = 30) -> dict[str, Any]:
    item = {"surface": "30個", "value": value, "unit": "個", "measured": measured}
    return {"quantities": [item]}


@pytest.mark.parametrize(
    ("measured", "right"),
    [("國家", 1), ("個國家", 1), ("來自三十個國家", 0), ("城市", 0), (None, 0)],
)
def test_a_stretch_may_be_up_to_twice_as_long(measured: str | None, right: int) -> None:
    score = score_measured(GOLD, _given(measured))[NAME]
    assert (score.gold, score.right) == (1, right)


def test_quantities_with_a_wrong_value_are_not_judged() -> None:
    assert score_measured(GOLD, _given("國家", value=31))[NAME].gold == 0


def test_gold_that_tells_nothing_measured_is_not_scored() -> None:
    assert score_measured({"quantities": [{"surface": "8%", "value": 8}]}, {}) == {}


def test_a_mistake_shows_both_stretches() -> None:
    (mistake,) = score_measured(GOLD, _given("城市"))[NAME].mistakes
    assert mistake.detail == "城市, not 國家/與會國家"
