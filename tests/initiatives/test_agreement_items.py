"""Agreements that items of minutes, answers and letters tell of without a whole sentence."""

from __future__ import annotations

import pytest

from pipeline.resources import Resources
from tests.initiatives.whole import run, told

CASES = (
    ("mou", "planned", "備忘錄有一件，和沖繩那霸談離島醫療，還在改稿。", "Naha"),
    ("sister_city", "in_force", "3. 與釜山市：89年起之姊妹市關係迄今二十五年，另辦茶會。", "Busan"),
    ("sister_city", "planned", "案由二：鳥取市來函，擬締結姊妹市，提請討論。", "Tottori"),
    ("mou", "signed", "另有清奈一案（112年5月簽製造業備忘錄，執行中），可正面談。", "Chennai"),
    ("mou", "planned", "與橫濱市簽備忘錄要看議會，擬於明年辦理。", "Yokohama"),
    ("mou", "planned", "與清奈市的備忘錄，卡在議會，還沒簽。", "Chennai"),
    (
        "mou",
        "planned",
        "建議先與仙台市簽合作備忘錄，以老城為題，訂今年十月二十五日視訊簽署。",
        "Sendai",
    ),
)


@pytest.mark.parametrize(("kind", "status", "text", "partner"), CASES)
def test_items(resources: Resources, kind: str, status: str, text: str, partner: str) -> None:
    found = told(run(resources, "a.txt", f"高雄市政府會議紀錄\n{text}\n"))
    assert (kind, frozenset(("Kaohsiung", partner))) in {(k, names) for k, _, names in found}
    assert {standing for k, standing, _ in found if k == kind} == {status}


def test_an_answer_lists_the_ties_asked_for(resources: Resources) -> None:
    text = (
        "高雄市議會質詢紀錄\n議員：姊妹市有幾個是活的？\n"
        "市長：帳面上九個，今年有往來的只有日本福岡市、美國波特蘭市。韓國釜山每年來。\n"
    )
    ties = {names for kind, _, names in told(run(resources, "a.txt", text))}
    assert ties == {frozenset(("Kaohsiung", name)) for name in ("Fukuoka", "Portland", "Busan")}


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ("包括東京都、首爾市與里昂市。", ("Tokyo", "Seoul", "Lyon")),
        ("只有西雅圖市，其他的都還在談，例如東京都。", ("Seattle",)),
        ("三個，福岡市、釜山市。大邱市已停止往來。", ("Fukuoka", "Busan")),
    ],
)
def test_only_a_list_of_cities_answers(
    resources: Resources, answer: str, names: tuple[str, ...]
) -> None:
    text = f"高雄市議會質詢紀錄\n議員：姊妹市有哪些？\n市長：{answer}\n"
    ties = {found for _, _, found in told(run(resources, "a.txt", text))}
    assert ties == {frozenset(("Kaohsiung", name)) for name in names}


@pytest.mark.parametrize(
    "text",
    [
        "議員：姊妹市交流今年有哪些活動？\n市長：日本福岡市有馬拉松。\n",
        "議員：姊妹市有幾個是活的？\n市長：我再查。\n議員：施政去哪裡取經？\n市長：日本福岡市。\n",
        "議員：備忘錄有幾份？\n市長：三份。日本福岡市的廠商也來投標。\n",
        "議員：姊妹市有幾個？\n市長：臺中市有24個。臺南市也多。\n",
        "議員：姊妹市有幾個？\n市長：不是里昂市。\n",
        "議員：哪些城市是姊妹市？\n市長：目標是東京都、首爾市。\n",
        "議員：姊妹市還剩幾個？\n市長：里昂市則已停擺。首爾市長昨天來訪。\n",
        "議員：姊妹市是誰在管？\n市長：是觀光局。東京都也有人問。\n",
    ],
)
def test_other_questions_list_no_ties(resources: Resources, text: str) -> None:
    assert not told(run(resources, "a.txt", f"高雄市議會質詢紀錄\n{text}"))


def test_who_is_visited_is_no_party(resources: Resources) -> None:
    text = "高雄市政府新聞稿\n此行走訪釜山、大阪與仙台三座城市，並與仙台市簽署合作備忘錄。\n"
    assert {names for _, _, names in told(run(resources, "a.txt", text))} == {
        frozenset(("Kaohsiung", "Sendai"))
    }


def test_a_paper_that_is_not_to_be_renewed_stands(resources: Resources) -> None:
    text = (
        "高雄市政府新聞稿\n記者追問有沒有要簽約，市長答：高雄與大津的友好城市盟約延續到現在，"
        "不用重簽；至於釜山，這次什麼也沒簽。\n"
    )
    found = told(run(resources, "a.txt", text))
    assert ("sister_city", "denied") not in {(kind, status) for kind, status, _ in found}


def test_a_row_that_lists_its_own_city_is_one_paper(resources: Resources) -> None:
    rows = (
        "高雄市政府國際協議清冊（108年）\n"
        "編號\t文件\t對象\t簽署日\t狀態\t說明\n"
        "E-01\t合作備忘錄（觀光）\t日本　大阪市\t2018.6.20\t有效\t每年互訪\n"
        "E-02\t合作備忘錄（醫療）\t日本　熊本市、本市、臺南市\t2022-05-13\t有效\t三方演練\n"
        "E-03\t姊妹市協定\t韓國　釜山\t1966.6.30\t有效\t每年互訪\n"
    )
    found = told(run(resources, "a.txt", rows))
    assert {names for _, _, names in found} == {
        frozenset(("Kaohsiung", "Osaka")),
        frozenset(("Kaohsiung", "Kumamoto", "Tainan")),
        frozenset(("Kaohsiung", "Busan")),
    }


def test_a_partner_nobody_knows_is_not_replaced(resources: Resources) -> None:
    text = "高雄市政府新聞稿\n釜山和瓦布桑特爾是1963年結的姊妹市，市民常互訪。\n"
    assert not told(run(resources, "a.txt", text))


def test_what_is_told_of_another_partner_denies_nothing(resources: Resources) -> None:
    text = "高雄市政府新聞稿\n釜山市長表示，釜山與臺中沒有簽約，與上海是姊妹市。\n"
    found = told(run(resources, "a.txt", text))
    assert ("sister_city", "in_force", frozenset(("Busan", "Shanghai"))) in found


def test_what_the_net_hands_on_is_hearsay(resources: Resources) -> None:
    text = "高雄市政府新聞稿\n至於部分網友轉貼的「高雄將與大阪締盟」，外事科長說那是看錯新聞。\n"
    found = told(run(resources, "a.txt", text))
    assert {status for _, status, _ in found} <= {"denied", "imagined"}


def test_they_are_the_city_told_of(resources: Resources) -> None:
    text = (
        "高雄市政府考察筆記\n▍格丁尼亞\n• 副市長說，港區改造花了九年。\n"
        "• 他們和義大利的烏迪內去年十月簽了檔案數位化備忘錄，到2027年。\n"
    )
    found = told(run(resources, "a.txt", text))
    assert {names for _, _, names in found} == {frozenset(("Gdynia", "Udine"))}
    alone = "高雄市政府新聞稿\n他們和首爾去年簽了數位備忘錄，內容保密。\n"
    assert not told(run(resources, "a.txt", alone))


def test_a_later_paper_is_not_that_of_the_tie(resources: Resources) -> None:
    text = "里昂市為高雄市姊妹市，今年兩市在智慧交通合作協議上簽字。\n"
    found = told(run(resources, "a.txt", text))
    assert {(kind, status) for kind, status, _ in found} == {
        ("sister_city", "in_force"),
        ("other", "signed"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "列管案件中，備忘錄有一件，和里昂市無關。",
        "里昂市是友好協定的起點，明年簽約。",
        "媒體報導，里昂市是意向書起草者，還沒簽。",
        "里昂市友好協定即將逾三十年。",
        "姊妹市代表團今年在東京都線上簽署。",
    ],
)
def test_no_paper_is_told(resources: Resources, text: str) -> None:
    assert not told(run(resources, "a.txt", f"高雄市政府新聞稿\n{text}\n"))


@pytest.mark.parametrize(
    "answer", ["我們有五個，波特蘭、慕尼黑還有大田。", "我們是有的，美國的波特蘭、慕尼黑、大田。"]
)
def test_a_city_counts_its_ties(resources: Resources, answer: str) -> None:
    text = f"專訪札幌市長\n問：交流怎麼開始？\n答：姊妹市{answer}\n"
    assert {frozenset(("Sapporo", name)) for name in ("Portland", "Munich", "Daejeon")} == {
        names for _, _, names in told(run(resources, "a.txt", text))
    }
