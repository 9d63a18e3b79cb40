"""`summit explain`: the way from the characters of a file to the rows of a mention."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

import pipeline
from pipeline.cli import main
from pipeline.config import find_config_dir
from pipeline.errors import OutputError, UsageError
from pipeline.outputs.explain import explain
from pipeline.runner import extract

# A soft hyphen stands in the middle of the city's name.
PAGE = """城市論壇

芬蘭赫爾\u00ad辛基市長王大明表示，華江國中有5G教室，該市碳排放減少 25%。
臺北市政府推動「臺北智慧安防計畫」。
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explain")
    (folder / "raw").mkdir()
    (folder / "raw" / "a.txt").write_text(PAGE, encoding="utf-8")
    assert extract(folder / "raw", folder / "out", say=lambda line: None) == 0
    return folder / "out"


def id_of(out: Path, text: str, label: str) -> str:
    mentions = pipeline.load("mentions", out)
    return str(mentions.query("text == @text and label == @label").mention_id.iloc[0])


def lines_of(story: str) -> dict[str, list[str]]:
    """The lines of a story by their head."""
    lines: dict[str, list[str]] = {}
    for line in story.splitlines()[1:]:
        lines.setdefault(line[2:14].strip(), []).append(line[14:])
    return lines


def test_characters_are_followed_back_to_the_file(out: Path) -> None:
    story = explain(id_of(out, "赫爾辛基", "CITY"), out)
    lines = lines_of(story)
    runs = lines["source"]
    assert [run.partition(",")[0] for run in runs] == [
        "copied '赫爾' (rule copy)", "dropped (rule zero_width)", "copied '辛基' (rule copy)",
    ]  # fmt: skip
    start = PAGE.index("赫爾")
    assert runs[0].endswith(f"characters {start}..{start + 2} of the file")
    assert lines["document"][0].startswith("a.txt, line 3, column 3 (")
    assert "芬蘭[赫爾辛基]市長王大明" in lines["text"][0]


def test_city_has_its_link_and_the_candidates(out: Path) -> None:
    lines = lines_of(explain(id_of(out, "赫爾辛基", "CITY"), out, find_config_dir()))
    assert "name_en Helsinki" in lines["entity"][0]
    assert lines["linked by"][0].split(",")[0] in {"list", "lookup"}
    assert any(text.startswith("658225 Helsinki, FI") for text in lines["candidate"])
    assert sum("chosen" in text for text in lines["candidate"]) == 1


def test_number_has_its_normalized_value(out: Path) -> None:
    lines = lines_of(explain(id_of(out, "25%", "QUANTITY"), out))
    (value,) = lines["value"]
    assert value.startswith("quantities: value 25.0, value_exact 25, unit %")
    assert "change decrease" in value


def test_claims_on_the_same_characters_are_told_with_their_verdict(out: Path) -> None:
    mentions = pipeline.load("mentions", out, as_="arrow").to_pylist()
    pairs = [
        (one, other)
        for one in mentions
        for other in mentions
        if one["mention_id"] != other["mention_id"]
        and one["start"] < other["end"]
        and other["start"] < one["end"]
    ]
    assert pairs, "the page has overlapping claims"
    for one, other in pairs:
        told = lines_of(explain(one["mention_id"], out))["also there"]
        assert any(_names(text, other) for text in told), (one, other)


def _names(text: str, other: dict[str, Any]) -> bool:
    why = f": {other['reason']}" if other["reason"] else ""
    return f"{other['label']} {other['text']!r}" in text and f"{other['status']}{why}" in text


def test_beginning_of_an_id_is_enough(out: Path) -> None:
    whole = id_of(out, "25%", "QUANTITY")
    assert explain(whole[:-4], out) == explain(whole, out)


def test_unknown_id_names_the_nearest(out: Path) -> None:
    whole = id_of(out, "25%", "QUANTITY")
    wrong = whole[:-1] + ("0" if whole[-1] != "0" else "1")
    with pytest.raises(UsageError, match=f"no such mention .the nearest: {whole}"):
        explain(wrong, out)
    with pytest.raises(UsageError, match="mentions begin so"):
        explain("mention_", out)


def test_text_instead_of_an_id_names_the_mention(out: Path) -> None:
    with pytest.raises(UsageError, match=id_of(out, "25%", "QUANTITY")):
        explain("25%", out)


def test_command_prints_the_story(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = id_of(out, "25%", "QUANTITY")
    assert main(["explain", whole, "--out", str(out)]) == 0
    assert capsys.readouterr().out.startswith(f"{whole}: QUANTITY '25%', kept")
    assert main(["explain", "mention_x", "--out", str(out)]) == 2
    assert capsys.readouterr().err.startswith("summit: explain mention_x: no such mention")


def test_nothing_published_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="run: summit extract"):
        explain("mention_1", tmp_path)


def test_correction_of_the_mention_is_told(out: Path, tmp_path: Path) -> None:
    config = tmp_path / "config"
    shutil.copytree(find_config_dir(), config)
    start = pipeline.load("mentions", out).query("text == '25%'").start.iloc[0]
    (config / "overrides.csv").write_text(
        "table,document_id,start,text,column,value,reason,source\n"
        f"quantities,a.txt,{start},25%,change,none,not told,the paper\n",
        encoding="utf-8",
    )
    shutil.copytree(out.parent / "raw", tmp_path / "raw")
    command = ["extract", "--raw", tmp_path / "raw", "--out", tmp_path / "out", "--config", config]
    assert main([str(part) for part in command]) == 0
    lines = lines_of(explain(id_of(tmp_path / "out", "25%", "QUANTITY"), tmp_path / "out"))
    assert "change none" in lines["value"][0]
    assert lines["noted"] == [
        "config/overrides.csv:2: quantities.change of '25%' is 'none' by hand, "
        "was 'decrease': not told"
    ]
