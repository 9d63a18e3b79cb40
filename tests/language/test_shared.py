"""Parts of several lexicons are made once."""

from __future__ import annotations

from pipeline.config import find_config_dir
from pipeline.language.name_tables import build_han_names
from pipeline.resources import LexiconTables


def test_tables_that_keep_parts_give_the_same_one_again() -> None:
    tables = LexiconTables(find_config_dir())
    assert build_han_names(tables) is build_han_names(tables)
    assert build_han_names(dict(tables)) is not build_han_names(dict(tables))
