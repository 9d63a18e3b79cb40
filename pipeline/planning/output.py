"""The published output as it lies on disk: where it is and whether someone touched it.

Contract: no heavy import; a published file that is missing or differs is named.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path


def generations_folder(out: Path) -> Path:
    """Return the folder of all generations of an output."""
    return out / ".tables"


def current_generation(out: Path) -> Path | None:
    """Return the folder of the published generation, or None if there is none."""
    home = generations_folder(out)
    pointer = home / "current.txt"
    if (home / "current").is_symlink():
        folder = home / (home / "current").readlink()
    elif pointer.is_file():
        folder = home / pointer.read_text(encoding="utf-8").strip()
    else:
        return None
    return folder if folder.is_dir() else None


def is_foreign(out: Path, name: str, made: Path | None) -> bool:
    """Tell whether a file of the user stands where a description of the tables would go.

    Args:
        out: the output folder.
        name: name of the file there.
        made: the same file of the current generation, or None if there is none.

    A table is always ours; a description is ours while it is a link, or equal to what was made.
    """
    path = out / name
    if name.endswith(".parquet") or path.is_symlink() or not path.exists():
        return False
    try:
        return made is None or path.read_bytes() != made.read_bytes()
    except OSError:
        return True


def find_damage(
    out: Path,
    generation: str,
    files: Mapping[str, tuple[int, int, str]],
    *,
    verify: bool = False,
) -> list[str]:
    """Name the published files that are missing or changed.

    Args:
        out: the output folder.
        generation: the generation the manifest tells of.
        files: size, modification time in ns and SHA-256 of its files.
        verify: hash every file, whatever its size and time.
    """
    current = current_generation(out)
    if current is None or current.name != generation:
        return ["is not the one of the last run"]
    linked = (generations_folder(out) / "current").is_symlink()
    damage = []
    for name, (size, mtime_ns, sha256) in files.items():
        if is_foreign(out, name, current / name):
            continue
        paths = [current / name] if linked else [current / name, out / name]
        link = out / name.partition("/")[0]
        if linked and not (link.is_symlink() and link.resolve() == _home_of(current, name)):
            damage.append(f"{name} is missing")
            continue
        for path in paths:
            try:
                stat = path.stat()
            except OSError:
                damage.append(f"{name} is missing")
                break
            if (stat.st_size, stat.st_mtime_ns) != (size, mtime_ns) or (
                verify and hashlib.sha256(path.read_bytes()).hexdigest() != sha256
            ):
                damage.append(f"{name} was changed")
                break
    return damage


def _home_of(current: Path, name: str) -> Path:
    return (current / name.partition("/")[0]).resolve()
