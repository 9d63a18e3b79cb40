"""Texts whose lines a program broke, among lines that end of themselves."""

from __future__ import annotations

import re

import pytest

from pipeline.contract import Document
from tests.readers import laws

MINUTES = """屏東縣政府與日本鹿兒島市第三次工作會議紀錄
一、時間：中華民國112年9月6日（星期三）上午10時
二、地點：縣政府南棟會議室
三、主席：古處長若瑜
四、出席人員：
（一）我方：
　　水利處　蘇副處長明哲
　　傳播暨國際事務處　歐陽科長立
（二）日方：
　　鹿兒島市國際交流課　課長　Sakamoto Haruka
五、報告事項：
（一）水利處報告「河邊看得見」辦理情形：
　　自111年5月起在東港溪裝設水位計42支，通報時間由35分鐘縮短為9分鐘，沿岸六個村的廣播系統已經全數接上，經費新臺幣680萬元。
（二）坂本課長報告：
　　火山灰清掃車去年出動1,260次，市民可以用手機查詢落灰的預報，準確率約八成；她認為最難的不是機器，是讓老人家願意相信。
六、討論事項：
案由一：防災資料互通，提請討論。
　　蘇副處長明哲：建議先交換雨量與水位兩種資料，格式採用國際標準，等颱風季結束以後再談其他的項目。
　　歐陽科長立：翻譯由本處負責，不另外請款。
　　決議：原則同意，請水利處於112年11月30日前提出計畫書，總經費以新臺幣300萬元為上限，送縣務會議審議。
案由二：下次會議時間。
　　決議：訂於113年3月在鹿兒島市召開，參加人數以十二人為限，機票由各自負擔，住宿由主辦的一方安排。
七、散會：上午11時40分。
"""
AGENDA = """2024 Harbour Cities Forum, Keelung City
2024基隆港灣城市論壇　議程表

地點 Venue：基隆文化中心演藝廳（中正區信一路181號）
協辦 Co-organizers：國立臺灣海洋大學、Baltic Cities Foundation

09:00–09:20　開幕 Opening
　致詞：基隆市副市長 邱佩琳
09:20–10:00　專題演講 Keynote：把港口還給市民
　Speaker: Mayor Sanna Lehtonen-Virtanen, Kotka, Finland（芬蘭科特卡市長）
　摘要：講者認為港口最值錢的不是碼頭，是水邊的散步道。科特卡自2016年起把三座舊倉庫改成圖書館與泳池，每年多了9萬名訪客。
10:00–10:20　茶敘 Coffee break
10:20–11:50　Session 1　舊倉庫怎麼辦
　主持人 Moderator：海洋大學教授 梁安琪
　1. 韓國木浦市副市長 Bae Jun-ho：「燈塔學校」讓孩子在修船廠上課，去年有1,340名學生，今年增加兩座。
　2. Ms. Ewa Zielińska, Gdynia, Poland（波蘭格丁尼亞市局長）：老船塢變成劇場，門票付三成的維護費。
　3. 基隆市都市發展處處長 謝孝昆：西岸倉庫的修復預計115年底完工，經費四億二千萬元，由中央補助六成。
甲、午餐請自備環保餐具。
乙、停車場只有兩百格，請多搭乘火車。
"""
_MARKS = "，。、；：」』）！？"


def broken(text: str, width: int, hang: str = "", margin: str = "") -> str:
    """Break lines at ``width`` characters, as a mail program does; items hang by ``hang``."""
    lines = []
    for line in text.split("\n"):
        rest, lead = line, ""
        while len(lead + rest) > width:
            end = width - len(lead)
            while rest[end : end + 1] and rest[end] in _MARKS:
                end += 1
            while re.fullmatch(r"[!-~À-ɏ]{2}", rest[end - 1 : end + 1]):
                end -= 1
            lines.append(margin + lead + rest[:end])
            rest = rest[end:].lstrip(" ")
            if hang and re.match(r"　*(?:[（一二三四五六七]+、|[^。，]{1,8}：)", line):
                lead = "　" * (len(line) - len(line.lstrip("　"))) + hang
        lines.append(margin + lead + rest if rest else "")
    return "\n".join(lines)


def words(text: str) -> list[str]:
    """What is printed, line by line, without the blanks."""
    return [re.sub(r"\s", "", line) for line in text.split("\n") if line.strip()]


def read(text: str) -> list[str]:
    tables = laws.read(text)
    laws.check(tables, text)
    return words(tables[Document][0].text)


@pytest.mark.parametrize("margin", ["", "    "])
@pytest.mark.parametrize("width", [28, 33, 38])
@pytest.mark.parametrize("source", [MINUTES, AGENDA])
def test_minutes_and_agendas_are_joined_and_their_entries_are_not(
    source: str, width: int, margin: str
) -> None:
    assert read(broken(source, width, margin=margin)) == words(source)


def test_lines_below_an_item_may_be_set_in_behind_it() -> None:
    assert read(broken(MINUTES, 34, hang="　　")) == words(MINUTES)


def test_the_way_lines_are_wrapped_holds_between_tables() -> None:
    table = "城市\t首長\t發言重點\n木浦市\t裴俊浩\t港邊的燈塔學校去年有一千三百名學生。\n"
    note = "註：本表由秘書處國際事務科整理，未經發言人審定，引用時請註明出處，並以各市公告為準。\n"
    source = f"{MINUTES}\n{table}\n{note}"
    assert read(broken(source, 36))[-1] == words(note)[0]


@pytest.mark.parametrize(
    "entries",
    [
        # What is set out line by line is no wrapped text, however long its lines are.
        "高雄市政府海洋局局長　石慕嫻\n屏東縣政府水利處處長　白芳伶\n臺南市政府文化局局長　田可欣\n"
        "基隆市政府產業處處長　古若瑜\n花蓮縣政府建設處處長　江維倫\n",
        "◆ 芬蘭科特卡市市長 Sanna Lehtonen-Virtanen 女士伉儷\n"
        "◆ 波蘭格丁尼亞市文化局局長 Ewa Zielińska 女士及隨員\n"
        "◆ 韓國木浦市副市長 Bae Jun-ho 先生及國際交流課課長\n"
        "◆ 日本鹿兒島市國際交流課課長 Sakamoto Haruka 女士\n"
        "◆ 菲律賓宿霧市議員 Maria Teresa Villanueva 女士\n",
    ],
)
def test_entries_stay_apart(entries: str) -> None:
    assert read(f"與會貴賓名單\n\n{entries}") == words(f"與會貴賓名單\n{entries}")


def test_a_short_heading_below_a_full_line_is_not_joined() -> None:
    said = "市府從去年三月起在沿岸的村子裝設水位計，通報時間縮短了一半以上，村長們都說很有用。"
    more = "鹿兒島的火山灰清掃車每年出動一千兩百次，市民用手機查詢，她認為最難的不是機器，"
    paragraphs = [more + said, "觀光", more + more + said, "防災", more + said + "謝謝。", "結語"]
    source = "\n".join([*paragraphs, more + "是人心。"])
    assert read(broken(source, len(more + said) // 2)) == words(source)


RELEASE = "\n".join(
    f"{city}市長表示，未來三年將投入{number}億元推動智慧交通與淨零轉型，預計設置充電樁六百座，"
    f"二○三○年底前全面上線，並邀請市民與企業一起參與，讓城市更宜居。第{number}期工程已經完成，"
    "下一期將從舊港區開始，沿線的商家都會拿到新的號誌。"
    for number, city in enumerate(("臺南", "高雄", "臺中", "桃園", "基隆"), 2)
)


def ragged(source: str, width: int, slack: int, *, hang: str = "") -> str:
    """Break the lines of a text up to ``slack`` signs before the width, before no mark."""
    lines = []
    for line in source.split("\n"):
        at, number = 0, 0
        while at < len(line):
            end = at + width - (7 * number + len(line)) % (slack + 1)
            while end < len(line) and line[end] in "，。、":
                end -= 1
            lines.append((hang if at else "") + line[at:end])
            at, number = end, number + 1
    return "\n".join(lines)


@pytest.mark.parametrize(("width", "slack"), [(30, 2), (36, 3), (40, 4)])
def test_lines_that_end_unevenly_are_joined(width: int, slack: int) -> None:
    assert read(ragged(RELEASE, width, slack)) == words(RELEASE)


def test_a_line_that_is_set_in_goes_on_without_its_blanks() -> None:
    source = "\n".join(f"{number}. {line}" for number, line in enumerate(RELEASE.split("\n"), 1))
    (document,) = laws.read(ragged(source, 24, 0, hang="   ").encode(), "a.txt")[Document]
    assert "   " not in document.text
