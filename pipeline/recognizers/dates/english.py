"""How English writes dates: June 25, 25 June 2022, June 2022, 2022 June 25, 23-25 June 2022.

Contract: a month is a date only with a day or a year beside it; each pattern looks at a bounded
number of characters.
"""

from __future__ import annotations

import re

from pipeline.language.calendar import month_named
from pipeline.language.views import pattern
from pipeline.recognizers.dates.values import Point

_MONTH = (
    "(?P<m>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?(?![A-Za-z])"
)
_D = "(?:3[01]|[12][0-9]|0?[1-9])(?:(?:st|nd|rd|th)(?![a-z])|(?![0-9]))"
_Y = "(?:1[89]|20|21)[0-9]{2}(?![0-9])"
_TO = "[ ]?(?:-|~|to|and|&)[ ]?"

# June 25, 2022; in June 23-25, 2022 the first day has the year of the second.
MONTH_DAY = pattern(
    rf"(?<![A-Za-z]){_MONTH}[ ]?(?P<d>{_D})(?![ ]?(?:%|[個人位項]))"
    rf"(?:(?:,[ ]?|[ ])(?P<y>{_Y})|(?={_TO}{_D},?[ ](?P<y2>{_Y})))?"
)
MONTH_YEAR = pattern(rf"(?<![A-Za-z]){_MONTH},?[ ](?P<y>{_Y})")
# 25 June 2022; in 23-25 June 2022 the first day has the month of the second.
DAY_MONTH = pattern(
    rf"(?<![0-9.])(?P<d>{_D})(?:[ -]?(?:of[ ])?{_MONTH}(?:,?[ -](?P<y>{_Y}))?"
    rf"|(?={_TO}{_D}[ ]{_MONTH.replace('?P<m>', '?P<m2>')}(?:,?[ ](?P<y2>{_Y}))?))"
)
YEAR_MONTH = pattern(rf"(?P<y>{_Y})[ ]{_MONTH}(?:[ ](?P<d>{_D}))?")
# 05/20/2015, 20/5/2015: the number above twelve is the day, else the month stands first, but in
# 5.3.2015 the day does.
SLASHED = pattern(
    rf"(?<![0-9./-])(?P<a>[0-9]{{1,2}})(?P<s>[/.-])(?P<b>[0-9]{{1,2}})(?P=s)(?P<y>{_Y})(?!(?P=s))"
)


def read_slashed(found: re.Match[str]) -> Point | None:
    """Return the date of a match of `SLASHED`, or None."""
    one, two = int(found["a"]), int(found["b"])
    day, month = (one, two) if one > 12 or (found["s"] == "." and two <= 12) else (two, one)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Point(*found.span(), "numeric", int(found["y"]), month, day)


def read_day_month(found: re.Match[str]) -> Point | None:
    """Return the date of a match of one of the patterns."""
    groups = found.groupdict()
    name = groups["m"] or groups.get("m2") or ""
    year, day = groups.get("y") or groups.get("y2"), groups.get("d")
    return Point(
        *found.span(),
        "month",
        int(year) if year else None,
        month_named(name),
        int(day.rstrip("stndrh")) if day else None,
    )
