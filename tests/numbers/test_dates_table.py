"""The conformance table of dates.

A line of ``dates.csv`` reads: class, text, day of publication, then for each date ``span=ISO``
(``2021``, ``2021-03``, ``2021-03-24``, two of them with ``..`` for a range or a period), and
perhaps a precision, a comparator or a time of day.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from pipeline.language.views import simplify
from pipeline.recognizers.dates.finder import DateValue
from tests.numbers.finding import dates_in

CASES = [
    (row["class"], row["text"], row["on"], row["expected"])
    for row in csv.DictReader(
        (Path(__file__).parent / "dates.csv").read_text(encoding="utf-8").splitlines()
    )
]
IDS = [f"{kind}-{text}" for kind, text, _, _ in CASES]
_LENGTH = {"year": 4, "month": 7}


def _written(value: DateValue) -> str:
    if value.start_date is None or value.end_date is None:
        return ""
    start = value.start_date.isoformat()[: _LENGTH.get(value.start_precision, 10)]
    end = value.end_date.isoformat()[: _LENGTH.get(value.end_precision, 10)]
    plain = value.start_precision in _LENGTH and not value.is_range
    return start if start == end or plain else f"{start}..{end}"


def _is_bare_minguo(span: str, value: DateValue) -> bool:
    return value.calendar == "minguo" and "民國" not in span


@pytest.mark.parametrize(("kind", "text", "on", "expected"), CASES, ids=IDS)
@pytest.mark.parametrize("is_simplified", [False, True], ids=["hant", "hans"])
def test_span_and_days(kind: str, text: str, on: str, expected: str, is_simplified: bool) -> None:
    wanted = [item.split("=", 1) for item in expected.split(";") if item]
    day = date.fromisoformat(on) if on else None
    found = dates_in(text, day)
    # A year of the Republic without 民國 is one in Simplified texts only where they are of Taiwan.
    if is_simplified and not any(_is_bare_minguo(span, value) for span, value in found):
        wanted = [[simplify(span), rest] for span, rest in wanted]
        found = dates_in(simplify(text), day)
    assert [span for span, _ in found] == [span for span, _ in wanted]
    for (_, value), (_, rest) in zip(found, wanted, strict=True):
        days, _, extra = rest.partition(" ")
        assert _written(value) == days
        if kind == "part" and extra:
            assert value.start_precision == extra
        if kind == "deadline":
            assert value.comparator == extra
        if kind == "time":
            assert value.time == extra
        if kind in ("anchor", "unresolved"):
            assert (value.anchor is None) == (kind == "unresolved")


FULL_YEARS = [case for case in CASES if case[0] in ("full", "partial") and "20" in case[1][:3]]


@pytest.mark.parametrize(("kind", "text", "on", "expected"), FULL_YEARS)
def test_simplified_text_gives_the_same_days(kind: str, text: str, on: str, expected: str) -> None:
    found = [(span, _written(value)) for span, value in dates_in(simplify(text))]
    assert found == [tuple(simplify(item).split("=", 1)) for item in expected.split(";")]


def test_a_number_of_years_in_simplified_text_is_no_minguo_year() -> None:
    assert dates_in("这座城市有105年历史") == []
    assert dates_in("两市结好95年之际，双方发表联合声明") == []
    assert dates_in("昆山市委会见台湾企业，台北、新竹与高雄厂商参加，老字号有105年历史") == []
    assert dates_in("上海与台北对话，苏州河上的桥已有105年，台北代表称上海桥多") == []


@pytest.mark.parametrize(
    "text",
    [
        "台南市政府今日表示，搭公车自113年起补助",
        "民国109年核定，113年度编列",
        "计划于113年9月2日开始",
        "会议记录　113年9月2日，桃园市长主持",
    ],
)
def test_simplified_texts_of_taiwan_count_minguo_years(text: str) -> None:
    years = [value.start_date.year for _, value in dates_in(text) if value.start_date]
    assert years[-1] == 2024


@pytest.mark.parametrize(
    ("text", "calendar"), [("民國110年", "minguo"), ("105年起", "minguo"), ("2021年", "gregorian")]
)
def test_the_calendar_written_is_told(text: str, calendar: str) -> None:
    assert dates_in(text)[0][1].calendar == calendar


@pytest.mark.parametrize(
    ("text", "on", "anchor"),
    [
        ("24日落幕", date(2021, 3, 25), "published_on 2021-03-25"),
        ("某市政府　民國111年3月24日\n會議23日舉行", None, "text 2022-03-24"),
        ("2022 首長會議（9/21）紀要\n已於上（8）月簽署。昨天", None, "title 2022-09-21"),
        ("2022 首長會議（9/21）發言摘要\n今日很榮幸", date(2022, 9, 23), "title 2022-09-21"),
        ("2022 首長會議（9/21）圓滿落幕\n今日很榮幸", date(2022, 9, 22), "published_on 2022-09-22"),
    ],
)
def test_a_partial_date_names_what_it_was_resolved_against(
    text: str, on: date | None, anchor: str
) -> None:
    assert anchor in {value.anchor for _, value in dates_in(text, on)}


def test_a_year_less_date_takes_the_year_of_the_title() -> None:
    found = dict(dates_in("2023友城對話會\n會議於11月2日開幕。"))
    assert found["11月2日"].start_date == date(2023, 11, 2)
    assert found["11月2日"].anchor == "title 2023"


@pytest.mark.parametrize(
    "title",
    ["捷運藍線動工 2034年完工通車", "2030願景發表", "市府邁向2035碳中和", "2050淨零行動上路"],
)
def test_the_year_of_a_goal_dates_no_text(title: str) -> None:
    found = dict(dates_in(f"{title}\n月票自8月1日起減班。"))
    assert found["8月1日"].start_date is None


@pytest.mark.parametrize("line", ["2013年", "【2013】", "民國102年：", "## 2013", "102年度"])
def test_a_line_of_a_year_dates_the_lines_below(line: str) -> None:
    text = f"交流大事記\n2008年\n5月8日簽約。\n{line}\n10月訪問。\n4月12日至15日來訪，明年再訪。\n"
    found = dict(dates_in(text, date(2024, 2, 1)))
    assert found["5月8日"].start_date == date(2008, 5, 8)
    assert found["10月"].start_date == date(2013, 10, 1)
    assert found["4月12日至15日"].end_date == date(2013, 4, 15)
    assert found["明年"].start_date == date(2025, 1, 1)


def test_a_line_of_a_month_dates_the_days_below() -> None:
    found = dict(dates_in("2021年大事記\n一月\n3日開幕。\n二月份\n15日簽約。\n"))
    assert found["3日"].start_date == date(2021, 1, 3)
    assert found["15日"].start_date == date(2021, 2, 15)


@pytest.mark.parametrize("line", ["2013年起每年舉辦", "12", "第2013號", "經費2013年編列"])
def test_no_other_line_dates_those_below(line: str) -> None:
    found = dict(dates_in(f"紀要\n{line}\n5月8日簽約。\n", date(2024, 6, 1)))
    assert found["5月8日"].start_date == date(2024, 5, 8)


@pytest.mark.parametrize(
    "lines",
    [
        "市民服務專線\n1999",
        "參與人數\n2000",
        "專線\n1999\n參與人數\n2000",
        "目標\n2030年",
        "租期\n99年",
        "十年\n二十年",
        "114年度",
        "大事記\n2012年\n3月5日簽署。\n2013年\n4月5日揭牌。\n報名資訊",
        "**2012年**\n3月5日簽署。\n**2013年**\n4月5日揭牌。\n## 後續規劃",
        "2012年\n3月5日簽署。\n2013年\n今年3月上線，預計4月擴大。\n2050年",
    ],
)
def test_a_number_alone_heads_no_lines(lines: str) -> None:
    found = dict(dates_in(f"紀要\n{lines}\n活動5月8日舉行。\n", date(2024, 3, 1)))
    assert found["5月8日"].start_date == date(2024, 5, 8)


def test_a_year_told_in_the_line_goes_before_its_heading() -> None:
    text = "2022年\n5月1日成立。\n2023年\n今年3月上線，預計6月擴大。\n"
    assert dict(dates_in(text, date(2024, 3, 1)))["6月"].start_date == date(2024, 6, 1)


def test_a_month_above_is_the_nearest_one() -> None:
    found = dict(dates_in("十一月\n5日開幕。\n十二月\n3日參訪。\n", date(2025, 1, 10)))
    assert found["5日"].start_date == date(2024, 11, 5)
    assert found["3日"].start_date == date(2024, 12, 3)


@pytest.mark.parametrize("text", ["每月第一週三休館", "展覽下一週五截止", "連續三週五停課"])
def test_a_numeral_may_stand_before_a_weekday(text: str) -> None:
    (found,) = dates_in(text)
    assert found[0] in ("週三", "週五")


@pytest.mark.parametrize("text", ["課程一週三天", "醫師一週三班", "每個星期一次"])
def test_so_much_a_week_is_no_weekday(text: str) -> None:
    assert not dates_in(text)


def test_years_without_a_mark_head_lines_in_a_chronicle() -> None:
    text = "大事記\n2012\n成立\n5月1日揭牌。\n2013\n簽約\n3月5日簽署。\n"
    found = dict(dates_in(text, date(2024, 3, 1)))
    assert found["5月1日"].start_date == date(2012, 5, 1)
    assert found["3月5日"].start_date == date(2013, 3, 5)


@pytest.mark.parametrize("entry", ["3月21日—24日　議長來訪", "● 3月21日：議長來訪"])
def test_a_bare_day_is_of_the_month_that_begins_its_line(entry: str) -> None:
    told = "率團十二人考察港灣的岸電與海水淡化設施，走訪海洋大學"
    found = dict(dates_in(f"2023年報\n{entry}，{told}。22日，續簽計畫。\n12月20日擱置。\n"))
    assert found["22日"].start_date == date(2023, 3, 22)


def test_what_is_counted_up_to_a_day_lies_before_it() -> None:
    found = dict(dates_in("年報\n截至2023年12月31日，共有友城17對。\n2月9日　市長視訊會談。\n"))
    assert found["2月9日"].start_date == date(2023, 2, 9)


def test_a_question_is_no_quarter() -> None:
    text = "2021年12月2日\n**Q1　為什麼還是線上？**\n水利局：要隔離。\n"
    assert list(dict(dates_in(text))) == ["2021年12月2日"]
