"""Which claims of bodies stand: the longest of those that overlap, and parts joined to their body.

Contract: the claims of one piece in, those that stand out, by position.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.recognizers.organizations.lexicon import OrganizationValue
from pipeline.recognizers.page import Claim

# What a body calls its parts.
_BRANCHES = tuple(
    views.fold(head)
    for head in (
        *("辦事處", "事務所", "分公司", "分院", "分行", "支社"),
        *("分局", "分會", "分校", "分處", "分館"),
    )
)
_GROUP = views.fold("小組")
_OF_COUNCILS = tuple(map(views.fold, ("小組", "委員會", "事務組")))
# 宏碁|日本代表處, 高雄市政府|駐東京辦公室: what a firm or a government has elsewhere.
_POSTS = views.pattern("(?:[駐在]|(?=.*代表[處部]$)).*(?:代表處|代表部|辦公室|聯絡處)")
# 國土交通省|北陸地方|整備局
_REGION = views.pattern(
    "(?:[東西南北中][部區]|(?<=[省部院署局])[\u3400-\u9fff]{2}地方|第[0-9一二三四五六七八九十]{1,2})$"
)
_LONGEST_REGION = 4
_OWNERS = (
    ("company", "company"),
    ("ministry", "hospital"),
    ("university", "research"),
    ("research", "research"),
)
_SENDERS = frozenset(("company", "government", "agency", "council", "international"))
# The union of bodies of one kind: 技師公會|全國聯合會.
_UNION = views.pattern(
    "(?:中華民國|全國|全省|全球|國際|世界|臺灣)(?:聯合總?會|總會|聯盟|聯誼會|促進會)"
)


def settle(found: Sequence[Claim]) -> list[Claim]:
    """Keep the longest of claims that overlap, and the government an office's name begins with."""
    if len(found) < 2:
        return [*found]
    kept: list[Claim] = []
    owner: dict[int, Claim] = {}
    for claim in sorted(found, key=lambda c: (c.start - c.end, c.start, -c.score)):
        owners = {id(owner.get(at)): owner.get(at) for at in range(claim.start, claim.end)}
        outer = next(iter(owners.values()))
        if len(owners) == 1 and (outer is None or _is_part(claim, outer)):
            kept.append(claim)
            for at in range(claim.start, claim.end):
                owner.setdefault(at, claim)
    return kept


def joined(view: str, claims: Sequence[Claim]) -> list[Claim]:
    """Join a body and the part right behind it: 美國在台協會|台北辦事處, 交通部|公路局."""
    ordered = sorted(claims, key=lambda c: (c.start, -c.end))
    result: list[Claim] = []
    for claim in ordered:
        if result and result[-1].rule == "union" and claim.end <= result[-1].end:
            continue
        region = _REGION.search(view, max(0, claim.start - _LONGEST_REGION), claim.start)
        start = region.start() if region and _kind(claim) == "agency" else claim.start
        before = [at for at in range(len(result))[-2:] if result[at].end in (start, claim.start)]
        last = result[before[-1]] if before else None
        if last is not None and _is_whole(view, last, claim):
            value = last.value if view.endswith(_BRANCHES, claim.start, claim.end) else claim.value
            whole = Claim(last.start, claim.end, "ORGANIZATION", "branch", 0.85, value=value)
            result[before[-1]] = whole
            continue
        union = _UNION.match(view, claim.end) if _kind(claim) == "association" else None
        result.append(replace(claim, end=union.end(), rule="union") if union else claim)
    return result


def _kind(claim: Claim) -> str:
    return getattr(claim.value, "kind", "")


def _is_whole(view: str, first: Claim, second: Claim) -> bool:
    """Whether the second of two claims side by side is a part of the body the first names."""
    # 市議會|國際友城專案小組, 國會|外交委員會
    is_of_council = first.rule == "generic" and _kind(first) == "council"
    if is_of_council and view.endswith(_OF_COUNCILS, second.start, second.end):
        return second.form == "name"
    if first.form != "name":
        return False
    if view.endswith(_BRANCHES, second.start, second.end):
        return True
    kinds = _kind(first), _kind(second)
    if second.form != "name" or not is_han(view[second.start]):
        return False
    if kinds[0] in _SENDERS and _POSTS.fullmatch(view, second.start, second.end):
        return True
    # 浙江大學|寧波研究院, 市議會|國際友城專案小組
    is_own = kinds in _OWNERS
    return is_own or (
        kinds[1] in ("agency", "ministry")
        and kinds[0] not in ("government", "media")
        # 觀光新聞處 and its 國際交流小組 are told each.
        and not view.endswith(_GROUP, second.start, second.end)
    )


def _is_part(inner: Claim, outer: Claim) -> bool:
    """Whether the inner claim is the government an office belongs to."""
    value = inner.value
    return (
        inner.start == outer.start
        and inner.end < outer.end
        and inner.form == "name"
        and isinstance(value, OrganizationValue)
        and value.kind == "government"
    )
