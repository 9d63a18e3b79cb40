"""What is told of the named initiatives that were found: owner, status and domains.

Contract: only initiatives both in the gold and in the prediction are judged; a gold entry without
the key ``status`` or ``theme`` says nothing about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.contract.entities import THEMES
from pipeline.outputs.evaluate_figures import Mistake, Score
from pipeline.outputs.evaluate_match import Entry, name_forms, normalize_latin, read_entry

Answer = Mapping[str, Any]

THEME_ORDER = tuple(f"theme {theme}" for theme in THEMES)
DETAIL_ORDER = ("initiative owner", "initiative status", *THEME_ORDER)


def score_details(gold: Answer, predicted: Answer) -> dict[str, Score]:
    """Return the scores of owner, status and each domain, by the names in `DETAIL_ORDER`."""
    scores: dict[str, Score] = {}
    forms = name_forms(gold, "cities", "name_en")
    for wanted, entry, given in _pairs(gold, predicted):
        owner = _values(wanted, "city_en")
        names = {normalize_latin(name) for name in forms.get(entry.city, ())} | {entry.city}
        is_right = any(read_entry(item).city in names for item in given)
        _count(scores, "initiative owner", is_right, entry, owner, _shown(given, "city_en"))
        if "status" in wanted:
            status = _values(wanted, "status")
            told = _shown(given, "status")
            _count(scores, "initiative status", bool(status & told), entry, status, told)
        if "theme" in wanted:
            _count_themes(scores, entry, _values(wanted, "theme"), _shown(given, "theme"))
    return scores


def macro_f1(scores: Mapping[str, Score]) -> float | None:
    """Return the mean F1 of the domains the gold holds, or None if it holds none."""
    told = [score.f1 for name in THEME_ORDER if (score := scores.get(name)) and score.gold]
    return sum(told) / len(told) if told else None


def _pairs(gold: Answer, predicted: Answer) -> Iterator[tuple[Answer, Entry, list[Answer]]]:
    """Yield the gold initiatives that were found, with the predictions that found them."""
    given = [(read_entry(item), item) for item in predicted.get("initiatives") or []]
    for wanted in gold.get("initiatives") or []:
        entry = read_entry(wanted)
        found = [item for one, item in given if one.surfaces & entry.surfaces]
        if found:
            yield wanted, entry, found


def _values(item: Answer, key: str) -> set[str]:
    value = item.get(key)
    return {value} if isinstance(value, str) else set(value or ())


def _shown(given: Sequence[Answer], key: str) -> set[str]:
    return {value for item in given for value in _values(item, key)}


def _count(
    scores: dict[str, Score],
    name: str,
    is_right: bool,
    entry: Entry,
    wanted: set[str],
    given: set[str],
) -> None:
    score = scores.setdefault(name, Score())
    score.gold += 1
    score.predicted += 1
    score.found += is_right
    score.right += is_right
    if not is_right:
        detail = f"{'/'.join(sorted(wanted)) or '-'} not {'/'.join(sorted(given)) or '-'}"
        score.mistakes.append(Mistake("WRONG", name, entry.shown, detail))


def _count_themes(
    scores: dict[str, Score], entry: Entry, wanted: set[str], given: set[str]
) -> None:
    for theme in THEMES:
        score = scores.setdefault(f"theme {theme}", Score())
        score.gold += theme in wanted
        score.predicted += theme in given
        if theme in wanted and theme in given:
            score.found += 1
            score.right += 1
        elif theme in wanted or theme in given:
            what = "MISS" if theme in wanted else "WRONG"
            score.mistakes.append(Mistake(what, f"theme {theme}", entry.shown))
