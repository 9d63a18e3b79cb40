"""Which kinds of agreement the words of a sentence name, one for each of several papers.

Contract: pure look-ups on skeletons.
"""

from __future__ import annotations

import re

from pipeline.language import views
from pipeline.relations.agreements.skeleton import Skeleton
from pipeline.relations.agreements.tokens import TRIGGERS

# Which kind of agreement a word for one names.
KINDS = {
    "mou": "mou",
    "sister": "sister_city",
    "bond": "sister_city",
    "declaration": "declaration",
    "letter": "other",
    "pact": "other",
    "appeal": "declaration",
    "partner": "other",
}
KIND_OF = {token: KINDS[role] for role, token in TRIGGERS.items()}
_PAIR = 2
_SIGNED = ("mou", "letter", "pact", "declaration")
_EACH = views.pattern("分別|各自|個別|依序|依次|先後|陸續|逐一")
_NEXT_PAPER = re.compile(
    f"(?:、|[{views.simplify('與和及跟')}]|以及)[^,。;、]{{0,14}}?([{''.join(TRIGGERS.values())}])"
)
# Another paper of the same parties; no word of time or standing stands before it, and no verb that
# makes it that of others: 簽署備忘錄、呼應巴黎協定, 支持氣候宣言; 推動淨零協議 is one more.
_ONE_MORE = re.compile(
    views.simplify(
        "(?:、|[與和及跟暨]|以及)(?![^,。;、]{0,6}(?:[呼響回]應|遵[守循]|符合|履行|加入"
        "|依[據照]|配合|附[件錄]|原[訂定有]|既有|巴黎|京都議|聯合國)"
        f"|(?:支[持援]|落實|推動|參[與加])[^,。;、]{{0,8}}{TRIGGERS['declaration']})"
    )
    + f"[^,。;、\ue000-\ue0ff]{{0,10}}?([{''.join(TRIGGERS[r] for r in _SIGNED)}])"
    + views.simplify("(?=[,。;!、」》]|$|[各兩]?[一二三兩]?[份項紙]|等)")
)
_COUNTED = views.pattern(r"[一二兩三四五六七八九十\d][份項紙個件][^,。;、]{0,14}$")
# Where 依序與甲、乙 may stand before the first party.
_REACH_EACH = 8


def more_kinds(skeleton: Skeleton, match: re.Match[str]) -> list[str]:
    """Return the kinds of the papers joined to that of a match: 簽署備忘錄與交流協議."""
    text, found = skeleton.text, [KIND_OF[skeleton.text[match.start("t")]]]
    following = _ONE_MORE.match(text, match.start("t") + 1)
    while following:
        found.append(KIND_OF[following[1]])
        following = _ONE_MORE.match(text, following.end())
    return [kind for kind in dict.fromkeys(found) if kind != found[0]]


def each_kind(skeleton: Skeleton, match: re.Match[str], number: int) -> list[str] | None:
    """Return what each of several partners signed: 與甲、乙分別簽署備忘錄與意向書.

    Nothing unless as many papers as partners are joined behind 分別; None where other numbers of
    partners and papers meet one after the other, so that nobody knows who signed which.
    """
    text, trigger = skeleton.text, match.start("t")
    if not _EACH.search(text, max(0, match.start() - _REACH_EACH), trigger):
        return []
    kinds = [KIND_OF[text[trigger]]]
    following = _NEXT_PAPER.match(text, trigger + 1)
    while following:
        kinds.append(KIND_OF[following[1]])
        following = _NEXT_PAPER.match(text, following.end())
    is_many = len(skeleton.named(match.start(), trigger)) > _PAIR
    is_unclear = is_many and len(set(kinds)) > 1 and len(kinds) != number
    if is_unclear and (number < _PAIR or _COUNTED.search(text, 0, trigger)):
        return None
    return kinds if len(kinds) == number > 1 else []
