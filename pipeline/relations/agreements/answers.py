"""What an answer makes of an agreement with a city it names: 考納斯沒有.

Contract: pure look-ups on the answers of a document.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import views
from pipeline.relations.agreements.rows import Party
from pipeline.relations.agreements.standing import StatusWords
from pipeline.relations.surroundings import Surroundings

# 市府沒有答應，也沒有在談
_NEVER = views.pattern(
    "(?:沒有|並未|未|沒|不曾|從未|不會|不)[^,。;]{0,3}(?:答應|同意|承諾|在談|談過|接受|這回事|此事|這件事)"
)


def answered(
    around: Surroundings, position: int, group: Sequence[Party], words: StatusWords
) -> str | None:
    """Return what an answer makes of an agreement with a city it names: 考納斯沒有."""
    for party in group if around.answer_at(position) else ():
        if party.city_id not in (None, around.home):
            whole, said = around.answers_on(position, party.city_id or "")
            if _NEVER.search(whole):
                return "denied"
            if said and (words.find(said, "denied") or words.denies(said)):
                return "denied"
            if said and words.made.search(said):
                return "signed"
    return None
