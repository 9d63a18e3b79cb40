"""When an extracted entity counts as the one a person annotated.

Contract: every comparison looks at normalized text (compatibility forms, 臺 as 台, no white space
and no quote marks), so that a difference of typography is never an error.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_DROPPED = frozenset("「」『』《》〈〉“”‘’\"'")
_UNITS = str.maketrans("个国项场届张亿万两岁间块条颗台周", "個國項場屆張億萬兩歲間塊條顆臺週")
_CURRENCIES = {
    "美元": "usd",
    "美金": "usd",
    "us$": "usd",
    "新台幣": "twd",
    "新臺幣": "twd",
    "台幣": "twd",
    "臺幣": "twd",
    "nt$": "twd",
    "歐元": "eur",
    "人民幣": "cny",
    "日圓": "jpy",
    "percent": "%",
    "百分比": "%",
}
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entity of a gold file or of a prediction; fields that its type lacks are empty.

    Attributes:
        surfaces: normalized forms in the text.
        shown: the first forms as written, for reports.
        names: English names, normalized (cities).
        country: ISO 3166-1 alpha-2 (cities, countries).
        titles: normalized titles (people).
        affiliations: as written (people).
        is_affiliated: false if the affiliation itself is empty, alternatives or not.
        value, units: number and normalized units (quantities).
        dates: ISO dates, the gold's first form first.
        city: normalized English name of the owner (initiatives).
        is_in_text: false if year or month of a gold date is not in the text.
    """

    surfaces: frozenset[str]
    shown: str
    names: tuple[str, ...]
    country: str
    titles: tuple[str, ...]
    affiliations: tuple[str, ...]
    is_affiliated: bool
    value: float | None
    units: tuple[str, ...]
    dates: tuple[str, ...]
    city: str
    is_in_text: bool


def read_entry(data: Mapping[str, Any]) -> Entry:
    """Read one entity in the form of the gold files."""
    written = strings(data.get("surface"))
    return Entry(
        surfaces=frozenset(map(normalize, written)) - {""},
        shown="|".join(written[:3]),
        names=tuple(map(normalize_latin, _both(data, "name_en"))),
        country=str(data.get("country_iso2") or data.get("iso2") or "").upper(),
        titles=tuple(map(normalize, strings(data.get("titles") or data.get("title")))),
        affiliations=_both(data, "affiliation"),
        is_affiliated=bool(strings(data.get("affiliation"))),
        value=data.get("value"),
        units=tuple(map(_unit, [data.get("unit"), *(data.get("unit_alt") or ())])),
        dates=_both(data, "iso"),
        city=normalize_latin(data.get("city_en") or ""),
        is_in_text=data.get("from_text") is not False,
    )


def name_forms(gold: Mapping[str, Any], kind: str, key: str) -> dict[str, tuple[str, ...]]:
    """Return for each name of an entity of the gold every name it is given.

    Args:
        gold: a gold file.
        kind: the list of entities, such as ``cities``.
        key: what holds their names, such as ``name_en``; alternatives count, too.
    """
    forms: dict[str, tuple[str, ...]] = {}
    for entity in gold.get(kind) or []:
        names = _both(entity, key)
        forms.update((normalize_latin(name), names) for name in names)
    return forms


def strings(value: Any) -> tuple[str, ...]:
    """Return the non-blank strings of a value that may be one string, a list, or missing."""
    values = [value] if isinstance(value, str) else value or []
    return tuple(text for text in values if isinstance(text, str) and text.strip())


def normalize(text: str) -> str:
    """Return the form in which surfaces are compared.

    >>> normalize("「臺北通 ＡＰＰ」")
    '台北通app'
    """
    text = unicodedata.normalize("NFKC", text).replace("臺", "台").replace("祕", "秘")
    return "".join(c for c in text if not c.isspace() and c not in _DROPPED).casefold()


def normalize_latin(text: str) -> str:
    """Return the form in which names in Latin letters are compared.

    >>> normalize_latin("City of Medellín") == normalize_latin("Medellin City")
    True
    """
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold().translate(_LETTERS)
    text = " ".join(re.sub(r"[^0-9a-z\u3400-\u9fff ]+", " ", text).split())
    text = re.sub(r"^(the )?(city|municipality) of ", "", text)
    return re.sub(r" (city|municipality|metropolitan city)$", "", text).replace(" ", "")


def contains_either(some: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether one text stands in another of at least two characters, either way round."""
    others = list(others)
    return any(
        min(len(one), len(other)) >= 2 and (one in other or other in one)
        for one in some
        for other in others
    )


def is_same_city(predicted: Entry, gold: Entry) -> bool:
    """Compare English name and country."""
    return bool(set(predicted.names[:1]) & set(gold.names)) and predicted.country == gold.country


def is_same_country(predicted: Entry, gold: Entry) -> bool:
    """Compare the ISO code."""
    return predicted.country == gold.country


def is_same_quantity(predicted: Entry, gold: Entry) -> bool:
    """Compare the value, and the unit with any unit the gold allows."""
    if predicted.value is None or gold.value is None:
        return False
    is_close = abs(predicted.value - gold.value) <= 1e-6 * max(1.0, abs(gold.value))
    return is_close and predicted.units[0] in gold.units


def is_same_date(predicted: Entry, gold: Entry) -> bool:
    """Compare the ISO date with any the gold allows."""
    return bool(set(predicted.dates) & set(gold.dates))


def is_same_owner(predicted: Entry, gold: Entry) -> bool:
    """Compare the owning city; none equals none."""
    return predicted.city == gold.city


def is_same_title(predicted: Entry, gold: Entry) -> bool:
    """Tell whether a title is shared; true where the text gives none.

    A title may be written with its office (交通局長 for 局長), but 副市長 is not 市長.
    """
    return not gold.titles or any(
        _is_title(one, other) for one in predicted.titles for other in gold.titles
    )


def is_same_affiliation(predicted: Entry, gold: Entry) -> bool:
    """Tell whether an affiliation is shared, with or without 政府, 市 and the like."""
    if not predicted.affiliations and not gold.is_affiliated:
        return True
    return any(
        _is_body(one, other) for one in predicted.affiliations for other in gold.affiliations
    )


def _both(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Return the values of a key and of its alternatives."""
    return (*strings(data.get(key)), *strings(data.get(key + "_alt")))


def _unit(text: str | None) -> str:
    unit = normalize(text or "").translate(_UNITS)
    return _CURRENCIES.get(unit, unit)


def _is_title(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return longer.endswith(shorter) and not longer.removesuffix(shorter).endswith("副")


def _is_body(one: str, other: str) -> bool:
    shorter, longer = sorted((_stem(one), _stem(other)), key=len)
    is_near = len(shorter) >= 2 and 2 * len(shorter) >= len(longer) and shorter in longer
    latin = normalize_latin(one)
    return shorter == longer or is_near or (bool(latin) and latin == normalize_latin(other))


def _stem(text: str) -> str:
    text = normalize(text)
    return re.sub(r"(政府|市議會|縣政府|市府|市|縣)$", "", text) or text
