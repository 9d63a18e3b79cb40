"""Offices that do something: what stands behind 局 and 處, and what an office is named after."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader

AT_WORK = {
    "市長要求教育處在開學前完成檢查。": ["教育處"],
    "工務處於3月底前修復路面。": ["工務處"],
    "觀光處在疫情期間推出補助。": ["觀光處"],
    "衛生處以電話訪視獨居長者。": ["衛生處"],
    "農業處所提預算遭刪減。": ["農業處"],
    "社會處及勞工處共同辦理。": ["社會處", "勞工處"],
    "警察局內設有諮詢站。": ["警察局"],
    "據資訊及科技教育司統計，": ["資訊及科技教育司"],
    "國民及學前教育署公布辦法。": ["國民及學前教育署"],
    "化學物質管理署派員稽查。": ["化學物質管理署"],
    "難民事務署與港口管理局簽約。": ["難民事務署", "港口管理局"],
    "公民參與處表示，": ["公民參與處"],
    "毒品防制局表示，": ["毒品防制局"],
    "奧胡斯市雨林保育局副局長表示，": ["奧胡斯市雨林保育局"],
    "奧胡斯市雨水循環處代理處長說，": ["奧胡斯市雨水循環處"],
}


@pytest.mark.parametrize(("text", "names"), AT_WORK.items())
def test_an_office_is_found_whatever_it_does(read: Reader, text: str, names: list[str]) -> None:
    found = read.kept(text, "ORGANIZATION", ["奧胡斯市"])
    assert found == names


@pytest.mark.parametrize(
    "text",
    [
        "產業發展處於轉型期。",
        "經濟發展處在困境之中。",
        "廢棄物處理得當。",
        "營業處所應張貼標章。",
        "校園處處可見志工。",
        "全縣有二十處在施工。",
    ],
)
def test_being_in_a_state_is_no_office(read: Reader, text: str) -> None:
    assert read.kept(text, "ORGANIZATION") == []
