from __future__ import annotations

import pytest

from pipeline.language.columns import ROLES, column_role, is_header_row


@pytest.mark.parametrize(
    ("header", "role"),
    [
        *[(header, "number") for header in ("編號", "序號", "No.", "项次", "#")],
        *[(header, "representative") for header in ("城市首長或代表", "首長", "與會代表")],
        *[
            (header, "city")
            for header in ("城市", "城市名稱（中文）", "City", "姊妹市", "締結城市")
        ],
        *[(header, "country") for header in ("國家", "国别", "Country")],
        *[(header, "person") for header in ("代表姓名", "講者", "Speaker", "姓名（英文）")],
        *[(header, "title") for header in ("代表職稱", "职称", "Job Title")],
        *[(header, "organization") for header in ("主辦單位", "機關名稱 單位", "Organization")],
        *[(header, "content") for header in ("內容摘要", "发言要点", "會議紀要", "Summary")],
        *[(header, "date") for header in ("締結日期", "簽署日期", "Date", "時間")],
        *[(header, "remark") for header in ("備註", "备注", "Remarks")],
        *[(header, "initiative") for header in ("計畫名稱", "倡議名稱", "解決方案")],
        *[(header, "topic") for header in ("講題", "議題", "Topic")],
        *[(header, "relation") for header in ("關係類型", "合作類型")],
        *[(header, "home") for header in ("本方", "我方城市")],
    ],
)
def test_header_words(header: str, role: str) -> None:
    assert column_role(header, ()) == role
    assert role in ROLES


@pytest.mark.parametrize(
    ("samples", "role"),
    [
        (["1", "2", "3"], "number"),
        (["臺北市", "大邱市", "東京都"], "other"),
        (["臺北市", "大邱市", "函館市"], "city"),
        (["市長", "副市長", "局長"], "title"),
        (["2021/03/25", "99年4月15日"], "date"),
        (["Mike Hurley", "Lily Mei"], "person"),
        (["推動智慧城市計畫並且擴大提供地方政府的數位服務，弭平數位落差。"], "content"),
        (["加拿大蘭里市 市長 Val Broek", "臺北市 市長 柯文哲"], "representative"),
        ([], "other"),
    ],
)
def test_samples_decide_without_header(samples: list[str], role: str) -> None:
    assert column_role(None, samples) == role


def test_header_rows_and_data_rows() -> None:
    assert is_header_row(["編號", "本方", "國家", "城市", "備註"])
    assert not is_header_row(["1", "基隆市", "挪威", "卑爾根市", "共同推動。"])
    assert not is_header_row(["臺北市", "市長"])


@pytest.mark.parametrize(
    "name", ["高齡人口成長率", "高級專員費", "高中校長數", "方案負責經理", "承辦機關主任"]
)
def test_names_that_hold_a_title_stand_among_names_of_columns(name: str) -> None:
    assert is_header_row(["縣市", "講師", name, "致詞要點"])


def test_a_person_with_an_office_names_no_column() -> None:
    assert not is_header_row(["林主任委員永翰", "政治大學", "出席代表"])
