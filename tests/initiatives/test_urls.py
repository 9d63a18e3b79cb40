"""URLs, what introduces them and their language."""

from __future__ import annotations

import pytest

from pipeline.recognizers.page import Page
from pipeline.recognizers.urls import find_urls
from tests.initiatives.documents import url_lexicon


def links(text: str) -> list[tuple[str, str | None, str | None]]:
    claims = find_urls(Page.of(text), url_lexicon())
    return [(text[c.start : c.end], c.value.label, c.value.language) for c in claims]


def test_urls_in_a_row_share_their_introduction() -> None:
    text = "論壇 Session 2 直播網址:【中文】https://a.tw/Q1 【英文】https://a.tw/aW_k"
    assert links(text) == [
        ("https://a.tw/Q1", "論壇 Session 2 直播網址", "zh"),
        ("https://a.tw/aW_k", "論壇 Session 2 直播網址", "en"),
    ]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("詳見（https://a.gov.tw/x?y=1）。", "https://a.gov.tw/x?y=1"),
        ("見https://a.tw/b，謝謝", "https://a.tw/b"),
        ("see https://a.tw/w_(x).", "https://a.tw/w_(x)"),
        ("官網：smartcity.taipei", "smartcity.taipei"),
        ("www.a.com.tw/首頁", "www.a.com.tw/"),
    ],
)
def test_the_url_ends_where_the_sentence_goes_on(text: str, url: str) -> None:
    assert [found[0] for found in links(text)] == [url]


@pytest.mark.parametrize("text", ["信箱 a@b.com.tw", "版本 4.0.1", "時間 14:00", "3.5%"])
def test_no_url(text: str) -> None:
    assert links(text) == []


def test_a_new_line_ends_an_introduction() -> None:
    text = "直播：https://a.tw/1\n下載：https://a.tw/2"
    assert [label for _, label, _ in links(text)] == ["直播", "下載"]
