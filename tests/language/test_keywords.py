"""Words found once in a text are those a pattern would find in any stretch of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.keywords import Keywords
from pipeline.recognizers.initiatives.lexicon import any_of

TEXT = st.text("智慧城市交ab ", max_size=30)


@given(st.sets(TEXT.filter(bool), min_size=1), TEXT, st.integers(0, 30), st.integers(0, 30))
def test_stretches_read_as_a_pattern_reads_them(
    words: set[str], text: str, start: int, end: int
) -> None:
    stretch = text[start:end]
    expected = [(start + m.start(), start + m.end()) for m in re.finditer(any_of(words), stretch)]
    assert [*Keywords(words).spot(text).within(start, min(end, len(text)))] == expected


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        pytest.param(["智慧", "智慧城市"], "智慧城市", ["智慧城市"], id="the longest"),
        pytest.param(["智慧城市", "城市論壇"], "智慧城市論壇", ["智慧城市"], id="the first"),
        pytest.param(["港", "港口"], "漁港與港口", ["港", "港口"], id="single characters"),
        pytest.param([], "智慧城市", [], id="no words"),
    ],
)
def test_words(words: list[str], text: str, found: list[str]) -> None:
    spots = Keywords(words).spot(text)
    assert [text[start:end] for start, end in spots.within(0, len(text))] == found
