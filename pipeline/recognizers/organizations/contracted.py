"""Find firms by what only firms do: 由|中科暢行|承建, |Talkdesk|得標.

Contract: looked for where no other rule claims a body; a name of ordinary words is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.language import views
from pipeline.language.words import is_ordinary, words_between
from pipeline.recognizers.organizations.generic import GENERIC
from pipeline.recognizers.organizations.latin import NO_FIRMS
from pipeline.recognizers.organizations.lexicon import OrganizationsLexicon, OrganizationValue
from pipeline.recognizers.page import Claim, Page

_WORKS = "(?:承建|承攬|承包|承造|承運|承做|得標|中標|維運|運維|代操作|供貨|監造)"
_DOES = f"(?:公司|集團)?(?:負責|統一|獨家|聯合|共同)?{_WORKS}"
# 以|BOT|承攬方式, AI|維運平台: the work is no deed.
_NOUN = (
    "(?:平台|平臺|系統|人員|團隊|中心|費|成本|經費|模式|方式|方案|計[畫劃]|商|權|案|業務|技術"
    "|服務|經驗|能力|機制|作業|管理)"
)
_BY = "(?:由|[廠建]商|業者|企業|系統商|開發商|營運商)"
_HAN = views.pattern(f"{_BY}(?P<name>[\u3400-\u9fff]{{2,8}}?)(?={_DOES}(?!{_NOUN}))")
_LETTER = "[0-9A-Za-zÀ-ʯ&'’.-]"
_LATIN = views.pattern(
    f"{_BY} ?(?P<name>[A-Z]{_LETTER}*(?: [A-Z]{_LETTER}*){{0,3}})(?= ?{_DOES}(?!{_NOUN}))"
)
# The first sign of such a deed.
_MARK = views.scanner(_WORKS)
# Any firm, or somebody who is none.
_ANYBODY = views.pattern(
    ".*(?:廠商|業者|公司|企業|集團|單位|團隊|人員|工人|機關|部門|政府|[市縣州省]府|公所|學生|志工|民間|地方"
    "|中央|自己|專人|員工|承包商|[建商]商|營造廠|學校|大學|委員會|協會|[局處署所課科室隊組院廠人者家方]"
    "|先生|女士|經理|[標電農嬤公婆裝])$"
    "|同[業一樣行]|[該本各某另其原每哪誰一二兩三四五六七八九十多數另外這那]"
)
_LONGEST_PERSON = 3


def find_contracted(
    page: Page, taken: Sequence[Claim], lexicon: OrganizationsLexicon
) -> Iterator[Claim]:
    """Yield the firms that words of building, winning or running a contract tell.

    Args:
        page: the page.
        taken: the bodies found by other rules.
        lexicon: heads and boundaries.
    """
    for piece in page.pieces_with(_MARK):
        for pattern in (_HAN, _LATIN):
            for match in pattern.finditer(page.view, piece.start, piece.end):
                start, end = match.span("name")
                if any(claim.start < end and start < claim.end for claim in taken):
                    continue
                if pattern is _HAN and not _is_name(page, start, end, lexicon):
                    continue
                if page.text[start:end] in NO_FIRMS or any(
                    p.start < end and start < p.end for p in page.of_label("CITY", "COUNTRY")
                ):
                    continue  # 由|屏東|小農供貨, 由|西班牙|商承攬
                value = OrganizationValue("company", page.view[start:end][-2:])
                yield Claim(start, end, "ORGANIZATION", "contracted", 0.7, value=value)


def _is_name(page: Page, start: int, end: int, lexicon: OrganizationsLexicon) -> bool:
    """Whether the characters name one firm: no boundary, no word for anybody, no row of words."""
    name, bodies = page.view[start:end], lexicon.bodies
    if name in GENERIC or _ANYBODY.match(name) or lexicon.titles.ending(name, len(name)):
        return False
    if any(bodies.strong.starting(page.view, at, end) for at in range(start, end)):
        return False
    # 由|王小明|承包
    if len(name) <= _LONGEST_PERSON and name[0] in lexicon.slots.names.singles:
        return False
    # 稳|懋|海事: the dictionary cuts what it does not know into signs.
    sizes = [high - low for low, high, _ in words_between(page.words, start, end)]
    return (1, 1) in pairwise(sizes) or not is_ordinary(page.words, start, end)
