"""Names that stand bare in prose: no office, no label and no verb of saying tells them."""

from __future__ import annotations

import csv

import pytest

from pipeline.config import find_config_dir, read_settings
from pipeline.language.words import Words
from pipeline.recognizers.page import Page
from pipeline.recognizers.people.bare_clues import ALWAYS
from pipeline.resources import Resources
from tests.growth import is_linear
from tests.people.documents import Reader
from tests.people.test_neutral import ACT_FRAMES, ACTS, FRAMES, NOUNS


class Tagging:
    """Tags text as the program does, words and all."""

    def __init__(self) -> None:
        folder = find_config_dir()
        self.resources = Resources(folder, read_settings(folder))

    def people(self, text: str) -> list[tuple[str, str]]:
        """Return text and rule of the people kept, by position."""
        page = Page.of(text)
        kept = self.resources.tagger(page, "test").kept()
        return [(text[c.start : c.end], c.rule) for _, c in kept if c.label == "PERSON"]


@pytest.fixture(scope="module")
def tagging() -> Tagging:
    return Tagging()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("林文雄是臺灣的知名企業家。", "林文雄"),
        ("展覽由陳志明擔任策展人。", "陳志明"),
        ("後來，黃國華隨父親搬到花蓮。", "黃國華"),
        ("這座圖書館以張美玲的名字命名。", "張美玲"),
        ("大會也邀請李建宏、王淑芬等人參加。", "王淑芬"),
        ("1998年，吳俊傑出生於彰化。", "吳俊傑"),
        ("隔年，諸葛亮率軍北伐。", "諸葛亮"),
        ("1950年代，曼德拉加入了非洲人國民大會。", "曼德拉"),
        ("那幅畫是約翰·史密斯的作品。", "約翰·史密斯"),
        ("2010年，刘国强出任该公司的总经理。", "刘国强"),
    ],
)
def test_a_name_that_stands_bare_is_found(tagging: Tagging, text: str, name: str) -> None:
    assert name in [found for found, _ in tagging.people(text)]


@pytest.mark.parametrize("word", ["改選", "遞補", "停職", "述職", "屆滿", "異動"])
def test_a_word_between_an_office_and_a_verb_is_nobody(tagging: Tagging, word: str) -> None:
    assert tagging.people(f"該市因市長{word}婉謝邀請。") == []


def test_the_rule_tells_that_a_name_stood_bare(tagging: Tagging) -> None:
    assert tagging.people("後來，黃國華隨父親搬到花蓮。") == [("黃國華", "bare")]


@pytest.mark.parametrize(
    "text",
    [
        "高雄港的貨櫃輪今年增加了三成。",
        "方案經過三次修改，終於定案。",
        "安全帽是騎車的人都要戴的。",
        "他們在金山寺附近的田裡種了白菜。",
        "馬拉松賽事由體育局主辦。",
        "平安夜的燈海吸引了許多遊客。",
        "溫布頓與墨爾本的球場都鋪了新草。",
        "石油公司把加油站改成充電站。",
        "和平東路的樹修剪完成。",
        "黃金葛和常春藤是常見的室內植物。",
        "成功嶺的操場重新鋪設。",
        "周末市集的攤位分成三區。",
        "營養師建議補充葉黃素與維他命。",
        "夏令營開始報名。",
    ],
)
def test_ordinary_words_that_begin_like_a_name_are_nobody(tagging: Tagging, text: str) -> None:
    assert tagging.people(text) == []


def test_at_most_one_neutral_sentence_in_a_hundred_names_somebody(tagging: Tagging) -> None:
    sentences = [frame.format(noun) for noun in NOUNS for frame in FRAMES]
    sentences += [frame.format(act) for act in ACTS for frame in ACT_FRAMES]
    assert len(sentences) >= 500
    named = {text: found for text in sentences if (found := tagging.people(text))}
    assert len(named) <= len(sentences) // 100, named


def test_what_was_claimed_already_stays_as_it_was(tagging: Tagging) -> None:
    text = "市長林佳慧致詞，後來陳志豪接手計畫。"
    assert [name for name, _ in tagging.people(text)] == ["林佳慧", "陳志豪"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("處長Panay Sawmah（漢名陳玉珍）出席。", "陳玉珍"),
        ("鄰居都叫那座塔「黃大頭」。", "黃大頭"),
    ],
)
def test_what_somebody_is_called_besides_is_no_person_of_its_own(
    tagging: Tagging, text: str, name: str
) -> None:
    assert name not in [found for found, _ in tagging.people(text)]


def test_without_words_nothing_is_found_bare(read: Reader) -> None:
    page = Page.of("後來，黃國華隨父親搬到花蓮。")
    assert read.judge(page) == []
    page = Page.of("後來，黃國華隨父親搬到花蓮。")
    page.words = Words().cut(page.text)
    assert [verdict.claim.rule for verdict in read.judge(page)] == ["bare"]


def test_the_shipped_weights_are_whole_numbers_told_once() -> None:
    path = find_config_dir() / "bare_name_model.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    weights = [int(row["weight"]) for row in rows]
    features = [one for row in rows for one in row["features"].split()]
    assert weights == sorted(set(weights))
    assert len(features) == len(set(features)) > 1_000
    assert all(row["source"] for row in rows)
    # Nothing is a name without something that speaks for it.
    assert next(int(row["weight"]) for row in rows if ALWAYS in row["features"].split()) < 0


def test_a_long_list_of_names_takes_time_that_grows_with_it_only(tagging: Tagging) -> None:
    def read(size: int) -> None:
        assert len(tagging.people("王小明、" * size)) >= size - 1

    assert is_linear(read, 60, times=6)
