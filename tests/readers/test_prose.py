from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.contract import Document, Segment, Tables
from pipeline.readers import marks
from tests.readers import laws

RAW = Path(__file__).parents[2] / "raw"


def blocks_of(tables: Tables) -> list[tuple[str, str]]:
    """Return kind and text of the blocks that are not inside others."""
    rows = [row for row in tables[Segment] if row.parent_id is None]
    return [(row.kind, row.text.strip()) for row in rows]


def test_seed_paragraphs_links_and_footer() -> None:
    path = RAW / "2021-mayors-summit-press-release.txt"
    tables = laws.read(path.read_bytes(), path.name)
    blocks = blocks_of(tables)
    assert [kind for kind, _ in blocks] == [
        *["paragraph"] * 7,
        *["list_item"] * 2,
        "boilerplate",
    ]
    assert blocks[1][1].startswith("臺北市長柯文哲表示")
    assert blocks[6][1].startswith("2021智慧城市論壇暨展覽")
    assert tables[Document][0].kind == "press_release"
    laws.check(tables, path.read_bytes().decode())


ARTICLE = """臺北高峰會登場

〔記者王大明／臺北報導〕2025-04-17

臺北市長蔣萬安在會中表示，今年共有三十個國家的城市首長參加，並推動「臺北市智慧城市產業場域實驗試辦計畫」，總經費達一億元。

副市長李四川則說，市府將持續強化智慧交通以及智慧醫療的發展，還會與更多城市簽署合作備忘錄，請大家一起努力。

發布單位：資訊局　　聯絡人：王小姐
點閱數：1,204　｜　回上一頁
"""


def test_title_byline_paragraphs_and_footer() -> None:
    tables = laws.read(ARTICLE)
    kinds = [kind for kind, _ in blocks_of(tables)]
    assert kinds == ["title", "heading", "paragraph", "paragraph", "boilerplate", "boilerplate"]
    assert tables[Document][0].title == "臺北高峰會登場"


@pytest.mark.parametrize("width", [20, 24, 30])
def test_wrapped_lines_are_joined(width: int) -> None:
    wrapped = []
    for line in ARTICLE.split("\n"):
        wrapped += [line[at : at + width] for at in range(0, max(len(line), 1), width)]
    tables = laws.read("\n".join(wrapped))
    assert tables[Document][0].text == laws.read(ARTICLE)[Document][0].text
    laws.check(tables, "\n".join(wrapped))


def test_wrapped_latin_words_keep_a_space() -> None:
    text = (
        "The mayors of thirty cities met in Taipei today and agreed\n"
        "on a common plan for the green transition of their harbours\n"
        "which is to be signed by all of the partners before autumn\n"
        "comes.\n"
    )
    assert "agreed on a common" in laws.read(text)[Document][0].text


def test_list_items() -> None:
    text = "市府施政重點\n\n一、智慧交通：推動公車。\n二、智慧醫療：推動遠距。\n"
    tables = laws.read(text)
    labels = [row.label for row in tables[Segment] if row.kind == "list_item"]
    assert labels == ["一", "二"]


def test_agenda_times() -> None:
    text = "2024智慧城市首長高峰會議程\n09:00-09:30 報到\n09:30-09:40 致詞\n09:40-10:40 演講\n"
    tables = laws.read(text)
    assert tables[Document][0].kind == "agenda"
    labels = [row.label for row in tables[Segment] if row.kind == "list_item"]
    assert labels == ["09:00-09:30", "09:30-09:40", "09:40-10:40"]


@pytest.mark.parametrize(
    "line",
    [
        "版權所有 © 2023 臺北市政府",
        "‧本站為言論自由平台，請謹慎發言。",
        "點閱數：120　上版日期：111-03-25",
        "发布单位：新闻处",
        "Copyright 2020. All rights reserved.",
    ],
)
def test_frame_is_boilerplate(line: str) -> None:
    assert (
        blocks_of(laws.read("市長表示，會議順利結束，感謝大家參與。\n\n" + line))[-1][0]
        == "boilerplate"
    )


@pytest.mark.parametrize(
    "line",
    [
        "日本站穩腳步，市長表示網站與電話都要更新。",
        "更新日期與瀏覽人次統計系統，市長指出，將由資訊局負責建置，並納入服務平台。",
        "來自各國的代表都出席。",
    ],
)
def test_sentence_is_not_boilerplate(line: str) -> None:
    assert blocks_of(laws.read("市長表示，會議順利結束。\n\n" + line))[-1][0] == "paragraph"


@pytest.mark.parametrize(
    "above",
    [
        "屏東縣政府　新聞稿\n發稿日期：中華民國110年11月18日\n編號：ND2021-047\n",
        "首頁 > 市府訊息 > 市政新聞 > 內容\n",
        "您現在的位置：首頁 » 即時新聞\n",
        "首頁｜封面故事｜人物\n",
        "桃園市政府全球資訊網\n\n",
    ],
    ids=["信頭", "路徑", "位置", "選單", "站名"],
)
def test_title_below_letterhead_and_trail(above: str) -> None:
    text = above + "\n臺北高峰會登場\n\n臺北市長蔣萬安在會中表示，今年共有三十個城市參加。\n"
    assert laws.read(text)[Document][0].title == "臺北高峰會登場"


def test_letterhead_alone_is_the_title() -> None:
    assert laws.read("臺北市政府新聞稿")[Document][0].title == "臺北市政府新聞稿"


def _in_columns(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns, as a terminal or mail program wraps; words stay whole."""
    lines, room = [""], width
    for piece in re.findall(r"[!-~]+ ?|.", text):
        size = marks.width(piece.rstrip())
        if size > room:
            lines, room = [*lines, ""], width
        lines[-1] += piece
        room -= marks.width(piece)
    return lines


TURNS = [
    "王議員：請問市長，這項計畫的經費到底要多少錢？",
    "盧市長：第一期投入三億元，由衛生局與副市長 Alessandra Montgomery-Papadopoulos 共同督導，"
    "在全市三十七區設置巷口小站，每站配兩位護理師，每年服務十二萬人次。",
    "王議員：好，那明年還有沒有？",
    "盧市長：明年要看中央核定的補助，如果沒有，市府會以第二預備金支應，不會讓已經開辦的三十七個小站關門。",
    "王議員：希望市長說到做到。",
    "盧市長：一定，請議員與 Papadopoulos 副市長一起到現場來看，每一季都會把人次公開在網站上。",
]


@pytest.mark.parametrize("width", [40, 46, 52])
def test_wrapped_turns_and_lines_cut_short_before_a_long_word(width: int) -> None:
    text = "\n".join(line for turn in TURNS for line in _in_columns(turn, width)) + "\n"
    tables = laws.read(text)
    said = [s.text.strip() for s in tables[Segment] if s.kind == "turn"]
    assert [line.replace(" ", "") for line in said] == [turn.replace(" ", "") for turn in TURNS]


def _at_marks(text: str, width: int) -> list[str]:
    """Lines of ``width`` characters that end before no mark and within no number."""
    lines = []
    while len(text) > width:
        end = width
        while text[end] in "，。、」":
            end += 1
        while text[end - 1].isdecimal() and text[end].isdecimal():
            end -= 1
        lines.append(text[:end])
        text = text[end:]
    return [*lines, text]


RELEASE = [
    "新北市政府新聞稿",
    "低碳校園起步 十二校加入",
    "新北市長與芬蘭赫爾辛基市長十二日上午在市民廣場共同宣布，雙方將合作推動「低碳校園計畫」，第一年選在板橋、"
    "新莊兩區的12所國民小學試辦，總經費3,250萬元。",
    "市府表示，設備都會在學期結束以前裝設完成。",
    "赫爾辛基市長說，這項合作是兩市第一次在教育上攜手，芬蘭派來的工程師有8位，會在新北停留5個月，"
    "並與在地的學校一起訂出節能的目標。",
    "出席人員",
    "環境保護局局長程大維",
    "教育局局長張明文",
    "新北市長補充，今年已有30,500人次參觀過示範教室，明年要把經驗寫成手冊，送給全國各縣市，歡迎大家來看。",
    "新聞聯絡人：林小姐",
]


@pytest.mark.parametrize("width", [24, 27, 30, 36])
def test_lines_that_end_early_at_marks_are_joined_and_short_lines_are_not(width: int) -> None:
    text = "\n".join(line for each in RELEASE for line in _at_marks(each, width)) + "\n"
    tables = laws.read(text)
    read = "".join(s.text for s in tables[Segment] if s.parent_id is None)
    assert read.splitlines() == RELEASE


SENTENCES = """臺中市與靜岡市談防災

臺中市長盧秀燕表示，兩市都怕海嘯。
今年起每半年一次聯合演練。
明年加入港口與學校。

靜岡市長難波喬司指出，感測器要便宜。
壞了才有人修。

1. 第一案由消防局主辦。
2. 第二案由港務公司主辦。
兩案都在年底前完成。

會議下午四時結束。
"""


def test_sentences_on_lines_of_their_own_make_paragraphs_between_blank_lines() -> None:
    tables = laws.read(SENTENCES)
    laws.check(tables, SENTENCES)
    assert [text for _, text in blocks_of(tables)][1:] == [
        "臺中市長盧秀燕表示，兩市都怕海嘯。今年起每半年一次聯合演練。明年加入港口與學校。",
        "靜岡市長難波喬司指出，感測器要便宜。壞了才有人修。",
        "1. 第一案由消防局主辦。",
        "2. 第二案由港務公司主辦。兩案都在年底前完成。",
        "會議下午四時結束。",
    ]


def test_paragraphs_without_blank_lines_are_not_taken_for_sentences() -> None:
    text = SENTENCES.replace("\n\n", "\n")
    assert len(blocks_of(laws.read(text))) == len(text.splitlines())
    longer = SENTENCES.replace("海嘯。", "海嘯。都怕停電。").replace("便宜。", "便宜。要好修。")
    assert ("paragraph", "今年起每半年一次聯合演練。") in blocks_of(laws.read(longer))


def test_a_title_and_the_date_below_it_are_no_wrapped_lines() -> None:
    title = "臺北與那霸簽署備忘錄　兩市首長：先修路再談友誼"
    dateline = "2023/09/14 18:42　記者邵子晴／臺北報導"
    body = "臺北市長蔣萬安表示，兩市談了十九個月。" * 5
    tables = laws.read(
        f"{title}\n{dateline}\n\n" + f"{body}\n\n" * 4 + "聯絡人：王小姐\n電話：1999\n"
    )
    assert blocks_of(tables)[:2] == [("title", title), ("heading", dateline)]


@pytest.mark.parametrize("sign", ["> ", ">> ", "> > "])
def test_signs_of_quoted_mail_are_left_out(sign: str) -> None:
    source = "王先生寫道：\n" + "".join(f"{sign}{line}\n" for line in ARTICLE.split("\n"))
    tables = laws.read(source)
    laws.check(tables, source)
    assert [text for _, text in blocks_of(tables)][1:] == list(filter(None, ARTICLE.split("\n")))


ENTRIES = [
    "各場次的主講人與題目已經排定，歡迎各界踴躍報名參加。",
    "林志明（逢甲大學教授）：從資料到決策的十年建置經驗",
    "陳小華（建設局局長）：地下管線圖資整合的下一個階段",
    "王美玲（交通局副局長）：路口號誌與公車優先的實作方法",
    "張大同（環保局科長）：空氣品質微型感測器的維運成本",
    "李佳穎（衛生局局長）：遠距照護在山區部落的三年試辦",
]


def test_entries_of_like_length_are_no_wrapped_lines() -> None:
    read = "".join(s.text for s in laws.read("\n".join(ENTRIES))[Segment] if s.parent_id is None)
    assert read.splitlines() == ENTRIES


# Lines of a page, 30 characters each but the last.
LINES = """布倫市長今日在論壇中表示，該市自二○一九年起逐年汰換柴油公
車，目前已有三百二十輛電動公車上路，每年減少碳排放一萬兩千
公噸，沿線居民陳情的次數也比三年前少了將近一半，市府因此在
去年底完成全市充電站的建置工程，並預計二○三○年前將路線全"""
REST = "部改為零排放車輛，所需經費約新臺幣四十億元，其中三成由中央\n政府補助。"
PAGES = """城市論壇會議手冊

{first}

- 1 -
{between}城市論壇會議手冊

{second}

- 2 -
"""


@pytest.mark.parametrize("between", ["\f", ""])
def test_a_paragraph_goes_on_over_the_end_of_a_page(between: str) -> None:
    raw = PAGES.format(first=LINES, between=between, second=REST).encode()
    tables = laws.read(raw, "a.txt")
    (told,) = [text for kind, text in blocks_of(tables) if kind == "paragraph"]
    assert "路線全部改為" in told
    assert "- 1 -" not in tables[Document][0].text


def test_a_sentence_that_ends_with_its_page_is_not_joined_to_the_next() -> None:
    first = LINES.replace("並預計二○三○年前將路線全", "其餘路線明年也將陸續跟進。")
    second = "里加" + LINES[2:] + "\n" + REST
    raw = PAGES.format(first=first, between="\f", second=second).encode()
    blocks = blocks_of(laws.read(raw, "a.txt"))
    assert [text[:2] for kind, text in blocks if kind == "paragraph"] == ["布倫", "里加"]
