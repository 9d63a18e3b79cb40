"""Letters, letters to the editor and columns that are signed at the foot.

Contract: the words of whoever signs, from below the salutation or the head to the signature, told
in the first person; None where the document has neither head nor signature, or more than one signs.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.contract import Mention, Segment, Statement
from pipeline.language import views
from pipeline.recognizers.people.signatures import REGARDS
from pipeline.relations.neighbours import Neighbours, trimmed
from pipeline.relations.statements.speakers import speaker_of, statement

LETTER = "letter"
# 敬愛的市民朋友：, 王市長您好：, 市長 徐偉倫 閣下鈞鑒
_SALUTES = views.pattern(
    "[ \u3000]*(?:(?:尊敬|敬愛|親愛|敬啟)的?[^。!?\n]{0,40}[:,]\\s*\\Z"
    "|(?:尊敬|敬愛|親愛)的[^。!?\n:,]{0,30}(?:者|們|朋友|夥伴|鄉親|同仁|同學|[市縣局處校院會村里家]長|議員|先生|女士|小姐)\\s*\\Z"
    "|(?:敬啟者|各位[^。!?\n]{1,16})[ ]?[:,]\\s*\\Z"
    "|(?:[此謹敬]?致[ \u3000:])[^。!?\n]{2,40}\\s*\\Z"
    "|[^。!?\n:,]{2,40}(?:先生|女士|小姐|[吾仁賢]?[兄姊姐弟]|[市縣鎮鄉議]長)[ ]?[:,]\\s*\\Z"
    "|[^。!?\n:]{2,40}閣下[ ]?[:,]?\\s*\\Z"
    "|[^。!?\n:]{2,40}(?:[你您]們?好|[鈞道惠勛勳台大尊雅賜]鑒)[^。\n]{0,4}\\s*\\Z)"
)
# 讀者投書, 市長的話, 院長手記
_HEADS = views.pattern(
    "(?:讀者(?:投書|來函|來信|來稿)|民意論壇|投書|[市縣鎮鄉區局處院校會]長的?(?:話|信|手記|週記|專欄|來信)"
    "|給[^。,;:\n]{2,24}的(?:一封)?(?:公開)?信|公開信|卷首語|編者的話)(?=\\s*(?:\\Z|[:|/(─—-]))"
)
# Who sends a release, writes of it, answers calls or wins a prize signs no letter.
_SENDS = views.pattern(
    "記者|報導|發稿|撰稿|撰文|攝影|編輯|整理|翻譯|聯絡|窗口|承辦|經辦|抄[存錄]|電話"
    "|新聞(?=聯[絡繫]|稿|資料|窗口|[ :/]|$)"
    "|(?<![\u3400-\u9fff])[文圖][ ]?[/:|]|[得獲]獎|資料來源"
)
# The foot may tell who the writer is: （作者王大明，臺南市民）
_WRITER = views.pattern("[ \u3000(]*(?:作者|投書[人者]|本文作者|筆者)(?:為|是|:|/)?[ ]?")
_I = views.pattern("我|本人|本[市縣府校會處]|貴[我市縣府校會處]|[您你]|敝")
# Each of several letters has its signature below: ——北屯區一位晨跑者
_DASHED = re.compile("[ ]*[-—–─]{1,3}")
_SENTENCE = re.compile("[。!?]")
# What may stand below the signature: a day, what is enclosed, who gets a copy.
_BELOW = views.pattern(
    "[ \u3000(]*(?:[0-9]{2,4}[年./-]|[中民][華國]|[二一][0-9○〇零一二三四五六七八九]{3}年"
    "|附件|副本|抄送|聯絡|電話)"
)
# What the writer adds below the signature is said as well.
_ADDED = views.pattern(
    "[ \u3000(]*(?:P\\.?S|又及?[:,。]|又啟|[再附補另](?:及|啟|筆|記|註|言|白|陳)[:,。 \u3000])",
    re.IGNORECASE,
)
# Who writes as 我 tells all in his own voice; an office (本所, 敝市) reports what others say.
_ALONE = views.pattern("(?<![貴你自])我(?![們國市府方縣校會雙])")
# Heads of letters that go back and forth: 【來函】, 〈再復〉, （回信）
_MAIL = views.pattern(
    "[ \u3000]*[【〈《(\\[]"
    "(?:第[一二三四五六]封[函信]?|原[函信]|再?[來去復覆回致][函信電]|再[復覆回])[】〉》)\\]]\\s*"
)
_LONGEST_FOOT, _HEAD_LINES, _FOOT_LINES, _LEAST = 60, 8, 6, 2
_LEAST_SAID = 30


def find_letters(near: Neighbours, blocks: list[Segment]) -> list[Statement]:
    """Return the words of the letter a document is, or of each that heads part: 【來函】, 【復函】.

    Args:
        near: a document without turns or tables.
        blocks: its titles and paragraphs.
    """
    view = near.doc.view
    heads = [i for i, b in enumerate(blocks) if _MAIL.fullmatch(view, b.start, b.end)]
    parts = [blocks[low + 1 : high] for low, high in pairwise([*heads, len(blocks)])]
    letters = [find_letter(near, part) for part in parts] if len(heads) > 1 else []
    # 《回信》 may only head a part of one letter that is begun above
    is_one = len(heads) < 2 or _head(near, blocks[: heads[0]]) is not None
    if is_one and not any(letters):
        letters = [find_letter(near, blocks)]
    return [letter for letter in letters if letter is not None]


def find_letter(near: Neighbours, blocks: list[Segment]) -> Statement | None:
    """Return the words of whoever signs the letter that blocks are, or None."""
    head = _head(near, blocks)
    foot = _foot(near, blocks) if head is not None else None
    if head is None or foot is None:
        return None
    last, writer = foot
    view = near.doc.view
    said = [b for b in blocks[head:last] if _SENTENCE.search(view, b.start, b.end)]
    said += [b for b in blocks[last:] if said and _ADDED.match(view, b.start, b.end)]
    are_several = any(_DASHED.match(near.doc.view, b.start, b.end) for b in blocks[head:last])
    if not said or are_several:
        return None
    start, end = trimmed(near.doc.text, said[0].start, said[-1].end)
    if end - start < _LEAST_SAID or len(_I.findall(near.doc.view, start, end)) < _LEAST:
        return None
    speaker = speaker_of(near, writer.entity_id, writer.start)
    return statement(
        near.doc, "direct", said[0].segment_id, start, end, speaker, rule=LETTER, score=0.8
    )


def is_personal(view: str, start: int, end: int) -> bool:
    """Whether a letter speaks of its writer as 我, and for no office."""
    return len(_ALONE.findall(view, start, end)) > _LEAST


def _head(near: Neighbours, blocks: list[Segment]) -> int | None:
    """Return the first block behind the salutation, else behind a head that tells of a letter."""
    view, headed = near.doc.view, None
    for index, block in enumerate(blocks[:_HEAD_LINES]):
        if _SALUTES.match(view, block.start, block.end):
            return index + 1
        is_short = block.end - block.start <= _LONGEST_FOOT
        if headed is None and is_short and _HEADS.search(view, block.start, block.end):
            headed = index + 1
    return headed


def _foot(near: Neighbours, blocks: list[Segment]) -> tuple[int, Mention] | None:
    """Return the block that signs a letter, and who does."""
    view = near.doc.view
    for index in range(len(blocks) - 1, max(0, len(blocks) - _FOOT_LINES), -1):
        block = blocks[index]
        people = near.doc.kept_in(block.start, block.end, "PERSON")
        is_writer = _WRITER.match(view, block.start, block.end) is not None
        is_short = block.end - block.start <= _LONGEST_FOOT
        is_sent = not is_writer and _SENDS.search(view, block.start, block.end) is not None
        if (
            people
            and not is_sent
            and (is_writer or (is_short and _is_signature(near, block, people[-1])))
        ):
            return (index, people[0]) if len({m.entity_id for m in people}) == 1 else None
        is_below = _BELOW.match(view, block.start, block.end) is not None
        is_below = is_below or _ADDED.match(view, block.start, block.end) is not None
        if _SENTENCE.search(view, block.start, block.end) and not (
            is_below or view[block.start] in "(【"
        ):
            return None
    return None


def _is_signature(near: Neighbours, block: Segment, last: Mention) -> bool:
    """Whether a line without a sentence ends with who signs, regards or a day behind the name."""
    if _SENTENCE.search(near.doc.view, block.start, block.end):
        return False
    rest = near.doc.view[last.end : block.end].strip()
    return not rest or REGARDS.match(near.doc.view, last.end) is not None or len(rest) < 12
