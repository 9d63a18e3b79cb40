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
        *[(header, "initiative") for header in ("得獎項目", "參賽作品", "入圍提案", "获奖案例")],
        *[(header, "topic") for header in ("講題", "議題", "Topic")],
        *[(header, "relation") for header in ("關係類型", "合作類型")],
        *[(header, "home") for header in ("本方", "我方城市")],
    ],
)
def test_header_words(header: str, role: str) -> None:
    assert column_role(header, ()) == role
    assert role in ROLES


def test_a_column_of_plans_holds_names_unless_it_tells_of_them() -> None:
    assert column_role("計畫", ["港邊讀書車", "Roheline Õu"]) == "initiative"
    assert column_role("計畫", ["交通、醫療", "汰換路燈，三年完成"]) == "topic"
    assert column_role(None, ["坡道友善獎", "公園共融獎"]) == "initiative"
    assert column_role(None, ["特優獎", "金獎"]) == "other"


@pytest.mark.parametrize(
    ("header", "role"),
    [
        *[(h, "person") for h in ("開幕引言者", "對方簽訂人", "中文名字")],
        *[(h, "date") for h in ("生效日", "屆滿年", "Date of signing")],
        *[(h, "city") for h in ("參訪城市", "交流市", "Ｃｉｔｙ", "Cities", "Name of city")],
        *[(h, "country") for h in ("所在國", "邦交國", "COUNTRIES")],
        *[(h, "person") for h in ("ＳＰＥＡＫＥＲ", "Speaker(s)", "Panellists")],
        *[(h, "other") for h in ("Number of cities", "Total no. of towns", "Point of contact")],
        *[(h, "content") for h in ("Key point", "Summary of remarks", "Quotes")],
        *[(h, "representative") for h in ("與會人", "Participants")],
        # Who and what they are in one cell.
        *[(h, "representative") for h in ("發言人與職稱", "姓名/職稱", "代表暨職務")],
        *[(h, "representative") for h in ("國家/城市 職稱 姓名", "城市／講者", "講者（城市）")],
        *[(h, "representative") for h in ("Country, Title, Name", "Name (City)", "單位與姓名")],
        *[(h, "title") for h in ("代表職稱", "城市 職稱")],
        *[(h, "city") for h in ("國家/城市", "城市（國家）")],
        # A place, a sort of people or a count is no name of a column.
        *[(h, "other") for h in ("美國", "臺北市", "使用者", "二十人")],
    ],
)
def test_headers_are_known_by_what_they_are_made_of(header: str, role: str) -> None:
    assert column_role(header, ()) == role


@pytest.mark.parametrize(
    ("header", "samples", "role"),
    [
        ("獲表揚者", ["林采穎", "上林和馬", "Lily Mei"], "person"),
        ("窗口人員", ["高雄市 市長 陳其邁", "大邱市 副市長 朴英秀"], "representative"),
        ("受表揚者", ["高雄市觀光局 謝局長", "大邱市 朴英秀副市長"], "representative"),
        ("講者", ["約旦安曼 副市長 Rania Haddadin", "布拉加市議員Rui Sá"], "representative"),
        ("講者", ["副市長 Rania Haddadin", "陳副市長惠萍", "王大明 市長"], "person"),
        ("單位", ["高雄市", "大邱市", "蒙巴薩"], "city"),
        ("單位", ["秘書處", "觀光局", "臺灣大學"], "organization"),
        ("Remarks", ["市府已換裝三萬盞路燈，每年省電六百萬度。"] * 2, "content"),
        ("Remarks", ["線上", "未出席"], "remark"),
        ("Point of contact", ["王大明", "林小華"], "person"),
        ("備註", ["市府已換裝三萬盞路燈，每年省電六百萬度。"] * 2, "remark"),
    ],
)
def test_cells_tell_what_a_header_leaves_open(header: str, samples: list[str], role: str) -> None:
    assert column_role(header, samples) == role


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
    assert is_header_row(["國別", "對方簽訂人", "生效日"])
    assert not is_header_row(["臺北市", "主持人", "記者"])
    assert not is_header_row(["客家事務委員會", "主任委員", "羅文嘉"])
    assert is_header_row(["主辦局處", "承辦人職稱", "簡介"])
    assert is_header_row(["項目", "2021年", "2022年"])
    assert not is_header_row(["捷運建設", "2021", "2022"])
    assert is_header_row(["路線別", "110年", "111年"])
    assert not is_header_row(["代表", "1987", "2004"], is_first=False)


@pytest.mark.parametrize(
    "name", ["高齡人口成長率", "高級專員費", "高中校長數", "方案負責經理", "承辦機關主任"]
)
def test_names_that_hold_a_title_stand_among_names_of_columns(name: str) -> None:
    assert is_header_row(["縣市", "講師", name, "致詞要點"])


def test_a_person_with_an_office_names_no_column() -> None:
    assert not is_header_row(["林主任委員永翰", "政治大學", "出席代表"])


def test_what_dates_or_tells_something_is_no_header() -> None:
    assert not is_header_row(["6月8日", "日本郡山市", "姊妹市換文書", "全領域"])
    assert not is_header_row(["郡山市", "姊妹市換文書", "78年締結之姊妹市，去年換文"])
    assert is_header_row(["簽署日期", "締約對象", "文件性質", "目前狀態"])
