"""Whether short references (柯市長) lead to the person named in full elsewhere in the document.

Contract: only gold files with the key ``short_references`` are judged; a reference is right if one
predicted person has both the short form and a form of the full name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.language.lexemes import is_han
from pipeline.outputs.evaluate_figures import Mistake, Score
from pipeline.outputs.evaluate_match import normalize, read_entry

Answer = Mapping[str, Any]
SHORT = "short references"


def score_short_references(gold: Answer, predicted: Answer) -> dict[str, Score]:
    """Return the score of the short references, nothing if the gold holds none."""
    wanted = gold.get("short_references") or []
    if not wanted:
        return {}
    score = Score()
    people = [
        read_entry(person).surfaces | {normalize(person.get("name") or "")} - {""}
        for person in predicted.get("people") or []
    ]
    same = [read_entry(person).surfaces for person in gold.get("people") or []]
    for item in wanted:
        short, full = normalize(item["surface"]), normalize(item["full"])
        names = {full}.union(*(forms for forms in same if full in forms)) - {short}
        found = [forms for forms in people if any(_is_form(short, form) for form in forms)]
        is_right = any(forms & names for forms in found)
        score.gold += 1
        score.found += is_right
        score.predicted += bool(found)
        score.right += is_right
        if not is_right:
            what = "WRONG" if found else "MISS"
            score.mistakes.append(Mistake(what, SHORT, item["surface"], f"of={item['full']}"))
    return {SHORT: score}


def _is_form(short: str, form: str) -> bool:
    """Whether a predicted form is the short one.

    盧市長 is in 盧市長定國, Vrbický is Vrbický副市長, Chang is Mr. Chang.
    """
    title = short.removeprefix(form)
    is_titled = title not in (short, "") and not is_han(form[0]) and is_han(title[0])
    before = short.removesuffix(form)
    is_addressed = before not in (short, "") and not any(map(is_han, short))
    return form.startswith(short) or is_titled or is_addressed
