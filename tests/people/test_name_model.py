"""The character model: trained from a word list, it tells names from words."""

from __future__ import annotations

import pytest

from pipeline.language.name_model import build_name_model, train
from tests.people.documents import Reader

WORDS = [
    ("柯文哲", 3, "nr"),
    ("柯文華", 3, "nr"),
    ("高文哲", 3, "nr"),
    ("高度", 6000, "n"),
    ("肯定", 5000, "v"),
    ("柯華", 3, "nr"),
]


def test_training_finds_the_characters_of_names_and_the_words_that_begin_like_one() -> None:
    rows = [
        {"kind": kind, "weight": str(weight), "characters": " ".join(characters)}
        for (kind, weight), characters in train(WORDS, ["柯", "高"]).items()
    ]
    model = build_name_model(rows)
    assert model.first["文"] > 0 > model.first["度"]
    assert model.words == {"高度": 87}
    assert model.score("柯", "文哲") > 0 > model.score("高", "度肯")


def test_training_does_not_depend_on_the_order_of_words() -> None:
    assert train(WORDS, ["柯", "高"]) == train(WORDS[::-1], ["柯", "高"])


@pytest.mark.parametrize("name", ["柯文哲", "黃珊珊", "呂新科", "賴清德", "林佳龍", "邱沐陽"])
@pytest.mark.parametrize("word", ["高度肯", "方面表", "全力推", "時間表", "金融機", "項目包"])
def test_names_score_above_words(read: Reader, name: str, word: str) -> None:
    from pipeline.language import views

    model = read.people.han.scores.model
    name, word = views.fold(name), views.fold(word)
    assert model.score(name[0], name[1:]) > model.score(word[0], word[1:]) + 30
