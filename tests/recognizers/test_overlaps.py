"""Kept claims nest or share a span, never cross; the losers say why."""

from __future__ import annotations

import random
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from pipeline.contract.mentions import LABELS
from pipeline.recognizers.overlaps import judge
from pipeline.recognizers.page import Claim


def claim(start: int, end: int, label: str, score: float = 0.9, **more: object) -> Claim:
    return Claim(start, end, label, "rule", score, **more)  # type: ignore[arg-type]


def statuses(*claims: Claim) -> dict[tuple[int, int, str], str]:
    verdicts = judge([("test", c) for c in claims])
    return {(v.claim.start, v.claim.end, v.claim.label): v.status for v in verdicts}


def test_city_inside_a_company_name_is_shadowed() -> None:
    company = claim(0, 4, "ORGANIZATION", value=SimpleNamespace(kind="company"))  # 高雄銀行
    assert statuses(company, claim(0, 2, "CITY"))[0, 2, "CITY"] == "shadowed"


def test_city_inside_a_government_body_is_kept() -> None:
    government = claim(0, 5, "ORGANIZATION", value=SimpleNamespace(kind="government"))  # 臺北市政府
    assert statuses(government, claim(0, 3, "CITY"))[0, 3, "CITY"] == "kept"


def test_city_inside_a_persons_name_is_shadowed_with_reason() -> None:
    person, city = claim(0, 3, "PERSON"), claim(0, 2, "CITY")  # 高雄飛
    lost = [v for v in judge([("p", person), ("c", city)]) if v.status != "kept"]
    assert [(v.claim, v.reason) for v in lost] == [(city, "inside PERSON 0..3 (rule)")]


def test_city_state_keeps_city_and_country_on_one_span() -> None:
    both = statuses(claim(0, 3, "CITY"), claim(0, 3, "COUNTRY"))  # 新加坡
    assert set(both.values()) == {"kept"}


def test_number_inside_an_initiative_name_is_shadowed() -> None:
    both = statuses(claim(0, 3, "INITIATIVE"), claim(0, 1, "QUANTITY"))  # 三倍券
    assert both[0, 1, "QUANTITY"] == "shadowed"


def test_the_country_in_the_name_of_a_currency_is_shadowed() -> None:
    money = claim(0, 9, "QUANTITY", value=SimpleNamespace(dimension="money"))  # 3,000萬越南盾
    both = statuses(claim(6, 8, "COUNTRY"), money)
    assert both == {(0, 9, "QUANTITY"): "kept", (6, 8, "COUNTRY"): "shadowed"}


def test_a_description_may_hold_anything_but_another_description() -> None:
    phrase = SimpleNamespace(is_named=False)
    both = statuses(
        claim(0, 9, "INITIATIVE", value=phrase),
        claim(2, 4, "QUANTITY"),
        claim(5, 8, "INITIATIVE", value=phrase),
    )
    assert both[2, 4, "QUANTITY"] == "kept"
    assert both[5, 8, "INITIATIVE"] == "shadowed"


def test_a_withdrawn_claim_stays_with_its_reason() -> None:
    (verdict,) = judge([("places", claim(0, 2, "CITY", rejected="ordinary word"))])
    assert (verdict.status, verdict.reason) == ("rejected", "ordinary word")


spans = st.tuples(st.integers(0, 300), st.integers(1, 120), st.sampled_from(LABELS))
claims = st.lists(
    spans.map(lambda s: claim(s[0], s[0] + s[1], s[2])),
    max_size=40,
    unique_by=lambda c: (c.start, c.end, c.label),
)


@given(claims, st.randoms(use_true_random=False))
def test_kept_claims_never_cross_and_order_does_not_matter(
    found: list[Claim], shuffler: random.Random
) -> None:
    verdicts = judge([("test", c) for c in found])
    kept = [v.claim for v in verdicts if v.status == "kept"]
    for one in kept:
        for other in kept:
            crosses = one.start < other.start < one.end < other.end
            assert not crosses
    shuffled = found[:]
    shuffler.shuffle(shuffled)
    assert judge([("test", c) for c in shuffled]) == verdicts
    assert len(verdicts) == len(found)
