"""Whether somebody's name is one of Taiwan, China, Hong Kong or Macao, by how it is written.

Contract: pure look-ups; a foreigner is mayor of no city there, a Japanese of none but in Japan.
"""

from __future__ import annotations

import re

from pipeline.language import views
from pipeline.linking.people_groups import Written
from pipeline.recognizers.people.lexicon import PeopleLexicon
from pipeline.relations.neighbours import Neighbours

# （泰雅族）, （排灣族名 Ljegean）
_OF_PEOPLE = views.pattern(
    "\\([^()\n]{0,4}(?:(?:泰雅|阿美|排灣|布農|卑南|魯凱|鄒|賽夏|雅美|達悟|邵|噶瑪蘭|太魯閣|撒奇萊雅|賽德克"
    "|拉阿魯哇|卡那卡那富|平埔|西拉雅)族|原住民)"
)
# Chen Chi-mai
ROMANIZED = re.compile(r"[A-Z][a-z]+-[a-z]")
# （Mike Rawlings）
_IN_LATIN = re.compile(r"\s?[(（]((?:[A-Z][^\W\d_]*[.'’-]?[ ]){1,3}[A-Z][\w'’-]+)[)）]")
# Signs at the end of foreign names that no given name of two signs ends with.
_OF_SOUNDS = frozenset(views.fold("斯爾茲頓特姆堡茨"))
_SHORTEST_JAPANESE = 4
_SHORTEST_NAME = 2


def is_foreign(near: Neighbours, written: Written, lexicon: PeopleLexicon) -> bool:
    """Whether a name is no Chinese one: Latin, dotted, Japanese, or longer than those are.

    Whom a bracket calls one of Taiwan's peoples is no foreigner: 馬尼拉・尤幹（泰雅族）.
    """
    view = views.fold(written.name)
    if _OF_PEOPLE.match(near.doc.view, written.mention.end):
        return False
    if written.is_latin or "·" in view or is_japanese(view, lexicon):
        return True
    if written.mention.form != "name" or len(view) < _SHORTEST_NAME:
        return False
    family, given = lexicon.han.split(view)
    if family is None or given is None:
        return True
    is_of_sounds = len(given) > 1 and given[-1] in _OF_SOUNDS
    return is_of_sounds or _is_called_else(near, written, family, lexicon)


def _is_called_else(
    near: Neighbours, written: Written, family: str, lexicon: PeopleLexicon
) -> bool:
    """Whether a Latin name in brackets behind a name does not spell its family: 羅林斯（Mike…）.

    People of Macao have Portuguese names beside their own.
    """
    if near.countries.get(near.home or "") == "MO":
        return False
    latin = _IN_LATIN.match(near.doc.text, written.mention.end)
    if latin is None or ROMANIZED.search(latin[1]):
        return False
    return family not in lexicon.han.readings.of(latin[1])


def is_japanese(view: str, lexicon: PeopleLexicon) -> bool:
    """Whether a name can only be a Japanese one."""
    han = lexicon.han
    if han.doubles.starting(view, 0, len(view)):
        return False
    family = han.japanese.starting(view, 0, len(view))
    # 佐藤勇: no Chinese is called 佐.
    is_sure = len(view) >= _SHORTEST_JAPANESE or family == len(view)
    return family > 1 and (is_sure or view[0] not in han.singles)


def may_be_japanese(view: str, lexicon: PeopleLexicon) -> bool:
    """Whether a name begins with a Japanese family name of two signs: 松山寬."""
    return lexicon.han.japanese.starting(view, 0, len(view)) > 1
