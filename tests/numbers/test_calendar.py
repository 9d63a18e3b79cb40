"""Days and periods, and the day a document says it is from."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import dates
from pipeline.language import calendar
from pipeline.readers.dating import find_published

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
