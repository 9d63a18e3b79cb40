"""The signs that matches of a pattern begin and end with."""

from __future__ import annotations

import pytest

from pipeline.language.edges import first_signs, guarded, last_signs, opening
from pipeline.language.views import pattern


@pytest.mark.parametrize(
    ("source", "first", "last"),
    [
        ("達到|突破", "达突", "到破"),
        ("(?:將近|約)[ ]?$", "将约", "近约 "),
        ("(?<!簽)約(?!定)", "约", "约"),
        ("多?個(?:月|星期)?", "多个", "个月期"),
        ("[0-2年](?P<m>月)", "012年", "月"),
        (r"[\u4e00-\u4e02]\.+", "一丁丂", "."),
        ("(?:了|的)*到{1,2}", "了的到", "到"),
        ("[a^]x{0,3}", "a^", "a^x"),
    ],
)
def test_signs_a_match_begins_and_ends_with(source: str, first: str, last: str) -> None:
    assert first_signs(source) == frozenset(first)
    assert last_signs(source) == frozenset(last)


@pytest.mark.parametrize("source", ["[^,]多", ".{0,3}年", "a\\d"])
def test_a_pattern_that_may_begin_with_any_sign_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"any sign|cannot read"):
        first_signs(source)


def test_a_pattern_that_may_match_nothing_cannot_be_looked_for() -> None:
    with pytest.raises(ValueError, match="nothing"):
        guarded("(?:了|的)*")


@pytest.mark.parametrize("text", ["使用", "可使得用", "讓步讓", "", "令和令", "把把手"])
def test_looking_at_first_signs_finds_what_the_pattern_finds(text: str) -> None:
    source = "讓(?!步)|使(?!用)得?|(?<!命)令(?!和)|把(?!手)"
    view = text.replace("讓", "让")
    plain = [(found.start(), found.end()) for found in pattern(source).finditer(view)]
    quick = [(found.start(), found.end(1)) for found in guarded(source).finditer(view)]
    assert quick == plain
    assert [found.start() for found in opening(source).finditer(view)] == [at for at, _ in plain]
