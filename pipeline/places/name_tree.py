"""Latin names as a tree of letters that grows where it is walked.

Contract: a node is a number: the first of the sorted names with its beginning, and how many letters
were read.  Nodes of a single name take no memory.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

# No name is longer than this many letters.
_DEPTHS = 128
# Below this many names looking at each is faster than searching.
_FEW = 12

ROOT = 0


class NameTree:
    """Sorted Latin names as a tree.

    Args:
        names: sorted names of plain letters, no two equal.

    >>> tree = NameTree(["oran", "orel"])
    >>> sorted(tree.ahead(tree.ahead(tree.ahead(ROOT)["o"])["r"]))
    ['a', 'e']
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._ahead: dict[int, dict[str, int]] = {}
        # Where the names of a node end, for nodes of several names.
        self._ends = {ROOT: len(names)} if len(names) != 1 else {}

    def only_name(self, node: int) -> str | None:
        """Return the letters still to read at a node of a single name, or None."""
        if node in self._ends:
            return None
        return self._names[node // _DEPTHS][node % _DEPTHS :]

    def ahead(self, node: int) -> dict[str, int]:
        """Return the nodes one letter further."""
        found = self._ahead.get(node)
        if found is None:
            rest = self.only_name(node)
            if rest is not None:
                return {rest[0]: node + 1} if rest else {}
            found = self._ahead[node] = self._split(node)
        return found

    def _split(self, node: int) -> dict[str, int]:
        names, depth, high = self._names, node % _DEPTHS, self._ends[node]
        low = node // _DEPTHS + self.is_name(node)
        found: dict[str, int] = {}
        while low < high:
            letter = names[low][depth]
            end = self._end(low, high, depth)
            child = low * _DEPTHS + depth + 1
            found[letter] = child
            if end - low > 1:
                self._ends[child] = end
            low = end
        return found

    def _end(self, low: int, high: int, depth: int) -> int:
        """Return where the names end that share a letter with the first."""
        names = self._names
        if high - low > _FEW:
            return bisect_left(names, names[low][: depth + 1] + "\x7f", low, high)
        letter = names[low][depth]
        end = low + 1
        while end < high and names[end][depth] == letter:
            end += 1
        return end

    def is_name(self, node: int) -> bool:
        """Whether a name ends here."""
        low = node // _DEPTHS
        return low < len(self._names) and len(self._names[low]) == node % _DEPTHS

    def name(self, node: int) -> str:
        """Return the letters read so far."""
        return self._names[node // _DEPTHS][: node % _DEPTHS]
