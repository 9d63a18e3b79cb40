"""Turns of interpreters, and of those whose label is an office: whose words they are."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader

CITIES = {"花蓮市": "hun TW", "佐世保市": "sas JP", "帕爾馬市": "pmi ES"}
HEAD = (
    "港口城市對談謄本\n主席：花蓮市長江佩珊\n"
    "來賓：佐世保市市長浦川慎太郎、帕爾馬市副市長Aina Vidal\n"
    "口譯：日語　葉雅文；西語　Laura Prieto\n\n"
    "江市長：請佐世保市先說。\n\n{}：{}\n\n江市長：謝謝，今天就到這裡。\n"
)


def _speakers(read: Reader, text: str) -> list[tuple[str, str | None]]:
    doc = read.document(text, CITIES)
    names = {person.person_id: person.name for person in doc.people}
    return [(names.get(s.person_id or "", ""), s.city_id) for s in doc.statements]


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("日語口譯", "浦川市長說，碼頭去年改了兩次。"),
        ("日語翻譯", "佐世保市市長表示，碼頭去年改了兩次。"),
        ("口譯", "市長說，碼頭去年改了兩次。"),
        ("日語傳譯", "我們的碼頭去年改了兩次。"),
        ("浦川市長（透過口譯）", "碼頭去年改了兩次。"),
    ],
)
def test_an_interpreter_speaks_for_whom_the_words_or_the_turn_before_name(
    read: Reader, label: str, words: str
) -> None:
    assert _speakers(read, HEAD.format(label, words))[1] == ("浦川慎太郎", "sas")


def test_he_is_whose_words_the_same_interpreter_gave_last(read: Reader) -> None:
    text = HEAD.format(
        "日語口譯",
        "浦川市長說，碼頭改了。\n\n江市長：居民願意嗎？\n\n日語口譯：他說四成願意。\n\n"
        "江市長：帕爾馬市呢？\n\n西語口譯：副市長說，船太多。\n\n日語口譯：市長補充，船不多",
    )
    speakers = [name for name, _ in _speakers(read, text)]
    assert speakers[1::2] == ["浦川慎太郎", "浦川慎太郎", "Aina Vidal", "江佩珊"]
    assert speakers[6] == "浦川慎太郎"


def test_a_label_that_is_an_office_means_who_bears_it(read: Reader) -> None:
    text = (
        "夜話實錄\n嘉賓：花蓮市市長江佩珊；佐世保市副市長浦川慎太郎；帕爾馬市顧問Aina Vidal\n"
        "主持人：許雅婷\n\n主持人：各位好。\n\n市長：我先說。\n\n主持人：浦川副市長請。\n\n"
        "佐世保副市長：謝謝。\n\n帕爾馬顧問：船太多。\n\n市長：不多。\n"
    )
    speakers = [name for name, _ in _speakers(read, text)]
    assert speakers == [
        *("許雅婷", "江佩珊", "許雅婷", "浦川慎太郎", "Aina Vidal", "江佩珊"),
    ]


def test_a_list_of_interpreters_names_each_behind_the_language(read: Reader) -> None:
    doc = read.document(HEAD.format("日語口譯", "浦川市長說，好。"), CITIES)
    assert {"葉雅文", "Laura Prieto"} <= {person.name for person in doc.people}
    assert not any("口譯" in person.name for person in doc.people)
