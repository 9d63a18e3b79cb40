"""Laws of numbers and dates in running text: shift, script, width, time, no exception."""

from __future__ import annotations

import csv
import random
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language.views import simplify
from pipeline.recognizers.page import Page
from pipeline.recognizers.quantities.finder import UnitLexicon
from tests.growth import is_linear
from tests.numbers.finding import dates_in, quantities_in, read

LINES = [
    "兩個場次共計有30個國家264位報名參加",
    "投入100億美元協助產業復甦",
    "港區等候時間已從52分鐘降至19分鐘",
    "每日服務 3 萬 8,000 輛次",
    "總經費3億5,000萬元，其中中央補助六成二",
    "預計3至5年建成20座，減少近 50%",
    "接到兩百多支陳情電話",
    "2021年3月24日至26日舉行",
    "截至2022年2月底發卡168萬張",
]
HERE = Path(__file__).parent
TABLE = [
    row["text"]
    for name in ("quantities", "dates")
    for row in csv.DictReader((HERE / f"{name}.csv").read_text(encoding="utf-8").splitlines())
    if row["class"] not in ("anchor", "unresolved")
]
FILLERS = ["市長表示。", "會議紀錄：\n", "「智慧城市」", ""]
NOISE = st.text(
    alphabet="0123456789零〇一二兩三四十百千萬億兆點半數上幾多餘第至到~-.,，、/:+%％成折倍個位年月日號天週季時分元美新台臺幣"
    "民國今昨上下前後（）約近超過以從降為ＫGabc#\n 度唯之又負",
    max_size=24,
)
FULL_WIDTH = str.maketrans("0123456789%", "０１２３４５６７８９％")


def _everything(text: str, lexicon: UnitLexicon) -> list[tuple[int, int, str, object]]:
    page = read(text, lexicon, date(2022, 5, 11))
    return [(c.start, c.end, c.label, c.value) for c in page.of_label("QUANTITY", "DATE")]


def _without_measured(value: object) -> str:
    return repr(value).partition(", measured=")[0]


@given(st.sampled_from(LINES), st.sampled_from(FILLERS), st.sampled_from(FILLERS))
def test_text_around_shifts_spans_and_changes_no_value(
    lexicon: UnitLexicon, line: str, before: str, after: str
) -> None:
    alone = _everything(line, lexicon)
    inside = _everything(f"{before}{line}。{after}", lexicon)
    moved = [(s - len(before), e - len(before), label) for s, e, label, _ in inside]
    assert moved == [(s, e, label) for s, e, label, _ in alone]
    assert [_without_measured(item[3]) for item in inside] == [
        _without_measured(item[3]) for item in alone
    ]


@pytest.mark.parametrize("line", LINES)
def test_script_changes_spans_by_nothing(line: str, lexicon: UnitLexicon) -> None:
    one = [(s, e, label) for s, e, label, _ in _everything(line, lexicon)]
    two = [(s, e, label) for s, e, label, _ in _everything(simplify(line), lexicon)]
    assert one == two


@pytest.mark.parametrize("line", LINES)
def test_full_width_figures_change_nothing(line: str, lexicon: UnitLexicon) -> None:
    wide = line.replace("3,", "３，").replace("5,0", "５，0").translate(FULL_WIDTH)
    one = [(s, e, label) for s, e, label, _ in _everything(line, lexicon)]
    assert [(s, e, label) for s, e, label, _ in _everything(wide, lexicon)] == one


def _bare(text: str, lexicon: UnitLexicon, moved: int = 0) -> list[tuple[int, int, str, str]]:
    return [
        (start - moved, end - moved, label, _without_measured(value))
        for start, end, label, value in _everything(text, lexicon)
    ]


@pytest.mark.parametrize("line", TABLE)
def test_a_case_of_the_tables_is_read_alike_in_a_text(line: str, lexicon: UnitLexicon) -> None:
    alone = _bare(line, lexicon)
    assert _bare(f"會議紀錄：\n{line}\n散會。", lexicon, 6) == alone
    assert _bare(f"主席致詞。\n\n{line}", lexicon, 7) == alone


@given(NOISE)
@settings(max_examples=400)
def test_no_text_raises_and_claims_lie_in_it(lexicon: UnitLexicon, text: str) -> None:
    page = read(text, lexicon, date(2022, 5, 11))
    quantities = page.of_label("QUANTITY")
    for claim in page.of_label("QUANTITY", "DATE"):
        assert 0 <= claim.start < claim.end <= len(text)
    for one, two in pairwise(quantities):
        assert one.end <= two.start
    # A length before 前 is a quantity in its date: 兩年|前.
    dates = [claim for claim in page.of_label("DATE") if claim.rule != "ago"]
    assert not any(q.start < d.end and d.start < q.end for q in quantities for d in dates)


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "一",
        "1,",
        "1,111",
        "萬",
        "1 萬",
        "一0",
        "點一",
        "1.",
        "3至",
        "1年",
        "一百",
        "第1",
        "5-",
        "/1",
        "約",
        "3月",
        "（",
    ],
)
def test_adversarial_runs_take_linear_time(unit: str, lexicon: UnitLexicon) -> None:
    assert is_linear(lambda size: read(unit * (size // len(unit)), lexicon), 20_000)


def test_dates_and_quantities_of_a_page_do_not_depend_on_the_call_before(
    lexicon: UnitLexicon,
) -> None:
    first = _everything(LINES[4], lexicon)
    _everything(LINES[7], lexicon)
    assert _everything(LINES[4], lexicon) == first


def test_numbers_inside_a_url_are_left_alone(lexicon: UnitLexicon) -> None:
    from pipeline.recognizers.page import Claim
    from pipeline.recognizers.quantities.finder import find_quantities

    text = "見 https://example.org/5個 網頁3頁"
    page = Page.of(text)
    page.add([Claim(2, 24, "URL", "url", 1.0)])
    found = [text[c.start : c.end] for c in find_quantities(page, lexicon)]
    assert found == ["3頁"]


def test_the_empty_text_has_none(lexicon: UnitLexicon) -> None:
    assert quantities_in("", lexicon) == []
    assert dates_in("") == []


def test_five_megabytes_of_digits_and_numerals_take_linear_time(lexicon: UnitLexicon) -> None:
    signs = random.Random(7).choices(
        "0123456789零一二三四五六七八九十百千萬億兆.,点半", k=2_400_000
    )
    text = "".join(signs)
    assert len(text.encode()) > 5_000_000
    assert is_linear(lambda size: read(text[:size], lexicon), 480_000, times=5, slack=2)
