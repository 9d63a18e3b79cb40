"""The plan: which documents are read again and why, and whether anything is published.

Contract: a plan depends on the scan, the last manifest, the versions and the state of the output;
a document without a reason is served as it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field

from pipeline.contract import SCHEMA_VERSION
from pipeline.planning.files import DUPLICATE, Scan, SourceFile
from pipeline.planning.manifest import Entry, Manifest
from pipeline.planning.problems import Problem
from pipeline.planning.versions import Versions


@dataclass(slots=True)
class Plan:
    """What a run has to do.

    Attributes:
        sources: all documents to publish, by document_id.
        copies: files of equal content but another ending, by the document_id that is kept.
        reasons: why a document is read again, by document_id.
        renamed: old document_id by new one; no stage runs for these.
        removed: why documents of the last run are gone, by document_id.
        notes: reasons that concern the output as a whole.
        problems: files left out.
    """

    sources: dict[str, SourceFile]
    copies: dict[str, list[SourceFile]] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    removed: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.reasons or self.renamed or self.removed or self.notes)

    def n_added(self) -> int:
        """Number of documents that were not there before."""
        return sum(reason == "new" for reason in self.reasons.values()) + len(self.renamed)


def make_plan(scan: Scan, manifest: Manifest | None, versions: Versions, damage: list[str]) -> Plan:
    """Compare what is there with what the last run saw.

    Args:
        scan: the raw folder now.
        manifest: what the last run left, or None.
        versions: code, configuration and libraries now.
        damage: published files that are missing or were changed by someone else.
    """
    plan = Plan(scan.sources, scan.copies, problems=scan.problems)
    if manifest is None:
        plan.reasons = dict.fromkeys(scan.sources, "new")
        plan.notes.append("first run")
        return plan
    version_reason = _version_reason(manifest, versions)
    while not version_reason and promote_copies(plan, _refused(plan, manifest)):
        pass
    _compare_documents(plan, manifest, version_reason)
    plan.notes += _output_notes(plan, manifest, versions, damage)
    return plan


def promote_copies(plan: Plan, refused: Collection[str]) -> list[SourceFile]:
    """Take up the next copy of each refused document: another ending has another reader.

    Args:
        plan: what to do; the copies join its sources, and their problem is gone.
        refused: document_ids that gave no document.

    Returns:
        The copies taken up.
    """
    taken = []
    for name in sorted(plan.copies.keys() & set(refused)):
        copy, *others = plan.copies.pop(name)
        if others:
            plan.copies[copy.document_id] = others
        told = (copy.path, DUPLICATE)
        plan.problems[:] = [p for p in plan.problems if (p.path, p.code) != told]
        taken.append(copy)
    both = {**plan.sources, **{copy.document_id: copy for copy in taken}}
    plan.sources = dict(sorted(both.items()))
    return taken


def _refused(plan: Plan, manifest: Manifest) -> set[str]:
    """Return the documents the last run refused that are as they were."""
    old = manifest.entries
    return {
        name
        for name in plan.copies
        if name in old and old[name].is_refused and old[name].content == plan.sources[name].content
    }


def _compare_documents(plan: Plan, manifest: Manifest, version_reason: str) -> None:
    old = manifest.entries
    removed = sorted(old.keys() - plan.sources.keys())
    gone = {old[name].content: name for name in reversed(removed)}
    for name, source in plan.sources.items():
        if name not in old and source.content in gone:
            plan.renamed[name] = gone.pop(source.content)
            if version_reason:
                plan.reasons[name] = version_reason
        elif reason := _document_reason(source, old.get(name)) or version_reason:
            plan.reasons[name] = reason
    moved = set(plan.renamed.values())
    plan.removed = {
        name: _gone_reason(old[name].path, plan.problems) for name in removed if name not in moved
    }


def _gone_reason(path: str, problems: list[Problem]) -> str:
    """Tell a file that cannot be read, alone or with its folder, from one that is not there."""
    unreadable = (problem.path for problem in problems if problem.code == "unreadable")
    is_there = any(path == place or path.startswith(f"{place}/") for place in unreadable)
    return "cannot be read, so its rows are taken out" if is_there else "removed"


def _document_reason(source: SourceFile, old: Entry | None) -> str:
    if old is None:
        return "new"
    if source.sha256 != old.sha256:
        return "changed"
    if source.meta_sha256 != old.meta_sha256:
        return f"meta changed: {source.meta_path or 'removed'}"
    return "" if source.content == old.content else "changed"


def _version_reason(manifest: Manifest, versions: Versions) -> str:
    """Say what makes the results of all documents stale, and from which stage on."""
    for stage, key in versions.keys.items():
        if stage in {"merge", "publish", "overrides"}:
            break
        if manifest.keys.get(stage) != key:
            changes = versions.changes(manifest.parts, stage) or ["stages changed"]
            more = f" and {len(changes) - 1} more" if len(changes) > 1 else ""
            return f"{changes[0]}{more} (from {stage} on)"
    return ""


def _output_notes(
    plan: Plan, manifest: Manifest, versions: Versions, damage: list[str]
) -> list[str]:
    notes = []
    if manifest.schema_version != SCHEMA_VERSION:
        notes.append(
            f"the output has schema version {manifest.schema_version}, rebuilding it as "
            f"{SCHEMA_VERSION}"
        )
    notes += [
        f"{changes[0]} (publishing again)"
        for stage in ("merge", "publish", "overrides")
        if (changes := versions.changes(manifest.parts, stage))
    ]
    if manifest.problems != hash_problems(plan.problems):
        notes.append("the files left out are others than before")
    notes += [f"output {item}" for item in damage]
    return notes


def hash_problems(problems: list[Problem]) -> str:
    """Return a hash over what was left out."""
    return hashlib.sha256(repr(problems).encode("utf-8", "surrogateescape")).hexdigest()
