"""Who does an initiative: the place in its name, its possessor, its subject, or who speaks.

Contract: an owner is a city, a country or an organization; ``none`` with a strength says that the
text gives it no single owner (several cities do it together, a third party pays for it).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.contract import Mention, Statement
from pipeline.language import views
from pipeline.linking.organization_places import CHINESE
from pipeline.recognizers.initiatives.lexicon import InitiativeLexicon
from pipeline.relations.initiatives.letters import in_letters
from pipeline.relations.initiatives.owner import (
    TERRITORIES,
    Owner,
    names_taiwan,
    of_actor,
    of_place,
    places_in,
)
from pipeline.relations.initiatives.partners import (
    hosted_by,
    made_by,
    made_for,
    of_county_at,
    of_partner,
    of_short_city,
    of_site,
)
from pipeline.relations.initiatives.pointers import of_own_hall, pointed_at
from pipeline.relations.initiatives.rows import find_setting_in_row
from pipeline.relations.initiatives.series import first_of_series, is_possessed
from pipeline.relations.initiatives.settings import find_setting
from pipeline.relations.initiatives.shared import (
    is_given,
    is_joint,
    is_of_members,
    is_of_others,
    is_of_several,
    is_shared,
)
from pipeline.relations.initiatives.sides import of_column, of_row, of_sheet
from pipeline.relations.initiatives.state import of_state
from pipeline.relations.initiatives.visits import visited
from pipeline.relations.statements.voices import Voices
from pipeline.relations.surroundings import Surroundings

_POSSESSOR = views.pattern(
    r"(?:市|縣)?(?:政府|市府|縣府)?(?:(?:[^,。;:的之與和跟及、「」]{0,3}(?:[區港里鄉鎮站街]|老城|舊城|市中心|河岸|海邊)(?=[的之]))?(?:的|之|推出的|推動的|補助的|核定的|主辦的|發起的|自家的|既有的|原有的|現有的|首創的|獨創的)\s*)?[「《\"\s]*"
)
_CITY_BODY = views.pattern(
    r"(?:市政府|縣政府|中央政府|政府|市府|縣府|市|縣)?(?:方面|的?(?:代表團?|官員|團隊|人員))?"
)
# A date between a subject and its verb (印度政府2015年啟動).
_WHEN = views.pattern(
    r"(?:自|從|於|在)?(?:西元|民國)?[\d〇一二三四五六七八九十]{2,4}年(?:度|\d{1,2}月(?:\d{1,2}日)?|[春夏秋冬]天|底|初)?(?:起|開始|以來|間)?"
    r"|(?:今年|明年|去年|前年|後年|本月|上月|下月|上個月|下個月|年底|近年)(?:度|底|初|中|上半年|下半年|\d{1,2}月(?:\d{1,2}日)?|[春夏秋冬]天)?(?:起|開始|以來)?"
)
_SHALL = views.pattern(
    "預定|預計|計畫|計劃|準備|打算|即將|將|擬|已經?|正在?|也|則|另|先|就|更|再|並|因此|於是|於|在"
)
_USES = views.pattern(
    r"(?:也|則|就|正|便|更|並)?(?:(?:用|以|靠|藉|憑|拿|推|辦|做|有)|(?:做|推|辦|端出|帶來|選|用|主打|介紹|分享|拿出|談|講|展示)的(?:則|就)?是)"
)
# 比照竹北市設置: the one whose example is followed.
_MODEL = views.pattern(
    "(?:比照|參考|參照|仿效|仿照|效法|效仿|師法|借鏡|取法|(?<!終身)學習(?!網|中心|平台|型|站)|模仿|複製|追隨|跟進|跟隨|如同|有如|看齊|繼(?![續而承任]))(?:了|自)?(?:(?:(?![在由為與和])[\u4e00-\u9fff]){2,4})?$"
)
# Whose it is by a 的 right before it.
_GIVES = views.pattern(
    r"(?:市|縣)?(?:政府|市府|縣府)?(?:[頒設][發立]|主辦|舉辦)?[的之]\s*[「《\"]?"
)
# What ends behind a mark is another name: 嘉義縣「…」、桃園市「…」.
_JOINED = views.pattern(r"(?<![」》)])[與和跟及、]\s*$")
# 向交通部提報「…」: who is told of it, not who does it.
_RECEIVES = views.pattern("(?:向|報請|函請|提請|呈報|函報|陳報|報經)$")
# 巴黎的單車、倫敦的「…」: each has its own.
_HAS_ITS_OWN = views.pattern("的[^,。;、的與和跟及]{2,24}[與和跟及、]\\s*$")
# …；澎湖則貢獻了「…」
_IN_TURN = views.pattern("(?:市|縣)?(?:政府|市府|縣府|方面)?[則卻亦也](?!是)")
# 波士頓|幫長者開「…」, 大阪|今年替獨居者辦「…」: a city that opens the clause acts in it.
_ACTS = views.pattern(
    "(?:市|縣)?(?:政府|市府|縣府|方面)?(?:[也則已就便更還正]|今年|去年|近年來?|目前|(?:19|20)[0-9]{2}年起?)*"
    "(?:[幫替用以把拿]|[為在](?!「)|將(?!於|在|會|要|引進|前往|參)|針對|結合|整合|利用|透過)"
)
_PAYS = views.pattern(
    r"(?:由|獲|獲得|受|經|在|爭取|申請|納入|向|透過|運用|利用|結合|配合|搭配)(?:中央|[^,。;「」]{2,6}部)?(?:的)?[「《\"\s]*$"
)
_PAID = views.pattern(r"[」》\"\s]*(?:補助|資助|挹注|支應|經費)")
_HAS = views.pattern(
    r"(?:目前|已經?|也|就|還|則|另|裡)*(?:[增開創]?設|設有|擁有|建有|有)了?(?:一[個套項款])?"
)
# 對本縣「…」很感興趣: of whoever speaks, else of home
_OURS = views.pattern('本[市縣府鄉鎮](?:政府)?的?[「《"]?$')
# The state does what is done in a city-state.
_CITY_STATE = "SG"
# An owner by default, or by the line above.
_WEAK = 3
# The government of Hong Kong or Macau.
_OF_TERRITORY = ("特區政府", "特别行政區政府", "特別行政區政府", "特区政府", "特别行政区政府")
# 赫爾辛基的海冰監察平台「…」, 布宜諾斯艾利斯的聊天機器人Boti
_KIND_OF = views.pattern(
    r"(?:市|縣)?(?:政府|市府|縣府)?(?:的|之)[^,。;:的之與和跟及、「」]{1,8}[「《\"]?\s*"
)
# 另與神戶合作「…」, told by another city
_WITH = views.pattern("[與和跟同](?:[^,。;與和跟同的]{2,6})?$")
# 悠遊卡公司與嘉義市政府合推「…」: firms and one city
_IN_COMPANY = views.pattern(
    r"(?:市|縣)?(?:政府|市府|縣府|[^,。;與和跟及、]{2,6}局)?(?:[與和跟及、]|[合共][推組作辦同]|攜手|聯手|聯合|一起)"
)


def find_owner(around: Surroundings, mention: Mention, lexicon: InitiativeLexicon) -> Owner:
    """Return the owner of the initiative a mention names, with the strength of the evidence."""
    owner = _owner(around, mention, lexicon)
    if owner.country_code == _CITY_STATE and owner.kind == "city":
        return Owner(owner.strength, "country", None, _CITY_STATE)
    if owner.country_code in TERRITORIES and owner.kind == "country":
        return _of_territory(around, owner)
    own = around.home_country
    body = around.voices.body(owner.organization_id)
    if own in TERRITORIES and body is not None and body.name.startswith(_OF_TERRITORY):
        return Owner(owner.strength, "city", around.home, own)
    is_of_state = owner.kind == "country" and owner.country_code == "TW"
    if own in TERRITORIES and is_of_state and not names_taiwan(around, mention):
        # 環保署 is that of Hong Kong where Hong Kong speaks.
        return Owner(owner.strength, "city", around.home, own)
    return owner


def _of_territory(around: Surroundings, owner: Owner) -> Owner:
    """Return the city that what the code of a country stands for is: Hong Kong."""
    cities = [c for c in around.doc.cities if c.country_code == owner.country_code]
    found = next((c.city_id for c in cities if c.city_id == around.home), None)
    if found is None and len(cities) == 1:
        found = cities[0].city_id
    return Owner(owner.strength, "city", found, owner.country_code) if found else owner


def _owner(around: Surroundings, mention: Mention, lexicon: InitiativeLexicon) -> Owner:
    doc = around.doc
    name = doc.view[mention.start : mention.end]
    headed = lexicon.head_of(doc.view, mention.start, mention.end)
    host = hosted_by(around, mention)
    if host is not None:
        return host
    if (headed and headed[1].kind == "award" and is_given(around, mention, lexicon)) or (
        is_of_several(name)
    ):
        return _of_giver(around, mention) or Owner(9)
    if name in lexicon.known:
        code = lexicon.known[name][1] or None
        return Owner(9, "country" if code else None, None, code)
    is_told = mention.rule.startswith("described")
    inside = [] if is_told else places_in(doc, mention)
    first = mention if is_told else first_of_series(around, mention)
    near = _nearby(around, first, lexicon, around.statement(mention))
    is_of_other = near is not None and near.kind == "city" and is_possessed(around, first, inside)
    if inside and not is_of_other:
        return of_place(around.voices, inside[0], 9)
    latin = None if is_told or inside else in_letters(around, mention)
    if latin is not None:
        return latin
    near = near or of_column(around, mention) or of_row(around, mention)
    if near is not None:
        return near
    if is_of_members(around, mention):
        return Owner(8)  # that of its members
    find = find_setting_in_row if around.is_register else find_setting
    found = find(around, mention)
    return (of_sheet(around, mention) if found.strength <= _WEAK else None) or found


def _of_giver(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the city whose an award is told to be: 仙台市的環境獎, whoever won it."""
    doc = around.doc
    low, _ = around.clause(mention.start, mention.end)
    city = _last(doc.kept_in(low, mention.start, "CITY"))
    if city is None or not _GIVES.fullmatch(doc.view, city.end, mention.start):
        return None
    return of_place(around.voices, city, 8)


def _nearby(
    around: Surroundings,
    mention: Mention,
    lexicon: InitiativeLexicon,
    statement: Statement | None,
) -> Owner | None:
    """Return the owner the clause before the mention states, or None."""
    doc = around.doc
    low, _ = around.clause(mention.start, mention.end)
    before = doc.view[low : mention.start]
    if _PAYS.search(before) and _PAID.match(doc.view, mention.end):
        return Owner(8)
    places = doc.kept_in(low, mention.start, "CITY", "COUNTRY", "ORGANIZATION")
    maker = made_by(around, mention, low)
    if maker is not None:
        return maker
    if is_of_others(around, mention) or is_shared(around, mention, low, places):
        return Owner(8)
    if _OURS.search(before):
        told = around.voices.of_statement(statement)
        own = told.city_id or around.home
        code = told.country_code if told.city_id else around.home_country
        if own is not None and code in CHINESE:
            return Owner(8, "city", own, code)
    cities = {place.entity_id for place in places if place.label == "CITY"}
    found = pointed_at(around, mention, low, has_city=bool(cities)) or made_for(
        around, mention, low, places
    )
    if found is None and len(cities) == 1:
        found = of_partner(around, mention, low, places)
    found = found or visited(around, mention, low) or of_short_city(around, mention, low)
    if found is not None:
        return found
    if is_joint(before) and len(cities) == 1:
        city = next(place for place in places if place.label == "CITY")
        if city.form != "anaphora" and _IN_COMPANY.match(doc.view, city.end, mention.start):
            own = around.voices.of_statement(statement).city_id or city.entity_id
            is_partner = own != city.entity_id and _WITH.search(doc.view[low : city.start])
            return Owner(8) if is_partner else of_place(around.voices, city, 6)
    if (county := of_county_at(around, low, places)) is not None:
        return county
    last = _last(places)
    is_model = last is not None and (
        _follows_model(doc.view, low, last, mention)
        or _RECEIVES.search(doc.view, low, last.start) is not None
    )
    is_its_own = last is not None and bool(_GIVES.fullmatch(doc.view, last.end, mention.start))
    is_joint_one = is_joint(doc.view[last.end : mention.start] if last and is_its_own else before)
    if last is not None and not is_joint_one and not is_model:
        owner = _of_last(around.voices, mention, last, low, lexicon)
        owner = owner or of_site(around, mention, low)
        if owner is not None:
            return of_own_hall(around, last, statement) or owner
    return of_state(around, mention, lexicon, low, is_placed=last is not None)


def _follows_model(view: str, low: int, last: Mention, mention: Mention) -> bool:
    """Whether a place is only the example that is followed: 仿效首爾推出; not 仿效首爾的「…」."""
    is_its_own = _POSSESSOR.fullmatch(view, last.end, mention.start) is not None
    is_its_own = is_its_own and not mention.rule.startswith("described")
    return not is_its_own and _MODEL.search(view, low, last.start) is not None


def _last(places: Sequence[Mention]) -> Mention | None:
    """Return the last place or body; the outermost of those that share an end."""
    if not places:
        return None
    end = max(place.end for place in places)
    return next(place for place in places if place.end == end)


def _of_last(
    voices: Voices, mention: Mention, last: Mention, low: int, lexicon: InitiativeLexicon
) -> Owner | None:
    """Return the owner if the last place before the mention possesses it or is its subject."""
    doc = voices.doc
    if _JOINED.search(doc.view, low, last.start) and not _HAS_ITS_OWN.search(
        doc.view, low, last.start
    ):
        return None
    opens = last.label == "CITY" and last.start <= low + 1
    acts = opens and _ACTS.match(doc.view, last.end, mention.start)
    if acts or (opens and _IN_TURN.match(doc.view, last.end)):
        return of_actor(voices, last, 6)
    if _POSSESSOR.fullmatch(doc.view, last.end, mention.start):
        return of_actor(voices, last, 6 if last.label == "ORGANIZATION" else 8)
    is_marked = mention.text[:1].isascii() or doc.view[mention.start - 1] in '「《"'
    if is_marked and last.label == "CITY" and _KIND_OF.fullmatch(doc.view, last.end, mention.start):
        return of_actor(voices, last, 7)
    if last.label == "ORGANIZATION" and doc.kept_in(last.start, last.end, "CITY"):
        last = doc.kept_in(last.start, last.end, "CITY")[0]
    between = _CITY_BODY.sub("", doc.view[last.end : mention.start], count=1)
    between = _without_adverbs("".join(between.split()).rstrip('「《"'), lexicon)
    verb = lexicon.verb_pattern.fullmatch(between)
    does = verb is not None and lexicon.verbs[verb[0]].role in {"create", "introduce", "act"}
    does = does or bool(_HAS.fullmatch(between) or _USES.fullmatch(between))
    told = not between and mention.rule.startswith("described")
    return of_actor(voices, last, 7) if does or told else None


def _without_adverbs(between: str, lexicon: InitiativeLexicon) -> str:
    """Return the words between a subject and its object from the verb on (預定2027年完成)."""
    while between:
        for pattern in (_WHEN, _SHALL, lexicon.openers):
            found = pattern.match(between)
            if found and found.end():
                between = between[found.end() :]
                break
        else:
            break
    return between
