"""What organizations are recognized with: heads, well-known bodies, and words around them.

Contract: built once from the rows of the lexicon files; immutable; all patterns match folded text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from pipeline.contract.entities import ORGANIZATION_KINDS
from pipeline.errors import ConfigError
from pipeline.language import views
from pipeline.language.keywords import Keywords
from pipeline.language.lexemes import Lexemes
from pipeline.language.name_model import words_of
from pipeline.language.name_tables import build_han_names
from pipeline.language.names import HanNames
from pipeline.recognizers.english.bodies import EnglishBodies, build_bodies_of
from pipeline.recognizers.organizations.bodies_lexicon import Bodies, build_bodies

Rows = Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class OrganizationValue:
    """What the name tells of the body: its kind, its head as folded, its country if known."""

    kind: str
    head: str
    country_code: str | None = None


@dataclass(frozen=True, slots=True)
class Slots:
    """What tells names of bodies from other words: names of people, very common words."""

    names: HanNames
    common: frozenset[str]
    bodies: Bodies


@dataclass(frozen=True, slots=True)
class Sorts:
    """Words before 國小 or 科技: names of many schools, sorts of schools and of trades; trades."""

    school_names: frozenset[str]
    school_sorts: frozenset[str]
    trade_sorts: frozenset[str]
    trades: Keywords
    trade_ends: tuple[str, ...]

    @classmethod
    def of(cls, rows: Rows) -> Sorts:
        """Sort the rows of organization_sorts by kind."""
        words: dict[str, list[str]] = {}
        for row in rows:
            words.setdefault(row["kind"], []).append(views.fold(row["word"]))
        return cls(
            frozenset(words["school_name"]),
            frozenset(words["school_sort"]),
            frozenset(words["trade_sort"]),
            Keywords(words["trade"]),
            tuple(words["trade"]),
        )


@dataclass(frozen=True, slots=True)
class Fact:
    """A well-known body; ``is_word``: its name is also part of ordinary words (高通膨)."""

    name: str
    kind: str
    country_code: str | None
    name_en: str | None
    is_word: bool


@dataclass(frozen=True, slots=True)
class OrganizationsLexicon:
    """Heads with their kinds, words before and after them, and well-known bodies."""

    kinds: Mapping[str, str]
    heads: Keywords
    bodies: Bodies
    facts: Mapping[str, Fact]
    known: Keywords
    titles: Lexemes
    slots: Slots
    sorts: Sorts
    english: EnglishBodies


# What ``organizations.kind`` may be.
KINDS = frozenset(ORGANIZATION_KINDS)


def _check_kinds(rows: Rows, name: str) -> None:
    for number, row in enumerate(rows, 2):
        if row["kind"] not in KINDS:
            near = get_close_matches(row["kind"], sorted(KINDS), 1, 0)
            raise ConfigError(
                getattr(row, "place", f"config/{name}.csv:{number}"),
                f"column kind: {row['kind']!r} is no kind of organization",
                f"write {near[0]!r}, or one of: {', '.join(sorted(KINDS))}",
            )


def build_lexicon(tables: Mapping[str, Rows]) -> OrganizationsLexicon:
    """Build from organization_heads, organization_stems, organizations, name_boundaries, titles.

    Raises:
        ConfigError: a line names a kind that is none.
    """
    for name in ("organization_heads", "organizations", "organizations_english"):
        _check_kinds(tables[name], name)
    kinds = {views.fold(row["head"]): row["kind"] for row in tables["organization_heads"]}
    facts = {
        views.fold(row["name"]): Fact(
            row["name"],
            row["kind"],
            row["country_code"] or None,
            row["name_en"] or None,
            row["is_word"] == "1",
        )
        for row in tables["organizations"]
    }
    bodies = build_bodies(tables)
    used = [row["head"] for row in tables["organization_heads"] if row["needs"] != "never"]
    return OrganizationsLexicon(
        kinds,
        Keywords(map(views.fold, used)),
        bodies,
        facts,
        Keywords(facts),
        Lexemes(row["title"] for row in tables["titles"]),
        Slots(
            build_han_names(tables),
            frozenset(words_of(tables["name_model"], "common")),
            bodies,
        ),
        Sorts.of(tables["organization_sorts"]),
        build_bodies_of(tables["organizations_english"]),
    )


def is_whole(view: str, start: int, stop: int, end: int) -> bool:
    """Whether a well-known name is no part of a word, nor of a product: Google Maps."""
    if not view[start:stop].isascii():
        return True
    before = view[max(0, start - 2) : start].rstrip("'’‘")[-1:]  # O'|Dell
    return not (before.isascii() and before.isalnum()) and _PRODUCT.match(view, stop, end) is None


# Goods called after their maker: 特斯拉巡邏車隊, 蘋果手機.
GOODS = views.pattern(
    "(?:(?:巡邏|電動|自駕|無人|警用|休旅|智慧|智能|新款|二手|牌)*(?:車(?![廠商業展聯])|汽車(?![公集廠])|手機|手錶|平板|筆電"
    "|電視|冰箱|機車|轎車|跑車|計程車))|(?<=台電)[腦視池梯扇動]"
)
# 中捷|綠線 is a line.
LINES = views.pattern("[紅橘藍綠棕黃紫機淡]?[0-9]?[號]?線")
# What a company adds to its well-known name for a part of itself: 宏碁資訊, 騰訊雲.
PART = views.pattern(
    "(?:雲端|雲(?![端上林])|資訊|科技|電子|光電|電腦|軟體|物流|能源"
    "|(?:建設|投資)(?=公司|股份|控股|集團|[^\u3400-\u9fff]|$)|半導體|通訊|電信|保全|數位|智能|健康|生技|生醫|網路"
    "|工業|實業|機械|電機|化工|石化|證券|人壽(?!保險)|產險|航太|顧問(?=公司|股份|有限)|(?:生命|人壽|產物|火災)?保險(?![金員單費法]))"
    "(?![服系平產設技園展業化股城部局處署司業界廠商產方解運應專人工團環課社教與及中學研計研])"
)
# A name in Latin letters goes on, or is the first word of a product's.
_PRODUCT = re.compile(
    "[A-Za-z0-9]|[-.][A-Za-z0-9]"
    "| ?(?:Maps?|Watch|Lab|Labs|Meet|Play|Earth|Drive|Cloud|Pay|Teams|Office|Azure|Form"
    "|地图|表单|云端|翻译|相簿|日历|搜寻)"
)
QUANTIFIED = views.pattern(
    "(?:[0-9一二兩三四五六七八九十百千數幾多餘]|[0-9] )[家個所間座處間些類種位]$"
    "|[各該此每某這那][個家所些]?$"
)
# 四家|醫院, 市府和|銀行: nothing of a name stands before the head.
COUNTED = views.pattern(
    "[0-9一二三四五六七八九十百千萬兩數幾多餘來]+[家個所間座年趟]$|第[0-9一二三四五六七八九十]+[家個所間座]"
)
JOINERS = frozenset(views.fold("和與及或有"))
# 台灣大|學, 台灣大|眾運輸.
LONGER = views.pattern("學(?!生|[長姐妹弟者]|校(?:長|園))|[眾型量幅部街道樓賽規力多約專]")
# A character before the head that makes it a sort of body or an action: 讀大學, 結成聯盟.
KINDS_OF = {
    views.fold(head): views.fold(before)
    for head, before in (
        ("大學", "上讀念考入升就型所級進"),
        ("聯盟", "成組大跨"),
        ("公司", "大小母子總新該各"),
        ("集團", "大小各"),
        ("銀行", "各大小由"),
        ("醫院", "各大小住到進"),
        ("學院", "商神三二"),
        ("委員會", "各該小"),
        ("學會", "才就都也已剛能要先未沒快可會人"),
        ("辦事處", "設立開置有"),
        ("代表處", "設立開置有"),
        # 波羅的海三國中最早
        ("國中", "一二三四五六七八九十兩數多各"),
    )
}
# The rule of bodies that only the place or body of another cell makes a name.
UNIT = "unit"
# Basic Law of Hong Kong, article 60: the 財政司司長 heads no body of that name any more.
POSTS = frozenset(map(views.fold, ("財政司", "政務司", "律政司")))
RANKS = frozenset(views.fold("市縣鄉鎮區"))
_OFFICES = "辦事處|代表處|代表部|協會|大使館|領事館|商務處|貿易處|經貿處|經濟文化中心|貿易中心"
# The first sign of such a word.
OFFICE_ENDS = views.scanner(f"{_OFFICES}|代表團")
OFFICE = views.pattern(
    "(?:[駐在][台臺华華]|駐[日美英法德韓泰越印澳加紐義俄歐荷捷波菲新馬星巴智](?=代表處|大使館|辦事處)"
    f"|[駐在][\u4e00-\u9fff]{{2,6}}?)(?:(?!駐)[\u4e00-\u9fff]){{0,12}}?(?:{_OFFICES})"
    # 駐拉脫維亞台北代表團, but 進駐飯店的代表團
    "|(?<![進入留常])駐(?![村點留守地校])(?:(?![的各與和及跟、]|外國|記者)[\u4e00-\u9fff]){2,10}?代表團"
)
BOTH = frozenset("两双各该")
SHORT_CITY = "北中南高桃竹基嘉苗彰投云屏宜花东澎金连"


@dataclass(frozen=True, slots=True)
class ReadOrganization:
    """What a written name tells: kind, head as folded, country and English name if well known."""

    kind: str
    head: str
    country_code: str | None
    name_en: str | None


def read_organization(text: str, lexicon: OrganizationsLexicon) -> ReadOrganization:
    """Read a written name of an organization; ``other`` if its head is not known."""
    view = views.fold(text)
    for start, end in lexicon.known.find(view, fits=is_whole):
        fact = lexicon.facts[view[start:end]]
        if end == len(view) and _is_whole_fact(view, start, fact):
            return ReadOrganization(fact.kind, view[start:end], fact.country_code, fact.name_en)
    english = lexicon.english.kind_of(text)
    if english is not None:
        return ReadOrganization(english, text.rsplit(maxsplit=1)[-1], None, None)
    office = OFFICE.search(view)
    if office is not None and office.end() == len(view):
        return ReadOrganization("representative_office", view[-3:], None, None)
    length = lexicon.bodies.head_words.ending(view, len(view))
    head = view[len(view) - length :]
    by_trade = "company" if view.endswith(lexicon.sorts.trade_ends) else "other"
    return ReadOrganization(lexicon.kinds.get(head, by_trade), head, None, None)


def _is_of_state(fact: Fact) -> bool:
    return fact.kind == "agency" and fact.name.endswith("署") and fact.country_code == "TW"


def _is_whole_fact(view: str, start: int, fact: Fact) -> bool:
    """Whether a fact at the end of a name is the body: 經濟部工業局, no 創新科技及工業局."""
    is_office = fact.kind in ("agency", "ministry", "council", "government")
    return start == 0 or not is_office or view[start - 1] in "部院府会国湾市县省"


def read_owner(text: str, lexicon: OrganizationsLexicon) -> tuple[bool, str | None]:
    """Return whether a ministry stands first in a name (交通部公路局), and its country if known.

    So does a known agency of a state: 健保署南區業務組; those of Hong Kong are the city's.

    So is the country of a state or province: 富山縣政府, 密歇根交通部.
    """
    view = views.fold(text)
    start, end = next(lexicon.known.find(view, fits=is_whole), (0, 0))
    fact = lexicon.facts.get(view[:end])
    if (
        start == 0
        and fact
        and (fact.kind in ("ministry", "research", "university") or _is_of_state(fact))
    ):
        return end < len(view), fact.country_code
    state = lexicon.bodies.state_of(view)
    if state is not None:
        return False, state
    stem = lexicon.bodies.stems.starting(view, 0)
    return stem > 0 and view[stem : stem + 1] == "部" and stem + 1 < len(view), None
