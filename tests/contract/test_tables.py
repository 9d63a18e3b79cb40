"""Tables hold rows or columns; whoever reads them need not know which."""

from __future__ import annotations

from pipeline.contract import Mention, Tables, Token


def test_a_table_given_as_columns_reads_as_rows(tables: Tables) -> None:
    rows = tables[Token]
    given = Tables()
    given.set_columns(Token, tables.columns(Token))
    assert Token in given
    assert [*given] == [Token]
    assert given[Token] == rows


def test_rows_changed_by_hand_show_in_the_columns(tables: Tables) -> None:
    given = Tables()
    given.set_columns(Token, tables.columns(Token))
    given[Token][0].text = "別的"
    assert given.columns(Token)["text"][0] == "別的"
    given[Token] = []
    assert given.columns(Token)["text"] == []


def test_extending_leaves_the_other_tables_as_they_are(tables: Tables) -> None:
    n_tokens, n_mentions = len(tables[Token]), len(tables[Mention])
    as_columns = tables.select([Mention])
    as_columns.set_columns(Token, tables.columns(Token))
    every = Tables()
    every.extend(as_columns)
    every.extend(tables)
    assert (len(every[Token]), len(every[Mention])) == (2 * n_tokens, 2 * n_mentions)
    assert len(every.columns(Token)["text"]) == 2 * n_tokens
    assert (len(tables[Token]), len(tables[Mention])) == (n_tokens, n_mentions)
    assert (len(as_columns[Token]), len(as_columns[Mention])) == (n_tokens, n_mentions)


def test_a_copy_shares_nothing_with_its_row(tables: Tables) -> None:
    mention = tables[Mention][0]
    copy = mention.clone(entity_id="x")
    assert copy.entity_id == "x"
    assert mention.entity_id != "x"
    assert copy.clone(entity_id=mention.entity_id) == mention
