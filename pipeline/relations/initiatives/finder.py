"""Initiatives of a document: their owner, kind, theme and status, and the numbers that are theirs.

Contract: `relate_initiatives(around, lexicon)` appends `Initiative` and `InitiativeMention` rows,
sets ``entity_id`` of INITIATIVE mentions, and fills ``initiative_id``, ``city_id`` and
``country_code`` of quantities and ``initiative_id`` of dates.  Mentions of one name, or of a name
and its short form (``naming``), are one initiative.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.contract import Initiative, InitiativeMention, Mention, Quantity
from pipeline.contract.entities import INITIATIVE_STATUSES
from pipeline.ids import make_id
from pipeline.linking.docview import DocView
from pipeline.recognizers.initiatives.lexicon import InitiativeLexicon
from pipeline.relations.initiatives.in_tables import TablePlaces
from pipeline.relations.initiatives.naming import initiative_key, merge_names
from pipeline.relations.initiatives.owner import NONE
from pipeline.relations.initiatives.owners import find_owner
from pipeline.relations.initiatives.statuses import find_status
from pipeline.relations.initiatives.themes import Themed, find_themes
from pipeline.relations.initiatives.values import initiative_of, is_named, subject_of
from pipeline.relations.surroundings import Surroundings

_GLOSS = re.compile(r"\([^()]*\)$")


def relate_initiatives(around: Surroundings, lexicon: InitiativeLexicon) -> None:
    """Make the rows of a document's initiatives from its INITIATIVE mentions."""
    doc = around.doc
    groups: dict[str, list[Mention]] = {}
    for mention in doc.of_label("INITIATIVE"):
        groups.setdefault(_group_of(mention), []).append(mention)
    if groups:
        groups = merge_names(around, groups, lexicon)
        _add_rows(Themed.of(around, lexicon), groups, lexicon)
    _fill_values(around, is_told=bool(groups))


def _add_rows(
    themed: Themed, groups: Mapping[str, Sequence[Mention]], lexicon: InitiativeLexicon
) -> None:
    """Append the row of each initiative and those of its mentions."""
    around, doc = themed.around, themed.around.doc
    for key, mentions in groups.items():
        initiative_id = make_id("initiative", doc.document_id, key)
        told = []
        for mention in mentions:
            mention.entity_id = initiative_id
            status, rule = find_status(around, mention, lexicon)
            told.append((rule != "default", INITIATIVE_STATUSES.index(status)))
            doc.initiative_mentions.append(
                InitiativeMention(
                    mention_id=mention.mention_id,
                    initiative_id=initiative_id,
                    status=status,
                    rule=rule,
                )
            )
        status = INITIATIVE_STATUSES[max(told)[1]]
        doc.initiatives.append(_initiative(themed, initiative_id, mentions, status, lexicon))


def _group_of(mention: Mention) -> str:
    return initiative_key(mention.text) if is_named(mention) else mention.mention_id


def _initiative(
    themed: Themed,
    initiative_id: str,
    mentions: Sequence[Mention],
    status: str,
    lexicon: InitiativeLexicon,
) -> Initiative:
    around = themed.around
    doc = around.doc
    owners = [find_owner(around, mention, lexicon) for mention in mentions]
    owner = max(owners, key=lambda found: found.strength, default=NONE)
    full = [mention for mention in mentions if mention.form == "name"] or mentions
    names = [_name(doc, mention, owner.city_id) for mention in full]
    return Initiative(
        initiative_id=initiative_id,
        name=min(names, key=lambda name: (-len(name), name)),
        kind=_kind(doc, mentions, lexicon),
        is_named=is_named(mentions[0]),
        theme=find_themes(themed, mentions),
        status=status,
        owner_kind=owner.kind,
        city_id=owner.city_id,
        country_code=owner.country_code,
        organization_id=owner.organization_id,
        n_mentions=len(mentions),
        n_documents=1,
    )


def _name(doc: DocView, mention: Mention, owner: str | None) -> str:
    """Return a name as written; the owner's Latin name at its head is given in Chinese.

    So ``Medellin 計畫`` and ``麥德林計畫`` of two documents are one.
    """
    for city in doc.kept_in(mention.start, mention.end, "CITY"):
        rest = doc.text[city.end : mention.end].strip()
        known = next((row for row in doc.cities if row.city_id == city.entity_id), None)
        is_latin = city.start == mention.start and city.text.isascii() and not rest.isascii()
        if known is not None and known.name_zh and is_latin and city.entity_id == owner:
            return f"{known.name_zh}{rest}"
    return " ".join(mention.text.split())


def _kind(doc: DocView, mentions: Sequence[Mention], lexicon: InitiativeLexicon) -> str:
    """Return the kind by the head of a name, or by the noun behind it (「以塑換票」制度)."""
    found: Counter[str] = Counter()
    for mention in mentions:
        name = doc.view[mention.start : mention.end]
        gloss = _GLOSS.search(name)
        end = mention.start + gloss.start() if gloss else mention.end
        headed = lexicon.head_of(doc.view, mention.start, end)
        behind = mention.end
        while behind < len(doc.view) and doc.view[behind] in '」》" ':
            behind += 1
        if name in lexicon.known:
            found[lexicon.known[name][0]] += 4
        elif headed and (len(headed[0]) > 1 or is_named(mention)):
            found[headed[1].kind] += 2
        head = lexicon.head_at(doc.view, behind) if is_named(mention) else None
        if head is not None:
            found[head.kind] += 1
    if found:
        return min(found, key=lambda kind: (-found[kind], kind))
    return "other" if is_named(mentions[0]) else "measure"


def _fill_values(around: Surroundings, *, is_told: bool) -> None:
    """Give quantities and dates the initiative they are about, if any is told, and the speaker."""
    doc = around.doc
    tables = TablePlaces.of(doc)
    for mention in doc.of_label("QUANTITY", "DATE"):
        initiative_id = initiative_of(around, mention) if is_told else None
        quantity = doc.quantities.get(mention.mention_id)
        date = doc.dates.get(mention.mention_id)
        if date is not None:
            date.initiative_id = initiative_id
        if quantity is not None:
            quantity.initiative_id = initiative_id
            _fill_place(around, tables, mention, quantity)


def _fill_place(
    around: Surroundings, tables: TablePlaces, mention: Mention, quantity: Quantity
) -> None:
    """Give a quantity the place it is about: told with it, of its column, its speaker, its row."""
    city_id, country_code = subject_of(around, mention), None
    statement = around.statement(mention)
    place = tables.of_column(mention)
    if city_id is None and place is None and statement is not None:
        city_id, country_code = statement.city_id, statement.country_code
    elif city_id is None:
        place = place or tables.of_row(mention)
        is_city = place is not None and place.label == "CITY"
        city_id = place.entity_id if place is not None and is_city else None
        country_code = place.entity_id if place is not None and not is_city else None
    quantity.city_id = city_id
    quantity.country_code = country_code or around.voices.country_of(city_id)
