"""Who asks and who answers in an interview, as its head and its entries tell."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader

CITIES = {"花蓮市": "hua TW", "花蓮": "hua TW"}


def _said_by(read: Reader, text: str) -> list[str]:
    doc = read.document(text, CITIES)
    names = {person.person_id: person.name for person in doc.people}
    return [names.get(statement.person_id or "", "") for statement in doc.statements]


@pytest.mark.parametrize(
    ("head", "asks", "answers"),
    [
        ("對話花蓮市副市長許文昌\n《港口》季刊　本刊記者　林佩蓉", "問", "答"),
        ("專訪花蓮市副市長許文昌\n本報記者 林佩蓉", "記者", "許文昌"),
        ("花蓮市副市長許文昌談港口\n特派記者林佩蓉／花蓮專訪", "記者問", "答"),
        ("港口五問　問花蓮市副市長許文昌\n文字記者：林佩蓉｜攝影記者：周杰", "Q1", "A1"),
        ("一席談：花蓮市副市長許文昌\n訪問：林佩蓉　整理：編輯部", "林", "許"),
        ("港口訪談\n受訪者：花蓮市副市長許文昌\n訪問者：林佩蓉\n日期：2021年6月3日", "林", "許"),
        ("港口訪談\n訪問：林佩蓉\n受訪：花蓮市副市長許文昌", "問", "副市長"),
    ],
)
def test_the_head_of_an_interview_tells_who_asks_and_who_answers(
    read: Reader, head: str, asks: str, answers: str
) -> None:
    text = (
        f"{head}\n\n{asks}：港口為什麼空著？\n\n{answers}：船太大。\n\n我們量過三次。\n\n"
        f"{asks}：那怎麼辦？\n\n{answers}：挖深一點。\n"
    )
    assert _said_by(read, text) == ["林佩蓉", "許文昌"] * 2


ASKED = "\n\n問：港口為什麼空著？\n\n答：船太大。\n\n問：那怎麼辦？\n\n答：挖深一點。\n"


@pytest.mark.parametrize(
    "head",
    [
        "攝影／周杰\n\n專訪花蓮港務",
        "總編輯許文昌\n\n港口對話",
        "主持人許文昌\n\n與談摘要：對話港口",
    ],
)
def test_who_makes_the_text_or_leads_the_talk_does_not_answer(read: Reader, head: str) -> None:
    assert _said_by(read, f"港口專題\n\n{head}{ASKED}") == [""] * 4


@pytest.mark.parametrize(
    "head",
    [
        "專訪總編輯許文昌",
        "人物專訪：口譯許文昌",
        "花蓮市副市長許文昌\n接受本刊訪問",
        "花蓮市副市長許文昌\n本刊採訪\n攝影／周杰",
    ],
)
def test_the_line_or_the_one_above_names_who_answers(read: Reader, head: str) -> None:
    assert _said_by(read, f"{head}{ASKED}") == ["", "許文昌"] * 2


def test_an_entry_below_the_interview_counts_behind_its_head(read: Reader) -> None:
    entry = "\n（受訪者：林佩蓉）\n"
    assert _said_by(read, f"專訪花蓮市副市長許文昌{ASKED}{entry}") == ["", "許文昌"] * 2
    assert _said_by(read, f"港口訪談{ASKED}{entry}") == ["", "林佩蓉"] * 2


@pytest.mark.parametrize("lead", ["市長率團訪問花蓮。各界關注。", "本地電視台採訪報導。"])
def test_a_text_that_asks_itself_is_no_interview(read: Reader, lead: str) -> None:
    text = (
        f"許文昌的港口行\n\n{lead}\n\n為什麼是港口？\n因為船太大。要先量過。\n\n"
        "花了多少錢？\n據統計約三百萬元。不算貴。\n\n有什麼收穫？\n簽了約。外界仍無感。\n"
    )
    assert "許文昌" not in _said_by(read, text)


@pytest.mark.parametrize(
    ("head", "answers"),
    [
        ("人物側寫\n採訪／林佩蓉　攝影／周杰\n\nAino Berg遲到六分鐘，坐下來就笑。", "Aino Berg"),
        (
            "文／林佩蓉\n\n他說話很快。Aino Berg去年九月接任花蓮市副市長，和Karin Dahl同行。",
            "Aino Berg",
        ),
        ("文／林佩蓉\n\nAino Berg和Karin Dahl在港邊等我們。", ""),
    ],
)
def test_who_answers_is_whom_the_lines_above_tell_of(read: Reader, head: str, answers: str) -> None:
    assert _said_by(read, head + ASKED)[-4:] == ["林佩蓉", answers] * 2


@pytest.mark.parametrize(
    ("then", "title"),
    [
        ("她今年三月接任花蓮市副市長，主管交通。", "副市長"),
        ("她擔任花蓮市副市長已三年。", "副市長"),
        ("她說花蓮市副市長很忙。", None),
        ("我們問工程師葉美玉。她接任花蓮市副市長。", None),
    ],
)
def test_the_next_sentence_tells_the_office(read: Reader, then: str, title: str | None) -> None:
    doc = read.document(f"人物\n\nAino Berg笑著坐下來。{then}\n", CITIES)
    person = next(one.person_id for one in doc.people if one.name == "Aino Berg")
    found = [role.title for role in doc.roles if role.person_id == person and role.city_id]
    assert found == ([title] if title else [])


@pytest.mark.parametrize(
    "head",
    [
        "岸邊的人\n\n花蓮市副市長許文昌上月來訪，本刊主編林佩蓉在船上訪問他，同船的還有漁業科科長周杰。",
        "岸邊的人\n採訪者：花蓮市漁業科科長林佩蓉\n受訪者：花蓮市副市長許文昌\n陪同：局長周杰",
        "岸邊的人\n採訪整理：林佩蓉\n\n本次專訪花蓮市副市長許文昌，由港務局長周杰陪同。",
        "岸邊的人\n採訪整理：林佩蓉\n\n花蓮市副市長許文昌在市府泡茶。漁業科科長周杰在座。",
        "花蓮市副市長許文昌的茶\n採訪整理：林佩蓉\n\n許文昌認得漁業局長周杰。周杰愛釣魚。",
    ],
)
def test_who_stands_by_does_not_answer(read: Reader, head: str) -> None:
    assert _said_by(read, f"{head}{ASKED}") == ["林佩蓉", "許文昌"] * 2


@pytest.mark.parametrize(
    "head",
    [
        "花蓮市共享運具自治條例問答集\n\n局長許文昌編",
        "港口有獎徵答\n\n出題：花蓮市副市長許文昌",
        "滿意度調查結果\n\n花蓮市副市長許文昌主持研考會。",
    ],
)
def test_questions_put_to_nobody_are_answered_by_nobody(read: Reader, head: str) -> None:
    assert "許文昌" not in _said_by(read, f"{head}{ASKED}")
    assert "許文昌" in _said_by(read, f"專訪花蓮市副市長許文昌{ASKED}")


def test_dashes_may_open_the_questions(read: Reader) -> None:
    text = (
        "專訪花蓮市副市長許文昌\n\n——港口為什麼空著？\n\n船太大。我們量過。\n\n"
        "——那怎麼辦？\n\n挖深一點。要三年。\n\n——錢呢？\n\n還有。不夠再借。\n"
    )
    assert _said_by(read, text) == ["", "許文昌"] * 3


@pytest.mark.parametrize(
    ("below", "by"),
    [
        ("周孟杰在旁邊聽了苦笑，他說港口從來沒滿過。", ["周孟杰"]),
        ("採訪結束時天黑了。許文昌說：「船還會來的，燈要留著。」", ["許文昌"]),
        ("有人在旁邊的碼頭釣魚，我說那也是用途。", []),
    ],
)
def test_the_report_goes_on_behind_the_last_answer(read: Reader, below: str, by: list[str]) -> None:
    head = "專訪花蓮市副市長許文昌\n\n同行的還有漁業科科長周孟杰。"
    assert _said_by(read, f"{head}{ASKED}\n{below}\n") == ["", "許文昌"] * 2 + by


@pytest.mark.parametrize(
    ("asks", "answers"),
    [("Q ", "A "), ("問　", "答　"), ("Q1 ", "A1 "), ("提問：", "回答："), ("一、", "答：")],
)
def test_labels_of_questions_and_answers_need_no_colon(
    read: Reader, asks: str, answers: str
) -> None:
    text = (
        "港口訪談\n訪談對象：花蓮市副市長許文昌\n\n"
        f"{asks}港口為什麼空著？\n{answers}船太大。\n{asks}那怎麼辦？\n{answers}挖深一點，怎麼挖再說。\n"
    )
    statements = read.document(text, CITIES).statements
    assert [one.kind for one in statements] == ["question", "answer"] * 2
    assert _said_by(read, text) == ["", "許文昌"] * 2


def test_a_list_of_areas_is_no_interview(read: Reader) -> None:
    text = "本市分三區辦理。\nA 區先換路燈。\nB 區整修水溝。\nC 區種樹。\n"
    assert _said_by(read, text) == []


def test_names_in_frames_that_come_back_are_people(read: Reader) -> None:
    text = (
        "【記者】怎麼看？\n【侯友宜】這是第一次。\n【記者】有時間表嗎？\n【侯友宜】年底前啟動。\n"
    )
    assert _said_by(read, text) == ["", "侯友宜"] * 2


def test_a_name_that_is_shortened_is_told_not_said(read: Reader) -> None:
    assert _said_by(read, "編輯部專訪花蓮市副市長許文昌（以下簡稱「許」）。\n") == []


def test_dashes_mark_questions_whatever_ends_them(read: Reader) -> None:
    text = (
        "專訪花蓮市副市長許文昌\n\n文／林佩蓉\n\n──您說很羨慕，聽來有點奇怪。\n\n因為那裡乾淨。\n\n"
        "──港口為什麼空著？\n\n船太大。\n\n──有人批評您太慢。\n\n天天有人講。\n"
    )
    assert _said_by(read, text) == ["林佩蓉", "許文昌"] * 3


def test_an_office_and_what_it_does_label_a_turn(read: Reader) -> None:
    text = (
        "市政總質詢\n質詢：議員連瑞珊　答復：市長許文昌\n\n〈第一題　港口〉\n"
        "連議員瑞珊質詢：\n備忘錄在哪裡？\n市長答復：\n這禮拜補上。\n〈第二題　魚市場〉\n"
        "連議員瑞珊再質詢：\n誰教的？\n市長答復：\n自己想的。\n"
    )
    turns = [one for one in read.document(text, CITIES).statements if one.rule == "turn"]
    assert [one.text for one in turns][1::2] == ["這禮拜補上。", "自己想的。"]
    assert _said_by(read, text)[-1] == "許文昌"


def test_pull_quotes_behind_dashes_are_no_questions(read: Reader) -> None:
    text = (
        "專訪花蓮市副市長許文昌\n\n為什麼要做？\n\n因為市民需要。\n\n──公車路網今年三百公里。\n\n"
        "路燈怎麼辦？\n\n全部換新。\n\n──路燈今年換完三萬盞。\n\n公車什麼時候換？\n\n明年上路。\n\n"
        "──電動公車明年五百輛。\n"
    )
    assert _said_by(read, text) == ["", "許文昌"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "A 級警戒解除。\nB 級警戒維持。\nA 級場地開放。\n市長許文昌表示，趨緩。\nA 計畫完成。\n",
        "Q1 營收成長一成。\nQ2 成長三成。\nQ3 成長兩成。\n市長許文昌表示，景氣回升。\n",
        "Q2　營收成長。\nQ3　再成長。\n市長許文昌表示，景氣回升。\nA1　館展出三百件作品。\n",
    ],
)
def test_classes_and_quarters_ask_and_answer_nothing(read: Reader, text: str) -> None:
    assert [one.kind for one in read.document(text, CITIES).statements] == ["reported"]


def test_whoever_is_asked_may_answer_by_name(read: Reader) -> None:
    text = (
        "專訪紀錄\n問　公車如何減碳？\n市長許文昌：我們先減四成。\n"
        "問　公車電動化呢？\n市長許文昌：三年內完成。\n"
    )
    assert _said_by(read, text) == ["", "許文昌"] * 2
    assert not _said_by(read, "成績單\nQ2 營收成長三成。\n主辦單位：花蓮市政府。\n")
