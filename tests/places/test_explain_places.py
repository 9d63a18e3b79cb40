"""`summit places` tells what a name means, and what else it could."""

from __future__ import annotations

import pytest

from pipeline.cli import main
from pipeline.outputs.places import explain_places

from .conftest import CONFIG


def test_country_and_city_of_a_name() -> None:
    lines = list(explain_places("貝里斯貝爾墨潘市", CONFIG))
    assert lines[0].startswith("貝里斯: country BZ")
    assert lines[1].startswith("貝爾墨潘市: city")
    assert "Belmopan, BZ" in lines[1]
    assert any("chosen" in line for line in lines[2:])


def test_namesakes_are_listed() -> None:
    lines = list(explain_places("聖荷西", CONFIG))
    assert {line.split(", ")[1][:2] for line in lines[1:]} >= {"US", "CR"}


def test_an_unknown_name_is_told() -> None:
    assert "not linked" in next(explain_places("庫魯瓦提薩", CONFIG))


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["places", "日本神戶市", "--config", str(CONFIG)]) == 0
    assert "Kobe, JP" in capsys.readouterr().out
