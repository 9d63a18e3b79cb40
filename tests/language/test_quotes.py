"""Marks of quotation that do not tell their side are read as pairs."""

from __future__ import annotations

import pytest

from pipeline.language.quotes import paired
from pipeline.recognizers.page import Page
from tests.growth import is_linear


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('市府推出"智慧路燈"與"河川巡守"。', "市府推出「智慧路燈」與「河川巡守」。"),
        ('推動 "智慧城市" 計畫、"城市大腦 "平台', "推動 「智慧城市」 計畫、「城市大腦 」平台"),
        ('"早安，"他說，"今天試辦。"', "「早安，」他說，「今天試辦。」"),
        ('市長說："我們把"智慧水表"裝好了。"', "市長說：「我們把「智慧水表」裝好了。」"),
        ("＂智慧路燈＂與'愛接送'", "「智慧路燈」與「愛接送」"),
        ("推動‘智慧路燈’方案", "推動「智慧路燈」方案"),
        ("”智慧路燈”、“河川巡守“", "「智慧路燈」、「河川巡守」"),
        ('"智慧路燈」與「河川巡守"', "「智慧路燈」與「河川巡守」"),
        ('市長 Joseph "Joe" Schember', "市長 Joseph 「Joe」 Schember"),
        ("推動'愛接送，'與‘90后’、‘智慧路燈’20盞", "推動「愛接送，」與「90后」、「智慧路燈」20盞"),
        (
            "小明's 書談'愛接送'與'People's Park 公園'",
            "小明's 書談「愛接送」與「People's Park 公園」",
        ),
        ("‘早安，各位’種'樹1,000棵'與'花,草'", "「早安，各位」種「樹1,000棵」與'花,草'"),
        ('"第一段。\n"第二段。"', "「第一段。\n「第二段。」"),
    ],
)
def test_marks_get_their_sides(written: str, meant: str) -> None:
    assert paired(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        '採購55"螢幕一批',
        '65"電視與75"電視各十台',
        "北緯25°3'12\"、東經121°30'5\"",
        "L'Aquila 與 Xi’an 的 People's Park",
        "the cities' plan of the '90s",
        "Nuku‘alofa 與 O‘zbekiston",
        "「智慧路燈」與“河川巡守”",
        '路燈"壞了',
        "小明's 書與小華's 筆",
        "小明’s 書與小華’s筆",
        "回顧'90年代與'00年代",
        "票價'五百元與老王's 店",
        "票價'五百元，老王' 店",
    ],
)
def test_other_marks_stay(text: str) -> None:
    assert paired(text) == text


def test_marks_of_one_cell_never_pair_with_those_of_the_next() -> None:
    assert (
        paired('60" 螢幕\t"智慧路燈"\t"路燈" | 5"管') == '60" 螢幕\t「智慧路燈」\t「路燈」 | 5"管'
    )


def test_a_sentence_ends_behind_its_closing_mark_and_before_an_opening_one() -> None:
    page = Page.of('"路燈亮了。"大家同意。"明年再裝。"市長說。')
    assert [page.text[p.start : p.end] for p in page.pieces] == [
        '"路燈亮了。"',
        "大家同意。",
        '"明年再裝。"',
        "市長說。",
    ]


@pytest.mark.parametrize(
    "line", ['"', "'", '" ', ' "', "”", '5"', '。"', "‘字", '：「"', "'，字", "'s字"]
)
def test_many_marks_take_linear_time(line: str) -> None:
    assert len(paired(line * 1_000)) == len(line) * 1_000
    assert is_linear(lambda times: paired(line * times), 25_000)
