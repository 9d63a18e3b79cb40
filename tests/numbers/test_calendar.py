"""Days and periods, and the day a document says it is from."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import dates
from pipeline.language import calendar
from pipeline.language.holidays import holiday
from pipeline.language.lunar import to_solar
from pipeline.language.views import fold
from pipeline.readers.dating import find_published
from pipeline.recognizers.dates.finder import DateValue, find_dates
from pipeline.recognizers.page import Page, Piece

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("head", "opening", "foot", "day"),
    [
        (["〔記者某某／高雄報導〕2025-04-17"], "內文", [], date(2025, 4, 17)),
        (["桃園市政府新聞處　民國111年3月24日"], "「高峰會」111年3月22日", [], date(2022, 3, 24)),
        (
            ["紀錄（摘錄）", "日期：中華民國111年5月11日（星期三）上午"],
            "出席",
            [],
            date(2022, 5, 11),
        ),
        (["发布日期：2023-08-15 更新日期：2023-08-20"], "内文", [], date(2023, 8, 15)),
        ([], "內文沒有日期。", ["上版日期：111-03-25　｜　回上一頁"], date(2022, 3, 25)),
        ([], "內文沒有日期。", ["統計至民國114年3月31日"], date(2025, 3, 31)),
        ([], "內文沒有日期。", ["Taipei, 24 March 2021"], date(2021, 3, 24)),
        # The year of a goal is none of the day.
        (["邁向2035碳中和 3月5日辦論壇"], "市長表示，去年已補助。", [], None),
        (["2023友城对话会"], "本报苏州11月2日电（记者）", [], date(2023, 11, 2)),
        ([], "市長說明2021年3月24日的會議，並且希望各界支持。", [], None),
        ([], "", [], None),
        (["日期：2023-02-30"], "", [], None),
    ],
)
def test_the_day_a_document_says_it_is_from(
    head: list[str], opening: str, foot: list[str], day: date | None
) -> None:
    assert find_published(head, opening, foot) == day


@given(DAYS)
def test_a_day_comes_back_however_it_is_written(day: date) -> None:
    minguo = day.year - 1911
    writings = [
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}/{day.month}/{day.day}",
        day.isoformat(),
        f"民國{minguo}年{day.month}月{day.day}日",
        f"西元 {day.year} 年 {day.month} 月 {day.day} 日",
    ]
    for text in writings:
        value = dates.parse(text)
        assert value is not None
        assert (value.start_date, value.end_date) == (day, day)


@given(DAYS, st.integers(1, 12))
def test_months_are_whole(day: date, months: int) -> None:
    period = calendar.month_of(day.year, day.month, months)
    assert period is not None
    first, last = period
    assert first.day == 1
    assert (last.toordinal() + 1) == calendar.month_of(*_after(last))[0].toordinal()  # type: ignore[index]


def _after(last: date) -> tuple[int, int]:
    return calendar.shift_month(last, 1)


@given(DAYS)
def test_the_nearest_day_is_within_half_a_year(day: date) -> None:
    found = calendar.nearest(6, 15, day)
    assert found is not None
    assert abs((found - day).days) <= 184


@pytest.mark.parametrize("text", ["", "5G", "三年", "2021年3月24日會議", "13月", "2021年13月"])
def test_parse_takes_a_date_and_nothing_else(text: str) -> None:
    assert dates.parse(text) is None


def test_parse_leaves_open_what_it_cannot_know() -> None:
    value = dates.parse("3月24日")
    assert value is not None
    assert value.start_date is None
    resolved = dates.parse("3月24日", on=date(2021, 3, 25))
    assert resolved is not None
    assert resolved.start_date == date(2021, 3, 24)


@pytest.mark.parametrize(
    ("text", "first", "last", "time"),
    [
        ("21號", "2024-11-21", "2024-11-21", None),
        ("十八号", "2024-11-18", "2024-11-18", None),
        ("月底", "2024-11-30", "2024-11-30", None),
        ("週末", "2024-11-23", "2024-11-24", None),
        ("冬天", "2024-12-01", "2025-02-28", None),
        ("大前年", "2021-01-01", "2021-12-31", None),
        ("二十天前", "2024-10-31", "2024-10-31", None),
        ("一百天後", "2025-02-28", "2025-02-28", None),
        ("三個月前", "2024-08-01", "2024-08-31", None),
        ("五月前", "2024-05-01", "2024-05-31", None),
        ("二十年前", "2004-01-01", "2004-12-31", None),
        ("從週二到週四", "2024-11-19", "2024-11-21", None),
        ("昨天至後天", "2024-11-19", "2024-11-22", None),
        ("上世纪六十年代", "1960-01-01", "1969-12-31", None),
        ("19世紀30年代", "1830-01-01", "1839-12-31", None),
        ("二十世紀", "1901-01-01", "2000-12-31", None),
        ("元旦", "2024-01-01", "2024-01-01", None),
        ("今年中秋節", "2024-09-17", "2024-09-17", None),
        ("2025年春节", "2025-01-29", "2025-01-29", None),
        ("民國113年除夕", "2024-02-09", "2024-02-09", None),
        ("教師節", "2024-09-28", "2024-09-28", None),
        ("教师节", "2024-09-10", "2024-09-10", None),
        ("國慶", "2024-10-10", "2024-10-10", None),
        ("国庆", "2024-10-01", "2024-10-01", None),
        ("5月6日晚上12點半", "2024-05-06", "2024-05-06", "00:30"),
        ("農曆六月廿四", "2024-07-29", "2024-07-29", None),
        ("11月第三個星期六", "2024-11-16", "2024-11-16", None),
        ("今晚七點一刻", "2024-11-20", "2024-11-20", "19:15"),
        ("昨夜", "2024-11-19", "2024-11-19", None),
        ("下週三早上", "2024-11-27", "2024-11-27", None),
        ("週五深夜十一點", "2024-11-22", "2024-11-22", "23:00"),
        ("2024-11-25T08:30:15", "2024-11-25", "2024-11-25", "08:30"),
    ],
)
def test_dates_as_people_say_them(text: str, first: str, last: str, time: str | None) -> None:
    value = dates.parse(text, on=date(2024, 11, 20))
    assert value is not None
    assert (str(value.start_date), str(value.end_date), value.time) == (first, last, time)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9:05", "09:05"),
        ("下午四點半", "16:30"),
        ("凌晨十二點二十分", "00:20"),
        ("深夜十二點", "24:00"),
        ("三點三刻", "03:45"),
        ("上午十點至下午兩點", "10:00-14:00"),
        ("晚上六點到八點半", "18:00-20:30"),
    ],
)
def test_a_time_of_day_alone_has_no_day(text: str, time: str) -> None:
    value = dates.parse(text, on=date(2024, 11, 20))
    assert value is not None
    assert (value.start_date, value.time) == (None, time)


@pytest.mark.parametrize(
    "text",
    ["三天", "每週一", "每天早上", "兩小時", "2月30日", "2023年2月29日", "6月第五個星期一", "月"],
)
def test_durations_and_days_that_do_not_exist_are_no_dates(text: str) -> None:
    assert dates.parse(text, on=date(2024, 11, 20)) is None
    assert dates.parse(text) is None


def test_a_holiday_needs_a_year() -> None:
    value = dates.parse("端午節")
    assert value is not None
    assert value.start_date is None
    assert holiday("端午節", 1800) is None
    assert to_solar(2100, 1, 1) is None
    assert to_solar(2023, 2, 1, is_leap=True) == date(2023, 3, 22)
    assert to_solar(2023, 3, 1, is_leap=True) is None


def test_the_calendar_of_moons_has_no_gaps() -> None:
    days = [to_solar(year, month, 1) for year in range(1900, 2100) for month in range(1, 13)]
    gaps = {(two - one).days for one, two in pairwise(days) if one and two}
    assert gaps <= {29, 30, 58, 59, 60}


def test_parse_is_quick_with_what_is_no_date() -> None:
    assert dates.parse("到" * 99) is None
    assert dates.parse("今天到" * 33) is None
    assert dates.parse("從" * 5000) is None


def test_a_weekday_of_a_year_that_dates_cannot_have_is_none() -> None:
    assert dates.parse("9999年12月第五個星期六") is None
    assert dates.parse("民國9000年5月第一個週一") is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2024年5月6日5點改進意見", None),
        ("2024年5月6日5點共識", None),
        ("2024年5月6日上午5點共識營開幕", "05:00"),
        ("2024年5月6日晚間七點重點討論", "19:00"),
        ("2024年5月6日下午3點說明會", "15:00"),
    ],
)
def test_points_of_a_list_are_no_time(text: str, time: str | None) -> None:
    page = Page(text, fold(text), [Piece(0, len(text), "sentence")])
    (claim,) = find_dates(page)
    assert isinstance(claim.value, DateValue)
    assert claim.value.time == time
