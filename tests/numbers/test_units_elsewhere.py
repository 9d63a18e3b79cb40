"""Numbers that fill cells of a table, whose unit stands above, beside or behind something else."""

from __future__ import annotations

import pytest

from pipeline.contract import Document, Segment
from pipeline.language.views import fold
from pipeline.recognizers.page import Page
from pipeline.recognizers.quantities.changes import QuantityValue
from pipeline.recognizers.quantities.finder import find_quantities
from pipeline.recognizers.quantities.units import UnitLexicon
from pipeline.stages.pieces import pieces
from tests.readers import laws


def counted(source: str, name: str, lexicon: UnitLexicon) -> list[tuple[str, float | None, str]]:
    """Return the numbers of a file: as written, their value, and the unit."""
    tables = laws.read(source, name)
    (document,) = tables[Document]
    text = document.text
    page = Page(text, fold(text), pieces(document, tables[Segment]))
    values = [(text[c.start : c.end], c.value) for c in find_quantities(page, lexicon)]
    return [(said, v.value, v.unit) for said, v in values if isinstance(v, QuantityValue)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (
            "單位：新臺幣千元\n計畫名稱,預算數,決算數\n智慧水網計畫,350,341.5\n燈桿計畫,128,97\n",
            [
                *(("350", 350_000, "元"), ("341.5", 341_500, "元")),
                *(("128", 128_000, "元"), ("97", 97_000, "元")),
            ],
        ),
        (
            "（單位：億元）\n局處,112年,案件數\n交通局,3.5,12\n水利局,2,7\n",
            [("3.5", 3.5e8, "元"), ("12", 12, "件"), ("2", 2e8, "元"), ("7", 7, "件")],
        ),
        (
            "指標,計量單位,113年\n智慧路燈,盞,12500\n準點率,%,93.2\n民間投資,億元,45\n",
            [("12500", 12500, "盞"), ("93.2", 93.2, "%"), ("45", 4.5e9, "元")],
        ),
        (
            "指標,113年,114年\n參與城市數（個）,25,30\n準點率（%）,88.1,93.2\n",
            [("25", 25, "個"), ("30", 30, "個"), ("88.1", 88.1, "%"), ("93.2", 93.2, "%")],
        ),
    ],
)
def test_the_unit_of_a_bare_number_is_looked_for_around_its_table(
    source: str, found: list[tuple[str, float, str]], lexicon: UnitLexicon
) -> None:
    assert counted(source, "a.csv", lexicon) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (
            "表一（單位：萬人、平方公里）\n城市\t人口\t面積\n桃園市\t228\t1,221\n熊本市\t74\t390\n",
            [
                ("228", 2_280_000, "人"),
                ("74", 740_000, "人"),
                ("1,221", 1221, "平方公里"),
                ("390", 390, "平方公里"),
            ],
        ),
        (
            "各港接駁車（單位：輛）\n港口\t電動\t柴油\t占比\n基隆\t12\t40\t23\n那霸\t9\t61\t13\n",
            [("12", 12, "輛"), ("40", 40, "輛"), ("9", 9, "輛"), ("61", 61, "輛")],
        ),
        (
            "縣市\t報名人數\t申請件數\n臺南市\t320\t80\n屏東縣\t145\t58\n",
            [("320", 320, "人"), ("145", 145, "人"), ("80", 80, "件"), ("58", 58, "件")],
        ),
    ],
)
def test_a_unit_above_is_of_the_columns_it_fits_and_heads_tell_what_they_count(
    source: str, found: list[tuple[str, float, str]], lexicon: UnitLexicon
) -> None:
    told = counted(source, "a.txt", lexicon)
    assert [one for one in sorted(told) if one in found] == sorted(found)
    assert not any(said.endswith("萬人") for said, _, _ in told)


@pytest.mark.parametrize(
    ("source", "in_unit"),
    [
        ("單位：公里\n路線,車站數,長度\n紅線,20,35\n綠線,18,22\n", ["35", "22"]),
        ("單位：公頃\n公園,面積,路燈,電話\n大安,25,310,270\n中山,9,80,251\n", ["25", "9"]),
        ("單位：戶\n社宅,樓層,門牌,已售\n東區,12,88,60\n西區,14,86,50\n", ["60", "50"]),
        ("單位：人\n城市,就業人數比率,就業人數\n臺北,32,1300\n高雄,30,1200\n", ["1300", "1200"]),
        ("單位：人/平方公里\n城市,人口密度,面積\n臺北,9500,271\n高雄,900,2951\n", []),
        ("單位：人\n區,總人數,志工,長者\n東區,300,21,45\n西區,310,22,46\n", "300 21 45 310 22 46"),
        ("單位：%\n區,滿意度,支持度,涵蓋率\n東區,90,25,47\n", "90 25 47"),
        ("單位：公尺\n路段,長度,寬度,深度,車道數\n東路,90,25,12,4\n", "90 25 12"),
        ("單位：小時\n課程,時數,人數\n程式,90,12\n", "90"),
    ],
)
def test_a_unit_above_is_not_of_columns_that_count_something_else(
    source: str, in_unit: list[str] | str, lexicon: UnitLexicon
) -> None:
    unit = source.partition("\n")[0].removeprefix("單位：")
    told = counted(source, "a.csv", lexicon)
    wanted = in_unit.split() if isinstance(in_unit, str) else in_unit
    assert sorted(said for said, _, own in told if own == unit) == sorted(wanted)


def test_two_units_above_are_of_the_columns_they_fit(lexicon: UnitLexicon) -> None:
    told = counted("單位：人/%\n區,人數,比率\n東區,90,25\n", "a.csv", lexicon)
    assert [(said, own) for said, _, own in told] == [("90", "人"), ("25", "%")]


def test_a_row_without_number_goes_on_in_a_numbered_table(lexicon: UnitLexicon) -> None:
    rows = "1,基隆市,連清漪\n2,豐沙爾,Gonçalo Freitas\n,,倉本多惠\n3,里耶卡,Ana Horvat\n"
    assert counted(f"次第,港市,出聲的人\n{rows}", "a.csv", lexicon) == []


def test_a_mark_of_a_note_is_no_part_of_a_figure(lexicon: UnitLexicon) -> None:
    source = "城市\t電動公車（輛）\n高知市\t140*\n花蓮市\t85（註2）\n順天市\t30\n"
    assert counted(source, "a.txt", lexicon) == [
        ("140", 140, "輛"),
        ("85", 85, "輛"),
        ("30", 30, "輛"),
    ]


def test_a_unit_above_a_table_is_that_of_its_sums(lexicon: UnitLexicon) -> None:
    names = "方案,預算數,預算達成率,居民,好評"
    source = f"單位：百萬元\n{names}\n智慧停車,45,88,230000,4\n燈桿,30,91,500,3\n"
    found = counted(source, "a.csv", lexicon)
    assert [said for said, _, unit in found if unit == "元"] == ["45", "30"]
    assert max(value or 0 for _, value, unit in found if unit != "元") == 230_000


def test_numbers_of_rows_and_years_stand_in_no_unit(lexicon: UnitLexicon) -> None:
    source = "單位：千元\n編號,年度,計畫名稱,經費\n1,113,智慧水網計畫,350\n2,114,燈桿計畫,128\n"
    found = counted(source, "a.csv", lexicon)
    assert [said for said, value, _ in found if value and value > 2000] == ["350", "128"]


@pytest.mark.parametrize(
    ("source", "measured"),
    [
        ("城市,滿意度\n大阪市,4.2\n安曼市,3.9\n", ["滿意度", "滿意度"]),
        ("機關,水利局\n抽水站,48\n滯洪池,12\n", ["抽水站", "滯洪池"]),
    ],
)
def test_a_number_beside_a_city_measures_what_its_column_says(
    source: str, measured: list[str], lexicon: UnitLexicon
) -> None:
    tables = laws.read(source, "a.csv")
    (document,) = tables[Document]
    text = document.text
    page = Page(text, fold(text), pieces(document, tables[Segment]))
    spans = [claim.value.measured for claim in find_quantities(page, lexicon)]  # type: ignore[union-attr, attr-defined]
    assert [text[slice(*span)] if span else "" for span in spans] == measured


def test_a_label_of_a_turned_table_tells_the_unit(lexicon: UnitLexicon) -> None:
    source = (
        "項目,臺北市,大阪市\n代表,林采穎,高橋健一\n人口（萬人）,248,275.5\n"
        "面積（平方公里）,272,225\n發言,卡片串連服務。,世博土地轉公園。\n"
    )
    assert counted(source, "a.csv", lexicon) == [
        ("248", 2_480_000, "人"),
        ("272", 272, "平方公里"),
        ("275.5", 2_755_000, "人"),
        ("225", 225, "平方公里"),
    ]
