"""Columns told by those beside them: representatives beside a column of offices are names.

Contract: the roles of a column depend on its own table alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.language import views
from pipeline.language.columns import column_role, has_title, is_name
from pipeline.language.japanese_names import given_score, is_family
from pipeline.language.turned_columns import Place, turned_columns

# What names of columns are by themselves, below a first one that says what they are.
_SORTS = {
    "city": ("city",),
    "person": ("person",),
    "representative": ("person", "representative"),
    "organization": ("organization",),
}
_HAN = re.compile(r"[\u3400-\u9fff]+")
# 誠司, 正道: given names of Japan may end like bodies.
_ENDS_MEN = frozenset(views.fold("司里道"))
_DOUBLE = views.pattern(
    "(?:歐陽|司馬|司徒|上官|諸葛|皇甫|令狐|尉遲|夏侯|端木|范姜|張簡)[\u3400-\u9fff]{1,2}"
)
# 金門縣府, 江原道, 微軟公司: how places and bodies begin and end.
_BODY = views.pattern(
    "(?:[臺台]|新[北竹]|桃園|苗栗|彰化|南投|雲林|嘉義|高雄|屏東|宜蘭|花蓮|澎湖|金門|連江|馬祖|馬公|基隆|江原).*"
    "|.*[市縣鄉鎮區州省道府會司廠園橋商大局處署部院所圈館校社隊團店港站場村里塔宮廟科課室組系黨]"
    "|.{2,}市.*"
)


def roles_of_columns(
    headers: Mapping[Place, str], samples: Mapping[Place, Sequence[str]]
) -> dict[Place, str]:
    """Return the role of each column of all tables, by table and number.

    Beside a column of offices, representatives without an office are names.

    >>> roles_of_columns({(1, 1): "代表", (1, 2): "職稱"}, {(1, 1): ["許國棟"], (1, 2): ["局長"]})
    {(1, 1): 'person', (1, 2): 'title'}
    """
    roles = {place: column_role(headers[place], texts) for place, texts in samples.items()}
    for table, column in _corners(headers, roles):
        roles[table, column] = "other"
    for place, role in roles.items():
        if role == "organization" and _are_sentences(samples[place]):
            roles[place] = "content"
    for table, columns in turned_columns(headers, samples).items():
        roles.update(dict.fromkeys(((table, column) for column in columns), "content"))
    offices = {table for (table, _), role in roles.items() if role == "title"}
    for place, role in roles.items():
        if role == "representative" and place[0] in offices and _are_persons(samples[place]):
            roles[place] = "person"
    return roles


def _corners(headers: Mapping[Place, str], roles: Mapping[Place, str]) -> list[Place]:
    """Return the first columns whose header tells what the others are: 城市 | 臺北市 | 東京.

    >>> _corners({(1, 1): "議員", (1, 2): "王大明", (1, 3): "李小華"}, {(1, 1): "representative"})
    [(1, 1)]
    """
    names: dict[int, list[str]] = {}
    for (table, column), header in headers.items():
        if column > 1:
            is_word = column_role(header, ()) != "other"  # 我方城市 | 對方城市
            names.setdefault(table, []).append("" if is_word else column_role(None, [header]))
    return [
        (table, column)
        for (table, column), role in roles.items()
        if column == 1
        and role in _SORTS
        and table in names
        and sum(one in _SORTS[role] for one in names.get(table, ())) * 2 >= len(names[table])
    ]


def _are_sentences(samples: Sequence[str]) -> bool:
    """Tell whether most cells end like sentences, so that they are more than names of bodies."""
    return 2 * sum(sample.endswith(("。", "！", "？")) for sample in samples) > len(samples)


def _are_persons(samples: Sequence[str]) -> bool:
    """Tell whether no cell says an office, most are names, and bodies are few if any."""
    filled = [sample.strip() for sample in samples if re.search(r"\w", sample)]
    bodies = sum(map(_is_body, filled))
    if any(map(has_title, filled)) or bodies * 4 > len(filled):
        return False
    return sum(map(_is_person, filled)) * 2 > len(filled)


def _is_body(text: str) -> bool:
    """Tell whether a cell begins or ends like a place or body: 高雄港務, 金管會, but 中村誠司."""
    folded = views.fold(text)
    is_man = folded[-1] in _ENDS_MEN and _is_japanese(folded)
    return _BODY.fullmatch(folded) is not None and not is_man


def _is_person(text: str) -> bool:
    """Tell whether a cell is a name: one of four signs or more has a family name of two or three.

    >>> [_is_person(one) for one in ("伊藤由美子", "歐陽美華", "高雄港務", "金管會")]
    [True, True, False, False]
    """
    folded = views.fold(text)
    if not _HAN.fullmatch(folded) or (len(folded) < 4 and not _is_body(text)):
        return is_name(text)
    is_double = _DOUBLE.fullmatch(folded) is not None
    return (is_double or _is_japanese(folded)) and not _is_body(text)


def _is_japanese(folded: str) -> bool:
    """Tell whether four signs or more may be a family and a given name of Japan."""
    return len(folded) > 3 and any(
        is_family(folded[:at]) and 0 < len(folded) - at < 4 and given_score(folded[at:]) > 0
        for at in (2, 3)
    )
