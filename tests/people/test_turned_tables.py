"""Tables with a column for each speaker or city: every cell is said by whom its header names."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader
from tests.people.test_statements_of_tables import CITIES, told

HEADS = ["題目", "宜蘭縣縣長 林佩蓉", "波多市副市長 Sofia Marques", "熊本市市長 中野裕也"]
ROWS = [
    ["一、拿什麼對付颱風？", "堤防先換成草坡。", "我們沒有颱風，有大浪。", "地下水是我們的水庫。"],
    ["二、花多少錢？", "三億元，中央出七成。", "還在募，目標五百萬歐元。", "—"],
]
ASKED = "主持人邱碧砂教授對每位首長都問同樣兩題。"


def bars(rows: list[list[str]]) -> str:
    first, *below = ("| " + " | ".join(row) + " |\n" for row in rows)
    return first + "|" + "---|" * len(rows[0]) + "\n" + "".join(below)


def tabs(rows: list[list[str]]) -> str:
    return "".join("\t".join(row) + "\n" for row in rows)


@pytest.mark.parametrize("write", [bars, tabs], ids=["bars", "tabs"])
def test_each_cell_is_said_by_whom_its_column_names(read: Reader, write: object) -> None:
    assert callable(write)
    doc = read.document("論壇對照表\n\n" + write([HEADS, *ROWS]), CITIES)
    assert told(doc) == [
        ("林佩蓉", "堤防先換成草"),
        ("Sofia Marques", "我們沒有颱風"),
        ("中野裕也", "地下水是我們"),
        ("林佩蓉", "三億元，中央"),
        ("Sofia Marques", "還在募，目標"),
    ]
    assert [s.city_id for s in doc.statements] == ["yil", "opo", "kmj", "yil", "opo"]


def test_the_question_of_a_row_is_of_who_is_told_to_ask(read: Reader) -> None:
    doc = read.document(f"論壇對照表\n\n{ASKED}\n\n" + bars([HEADS, *ROWS]), CITIES)
    questions = [s for s in doc.statements if s.kind == "question"]
    assert [s.text for s in questions] == [row[0] for row in ROWS]
    assert {name for name, _ in told(doc)} == {
        *("邱碧砂", "林佩蓉", "Sofia Marques", "中野裕也"),
    }
    answers = [s for s in doc.statements if s.kind == "answer"]
    assert {s.reply_to for s in answers} == {s.statement_id for s in questions}


def test_columns_of_cities_need_nobody_named(read: Reader) -> None:
    rows = [
        ["議題", "宜蘭縣", "熊本市"],
        ["防洪", "推動堤防換成草坡。", "休耕的田放水進去，企業付錢。"],
        ["困難", "農民不願意。", "地價太高，買不起。"],
    ]
    doc = read.document("兩地政策比較\n\n" + tabs(rows), CITIES)
    assert [s.city_id for s in doc.statements] == ["yil", "kmj"] * 2


@pytest.mark.parametrize(
    "rows",
    [
        [["指標", "宜蘭縣", "熊本市"], ["人口（萬）", "45", "74"], ["公車", "1,203", "377"]],
        [["年度", "2021", "2022"], ["預算（億元）", "12.5", "13.8"], ["執行率", "92%", "95%"]],
        [["時間", "第一會議室", "第二會議室"], ["09:00", "開幕", "—"], ["10:00", "座談", "茶敘"]],
        [
            ["方案", "甲案", "乙案"],
            ["路線", "沿河岸興建，工期較長。", "沿中山路興建，拆遷較多。"],
            ["優點", "景觀好，可以散步。", "接近車站，搭乘方便。"],
        ],
    ],
    ids=["figures", "years", "rooms", "options"],
)
def test_other_tables_with_heads_of_columns_say_nothing(
    read: Reader, rows: list[list[str]]
) -> None:
    assert told(read.document("比較表\n\n" + tabs(rows), CITIES)) == []


def test_a_row_that_names_nobody_answers_for_whoever_stands_above(read: Reader) -> None:
    doc = read.document(
        "座談紀錄\n\n"
        "城市\t代表\t題目\t回答\n"
        "宜蘭縣\t林佩蓉縣長\t農業\t蔥改走空運，損耗少了兩成。\n"
        "\t\t能源\t地熱井鑽到兩千公尺。\n"
        "波多市\tSofia Marques 副市長\t觀光\t旅館九成已經復業。\n"
        "\t\t共同結論\t明年再辦一次。\n"
        "合計\t\t\t2場\n",
        CITIES,
    )
    assert told(doc) == [
        ("林佩蓉", "蔥改走空運，"),
        ("林佩蓉", "地熱井鑽到兩"),
        ("Sofia Marques", "旅館九成已經"),
    ]


def test_names_of_bodies_side_by_side_say_nothing(read: Reader) -> None:
    rows = ["分工\t資訊局\t交通局", "第一季\t完成訪談\t提報路口", "第二季\t系統上線\t施工"]
    assert told(read.document("工作分工表\n\n" + "\n".join(rows) + "\n", CITIES)) == []


def test_our_own_column_is_of_the_city_that_speaks(read: Reader) -> None:
    rows = [
        ["", "本縣", "熊本市"],
        ["演練", "每年九月辦一次，去年有三萬人參加。", "每月十一日各校輪流。"],
        ["物資", "與超商簽約，三天份。", "倉庫分散在十二處，半年換一次。"],
    ]
    doc = read.document("宜蘭縣政府 防災做法對照表\n\n" + bars(rows), CITIES)
    assert [s.city_id for s in doc.statements] == ["yil", "kmj"] * 2


def test_an_office_said_again_is_who_bears_it(read: Reader) -> None:
    doc = read.document(
        "首長發言彙整表\n\n議題\t發言者\t內容\n"
        "淨零\t波多市市長 Peter Juel\t造船廠的屋頂全部裝光電。\n"
        "教育\t波多市市長\t機器人進小學，老師先學。\n",
        CITIES,
    )
    assert [name for name, _ in told(doc)] == ["Peter Juel", "Peter Juel"]


def test_a_name_in_its_own_letters_fills_a_field_of_names(read: Reader) -> None:
    doc = read.document(
        "城市\t重點\t簡報人\t職稱\n波多市\t山坡上的老屋漆成彩色。\t김광회\t副市長\n", CITIES
    )
    assert told(doc) == [("김광회", "山坡上的老屋")]
    assert [(p.name_zh, p.name_latin) for p in doc.people] == [(None, None)]


@pytest.mark.parametrize("head", ["簽的人（我方／對方）", "簽署人（我方／對方）"])
def test_who_stands_on_our_side_of_a_cell_is_of_our_city(read: Reader, head: str) -> None:
    doc = read.document(
        "宜蘭縣政府 對外簽署文件清查表\n\n"
        f"流水號\t文件名稱\t對方\t簽的日子\t{head}\t現在怎樣\t說明\n"
        "1\t合作備忘錄\t波多市\t2018.6.20\t副市長 林采穎／市長 Sofia Marques\t有效\t木匠四人\n"
        "2\t合作備忘錄\t熊本市\t2016.12.17\t縣長 林佩蓉／局長 中野裕也\t屆滿\t沒有續\n",
        CITIES,
    )
    names = {m.entity_id: m.text for m in doc.mentions if m.label == "PERSON"}
    held = {names[role.person_id]: role.city_id for role in doc.roles}
    assert {name: held[name] for name in ("林采穎", "林佩蓉")} == {"林采穎": "yil", "林佩蓉": "yil"}
    assert (held["Sofia Marques"], held["中野裕也"]) == ("opo", "kmj")


WHO = {
    "one": [["發言人", "縣長 林佩蓉", "副市長 Sofia Marques", "局長 中野裕也"]],
    "behind": [["首長", "林佩蓉（縣長）", "Sofia Marques（副市長）", "中野裕也（局長）"]],
}


@pytest.mark.parametrize("write", [bars, tabs], ids=["bars", "tabs"])
@pytest.mark.parametrize("who", WHO.values(), ids=["one", "behind"])
def test_a_row_below_the_cities_tells_who_speaks(
    read: Reader, write: object, who: list[list[str]]
) -> None:
    assert callable(write)
    heads = ["議題", "宜蘭縣", "波多市", "日本熊本市"]
    rows = [
        ["颱風", "堤防先換成草坡，再種樹。", "我們沒有颱風，有大浪。", "地下水是我們的水庫。"],
        ["經費", "三億元，中央出七成。", "（未發言）", "一半由企業付。"],
    ]
    doc = read.document("論壇對照表\n\n" + write([heads, *who, *rows]), CITIES)
    assert told(doc) == [
        ("林佩蓉", "堤防先換成草"),
        ("Sofia Marques", "我們沒有颱風"),
        ("中野裕也", "地下水是我們"),
        ("林佩蓉", "三億元，中央"),
        ("中野裕也", "一半由企業付"),
    ]
    assert [s.city_id for s in doc.statements] == ["yil", "opo", "kmj", "yil", "kmj"]


def test_offices_and_names_may_stand_in_two_rows_below_the_cities(read: Reader) -> None:
    rows = [
        ["議題", "宜蘭縣", "波多市", "熊本市"],
        ["職稱", "縣長", "副市長", "市長"],
        ["姓名", "林佩蓉", "Sofia Marques", "Anna Kowalska"],
        ["颱風", "堤防先換成草坡，再種樹。", "我們沒有颱風，有大浪。", "地下水是我們的水庫。"],
        ["經費", "三億元，中央出七成。", "明年再編列一億元。", "一半由企業付。"],
    ]
    doc = read.document("論壇對照表\n\n" + bars(rows), CITIES)
    assert [name for name, _ in told(doc)] == ["林佩蓉", "Sofia Marques", "Anna Kowalska"] * 2


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["日期", "宜蘭縣", "熊本市"],
            ["3月5日", "參訪水廠，午餐。", "搭船，入住飯店。"],
            ["3月6日", "拜會縣府，座談。", "自由活動，晚上集合。"],
        ],
        [
            ["年度", "宜蘭縣", "熊本市"],
            ["2019年", "人口45萬，略減。", "人口74萬，持平。"],
            ["2020年", "人口44萬，略減。", "人口73萬，略減。"],
        ],
        [
            ["項目", "宜蘭縣", "熊本市"],
            ["承辦人", "林佩蓉", "中野裕也"],
            ["道路", "3億元", "2億元"],
        ],
    ],
    ids=["schedule", "years", "budget"],
)
def test_schedules_and_budgets_of_cities_say_nothing(read: Reader, rows: list[list[str]]) -> None:
    assert told(read.document("一覽表\n\n" + bars(rows), CITIES)) == []
