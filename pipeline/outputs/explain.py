"""Tell how a mention came about: from the characters of the file to the rows it leads to.

Contract: everything is read from one published generation but the further candidates for a place,
which come from the gazetteer in ``config/``.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.errors import OutputError, UsageError
from pipeline.outputs.candidates import describe_candidates
from pipeline.planning.output import current_generation

Record = dict[str, Any]
_ENTITIES = {
    "CITY": ("cities", "city_id"),
    "COUNTRY": ("countries", "country_code"),
    "PERSON": ("people", "person_id"),
    "ORGANIZATION": ("organizations", "organization_id"),
    "INITIATIVE": ("initiatives", "initiative_id"),
    "EVENT": ("events", "event_id"),
}
_VALUES = ("quantities", "dates", "initiative_mentions")
_WIDTH = 12
_AROUND = 20
_NEAR = 3


class Reader:
    """Reads rows of one published generation.

    Args:
        out: the output folder.

    Raises:
        OutputError: nothing is published there.
    """

    def __init__(self, out: Path) -> None:
        self.folder = current_generation(out) or out
        if not (self.folder / "mentions.parquet").exists():
            raise OutputError(str(out), "no tables here yet", "run: summit extract")

    def rows(self, name: str, **wanted: Any) -> list[Record]:
        """Return the rows of a table whose columns have these values."""
        import pyarrow.parquet as pq  # noqa: PLC0415 - heavy

        filters = [(column, "=", value) for column, value in wanted.items()]
        found: list[Record] = pq.read_table(
            self.folder / f"{name}.parquet", filters=filters
        ).to_pylist()
        return found

    def mentions(self) -> list[tuple[str, str, str]]:
        """Return id, text and status of every mention."""
        import pyarrow.parquet as pq  # noqa: PLC0415 - heavy

        columns = ["mention_id", "text", "status"]
        table = pq.read_table(self.folder / "mentions.parquet", columns=columns)
        return list(zip(*(table.column(name).to_pylist() for name in columns), strict=True))


def explain(mention_id: str, out: str | Path, config_dir: Path | None = None) -> str:
    """Return the story of a mention as lines of text.

    Args:
        mention_id: its id, or a beginning of it that no other has.
        out: the output folder.
        config_dir: folder of the lexicons, for the candidates of a place; without it they are left
            out.

    Raises:
        UsageError: there is no such mention.
        OutputError: nothing is published there.
    """
    reader = Reader(Path(out))
    found = reader.rows("mentions", mention_id=mention_id)
    if not found:
        found = reader.rows("mentions", mention_id=_complete(mention_id, reader))
    mention = found[0]
    (document,) = reader.rows("documents", document_id=mention["document_id"])
    lines = [
        f"{mention['mention_id']}: {mention['label']} {mention['text']!r}, {_standing(mention)}",
        *_where(mention, document, reader),
        *_source(mention, document, reader),
        _line("found by", f"{mention['recognizer']}, rule {mention['rule']}, {_form(mention)}"),
        *_rivals(mention, reader),
        *_values(mention, reader),
        *_entity(mention, reader, config_dir),
        *_statement(mention, reader),
        *_by_hand(mention, reader),
    ]
    return "\n".join(lines)


def _line(head: str, text: str) -> str:
    return f"  {head:<{_WIDTH}}{text}"


def _complete(given: str, reader: Reader) -> str:
    """Return the only id that begins as given.

    Raises:
        UsageError: none does, or several; the nearest ones are named.
    """
    known = reader.mentions()
    starting = [name for name, _, _ in known if given and name.startswith(given)]
    if len(starting) == 1:
        return starting[0]
    place = f"explain {given}"
    if starting:
        shown = ", ".join(sorted(starting)[:_NEAR])
        raise UsageError(place, f"{len(starting)} mentions begin so", f"write more of it: {shown}")
    spelled = sorted((status != "kept", name) for name, text, status in known if text == given)
    if spelled:
        shown = ", ".join(name for _, name in spelled[:_NEAR])
        raise UsageError(place, "a text, not the id of a mention", f"it is the text of: {shown}")
    ranked = sorted((-_common(given, name), name) for name, _, _ in known)
    near = f"the nearest: {', '.join(name for _, name in ranked[:_NEAR])}" if ranked else ""
    raise UsageError(place, "no such mention", near or "the table mentions is empty")


def _common(one: str, other: str) -> int:
    """Return at how many places two ids agree, counted from both ends."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    for a, b in zip(reversed(one), reversed(other), strict=False):
        if a != b:
            break
        length += 1
    return length


def _standing(mention: Record) -> str:
    reason = f": {mention['reason']}" if mention["reason"] else ""
    return f"{mention['status']}{reason} (score {mention['score']})"


def _form(mention: Record) -> str:
    return {"name": "a full name", "short": "a short form"}.get(
        mention["form"], "stands for a name"
    )


def _where(mention: Record, document: Record, reader: Reader) -> Iterator[str]:
    text, start, end = document["text"], mention["start"], mention["end"]
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    yield _line(
        "document", f"{document['document_id']}, line {line}, column {column} ({start}..{end})"
    )
    before = text[max(0, start - _AROUND, text.rfind("\n", 0, start) + 1) : start]
    after = text[end : end + _AROUND].partition("\n")[0]
    yield _line("text", f"{before}[{text[start:end]}]{after}")
    for segment in reader.rows("segments", segment_id=mention["segment_id"]):
        place = [segment["kind"]]
        place += [f"{key} {segment[key]}" for key in ("table", "row", "column") if segment[key]]
        if segment["header"]:
            place.append(f"header {segment['header']!r}")
        yield _line("segment", ", ".join(place))


def _source(mention: Record, document: Record, reader: Reader) -> Iterator[str]:
    """Yield the runs of the source map the mention is made of, and what was dropped inside it."""
    runs = sorted(
        reader.rows("source_map", document_id=mention["document_id"]), key=lambda run: run["seq"]
    )
    position = 0
    for run in runs:
        start = position if run["start"] is None else run["start"]
        position = start if run["end"] is None else run["end"]
        is_inside = mention["start"] < start < mention["end"] and start == position
        if not is_inside and not (start < mention["end"] and mention["start"] < position):
            continue
        first, last = max(start, mention["start"]), min(position, mention["end"])
        shown = f" {document['text'][first:last]!r}" if first < last else ""
        yield _line("source", f"{run['op']}{shown} (rule {run['rule']}){_origin(run, first, last)}")


def _origin(run: Record, first: int, last: int) -> str:
    """Say where in the file the characters are."""
    parts = []
    if run["source_start"] is not None:
        low, high = run["source_start"], run["source_end"]
        if run["op"] == "copied":
            low, high = low + first - run["start"], low + last - run["start"]
        parts.append(f"characters {low}..{high} of the file")
    parts += [f"{key} {run[key]}" for key in ("page", "sheet", "cell", "paragraph") if run[key]]
    return ", " + ", ".join(parts) if parts else ""


def _rivals(mention: Record, reader: Reader) -> Iterator[str]:
    """Yield the other claims on the same characters, with their verdict."""
    claims = reader.rows("mentions", document_id=mention["document_id"])
    claims.sort(key=lambda row: (row["status"] != "kept", row["start"], -row["end"], row["label"]))
    for other in claims:
        overlaps = other["start"] < mention["end"] and mention["start"] < other["end"]
        if overlaps and other["mention_id"] != mention["mention_id"]:
            yield _line(
                "also there",
                f"{other['label']} {other['text']!r} {other['start']}..{other['end']} by "
                f"{other['recognizer']} ({other['rule']}): {_standing(other)}",
            )


def _values(mention: Record, reader: Reader) -> Iterator[str]:
    for name in _VALUES:
        for row in reader.rows(name, mention_id=mention["mention_id"]):
            yield _line("value", f"{name}: {_shown(row, 'mention_id')}")
    if mention["label"] == "URL":
        for row in reader.rows("links", document_id=mention["document_id"], start=mention["start"]):
            yield _line("value", f"links: {_shown(row, 'document_id', 'start', 'end')}")


def _entity(mention: Record, reader: Reader, config_dir: Path | None) -> Iterator[str]:
    if mention["label"] not in _ENTITIES:
        return
    name, key = _ENTITIES[mention["label"]]
    if mention["entity_id"] is None:
        yield _line("entity", "none")
    else:
        for row in reader.rows(name, **{key: mention["entity_id"]}):
            yield _line("entity", f"{name}: {_shown(row)}")
            if mention["label"] == "CITY":
                yield _line("linked by", f"{row['link_method']}, score {row['link_score']}")
                yield from _candidates(mention, row, config_dir)


def _candidates(mention: Record, city: Record, config_dir: Path | None) -> Iterator[str]:
    if config_dir is None:
        return
    for line in describe_candidates(
        mention["text"], city["country_code"], city["city_id"], config_dir
    ):
        yield _line("candidate", line)


def _statement(mention: Record, reader: Reader) -> Iterator[str]:
    if mention["statement_id"] is None:
        return
    for row in reader.rows("statements", statement_id=mention["statement_id"]):
        speaker = "nobody named"
        for person in reader.rows("people", person_id=row["person_id"] or ""):
            speaker = person["name"]
        yield _line(
            "said in", f"{row['statement_id']}: {row['kind']} by {speaker} (rule {row['rule']})"
        )


def _by_hand(mention: Record, reader: Reader) -> Iterator[str]:
    for row in reader.rows(
        "diagnostics", document_id=mention["document_id"], start=mention["start"]
    ):
        yield _line("noted", f"{row['place']}: {row['message']}")


def _shown(row: Record, *without: str) -> str:
    """Return the values of a row that tell something, in the order of the table."""
    parts = []
    for name, value in row.items():
        if name in without or value in (None, [], ""):
            continue
        shown = " | ".join(value) if isinstance(value, list) else value
        if isinstance(value, Decimal):
            shown = format(value.normalize(), "f")
        parts.append(f"{name} {shown}")
    return ", ".join(parts)
