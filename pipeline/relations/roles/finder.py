"""Who holds which office: a title beside a name, with the city, body or country it is held for.

Contract: appends to `DocView.roles`; each row's evidence runs from affiliation to person.  Needs
resolved mentions.  A local title without a place belongs to the city its sentence speaks of, else
to the document's home city.
"""

from __future__ import annotations

import dataclasses

from pipeline.contract import Mention, Organization, Role, Segment
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.linking.people import read_mention
from pipeline.linking.people_groups import Written
from pipeline.recognizers.people.lexicon import PeopleLexicon
from pipeline.recognizers.titles.finder import ReadTitle, read_title
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.addressees import Addressed, addressed_city
from pipeline.relations.roles.beside import office_of_absent, set_behind
from pipeline.relations.roles.careers import told_status
from pipeline.relations.roles.distinct import distinct
from pipeline.relations.roles.each import GUESS
from pipeline.relations.roles.foreigners import is_foreign, may_be_japanese
from pipeline.relations.roles.lists import acts_for, share_lists
from pipeline.relations.roles.local_cities import (
    GREATER_CHINA,
    MISSION_HEADS,
    fitting,
    is_local,
    local_city,
    partner_in_row,
    partner_of_sheet,
)
from pipeline.relations.roles.office_in_row import land_of_row, told_in_row
from pipeline.relations.roles.offices import (
    Home,
    city_spoken_of,
    is_of_region,
)
from pipeline.relations.roles.offices_named import named_for, pointed_at
from pipeline.relations.roles.placed import place_guesses, share_bodies, unseat
from pipeline.relations.roles.titles_held import Held, titles_held

_FARTHEST_THERE = 12
_FARTHEST_MINISTRY, _POSTED = 400, frozenset("駐驻")
# Who is posted abroad without a country before the post is sent by Taiwan, whose texts these are.
_HOME_COUNTRY = "TW"
# 該市|創新總監, 該市水務|總監; no firm or guest of it: 該市最大企業|總裁, 該市歡迎|團長
_THERE = views.pattern(
    "(?:(?:該|当地|對方)[市城縣]?(?:政府)?的?|該[市城縣](?![\u3400-\u9fff]{0,5}(?:企業|公司|集團|銀行|大學|飯店|歡迎|會[見晤]|接[見待]|邀|迎|款待|感謝|陪同|與會|代表|一[家位名]|[由請向與和派]))"
    "(?:政府|市?府)?的?[\u3400-\u9fff]{1,6})$"
)
# What the members of a council or committee are called in its records.
_MEETING_HEADS = frozenset(
    map(
        views.fold,
        (
            *("委員", "召集人", "副召集人", "主席", "副主席", "議員", "議長"),
            *("副議長", "執行秘書", "代表會主席"),
        ),
    )
)
_MINISTRY_HEADS = frozenset(map(views.fold, ("部長", "次長", "政務次長", "常務次長", "司長")))


def find_roles(near: Neighbours, lexicon: PeopleLexicon) -> None:
    """Append the document's roles, and let its neighbours know them."""
    doc = near.doc
    home = Home.of(near)
    people = [mention for mention in doc.of_label("PERSON") if mention.entity_id is not None]
    known: list[Written] = []
    held: list[list[Role]] = []
    for mention in people:
        written = read_mention(mention, lexicon)
        titles = titles_held(near, written, lexicon)
        known.append(written)
        held.append([_role(near, written, one, home, lexicon) for one in titles])
    place_guesses(near, known, held, lexicon)
    unseat(held)
    share_bodies(doc, held)
    share_lists(near, people, held)
    doc.roles.extend(distinct(doc, [role for roles in held for role in roles]))
    near.add_roles(doc.roles)


def _role(
    near: Neighbours, written: Written, held: Held, home: Home, lexicon: PeopleLexicon
) -> Role:
    doc, mention = near.doc, written.mention
    read = read_title(held.title, lexicon.titles)
    start, end, rule, score = held.start, held.end, held.rule, 0.95
    row = _row_of_theirs(near, mention)
    office = _office_of(near, held, mention, row, lexicon)
    if office is None and held.title[0] not in _POSTED:  # 駐日代表
        office = named_for(near, mention, held, read, home.issuer)
        rule, score = (f"{rule}_named", 0.75) if office is not None else (rule, score)
    if office is not None and rule == held.rule:
        start, end = _with_office(near, office, start, end)
    organization_id, city_id, country_code = acts_for(near, office)
    if held.places and city_id is None:
        city_id, country_code = _told_place(near, held.places, country_code)
    if (theirs := addressed_city(near, home.letter, mention, held, office)) is not None:
        organization_id, city_id, country_code = _addressed(near, theirs, organization_id)
        is_open = is_foreign(near, written, lexicon)
        rule, score = f"{held.rule}{GUESS if is_open else '_letter'}", 0.7
    elif office is None and is_local(read, near, held.start) and not is_of_region(near, held.start):
        city_id = _local(near, written, held, home, lexicon)
        rule, score = f"{rule}{GUESS}", 0.7 if mention.form == "name" else 0.6
    elif city_id is None and _THERE.search(doc.view, max(0, start - _FARTHEST_THERE), start):
        city_id = city_spoken_of(doc, mention, start, is_foreign=True)
        rule, score = f"{held.rule}_there", 0.7
    elif office is not None and _is_guessed(near, office, home):
        city_id = _away(near, written, held, home, lexicon)
        country_code = near.countries.get(city_id or "")
    elif office is not None and (there := _city_of_part(near, written, office, held, lexicon)):
        organization_id, city_id, country_code = None, there, near.countries.get(there)
    elif office is None and (body := _home_body(near, home, read, held, lexicon)):
        organization_id, country_code = body.organization_id, body.country_code
        rule, score = f"{held.rule}_home", 0.6
    if office is None and not (organization_id or city_id) and (body := _met(near, home, read)):
        organization_id = body.organization_id
        is_council = body.kind == "council"
        city_id, country_code = (body.city_id, body.country_code) if is_council else (None, None)
        rule, score = f"{held.rule}_meeting", 0.6
    if held.title[0] in _POSTED and office is None and country_code is None:
        country_code = _HOME_COUNTRY  # 我國駐馬來西亞代表
    country_code = country_code or (None if city_id else land_of_row(near, row))
    if read.scope == "council" and organization_id is None and city_id is not None:
        organization_id = _council_of(doc, city_id)
    return Role(
        role_id="",
        person_id=mention.entity_id or "",
        title=held.title,
        title_en=read.title_en,
        status=held.status or told_status(near, held) or read.status,
        organization_id=organization_id,
        city_id=city_id,
        country_code=country_code or near.countries.get(city_id or "", home.region_for(read.head)),
        document_id=doc.document_id,
        start=start,
        end=end,
        text=doc.text[start:end],
        rule=rule,
        score=score,
    )


def _local(
    near: Neighbours, written: Written, held: Held, home: Home, lexicon: PeopleLexicon
) -> str | None:
    """Return the city of a local title without a place: the column's, a guest's the partner."""
    cell = near.doc.enclosing(written.mention, "cell")
    if cell and (headed := near.headed.get((cell.table or 0, cell.column or 0))):
        return headed
    row, is_guest = _row_of_theirs(near, written.mention), is_foreign(near, written, lexicon)
    partner = partner_in_row(near, written.mention) if row is not None and is_guest else None
    found = partner or local_city(near, written, held, home, lexicon)
    sheet = partner_of_sheet(near.doc) if found is None and is_guest else None
    # 臺北市簡介: whoever visits us holds no office of ours
    is_theirs = sheet != near.home and fitting(near, written, held.title, lexicon)(sheet)
    return found or (sheet if is_theirs else None)


def _with_office(near: Neighbours, office: Mention, start: int, end: int) -> tuple[int, int]:
    """Return where the evidence of an office told at a title, with its places, starts and ends."""
    is_apart = "," in near.doc.view[office.end : start]  # of somebody absent
    start, end = start if is_apart else min(start, office.start), max(end, office.end)
    while (outer := near.ending(start, "CITY", "COUNTRY")) is not None:
        start = outer.start
    return start, end


def _office_of(
    near: Neighbours, held: Held, mention: Mention, row: Segment | None, lexicon: PeopleLexicon
) -> Mention | None:
    """Return the office at a title, in its row, set behind the name or told of who is absent."""
    office = told_in_row(near, row, mention, held.office)
    office = office or (set_behind(near, held.start, mention) if row is None else None)
    office = office or office_of_absent(near, held.start, lexicon)
    return (_whole_of(near, office) or office) if office is not None else None


def _away(
    near: Neighbours, written: Written, held: Held, home: Home, lexicon: PeopleLexicon
) -> str | None:
    """Return the city of an office that only because nothing was told was taken for one of home.

    光州…健康局局長 Bae Soo-jung is not of the office of the city that publishes it, nor is anybody
    of a city abroad for which the document was taken to speak, where the part tells of another.
    """
    is_other = is_foreign(near, written, lexicon)
    if not is_other and near.countries.get(home.city_id or "") in GREATER_CHINA:
        return home.city_id
    away = dataclasses.replace(home, city_id=None) if is_other else home
    return local_city(near, written, held, away, lexicon)


def _addressed(
    near: Neighbours, theirs: Addressed, organization_id: str | None
) -> tuple[str | None, str | None, str | None]:
    """Return body, city and country of 貴市交通局長; the body only if it has no other city."""
    body = near.bodies.get(organization_id or "")
    is_known = theirs.city_id is None and body is not None and body.city_id is None
    return organization_id if is_known else None, theirs.city_id, theirs.country_code


def _whole_of(near: Neighbours, office: Mention) -> Mention | None:
    """Return the body that words before its part mean: 工研院…，該院|綠能所|副所長."""
    whole = pointed_at(near, office.start) if office.label == "ORGANIZATION" else None
    if whole is None or whole is office:
        return None
    own, other = (near.bodies.get(one.entity_id or "") for one in (office, whole))
    if own is None or other is None:
        return None
    # 該會|推廣部|主任 is of no ministry.
    return None if own.city_id == other.city_id and own.kind != "ministry" else whole


def _city_of_part(
    near: Neighbours, written: Written, office: Mention, held: Held, lexicon: PeopleLexicon
) -> str | None:
    """Return the city of Japan whose department was taken for a ministry: |環境部|長三浦誠."""
    body = near.bodies.get(office.entity_id or "")
    if body is None or body.kind != "ministry" or body.country_code not in (None, _HOME_COUNTRY):
        return None
    view = views.fold(written.name)
    if not may_be_japanese(view, lexicon) or near.doc.kept_in(
        office.start, office.end, "CITY", "COUNTRY"
    ):
        return None
    city_id = city_spoken_of(near.doc, written.mention, held.start, is_foreign=True)
    return city_id if near.countries.get(city_id or "") == "JP" else None


def _row_of_theirs(near: Neighbours, mention: Mention) -> Segment | None:
    """Return the table row of a person, None for one in a column about our own side."""
    return None if near.is_on_our_side(mention) else near.doc.enclosing(mention, "table_row")


def _met(near: Neighbours, home: Home, read: ReadTitle) -> Organization | None:
    """Return the council or committee whose record the document is, for a title of its members."""
    is_member = views.fold(read.head) in _MEETING_HEADS
    body = near.bodies.get(home.meeting or "") if is_member else None
    if read.scope != "council" or (body is not None and body.kind == "council"):
        return body
    councils = [one for one in near.doc.organizations if one.kind == "council"]
    return councils[0] if is_member and len(councils) == 1 else None


def _told_place(
    near: Neighbours, places: tuple[Mention, ...], country: str | None
) -> tuple[str | None, str | None]:
    """Return the city and country told with an office that does not tell where it is."""
    city = next((one.entity_id for one in places if one.label == "CITY"), None)
    told = next((one.entity_id for one in places if one.label == "COUNTRY"), None)
    return city, near.countries.get(city or "") or country or told


def _home_body(
    near: Neighbours, home: Home, read: ReadTitle, held: Held, lexicon: PeopleLexicon
) -> Organization | None:
    """Return the mission or ministry a document speaks for, for a title of such."""
    if held.title[0] in _POSTED:
        return None
    head = views.fold(read.head)
    if head in MISSION_HEADS:
        return near.bodies.get(home.mission or "")
    # 聯邦直轄區|部長 is none of the ministry the document speaks for.
    is_bare = lexicon.han.edges.is_open_at(near.doc.view, held.start, 0)
    if head not in _MINISTRY_HEADS or not (is_bare or near.ending(held.start, "PERSON")):
        return None
    return near.bodies.get(home.ministry or "") or _ministry_before(near, held.start)


def _ministry_before(near: Neighbours, start: int) -> Organization | None:
    """Return the ministry named last before a title: …數位發展部…，溫次長說."""
    for mention in near.doc.before(start, "ORGANIZATION"):
        body = near.bodies.get(mention.entity_id or "")
        if body is not None and body.kind == "ministry":
            return body if start - mention.end < _FARTHEST_MINISTRY else None
    return None


def _is_guessed(near: Neighbours, office: Mention, home: Home) -> bool:
    """Whether a body without a place in its name was taken for one of the home city."""
    body = near.bodies.get(office.entity_id or "")
    if body is None or home.city_id is None or body.city_id != home.city_id:
        return False
    return not near.doc.kept_in(office.start, office.end, "CITY", "COUNTRY")


def _council_of(doc: DocView, city_id: str) -> str | None:
    for body in doc.organizations:
        is_town = views.fold(body.name).endswith("代表会")
        if body.kind == "council" and body.city_id == city_id and not is_town:
            return body.organization_id
    return None
