from __future__ import annotations

import pytest

from pipeline.readers.clean import clean
from pipeline.readers.encoding import decode
from pipeline.readers.source import RefusedError

HANT = "臺北市長表示，今年的會議在臺灣舉行，推動智慧城市2.0與5G。"
HANS = "苏州市长表示，今年的会议在苏州举行，推动智慧城市2.0与5G。"


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        pytest.param(HANT, "utf-8", "utf-8", id="UTF-8"),
        pytest.param("\ufeff" + HANT, "utf-8", "utf-8-sig", id="UTF-8有BOM"),
        pytest.param("\ufeff" + HANT, "utf-16-le", "utf-16", id="UTF-16有BOM"),
        pytest.param("\ufeff" + HANT, "utf-16-be", "utf-16", id="UTF-16大端有BOM"),
        pytest.param(HANT, "utf-16-le", "utf-16-le", id="UTF-16無BOM"),
        pytest.param(HANT, "utf-16-be", "utf-16-be", id="UTF-16大端無BOM"),
        pytest.param(HANT, "cp950", "cp950", id="繁體Big5"),
        pytest.param(HANS, "gb18030", "gb18030", id="簡體GB18030"),
        pytest.param(HANT * 40, "cp950", "cp950", id="長篇Big5"),
        pytest.param("Smart City", "utf-8", "utf-8", id="只有英文"),
    ],
)
def test_encoding_is_found(text: str, codec: str, name: str) -> None:
    assert decode(text.encode(codec), "a.txt") == (text, name, (), None)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "empty_file", id="空檔"),
        pytest.param(b"%PDF-1.7 ...", "binary_file", id="PDF"),
        pytest.param(bytes(range(256)) * 4, "binary_file", id="二進位"),
        pytest.param(b"\x00" * 400, "binary_file", id="全是零"),
        pytest.param("テストです。東京".encode("shift-jis"), "unknown_encoding", id="日文編碼"),
        pytest.param(b"\xef\xbb\xbf\xff\xff", "broken_encoding", id="壞掉的UTF-8"),
    ],
)
def test_refused_file_says_why_and_what_to_do(data: bytes, code: str) -> None:
    with pytest.raises(RefusedError) as caught:
        decode(data, "raw/甲.txt")
    assert caught.value.code == code
    assert caught.value.place.startswith("raw/甲.txt")
    assert caught.value.message and caught.value.advice


def test_invisible_characters_are_dropped_and_accounted() -> None:
    found = clean("\ufeff臺\x00北\u202e市\r\n長\r\u200b。")
    assert found.text == "臺北市\n長\n。"
    assert [edit.rule for edit in found.edits] == [
        *("bom", "control", "bidi", "line_end", "line_end", "zero_width"),
    ]


def test_radicals_and_compatibility_characters_become_the_characters_they_look_like() -> None:
    found = clean("⾼雄市\u7acb⼤學⻑，⺠國113\uf98e")
    assert found.text == "高雄市立大學長，民國113年"
    assert {edit.rule for edit in found.edits} == {"radical"}


def test_signs_of_fonts_of_symbols_become_bullets() -> None:
    assert clean("\uf0b7 智慧路燈\n\uf0d8擴大優先號誌").text == "• 智慧路燈\n•擴大優先號誌"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (HANT.encode().decode("latin-1").encode(), HANT),
        (HANT.encode("cp950").decode("latin-1").encode(), HANT),
        (HANS.encode("gb18030").decode("latin-1").encode("utf-16"), HANS),
    ],
    ids=["UTF-8當西文", "Big5當西文", "GBK當西文"],
)
def test_text_saved_again_in_the_wrong_encoding_is_mended_and_told(data: bytes, text: str) -> None:
    found = decode(data, "a.txt")
    assert found.text.lstrip("\ufeff") == text
    assert found.note is not None
    assert found.note.code == "mojibake"


@pytest.mark.parametrize(
    "text",
    [
        "José Muñoz, maire de Besançon, a signé à Québec un accord sur l'énergie. Ça a été fêté.",
        "Die Oberbürgermeisterin von Köln, Österreichs Städte und Zürich führen Gespräche über Öl.",
        HANS,
        "韓國서울特別市長은 東京都知事と會談した。",
    ],
)
def test_text_in_its_own_encoding_is_left_alone(text: str) -> None:
    assert decode(text.encode(), "a.txt") == (text, "utf-8", (), None)


@pytest.mark.parametrize(("text", "codec"), [(HANT, "cp950"), (HANS, "gb18030")])
def test_file_of_lines_in_two_encodings_is_read_line_by_line(text: str, codec: str) -> None:
    found = decode(b"\n".join([text.encode(codec), text.encode(), text.encode(codec)]), "a.txt")
    assert found.text.split("\n") == [text] * 3
    assert found.note is not None
    assert found.note.code == "mixed_encodings"
