from __future__ import annotations

import pytest

from pipeline.contract import Document, Segment
from pipeline.readers.speakers import speaker
from tests.readers import laws

MINUTES = """某市議會第4屆第7次定期會質詢紀錄
日期：中華民國111年5月11日（星期三）上午
主席：江明赫
出席：議員古采蘋、歐陽少棠

主席（江議長明赫）：現在開會。請古議員發言。

古議員采蘋：謝謝主席。局長，總經費多少？
第二個問題，何時完工？

詹局長宗翰: 有三點：1. 預算。2. 人力。3. 時程。

古議員采蘋：謝謝。
主席：散會。
點閱數：12
"""


def test_turns_and_speakers() -> None:
    tables = laws.read(MINUTES)
    turns = [row for row in tables[Segment] if row.kind == "turn"]
    assert [turn.label for turn in turns] == [
        *("主席（江議長明赫）", "古議員采蘋", "詹局長宗翰", "古議員采蘋", "主席"),
    ]
    assert "第二個問題，何時完工？" in turns[1].text
    assert (tables[Document][0].kind, str(tables[Document][0].published_on)) == (
        *("transcript", "2022-05-11"),
    )
    laws.check(tables, MINUTES)


def test_speaker_label_is_a_leaf_of_its_own() -> None:
    tables = laws.read(MINUTES)
    turn = next(row for row in tables[Segment] if row.kind == "turn")
    children = [row for row in tables[Segment] if row.parent_id == turn.segment_id]
    assert [(row.kind, row.text.strip()) for row in children] == [
        ("heading", "主席（江議長明赫）："),
        ("paragraph", "現在開會。請古議員發言。"),
    ]


def test_lines_before_and_after_are_no_turns() -> None:
    rows = [row for row in laws.read(MINUTES)[Segment] if row.parent_id is None]
    assert [row.kind for row in rows if row.kind != "turn"] == [
        *("title", "heading", "paragraph", "paragraph", "boilerplate"),
    ]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("主席：散會。", "主席"),
        ("王議員世堅: 請問局長。", "王議員世堅"),
        ("Mayor Lee: Thank you.", "Mayor Lee"),
        ("問：為什麼？", "問"),
        ("柯文哲（臺北市市長）：各位好。", "柯文哲（臺北市市長）"),
        ("出席：議員甲", None),
        ("https://youtu.be/x", None),
        ("他說，三點：一是錢。", None),
        ("09:30 報到", None),
        ("圖1：縣長周春米與來賓合影。", None),
        ("照片說明：處長陪同試乘。", None),
        ("第二天：川崎", None),
        ("辦理情形：已完成三場視訊會商。", None),
        ("管考建議：繼續列管。", None),
        ("Day 3：參訪港務局。", None),
        ("Q1. 為什麼要做？", "Q1"),
        ("A1. 因為地方大。", "A1"),
        ("1. 第一項：說明", None),
        ("這位民眾：請問何時動工？", "這位民眾"),
        ("最後提問者：請問預算。", "最後提問者"),
        ("今天的主持人：各位好。", "今天的主持人"),
        ("今天的主持人王大明：各位好。", "今天的主持人王大明"),
        ("我方代表：同意。", "我方代表"),
        ("現在的局長：明年動工。", "現在的局長"),
        ("今天的來賓林先生：謝謝。", "今天的來賓林先生"),
        ("最後一位發言人李太太：謝謝。", "最後一位發言人李太太"),
        ("最後我要說的是：維修費。", None),
        ("最後要感謝的人：林小姐。", None),
        ("我要感謝的市長：林市長。", None),
        ("所以重點是：維修費。", None),
        ("這三者：缺一不可。", None),
        ("今天的結論：先修路。", None),
        ("今天的來賓名單：如附件。", None),
        ("教訓是：沒有編維修費。", None),
        ("這是一段很長的敘述並且沒有任何標點符號直到最後才出現：冒號", None),
    ],
)
def test_speaker_labels(line: str, label: str | None) -> None:
    match = speaker(line)
    assert (match.name if match else None) == label


def test_among_speakers_in_brackets_one_may_be_unknown() -> None:
    tables = laws.read(
        "論壇逐字稿\n\n【主持人】大家午安，我們先請王大明市長說明。\n\n【王大明】今天有十一個城市上線。\n\n"
        "【主持人】謝謝，請提問。\n\n【海港郵報駐台特派員 Dian Pramesti】請問備忘錄要做什麼？\n\n"
        "【王大明】交換河床的資料。\n\n【自由撰稿人】請問何時動工？\n\n【王大明】明年動工。\n"
    )
    labels = [row.label for row in tables[Segment] if row.kind == "turn"]
    assert labels[3:6] == ["海港郵報駐台特派員 Dian Pramesti", "王大明", "自由撰稿人"]


PANEL = """韌性城市對談

林佳龍：各位午安，先請兩位市長。
雨量觀測只回傳一個數字：零。

渡邊市長：我們裝了兩百支攝影機。
後來的教訓：沒有編維修費。
（笑）
居民只給一個評語：太吵。

林佳龍：謝謝，請問預算呢？

渡邊市長：一年六千萬。
現場聽眾一：請問維修誰負責？

聽眾二：請問明年呢？

林佳龍：時間到了。
"""


def test_what_is_announced_within_a_turn_opens_none_where_blank_lines_part_the_turns() -> None:
    tables = laws.read(PANEL)
    labels = [row.label for row in tables[Segment] if row.kind == "turn"]
    assert labels == ["林佳龍", "渡邊市長", "林佳龍", "渡邊市長", "聽眾二", "林佳龍"]
    laws.check(tables, PANEL)


def test_clauses_are_no_speakers_where_lines_follow_without_gaps() -> None:
    tables = laws.read(PANEL.replace("\n\n", "\n").replace("後來的教訓", "我們的教訓"))
    labels = [row.label for row in tables[Segment] if row.kind == "turn"]
    assert "我們的教訓" not in labels
    assert labels.count("林佳龍") == 3


PRIZES = "".join(
    f"{number}、{group}首獎：{city}「{name}」\n評語：{why}。\n領獎人：{city}{who}\n\n"
    for number, group, city, name, why, who in (
        ("一", "治理組", "大田市", "數據銀行", "一個帳號管所有資料，值得借鏡", "副市長 金惠珍"),
        ("二", "交通組", "富山市", "百圓票", "長者票價一律百圓，乘客增加", "部長 中村健一"),
        ("三", "環境組", "三寶顏市", "換垃圾", "漁民帶回垃圾可以換錢", "市長 John Dalipe"),
        ("四", "健康組", "日惹市", "巡迴車", "一輛車跑遍十二個村", "局長 Siti Rahmawati"),
    )
)
VISITS = "".join(
    f"城市：{city}\n看什麼：{what}。\n記下：{note}。\n心得：{thought}。\n\n"
    for city, what, note, thought in (
        ("荷蘭烏特勒支", "單車停車場", "車位有一萬格", "找車位像找對象"),
        ("西班牙畢爾包", "舊船廠改的河岸", "先清河再賣地", "順序比錢要緊"),
        ("丹麥奧胡斯", "港邊圖書館", "館內有市民櫃位", "人比書重要"),
    )
)
FAMILY = "".join(
    f"{who}：{said}。\n"
    for who, said in (
        *(("阿嬤", "公車改線了"), ("小寶", "那要走到哪裡搭"), ("店家", "巷口就有牌")),
        *(("小寶", "謝謝"), ("阿嬤", "我們走吧"), ("店家", "慢走"), ("阿嬤", "再見")),
    )
)


@pytest.mark.parametrize(
    ("text", "n_speakers"), [(PRIZES, 0), (VISITS, 0), (FAMILY, 3)], ids=["獎", "訪", "家"]
)
def test_fields_that_come_back_in_one_order_are_no_speakers(text: str, n_speakers: int) -> None:
    labels = {row.label for row in laws.read(text)[Segment] if row.kind == "turn"}
    assert len(labels) == n_speakers


LONE = """老街對談　現場筆錄
主持：記者 葉蓁

葉蓁
第一題，老街最怕什麼？

余教授
最怕沒有人。十年少了四千人。
屋頂也漏了。

◇ 台下提問

聽眾
老屋可以改民宿嗎？

余教授
可以，要先過消防。

葉蓁
時間到，謝謝。
"""


def test_names_that_come_back_alone_on_a_line_open_turns() -> None:
    tables = laws.read(LONE)
    turns = [row for row in tables[Segment] if row.kind == "turn"]
    assert [turn.label for turn in turns] == ["葉蓁", "余教授", "聽眾", "余教授", "葉蓁"]
    assert turns[1].text.strip().endswith("屋頂也漏了。")
    assert tables[Document][0].kind == "transcript"
    laws.check(tables, LONE)


def test_headings_that_come_back_open_no_turns() -> None:
    part = "背景\n河水漲了三次。\n\n作法\n堤防加高一公尺。\n\n"
    assert not [row for row in laws.read(part * 3)[Segment] if row.kind == "turn"]


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param("{0}\n得獎感言：同仁熬夜，才有今天。\n", id="prize"),
        pytest.param("{0}\n分工：管路燈，也管下水道。\n", id="roster"),
        pytest.param(
            "第{1}組\n{0}\n用感測器巡堤，成效良好。\n兩年省下四成人力，也少了抱怨。\n",
            id="headings",
        ),
    ],
)
def test_a_list_of_people_who_come_back_opens_no_turns(entry: str) -> None:
    names = ["簡宏達處長", "游淑貞處長"] * 3
    text = "".join(entry.format(name, number) for number, name in enumerate(names))
    tables = laws.read(f"{text}評審意見\n兩案都有數據。\n")
    assert not [row for row in tables[Segment] if row.kind == "turn"]


def test_who_leads_the_parts_of_a_programme_opens_no_turn() -> None:
    part = "{0}:00–{0}:40　專題「把河還給城市」\n主持人：歐蕙心教授\n講者：杜林市長 Elena\n"
    notes = "◆ 歐蕙心\n兩位講的是同一件事：資料要有人用，才會長大，也才會有人付錢。\n" * 2
    text = part.format(9) + part.format(10) + notes
    assert not [row for row in laws.read(text)[Segment] if row.kind == "turn"]


def test_the_entries_of_a_fact_sheet_are_no_turns() -> None:
    text = (
        "專案代號：SC-07\n執行城市：屏東市\n執行期間：2017年4月至2018年11月\n"
        "承包商說明：已加裝遮光罩，亮度降到四成。\n市長的話：燈要照路，不要照星星。\n"
    )
    assert [row for row in laws.read(text)[Segment] if row.kind == "turn"] == []
    said = "內政部：補助款照撥。\n新北市工務局：橋面數據已公開。\n附近店家：營業額少一半。\n"
    assert len([row for row in laws.read(said)[Segment] if row.kind == "turn"]) == 3


def test_turns_of_people_may_end_without_a_mark() -> None:
    text = (
        "會議紀錄\n陳其邁：我們會推動智慧公車計畫，投入三億元。\n黃偉哲：我同意\n"
        "盧秀燕：謝謝陳市長，臺中也會跟進。\n張善政：桃園沒有意見\n"
    )
    assert len([row for row in laws.read(text)[Segment] if row.kind == "turn"]) == 4
