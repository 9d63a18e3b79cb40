"""What a quantity says it counts or measures."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.language.views import fold
from pipeline.language.words import Words
from pipeline.outputs.evaluate_measured import is_same_stretch
from pipeline.recognizers.dates.finder import find_dates
from pipeline.recognizers.page import Page, Piece
from pipeline.recognizers.quantities.finder import QuantityValue, UnitLexicon, find_quantities
from tests.numbers.finding import quantities_in

HERE = Path(__file__).parent

CASES = [
    ("居民320人搬離，", ["居民"]),
    ("總投資4.6億元，", ["總投資"]),
    ("將鋪設 4,700 公里光纖，", ["光纖"]),
    ("來自15個國家33座城市的160多名代表參加", ["國家", "城市", "代表"]),
    ("公車從95年的200輛增至110年的350輛", ["公車", "公車"]),
    ("身分識別：兩年前推出新版", [""]),
    ("森林覆蓋率達到四成二", ["森林覆蓋率"]),
    ("攤販有三成改用行動支付，", ["攤販"]),
    ("18%退休教師擔任志工來協助，", ["退休教師"]),
    ("館方替遊客修自行車，去年修了八百輛。", ["自行車"]),
]


@pytest.mark.parametrize(("text", "stretches"), CASES, ids=[text for text, _ in CASES])
def test_measured_is_one_stretch_of_the_text(
    text: str, stretches: list[str], lexicon: UnitLexicon
) -> None:
    measured = [value.measured for _, value in quantities_in(text, lexicon, cut=True)]
    assert [text[span[0] : span[1]] if span else "" for span in measured] == stretches


@pytest.mark.parametrize(("name", "floor"), [("measured", 0.97), ("measured_unseen", 0.88)])
def test_written_sentences_say_what_they_measure(
    name: str, floor: float, lexicon: UnitLexicon
) -> None:
    """The first also train the model (``bench.measures``); the others never do."""
    right = wanted = 0
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text = row["sentence"]
            found = dict(quantities_in(text, lexicon, cut=True))
            pairs = [pair.split("=") for pair in row["measures"].split("|")]
            for surface, told in pairs:
                span = found[surface].measured or (0, 0)
                right += any(
                    is_same_stretch(text[slice(*span)], one) or not one for one in told.split("/")
                )
                wanted += 1
    assert right >= floor * wanted


def test_words_of_schools_and_offices_are_cut_whole(lexicon: UnitLexicon) -> None:
    text = "全市國中小、高中職和里辦公處"
    cut = Words(lexicon.terms).cut(text)
    assert {"國中小", "高中職", "里辦公處"} <= {text[start:stop] for start, stop, _ in cut}


def test_a_page_without_words_measures_nothing(lexicon: UnitLexicon) -> None:
    (claim,) = find_quantities(Page.of("費用3元，"), lexicon)
    assert isinstance(claim.value, QuantityValue)
    assert claim.value.measured is None


RANKS = [
    ("台灣是亞洲中第六大貿易夥伴，運用科技", "貿易夥伴"),
    ("全球智慧城市指數，台北排名 8，", "全球智慧城市指數"),
    ("世界競爭力年報中，臺灣排名第8", "世界競爭力年報"),
    ("桃園機場客運量居亞洲第六", "桃園機場客運量"),
    ("入選全球前10大港口", "港口"),
    ("創新能力排名全國第3", "創新能力"),
    ("第8屆智慧城市展於3月舉行", "智慧城市展"),
    ("依第3條辦理。", ""),
]


@pytest.mark.parametrize(("text", "stretch"), RANKS, ids=[text for text, _ in RANKS])
def test_a_rank_tells_what_is_ranked_and_an_ordinal_what_is_numbered(
    text: str, stretch: str, lexicon: UnitLexicon
) -> None:
    ((_, value),) = quantities_in(text, lexicon)
    span = value.measured
    assert (text[span[0] : span[1]] if span else "") == stretch


def test_a_number_alone_in_its_row_measures_what_its_column_says(lexicon: UnitLexicon) -> None:
    text = "效期（年）\n阿姆斯特丹\n有效\n3年\n"
    header = (text.index("效期"), text.index("\n"))
    pieces = [
        Piece(text.index(cell), text.index(cell) + len(cell), "cell", "other", 1, 1, 0, header)
        for cell in ("阿姆斯特丹", "有效", "3年")
    ]
    (claim,) = find_quantities(Page(text, fold(text), pieces), lexicon)
    assert isinstance(claim.value, QuantityValue)
    assert claim.value.measured is not None
    assert text[slice(*claim.value.measured)] == "效期"


@pytest.mark.parametrize(
    ("header", "cell", "value", "unit", "measured"),
    [
        ("預算（千元）", "125,600", 125_600_000, "元", "預算"),
        ("執行率（％）", "98.2", 98.2, "%", "執行率"),
        ("運量（萬人次）", "321", 3_210_000, "人次", "運量"),
        ("人口（萬）", "251", 2_510_000, "人", "人口"),
    ],
)
def test_the_header_of_a_column_tells_the_unit(
    header: str, cell: str, value: float, unit: str, measured: str, lexicon: UnitLexicon
) -> None:
    text = f"{header}\n{cell}\n"
    place = (len(header) + 1, len(header) + 1 + len(cell))
    piece = Piece(*place, "cell", "other", 1, 1, 0, (0, len(header)))
    (claim,) = find_quantities(Page(text, fold(text), [piece]), lexicon)
    assert isinstance(claim.value, QuantityValue)
    assert (claim.value.value, claim.value.unit) == (value, unit)
    assert claim.value.measured is not None
    assert text[slice(*claim.value.measured)] == measured


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            "指標｜2019｜2023｜說明\n人口（千人）｜203.6｜—｜\n預算（歐元）｜7.2 億｜9.4 億｜增\n",
            ["203.6=203600 人 人口", "7.2 億=720000000 歐元 預算", "9.4 億=940000000 歐元 預算"],
        ),
        (
            "城市\t綠地（公頃）\t分擔率（%）\n奧盧\t14.9\t31.5\n于韋斯屈萊\t38\t18.2\n",
            ["14.9=14.9 公頃 綠地", "31.5=31.5 % 分擔率", "38=38 公頃 綠地", "18.2=18.2 % 分擔率"],
        ),
        (
            "指標 | 單位 | 高雄 | 釜山\n運量 | 萬人 | 27.5 | 33\n光電 | MW | 102 | 38\n",
            ["27.5=275000 人 運量", "33=330000 人 運量", "102=102 MW 光電", "38=38 MW 光電"],
        ),
        ("部長｜12｜15\n處長｜3｜4\n", []),
    ],
)
def test_lines_of_cells_tell_the_units_of_their_numbers(
    lines: str, found: list[str], lexicon: UnitLexicon
) -> None:
    place, pieces = 0, []
    for line in lines.splitlines():
        pieces.append(Piece(place, place + len(line), "sentence"))
        place += len(line) + 1
    page = Page(lines, fold(lines), pieces)
    page.add(find_dates(page))
    told = []
    for claim in find_quantities(page, lexicon):
        value = claim.value
        assert isinstance(value, QuantityValue)
        assert value.measured is not None
        whose = lines[slice(*value.measured)]
        told.append(f"{lines[claim.start : claim.end]}={value.value:.10g} {value.unit} {whose}")
    assert told == found


@pytest.mark.parametrize(("cell", "value"), [("15.5", 15.5), ("0.3", 0.3)])
def test_a_decimal_that_fills_its_cell_is_no_numbered_point(
    cell: str, value: float, lexicon: UnitLexicon
) -> None:
    header = "占比"
    text = f"{header}\n{cell}\n"
    place = (len(header) + 1, len(header) + 1 + len(cell))
    piece = Piece(*place, "cell", "other", 1, 1, 0, (0, len(header)))
    (claim,) = find_quantities(Page(text, fold(text), [piece]), lexicon)
    assert isinstance(claim.value, QuantityValue)
    assert claim.value.value == value


@pytest.mark.parametrize(
    ("header", "cells", "found"),
    [
        ("順次", ["1", "2", "3"], []),
        ("號", ["01", "02", "03", "04"], []),
        ("名次", ["1", "2", "3"], ["1", "2", "3"]),
        ("得分", ["7", "8", "9"], ["7", "8", "9"]),
    ],
)
def test_a_column_that_only_numbers_the_rows_tells_no_quantity(
    header: str, cells: list[str], found: list[str], lexicon: UnitLexicon
) -> None:
    rows = "".join(f"{cell}\t鹿特丹\n" for cell in cells)
    text = f"{header}（分）\t城市\n{rows}"
    pieces, place = [], text.index("\n") + 1
    for number, cell in enumerate(cells, 1):
        named = (place + len(cell) + 1, place + len(cell) + 4)
        top = text.index("\t")
        for span, head in (((place, place + len(cell)), (0, top)), (named, (top + 1, top + 3))):
            pieces.append(Piece(*span, "cell", "other", 1, number, 0, head))
        place = named[1] + 1
    claims = find_quantities(Page(text, fold(text), pieces), lexicon)
    assert [text[claim.start : claim.end] for claim in claims] == found
