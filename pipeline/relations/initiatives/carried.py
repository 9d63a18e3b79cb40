"""What the clause before tells of the one that names an initiative: 將撥款三億，推行「…」.

Contract: pure look-ups in the two clauses.
"""

from __future__ import annotations

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.recognizers.initiatives.lexicon import InitiativeLexicon
from pipeline.relations.initiatives.cues import read_cue
from pipeline.relations.surroundings import Surroundings

# How the clause goes on that has no subject of its own: 把…改成「…」, 與…合辦「…」, 先做「…」.
_GOES_ON = views.pattern(
    r"(?:並|再|先|另|還|也|則|來)*(?:[把將用以由與和跟在於]|(?=做|蓋|建|設|辦|推))[^,。;「」]{0,24}$"
)
_DOES = views.pattern(
    "(?:改成|改為|變成|改造成|轉為|做|蓋|[興新擴]?建|[增開]?設)[^,。;「」]{0,10}$"
)
# 明年編列350萬元，先做…
_BUDGET = views.pattern(
    "(?:[明後下]年度?|將|擬)[^,。;]{0,6}(?:編列|匡列|編)(?:了)?(?:[^,。;]{0,4})[\\d〇一二三四五六七八九十百千][^,。;]{0,8}元(?!的)"
)
# 建議中央修法，辦理「…」已三年: it runs.
_SINCE = views.pattern('[」》"\\s]*(?:已|滿|逾)[^,。;]{0,8}(?:年|個月)')
# 實施, 辦理 right before a name tell no time of their own.
_WEAK = views.pattern('(?:實施|辦理|執行|推廣|推動|試營運|試辦|合辦)[「《"\\s]*$')
# 將共同培訓志工，名為「…」
_NAMED = views.pattern("(?:並|也)?(?:名為|取名為?|命名為|定名為|稱為|名叫|叫做?)")
_LEAD = 4


def announced(
    around: Surroundings, mention: Mention, low: int, lexicon: InitiativeLexicon
) -> str | None:
    """Return the plan or wish of the clause before if it goes on in the mention's.

    將撥款三億，推行「…」; 建議比照大阪，試辦「…」.
    """
    view = around.doc.view
    before = view[low : mention.start].strip('「《" ')
    if view[low - 1 : low] != "," or not _goes_on(before, lexicon):
        return None
    first, _ = around.clause(max(low - 2, 0), max(low - 1, 0))
    if _SINCE.match(view, mention.end) or around.doc.kept_in(first, low, "INITIATIVE"):
        return None  # 「甲」明年啟用，縣府也推出「乙」
    for match in lexicon.status_pattern.finditer(view, first, max(first, low - 1)):
        told = read_cue(around, match, first, low - 1, False, lexicon)
        if told in ("planned", "proposed"):
            return told
    return "planned" if _BUDGET.search(view, first, low) else None


def is_weak(around: Surroundings, mention: Mention, low: int) -> bool:
    """Whether only a verb like 實施 right before a name tells that it is done."""
    return _WEAK.search(around.doc.view, low, mention.start) is not None


def _goes_on(before: str, lexicon: InitiativeLexicon) -> bool:
    """Whether a clause up to the name goes on with the clause before: it has no subject."""
    verbs = [m for m in lexicon.verb_pattern.finditer(before) if m.end() == len(before)]
    if verbs and verbs[0].start() <= _LEAD:
        return True
    return bool(_NAMED.fullmatch(before)) or bool(
        _GOES_ON.match(before) and (verbs or _DOES.search(before))
    )
