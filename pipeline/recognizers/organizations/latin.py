"""Find organizations written in Latin letters: Cisco Systems, University of Sydney, Kone Oyj.

Contract: a name has a word that says it is a body; offices of people before it (Director of ...)
are no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import views
from pipeline.language.edges import first_signs
from pipeline.language.lexemes import one_of
from pipeline.recognizers.organizations.lexicon import OrganizationValue
from pipeline.recognizers.page import Claim, Page, Piece

_KINDS = {
    "company": (
        "Inc. Inc Ltd. Ltd Limited LLC LLP PLC plc Corp. Corp Corporation Company Co. GmbH AG S.A."
        " S.p.A. SpA S.r.l. Srl SARL SAS S.L. S.A.S. Ltda Lda B.V. BV N.V. NV AB AS ASA"
        " ApS SE KK OÜ Oy Oyj A/S Pty Pte Sdn Berhad Bhd Group Holdings Systems"
        " Technologies Airlines Motors Electric Electronics Telecom"
    ),
    "university": "University Université Universität Universidad Polytechnic",
    "foundation": "Foundation Stiftung Fondation Trust Philanthropies",
    "research": "Institute Institut Instituto Laboratory Observatory",
    "association": "Association Federation Society Chamber Confederation Union League",
    "alliance": "Covenant",
    "hospital": "Hospital",
    "agency": "Agency Authority Bureau Department Commission Board",
    "council": "Council",
    "government": "Government",
    "company bank": "Bank",
}
_KIND_OF = {word: kind.split()[0] for kind, words in _KINDS.items() for word in words.split()}
_FIRST = {
    "University": "university",
    "Institute": "research",
    "Ministry": "ministry",
    "Department": "agency",
    "Bureau": "agency",
    "Office": "agency",
    "Chamber": "association",
    "Transport": "agency",
    "Port": "agency",
    "Committee": "association",
    "Council": "council",
    "Academy": "research",
    "Association": "association",
}
# A first word that is enough with any name behind it: Banco Atlântico, Comune di Torino.
_OPENS = {
    word: kind
    for kind, words in (
        (
            "government",
            "Ajuntament Ayuntamiento Comune Mairie Gemeente Câmara Prefeitura Municipio Alcaldía"
            " Municipality Stadtverwaltung Stadt Ville Landeshauptstadt Commune",
        ),
        ("company", "Banco Banque Banca Grupo Groupe Stadtwerke"),
        ("foundation", "Fundação Fundación Fundació Fondazione"),
        (
            "university",
            "Universidade Universitat Università Universidad Université Universiteit Hochschule"
            " Politecnico Technische École TU ETH KU",
        ),
        ("research", "Institut Instituto Istituto"),
        ("ministry", "Ministerio Ministère Ministero Ministério Bundesministerium"),
    )
    for word in words.split()
}
_TELLING = frozenset([*_KIND_OF, *_FIRST, *_OPENS])
# The first sign of one of them.
_MAY_TELL = re.compile(
    rf"[{''.join(sorted({word[0] for word in _TELLING}))}](?<=(?={one_of(_TELLING)}).)"
)
# So long that no word is longer, so short that a row of letters without end costs little.
_WORD = r"[A-ZÀ-ÖØ-ÞĀ-ž][0-9A-Za-zÀ-ʯ&'’./-]{0,40}"
_SMALL = frozenset(
    """
    of for and de di do da del dos des der den du und et van la los las the &
    """.split()  # noqa: SIM905 - a list of words is read faster than quotes
)
_NAME = re.compile(rf"{_WORD}(?:,? (?:(?:{'|'.join(sorted(_SMALL))}) |d['’]){{0,2}}{_WORD}){{1,7}}")
# What a Latin name is said to be: TOMRA 公司.
_HAN = {
    views.fold(head): kind
    for kind, heads in (
        ("company", "公司 集團 控股 銀行 電信 航空 股份有限公司 有限公司"),
        ("foundation", "基金會"),
        ("university", "大學 理工學院"),
        ("association", "協會 學會 商會"),
        ("alliance", "聯盟"),
        ("research", "研究所 研究院 研究中心"),
    )
    for head in heads.split()
}
_TRADE = (
    "(?:巴士|能源|电力|科技|顾问|资讯|地铁|物流|汽车|通讯|投资|建设|保险|水务|铁路|软体|数据|资料"
    "|航空|工程|媒体|石油|瓦斯|生技|网路|发展|开发|交通|电子|设计|管理|服务|系统|环境|医疗)?"
)
_MIXED = re.compile(rf"(?<![A-Za-z]){_WORD}(?: {_WORD}){{0,3}} ?{_TRADE}({one_of(_HAN)})")
# Ways to work and what works by itself: 由|AI|維運, |App|管理公司.
NO_FIRMS = frozenset(
    (
        *("AI", "AIoT", "IoT", "IT", "ICT", "BOT", "ROT", "PPP", "EPC", "App", "APP", "ERP", "CRM"),
        *("GIS", "GPS", "VR", "AR", "5G", "ESG", "IC", "LED", "EV", "OTA", "SaaS", "Web"),
    )
)
_LATIN = re.compile("[^\u3400-\u9fff]+(?<! )")
# The first sign of a head, or of the trade before it, behind a Latin word.
_KIND = f"{_TRADE}{one_of(_HAN)}"
_MAY_BE_MIXED = re.compile(
    f"[{''.join(sorted(first_signs(_KIND)))}](?<=[0-9A-Za-zÀ-ʯ&'’./ -].)(?<=(?={_KIND}).)"
)
_PERSONS = frozenset(
    """
    Mayor Deputy Vice Minister Director President Professor Prof. Dr. Mr. Ms. Mrs. Chair Chairman
    Chairwoman Chairperson CEO CTO CIO Secretary Governor Councillor Commissioner Head Manager
    Ambassador Representative Senior Executive Chief
    """.split()  # noqa: SIM905 - a list of words is read faster than quotes and commas
)


def find_latin(page: Page) -> Iterator[tuple[Piece, Claim]]:
    """Yield the bodies named in Latin letters, and their pieces.

    >>> page = Page.of("由Cisco Systems與University of Sydney的Director of Dublin City Council")
    >>> [page.text[c.start:c.end] for _, c in find_latin(page)]
    ['Cisco Systems', 'University of Sydney', 'Dublin City Council']
    """
    for piece in page.pieces_with(_MAY_BE_MIXED):
        for match in _MIXED.finditer(page.view, piece.start, piece.end):
            latin = _LATIN.match(match[0])
            if latin and latin[0] in NO_FIRMS:
                continue
            value = OrganizationValue(_HAN[match[1]], match[1])
            yield piece, Claim(*match.span(), "ORGANIZATION", "latin", 0.85, value=value)
    for piece in page.pieces_with(_MAY_TELL):
        for match in _NAME.finditer(page.view, piece.start, piece.end):
            claim = _claim(match)
            if claim is not None:
                yield piece, claim


def _claim(match: re.Match[str]) -> Claim | None:
    """Return the body in a run of capitalised words, behind the offices of people, or None."""
    if _TELLING.isdisjoint(word.rstrip(",") for word in match[0].split()):
        return None
    words = [(m[0], m.start(), m.end()) for m in re.finditer(r"\S+", match[0])]
    offices = (i + 1 for i, word in enumerate(words) if word[0].rstrip(",") in _PERSONS)
    first = max(offices, default=0)
    while first < len(words) and words[first][0] in _SMALL:
        first += 1
    found = _body(words[first:])
    if found is None:
        return None
    start, end, kind, head = found
    span = match.start() + start, match.start() + end
    return Claim(*span, "ORGANIZATION", "latin", 0.8, value=OrganizationValue(kind, head))


def _body(words: list[tuple[str, int, int]]) -> tuple[int, int, str, str] | None:
    """Return start, end, kind and head of the body that words name, or None."""
    if len(words) < 2:
        return None
    if words[0][0] in _FIRST and words[1][0] in ("of", "for"):
        return words[0][1], words[-1][2], _FIRST[words[0][0]], words[0][0]
    if words[0][0] in _OPENS and "," not in words[0][0]:
        return words[0][1], words[-1][2], _OPENS[words[0][0]], words[0][0]
    heads = [i for i, word in enumerate(words) if i and word[0].rstrip(",") in _KIND_OF]
    if not heads:
        return None
    last = heads[-1]
    head = words[last][0].rstrip(",")
    end = words[last][2] - (len(words[last][0]) - len(head))
    if last + 1 < len(words) and words[last + 1][0] in ("of", "for"):
        end = words[-1][2]
    elif last + 2 == len(words) and _KIND_OF[head] == "university":
        end = words[-1][2]  # Erasmus University| Rotterdam
    elif last + 1 < len(words):
        return None
    return words[0][1], end, _KIND_OF[head], head
