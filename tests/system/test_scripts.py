"""The same text in other characters says the same: scripts, marks of quotation, blanks, figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import opencc
import pytest

import pipeline

RELEASE = """屏東縣與姊妹市交流新聞稿

屏東縣縣長巫秀珠今（113）年5月6日與日本濱松市市長中野祐介簽署智慧漁港合作備忘錄。
巫縣長表示，縣府計畫於9月啟用「漁港看得見」平台，每年服務3萬2,000人次。
計畫主持人、國立屏東科技大學教授林采穎說明：「感測器共裝設148處。」
濱松市市長中野祐介答覆時指出，該市「海風地圖」已有12個部會採用。
規劃處處長李承恩補充，經費約新臺幣1.5億元，由中央補助六成。
"""
TABLE = """編號\t城市\t得獎計畫\t代表\t內容
1\t宜蘭縣\tLanyang Pulse\t縣長陳文彬\t市民App下載8萬次，並於28處設置感測器。
2\t臺中市\tGreen Bus Day\t副市長劉佳玲\t公車準點率提升至九成二。
"""


def told(folder: Path, change: Callable[[str], str]) -> dict[str, list[tuple[object, ...]]]:
    """Return what is found in the two documents once their text is changed."""
    (folder / "raw").mkdir(parents=True)
    for name, text in (("release.txt", RELEASE), ("table.tsv", TABLE)):
        (folder / "raw" / name).write_text(change(text), encoding="utf-8")
    out = folder / "out"
    assert pipeline.extract(folder / "raw", out) == 0
    load = lambda name: pipeline.load(name, out)  # noqa: E731 - a short name for what follows
    mentions = load("mentions").query("status == 'kept'")
    english = dict(load("cities")[["city_id", "name_en"]].itertuples(index=False))
    values = mentions.merge(load("quantities"), on="mention_id", suffixes=("", "_"))
    days = mentions.merge(load("dates"), on="mention_id")
    deeds = load("initiatives").explode("theme")
    said = load("statements")
    return {
        "mentions": _sorted(mentions[["document_id", "start", "end", "label"]]),
        "values": _sorted(values[["document_id", "start", "value", "dimension"]]),
        "days": _sorted(days[["document_id", "start", "start_date", "end_date"]]),
        "cities": sorted((name,) for name in english.values()),
        "owners": sorted((english.get(city),) for city in deeds["city_id"].fillna("")),
        "statements": sorted(
            (row.document_id, row.start, row.end, row.kind, english.get(row.city_id))
            for row in said.itertuples()
        ),
        "agreements": _sorted(load("agreements")[["document_id", "start", "kind", "status"]]),
    }


def _sorted(frame: object) -> list[tuple[object, ...]]:
    return sorted(frame.itertuples(index=False, name=None), key=str)  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def as_written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[object, ...]]]:
    return told(tmp_path_factory.mktemp("written"), str)


def test_the_documents_tell_much(as_written: dict[str, list[tuple[object, ...]]]) -> None:
    assert {name for (name,) in as_written["cities"]} >= {"Pingtung", "Hamamatsu", "Yilan"}
    assert len(as_written["statements"]) >= 6
    assert [row[1:] for row in as_written["agreements"]]
    assert [label for *_, label in as_written["mentions"]].count("INITIATIVE") >= 4


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(opencc.OpenCC("t2s").convert, id="Simplified"),
        pytest.param(opencc.OpenCC("t2hk").convert, id="variants of Hong Kong"),
        pytest.param(lambda text: text.translate(str.maketrans("「」", '""')), id="straight"),
        pytest.param(lambda text: text.translate(str.maketrans("「」", "””")), id="one side only"),
        pytest.param(lambda text: text.translate(str.maketrans("「」", "''")), id="single"),
        pytest.param(lambda text: text.replace("計畫", "計劃").replace("覆", "復"), id="spellings"),
    ],
)
def test_other_characters_say_the_same(
    change: Callable[[str], str],
    as_written: dict[str, list[tuple[object, ...]]],
    tmp_path: Path,
) -> None:
    found = told(tmp_path, change)
    assert found == as_written
