"""Who said what: rows of tables, turns of transcripts, speeches in prose.

Contract: appends to `DocView.statements` and sets `mention.statement_id` to the innermost statement
around a mention.  Needs roles.  Nothing is said twice: prose is read outside tables and turns only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.contract import Statement
from pipeline.linking.docview import DocView
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.statements.speeches import (
    SpeechLexicon,
    build_speech_lexicon,
    find_speeches,
)
from pipeline.relations.statements.tables import find_rows
from pipeline.relations.statements.turns import find_turns

StatementsLexicon = SpeechLexicon


def build_lexicon(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> StatementsLexicon:
    """Build from the rows of speech_verbs.csv."""
    return build_speech_lexicon(tables)


def find_statements(near: Neighbours, lexicon: StatementsLexicon) -> None:
    """Append the document's statements and mark the mentions inside them."""
    doc = near.doc
    found = [*find_rows(near, lexicon), *find_turns(near), *find_speeches(near, lexicon)]
    found.sort(key=lambda s: (s.start, -s.end, s.statement_id))
    doc.statements.extend(found)
    _mark_mentions(doc, found)


def _mark_mentions(doc: DocView, statements: Sequence[Statement]) -> None:
    """Set the innermost statement of each mention; both are in order of start."""
    opened: list[Statement] = []
    waiting = list(statements)
    at = 0
    for mention in doc.mentions:
        if at < len(waiting) and waiting[at].start <= mention.start:
            while at < len(waiting) and waiting[at].start <= mention.start:
                opened.append(waiting[at])
                at += 1
            opened = [statement for statement in opened if statement.end > mention.start]
        around = [statement for statement in opened if mention.end <= statement.end]
        if around:
            inner = around[0] if len(around) == 1 else min(around, key=_size)
            mention.statement_id = inner.statement_id


def _size(statement: Statement) -> tuple[int, str]:
    return statement.end - statement.start, statement.statement_id
