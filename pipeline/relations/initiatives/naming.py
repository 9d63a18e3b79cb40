"""Which names of a document are one initiative's: spellings, a short name, one without its head.

Contract: `merge_names` joins groups of mentions under the key of the longer name; a name that may
be short for two is left alone, and so is one that another city owns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.recognizers.initiatives.lexicon import InitiativeLexicon
from pipeline.relations.initiatives.owners import find_owner
from pipeline.relations.initiatives.values import is_named
from pipeline.relations.surroundings import Surroundings

_GLOSS = re.compile(r"\([^()]*\)$")
_APP = re.compile(r"(?<=[\u3400-\u9fff]{3})app$")
# 農業雲平台（以下簡稱|農業雲; a name and one in other letters: 夜貓公車（|Night Owl Bus|）
_TOLD = views.pattern(
    r"[」》\"]?(?:計畫|計劃|專案|方案|平台|系統|服務|App)?\s?[(,]\s?"
    r"(?:(?:以?下文?|後文|本文|[英中]文)?(?:簡稱|稱|又稱|亦稱|俗稱|暱稱|又名|名稱?)[為作叫]?|即|原)?[:\s「《\"]*"
)
_REACH = 16
# What a name keeps at least without its head or the beginning that a later mention leaves out.
_STEM, _TAIL = 3, 6
# How sure owners are that keep two names apart.
_SURE = 6


def initiative_key(name: str) -> str:
    """Return the form under which two spellings of a name are one initiative.

    >>> initiative_key("台北通 APP") == initiative_key("臺北通App") == initiative_key("台北通")
    True
    >>> initiative_key("265 計畫") == initiative_key("265计划")
    True
    """
    key = views.key(_GLOSS.sub("", views.fold(name)))
    return _APP.sub("", key.replace("计画", "计划"))


def merge_names(
    around: Surroundings, groups: Mapping[str, Sequence[Mention]], lexicon: InitiativeLexicon
) -> dict[str, list[Mention]]:
    """Return the groups of mentions, those of a short name with those of the name it stands for."""
    named = {key: mentions for key, mentions in groups.items() if is_named(mentions[0])}
    longer: dict[str, set[str]] = {}
    for key, mentions in named.items():
        for short, is_tail in _shorter(around, key, mentions[0], lexicon):
            other = named.get(short)
            if other is None or short == key:
                continue
            if is_tail and other[0].start < mentions[0].start:
                continue
            if not _are_apart(around, mentions[0], other[0], lexicon):
                longer.setdefault(short, set()).add(key)
    whole = {short: keys.pop() for short, keys in longer.items() if len(keys) == 1}
    whole.update(_told(around, named))
    merged: dict[str, list[Mention]] = {}
    for key, mentions in groups.items():
        merged.setdefault(_last(whole, key), []).extend(mentions)
    return {key: sorted(found, key=lambda one: one.start) for key, found in merged.items()}


def _last(whole: Mapping[str, str], key: str) -> str:
    """Return the name that a short name of a short name stands for."""
    for _ in range(len(whole)):
        if key not in whole:
            break
        key = whole[key]
    return key


def _told(
    around: Surroundings, named: Mapping[str, Sequence[Mention]]
) -> Iterator[tuple[str, str]]:
    """Yield short names that a text gives right behind a name, with that name."""
    doc = around.doc
    for key, mentions in named.items():
        first = mentions[0]
        told = _TOLD.match(doc.view, first.end, first.end + _REACH)
        beside = doc.kept_in(told.end(), told.end() + 2 * _REACH, "INITIATIVE") if told else []
        if told is None or not beside or beside[0].start != told.end() or not is_named(beside[0]):
            continue
        short = initiative_key(beside[0].text)
        is_foreign = first.text.isascii() != beside[0].text.isascii()
        is_closed = doc.view[beside[0].end :][:2].strip('」》" ')[:1] == ")"
        is_said = told[0].strip('」》「《" ')[-1:] not in "(,"
        if short != key and (is_said or (is_foreign and is_closed)):
            yield short, key


def _shorter(
    around: Surroundings, key: str, mention: Mention, lexicon: InitiativeLexicon
) -> Iterator[tuple[str, bool]]:
    """Yield the keys that other mentions of a name may have; a mere tail of it only later ones."""
    doc = around.doc
    headed = lexicon.head_of(doc.view, mention.start, mention.end)
    if headed is not None and headed[1].mode in {"name", "used", "cue"}:
        stem = initiative_key(mention.text[: len(mention.text) - len(headed[0])])
        if len(stem) >= _STEM:
            yield stem, False
    for city in doc.opening(mention, "CITY"):
        rest = initiative_key(doc.text[city.end : mention.end].lstrip("市縣"))
        if len(rest) >= _STEM:
            yield rest, False
    for start in range(1, len(key) - _TAIL + 1):
        yield key[start:], True


def _are_apart(
    around: Surroundings, one: Mention, other: Mention, lexicon: InitiativeLexicon
) -> bool:
    """Whether two names are surely of two cities."""
    owners = [find_owner(around, mention, lexicon) for mention in (one, other)]
    return len({owner.city_id for owner in owners if owner.strength >= _SURE}) > 1
