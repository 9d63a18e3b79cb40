"""Summits, sessions and their days."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.contract import Event
from pipeline.merging.activities import merge_events
from pipeline.recognizers.events import find_events
from pipeline.recognizers.page import Page
from pipeline.relations.events import relate_events
from tests.initiatives.documents import date_row, document, event_lexicon


def events(text: str) -> list[str]:
    return [text[c.start : c.end] for c in find_events(Page.of(text), event_lexicon())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("合辦的「亞洲智慧城市論壇2024」6月舉行", ["亞洲智慧城市論壇2024"]),
        ("出席亞洲智慧城市論壇2024的城市", ["亞洲智慧城市論壇2024"]),
        ("2022智慧城鄉市長高峰會在桃園舉行。", ["2022智慧城鄉市長高峰會"]),
        ("「亞太韌性城市論壇」昨天落幕。", ["亞太韌性城市論壇"]),
        ("第九届东盟市长论坛在滨海湾举行。", ["第九届东盟市长论坛"]),
        ("115年度國際慢城論壇揭幕。", ["115年度國際慢城論壇"]),
        (
            "2021智慧展望論壇暨展覽(Smart City Summit, SCS)開展。",
            ["2021智慧展望論壇暨展覽(Smart City Summit, SCS)"],
        ),
        (
            "2021城市首長高峰會議登場。首長高峰會議現場座無虛席。",
            ["2021城市首長高峰會議", "首長高峰會議"],
        ),
        ("2021首長高峰會線上論壇 Session 1 直播", ["2021首長高峰會線上論壇", "Session 1"]),
    ],
)
def test_names_of_events(text: str, expected: list[str]) -> None:
    assert events(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "會議於上午九時開始。",
        "2021年5月的會議上，市長說明預算。",
        "里民大會將在週六召開。",
        "2021年會後發表新聞稿。",
        "他出席多場國際會議。",
    ],
)
def test_ordinary_meetings_are_no_events(text: str) -> None:
    assert events(text) == []


def test_days_and_city_of_an_event() -> None:
    days = {"3月22日": date_row("", "2022-03-22"), "24日": date_row("", "2022-03-24")}
    doc = document("2022城市首長高峰會3月22日至24日在桃園舉行。", dates=days)
    relate_events(doc, event_lexicon())
    [event] = doc.events
    assert (event.name, event.edition, event.city_id) == ("2022城市首長高峰會", "2022", "tao")
    assert (str(event.start_date), str(event.end_date)) == ("2022-03-22", "2022-03-24")
    assert doc.document.event_id == event.event_id


def test_sessions_belong_to_the_event_before_them_and_take_the_listed_days() -> None:
    days = {"3/23": date_row("", "2021-03-23"), "3/24": date_row("", "2021-03-24")}
    doc = document(
        "2021首長高峰會議兩個場次(3/23、3/24)圓滿結束。2021首長高峰會線上論壇 Session 1 直播。"
        "2021首長高峰會線上論壇 Session 2 直播。",
        dates=days,
    )
    relate_events(doc, event_lexicon())
    [event, first, second] = doc.events
    assert event.name == "2021首長高峰會議"
    assert [row.session for row in (first, second)] == ["1", "2"]
    assert {first.parent_event_id, second.parent_event_id} == {event.event_id}
    assert [str(row.start_date) for row in (first, second)] == ["2021-03-23", "2021-03-24"]


def test_the_exhibition_a_summit_belongs_to_is_its_parent() -> None:
    doc = document("2021智慧城市首長高峰會議落幕。2021智慧城市論壇暨展覽期待再會。")
    relate_events(doc, event_lexicon())
    summit, exhibition = doc.events
    assert summit.parent_event_id == exhibition.event_id
    assert exhibition.parent_event_id is None


def test_every_event_mention_points_at_its_row() -> None:
    doc = document("2021城市首長高峰會議登場。首長高峰會議現場座無虛席。")
    relate_events(doc, event_lexicon())
    assert {m.entity_id for m in doc.of_label("EVENT")} == {doc.events[0].event_id}


def event(name: str, edition: str | None, day: date | None = None, **more: str) -> Event:
    return Event(
        event_id=name, parent_event_id=more.get("parent"), name=name, edition=edition,
        session=more.get("session"), city_id=None, start_date=day, end_date=day,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (event("2021 首長高峰會", "2021"), event("2021智慧城市首長高峰會議", "2021")),
        (event("110年度首長高峰會", "110年度"), event("2021首長高峰會", "2021")),
        (event("首長高峰會線上論壇", None, date(2021, 3, 24)), event("2021首長高峰會", "2021")),
    ],
)
def test_names_of_one_event_in_two_documents_are_one(one: Event, other: Event) -> None:
    assert len(merge_events([one, other], {})) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (event("2021首長高峰會", "2021"), event("2022首長高峰會", "2022")),
        (event("2021首長高峰會", "2021"), event("2021智慧城市論壇暨展覽", "2021")),
        (event("2021智慧城市首長高峰會", "2021"), event("2021智慧城鄉首長高峰會", "2021")),
    ],
)
def test_other_years_and_other_names_are_other_events(one: Event, other: Event) -> None:
    assert len(merge_events([one, other], {})) == 2


def test_sessions_of_one_event_join_over_documents() -> None:
    summits = [event("2021首長高峰會", "2021"), event("2021智慧城市首長高峰會議", "2021")]
    sessions = [
        event(f"{summit.name} Session 1", "2021", session="1", parent=summit.name)
        for summit in summits
    ]
    merged = merge_events([*summits, *sessions], {})
    assert [row.session for row in merged if row.session] == ["1"]
    assert len(merged) == 2
