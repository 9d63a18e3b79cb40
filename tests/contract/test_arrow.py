"""Rows to Arrow and back, with nothing lost and nothing that depends on their order."""

from __future__ import annotations

import dataclasses
import io
import random
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.contract import ROWS, City, Mention, Quantity, Row
from pipeline.contract.arrow import arrow_schema, arrow_to_rows, columns_to_arrow, rows_to_arrow
from pipeline.contract.columns import is_score, to_columns, to_rows
from pipeline.contract.schema import Column

TEXT = st.text(st.characters(codec="utf-8"), max_size=8)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "string": TEXT,
    "int": st.integers(-(2**63), 2**63 - 1),
    "float": st.floats(allow_nan=False, allow_infinity=False),
    "bool": st.booleans(),
    "date": st.dates(date(1, 1, 1)),
    "decimal": st.decimals("-1e20", "1e20", places=9),
    "strings": st.lists(TEXT, max_size=3).map(tuple),
}


def values(column: Column) -> st.SearchStrategy[Any]:
    if column.choices:
        made: st.SearchStrategy[Any] = st.sampled_from(column.choices)
    elif is_score(column):
        made = st.integers(0, 1000).map(lambda n: n / 1000)
    else:
        made = VALUES[column.kind]
    return st.none() | made if column.nullable else made


def rows(kind: type[Row]) -> st.SearchStrategy[list[Row]]:
    one = st.builds(kind, **{column.name: values(column) for column in kind.spec.columns})
    return st.lists(one, max_size=4)


@pytest.mark.parametrize("kind", ROWS, ids=[kind.spec.name for kind in ROWS])
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_rows_survive_arrow_parquet_and_the_cache(kind: type[Row], data: st.DataObject) -> None:
    given_rows = data.draw(rows(kind))
    columns = to_columns(kind.spec, given_rows)
    assert to_rows(kind, columns) == given_rows
    table = columns_to_arrow(kind.spec, columns)
    assert arrow_to_rows(kind, table) == given_rows
    file = io.BytesIO()
    pq.write_table(table, file)
    again = pq.read_table(file)
    assert again.schema.equals(arrow_schema(kind.spec), check_metadata=True)
    assert arrow_to_rows(kind, again) == given_rows


def city(city_id: str, **more: Any) -> City:
    row = City(
        city_id=city_id,
        name_zh="臺北",
        name_en=None,
        country_code=None,
        admin1=None,
        latitude=None,
        longitude=None,
        population=None,
        link_method="list",
        link_score=1,
        n_mentions=1,
        n_documents=1,
    )
    return dataclasses.replace(row, **more)


def test_order_of_rows_does_not_matter() -> None:
    given_rows = [city(str(number)) for number in range(50)]
    table = rows_to_arrow(City.spec, given_rows)
    random.Random(1).shuffle(given_rows)
    assert rows_to_arrow(City.spec, given_rows).equals(table)


def test_strings_sort_by_code_point_and_nulls_last() -> None:
    from pipeline.contract import AgreementParty

    parties = [
        AgreementParty(agreement_id="x", city_id=c, country_code=None, organization_id=None)
        for c in (None, "台", "𠮷", "b", "Z", "a")
    ]
    table = rows_to_arrow(AgreementParty.spec, parties)
    assert table["city_id"].to_pylist() == ["Z", "a", "b", "台", "𠮷", None]


def test_scores_have_three_decimals_and_other_numbers_all() -> None:
    (row,) = arrow_to_rows(
        City, rows_to_arrow(City.spec, [city("1", link_score=0.66666, latitude=25.04776)])
    )
    assert (row.link_score, row.latitude) == (0.667, 25.04776)


def test_types_are_those_of_the_design() -> None:
    schema = arrow_schema(Quantity.spec)
    assert schema.field("value_exact").type == pa.decimal128(38, 9)
    assert schema.field("value").type == pa.float64()
    assert schema.field("measured_start").type == pa.int64()
    assert schema.field("is_approximate").type == pa.bool_()
    assert not schema.field("mention_id").nullable


def test_metadata_tells_the_reader_and_nothing_of_the_machine() -> None:
    schema = arrow_schema(Mention.spec)
    label = schema.field("label").metadata
    assert label[b"description"] == b"what it names"
    assert label[b"choices"].startswith(b"CITY, COUNTRY")
    assert schema.field("document_id").metadata[b"references"] == b"documents.document_id"
    assert list(schema.metadata) == sorted(schema.metadata)
    assert set(schema.metadata) == {b"columns", b"description", b"key", b"schema_version", b"table"}


def test_same_rows_give_same_bytes() -> None:
    def written() -> bytes:
        file = io.BytesIO()
        pq.write_table(rows_to_arrow(City.spec, [city("1"), city("2")]), file)
        return file.getvalue()

    assert written() == written()
    assert pl.read_parquet(io.BytesIO(written())).height == 2


def test_decimals_are_exact() -> None:
    columns = {"value_exact": [Decimal("0.1"), None, Decimal("123456789012345678.000000001")]}
    column = Quantity.spec.column("value_exact")
    assert column.kind == "decimal"
    array = pa.array(columns["value_exact"], type=pa.decimal128(38, 9))
    assert array.to_pylist()[2] == Decimal("123456789012345678.000000001")
