"""Where sentences begin.

Contract: pure and linear in the text; the stretches between starts cover the text.
"""

from __future__ import annotations

import re

# A sentence ends at its mark and the quotes and brackets that close with it.  Half-width ? and !
# end one only before a space, a Han character or the end, so that addresses stay whole.  A line end
# ends a sentence too, unless a comma stands before it.
_END = re.compile(
    r"(?:[。！？]+|[?!]+(?=[\s」』”’）)\u3400-\u9fff]|\Z)|…{1,2}(?=[」』”]))"
    r"[。！？?!」』”’）)】》〉\"']*\s*"
    r"|(?<![，、,])\n\s*"
)


def sentence_starts(text: str) -> list[int]:
    """Return the offsets at which the sentences of ``text`` begin; the first is 0.

    >>> text = "他說：「好。」大家同意。 散會"
    >>> [text[a:b] for a, b in zip(sentence_starts(text), [7, 13, 15])]
    ['他說：「好。」', '大家同意。 ', '散會']
    """
    starts = [0]
    for match in _END.finditer(text):
        end = match.end()
        if end < len(text) and text[starts[-1] : end].strip():
            starts.append(end)
    return starts
