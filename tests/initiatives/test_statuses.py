"""How far an initiative is: sentences of the ways to say so, and what heads a list or a column."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.relations.initiatives.finder import relate_initiatives
from pipeline.relations.surroundings import Surroundings
from tests.growth import is_linear
from tests.initiatives.documents import date_row, document, initiative_lexicon

SENTENCES = (Path(__file__).parent / "statuses.txt").read_text(encoding="utf-8").splitlines()


def status(text: str) -> str | None:
    """Status of the last named initiative."""
    doc = document(text)
    relate_initiatives(Surroundings.of(doc), initiative_lexicon())
    named = [row.status for row in doc.initiatives if row.is_named]
    return named[-1] if named else None


def test_the_ways_to_say_how_far_something_is() -> None:
    wrong = {
        text: (found, wanted)
        for wanted, text in (line.split("|") for line in SENTENCES)
        if (found := status(text)) != wanted
    }
    assert len(wrong) <= 0.08 * len(SENTENCES), wrong


def test_a_list_of_what_was_completed() -> None:
    assert status("已完成事項\n●「海風電網」：供應三百戶。\n●「陸風電網」：供應五百戶。") == "done"


def test_the_subject_of_a_letter_heads_no_list() -> None:
    body = "\n\n一、本府的「海風電網」供應三百戶。"
    assert status(f"事由：返國後待辦事項{body}") == "ongoing"
    assert status(f"明年待辦事項：{body}") == "planned"
    assert status("二、未來規劃：智慧能源\n1. 本府的「海風電網」供應三百戶。") == "planned"


def test_what_a_service_does_is_no_plan() -> None:
    assert status("市府的「叫車鈴」按個按鈕，12分鐘以內會到。") == "ongoing"


def test_a_list_of_proposals() -> None:
    assert status("建議\n1. 成立「海風電網」。") == "proposed"


def test_another_service_told_in_the_same_sentence_does_not_count() -> None:
    assert status("「海風電網」供應三百戶；渡輪預定明年通航。") == "ongoing"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("6月起，公車站會有「海風電網」，先做二十支。", "planned"),
        ("6月起，公車站已有「海風電網」二十支。", "ongoing"),
        ("「海風電網」6月完工。", "ongoing"),
        ("「海風電網」第三處6月啟用。", "ongoing"),
        ("「海風電網」用戶已破百萬，下一版6月推出。", "ongoing"),
        ("雙方同意6月互設「海風電網」。", "planned"),
        ("港區6月起試辦「海風電網」。", "planned"),
        ("6月底前可登入「海風電網」抽獎。", "ongoing"),
    ],
)
def test_a_day_after_that_of_the_document_is_still_to_come(text: str, wanted: str) -> None:
    doc = document(text, dates={"6月": date_row("", "2024-06-01", "month")})
    doc.document.published_on = date(2024, 5, 10)
    relate_initiatives(Surroundings.of(doc), initiative_lexicon())
    assert [row.status for row in doc.initiatives if row.is_named] == [wanted]


def test_a_clause_without_end_takes_time_that_grows_with_it_only() -> None:
    def read(size: int) -> None:
        status("推出「海風電網」將" * (size // 10))

    assert is_linear(read, 2_000)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("市府上個月取消「海風市集」。", "done"),
        ("市府廢除了「海風年票」制度。", "done"),
        ("「海風卡」三月起停售。", "done"),
        ("「海風聯盟」去年底解散。", "done"),
        ("他們不會取消「海風市集」。", "ongoing"),
        ("市府推動「海風市集」，開幕典禮因颱風取消。", "ongoing"),
        ("議員反對取消「海風市集」。", "ongoing"),
        ("市府取消「海風卡」押金，方便學生。", "ongoing"),
        ("民眾上午取消預約「海風市集」。", "ongoing"),
    ],
)
def test_what_was_dropped_is_over_but_not_if_only_a_part_of_it_was(text: str, wanted: str) -> None:
    assert status(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("「海風電網」因疫情暫緩。", "planned"),
        ("「海風電網」工程二度流標。", "planned"),
        ("「海風電網」曾因預算擱置，去年復工後供電三百戶。", "ongoing"),
        ("「海風電網」暫緩收費，用戶不必付錢。", "ongoing"),
        ("他擱置爭議，支持「海風電網」。", "ongoing"),
    ],
)
def test_what_is_put_off_is_still_to_come(text: str, wanted: str) -> None:
    assert status(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("若預算通過，就推動「海風電網」。", "proposed"),
        ("如果議會同意，才能啟動「海風電網」。", "proposed"),
        ("若有疑問，可洽「海風電網」。", "ongoing"),
        ("市府將於明春試營運「海風電網」。", "planned"),
        ("市府去年底試辦「海風電網」。", "ongoing"),
    ],
)
def test_what_follows_from_a_condition_or_will_is_not_there_yet(text: str, wanted: str) -> None:
    assert status(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("該市去年啟動「海風電網」，預計明年擴大。", "ongoing"),
        ("代表團參觀「海風電網」，市府將設置說明牌。", "ongoing"),
        ("「海風電網」第一期已完工。", "ongoing"),
        ("「海風電網」已完工。", "done"),
        ("市府將推出「海風電網」。", "planned"),
    ],
)
def test_what_was_launched_seen_or_begun_is_there(text: str, wanted: str) -> None:
    assert status(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("臺南市「海風電網」要在今年六月底完成。", "ongoing"),
        ("臺南市「海風電網」於去年六月底完成。", "done"),
        ("臺南市「海風電網」問卷於六月底完成，再來推動。", "ongoing"),
        ("臺南市「海風電網」測試已完成，供應三萬戶後於去年結束。", "done"),
        ("臺南市編列350萬元，推動「海風電網」，已供應三百戶。", "ongoing"),
        ("臺南市明年編列350萬元，推動「海風電網」。", "planned"),
        ("臺南市建議中央修法，辦理「海風電網」已三年。", "ongoing"),
        ("臺南市建議比照大阪，試辦「海風電網」。", "proposed"),
        ("臺南市「海風電網」會在元旦之際啟動。", "planned"),
        ("臺南市希望「海風電網」持續辦理。", "ongoing"),
        ("臺南市議員建議推動「海風電網」改善空氣品質。", "proposed"),
        ("臺南市研議「海風電網」加強偏鄉服務。", "proposed"),
        ("臺南市希望「海風電網」能儘快上路。", "proposed"),
    ],
)
def test_a_deadline_a_budget_and_a_step_are_not_the_end(text: str, wanted: str) -> None:
    assert status(text) == wanted
