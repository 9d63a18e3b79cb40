"""Owner, status and domains are judged on the initiatives that were found."""

from __future__ import annotations

from pipeline.outputs.evaluate_initiatives import macro_f1, score_details

GOLD = {
    "initiatives": [
        {
            "surface": ["河岸通App", "河岸通"],
            "city_en": "Lyon",
            "status": "done",
            "theme": ["智慧交通"],
        },
        {"surface": "藥送到家", "city_en": None, "status": "planned", "theme": ["智慧健康"]},
        {"surface": "沒找到", "city_en": "Lyon", "status": "done", "theme": ["智慧環境"]},
    ]
}
GIVEN = {
    "initiatives": [
        {"surface": "河岸通", "city_en": "Lyon", "status": "ongoing", "theme": ["智慧交通"]},
        {"surface": "藥送到家", "city_en": None, "status": "planned", "theme": ["智慧政府"]},
        {"surface": "多出來", "city_en": "Lyon", "status": "done", "theme": ["智慧建築"]},
    ]
}


def test_only_what_was_found_is_judged() -> None:
    scores = score_details(GOLD, GIVEN)
    assert (scores["initiative owner"].right, scores["initiative owner"].gold) == (2, 2)
    assert (scores["initiative status"].right, scores["initiative status"].gold) == (1, 2)
    assert scores["theme 智慧環境"].gold == scores["theme 智慧建築"].predicted == 0


def test_a_mistake_says_what_was_expected() -> None:
    [mistake] = score_details(GOLD, GIVEN)["initiative status"].mistakes
    assert (mistake.shown, mistake.detail) == ("河岸通App|河岸通", "done not ongoing")


def test_macro_f1_is_the_mean_over_the_domains_of_the_gold() -> None:
    assert macro_f1(score_details(GOLD, GIVEN)) == 0.5


def test_a_gold_without_these_keys_gives_no_such_figures() -> None:
    gold = {"initiatives": [{"surface": "河岸通", "city_en": "Lyon"}]}
    scores = score_details(gold, GIVEN)
    assert set(scores) == {"initiative owner"}
    assert macro_f1(scores) is None


def test_an_owner_may_have_any_name_the_gold_gives_the_city() -> None:
    gold = {**GOLD, "cities": [{"surface": "里昂", "name_en": "Lyon", "name_en_alt": ["Lyons"]}]}
    given = {"initiatives": [{"surface": "河岸通", "city_en": "Lyons"}]}
    assert score_details(gold, given)["initiative owner"].right == 1
