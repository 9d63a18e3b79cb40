"""Settings and lexicons: what is wrong is named by file, place and cure."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from pipeline import errors
from pipeline.config import Settings, find_config_dir, parse_settings, read_settings
from pipeline.errors import ConfigError
from pipeline.recognizers.page import Page
from pipeline.resources import LEXICONS, LexiconTables, Resources, read_lexicon


def test_the_settings_of_the_project_are_the_defaults() -> None:
    assert read_settings(find_config_dir()) == Settings()


def test_settings_are_read_by_section() -> None:
    settings = parse_settings({"run": {"workers": 4}, "tag": {"components": ["my_ner"]}})
    assert settings.run.workers == 4
    assert settings.tag.components == ("my_ner",)
    assert settings.paths.raw == "raw"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[run]\nworkrs = 1", r"\[run\] workrs: unknown setting \(did you mean 'workers'\?\)"),
        ("[rum]\n", r"rum: unknown setting \(did you mean 'run'\?\)"),
        ("[zzz]\n", r"unknown setting \(known: paths, run, publish, tag\)"),
        ("run = 1", r"run: expected a section \(write \[run\]\)"),
        ("[run]\nworkers = '2'", r"workers: expected a whole number, 0 or more, found '2'"),
        ("[run]\nworkers = true", r"expected a whole number, 0 or more, found True"),
        ("[run]\nshard_bytes = 0", r"expected a whole number above 0, found 0"),
        ("[paths]\nraw = 1", r"\[paths\] raw: expected a string, found 1"),
        ("[tag]\ncomponents = 'ner'", r"expected a list of strings, found 'ner'"),
        ("[run", r"not valid TOML"),
    ],
)
def test_wrong_settings(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "pipeline.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        read_settings(tmp_path)


def test_missing_settings_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"pipeline\.toml: No such file .*--config\)"):
        read_settings(tmp_path)


def lexicon(tmp_path: Path, data: str | bytes) -> Path:
    path = tmp_path / "units.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_lexicon_rows_by_column(tmp_path: Path) -> None:
    path = lexicon(tmp_path, '\ufeffname,note,source\n公里,"a, b",UCUM\n\n 萬 ,,CLDR\n')
    assert read_lexicon(path) == [
        {"name": "公里", "note": "a, b", "source": "UCUM"},
        {"name": "萬", "note": "", "source": "CLDR"},
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", r"units\.csv:1: expected a header line, found nothing"),
        ("name,code\n", r"units\.csv:1: the last column is 'code', expected 'source'"),
        ("name,name,source\n", r"units\.csv:1: column 'name' \(give every column a name"),
        ("name,,source\n", r"units\.csv:1: column ''"),
        ("name,source\n公里,x,y\n", r"units\.csv:2: column source: expected 2 cells, found 3"),
        ("name,code,source\n\n公里,x\n", r"units\.csv:3: column code: expected 3 cells, found 2"),
        ("name,source\n公里,\n", r"units\.csv:2: column source is empty"),
        ('name,source\n"公里,x\n', r"units\.csv:2: not valid CSV"),
        (b"name,source\nx,y\n\xff,z\n", r"units\.csv:3: not UTF-8 \(save the file as UTF-8\)"),
    ],
)
def test_wrong_lexicon_lines(tmp_path: Path, data: str | bytes, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        read_lexicon(lexicon(tmp_path, data))


def test_missing_lexicon_and_missing_column(tmp_path: Path) -> None:
    lexicon(tmp_path, "name,source\n公里,UCUM\n")
    tables = LexiconTables(tmp_path)
    assert list(tables) == ["units"]
    with pytest.raises(ConfigError, match=r"titles\.csv: No such file"):
        tables["titles"]
    with pytest.raises(ConfigError, match=r"units\.csv:2: column code is missing \(columns are: n"):
        tables["units"][0]["code"]
    with pytest.raises(ConfigError, match=r"gazetteer\.bin: No such file"):
        tables.data("gazetteer.bin")


def test_every_lexicon_of_the_project_is_well_formed() -> None:
    tables = LexiconTables(find_config_dir())
    assert len(tables) > 0
    assert all(tables[stem] for stem in tables if stem != "overrides")


@pytest.mark.parametrize("name", LEXICONS)
def test_lexicons_are_built_once(name: str) -> None:
    resources = Resources(find_config_dir(), Settings())
    assert resources.lexicon(name) is resources.lexicon(name)


def test_value_a_lexicon_cannot_use(tmp_path: Path, monkeypatch) -> None:
    from pipeline.recognizers import urls

    def build(tables: LexiconTables) -> None:
        int(tables["units"][0]["name"])

    lexicon(tmp_path, "name,source\n公里,UCUM\n")
    monkeypatch.setattr(urls, "build_lexicon", build)
    with pytest.raises(ConfigError, match=r"lexicon of urls cannot be built: ValueError: invalid"):
        Resources(tmp_path, Settings()).lexicon("urls")


def test_own_component_makes_mentions() -> None:
    own = {"components": ["tests_own_ner"], "modules": ["tests.system.own_component"]}
    nlp = Resources(find_config_dir(), parse_settings({"tag": own})).nlp()
    doc = nlp("大家走進蘋果。")
    assert [(span.text, span.label_) for span in doc.spans["mentions"]] == [
        ("蘋果", "ORGANIZATION")
    ]


def test_tagging_with_and_without_spacy_gives_the_same() -> None:
    text = "臺北市長蔣萬安宣布投入3.5億元，2024年3月與布達佩斯簽署合作備忘錄。"
    plain = Resources(find_config_dir(), Settings())
    own = {"components": ["tests_own_ner"], "modules": ["tests.system.own_component"]}
    added = Resources(find_config_dir(), parse_settings({"tag": own}))
    one, two = plain.tag(Page.of(text), "d"), added.tag(Page.of(text), "d")
    assert one.judged
    assert (one.words, one.judged) == (two.words, two.judged)
    doc = plain.nlp()(text)
    spans = doc.spans["mentions"]
    assert [(s.start_char, s.end_char, s.label_) for s in spans] == [
        (claim.start, claim.end, claim.label) for _, claim in one.kept()
    ]


def test_unknown_component_and_module() -> None:
    component = parse_settings({"tag": {"components": ["my_ner"]}})
    with pytest.raises(ConfigError, match=r"no spaCy component named 'my_ner' \(name the module"):
        Resources(find_config_dir(), component).nlp()
    module = parse_settings({"tag": {"modules": ["no_such_module"]}})
    with pytest.raises(ConfigError, match=r"\[tag\] modules: No module named 'no_such_module'"):
        Resources(find_config_dir(), module).nlp()


@pytest.mark.parametrize(
    ("error", "exit_code"),
    [
        (errors.SummitError, 1),
        (errors.UsageError, 2),
        (errors.ConfigError, 1),
        (errors.InputError, 1),
        (errors.ContractError, 1),
        (errors.OutputError, 1),
    ],
)
def test_errors_read_as_one_line_and_survive_pickling(error: type, exit_code: int) -> None:
    made = error("raw/2024.csv:12", "'惠夜基' is not a known city", "add it to config/cities.csv")
    again = pickle.loads(pickle.dumps(made))
    assert type(again) is error
    assert again.exit_code == exit_code
    assert str(again) == (
        "raw/2024.csv:12: '惠夜基' is not a known city (add it to config/cities.csv)"
    )
    assert str(error("here", "wrong")) == "here: wrong"
