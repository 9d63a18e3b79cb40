"""Blanks of other kinds are blanks, letters in pieces are letters; the account tells so."""

from __future__ import annotations

import unicodedata

import pytest

from pipeline.readers import markup
from pipeline.readers.clean import clean


@pytest.mark.parametrize("blank", ["\u00a0", "\u2002", "\u2009", "\u202f"])
def test_blanks_that_do_not_break_are_spaces(blank: str) -> None:
    found = clean(f"Mike{blank}Hurley 下載3{blank}萬次")
    assert found.text == "Mike Hurley 下載3 萬次"
    assert [edit.rule for edit in found.edits] == ["blank", "blank"]


def test_an_em_space_is_as_wide_as_a_character() -> None:
    assert clean("\u2003\u2003臺南市").text == "\u3000\u3000臺南市"


@pytest.mark.parametrize("name", ["Nguyễn Thị Hồng", "Přemysl Škoda", "Zoë Ångström", "강남", "ガ"])
def test_letters_in_pieces_are_put_together(name: str) -> None:
    assert clean(unicodedata.normalize("NFD", name)).text == name
    assert clean(name).edits == ()


def test_what_has_no_letter_of_its_own_stays() -> None:
    assert clean("x\u0302與臺北").text == "x\u0302與臺北"


def test_the_account_leads_back_to_the_pieces() -> None:
    source = "市長e\u0301說"
    found = clean(source)
    assert found.text == "市長é說"
    assert [(edit.start, edit.end, edit.text) for edit in found.edits] == [(2, 4, "é")]
    assert found.source_start(3) == 4


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("&emsp;&emsp;臺南市", "\u3000\u3000臺南市"),
        ("&#12288;臺南市", "\u3000臺南市"),
        ("Mike&nbsp;Hurley", "Mike Hurley"),
        ("高&#8203;雄&shy;市", "高雄市"),
    ],
)
def test_entities_of_blanks_and_of_nothing(written: str, meant: str) -> None:
    tokens = markup.scan(written, 0, len(written))
    assert "".join(token.text for token in tokens if token.kind != "inline") == meant
