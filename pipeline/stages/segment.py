"""Segment: blocks to the full list of segments, with sentences inside the blocks.

Contract: pure; leaves tile the text: every character is in exactly one leaf, and a leaf owns the
white space after it.  Blocks keep their ids; ``seq`` is reading order, parents first.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from pipeline.contract import Document, Segment, Tables
from pipeline.ids import make_id
from pipeline.language import views
from pipeline.language.quotes import paired
from pipeline.language.sentences import field_starts, sentence_starts

_CUT = ("paragraph", "list_item", "turn", "cell")


def run(tables: Tables, resources: object = None) -> Tables:
    """Return the segments of all documents in ``tables``, sentences included."""
    blocks: dict[str, list[Segment]] = {}
    for segment in tables[Segment]:
        blocks.setdefault(segment.document_id, []).append(segment)
    result = Tables()
    result[Segment] = []
    for document in tables[Document]:
        own = sorted(blocks.get(document.document_id, []), key=lambda segment: segment.seq)
        parents = {segment.parent_id for segment in own}
        seq = 0
        for block in own:
            result[Segment].append(block.clone(seq=seq))
            seq += 1
            if block.kind in _CUT and block.segment_id not in parents:
                for sentence in _sentences(block, seq):
                    result[Segment].append(sentence)
                    seq += 1
    return result


def _sentences(block: Segment, seq: int) -> Iterator[Segment]:
    """Yield the sentences of a leaf block; short cells stay leaves themselves."""
    starts = sentence_starts(paired(block.text))
    if block.kind == "list_item" and ":" in views.fold(block.label or ""):
        starts = sorted({*starts, *field_starts(block.text)})
    if block.kind == "cell" and len(starts) < 2:
        return
    bounds = [*starts, len(block.text)]
    bounds[0] = 0
    for offset, (low, high) in enumerate(itertools.pairwise(bounds)):
        start, end = block.start + low, block.start + high
        yield block.clone(
            segment_id=make_id("segment", block.document_id, "sentence", start, end),
            parent_id=block.segment_id,
            seq=seq + offset,
            kind="sentence",
            start=start,
            end=end,
            label=None,
            text=block.text[low:high],
        )
