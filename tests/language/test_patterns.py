"""What patterns need holds for all that they match, whatever they are made of."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import views
from pipeline.language.patterns import Gated, first_signs, needed_words

SOURCES = (
    "市長|市議?會|局長",
    "(?:的|之)?(?:友城|市[長會]港?)",
    "(?<!市)長(?=.{0,3}市)",
    "(?:市|長){2,3}會?",
    "(?P<who>市?長)(?!會)(?:(?>局|會)|的)",
    "[市局](?<=[^長].)(?:會|長(?=的))",
    "長*市+?會",
    "(?=市)(?:市會|市長)",
    "(?:^|[,的])市會$",
)
TEXT = st.text("市長局會的友城港之,", max_size=14)


@given(st.sampled_from(SOURCES), TEXT)
def test_what_is_needed_stands_in_all_that_matches(source: str, text: str) -> None:
    pattern = re.compile(source)
    for match in pattern.finditer(text):
        # What it looks ahead to is behind the match.
        assert any(word in text[match.start() :] for word in needed_words(pattern))


@given(st.sampled_from(SOURCES), TEXT)
def test_all_that_matches_begins_with_a_first_sign(source: str, text: str) -> None:
    pattern = re.compile(source)
    assert {match[0][0] for match in pattern.finditer(text)} <= first_signs(pattern)
    found = [match.start() for match in views.scanner(source).finditer(views.fold(text))]
    assert {match.start() for match in views.pattern(source).finditer(views.fold(text))} <= {*found}


@given(st.sampled_from(SOURCES), TEXT, st.integers(0, 14), st.integers(0, 14))
def test_a_gated_pattern_finds_what_the_pattern_finds(
    source: str, text: str, start: int, end: int
) -> None:
    gated, pattern = Gated(source), re.compile(source)
    spans = [match.span() for match in pattern.finditer(text, start, end)]
    assert [match.span() for match in gated.finditer(text, start, end)] == spans
    first = gated.search(text, start, end)
    assert (first and first.span()) == (spans[0] if spans else None)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        pytest.param("姊妹(?:市|城市?)", {"姊妹市", "姊妹城"}, id="a word that holds another"),
        pytest.param("與.{2,9}(?=締結|簽約)", {"締結", "簽約"}, id="looked ahead to"),
        pytest.param("(?<=駐)台(?:北|中)?", {"台"}, id="not what stands before"),
        pytest.param("(?:友城){2}", {"友城"}, id="what comes again"),
        pytest.param("[,:]?的?[市縣]長", {"市長", "縣長"}, id="no part that may be left out"),
    ],
)
def test_needed_words(source: str, words: set[str]) -> None:
    assert needed_words(re.compile(source)) == words


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("市?", id="nothing at all"),
        pytest.param(".長?", id="any sign"),
        pytest.param("(?i:mayor)", id="in either case"),
        pytest.param("[^市]|長", id="all but one"),
    ],
)
def test_patterns_that_need_nothing(source: str) -> None:
    with pytest.raises(ValueError, match="needed"):
        needed_words(re.compile(source))
    with pytest.raises(ValueError, match="begin"):
        first_signs(re.compile(source))
