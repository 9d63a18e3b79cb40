"""Rows that break their declaration or a law are named, with what was expected."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from pipeline.contract import (
    City,
    Document,
    Mention,
    Person,
    Role,
    Segment,
    SourceMap,
    Tables,
    Token,
)
from pipeline.contract.checks import check_columns, check_references, check_tables
from pipeline.contract.laws import check_document
from pipeline.contract.mentions import Quantity
from pipeline.errors import ContractError

Break = Callable[[Tables], None]


def set_(kind: type, column: str, value: Any, index: int = 0) -> Break:
    def change(tables: Tables) -> None:
        setattr(tables[kind][index], column, value)

    return change


def test_a_lawful_document_passes(tables: Tables) -> None:
    check_document(tables)


def test_no_rows_pass() -> None:
    check_document(Tables())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            set_(Mention, "text", None),
            r"mentions\[mention_id=mention_.*\]\.text: expected string, ",
        ),
        (set_(Mention, "start", "0"), r"\.start: expected integer, found '0' \(str\)"),
        (set_(Mention, "start", True), r"\.start: expected integer, found True \(bool\)"),
        (set_(Mention, "start", 2**63), r"\.start: expected an integer of 64 bits, found 9223"),
        (set_(Mention, "score", "1"), r"\.score: expected number, found '1'"),
        (set_(Mention, "score", float("nan")), r"\.score: expected a finite number, found nan"),
        (set_(Mention, "reason", 1), r"\.reason: expected string or null, found 1 \(int\)"),
        (
            set_(Mention, "rule", "a\ud800"),
            r"\.rule: expected valid Unicode, found a lone surrogate in",
        ),
        (set_(Mention, "label", "TOWN"), r"\.label: expected one of CITY, .*URL, found 'TOWN'"),
        (set_(Mention, "status", "lost"), r"expected one of kept, shadowed, rejected, found"),
        (
            set_(Person, "variants", ["柯"]),
            r"\.variants: expected tuple of strings, found \['柯'\]",
        ),
        (
            set_(Person, "variants", (1,)),
            r"\.variants: expected a tuple of strings of valid Unicode, found \(1,\)",
        ),
        (
            set_(Document, "published_on", "2021-03-25"),
            r"documents\[document_id=a\.txt\]\.published_on: expected date or null, found '2021",
        ),
        (
            set_(Document, "published_on", datetime(2021, 3, 25)),
            r"published_on: expected date or null, found datetime",
        ),
        (
            lambda tables: tables[Mention].append(tables[Mention][0]),
            r"mentions \{'mention_id': 'mention_.*'\}: expected a unique key, found 2 rows",
        ),
        (
            lambda tables: tables[City].append(tables[City][0]),
            r"cities \{'city_id': '1668341'\}: expected a unique key",
        ),
        (set_(Role, "person_id", "person_x"), r"\.person_id: 'person_x' is no people\.person_id"),
        (set_(Mention, "segment_id", "s"), r"segment_id: 's' is no segments\.segment_id"),
        (set_(City, "country_code", "XX"), r"cities\[.*\]\.country_code: 'XX' is no countries\."),
        # law 1
        (set_(Mention, "end", 3), r"text is '臺北' but text\[0:3\] is '臺北市'"),
        (set_(Token, "text", "北"), r"tokens\[document_id=a\.txt, seq=0\]: text is '北' but"),
        (set_(Document, "n_chars", 3), r"expected n_chars 7, found 3"),
        # law 7
        (set_(SourceMap, "end", 5), r"source_map\[.*\]: copied 7 characters of the source to 5"),
        (set_(SourceMap, "start", 1), r"source_map\[.*\]: expected start 0, found 1\.\.7"),
        (set_(SourceMap, "source_start", 2), r"expected source_start 0, found 2\.\.7"),
        (set_(SourceMap, "op", "dropped"), r"op dropped does not go with start 0"),
        (set_(SourceMap, "op", "inserted"), r"inserted characters have no source"),
        (
            lambda tables: tables.__setitem__(SourceMap, []),
            r"expected source_map to cover all 7 characters of text, found 0",
        ),
    ],
)
def test_what_is_wrong_is_named(tables: Tables, change: Break, message: str) -> None:
    change(tables)
    with pytest.raises(ContractError, match=message):
        check_document(tables)


def leaf(tables: Tables, start: int, end: int) -> Segment:
    (whole,) = tables[Segment]
    text = tables[Document][0].text[start:end]
    return dataclasses.replace(
        whole, segment_id=f"s{start}", parent_id=whole.segment_id, seq=start + 1,
        kind="sentence", start=start, end=end, text=text,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("spans", "message"),
    [
        ([(0, 4), (4, 7)], ""),
        ([(0, 3), (4, 7)], r"segments\[segment_id=s4\]: leaf 4\.\.7 leaves a gap after 3"),
        ([(0, 5), (4, 7)], r"leaf 4\.\.7 overlaps 5"),
        ([(0, 4)], r"expected leaf segments up to 7, found the last end at 4"),
    ],
)
def test_leaves_tile_the_text(tables: Tables, spans: list[tuple[int, int]], message: str) -> None:
    tables[Segment] = [*tables[Segment], *(leaf(tables, *span) for span in spans)]
    if not message:
        check_document(tables)
        return
    with pytest.raises(ContractError, match=message):
        check_document(tables)


def span(tables: Tables, start: int, end: int, status: str = "kept") -> Mention:
    return dataclasses.replace(
        tables[Mention][0], mention_id=f"m{start}.{end}.{status}", start=start, end=end,
        text=tables[Document][0].text[start:end], status=status,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("spans", "crosses"),
    [
        ([(0, 4), (0, 2), (2, 4)], False),
        ([(0, 2), (0, 2)], False),
        ([(0, 2), (2, 4)], False),
        ([(0, 3), (2, 4)], True),
        ([(0, 7), (0, 3), (2, 4)], True),
        ([(0, 7), (0, 1), (1, 5), (4, 7)], True),
    ],
)
def test_kept_mentions_nest(tables: Tables, spans: list[tuple[int, int]], crosses: bool) -> None:
    mentions = [span(tables, *ends) for ends in spans]
    for number, mention in enumerate(mentions):
        mention.mention_id = str(number)
    tables[Mention] = mentions
    tables[Token] = []
    tables[Role] = []
    if crosses:
        with pytest.raises(ContractError, match=r"crosses CITY \d\.\.\d"):
            check_document(tables)
    else:
        check_document(tables)


def test_mentions_that_lost_may_cross(tables: Tables) -> None:
    tables[Mention] = [span(tables, 0, 3), span(tables, 2, 4, "shadowed")]
    tables[Token] = []
    check_document(tables)


def test_no_word_cuts_a_kept_mention(tables: Tables) -> None:
    tables[Token] = [
        dataclasses.replace(tables[Token][0], seq=0, start=1, end=3, text="北市"),
    ]
    with pytest.raises(ContractError, match=r"a kept mention begins or ends inside '北市' at 2"):
        check_document(tables)
    tables[Token] = [
        dataclasses.replace(tables[Token][0], seq=0, start=2, end=4, text="市長"),
        dataclasses.replace(tables[Token][0], seq=1, start=3, end=4, text="長"),
    ]
    with pytest.raises(ContractError, match=r"'長' overlaps '市長'"):
        check_document(tables)


@pytest.mark.parametrize(
    ("value", "is_good"),
    [
        (Decimal("1"), True),
        (Decimal("0.000000001"), True),
        (Decimal("1.50E+3"), True),
        (Decimal("9" * 29), True),
        (None, True),
        (Decimal("0.0000000001"), False),
        (Decimal("1E30"), False),
        (Decimal("NaN"), False),
    ],
)
def test_decimals_fit(value: Decimal | None, is_good: bool) -> None:
    columns = {column.name: ["x"] for column in Quantity.spec.columns}
    spec = dataclasses.replace(
        Quantity.spec, columns=(Quantity.spec.column("value_exact"),), key=("mention_id",)
    )
    columns["value_exact"] = [value]  # type: ignore[list-item]
    if is_good:
        check_columns(spec, columns)  # type: ignore[arg-type]
    else:
        with pytest.raises(ContractError, match=r"decimal|finite"):
            check_columns(spec, columns)  # type: ignore[arg-type]


def test_references_may_lie_elsewhere(tables: Tables) -> None:
    roles = tables.select([Role])
    with pytest.raises(ContractError, match=r"is no people\.person_id"):
        check_references(roles)
    known = {"people": {tables[Role][0].person_id}, "documents": {"a.txt"}}
    check_references(roles, known)


def test_whole_numbers_pass_as_numbers_and_dates_as_dates(tables: Tables) -> None:
    tables[Mention][0].score = 1
    tables[Document][0].published_on = date(2021, 3, 25)
    check_tables(tables)
