"""The model of domains: trained from written examples, it tells what an initiative is about."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.contract.entities import THEMES
from pipeline.language import views
from pipeline.language.theme_model import ThemeModel, build_theme_model
from pipeline.language.theme_training import train

CONFIG = Path(__file__).parents[2] / "config"
EXAMPLES = [
    {"name": "夜貓公車", "context": "公車深夜載客", "themes": "智慧交通"},
    {"name": "公車到站", "context": "乘客載客等公車", "themes": "智慧交通"},
    {"name": "種樹", "context": "市府種樹降溫", "themes": "智慧環境"},
    {"name": "綠蔭公車亭", "context": "公車亭旁種樹降溫", "themes": "智慧交通 智慧環境"},
    {"name": "朝陽", "context": "市長揭牌", "themes": ""},
]
WORDS = [
    {"keyword": "公車", "theme": "智慧交通", "weight": "4"},
    {"keyword": "降溫", "theme": "智慧環境", "weight": "3"},
]


def rows_of(name: str) -> list[dict[str, str]]:
    with (CONFIG / name).open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def model_of(found: dict[tuple[str, int], list[str]]) -> ThemeModel:
    return build_theme_model(
        {"theme": theme, "weight": str(weight), "features": " ".join(features)}
        for (theme, weight), features in found.items()
    )


def best(model: ThemeModel, text: str) -> str:
    scores = model.read(views.fold(text).lower()).scores([(0, len(text), 16)])
    return max(scores, key=lambda theme: scores[theme], default="")


def test_training_finds_what_tells_a_domain() -> None:
    model = model_of(train(EXAMPLES * 2, WORDS))
    assert best(model, "公車") == "智慧交通"
    assert best(model, "种树") == "智慧環境"
    assert not any(model.read("深海").scores([(0, 2, 16)]).values())


def test_training_does_not_depend_on_the_order_of_words() -> None:
    assert train(EXAMPLES, WORDS) == train(EXAMPLES, WORDS[::-1])


def test_the_weights_shipped_are_those_the_command_makes() -> None:
    shipped = {
        (row["theme"], feature): int(row["weight"])
        for row in rows_of("theme_model.csv")
        for feature in row["features"].split()
    }
    made = {
        (theme, feature): weight
        for (theme, weight), known in train(
            rows_of("theme_examples.csv"), rows_of("themes.csv"), rows_of("theme_phrases.csv")
        ).items()
        for feature in known
    }
    # Another machine may round the last digit otherwise, about the least weight kept.
    for key in shipped.keys() | made.keys():
        assert abs(shipped.get(key, 0) - made.get(key, 0)) <= 6, key


def test_examples_name_known_domains_and_no_name_twice() -> None:
    rows = rows_of("theme_examples.csv")
    assert {theme for row in rows for theme in row["themes"].split()} == set(THEMES)
    assert max(len(row["themes"].split()) for row in rows) <= 2
    assert len({row["name"] for row in rows}) == len(rows) >= 2500


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("夜間公車預約接駁", "智慧交通"),
        ("社區護理師到宅訪視失智長輩", "智慧健康"),
        ("國中生用平板寫程式", "智慧教育"),
        ("老公寓加裝電梯與隔熱窗", "智慧建築"),
        ("攤商用手機收款並上架外送", "智慧經濟"),
        ("免臨櫃申請戶籍謄本", "智慧政府"),
        ("消防隊以無人機搜救", "智慧安防"),
        ("河川清淤與垃圾減量", "智慧環境"),
        ("老旧小区加装电梯", "智慧建築"),
        ("泊車易顯示車位", "智慧交通"),
    ],
)
def test_the_shipped_model_tells_what_cities_do(text: str, theme: str) -> None:
    assert best(build_theme_model(rows_of("theme_model.csv")), text) == theme
