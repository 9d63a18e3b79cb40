"""Stage results: round trips, stale sections, binding to a document."""

from __future__ import annotations

from pathlib import Path

from pipeline.binding import Binder, rename
from pipeline.contract import AgreementParty, Diagnostic, Document, Mention, Tables
from pipeline.contract.columns import to_columns
from pipeline.ids import make_id
from pipeline.readers.source import Source
from pipeline.results import Result, Results
from tests.system import fakes

NAME = "0123abc.txt"
SOURCE = Source(path=NAME, data="臺北市長柯文哲".encode(), document_id=NAME)


def made_result() -> tuple[Result, Tables]:
    result = Result()
    tables = fakes.ingest([SOURCE], None)
    result.add("ingest", "k1", tables.select([Document]))
    tables.extend(fakes.segment(tables, None))
    mentions = fakes.tag(tables, None)
    result.add("tag", "k2", mentions)
    resolved = Tables()
    resolved[Mention] = mentions[Mention][:1]
    result.add("resolve", "k3", resolved)
    return result, mentions


def test_a_result_reads_back_as_written(tmp_path: Path) -> None:
    result, mentions = made_result()
    results = Results(tmp_path)
    results.save("c0ffee", result)
    again = results.load("c0ffee")
    assert again is not None
    assert [section.stage for section in again.sections] == ["ingest", "tag", "resolve"]
    (document,) = again.rows(Document)
    assert (document.text, document.kind_score) == ("臺北市長柯文哲", 0.877)
    assert len(again.rows(Mention)) == 1, "the latest stage that wrote a table wins"
    assert mentions[Mention][0].text == again.rows(Mention)[0].text


def test_a_stage_that_completes_rows_keeps_what_it_changed() -> None:
    result, mentions = made_result()
    completed = Tables()
    completed[Mention] = [m.clone(entity_id=f"e{i}") for i, m in enumerate(mentions[Mention][:1])]
    result.add("relate", "k4", completed)
    (mention,) = result.rows(Mention)
    assert (mention.text, mention.score, mention.entity_id) == ("臺北", 0.667, "e0")
    assert result.sections[-1].columns("mentions") == {"entity_id": ["e0"]}
    result.keep_current({"ingest": "k1", "tag": "k2", "resolve": "k3"})
    assert [mention.entity_id for mention in result.rows(Mention)] == [None]


def test_every_cut_or_flipped_byte_is_noticed(tmp_path: Path) -> None:
    results = Results(tmp_path)
    results.save("c0ffee", made_result()[0])
    path = results.path("c0ffee")
    data = path.read_bytes()
    for position in range(0, len(data), 7):
        path.write_bytes(data[:position])
        assert results.load("c0ffee") is None
        path.write_bytes(data[:position] + bytes([data[position] ^ 1]) + data[position + 1 :])
        assert results.load("c0ffee") is None


def test_sections_count_until_the_first_stale_one() -> None:
    result, _ = made_result()
    result.failure = ("relate", "k4", "why")
    result.keep_current({"ingest": "k1", "tag": "other", "resolve": "k3", "relate": "k4"})
    assert [section.stage for section in result.sections] == ["ingest"]
    assert result.failure is None
    assert not result.is_complete(["ingest", "tag"])


def test_a_failure_counts_while_its_stage_is_the_same() -> None:
    result, _ = made_result()
    keys = {"ingest": "k1", "tag": "k2", "resolve": "k3", "relate": "k4"}
    result.failure = ("relate", "k4", "why")
    result.keep_current(keys)
    assert result.is_complete([*keys])
    assert result.is_refused
    result.keep_current({**keys, "relate": "new"})
    assert not result.is_complete([*keys])


def test_diagnostics_of_all_stages_add_up() -> None:
    result = Result()
    for key, code in (("ingest", "a"), ("tag", "b")):
        tables = Tables()
        (row,) = fakes._refusal(SOURCE)[Diagnostic]
        row.code = code
        tables[Diagnostic] = [row]
        result.add(key, key, tables)
    assert [row.code for row in result.rows(Diagnostic)] == ["a", "b"]


def test_results_no_document_uses_go(tmp_path: Path) -> None:
    results = Results(tmp_path)
    for content in ("aa1", "aa2", "bb1"):
        results.save(content, Result())
    results.keep_only(["aa2"])
    assert [results.has(content) for content in ("aa1", "aa2", "bb1")] == [False, True, False]


def bound(document_id: str) -> dict[str, list[object]]:
    _, mentions = made_result()
    rows = mentions[Mention]
    rows[0].entity_id = "1668341"
    rows[1].entity_id = make_id("person", NAME, "柯文哲")
    binder = Binder(NAME, document_id, document_id, is_refused=False)
    return binder.bind("mentions", to_columns(Mention.spec, rows))


def test_binding_changes_ids_of_the_document_and_no_others() -> None:
    one, other = bound("a.txt"), bound("b.txt")
    assert set(one["document_id"]) == {"a.txt"}
    assert one["entity_id"][0] == other["entity_id"][0] == "1668341"
    for column in ("mention_id", "segment_id"):
        assert not set(one[column]) & set(other[column])
    assert one["entity_id"][1] != other["entity_id"][1]
    assert str(one["entity_id"][1]).startswith("person_")
    assert one == bound("a.txt")
    assert one["text"] == other["text"]


def test_binding_is_the_same_for_a_key_and_its_references() -> None:
    binder = Binder(NAME, "a.txt", "a.txt", is_refused=False)
    tables = fakes.ingest([SOURCE], None)
    segments = binder.bind("segments", to_columns(*_spec_rows(fakes.segment(tables, None))))
    assert set(segments["segment_id"]) == set(bound("a.txt")["segment_id"])


def _spec_rows(tables: Tables):
    (kind,) = tables
    return kind.spec, tables[kind]


def test_parties_that_merge_into_one_are_one_party() -> None:
    rows = [
        AgreementParty(agreement_id="x", city_id=None, country_code=None, organization_id=name)
        for name in ("organization_1", "organization_2", "organization_3")
    ]
    renaming = {"organization_1": "organization_9", "organization_2": "organization_9"}
    renamed = rename("agreement_parties", to_columns(AgreementParty.spec, rows), renaming)
    assert renamed["organization_id"] == ["organization_9", "organization_3"]
