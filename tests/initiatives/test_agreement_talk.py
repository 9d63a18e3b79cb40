"""What is only said of an agreement, what a meeting decides, and ties of long ago."""

from __future__ import annotations

import pytest

from pipeline.resources import Resources
from tests.initiatives.whole import run, told

DECIDED = """高雄市政府國際事務會報紀錄
討論事項
案由一：與韓國釜山市姊妹市協議期滿續約案。
決議：照案通過。
案由二：與德國漢堡市簽訂人才合作備忘錄案。
決議：文字修正後通過，10月底前完成簽署。
案由三：與日本大阪市建立姊妹市關係案。
決議：緩議。
"""


@pytest.mark.parametrize(
    "text",
    [
        "有網友說高雄要和大阪結為姊妹市，連日子都挑好了。市府全不知情。",
        "外面說要跟大阪結姊妹市，市長搖頭：「還早。」",
        "鄉民都在傳高雄與大阪已締結姊妹市，發言人一笑置之。",
        "外界傳說本市要跟大阪結姊妹市，秘書處沒有收到公文。",
        "高雄市要與大阪締結姊妹市了！沒有這回事。",
        "有人在臉書上寫，高雄市與大阪市已簽署合作備忘錄。",
        "社群媒體瘋傳高雄市與大阪市已締結姊妹市。",
        "先前有媒體稱高雄市將與大阪市締結姊妹市，市府說雙方尚在接觸。",
        "民眾都以為高雄市與大阪市已簽署合作備忘錄。",
        "高雄市與大阪市簽署合作備忘錄。市府澄清，純屬誤會。",
        "高雄市與大阪市簽署合作備忘錄。這是網路謠傳。",
        "高雄市與大阪市簽署合作備忘錄。此消息並非事實。",
    ],
)
def test_hearsay(resources: Resources, text: str) -> None:
    found = told(run(resources, "a.txt", f"高雄市政府新聞稿\n\n{text}\n"))
    assert {status for _, status, _ in found} <= {"denied", "imagined"}


@pytest.mark.parametrize(
    "text",
    [
        "高雄市與大阪市就網路傳輸設備簽署合作備忘錄。",
        "高雄市辦理民眾說明會，並與大阪市簽署合作備忘錄。",
        "民眾講習之後，高雄市與大阪市簽署合作備忘錄。",
        "高雄市與大阪市為使民眾相信食品安全簽署合作備忘錄。",
        "高雄市靠社群媒體傳播，與大阪市簽署合作備忘錄。",
        "在外界稱許聲中，高雄市與大阪市簽署合作備忘錄。",
        "高雄市在媒體上說清楚後與大阪市簽署合作備忘錄。",
        "局長在臉書上說，高雄市與大阪市簽署合作備忘錄。",
        "高雄市與大阪市簽署合作備忘錄。媒體誤傳人數，實際為五十人。",
        "高雄市與大阪市簽署合作備忘錄。此行純屬民間交流。",
    ],
)
def test_what_the_public_hears_is_no_hearsay(resources: Resources, text: str) -> None:
    found = told(run(resources, "a.txt", f"高雄市政府新聞稿\n\n{text}\n"))
    assert found == {("mou", "signed", frozenset(("Kaohsiung", "Osaka")))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "高雄市與大阪市2011年締結姊妹市，今年並無任何簽約安排。",
            {("sister_city", "in_force", "Osaka")},
            id="nothing new",
        ),
        pytest.param(
            "高雄市與大阪市早已結為友好城市，暫時不打算再增加別的城市。",
            {("sister_city", "in_force", "Osaka")},
            id="no more of them",
        ),
        pytest.param(
            "11月，漢堡副市長來訪，參觀港口舊倉庫，並商定明年簽署姊妹市協議。",
            {("sister_city", "planned", "Hamburg")},
            id="a guest",
        ),
        pytest.param(
            "高雄有意同大阪結為姊妹市，仍待市議會點頭。",
            {("sister_city", "planned", "Osaka")},
            id="up to the council",
        ),
        pytest.param(
            "大阪願意與高雄結為姊妹市，議案將於今年9月送市議會審議。",
            {("sister_city", "planned", "Osaka")},
            id="a month before a council",
        ),
        pytest.param(
            "高雄市與漢堡市有意就港灣觀光簽署合作備忘錄，時間暫定明年春天。",
            {("mou", "planned", "Hamburg")},
            id="a day not yet fixed",
        ),
        pytest.param(
            "針對網路上高雄與大阪斷交的傳聞，新聞局回應稱：「高雄和大阪2001年就是姊妹市。」",
            {("sister_city", "in_force", "Osaka")},
            id="what answers a rumour",
        ),
        pytest.param(
            "市長說，至於與漢堡結盟，市議會尚未討論。",
            {("sister_city", "imagined", "Hamburg")},
            id="not yet spoken of",
        ),
        pytest.param(
            "市長對媒體說，高雄已與漢堡市簽署備忘錄。",
            {("mou", "signed", "Hamburg")},
            id="said to the press",
        ),
        pytest.param(
            "高雄市與大阪市早在2003年就建立友好交流關係，這次再簽一份港灣備忘錄。",
            {("other", "signed", "Osaka"), ("mou", "signed", "Osaka")},
            id="friendly relations",
        ),
        pytest.param(
            "高雄市與大阪市、漢堡市與會，會中《港灣宣言》由與會二十七個城市聯署。",
            set(),
            id="more signers than named",
        ),
    ],
)
def test_told(resources: Resources, text: str, expected: set[tuple[str, str, str]]) -> None:
    found = told(run(resources, "a.txt", f"高雄市政府新聞稿\n\n{text}\n"))
    assert found == {
        (kind, status, frozenset(("Kaohsiung", city))) for kind, status, city in expected
    }


def test_a_decision_is_of_its_own_case(resources: Resources) -> None:
    found = told(run(resources, "a.txt", DECIDED))
    assert {(kind, status) for kind, status, cities in found if "Hamburg" in cities} == {
        ("mou", "planned")
    }
    assert not {status for _, status, cities in found if "Busan" in cities} & {"expired"}
    assert {status for _, status, cities in found if "Osaka" in cities} <= {"denied"}


@pytest.mark.parametrize(
    ("decided", "status"), [("修正通過，授權主席簽署。", "planned"), ("緩議。", "denied")]
)
def test_what_is_decided_stands_below_the_explanation(
    resources: Resources, decided: str, status: str
) -> None:
    text = (
        "高雄市政府國際事務會報紀錄\n案由一：與德國漢堡市簽署港口減碳備忘錄案。\n"
        f"說明：\n一、草案如附件。\n二、不涉經費。\n王處長大明：樂觀其成。\n決議：{decided}\n"
        "案由二：參展案。\n決議：照案通過。\n"
    )
    assert {found for _, found, _ in told(run(resources, "a.txt", text))} == {status}


def test_a_question_is_put_to_the_city_that_answers(resources: Resources) -> None:
    text = """主持人：大家早。
高雄市長陳其邁：高雄今年種了六千棵樹，成本三百萬元。
漢堡市長安娜林德：漢堡的港區也種樹，去年種了一千棵。
主持人：開放提問。
聽眾：請問市長，聽說要跟大阪結姊妹市，是真的嗎？
高雄市長陳其邁：是大阪先提的，議會5月已經同意，預計明年3月在大阪簽。
"""
    found = told(run(resources, "a.txt", text))
    assert found == {("sister_city", "planned", frozenset(("Kaohsiung", "Osaka")))}


@pytest.mark.parametrize(
    ("answer", "status"),
    [("是，訂在8月20日，由副市長代表簽。", "planned"), ("不是真的。對方只寄過一封信。", "denied")],
)
def test_the_next_to_speak_answers(resources: Resources, answer: str, status: str) -> None:
    text = f"""高雄市議會會議紀錄
主席：漢堡那份觀光備忘錄不是說8月要簽？
林科長：{answer}
"""
    found = told(run(resources, "a.txt", text))
    assert found == {("mou", status, frozenset(("Kaohsiung", "Hamburg")))}


def test_a_plain_no_is_not_about_what_follows(resources: Resources) -> None:
    text = """高雄市政府　常見問答

問：外界傳說市府要和大阪結為姊妹市？
答：沒有這個規劃。大阪去年才換市長，本市與對方談的是備忘錄，預定明年3月簽。
"""
    assert told(run(resources, "a.txt", text)) == {
        ("sister_city", "denied", frozenset(("Kaohsiung", "Osaka"))),
        ("mou", "planned", frozenset(("Kaohsiung", "Osaka"))),
    }


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("高雄港灣文化協進會", "大阪商工會議所"),
        ("臺灣綠建築學會", "首爾大學"),
        ("香港步行學社", "新加坡建築師學會"),
    ],
)
def test_bodies_agree_themselves(resources: Resources, first: str, second: str) -> None:
    text = f"高雄市政府新聞稿\n\n{first}與{second}簽署合作備忘錄，市長到場致賀。\n"
    assert told(run(resources, "a.txt", text)) == {("mou", "signed", frozenset((first, second)))}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("未與首爾市簽署合作備忘錄", "denied"),
        ("尚未與首爾市簽署合作備忘錄", "denied"),
        ("無法與首爾市簽署合作備忘錄", "denied"),
        ("未如期與首爾市簽署合作備忘錄", "denied"),
        ("尚未與首爾市簽署合作備忘錄，預計明年簽署", "planned"),
        ("未來將與首爾市簽署合作備忘錄", "planned"),
        ("不得不與首爾市簽署合作備忘錄", "signed"),
        ("不但與首爾市簽署合作備忘錄", "signed"),
        ("未與議會討論就與首爾市簽署合作備忘錄", "signed"),
    ],
)
def test_who_did_not_agree_with_another(resources: Resources, sentence: str, status: str) -> None:
    found = told(run(resources, "a.txt", f"臺北市{sentence}。\n"))
    assert found == {("mou", status, frozenset(("Taipei", "Seoul")))}


def test_a_sister_city_that_was_not_met_is_one(resources: Resources) -> None:
    text = "臺北市政府新聞稿。臺北市今年未與姊妹市首爾市交流。\n"
    assert told(run(resources, "a.txt", text)) == {
        ("sister_city", "in_force", frozenset(("Taipei", "Seoul")))
    }


@pytest.mark.parametrize(
    ("told_in", "parties"),
    [
        ("曾任國會議員，任內與東京都簽署合作備忘錄", None),
        ("去年與東京都簽署合作備忘錄", ("Daegu", "Tokyo")),
        ("2019年與本市簽署合作備忘錄", ("Daegu", "Taichung")),
    ],
)
def test_brackets_behind_a_person(
    resources: Resources, told_in: str, parties: tuple[str, str] | None
) -> None:
    text = f"臺中市政府新聞稿。大邱市長洪準杓（{told_in}）來訪。\n"
    expected = {("mou", "signed", frozenset(parties))} if parties else set()
    assert told(run(resources, "a.txt", text)) == expected


@pytest.mark.parametrize(
    ("speaker", "partner"),
    [("熊本市長大西一史", "Kaohsiung"), ("高雄市長陳其邁", "Kumamoto")],
)
def test_your_city_is_not_that_of_the_speaker(
    resources: Resources, speaker: str, partner: str
) -> None:
    text = f"高雄市與熊本市會談紀要\n{speaker}說，貴市與福岡市簽署合作備忘錄值得學習。\n"
    assert told(run(resources, "a.txt", text)) == {
        ("mou", "signed", frozenset((partner, "Fukuoka")))
    }


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("臺北市明年將與首爾市簽署備忘錄，兩市此前沒有簽署過備忘錄", "planned"),
        ("報導說臺北市將與首爾市簽署備忘錄，但從未與首爾市簽署備忘錄的大阪市也有意", "planned"),
        ("臺北市希望與首爾市簽署備忘錄。市府將於明年二月與大阪市簽約", "imagined"),
        ("臺北市希望與首爾市簽署備忘錄。議會將於明年二月審查捷運簽約案", "imagined"),
        ("臺北市建議與首爾市簽署備忘錄。如蒙同意，擬於明年五月在港邊簽署", "planned"),
        ("臺北市與首爾市上月就智慧園區（籌備中）合作簽署備忘錄", "signed"),
        ("臺北市與首爾市於民國114年5月（預定）簽署備忘錄", "planned"),
        ("臺北市與首爾市和合作單位簽署備忘錄", "signed"),
        ("臺北市歡迎來自首爾市的業者簽署合作備忘錄", "imagined"),
        ("臺北市歡迎遠道而來的首爾市代表團，雙方簽署合作備忘錄", "signed"),
    ],
)
def test_what_is_told_beside_belongs_to_others(
    resources: Resources, sentence: str, status: str
) -> None:
    found = told(run(resources, "a.txt", f"臺北市政府新聞稿。{sentence}。\n"))
    assert found == {("mou", status, frozenset(("Taipei", "Seoul")))}


@pytest.mark.parametrize(
    ("ahead", "status"),
    [
        ("擬於明年五月在港邊共同簽署。", "planned"),
        ("市府預定明年四月會同外交部簽署。", "planned"),
        ("預計明年五月在和平公園簽署。", "planned"),
        ("預計明年五月與漢堡市簽署。", "imagined"),
    ],
)
def test_the_day_behind_a_proposal(resources: Resources, ahead: str, status: str) -> None:
    text = f"高雄市政府新聞稿\n\n王議員建議市府與大阪市簽署備忘錄。{ahead}\n"
    found = told(run(resources, "a.txt", text))
    assert ("mou", status, frozenset(("Kaohsiung", "Osaka"))) in found


def test_a_first_moment_is_no_first_time(resources: Resources) -> None:
    text = "傳高雄市擬與大阪市簽署備忘錄，市府第一時間說明並未與大阪市簽署備忘錄。\n"
    assert told(run(resources, "a.txt", f"高雄市政府新聞稿\n\n{text}")) == {
        ("mou", "denied", frozenset(("Kaohsiung", "Osaka")))
    }
