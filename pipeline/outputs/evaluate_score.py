"""Precision, recall and F1 of one document against its gold annotation.

Contract: predictions that hit the same gold entity count once, so that an answer per mention and
an answer per entity score alike; what the gold calls optional is neither right nor wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pipeline.outputs import evaluate_match as match
from pipeline.outputs.evaluate_figures import Mistake, Score
from pipeline.outputs.evaluate_match import Entry, normalize, normalize_latin
from pipeline.outputs.evaluate_statements import score_statements

TYPES = ("cities", "countries", "people", "orgs", "quantities", "dates", "initiatives")
LINKS: Mapping[str, tuple[tuple[str, Callable[[Entry, Entry], bool]], ...]] = {
    "cities": (("cities linked", match.is_same_city),),
    "countries": (("countries linked", match.is_same_country),),
    "people": (
        ("people+aff linked", match.is_same_affiliation),
        ("people+title linked", match.is_same_title),
    ),
    "quantities": (("quantities linked", match.is_same_quantity),),
    "dates": (("dates linked", match.is_same_date),),
    "initiatives": (("initiatives linked", match.is_same_owner),),
}
ORDER = (
    *TYPES,
    "agreements",
    "agreements (parties)",
    *(name for kind in TYPES for name, _ in LINKS.get(kind, ())),
    "quantities measured",
    "rows",
    "rows text",
    "statements",
    "statements linked",
    *(f"{kind} lenient" for kind in TYPES),
)
_TAG = re.compile(r"<[^>]*>")

Answer = Mapping[str, Any]


def score_document(gold: Answer, predicted: Answer, text: str) -> dict[str, Score]:
    """Score one document; ``text`` is the text the predictions point into."""
    full = normalize(text)
    body = _body(gold, full)
    scores: dict[str, Score] = {}
    for kind in TYPES:
        optional = frozenset(map(normalize, gold.get("optional", {}).get(kind, [])))
        wanted = [match.read_entry(item) for item in gold.get(kind) or []]
        given = [match.read_entry(item) for item in predicted.get(kind) or []]
        given = [entry for entry in given if _is_in_body(entry, body, full)]
        scores[kind] = _score_entries(kind, wanted, given, optional)
        scores[f"{kind} lenient"] = _score_entries(kind, wanted, given, optional, is_lenient=True)
        for name, is_linked in LINKS.get(kind, ()):
            scores[name] = _score_entries(name, wanted, given, optional, is_linked=is_linked)
    scores["agreements"] = _score_agreements(gold, predicted, with_type=True)
    scores["agreements (parties)"] = _score_agreements(gold, predicted, with_type=False)
    if gold.get("rows"):
        scores["rows"], scores["rows text"] = _score_rows(gold["rows"], predicted.get("rows") or [])
    if gold.get("statements"):
        said = _with_forms(gold)
        scores.update(score_statements(said, predicted.get("statements") or [], body))
    return scores


def _with_forms(gold: Answer) -> list[Answer]:
    """Return the statements of the gold with every form of the speaker's and the city's name."""
    cities = match.name_forms(gold, "cities", "name_en")
    people = match.name_forms(gold, "people", "surface")
    found: list[Answer] = []
    for item in gold["statements"]:
        named = match.strings(item.get("speaker"))
        forms = [form for name in named for form in people.get(normalize_latin(name), ())]
        other_cities = cities.get(normalize_latin(item.get("city_en") or ""), ())
        found.append({**item, "speaker": [*named, *forms], "city_en_alt": other_cities})
    return found


def _body(gold: Answer, full: str) -> str:
    """Cut the normalized text to what was annotated."""
    first, last = (
        normalize(_TAG.sub("", gold.get(key) or "")) for key in ("body_start", "body_end")
    )
    start = max(full.find(first), 0) if first else 0
    end = full.rfind(last) if last else -1
    return full[start : end + len(last) if end >= 0 else len(full)]


def _is_in_body(entry: Entry, body: str, full: str) -> bool:
    """Tell whether a prediction is to be judged: not if it stands only outside the body."""
    if not entry.surfaces:
        return False
    is_inside = any(surface in body for surface in entry.surfaces)
    return is_inside or not any(surface in full for surface in entry.surfaces)


def _score_entries(
    name: str,
    wanted: Sequence[Entry],
    given: Sequence[Entry],
    optional: frozenset[str],
    *,
    is_lenient: bool = False,
    is_linked: Callable[[Entry, Entry], bool] | None = None,
) -> Score:
    """Count hits of predictions on gold entities, once per gold entity."""
    excused: list[Entry] = []
    if name == "dates linked":
        excused = [entry for entry in wanted if not entry.is_in_text]
        wanted = [entry for entry in wanted if entry.is_in_text]
    may_contain = name.startswith(("orgs", "initiatives"))
    found: set[int] = set()
    right: set[int] = set()
    wrong: dict[object, Entry] = {}
    for entry in given:
        hits = [i for i, gold in enumerate(wanted) if _is_hit(entry, gold, is_lenient)]
        linked = [i for i in hits if is_linked is None or is_linked(entry, wanted[i])]
        if linked:
            found.update(linked)
            right.add(min([i for i in linked if i not in right] or linked))
        elif hits:
            wrong.setdefault(min(hits), entry)
        elif not (
            any(_is_hit(entry, gold, is_lenient) for gold in excused)
            or entry.surfaces & optional
            or (may_contain and match.contains_either(entry.surfaces, optional))
        ):
            wrong.setdefault(entry.surfaces, entry)
    mistakes = [
        Mistake("MISS", name, gold.shown, _detail(gold))
        for i, gold in enumerate(wanted)
        if i not in found
    ]
    mistakes += [Mistake("WRONG", name, entry.shown, _detail(entry)) for entry in wrong.values()]
    return Score(len(wanted), len(found), len(right) + len(wrong), len(right), mistakes)


def _is_hit(entry: Entry, gold: Entry, is_lenient: bool) -> bool:
    if entry.surfaces & gold.surfaces:
        return True
    return is_lenient and match.contains_either(entry.surfaces, gold.surfaces)


def _detail(entry: Entry) -> str:
    """Show the attributes an entry has, for the list of mistakes."""
    values: dict[str, object] = {
        "name": "/".join(entry.names),
        "country": entry.country,
        "title": "/".join(entry.titles),
        "of": "/".join(entry.affiliations),
        "value": entry.value,
        "unit": "/".join(filter(None, entry.units)),
        "date": "/".join(entry.dates),
        "city": entry.city,
    }
    return " ".join(f"{key}={value}" for key, value in values.items() if value not in ("", None))


def _score_agreements(gold: Answer, predicted: Answer, *, with_type: bool) -> Score:
    """Compare the sets of (type, parties); topic and status are not looked at."""
    names = _party_names(gold)
    wanted = _agreement_keys(gold.get("agreements"), names, with_type)
    optional = _agreement_keys(gold.get("optional", {}).get("agreements"), names, with_type)
    given = _agreement_keys(predicted.get("agreements"), names, with_type) - (optional - wanted)
    kind = "agreements" if with_type else "agreements (parties)"
    mistakes = [Mistake("MISS", kind, " + ".join(key)) for key in sorted(wanted - given)]
    mistakes += [Mistake("WRONG", kind, " + ".join(key)) for key in sorted(given - wanted)]
    right = len(wanted & given)
    return Score(len(wanted), right, len(given), right, mistakes)


def _party_names(gold: Answer) -> dict[str, str]:
    """Map every way to name a city of the gold to its English name."""
    names: dict[str, str] = {}
    for city in gold.get("cities") or []:
        english = normalize_latin(city["name_en"])
        for form in (*match.strings(city.get("surface")), city["name_en"]):
            names[normalize(form)] = names[normalize_latin(form)] = english
        for form in match.strings(city.get("name_en_alt")):
            names[normalize(form)] = names[normalize_latin(form)] = english
    return names


def _agreement_keys(
    agreements: Sequence[Answer] | None, names: Mapping[str, str], with_type: bool
) -> set[tuple[str, ...]]:
    keys = set()
    for agreement in agreements or ():
        parties = {_party(name, names) for name in agreement.get("parties") or ()}
        kind = [str(agreement.get("type") or "other").casefold()] if with_type else []
        keys.add((*kind, *sorted(parties)))
    return keys


def _party(name: str, names: Mapping[str, str]) -> str:
    full = normalize(name)
    short = re.sub(r"(政府|市府)$", "", full)
    return names.get(full) or names.get(short) or names.get(normalize_latin(name)) or full


def _score_rows(wanted: Sequence[Answer], given: Sequence[Answer]) -> tuple[Score, Score]:
    """Compare table rows by number: place and person, and the text by its head, tail and length."""
    by_number = {str(row.get("no")): row for row in given}
    rows, texts = Score(gold=len(wanted)), Score(gold=len(wanted))
    rows.predicted = len(by_number)
    texts.predicted = sum(1 for row in by_number.values() if row.get("text"))
    for gold in wanted:
        number = str(gold["no"])
        row = by_number.get(number)
        if row is None:
            rows.mistakes.append(Mistake("MISS", "rows", number))
            continue
        is_right = {"place": _is_row_place(row, gold), "person": _is_row_person(row, gold)}
        _count(rows, all(is_right.values()), Mistake("WRONG", "rows", number, f"{is_right} {row}"))
        text = _plain(row.get("text") or "")
        if text:
            detail = f"{text[:14]} ... {text[-14:]} ({len(text)})"
            _count(texts, _is_row_text(text, gold), Mistake("WRONG", "rows text", number, detail))
    return rows, texts


def _count(score: Score, is_right: bool, mistake: Mistake) -> None:
    if is_right:
        score.found += 1
        score.right += 1
    else:
        score.mistakes.append(mistake)


def _is_row_place(row: Answer, gold: Answer) -> bool:
    if str(row.get("country_iso2") or "").upper() != gold["country_iso2"]:
        return False
    city = normalize_latin(row.get("city_en") or "")
    if gold.get("city_en"):
        names = [gold["city_en"], *match.strings(gold.get("city_en_alt"))]
        return city in map(normalize_latin, names)
    shorter, longer = sorted(
        (normalize(row.get("office") or ""), normalize(gold["office"])), key=len
    )
    return not city and bool(shorter) and shorter in longer and len(longer) <= 2 * len(shorter)


def _is_row_person(row: Answer, gold: Answer) -> bool:
    names = [gold["person"] or "", *match.strings(gold.get("person_alt"))]
    return normalize_latin(row.get("person") or "") in map(normalize_latin, names)


def _is_row_text(text: str, gold: Answer) -> bool:
    is_framed = text.startswith(_plain(gold["text_head"])) and text.endswith(
        _plain(gold["text_tail"])
    )
    return is_framed and abs(len(text) - gold["text_chars"]) <= 0.05 * gold["text_chars"] + 2


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", _TAG.sub("", text)))
