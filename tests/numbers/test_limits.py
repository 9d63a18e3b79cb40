"""What a quantity measures where the words of the text are known."""

from __future__ import annotations

import pytest

from pipeline.language.words import Words
from pipeline.recognizers.dates.finder import find_dates
from pipeline.recognizers.page import Page
from pipeline.recognizers.quantities.finder import QuantityValue, UnitLexicon, find_quantities

CASES = [
    # The stretch begins and ends with a word.
    ("本月舉行三場公聽會，", ["公聽會"]),
    ("山區仍有九個村落叫不到車。", ["村落"]),
    ("工程延宕了七個月，", ["延宕了"]),
    # When it was, how often, and where stand before what is told.
    ("停電期間求助電話增為2,000通。", ["求助電話"]),
    ("洪水退去之後捐款120萬元。", ["捐款"]),
    ("南岸每年下陷4公分，", ["下陷"]),
    ("由全體代表在碼頭遊行90分鐘。", ["遊行"]),
    ("宿霧市的側溝有80公里，", ["側溝"]),
    ("與局長Ana Sofia Reyes座談50分鐘。", ["座談"]),
    # What is told behind what is counted.
    ("派出40部機具馳援花蓮，", ["機具"]),
    ("輔導600家工廠按月登錄用電", ["工廠"]),
    ("三成席次由市民抽籤產生，", ["席次"]),
    ("六成學生使用平板來上課，", ["學生使用平板來上課"]),
    # A time belongs to the verb before it.
    ("啟用九個月售出3萬張車票", ["啟用", "車票"]),
    ("每年最少下雪五個月的城市", ["下雪"]),
    ("等候由五週變成兩週，", ["等候", "等候"]),
    ("改以寶特瓶換取兩小時車程，", ["車程"]),
]


@pytest.fixture(scope="module")
def words() -> Words:
    """A cutter that knows no names."""
    return Words()


@pytest.mark.parametrize(("text", "measured"), CASES, ids=[text for text, _ in CASES])
def test_what_is_measured_keeps_to_words(
    text: str, measured: list[str], words: Words, lexicon: UnitLexicon
) -> None:
    page = Page.of(text)
    page.words = words.cut(text)
    page.add(find_dates(page))
    found = [claim.value for claim in find_quantities(page, lexicon)]
    spans = [value.measured or (0, 0) for value in found if isinstance(value, QuantityValue)]
    assert [text[slice(*span)] for span in spans] == measured
