"""What people, roles and statements are recognized with: names, titles, verbs of saying.

Contract: built once from the rows of the lexicon files; immutable.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.language import views
from pipeline.language.given_names import GivenNames
from pipeline.language.keywords import Keywords
from pipeline.language.latin_names import LatinNames
from pipeline.language.lexemes import Lexemes, is_han, one_of
from pipeline.language.memo import Memo
from pipeline.language.names import HanNames
from pipeline.language.patterns import one_of_exactly
from pipeline.recognizers.people.bare_clues import BareClues
from pipeline.recognizers.titles import finder as titles
from pipeline.recognizers.titles.finder import TitlesLexicon
from pipeline.records import record

Rows = Sequence[Mapping[str, str]]


_JOINED = re.compile(r"[ ]?[,/&][ ]?")


@record
class PersonValue:
    """How a person is named here.

    Attributes:
        honorific: Mr., Ms., 女士 as written, or empty.
        script: ``han`` or ``latin``.
    """

    honorific: str
    script: str


@dataclass(frozen=True, slots=True)
class PeopleLexicon:
    """Readers of names, titles, and the verbs a person is followed by.

    `addresses` are the characters an honorific or a title behind a name begins with,
    `honorific_words` are the folded words of `honorific`, `labels` what English programmes call
    those who take part: Moderator; `latin_titles` tells whether words are a title or label; `bare`
    weighs names that stand bare in prose; `given` knows Latin given names; `fields` are the words
    that offices are named after (智慧城市, 國際事務).
    """

    han: HanNames
    latin: LatinNames
    titles: TitlesLexicon
    verbs: Keywords
    strong_verbs: Lexemes
    honorific: re.Pattern[str]
    honorific_after: re.Pattern[str]
    honorific_before_han: re.Pattern[str]
    honorific_words: Keywords
    labels: frozenset[str]
    addresses: frozenset[str]
    bare: BareClues
    given: GivenNames
    fields: Lexemes
    latin_titles: Memo[str, bool] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "latin_titles", Memo(self._is_latin_title))

    def _is_latin_title(self, text: str) -> bool:
        """Whether words are a title or label: Municipal Commissioner, CDO, Moderator."""
        if text.split(maxsplit=1)[0] in self.labels:
            return True
        known = self.titles
        return all(
            any(
                known.titles[word[at:stop]].scope == "latin" and stop == len(word)
                for at, stop in known.heads.find(word)
                if at == 0 or not word[at - 1].isalnum()
            )
            for word in _JOINED.split(text)
        )


def build_lexicon(tables: Mapping[str, Rows]) -> PeopleLexicon:
    """Build from titles.csv, honorifics.csv, speech_verbs.csv and the name tables."""
    known = titles.build_lexicon(tables)
    strong = [row["verb"] for row in tables["speech_verbs"] if row["is_weak"] != "1"]
    after = [row["honorific"] for row in tables["honorifics"] if row["place"] == "after"]
    before = [row["honorific"] for row in tables["honorifics"] if row["place"] == "before"]
    quoted = [word.replace("'", quote) for word in before for quote in "'’‘ʻ`´"]
    return PeopleLexicon(
        known.names,
        known.latin,
        known,
        Keywords(map(views.fold, strong)),
        Lexemes(strong),
        re.compile(rf"(?<![A-Za-z]){one_of_exactly(quoted)}(?![a-z])"),
        re.compile(one_of(word for word in map(views.fold, after) if not word.isascii())),
        re.compile(one_of(word for word in map(views.fold, before) if is_han(word[0]))),
        Keywords(map(views.fold, quoted)),
        frozenset(row["word"] for row in tables["titles_english"] if row["role"] == "label"),
        frozenset(views.fold(w)[0] for w in (*known.titles, *known.modifiers, *after)),
        BareClues(known.names, lambda: tables.get("bare_name_model", ())),
        GivenNames(lambda: tables.get("latin_given_names", ())),
        Lexemes(row["stem"] for row in tables["organization_stems"]),
    )
