"""People nobody gives a title: in lists of those present, and those whose age is told.

Contract: yields claims of whole names only; what fills an entry of a list is a name if it reads as
one from end to end.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, pairwise

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.language.unlisted_names import read_filling
from pipeline.recognizers.page import Claim, Piece
from pipeline.recognizers.people.labels import JOBS
from pipeline.recognizers.people.latin import latin_at, latin_before, latin_claim
from pipeline.recognizers.people.scene import Scene
from pipeline.recognizers.people.titles import han_claim

# 出席者：王小明、李大同; 觀察員：格但斯克市 國際科 Ewa Nowicka
PRESENT = views.pattern(
    "(?:[一二三四五六七八九十]+、|[(][一二三四五六七八九十0-9]+[)]|[0-9]+[.、])?[ ]?"
    "(出[ ]*席|列[ ]*席|出[(]?列[)]?席|與會|參加|參與|請假|缺席|陪同|隨行|同行|觀察|與談|評審|審查"
    "|指導|見證|受邀|邀請|簽到)"
    "(?:者|人|人員|委員|貴賓|來賓|代表|單位|機關|名單|及請假|員)*[ ]?:"
)
# 林佳龍|曾任|臺中市長
APPOINTED = views.pattern(
    "(?:目前|現在|先前|過去|同時|當時|後來|也|亦|並|將|已|剛|曾|再度|首度|今年|去年|[0-9]{2,4}年)*"
    "(?:擔任|出任|接任|就任|當選|獲聘為|獲任命為|升任|調任|轉任|兼任|現任|曾任|時任|身兼|獲選為"
    "|獲推舉為|繼任|受聘為|歷任|現職[為是]?|現為)"
)
# 局長一職由|陳中和|接任
_GIVEN = (
    "由(?P<who>[\u3400-\u9fff]{2,4}?)(?P<verb>(?:先行|暫時?|將|正式|繼續|來)*"
    "(?:接任|擔任|出任|升任|代理|兼任|兼代|暫代|續任|接掌|接手|接棒|擔綱|補任))"
)
_GIVEN_TO, _BY = views.pattern(_GIVEN), views.scanner(_GIVEN)
# 孟凡利|代表市委表示歡迎
_ACTS_FOR = views.pattern("代(?=表[\u3400-\u9fff])")
_OWN_LATIN = re.compile("[A-Za-z .,'-]*")
_POSTED = views.pattern(
    "[ ]?(?:[0-9]{4}[年/.-]|[0-9]{1,2}月[0-9]|[0-9]{1,2}(?:小時|分鐘|天)|昨天|[0-9]{1,2}:)"
)
# Who is born or has studied begins the telling of a life: 吳秀梅|生於嘉義.
_LIVED = views.pattern(
    "(?:於?(?:民國|西元)?[0-9]{2,4}年)?(?:出?生於|出生|畢業於|畢業自|自幼|現年[0-9])"
    "|,[ ]?[0-9]{2}歲"
)
_COLON = re.compile(":")
_YEARS_OLD = re.compile("岁")
# The first sign of a word that each of them holds.
_MAY_APPOINT = views.scanner(
    "擔任|出任|接任|就任|當選|獲聘為|獲任命為|升任|調任|轉任|兼任|現任|曾任|時任|身兼|獲選為|獲推舉為|繼任"
    "|受聘為|歷任|現職|現為|生於|出生|畢業[於自]|自幼|現年[0-9]|,[ ]?[0-9]{2}歲"
)
# What begins an entry may be a name with a gap behind it.
_MAY_BE_NAMED = re.compile(
    "[^\u3400-\u9fff]|[^,|。;:()「」 \u00a0]{1,9}[-\u2013\u2014\u2500,| \u00a0]"
    "|[^,|。;:()「」]{1,10}[·.=]"
)
_IS = re.compile("(?:也|则|原|曾|目前|现在|本身)*[是系](?:[本我该][市县]|现任)?")
_CLAUSE = re.compile("[,。;!?\n]")
_SURE = 12
_FARTHEST = 24
_NEAR = 16
_LONGEST_LABEL = 5
# 2. Budi Hartawan，印尼 Qlue 營運長：…
_ITEM = re.compile(
    r"[ \u00a0]*(?:[0-9]{1,2}[.、)]|[(][0-9一二三四五六七八九十]{1,3}[)]|[\u2460-\u2473]"
    "|[•·*◆▪▌▍▎◎★►▶※-])?"
    # 「…」——Ann Lee，大邱市…: who signs a quote.
    r"[ \u00a0]*(?:[\u3400-\u9fff \u00a0]{2,8}[:|]"
    r"|(?:「[^「」\n]{4,400}」)?[ ]?[-\u2013\u2014\u2500]{1,3})?"
    r"[ \u00a0]*"
)
# Between a name and its office: Ann Lee，大邱市…; 花見 慎吾　日本神戶市…; 方志明－臺南市….
_GAP = re.compile(r"[ ]?(?:[,|]|[-\u2013\u2014\u2500]{1,2})[ ]?|[ \u00a0]{1,4}")
_OFFICE = re.compile(r"([^,:;。/()|\n]{2,50}?)(?=[ ]?(?:[,:;。/(|\n]|[-\u2500](?![A-Za-z0-9])|$))")
_RUN = re.compile("[\u3400-\u9fff]{2,4}(?=[-\u2013\u2014\u2500 ,|])")
_ENTRY = re.compile(r"[^、;,\n]+")
_BRACKET = re.compile(r"[ ]?\([^()]*\)[ ]?$")
_LAST = re.compile(
    r"(?:^|[ \u00a0:])([\u3400-\u9fff·]{2,8}|[^\W\d_\u2e80-\uffff][^\u2e80-\uffff\d]*)$"
)
# 76歲的陳葉秀鑾, 今年40歲的Ann Lee
_AGED = views.pattern("[0-9一二三四五六七八九十]{1,4}[多餘]?歲[ ]?的?[ ]?(?=[^\\W\\d_])")
# 現年52歲、 陳美玲（45歲）
_AGE_BEHIND = views.pattern("[ ]?[(,][ ]?(?:現年|今年)?[ ]?[0-9]{1,3}[ ]?歲")


def find_on_rosters(scene: Scene) -> Iterator[Claim]:
    """Yield the people that no title and no verb of saying tells."""
    page = scene.page
    for piece in page.pieces_with(_MAY_APPOINT):
        yield from _appointed(scene, piece)
    yield from _poster(scene)
    for piece in page.pieces_with(_BY):
        yield from _given(scene, piece)
    for piece in page.pieces_with(_ACTS_FOR):
        for verb in _ACTS_FOR.finditer(scene.view, piece.start + 1, piece.end):
            yield from _before_verb(scene, piece, verb.start())
    for titled in scene.titled:
        yield from _before_title(scene, titled)
        yield from _who_is(scene, titled)
    for piece in page.pieces_with(_COLON):
        yield from _present(scene, piece)
    yield from _labels(scene)
    for piece in page.pieces_with(_YEARS_OLD):
        yield from _aged(scene, piece)


def _labels(scene: Scene) -> Iterator[Claim]:
    """Yield who has the word more than once, whatever the name: 練不凡：…"""
    view = scene.view
    found = defaultdict[str, list[Piece]](list)
    for piece in scene.page.pieces:
        if piece.kind in ("heading", "turn") and view.startswith(":", piece.end - 1):
            found[view[piece.start : piece.end - 1].rstrip()].append(piece)
    for label, pieces in found.items():
        for piece in pieces if 2 <= len(label) <= _LONGEST_LABEL and len(pieces) > 1 else ():
            end = piece.start + len(label)
            name = read_filling(scene.lexicon.han, view, piece.start, end)
            if name is not None and not scene.touches(piece.start, end) and label[-2:] not in JOBS:
                yield han_claim(name, "turn_label", 0.8)


def _present(scene: Scene, piece: Piece) -> Iterator[Claim]:
    """Yield those a line lists: 出席者：王小明、李大同."""
    label = PRESENT.match(scene.view, piece.start, piece.end)
    if label is not None:
        for entry in _ENTRY.finditer(scene.view, label.end(), piece.end):
            yield from _last_of(scene, *entry.span())


def _appointed(scene: Scene, piece: Piece) -> Iterator[Claim]:
    """Yield who begins a clause and holds an office by its verb: ，陳菊|擔任高雄市長."""
    for verb in APPOINTED.finditer(scene.view, piece.start, piece.end):
        titles = scene.titles.overlapping(verb.end(), min(verb.end() + _FARTHEST, piece.end))
        if verb.start() > piece.start and titles:
            yield from _before_verb(scene, piece, verb.start())
    for verb in _LIVED.finditer(scene.view, piece.start, min(piece.end, piece.start + _NEAR)):
        if verb.start() > piece.start:
            found = _before_verb(scene, piece, verb.start())
            yield from (claim for claim in found if claim.start == piece.start)


def _who_is(scene: Scene, piece: Piece) -> Iterator[Claim]:
    """Yield who begins a clause and is an office of a body or place: 陳美玲|是|清華大學教授."""
    for verb in _IS.finditer(scene.view, piece.start + 2, piece.end):
        clause = _CLAUSE.search(scene.view, verb.end(), piece.end)
        end = clause.start() if clause else piece.end
        titles = scene.titles.overlapping(end - 1, end)
        offices = scene.offices.overlapping(verb.end(), verb.end() + 1)
        is_office = any(one.start == verb.end() for one in offices)
        if not is_office or not any(title.end == end for title in titles):
            continue
        for claim in _before_verb(scene, piece, verb.start()):
            if claim.start == piece.start or scene.view[claim.start - 1] in ",。;!?「:":
                yield claim


def _poster(scene: Scene) -> Iterator[Claim]:
    """Yield the name on the first line, the time of the post on the second."""
    for piece, below in islice(pairwise(scene.page.pieces), 1):
        name = scene.lexicon.han.read(scene.view, piece.start, piece.end, _SURE)
        is_name = name is not None and name.end - name.start > 2 and name.kind != "foreign"
        if name is None or not is_name or scene.touches(name.start, name.end):
            return
        is_alone = _OWN_LATIN.fullmatch(scene.view, name.end, piece.end)
        if is_alone and _POSTED.match(scene.view, below.start, below.end):
            yield han_claim(name, "poster", 0.75)


def _given(scene: Scene, piece: Piece) -> Iterator[Claim]:
    """Yield to whom an office is given: 局長一職由|陳中和|接任."""
    for given in _GIVEN_TO.finditer(scene.view, piece.start, piece.end):
        start, end = given.span("who")
        name = scene.lexicon.han.read(scene.view, start, piece.end, -25)
        if name is not None and name.end == end and not scene.touches(start, end):
            yield han_claim(name, "appointed", 0.75)


def _before_verb(scene: Scene, piece: Piece, end: int) -> Iterator[Claim]:
    """Yield the sure name that ends before a verb, or before the blank there."""
    latin = latin_before(scene, end, piece)
    if latin is not None:
        if latin.words > 1:
            yield latin_claim(latin, "appointed", 0.75)
        return
    if not is_han(scene.view[end - 1]):
        return
    name = scene.lexicon.han.read_back(scene.view, end, piece.start, _SURE)
    if name is not None and name.is_closed and not scene.touches(name.start, name.end):
        yield han_claim(name, "appointed", 0.75)


def _before_title(scene: Scene, piece: Piece) -> Iterator[Claim]:
    """Yield the name that begins an entry which a title ends: 胡哲銘，趨勢科技 資深協理.

    A clause counts as one: Jan Kowalski，克拉科夫市副市長，2019年起…
    """
    item = _ITEM.match(scene.view, piece.start, piece.end)
    start = item.end() if item else piece.start
    if not _MAY_BE_NAMED.match(scene.view, start, piece.end):
        return
    claim = _name_at(scene, start, piece.end)
    gap = _GAP.match(scene.view, claim.end, piece.end) if claim else None
    if claim is None or gap is None:
        return
    office = _OFFICE.match(scene.view, gap.end(), piece.end)
    if office is None or not any(
        title.end == office.end()
        for title in scene.titles.overlapping(office.start(), office.end())
    ):
        return
    goes_on = scene.view[office.end() : office.end() + 1] in (",", "。")
    is_sure = claim.end - claim.start > 2 and scene.touches(gap.end(), gap.end() + 1)
    if is_sure or not (goes_on or gap[0].isspace()):
        yield claim


def _name_at(scene: Scene, start: int, end: int) -> Claim | None:
    """Return the claim of the whole name at ``start``, or None."""
    latin = latin_at(scene, start, end)
    if latin is not None:
        return latin_claim(latin, "appended", 0.85) if latin.words > 1 else None
    name = scene.lexicon.han.read(scene.view, start, end, 0)
    run = _RUN.match(scene.view, start, end)
    # 柏青山|高雄市: no Japanese name with a blank
    if run and (name is None or scene.touches_office(run.end() + 1, run.end() + 2)):
        name = read_filling(scene.lexicon.han, scene.view, *run.span()) or name
    if name is None or scene.touches(start, name.end):
        return None
    return han_claim(name, "appended", 0.8)


def _last_of(scene: Scene, start: int, end: int) -> Iterator[Claim]:
    """Yield the name that ends an entry: 格但斯克市 國際科 |Ewa Nowicka."""
    bracket = _BRACKET.search(scene.view, start, end)
    end = bracket.start() if bracket else end
    while end > start and scene.view[end - 1] in " \u00a0。":
        end -= 1
    last = _LAST.search(scene.view[start:end])
    if last is None or scene.touches(start + last.start(1), end):
        return
    low = start + last.start(1)
    if not is_han(scene.view[low]):
        latin = latin_at(scene, low, end)
        if latin is not None and latin.end == end and (latin.words > 1 or latin.honorific):
            yield latin_claim(latin, "roster", 0.75)
        return
    name = scene.lexicon.han.read(scene.view, low, end, 0)
    if name is not None and name.end == end and name.kind != "foreign":
        yield han_claim(name, "roster", 0.7)


def _aged(scene: Scene, piece: Piece) -> Iterator[Claim]:
    """Yield those whose age is told before or behind the name."""
    for match in _AGED.finditer(scene.view, piece.start, piece.end):
        latin = latin_at(scene, match.end(), piece.end)
        if latin is not None:
            yield latin_claim(latin, "aged", 0.8)
            continue
        name = scene.lexicon.han.read(scene.view, match.end(), piece.end, 0)
        if name is not None and name.is_closed and not scene.touches(name.start, name.end):
            yield han_claim(name, "aged", 0.75)
    for match in _AGE_BEHIND.finditer(scene.view, piece.start, piece.end):
        if match.start() == piece.start or not is_han(scene.view[match.start() - 1]):
            continue
        name = scene.lexicon.han.read_back(scene.view, match.start(), piece.start, 0)
        if name is not None and name.is_closed and not scene.touches(name.start, name.end):
            yield han_claim(name, "aged", 0.75)
