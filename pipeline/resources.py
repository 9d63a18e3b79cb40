"""Lexicons, words and the spaCy Language, made from the configuration folder when first needed.

Contract: the only reader of ``config/`` while stages run; everything is made once per process, and
a wrong line is named by file, line and column.
"""

from __future__ import annotations

import csv
import importlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.config import Settings
from pipeline.errors import ConfigError
from pipeline.language.spellings import spellings

if TYPE_CHECKING:
    from spacy.language import Language

    from pipeline.language.words import Words
    from pipeline.recognizers.page import Page
    from pipeline.tagging import Tagged, Tagger

# Lexicon name -> module with ``build_lexicon(tables)``.
_RECOGNIZERS = {
    "urls": "pipeline.recognizers.urls",
    "dates": "pipeline.recognizers.dates.finder",
    "quantities": "pipeline.recognizers.quantities.finder",
    "places": "pipeline.recognizers.places.finder",
    "english": "pipeline.recognizers.english.finder",
    "titles": "pipeline.recognizers.titles.finder",
    "organizations": "pipeline.recognizers.organizations.finder",
    "people": "pipeline.recognizers.people.finder",
    "events": "pipeline.recognizers.events",
    "initiatives": "pipeline.recognizers.initiatives.finder",
}
_RELATIONS = {
    "statements": "pipeline.relations.statements.finder",
    "agreements": "pipeline.relations.agreements.finder",
}
LEXICONS = {**_RECOGNIZERS, **_RELATIONS}


class LexiconRow(dict[str, str]):
    """A line of a lexicon; a column it lacks is a ConfigError that names the line."""

    def __init__(self, values: Mapping[str, str], place: str) -> None:
        super().__init__(values)
        self.place = place

    def __missing__(self, column: str) -> str:
        raise ConfigError(
            self.place, f"column {column} is missing", f"columns are: {', '.join(self)}"
        )


class LexiconTables(Mapping[str, Sequence[LexiconRow]]):
    """The CSV files of a folder by stem, each read when first asked for.

    Attributes:
        made: parts of several lexicons, by what built them (`pipeline.language.shared`).
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[str, list[LexiconRow]] = {}
        self.made: dict[object, object] = {}

    def __getitem__(self, stem: str) -> Sequence[LexiconRow]:
        if stem not in self._read:
            rows = read_lexicon(self.folder / f"{stem}.csv")
            is_learned = stem.endswith(("_model", "_examples"))
            self._read[stem] = rows if is_learned else in_all_spellings(rows)
        return self._read[stem]

    def data(self, name: str) -> bytes:
        """Return the bytes of a file that is not a CSV, such as ``gazetteer.bin``.

        Raises:
            ConfigError: the file is missing.
        """
        try:
            return (self.folder / name).read_bytes()
        except OSError as error:
            raise ConfigError(
                str(self.folder / name), error.strerror or str(error), "restore the file"
            ) from None

    def __contains__(self, stem: object) -> bool:
        return (self.folder / f"{stem}.csv").is_file()

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(path.stem for path in self.folder.glob("*.csv")))

    def __len__(self) -> int:
        return len(list(self.folder.glob("*.csv")))


def in_all_spellings(rows: Sequence[LexiconRow]) -> list[LexiconRow]:
    """Return the lines of a lexicon, those of words written in two ways also for the other way."""
    if not rows:
        return []
    word = next(iter(rows[0]))
    known = {row[word] for row in rows}
    spelled: list[LexiconRow] = []
    for row in rows:
        others = [way for way in spellings(row[word])[1:] if way not in known]
        spelled += [row, *(LexiconRow({**row, word: way}, row.place) for way in others)]
    return spelled


def read_lexicon(path: Path) -> list[LexiconRow]:
    """Read a lexicon: UTF-8, a header line, the last column ``source``; blank lines are skipped.

    Raises:
        ConfigError: the file is missing, not UTF-8, or has a line that does not fit the header.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(str(path), error.strerror or str(error), "restore the file") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ConfigError(f"{path}:{line}", "not UTF-8", "save the file as UTF-8") from None
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    rows: list[LexiconRow] = []
    header: list[str] = []
    try:
        for cells in reader:
            place = f"{path}:{reader.line_num}"
            if not header:
                header = _checked_header(cells, place)
            elif any(cell.strip() for cell in cells):
                rows.append(_row(header, cells, place))
    except csv.Error as error:
        raise ConfigError(f"{path}:{reader.line_num}", f"not valid CSV: {error}") from None
    if not header:
        raise ConfigError(f"{path}:1", "expected a header line, found nothing")
    return rows


def _checked_header(cells: Sequence[str], place: str) -> list[str]:
    names = [cell.strip() for cell in cells]
    for name in names:
        if not name or names.count(name) > 1:
            raise ConfigError(
                place, f"column {name!r}", "give every column a name, and each name once"
            )
    if names[-1] != "source":
        raise ConfigError(
            place,
            f"the last column is {names[-1]!r}, expected 'source'",
            "say where facts are from",
        )
    return names


def _row(header: Sequence[str], cells: Sequence[str], place: str) -> LexiconRow:
    if len(cells) != len(header):
        last = header[min(len(cells), len(header)) - 1]
        message = f"column {last}: expected {len(header)} cells, found {len(cells)}"
        raise ConfigError(place, message, "put cells that hold a comma in double quotes")
    values = dict(zip(header, (cell.strip() for cell in cells), strict=True))
    if not values["source"]:
        raise ConfigError(place, "column source is empty", "say where the fact is from")
    return LexiconRow(values, place)


class Resources:
    """What the stages need besides tables.

    Args:
        config_dir: folder of settings and lexicons.
        settings: the settings.
        cache_dir: folder the word cutter may keep a cache in; none if not given.
    """

    def __init__(self, config_dir: Path, settings: Settings, cache_dir: Path | None = None) -> None:
        self.config_dir = config_dir
        self.settings = settings
        self.cache_dir = cache_dir
        self.tables = LexiconTables(config_dir)
        self._lexicons: dict[str, Any] = {}

    def lexicon(self, name: str) -> Any:
        """Return a built lexicon (KeyError if there is none of this name).

        Raises:
            ConfigError: a value in its files cannot be used.
        """
        if name not in self._lexicons:
            build = getattr(importlib.import_module(LEXICONS[name]), "build_lexicon", None)
            try:
                self._lexicons[name] = build(self.tables) if build else None
            except (ValueError, LookupError) as error:
                message = f"the lexicon of {name} cannot be built: {type(error).__name__}: {error}"
                raise ConfigError(str(self.config_dir), message, "undo the last edit") from error
        return self._lexicons[name]

    def words(self) -> Words:
        """Return the word cutter, which keeps the names of the lexicons whole."""
        return self._words

    def nlp(self) -> Language:
        """Return the Language of the tag stage."""
        return self._nlp

    def tag(self, page: Page, document_id: str) -> Tagged:
        """Tag a page: by the Language where the user adds to it, else without making Docs."""
        if not (self.settings.tag.components or self.settings.tag.modules):
            return self.tagger(page, document_id)
        from pipeline.components import tag_page  # noqa: PLC0415 - heavy

        return tag_page(self._nlp, page, document_id)

    @cached_property
    def tagger(self) -> Tagger:
        """The recognizers with their lexicons."""
        from pipeline.tagging import Tagger  # noqa: PLC0415 - heavy

        return Tagger(self)

    def tag_components(self) -> Sequence[str]:
        """Return the names of the user's own components, in order."""
        return self.settings.tag.components

    @cached_property
    def _words(self) -> Words:
        from pipeline.language.words import Words  # noqa: PLC0415 - heavy

        if self.cache_dir is not None:
            self.cache_dir.mkdir(parents=True, exist_ok=True)
        return Words(self._terms(), self.cache_dir)

    def _terms(self) -> list[str]:
        """Return the names that recognizers want to stay whole words."""
        found: list[str] = []
        for name in _RECOGNIZERS:
            terms = getattr(self.lexicon(name), "terms", None)
            if terms is not None:
                found.extend(terms() if callable(terms) else terms)
        return sorted(set(found))

    @cached_property
    def _nlp(self) -> Language:
        from spacy.language import Language  # noqa: PLC0415 - heavy

        from pipeline.components import build_nlp  # noqa: PLC0415 - heavy

        place = f"{self.config_dir / 'pipeline.toml'}: [tag]"
        for module in self.settings.tag.modules:
            try:
                importlib.import_module(module)
            except ModuleNotFoundError as error:
                raise ConfigError(f"{place} modules", str(error), "install it") from None
        for component in self.tag_components():
            if not Language.has_factory(component):
                advice = "name the module that defines it in [tag] modules"
                raise ConfigError(
                    f"{place} components", f"no spaCy component named {component!r}", advice
                )
        return build_nlp(self)
