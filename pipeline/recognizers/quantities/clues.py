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


def of_left_word(form: str, place: str, sort: str) -> Clues:
    """The last word of a stretch before the number."""
    return [f"Lf{form}", f"Lc{form[-1]}{sort}", f"{place}f{form}{sort}", f"uw{form}"]


def of_counted(form: str, unit: str) -> Clues:
    """How well a unit goes with what it may count: 艘 with 船."""
    return [f"uc{unit} {form[-1]}", f"uw{unit} {form}"]


def of_left_way(place: str, sort: str, words: int, verbs: int, nouns: int) -> Clues:
    """How much lies between a stretch and the number behind it."""
    return [f"{place}c{words}{sort}", f"{place}v{verbs}n{nouns}{sort}"]


def of_left_inside(place: str, inside: int, clause: str) -> Clues:
    """How many of the nouns lie between without a mark."""
    return [f"{place}i{inside}", f"{place}i{inside}G{clause}"]


def of_left_tag(place: str, sort: str, is_idle: bool, tag: str) -> Clues:
    """Of what kind the last word is, and whether what lies between tells nothing."""
    idle = f"{place}idle{is_idle}"
    return [f"{place}t{tag}{sort}", f"{idle}{sort}", f"{idle}{tag}"]


def of_left_next(near: str, sort: str) -> Clues:
    """The word behind a stretch before the number."""
    return [f"Lx{near}", f"Lx{near}{sort}"]


def of_left_tags(place: str, near_tag: str, tag: str, last_tag: str) -> Clues:
    """The kinds of the words behind a stretch before the number, and right before the number."""
    return [f"{place}xt{near_tag} {tag}", f"{place}xx{near_tag} {last_tag}"]


def of_left_forms(forms: str) -> Clues:
    """The few words between a stretch and the number behind it, the last first."""
    return [f"Lb{forms}"]


def of_left_begin(form: str, before: str) -> Clues:
    """The first word of a stretch before the number, and the word before it."""
    return [f"LSf{form}", f"LSb{before}"]


def of_left_begin_tags(tag: str, before_tag: str) -> Clues:
    """The kinds of these two words."""
    return [f"LS{tag}", f"LSbt{before_tag}", f"LSbt{before_tag} {tag}"]


def of_pattern(side: str, pattern: str, place: str, sort: str) -> Clues:
    """Of what words a stretch is."""
    return [f"{side}P{pattern}", f"{side}P{pattern}{place}{sort}"]


def of_size(side: str, sort: str, size: int, count: int) -> Clues:
    """How long a stretch is."""
    return [f"{side}N{size}", f"{side}N{count} {sort}"]


def of_right_way(sort: str, words: int, verbs: int, nouns: int, tag: str) -> Clues:
    """What lies between the number and a stretch behind it."""
    return [f"Rc{words}{sort}", f"Rv{verbs}n{nouns}{sort}", f"Rt{tag}{sort}"]


def of_right_word(form: str, tag: str, before: str, before_tag: str) -> Clues:
    """The first word of a stretch behind the number, and the word before it."""
    return [f"Rs{form}", f"Rx{before}", f"Rxt{before_tag} {tag}"]


def of_right_forms(forms: str) -> Clues:
    """The few words between the number and a stretch behind it."""
    return [f"Rb{forms}"]


def of_right_end(tag: str, form: str, near: str, near_tag: str, sort: str) -> Clues:
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
        f"uw{form}",
    ]
