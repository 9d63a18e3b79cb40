"""Lines of a programme that name a speaker and a topic: 09:30 市長林佩蓉：半島的風.

Contract: such a line says nothing; what stands below it may be said by whom it names.
"""

from __future__ import annotations

import re

from pipeline.contract import Segment
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours

# The time that opens a line of a programme, and the topic behind its speaker.
_CLOCK = views.pattern(
    "\\s*[(\\[]?(?:[上下中]午 ?)?(?:[01]?\\d|2[0-4])(?::?[0-5]\\d|[時點])(?![\\d年月日,.%])"
)
_TOPIC = re.compile("[ ]?(?:\\([^()\n]{0,60}\\))?[ ]?(?P<mark>[:|/─―-]{1,2})[ ]?[^。\n]{2,40}\\Z")
# What is said in a log with times, and names no topic: 請各局處加速, 遵照辦理，下月完成.
_SAID = views.pattern(
    "請各|已(?!知)[^。,;的]{1,8}\\Z|已[派請轉向於完通備]|已經|[下明][週月日天]|不要|務必|遵照|正在|收到|了[!]?\\Z|將[派於請再]"
)


def names_topic(near: Neighbours, position: int, block: Segment) -> bool:
    """Whether a line of a programme names what somebody talks of: 0930 市長林佩蓉：半島的風."""
    view = near.doc.view
    end = block.start + len(view[block.start : block.end].rstrip())
    if not _CLOCK.match(view, block.start, end) or view[end - 1] in "。」":
        return False
    topic = _TOPIC.match(view, position, end)
    return topic is not None and _SAID.search(view, topic.end("mark"), end) is None
