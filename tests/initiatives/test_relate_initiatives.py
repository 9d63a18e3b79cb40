"""Owner, status, theme and identity of initiatives."""

from __future__ import annotations

import pytest

from pipeline.contract import Initiative
from pipeline.linking.docview import DocView
from pipeline.relations.initiatives.finder import relate_initiatives
from pipeline.relations.initiatives.naming import initiative_key
from pipeline.relations.surroundings import Surroundings
from tests.initiatives.documents import document, initiative_lexicon


def related(text: str, **options: object) -> DocView:
    doc = document(text, **options)  # type: ignore[arg-type]
    relate_initiatives(Surroundings.of(doc), initiative_lexicon())
    return doc


def only(text: str, **options: object) -> Initiative:
    [initiative] = related(text, **options).initiatives
    return initiative


@pytest.mark.parametrize(
    ("text", "speaker", "owner"),
    [
        pytest.param("市長分享「藍線共乘」如何減少開車。", "里昂", "lyo", id="speaker"),
        pytest.param("如布里斯托專案，可提供場域。", "臺北", "bri", id="name"),
        pytest.param("橫濱「海風電網」已上線。", "里昂", "yok", id="possessor"),
        pytest.param("橫濱市推出「海風電網」。", "里昂", "yok", id="subject"),
        pytest.param("里昂借鏡臺北經驗推出「海風電網」。", "里昂", "lyo", id="object before"),
        pytest.param("3. 橫濱：冬天由「海風電網」供電。", "里昂", "yok", id="head of a line"),
        pytest.param("臺北與里昂共同推動「雨城之友」。", None, None, id="joint"),
        pytest.param("獲頒全球最佳韌性城市獎。", "里昂", None, id="award"),
        pytest.param("去年政府推動五倍券，成效良好。", "臺北", None, id="national"),
        pytest.param("去年政府推動防疫補給券，臺北市提供誘因。", "臺北", None, id="contrast"),
        pytest.param("政府推出「海風電網」。", "里昂", "lyo", id="own government"),
        pytest.param("經費由「綠色城市計畫」補助四千萬元。", "臺北", None, id="payer"),
        pytest.param("里昂預定 2027 年完成「海風電網」。", "臺北", "lyo", id="plan of a subject"),
        pytest.param("兩市將自明年起試辦「海風電網」。", "臺北", None, id="both cities"),
        pytest.param("申請歐盟「海風電網」計畫。", "臺北", None, id="union of states"),
        pytest.param("里昂在河邊。\n該市「海風電網」已上線。", "臺北", "lyo", id="line before"),
        pytest.param("海邊推出「海風電網」。", None, None, id="nobody speaks"),
        pytest.param("學者為里昂設計的「海風電網」已上線。", "臺北", "lyo", id="made for"),
        pytest.param("他提議兩地合組「海風平台」。", "臺北", None, id="both places"),
        pytest.param("兩市「海風電網」已上線。", "臺北", None, id="of both cities"),
        pytest.param("兩市採用橫濱市研發之「海風電網」。", "臺北", "yok", id="made by"),
        pytest.param(
            "採用橫濱市設計的教案「海風電網」。", "臺北", "yok", id="made by, with a noun"
        ),
        pytest.param("電信公司與橫濱市政府合推「海風電網」。", None, "yok", id="firm and city"),
        pytest.param("公司在橫濱市港區試辦「海風電網」。", None, "yok", id="where a firm tries it"),
        pytest.param("他到里昂就是為了看那套「海風電網」。", "臺北", "lyo", id="looked at"),
        pytest.param("我們參考里昂的做法，仿效「海風電網」。", "臺北", "lyo", id="learned from"),
        pytest.param("向里昂取經，引進該市的「海風電網」。", "臺北", "lyo", id="of the one asked"),
        pytest.param("在座有里昂的朋友，您那套「海風電網」很好。", "臺北", "lyo", id="yours"),
        pytest.param(
            "原訂與里昂合辦的「海風課」延期。", "臺北", None, id="joint, one is not named"
        ),
        pytest.param("我市與里昂合辦的「海風課」開課。", "臺北", "tpe", id="ours with another"),
        pytest.param("設立「海風網」，由會員城市輪流出資。", "臺北", None, id="of the members"),
        pytest.param("里昂將加入該中心的「海風研究」。", None, None, id="of a body told before"),
        pytest.param("里昂3月起與聯合國合作「海風卡」。", "臺北", "lyo", id="with the union"),
        pytest.param("里昂與橫濱同台，後者介紹「海風電網」。", None, "yok", id="the latter"),
        pytest.param("里昂人口五十萬；其「海風電網」已上線。", "臺北", "lyo", id="its"),
        pytest.param("臺北與里昂前年合辦「海風電網」。", "臺北", None, id="held together"),
    ],
)
def test_owner_city(text: str, speaker: str | None, owner: str | None) -> None:
    assert only(text, speaker=speaker).city_id == owner


def test_a_city_in_a_name_further_on_does_not_set_the_government_apart() -> None:
    doc = related("政府推出「海風電網」，並擴大「里昂計畫」。", speaker="里昂")
    assert {initiative.city_id for initiative in doc.initiatives} == {"lyo"}


def test_a_country_that_gives_is_the_owner() -> None:
    initiative = only("感謝臺灣提供「青年工坊獎學金」。", speaker="里昂")
    assert (initiative.owner_kind, initiative.city_id, initiative.country_code) == (
        "country",
        None,
        "TW",
    )


def test_a_country_that_speaks_is_the_owner() -> None:
    initiative = only("推動 377 計畫。", country="CZ")
    assert (initiative.owner_kind, initiative.country_code) == ("country", "CZ")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("臺北市將推出「海風電網」。", "planned"),
        ("「海風電網」預計明年上路。", "planned"),
        ("市府將撥出三百萬元，成立「海風基金」。", "planned"),
        ("市府將車道縮減，推出「慢行圈」。", "ongoing"),
        ("「海風電網」已於去年竣工。", "done"),
        ("「海風電網」已完成九成。", "ongoing"),
        ("去年上線的「海風電網」已有八千戶使用。", "ongoing"),
        ("建議推出「海風電網」。", "proposed"),
        ("持續推動「海風電網」。", "ongoing"),
        ("「海風電網」以潮汐發電。", "ongoing"),
        ("「海風預約制」將尖峰人流降到一半。", "ongoing"),
    ],
)
def test_status(text: str, status: str) -> None:
    doc = related(text)
    assert [row.status for row in doc.initiative_mentions][:1] == [status]


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("推出「上學安心公車計畫」。", "智慧交通"),
        ("推出「長者遠距醫療計畫」。", "智慧健康"),
        ("推出「校園閱讀計畫」。", "智慧教育"),
        ("推出「河川水質淨化計畫」。", "智慧環境"),
        ("推出「夜間警車巡邏計畫」。", "智慧安防"),
        ("推出「社會住宅興建計畫」。", "智慧建築"),
        ("推出「夜市攤商支付計畫」。", "智慧經濟"),
        ("推出「戶政線上申辦計畫」。", "智慧政府"),
    ],
)
def test_theme(text: str, theme: str) -> None:
    assert theme in only(text).theme


def test_spellings_of_one_name_are_one_initiative() -> None:
    doc = related("臺北市推出愛通行 APP。市民使用愛通行App繳費，愛通行也能乘車。")
    [initiative] = doc.initiatives
    assert initiative.n_mentions == 3
    assert {m.entity_id for m in doc.of_label("INITIATIVE")} == {initiative.initiative_id}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("臺北通App", "台北通"),
        ("265計畫", "265 计划"),
        ("新政(New Deal)", "新政"),
        ("智慧校園 4.0", "智慧校園4.0"),
    ],
)
def test_key(one: str, other: str) -> None:
    assert initiative_key(one) == initiative_key(other)


def test_different_names_have_different_keys() -> None:
    assert initiative_key("智慧校園 4.0") != initiative_key("智慧校園")


def test_described_measures_have_rows_of_their_own() -> None:
    doc = related("里昂市新近建置資料中心，並興建兩座滯洪池。", speaker="里昂")
    assert [row.is_named for row in doc.initiatives] == [False, False]
    assert {row.city_id for row in doc.initiatives} == {"lyo"}
