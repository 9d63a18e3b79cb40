"""What speaks for a stretch, by the words in it and beside it.

Contract: each function returns features, and its arguments are all it looks at, so that what they
weigh can be kept.  ``place`` is the clause the stretch lies in (L0 that of the number, L1 the one
before), ``sort`` the sort of dimension, and tags are those of the dictionary.
"""

from __future__ import annotations

Clues = list[str]


def of_unit(size: int) -> Clues:
    """The unit itself as what is counted: 三站."""
    return [f"U long {size}"]


def of_told(
    name: str, is_same: bool, sort: str, clause: str, gap: str, far: int, clauses: int
) -> Clues:
    """What a number before measures, and how far off it stands."""
    return [
        f"N{name} {is_same}",
        f"N{name} {is_same}{sort}",
        f"N{name} gap {gap}",
        f"N{name} far {far}{is_same}",
        f"N{name} clauses {clauses}{is_same}",
        f"N{name}{clause} {is_same}",
    ]


def of_left_word(form: str, place: str, sort: str, unit: str) -> Clues:
    """The last word of a stretch before the number, and how well the unit goes with it."""
    end = f"Lf{form}", f"Lc{form[-1]}{sort}", f"{place}f{form}{sort}"
    return [*end, *_counted(form, unit)]


def of_left_way(
    place: str,
    sort: str,
    words: int,
    verbs: int,
    nouns: int,
    inside: int,
    clause: str,
    is_idle: bool,
    tag: str,
) -> Clues:
    """What lies between a stretch and the number behind it."""
    return [
        f"{place}c{words}{sort}",
        f"{place}v{verbs}n{nouns}{sort}",
        f"{place}t{tag}{sort}",
        f"{place}i{inside}",
        f"{place}i{inside}G{clause}",
        f"{place}idle{is_idle}{sort}",
        f"{place}idle{is_idle}{tag}",
    ]


def of_left_next(place: str, sort: str, near: str, near_tag: str, tag: str, last_tag: str) -> Clues:
    """The words behind a stretch before the number, and right before the number."""
    about = f"{place}xt{near_tag} {tag}", f"{place}xx{near_tag} {last_tag}"
    return [f"Lx{near}", f"Lx{near}{sort}", *about]


def of_left_forms(forms: str) -> Clues:
    """The few words between a stretch and the number behind it, the last first."""
    return [f"Lb{forms}"]


def of_left_begin(tag: str, form: str, before: str, before_tag: str) -> Clues:
    """The first word of a stretch before the number, and the word before it."""
    about = f"LSbt{before_tag}", f"LSbt{before_tag} {tag}"
    return [f"LS{tag}", f"LSf{form}", f"LSb{before}", *about]


def of_shape(side: str, pattern: str, place: str, sort: str, size: int, count: int) -> Clues:
    """How long a stretch is, and of what words."""
    found = [f"{side}P{pattern}", f"{side}P{pattern}{place}{sort}"]
    return [*found, f"{side}N{size}", f"{side}N{count} {sort}"]


def of_right_way(sort: str, words: int, verbs: int, nouns: int, tag: str) -> Clues:
    """What lies between the number and a stretch behind it."""
    return [f"Rc{words}{sort}", f"Rv{verbs}n{nouns}{sort}", f"Rt{tag}{sort}"]


def of_right_word(form: str, tag: str, before: str, before_tag: str) -> Clues:
    """The first word of a stretch behind the number, and the word before it."""
    return [f"Rs{form}", f"Rx{before}", f"Rxt{before_tag} {tag}"]


def of_right_forms(forms: str) -> Clues:
    """The few words between the number and a stretch behind it."""
    return [f"Rb{forms}"]


def of_right_end(tag: str, form: str, near: str, near_tag: str, sort: str, unit: str) -> Clues:
    """The last word of a stretch behind the number, and the word behind it."""
    end = form[-1]
    return [
        f"RE{tag}",
        f"REf{form}",
        f"REc{end}{sort}",
        f"REb{near}",
        f"REbt{near_tag}",
        f"REbt{near_tag} {tag}",
        f"REcb{end} {near}",
        *_counted(form, unit),
    ]


def _counted(form: str, unit: str) -> Clues:
    """How well a unit goes with what it may count: 艘 with 船."""
    return [f"uc{unit} {form[-1]}", f"uw{unit} {form}", f"uw{form}"]
