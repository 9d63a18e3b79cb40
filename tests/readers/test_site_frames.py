"""The frame a site puts around an article takes nothing from the article."""

from __future__ import annotations

import pytest

from pipeline.contract import Document, Segment
from tests.readers import laws

ABOVE = """首頁 > 市政新聞 > 新聞稿
跳到主要內容區塊
字級：小 中 大
分享至 Facebook Line Twitter
:::
"""
BELOW = """
瀏覽人次：12,345
上一則：本市辦理登革熱防治講習
下一則：公園路施工公告
回上一頁
聯絡電話：(02)2720-0000 分機 1234
服務時間：週一至週五 8:30-12:30
"""
ARTICLES = {
    "press release": """嘉義市與友邦共推水岸治理

嘉義市長陳以安今日表示，兩市將於明年開放「水岸一頁通」，首期經費八百萬元。
""",
    "declaration without sentences": """港灣城市共同宣言

我們，高雄市、鹿特丹市與橫濱市的首長，
回顧三年來的合作，
爰共同宣示如下：
一、減碳：各市承諾於2030年前減少至少45%。
簽署人：
高雄市　市長　田詩涵
荷蘭鹿特丹市　副市長　Sander Oudekerk
""",
    "transcript": """水岸論壇逐字稿

主席：請布倫市先說。
陳以安：我們去年種了三千棵樹，今年再種五千棵。
主席：時間到，謝謝各位。
陳以安：謝謝主席。
""",
    "table": """水岸論壇發言摘要

編號\t城市\t代表\t發言重點
1\t高雄市\t田詩涵\t港區岸電已完成八座。
2\t鹿特丹市\tSander Oudekerk\t碼頭改用氫能，減碳三成。
""",
}


def said(text: str) -> list[tuple[str, str]]:
    tables = laws.read(text.encode(), "a.txt")
    return [(row.kind, row.text.strip()) for row in tables[Segment] if row.kind != "boilerplate"]


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_the_same_in_the_frame_of_a_site(name: str) -> None:
    article = ARTICLES[name]
    assert said(ABOVE + article + BELOW) == said(article)


def test_a_contact_above_a_list_is_no_foot_of_the_page() -> None:
    article = "高峰會名單\n\n市長今日說明。\n聯絡人：王小姐\n與會城市\n布倫\n布拉格\n\n名單如上。\n"
    assert ("paragraph", "布拉格") in said(article)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        # Nothing else tells the day.
        ("市長今（5）日表示，公車將全面電動化。", "2024-09-05"),
        # The text is of another year.
        ("2019年首長會議在本市舉行，市長表示，公車將全面電動化。", None),
    ],
)
def test_the_day_of_the_last_change_is_taken_if_no_other_year_is_told(
    text: str, published: str | None
) -> None:
    tables = laws.read(f"公車全面電動化\n\n{text}\n\n更新日期：113-09-05\n".encode(), "a.txt")
    day = tables[Document][0].published_on
    assert (day.isoformat() if day else None) == published


@pytest.mark.parametrize("separator", ["……", "＊　＊　＊", ":::"])
def test_a_separator_is_no_foot(separator: str) -> None:
    article = f"港灣論壇\n\n布倫市長表示，兩市將合作。\n\n{separator}\n\n里加與布倫簽署合作備忘錄\n"
    assert "里加與布倫簽署合作備忘錄" in [text for _, text in said(article)]


def test_the_day_of_publication_stands_beside_the_day_of_change() -> None:
    foot = "發布日期：2024-05-29　瀏覽人次：120　更新日期：2024-06-01"
    text = f"公車電動化\n\n市長回顧2019年的首長會議，感謝各市參與，公車將全面電動化。\n\n{foot}\n"
    tables = laws.read(text.encode(), "a.txt")
    assert str(tables[Document][0].published_on) == "2024-05-29"


def test_numbers_between_equal_lines_are_no_pages() -> None:
    text = "各里完成情形如下。\n\n完成情形說明\n12/34\n完成情形說明\n56/78\n完成情形說明\n9/10\n"
    kept = laws.read(text.encode(), "a.txt")[Document][0].text
    assert kept.count("完成情形說明") == 3
    assert "9/10" in kept
