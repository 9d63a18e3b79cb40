"""Laws 1, 2, 6 and 7 over real and generated documents."""

from __future__ import annotations

import builtins
import copy
import os
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.contract import Document, Mention, SourceMap, Tables
from pipeline.contract.laws import check_laws
from pipeline.flow import STAGES
from pipeline.readers.source import Source
from pipeline.resources import Resources
from tests.laws.conftest import DOCUMENTS, Process, source

# Fragments that recognizers, readers and rules of structure react to.
FRAGMENTS = (
    *(
        "臺北市長",
        "市長",
        "柯文哲",
        "表示",
        "，",
        "。",
        "、",
        "「",
        "」",
        "（",
        "）",
        "：",
        "問：",
        "答：",
    ),
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        " ",
        "\u3000",
        "\u0301",
        "\u202e",
        "\ufeff",
        "\x00",
        "𠀀",
        '"',
        ",",
    ),
    *(
        "1",
        "2.",
        "3,5",
        "萬",
        "億美元",
        "%",
        "５Ｇ",
        "民國110年",
        "3月24日",
        "今年",
        "兩市",
        "265計畫",
    ),
    *("加拿大", "本拿比市", "大邱", "Mr. ", "Mike Hurley", "Kwon, Young-jin", "王議員：", "‧"),
    *("推動", "簽署", "合作備忘錄", "姊妹市", "資訊局", "局長", "台北通App", "https://a.tw/x"),
    *("編號\t城市\t內容\n", "<p>", "</p>", "<ol>", "&amp;"),
)
generated = st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join)
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
slow = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


def rows(tables: Tables) -> dict[str, list[str]]:
    return {kind.spec.name: sorted(map(repr, tables[kind])) for kind in tables}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_real_document_keeps_every_law(path: Path, process: Process) -> None:
    tables = process([source(path)])
    check_laws(tables)
    assert tables[Mention]


@slow
@given(st.one_of(generated, anything), st.sampled_from(["a.txt", "a.csv", "a.tsv"]))
def test_any_document_keeps_every_law(process: Process, text: str, name: str) -> None:
    tables = process([Source(path=name, data=text.encode("utf-8"), meta={})])
    check_laws(tables)
    for document in tables[Document]:
        account(document, tables[SourceMap], text.removeprefix("\ufeff"))


def account(document: Document, runs: list[SourceMap], decoded: str) -> None:
    """Law 7: what the runs copy stands in the source, and nothing of the source is left over."""
    position = None
    for run in runs:
        if run.source_start is not None:
            assert position is None or run.source_start == position
            position = run.source_end
        if run.op == "copied":
            assert run.start is not None
            assert run.source_start is not None
            piece = document.text[run.start : run.end]
            assert piece in (decoded[run.source_start : run.source_end], piece)


@pytest.mark.parametrize("name", [stage.name for stage in STAGES])
def test_a_stage_over_two_documents_is_the_sum_of_its_runs(
    name: str, process: Process, resources: Resources
) -> None:
    pair = [source(DOCUMENTS[0]), source(DOCUMENTS[-1])]
    together = process(pair)
    apart = [process([one]) for one in pair]
    last = [stage.name for stage in STAGES].index(name)
    written = {kind for stage in STAGES[: last + 1] for kind in stage.writes}
    for kind in written:
        total = sorted(repr(row) for tables in apart for row in tables[kind])
        assert sorted(map(repr, together[kind])) == total


def test_stages_open_no_file_and_no_socket_and_change_no_input(
    process: Process, resources: Resources, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: Any = [source(DOCUMENTS[0])]
    process(given)  # loads what is loaded once

    def refuse(*args: object, **more: object) -> None:
        raise AssertionError("a stage did input or output")

    for module, name in ((builtins, "open"), (os, "open"), (socket, "socket")):
        monkeypatch.setattr(module, name, refuse)
    tables = Tables()
    for stage in STAGES:
        before = copy.deepcopy(given)
        written = stage.function()(given, resources)
        if isinstance(given, Tables):
            assert rows(given) == rows(before)
        else:
            assert given == before
        for kind in written:
            tables[kind] = written[kind]
        given = tables


def test_simplified_and_traditional_spellings_give_the_same_entities(process: Process) -> None:
    text = "臺北市長柯文哲表示，加拿大本拿比市將投入3億元推動智慧路燈計畫。"
    simplified = "台北市长柯文哲表示，加拿大本拿比市将投入3亿元推动智慧路灯计画。"
    found = [
        [(m.start, m.end, m.label) for m in tables[Mention] if m.status == "kept"]
        for tables in (
            process([Source(path="a.txt", data=t.encode(), meta={})]) for t in (text, simplified)
        )
    ]
    assert found[0] == found[1]


def test_a_neutral_sentence_in_front_only_shifts_mentions(process: Process) -> None:
    text = "臺北市長柯文哲表示，加拿大本拿比市去年種了3,000棵樹。"
    neutral = "天氣晴朗。"
    plain, shifted = (
        process([Source(path="a.txt", data=t.encode(), meta={})])[Mention]
        for t in (text, neutral + text)
    )
    moved = [(m.start + len(neutral), m.end + len(neutral), m.label, m.text) for m in plain]
    assert moved == [(m.start, m.end, m.label, m.text) for m in shifted]
