"""Local titles that nothing at them places: by who speaks, by the paragraph.

Contract: changes guessed and placeless roles only; `people` and `held` run in parallel.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.contract import Mention, Organization, Role, Segment
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.linking.organization_places import delegation_city
from pipeline.linking.people_groups import Written
from pipeline.recognizers.people.lexicon import PeopleLexicon
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.beside import city_beside, sending_city
from pipeline.relations.roles.colleagues import city_of_colleague
from pipeline.relations.roles.delegations import city_of_line
from pipeline.relations.roles.distinct import is_placed
from pipeline.relations.roles.each import GUESS, paragraph_of, place, place_lists
from pipeline.relations.roles.foreigners import is_foreign
from pipeline.relations.roles.local_cities import GREATER_CHINA, fitting

_FARTHEST_TURN = 60
_FARTHEST_HEAD = 250
# Bureaus and boards of a state that is a city are bodies of the state.
_CITY_STATE = "SG"
# Where people are written in Chinese characters: a Latin name fits other cities before theirs.
_OWN_SCRIPT = frozenset({"JP", "KR", "KP"})
_BUREAU = re.compile("(?:[局处署课室科府厅]|议会|[书物]馆|[市议]会|中心)$")
_ONE_EACH = frozenset(map(views.fold, ("市長", "縣長", "議長")))
_LONGEST_FIELD = 12
# 在雅典舉行, 於曼谷國際展覽館報導; 雅典大會, 波士頓馬拉松
_AT = tuple(views.fold("在於于"))
_HAPPENS = views.pattern(
    "[^,。;:\n]{0,16}?(?:舉[行辦]|召開|登場|開[幕議]|報導|採訪|攝影|電|展[覽出]|會場|主辦|展開|落幕)"
)
_NAMED_FOR = views.pattern("[市]?(?:馬拉松|影展|奧運|大會|峰會|論壇|宣言|公約|協定)")
# Between somebody and who stands in: (請假，由; and behind who does.
_FOR_ANOTHER = views.pattern("[^()\n]{0,6}\\([^()\n]{0,6}")
# Titles of states, of events and papers.
_OF_NO_CITY = views.pattern(
    "總統|總理|首相|國王|女王|天皇|部長|大使|總領事|(?<![市府])代表\\Z|記者|攝影|編輯|主持|司儀|翻譯|口譯|主講|講者|致詞|市民|民眾"
)
# Behind these stands who receives the members of a delegation, no member.
_HOSTS = views.pattern(
    "(?:團員|成員|隨行|同行)(?:[與和跟及同]|[^。]*?(?:,由|陪同|接待|主持|拜會|接見|會見|歡迎|迎接))"
)
_STANDS_IN = views.pattern("(?:代理?|代表|代為)(?:出席|列席|主持|與會|報告)?\\)")


def place_guesses(
    near: Neighbours,
    people: Sequence[Written],
    held: list[list[Role]],
    lexicon: PeopleLexicon,
) -> None:
    """Give the guessed roles of a document their places, where the text tells them after all."""
    place_lists(near, people, held, lexicon)
    _stand_in(near, people, held)
    for index, (written, roles) in enumerate(zip(people, held, strict=True)):
        for role in roles:
            if role.city_id is None and (city := sending_city(near, role.start)) is not None:
                place(near, role, city)
            if role.city_id is not None or role.country_code is not None:
                continue
            fits = fitting(near, written, role.title, lexicon)
            if role.rule.endswith(GUESS) and not is_placed(role):
                city = _of_speaker(near, written.mention, people, held)
                if city is None or not fits(city):
                    city = _only_city(near, written, fits, lexicon)
                place(near, role, city)
            elif (body := near.bodies.get(role.organization_id or "")) is not None:
                place(near, role, _of_body(near, role, body, fits))
            elif role.organization_id is None:
                city = _beside(near, written.mention, role)
                city = city or city_of_colleague(near, people, held, index, role, lexicon)
                in_row = near.doc.enclosing(written.mention, "table_row") is not None
                # 布拉格市 | 柯文哲／Zdeněk Hřib: two sides of a pact stand in one cell.
                place(near, role, near.home if in_row and not fits(city) else city)


def _beside(near: Neighbours, mention: Mention, role: Role) -> str | None:
    """Return the city that the words, the line or the delegation around a title tell.

    What somebody does at an event, or is for a state, is no office of the city of the line.
    """
    told = city_beside(near, role.start)
    if told is not None or _OF_NO_CITY.search(views.fold(role.title)):
        return told
    if (told := city_of_line(near, role.start, mention.end)) is not None:
        return told
    low = near.doc.view.rfind("。", 0, role.start) + 1
    is_host = _HOSTS.search(near.doc.view, max(low, role.start - _FARTHEST_HEAD), role.start)
    return None if is_host else delegation_city(near.doc, mention)


def _stand_in(near: Neighbours, people: Sequence[Written], held: list[list[Role]]) -> None:
    """Place whoever stands in for somebody in the same body: 范組長姜維(請假,賀副組長佩蓉代理)."""
    for index in range(1, len(people)):
        first, second = people[index - 1].mention, people[index].mention
        between = near.doc.view[first.end : second.start]
        if len(between) > _LONGEST_FIELD or not _FOR_ANOTHER.fullmatch(between):
            continue
        title = near.starting(second.end, "TITLE")
        if not _STANDS_IN.match(near.doc.view, title.end if title else second.end):
            continue
        chief = next((role for role in held[index - 1] if is_placed(role)), None)
        if chief is None:
            continue
        for role in held[index]:
            if role.rule.endswith((GUESS, "_home")) or not is_placed(role):
                role.organization_id, role.city_id = chief.organization_id, chief.city_id
                role.country_code, role.rule = chief.country_code, "stands_in"


def _of_body(
    near: Neighbours,
    role: Role,
    body: Organization,
    fits: Callable[[str | None], bool],
) -> str | None:
    """Return the city of a city's bureau that its name does not tell: 教育局長 under 【6】利沃夫.

    A bureau taken for one of home is one where the paragraph speaks of no other city.
    """
    if not _BUREAU.search(views.fold(body.name)):
        return None
    if body.city_id is None and body.country_code is None:
        return near.sections.city_at(role.start, fits)
    if body.city_id is None or body.city_id != near.home:
        return None
    if near.countries.get(body.city_id) == _CITY_STATE:
        return None
    low = near.doc.view.rfind("\n", 0, role.start) + 1
    return None if near.doc.kept_in(low, role.start, "CITY", "COUNTRY") else body.city_id


def _of_speaker(
    near: Neighbours, mention: Mention, people: Sequence[Written], held: list[list[Role]]
) -> str | None:
    """Return the city of whoever speaks of a title of home: 我們市長Paula Henare."""
    around = near.doc.enclosing(mention, "turn", "table_row")
    if around is None:
        return None
    stop = around.start + _FARTHEST_TURN
    named = near.doc.kept_in(around.start, stop, "PERSON")
    if around.kind == "table_row":
        named = near.in_cells(around, ("person", "representative"), "PERSON")
    if not named or named[0].entity_id in (None, mention.entity_id):
        return None
    cities = {
        role.city_id
        for written, roles in zip(people, held, strict=True)
        if written.mention.entity_id == named[0].entity_id
        for role in roles
        if role.city_id is not None
    }
    return next(iter(cities)) if len(cities) == 1 else None


def _only_city(
    near: Neighbours,
    written: Written,
    fits: Callable[[str | None], bool],
    lexicon: PeopleLexicon,
) -> str | None:
    """Return the one city that fits: of those a foreigner's paragraph names, else of all named.

    What only a farther paragraph than the next ones names is no city of a foreigner.
    Somebody with a Chinese name fits no city abroad here, though Koreans bear such names, and
    none but home where that is known.
    """
    doc = near.doc
    if not is_foreign(near, written, lexicon):
        if near.home is not None:
            return None
        return _only(near, 0, len(doc.view), lambda c: _is_chinese(near, c) and fits(c))
    outer = paragraph_of(near, written.mention)
    fits = _told_country(near, outer, fits)
    bodies = {
        body.city_id
        for one in doc.kept_in(outer.start, written.mention.start, "ORGANIZATION")
        if (body := near.bodies.get(one.entity_id or "")) and body.city_id and fits(body.city_id)
    }
    if doc.kept_in(outer.start, outer.end, "CITY") or len(bodies) != 1:
        beside = _only(near, outer.start, outer.end, fits)
        named = beside or _only(near, 0, len(doc.view), fits)
        if not any(c.entity_id == named for c in doc.kept_in(*_around(near, outer), "CITY")):
            return None
        is_theirs = written.is_latin and near.countries.get(named or "") in _OWN_SCRIPT
        return beside or (None if is_theirs else named)
    return next(iter(bodies))


def _around(near: Neighbours, outer: Segment) -> tuple[int, int]:
    """Return where the paragraphs before and behind a paragraph start and end."""
    view = near.doc.view
    before = len(view[: outer.start].rstrip())
    behind = len(view) - len(view[outer.end :].lstrip())
    stop = view.find("\n", behind)
    return view.rfind("\n", 0, before) + 1, stop if stop >= 0 else len(view)


def _told_country(
    near: Neighbours, outer: Segment, fits: Callable[[str | None], bool]
) -> Callable[[str | None], bool]:
    """Return what fits a foreigner, only in the countries abroad that the paragraph names."""
    named = {one.entity_id for one in near.doc.kept_in(outer.start, outer.end, "COUNTRY")}
    abroad = named - GREATER_CHINA
    return lambda city: fits(city) and (not abroad or near.countries.get(city or "") in abroad)


def _is_chinese(near: Neighbours, city_id: str | None) -> bool:
    return near.countries.get(city_id or "") in GREATER_CHINA


def _only(near: Neighbours, low: int, high: int, fits: Callable[[str | None], bool]) -> str | None:
    """Return the only fitting city that a part of the document names, or None.

    A city that is told as a venue alone is nobody's: 在雅典舉行.
    """
    cities = {
        city.entity_id
        for city in near.doc.kept_in(low, high, "CITY")
        if city.form != "anaphora" and city.entity_id is not None and fits(city.entity_id)
        if not _is_venue(near, city)
    }
    return next(iter(cities)) if len(cities) == 1 else None


def _is_venue(near: Neighbours, city: Mention) -> bool:
    """Whether a city is told for where something happens: 在曼谷報導, 波士頓馬拉松."""
    view = near.doc.view
    is_at = view[city.start - 1 : city.start] in _AT and _HAPPENS.match(view, city.end)
    return bool(is_at or _NAMED_FOR.match(view, city.end))


def unseat(held: list[list[Role]]) -> None:
    """Take a guessed place from whoever is not its one head: 臺南市長黃偉哲：感謝陳其邁市長.

    A city has one mayor, a council one speaker at a time.
    """
    seats: dict[tuple[str, str], set[str]] = {}
    current = [role for roles in held for role in roles if role.status == "current"]
    for role in current:
        if role.city_id and not role.rule.endswith(GUESS):
            seat = views.fold(role.title), role.city_id
            seats.setdefault(seat, set()).add(role.person_id)
    for role in current:
        seat = views.fold(role.title), role.city_id or ""
        is_taken = seat[0] in _ONE_EACH and role.person_id not in seats.get(seat, {role.person_id})
        if is_taken and role.rule.endswith(GUESS):
            role.city_id = role.country_code = role.organization_id = None


def share_bodies(doc: DocView, held: list[list[Role]]) -> None:
    """Let a deputy without a body belong to the body of the head named last: 副校長 to 校長's.

    A guessed place counts for less than the head's in its paragraph: 藍縣長…。不過|林副縣長.
    """
    heads: dict[str, Role] = {}
    named_last: dict[str, int] = {}
    for role in (role for roles in held for role in roles):
        title = views.fold(role.title)
        head = heads.get(title[1:]) if title.startswith("副") else None
        is_told = head is not None and head.organization_id is not None and not is_placed(role)
        if head and (is_told or _is_guess_beside(doc, role, head, named_last[head.person_id])):
            role.organization_id, role.country_code = head.organization_id, head.country_code
            role.city_id, role.rule, role.score = head.city_id, f"{role.rule}_deputy", 0.7
        elif is_placed(role) and "副" not in title:
            known = heads.get(title)
            is_again = role.rule.endswith(GUESS) and known and known.person_id == role.person_id
            if not is_again:
                heads[title] = heads[title[-2:]] = heads[title[-3:]] = role
            named_last[role.person_id] = role.start


def _is_guess_beside(doc: DocView, role: Role, head: Role, start: int) -> bool:
    """Whether a guessed role stands in the paragraph or cell that names its head before."""
    if role.country_code not in (None, head.country_code) or role.organization_id:
        return False
    if not role.rule.endswith(GUESS) or not 0 < role.start - start < _FARTHEST_HEAD:
        return False
    return {"\n", "\t"}.isdisjoint(doc.view[start : role.start])
