"""What is left of an organization's name without the place it belongs to.

Contract: pure strings; two names of one office of one city give the same core.
"""

from __future__ import annotations

from pipeline.language import views

_PLACE = views.pattern(
    "[^市縣]{1,12}?(?:特別市|廣域市|(?<![都城])市|縣|州|郡)?(?:市政府|縣政府|州政府|政府|市府|縣府)(?=..)"
    "|[^市縣]{1,12}?(?:特別市|廣域市|(?<![都城夜超])市(?![場政民])|縣)(?=..)"
    "|[市縣](?![場政民容區鎮立人]|議會|代表)(?=..)"
)
# |民盟|北京市委員會: the party that a committee of a place is of.
PARTIES = ("中共", "共青團", "民進", "民盟", "民建", "民革", "農工黨", "致公黨", "九三學社", "臺盟")
_PARTY = views.pattern("|".join(PARTIES))
_SET_UP = views.pattern("^(?:國立)?(?:財團法人)?")
_FORM = views.pattern("國立|財團法人|社團法人|行政法人")


def core_name(name: str) -> str:
    """Return the folded name without place, government and legal form.

    >>> names = ("臺北市政府資訊局", "北市府資訊局", "臺北市資訊局", "市資訊局", "都市發展局")
    >>> [core_name(name) for name in names]
    ['资讯局', '资讯局', '资讯局', '资讯局', '都市发展局']
    >>> core_name("市場處"), core_name("市議會")
    ('市场处', '市议会')
    >>> core_name("民盟北京市委員會"), core_name("民革北京市委員會")
    ('民盟委员会', '民革委员会')
    >>> core_name("臺南市立圖書館") == core_name("市圖書館")
    True
    >>> core_name("國立臺灣大學") == core_name("台灣大學")
    True
    """
    key = views.key(name)
    party = key[: party_length(key)]
    key = key.removeprefix(party)
    form = _FORM.match(key)
    if form is not None and len(key) - form.end() > 3:
        key = key[form.end() :]
    place = _PLACE.match(key)
    # 臺南市|立|圖書館
    return party + (key[place.end() :].removeprefix("立") if place else key)


def party_length(view: str) -> int:
    """Return the length of the party that a folded name begins with, 0 if none.

    >>> party_length(views.fold("民盟北京市委員會")), party_length(views.fold("北京市委員會"))
    (2, 0)
    """
    party = _PARTY.match(view)
    return party.end() if party else 0


def plain_name(name: str) -> str:
    """Return the key of a name without the legal form of a school or foundation.

    >>> plain_name("国立清华大学") == plain_name("清華大學")
    True
    """
    return _SET_UP.sub("", views.key(name))


def is_local_office(name: str) -> bool:
    """Whether a government is that of a district, township or village, not of a city.

    >>> [is_local_office(name) for name in ("板橋區公所", "錦安里辦公處", "臺北市政府")]
    [True, True, False]
    """
    return views.key(name).endswith(("公所", "办公处"))
