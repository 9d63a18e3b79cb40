"""Make a corpus of any size from the project's own documents.

Contract: the same numbers give the same files; no two files are equal, and their numbers, order of
lines and closing lines differ, so that no cache by content serves two of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
_DIGITS = "0123456789"


def own_documents() -> list[Path]:
    """Return the documents of the project: those of raw/ and the texts of the gold set."""
    found = [*(ROOT / "raw").glob("*.txt"), *(ROOT / "tests" / "gold").rglob("*.txt")]
    return sorted(found)


def varied(text: str, number: int) -> str:
    """Return a variant of a text: other digits in long numbers, prose paragraphs in other order."""
    shift = str.maketrans(_DIGITS, _DIGITS[number % 7 :] + _DIGITS[: number % 7])
    lines = text.splitlines()
    if "\t" not in text and len(lines) > 2:
        turn = 1 + number % (len(lines) - 1)
        lines = [lines[0], *lines[turn:], *lines[1:turn]]
    lines = [line.translate(shift) if len(line) % 3 == number % 3 else line for line in lines]
    return "\n".join([*lines, f"第{number + 1}份文件。", ""])


def write_corpus(folder: Path, copies: int) -> int:
    """Write ``copies`` variants of each document; return their number of characters."""
    folder.mkdir(parents=True)
    n_chars = 0
    for path in own_documents():
        text = path.read_text(encoding="utf-8-sig")
        for number in range(copies):
            variant = varied(text, number)
            n_chars += len(variant)
            name = f"{path.stem}-{number:04d}"
            (folder / f"{name}.txt").write_text(variant, encoding="utf-8")
            meta = path.with_name(f"{path.stem}.meta.toml")
            if meta.is_file():
                (folder / f"{name}.meta.toml").write_bytes(meta.read_bytes())
    return n_chars


def write_small_files(folder: Path, number: int) -> None:
    """Write many files of one sentence each."""
    folder.mkdir(parents=True)
    for index in range(number):
        home = folder / f"{index // 1000:03d}"
        home.mkdir(exist_ok=True)
        text = f"臺北市長柯文哲表示，第{index}號站節電{index % 97}%。\n"
        (home / f"{index:05d}.txt").write_text(text, encoding="utf-8")


def sentences_of_documents() -> Iterator[str]:
    """Yield the sentences of the project's documents, what the peers are given."""
    for path in own_documents():
        for line in path.read_text(encoding="utf-8-sig").splitlines():
            for sentence in line.replace("。", "。\n").splitlines():
                if sentence.strip():
                    yield sentence.strip()
