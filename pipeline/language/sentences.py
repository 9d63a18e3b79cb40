"""Where sentences begin.

Contract: pure and linear in the text; the stretches between starts cover the text.
"""

from __future__ import annotations

import re

from pipeline.language import views

# A sentence ends at its mark and the quotes and brackets that close with it.  Half-width ? and !
# end one only before a space, a Han character or the end, so that addresses stay whole.  A line end
# ends a sentence too, unless a comma stands before it.
_END = re.compile(
    r"(?:[。！？]+|[?!]+(?=[\s」』”’）)\u3400-\u9fff]|\Z)|…{1,2}(?=[」』”]))"
    r"[。！？?!」』”’）)】》〉\"'〞〟﹂﹄｣»›]*\s*"
    r"|(?<![，、,])\n\s*"
)
# 講者：, 主題： behind a gap in a line of an agenda.
_FIELD = re.compile(
    r"(?<=\S)\s+(?:[|]\s*)?"
    r"(?=[\u3400-\u9fff]{2,10}:|(?:speakers?|moderator|panel(?:l?ists?)?|topic|venue):)",
    re.IGNORECASE,
)


def field_starts(text: str) -> list[int]:
    """Return where labelled fields begin in a line, after the first: 講者：, 主題：.

    >>> text = "09:40　專題演講：智慧水網　講者：臺南市副市長 葉澤山"
    >>> [text[start:] for start in field_starts(text)]
    ['專題演講：智慧水網\u3000講者：臺南市副市長 葉澤山', '講者：臺南市副市長 葉澤山']
    """
    return [match.end() for match in _FIELD.finditer(views.fold(text))]


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
