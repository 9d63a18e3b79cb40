"""Mentions of a document get their city and country, each with one row."""

from __future__ import annotations

import pytest

from pipeline.contract import City, Document, Mention, Segment
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.linking.places import link_places
from pipeline.places.lexicon import PlacesLexicon
from pipeline.recognizers.page import Page, Piece
from pipeline.recognizers.places.finder import find_places

Cell = tuple[str, str, str]  # header, column role, text


def document(text: str) -> Document:
    return Document(
        document_id="a.txt",
        kind="other",
        kind_score=0.5,
        title=None,
        language=views.script(text),
        published_on=None,
        event_id=None,
        source_path="a.txt",
        source_sha256="0" * 64,
        media_type="text/plain",
        encoding="utf-8",
        n_chars=len(text),
        text=text,
    )


def segment(
    number: int, parent: int | None, kind: str, start: int, end: int, text: str, header: str = ""
) -> Segment:
    return Segment(
        segment_id=f"s{number}",
        document_id="a.txt",
        parent_id=None if parent is None else f"s{parent}",
        seq=number,
        kind=kind,
        start=start,
        end=end,
        table=1 if header else None,
        row=1 if header else None,
        label=None,
        column=1 if header else None,
        header=header or None,
        text=text[start:end],
    )


def view(rows: list[list[Cell]], lexicon: PlacesLexicon) -> DocView:
    """Tag the cells of rows (a row of one cell without header is a sentence) and make a view."""
    text = "\n".join("\t".join(cell[2] for cell in row) for row in rows)
    segments: list[Segment] = []
    pieces: list[Piece] = []
    start = 0
    for row in rows:
        length = len("\t".join(cell[2] for cell in row))
        parent = len(segments)
        is_table = bool(row[0][0])
        kind = "table_row" if is_table else "paragraph"
        segments.append(segment(parent, None, kind, start, start + length + 1, text))
        for header, role, cell in row:
            inner = "cell" if is_table else "sentence"
            end = start + len(cell)
            segments.append(segment(len(segments), parent, inner, start, end + 1, text, header))
            pieces.append(Piece(start, end, inner, role))
            start = end + 1
    claims = find_places(Page(text, views.fold(text), pieces), lexicon)
    leaves = [s for s in segments if s.kind in ("cell", "sentence")]
    mentions = [
        Mention(
            mention_id=f"m{number}",
            document_id="a.txt",
            segment_id=next(s.segment_id for s in leaves if s.start <= claim.start < s.end),
            statement_id=None,
            start=claim.start,
            end=claim.end,
            text=text[claim.start : claim.end],
            label=claim.label,
            form=claim.form,
            recognizer="places",
            rule=claim.rule,
            score=claim.score,
            status="kept",
            reason=None,
            entity_id=None,
        )
        for number, claim in enumerate(claims)
    ]
    return DocView(document(text), views.fold(text), segments, mentions)


def linked(rows: list[list[Cell]], lexicon: PlacesLexicon) -> dict[str, City]:
    doc = view(rows, lexicon)
    link_places(doc, lexicon)
    by_id = {city.city_id: city for city in doc.cities}
    return {m.text: by_id[m.entity_id or ""] for m in doc.of_label("CITY")}


def prose(*sentences: str) -> list[list[Cell]]:
    return [[("", "", sentence)] for sentence in sentences]


def test_all_mentions_of_a_city_share_one_row(lexicon: PlacesLexicon) -> None:
    cities = linked(prose("匈牙利布達佩斯市副市長指出", "布達佩斯能轉化"), lexicon)
    city = cities["布達佩斯"]
    assert city is cities["布達佩斯市"]
    assert (city.name_en, city.country_code, city.n_mentions) == ("Budapest", "HU", 2)
    assert city.population is not None
    assert city.latitude == pytest.approx(47.5, abs=0.1)


def test_country_of_the_row_decides(lexicon: PlacesLexicon) -> None:
    rows: list[list[Cell]] = [
        [("本方", "home", "基隆市"), ("國家", "country", "阿根廷"), ("城市", "city", "哥多華市")],
        [("本方", "home", "基隆市"), ("國家", "country", "南非"), ("城市", "city", "普利托利亞")],
    ]
    cities = linked(rows, lexicon)
    assert {text: (c.name_en, c.country_code) for text, c in cities.items()} == {
        "基隆市": ("Keelung", "TW"),
        "哥多華市": ("Córdoba", "AR"),
        "普利托利亞": ("Pretoria", "ZA"),
    }


def test_a_side_is_of_the_country_last_named_that_begins_so(lexicon: PlacesLexicon) -> None:
    doc = view(prose("馬爾他來信，馬方派兩人", "馬來西亞缺席，馬方致歉；日方也到"), lexicon)
    link_places(doc, lexicon)
    sides = [(m.text, m.entity_id) for m in doc.of_label("COUNTRY") if m.text.endswith("方")]
    assert sides == [("馬方", "MT"), ("馬方", "MY"), ("日方", "JP")]


def test_region_beside_decides_between_namesakes(lexicon: PlacesLexicon) -> None:
    assert linked(prose("加州里奇蒙市市長"), lexicon)["里奇蒙市"].admin1 == "CA"
    assert linked(prose("美國里奇蒙市市長"), lexicon)["里奇蒙市"].admin1 == "VA"


def test_the_country_behind_a_city_that_begins_an_entry_decides(lexicon: PlacesLexicon) -> None:
    entry = linked(prose("科爾多瓦，西班牙（市議員：Rafael Lucena）"), lexicon)
    clause = linked(prose("會議在科爾多瓦，西班牙很遠。"), lexicon)
    assert (entry["科爾多瓦"].country_code, clause["科爾多瓦"].country_code) == ("ES", "AR")


def test_latin_spelling_in_brackets_decides(lexicon: PlacesLexicon) -> None:
    cities = linked(prose("美國哈特菲市（Hartford）市長"), lexicon)
    assert cities["哈特菲市"].name_en == "Hartford"


def test_latin_mention_is_the_city_named_in_chinese(lexicon: PlacesLexicon) -> None:
    cities = linked(prose("哥倫比亞麥德林市市長", "Medellin 計畫"), lexicon)
    assert cities["Medellin"] is cities["麥德林市"]


def test_simplified_document_has_taiwanese_names(lexicon: PlacesLexicon) -> None:
    doc = view(prose("越南岘港市副市长", "尼日利亚代表"), lexicon)
    link_places(doc, lexicon)
    assert [city.name_zh for city in doc.cities] == ["峴港"]
    assert [(c.country_code, c.name_zh) for c in doc.countries] == [
        ("NG", "奈及利亞"),
        ("VN", "越南"),
    ]


def test_unknown_city_has_a_row_without_coordinates(lexicon: PlacesLexicon) -> None:
    city = linked(prose("巴拉圭庫魯瓦提薩市市長"), lexicon)["庫魯瓦提薩市"]
    assert (city.name_zh, city.country_code, city.link_method) == ("庫魯瓦提薩市", "PY", "none")
    assert (city.name_en, city.latitude, city.population) == (None, None, None)


def test_city_state_has_a_row_of_each_kind(lexicon: PlacesLexicon) -> None:
    doc = view(prose("新加坡代表"), lexicon)
    link_places(doc, lexicon)
    assert [city.city_id for city in doc.cities] == ["1880252"]
    assert [country.country_code for country in doc.countries] == ["SG"]


def test_county_is_not_the_city_of_its_name(lexicon: PlacesLexicon) -> None:
    cities = linked(prose("新竹縣政府與新竹市政府", "嘉義縣、嘉義市"), lexicon)
    names = {text: city.name_en for text, city in cities.items()}
    assert names == {
        "新竹縣": "Hsinchu County",
        "新竹市": "Hsinchu",
        "嘉義縣": "Chiayi County",
        "嘉義市": "Chiayi",
    }


@pytest.mark.parametrize(
    ("text", "name"), [("專訪宜蘭市長與主管", "宜蘭"), ("宜蘭縣長也到場", "宜蘭縣")]
)
def test_a_mayor_is_of_the_town_and_not_of_its_county(
    text: str, name: str, lexicon: PlacesLexicon
) -> None:
    (city,) = linked(prose(text), lexicon).values()
    assert city.name_zh == name


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["宜蘭市三位主管談水路", "宜蘭與柳川結盟"], "Yilan"),
        (["嘉義縣政府簽約", "嘉義今年再加碼"], "Chiayi County"),
        (["嘉義縣與嘉義市簽約", "嘉義今年再加碼"], "Chiayi"),
    ],
)
def test_a_bare_name_is_of_the_kind_the_document_gives_it(
    lines: list[str], name: str, lexicon: PlacesLexicon
) -> None:
    doc = view(prose(*lines), lexicon)
    link_places(doc, lexicon)
    bare = next(m for m in doc.of_label("CITY") if m.text in ("宜蘭", "嘉義"))
    city = next(one for one in doc.cities if one.city_id == bare.entity_id)
    assert (city.name_en, city.name_zh.endswith("縣")) == (name, name == "Chiayi County")
