"""Short references are right when they lead to the person named in full."""

from __future__ import annotations

from pipeline.outputs.evaluate_short import SHORT, score_short_references

GOLD = {
    "people": [{"surface": ["羅紀元", "Lo Chi-yuan", "羅副市長"]}],
    "short_references": [
        {"surface": "羅副市長", "full": "羅紀元"},
        {"surface": "Hloušek副市長", "full": "Petr Hloušek"},
        {"surface": "柯市長", "full": "柯大明"},
    ],
}


def test_a_reference_is_right_only_with_its_person() -> None:
    given = {
        "people": [
            {"surface": ["Lo Chi-yuan", "羅副市長"]},
            {"surface": ["Petr Hloušek", "Hloušek"]},
            {"surface": ["柯市長"]},
            {"surface": ["柯大明"]},
        ]
    }
    score = score_short_references(GOLD, given)[SHORT]
    assert (score.gold, score.found, score.predicted) == (3, 2, 3)
    assert [(m.what, m.shown) for m in score.mistakes] == [("WRONG", "柯市長")]


def test_a_gold_without_references_is_not_judged() -> None:
    assert score_short_references({"people": []}, {"people": []}) == {}
