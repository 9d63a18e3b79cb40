"""Columns told by those beside them: representatives beside a column of offices are names.

Contract: the roles of a column depend on its own table alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.language.columns import column_role, has_title, is_name

Place = tuple[int, int]
# 伊藤由美子, 高橋誠司: as long as names of Japan, whatever they end in.
_LONG_NAME = re.compile(r"[\u3400-\u9fff]{4,5}")


def roles_of_columns(
    headers: Mapping[Place, str], samples: Mapping[Place, Sequence[str]]
) -> dict[Place, str]:
    """Return the role of each column of all tables, by table and number.

    Beside a column of offices, representatives without an office are names.

    >>> roles_of_columns({(1, 1): "代表", (1, 2): "職稱"}, {(1, 1): ["許國棟"], (1, 2): ["局長"]})
    {(1, 1): 'person', (1, 2): 'title'}
    """
    roles = {place: column_role(headers[place], texts) for place, texts in samples.items()}
    offices = {table for (table, _), role in roles.items() if role == "title"}
    for place, role in roles.items():
        if role == "representative" and place[0] in offices and _are_persons(samples[place]):
            roles[place] = "person"
    return roles


def _are_persons(samples: Sequence[str]) -> bool:
    """Tell whether no cell says an office and most have the shape of a name."""
    filled = [sample.strip() for sample in samples if re.search(r"\w", sample)]
    named = sum(is_name(one) or _LONG_NAME.fullmatch(one) is not None for one in filled)
    return named * 2 > len(filled) and not any(map(has_title, filled))
