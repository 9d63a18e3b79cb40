"""What is found does not depend on the way a document is written.

The same documents in other characters, marks, lines and formats have to score as they do unchanged.
Every fifth of the plain documents in ``blind/`` is read, with its annotations rewritten alike.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from pipeline.language.views import simplify
from tests.gold.test_accuracy import BLIND, HERE, Score, scores_of

_HAN = "\u3400-\u9fff"
_STOPS = "，。、；：」』）！？"
# How much a score may differ: a fiftieth, or four mistakes of a kind of which there are few.
_TOLERANCE, _MISTAKES = 0.02, 4


def unchanged(text: str) -> str:
    return text


def straight_quotes(text: str) -> str:
    return text.translate(str.maketrans("「」", '""'))


def curly_quotes(text: str) -> str:
    return text.translate(str.maketrans("「」『』", "“”‘’"))


def half_width_marks(text: str) -> str:
    return text.translate(str.maketrans("，：；（）％！？", ",:;()%!?"))


def full_width_digits(text: str) -> str:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    alone = r"(?<![A-Za-z0-9./_:@-])[0-9]+(?![A-Za-z0-9/_@-])"
    return re.sub(alone, lambda digits: digits[0].translate(wide), text)


def spaces_around_latin(text: str) -> str:
    text = re.sub(f"([{_HAN}])([A-Za-z0-9$])", r"\1 \2", text)
    return re.sub(f"([A-Za-z0-9%])([{_HAN}])", r"\1 \2", text)


def indented(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(f"　　{line}" if line.strip() and "|" not in line else line for line in lines)


def wrapped(text: str, width: int = 36) -> str:
    """Break long lines; a line begins with no stop, and words and numbers stay whole.

    Lines set in columns, as rows and page headers are, stay whole too.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        rest = line
        is_set = "|" in line or "\t" in line or "\u3000\u3000" in line.strip()
        while len(rest) > width + 6 and not is_set:
            end = width
            while end < len(rest) and rest[end] in _STOPS:
                end += 1
            while end > 1 and _is_word(rest[end - 1 : end + 1]):
                end -= 1
            lines.append(rest[:end])
            rest = rest[end:].lstrip(" ")
        lines.append(rest)
    return "\n".join(lines)


def _is_word(pair: str) -> bool:
    return len(pair) == 2 and all(c < "\u2e80" and (c.isalnum() or c in ".,'’%-") for c in pair)


def as_text(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def as_page(folder: Path, name: str, text: str) -> None:
    lines = (f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip())
    page = f'<html><head><meta charset="utf-8"></head><body>{"".join(lines)}</body></html>'
    (folder / f"{name}.html").write_text(page, encoding="utf-8")


def as_word(folder: Path, name: str, text: str) -> None:
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph("".join(c for c in line if c >= " " or c == "\t"))
    document.save(folder / f"{name}.docx")


WRITTEN: dict[str, tuple[Callable[[str], str], bool, Callable[[Path, str, str], None]]] = {
    # Name: how the text is rewritten, whether the annotations are too, and the format.
    "simplified": (simplify, True, as_text),
    "straight quotes": (straight_quotes, True, as_text),
    "curly quotes": (curly_quotes, True, as_text),
    "half-width marks": (half_width_marks, True, as_text),
    "full-width digits": (full_width_digits, False, as_text),
    "spaces around Latin": (spaces_around_latin, False, as_text),
    "indented": (indented, False, as_text),
    "wrapped": (wrapped, False, as_text),
    "web page": (unchanged, False, as_page),
    "Word": (unchanged, False, as_word),
}


def rewritten(value: Any, rewrite: Callable[[str], str]) -> Any:
    """Rewrite the strings of an annotation, without its keys, days and domains."""
    if isinstance(value, str):
        return rewrite(value)
    if isinstance(value, list):
        return [rewritten(item, rewrite) for item in value]
    if isinstance(value, dict):
        kept = ("id", "doc_date", "theme", "no")
        return {k: v if k in kept else rewritten(v, rewrite) for k, v in value.items()}
    return value


def score_written(name: str, folder: Path) -> dict[str, Score]:
    rewrite, with_gold, write = WRITTEN.get(name, (unchanged, False, as_text))
    raw, gold = folder / "raw", folder / "gold"
    raw.mkdir()
    gold.mkdir()
    for path in sorted((HERE / "blind" / "docs").glob("*.txt"))[::5]:
        write(raw, path.stem, rewrite(path.read_text(encoding="utf-8")))
        answer = json.loads((HERE / "blind" / "gold" / f"{path.stem}.json").read_bytes())
        answer = rewritten(answer, rewrite) if with_gold else answer
        (gold / f"{path.stem}.json").write_text(json.dumps(answer), encoding="utf-8")
    return scores_of(raw, gold, folder / "out")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Score]:
    return score_written("", tmp_path_factory.mktemp("plain"))


@pytest.mark.parametrize("name", WRITTEN)
def test_scores_are_those_of_the_plain_text(
    name: str, plain: dict[str, Score], tmp_path: Path
) -> None:
    scores = score_written(name, tmp_path)
    # A page has tables of its own: one drawn with strokes in its paragraphs is no fair test.
    kinds = [kind for kind in BLIND if not (name == "web page" and kind.startswith("rows"))]
    lost = {
        kind: (round(plain[kind].f1, 3), round(scores[kind].f1, 3))
        for kind in kinds
        if scores[kind].f1 < plain[kind].f1 - max(_TOLERANCE, _MISTAKES / plain[kind].gold)
    }
    assert lost == {}
