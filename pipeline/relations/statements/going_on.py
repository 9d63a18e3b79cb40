"""Whether whoever spoke last goes on where somebody is named again.

Contract: pure look-ups on linked mentions of one block.
"""

from __future__ import annotations

import re

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.statements import speaker_phrases as phrases
from pipeline.relations.statements.speakers import Speaker
from pipeline.relations.statements.speech_verbs import speaks_for_body

PLACES = ("CITY", "COUNTRY")
# A body replies to whoever spoke: 議員質疑太貴，|市府回應….
_REPLIES = views.pattern("(?:書面)?(?:回應|回覆|答覆|澄清|反駁|駁斥|否認|解釋)")
# A sentence that goes on with who spoke: 他也轉述，環保局表示….
_OF_SPEAKER = re.compile("[他她我]|据|根据")


def _opens(near: Neighbours, mention: Mention) -> bool:
    first = phrases.phrase_start(near, mention)
    return first == 0 or near.doc.view[first - 1] in "。!?」\n;"


def goes_on_with(
    near: Neighbours,
    mention: Mention,
    speaker: Speaker,
    last: Speaker,
    reached: int,
    verb: str | None,
) -> bool:
    """Whether the last speaker goes on: the same person, or a body in a sentence of that speaker.

    A body named behind the first clause of a later sentence is another speaker, and so is one that
    replies to the speaker, or says something about another topic.
    """
    if mention.label in ("PERSON", "TITLE"):
        return speaker.person_id == last.person_id and speaker.person_id is not None
    if speaks_for_body(near, mention):
        return False
    first = phrases.phrase_start(near, mention)
    is_reply = verb is not None and _REPLIES.fullmatch(views.fold(verb)) is not None
    is_other = last.person_id is None or speaker.city_id != last.city_id
    is_quoted = near.doc.view.count("「", reached, first) > near.doc.view.count(
        "」", reached, first
    )
    if is_reply and is_other and speaker != last and near.doc.view[first - 1 : first] == ",":
        return is_quoted
    if mention.label in PLACES and _opens(near, mention):
        return speaker.city_id == last.city_id and speaker.country_code == last.country_code
    if mention.label in PLACES:
        return True
    if mention.form != "name" and speaker.city_id == last.city_id:
        return not (_opens(near, mention) and last.person_id is not None)
    view = near.doc.view
    begin = max(view.rfind(mark, reached, first) for mark in "。!?")
    if mention.form == "name" and begin >= 0 and not is_quoted:
        return _OF_SPEAKER.search(view, begin, first) is not None
    return view[first - 1 : first] not in ("。", "!", "?", "」", "\n", ";")
