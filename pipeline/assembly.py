"""Assemble an output: load the results, merge, build the tables part by part, switch.

Contract: the files depend on the documents, their results and the versions alone; a part whose
fingerprint is as it was is taken over untouched.
"""

from __future__ import annotations

import hashlib
import importlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from pipeline.contract import Diagnostic, Tables
from pipeline.contract.columns import Columns, to_columns
from pipeline.flow import MERGE
from pipeline.generations import Generation
from pipeline.loading import Loaded, ResultMissingError, make_binder
from pipeline.outputs.catalog import data_dictionary, datapackage
from pipeline.outputs.views import views_sql
from pipeline.planning.manifest import Manifest
from pipeline.planning.problems import Problem
from pipeline.results import Results
from pipeline.stages.publish import (
    CORPUS_TABLES,
    DOCUMENT_TABLES,
    PartBuilder,
    corpus_tables,
    known_keys,
)

_PER_PART = 500


def merge_documents(
    loaded: Sequence[Loaded], labels: Mapping[str, str]
) -> tuple[Tables, dict[str, str]]:
    """Merge the entities of all documents; ``labels`` joins or splits people by hand."""
    module, _, name = MERGE.partition(":")
    merge = getattr(importlib.import_module(module), name)
    merged: tuple[Tables, dict[str, str]] = merge(
        [document.entities for document in loaded if not document.is_refused], labels
    )
    return merged


class Assembler:
    """Builds the files of a generation.

    Args:
        generation: where they go.
        results: the stage results.
        manifest: what the last run left; parts are taken over from its generation.
        key: version of the stages, of merging and of publishing.
        part_above: with more documents than this, tables are folders of parts.
    """

    def __init__(
        self,
        generation: Generation,
        results: Results,
        manifest: Manifest | None,
        key: str,
        part_above: int,
    ) -> None:
        self.generation = generation
        self.results = results
        self.manifest = manifest
        self.key = key
        self.part_above = part_above
        self.fingerprints: dict[str, str] = {}
        self.counts: dict[str, int] = {}
        self.told: list[Diagnostic] = []

    def build(
        self,
        loaded: Sequence[Loaded],
        merged: Tables,
        renaming: Mapping[str, str],
        problems: Sequence[Problem],
    ) -> None:
        """Write all tables but `runs`, and their description."""
        self.told = merged[Diagnostic]
        documents = [document for document in loaded if not document.is_refused]
        n_parts = count_parts(len(documents), self.part_above)
        diagnostics = [row for document in loaded for row in document.diagnostics]
        diagnostics += [problem.as_row() for problem in problems]
        self._write_corpus(merged, diagnostics, n_parts)
        known = known_keys(merged)
        for part, members in enumerate(_parts(documents, n_parts)):
            self._write_part(part, n_parts, members, PartBuilder(renaming, known), renaming)

    def describe(self) -> None:
        """Write the data dictionary and the data package."""
        self.generation.write_bytes("README.md", data_dictionary().encode())
        files = [name for name in self.generation.files if ".parquet" in name]
        self.generation.write_bytes("views.sql", views_sql(files).encode())
        self.generation.write_bytes("datapackage.json", datapackage(files).encode())

    def _write_corpus(self, merged: Tables, diagnostics: list[Diagnostic], n_parts: int) -> None:
        for name, table in corpus_tables(merged, diagnostics).items():
            self.counts[name] = table.num_rows
            if n_parts == 1:
                self.generation.write_table(_path(name, 0, 1), table)
                continue
            spec = next(spec for spec in CORPUS_TABLES if spec.name == name)
            keys = table.column(spec.key[0]).to_pylist()
            homes = [part_of(key, n_parts) for key in keys]
            for part in range(n_parts):
                rows = [index for index, home in enumerate(homes) if home == part]
                taken = table.take(pa.array(rows, pa.int64()))
                self.generation.write_table(_path(name, part, n_parts), taken)

    def _write_part(
        self,
        part: int,
        n_parts: int,
        members: Sequence[Loaded],
        builder: PartBuilder,
        renaming: Mapping[str, str],
    ) -> None:
        mark = f"{part}/{n_parts}"
        self.fingerprints[mark] = _fingerprint(self.key, members, renaming)
        if self._take_over(mark, part, n_parts):
            return
        for document in members:
            for name, columns in self._columns(document):
                builder.add(name, columns)
        for spec in DOCUMENT_TABLES:
            table = builder.finish(spec)
            self.counts[spec.name] = self.counts.get(spec.name, 0) + table.num_rows
            self.generation.write_table(_path(spec.name, part, n_parts), table)

    def _columns(self, document: Loaded) -> Iterator[tuple[str, Columns]]:
        """Yield the bound columns of the document tables."""
        if document.whole is not None:
            for spec in DOCUMENT_TABLES:
                if rows := document.whole[spec.row]:
                    yield spec.name, to_columns(spec, rows)
            return
        result = self.results.load(document.source.content)
        if result is None:
            raise ResultMissingError(document.source.document_id)
        binder = make_binder(document.source, result)
        for spec in DOCUMENT_TABLES:
            for columns in result.columns(spec.name):
                yield spec.name, binder.bind(spec.name, columns)

    def _take_over(self, mark: str, part: int, n_parts: int) -> bool:
        """Take the part over from the current generation if it is as it would be made."""
        old, parent = self.manifest, self.generation.parent
        if old is None or parent is None or old.generation != parent.name:
            return False
        if old.fingerprints.get(mark) != self.fingerprints[mark]:
            return False
        paths = [_path(spec.name, part, n_parts) for spec in DOCUMENT_TABLES]
        if not all(
            path in old.output and _is_as(parent / path, old.output[path]) for path in paths
        ):
            return False
        import pyarrow.parquet as pq  # noqa: PLC0415 - heavy

        for spec, path in zip(DOCUMENT_TABLES, paths, strict=True):
            self.generation.reuse(path, old.output[path][2])
            rows = pq.read_metadata(parent / path).num_rows
            self.counts[spec.name] = self.counts.get(spec.name, 0) + rows
        return True


def _is_as(path: Any, noted: tuple[int, int, str]) -> bool:
    try:
        stat = path.stat()
    except OSError:
        return False
    same = (stat.st_size, stat.st_mtime_ns) == noted[:2]
    return same and hashlib.sha256(path.read_bytes()).hexdigest() == noted[2]


def _fingerprint(key: str, members: Sequence[Loaded], renaming: Mapping[str, str]) -> str:
    digest = hashlib.sha256(key.encode())
    for document in members:
        ids = sorted(
            value
            for kind in document.entities
            if kind.spec.scope == "corpus"
            for row in document.entities[kind]
            if (value := getattr(row, kind.spec.key[0])) in renaming
        )
        source = document.source
        item: list[Any] = [
            source.document_id,
            source.path,
            source.content,
            [renaming[i] for i in ids],
        ]
        if document.whole is not None:
            item += [to_columns(s, document.whole[s.row]) for s in DOCUMENT_TABLES]
        digest.update(json.dumps(item).encode())
    return digest.hexdigest()[:32]


def count_parts(n_documents: int, part_above: int) -> int:
    """Return the number of part files, a power of 2 that depends on the documents alone.

    >>> [count_parts(n, 2000) for n in (0, 2000, 2001, 20_000)]
    [1, 1, 8, 64]
    """
    if n_documents <= part_above:
        return 1
    return 1 << (n_documents // _PER_PART).bit_length()


def part_of(key: str, n_parts: int) -> int:
    """Return the part a document or entity belongs to."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=4).digest()) % n_parts


def _parts(documents: Sequence[Loaded], n_parts: int) -> list[list[Loaded]]:
    parts: list[list[Loaded]] = [[] for _ in range(n_parts)]
    for document in documents:
        parts[part_of(document.source.document_id, n_parts)].append(document)
    return parts


def _path(name: str, part: int, n_parts: int) -> str:
    return f"{name}.parquet" if n_parts == 1 else f"{name}.parquet/part-{part:04d}.parquet"
