"""People whom a report calls by what they are and who say something: 同行的工程師補充，….

Contract: the noun and a verb of saying make one clause, and a pause follows; whom somebody invites,
asks or turns to does not speak.
"""

from __future__ import annotations

import re

from pipeline.contract import Segment
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours

# What people are called by the last sign of the word, and whole words.
PEOPLE = (
    "[\u3400-\u9fff](?:(?<![成動委會])員|者|(?<!會)師|客|(?<!會)審|童)|[志員移勞技義]工|[包攤廠盤台發銷外僑店運應建造]商|(?:學|師|醫|研究|留學|實習|服務|門|考)生|[專行玩店商船農漁果住買賣廠頭]家"
    "|(?<![市縣鄉鎮區局處部院署])[店校館團隊會事班社園站廠里村鄰家院館組船機議]長"
    "|(?<![本個私令兩二三四五專別他動])人|[農漁居市村里鄉鎮縣選難移果國網]民|民眾|[學業商外政藝各警媒軍]界|[屋業店飼地雇車船]主|[網好球車山牌親]友"
    "|專家|教練|配偶|[住農漁商租用]戶|團隊|[環民社農學]團|老闆娘?|店東|媒體|警方|[姊姐兄]妹|兄弟|耆老|頭目|[青酪花果菜茶棉]農|師傅|護士|博士|人士|大夫|長輩|代表|主管|官員|教授|團體|組織|協會|工會|商會|黨團|評委"
    "|阿嬤|阿公|阿伯|阿姨|老翁|老婦|婦人|男子|女子|女士|先生|媽媽|爸爸|母親|父親|奶奶|爺爺|老人|青年|少年|孩子|夫婦|夫妻"
)
# Within the words for somebody no other one acts: 市府邀集|業者說明.
_ACTS = (
    "[他她它我你您們向對跟讓請被把給由使令遭經雖如若凡]|當(?!地)|告訴|邀集|召集|召開|安排|協助|陪同|陪伴|拜會|拜訪|會見|接見|會晤|勉勵|鼓勵|提醒"
    "|歡迎|感謝|詢問|訪問(?!團)|走訪|輔導|補助|聽取|委託|要求|提供|處理|解決|回[覆應復]|答[覆復]|機器|說明|介紹|表示|指出|通知|公告|透過|根據|依據|針對|面對|以及"
)
# Things called after people: 里民|卡, 社團|評鑑.
_NO_THINGS = "(?!系統|卡|證|活動|評鑑|大會|中心|會館|廣場|調查|問卷)"
# What one does before others, and tells nothing by itself.
_SHOWS = frozenset(
    views.fold("報告 簡報 致詞 致辭 發言 質詢 提問 演講 開講 主講 講解 解說 介紹 示範").split()
)
_THINKS = (
    "反映|投訴|陳情|留言|觀察|希望|期待|期盼|估計|估算|預估|預期"
    "|預料|研判|推測|相信|擔心|擔憂|發現|分析|判斷|盼"
)
_THOUGHT = views.pattern(_THINKS)
# A sentence that opens so is still theirs; one that opens so is the report's again.
_THEIRS = re.compile("[「他她]|[^。,;!?「」]{0,8}[他她]")
_REPORT = views.pattern("[為對]此|隨後|後來|[市縣]府|本[市府縣局]|[今明]年起")
# Somebody else asks in between: what follows is said anew.
_ASKED = re.compile(
    "(?:媒体|记者|外界|与会者|听众|观众|民众|网友|现场|议员|立法委员|立委|民代|市民|业者|在野|学者|家长"
    "|[里村邻]长|居民|住户|学生|司机|店家|摊商|会员|主持人|[一某][位名][^。,;、]{1,8}?|[也另]?有人|有[^。,;、]{0,6}?[员者众友生民家客商])[^。,;]{0,8}?"
    "(?:问(?!的)|关心|关切|质疑|好奇|批评|追问|抱怨|投诉|反映|叫苦)"
)
_PAUSE = "(?=[,:「])"
# Behind the mark of an item: •有里民抱怨, 一、有民眾質疑, (二)一位店家說.
_ITEM = (
    "(?<=\n[·.■◆●▪◎※])|(?<=\n[一二三四五六七八九十0-9][、.)])"
    "|(?<=\n[(][一二三四五六七八九十0-9][)])"
)
_LINE = views.pattern(f"\\s*[^。,;:!?\n]{{0,12}}?(?:{PEOPLE})們?\\s*")


def opens(signs: str) -> str:
    """Return the pattern of where a clause opens: behind these signs or the mark of an item."""
    return rf"(?:(?<![^\n\t」 {signs}])|{_ITEM})(?![(.·■◆●▪◎※])"


def bystander_pattern(strong: str) -> re.Pattern[str]:
    """Return the pattern of a clause in which somebody without a name speaks.

    Args:
        strong: alternatives of verbs of saying, folded.
    """
    return re.compile(
        rf"{opens('。!?')}"
        rf"(?:(?!{views.simplify(_ACTS)})[^。,;:!?「」、\n\s]){{0,16}}?"
        rf"(?:{views.simplify(PEOPLE)}){views.simplify(_NO_THINGS)}(?:[(][^()\n]{{1,12}}[)]|「[^「」\n]{{1,12}}」)?"
        rf"们?(?:对此)?(?:(?!{views.simplify(_ACTS)})[^。,;:!?「」、\n\s的]){{0,5}}?"
        rf"(?P<verb>{strong}|{views.simplify(_THINKS)}){_PAUSE}"
    )


def speaks(match: re.Match[str]) -> bool:
    """Whether a clause tells that something is said, and not only that somebody takes the floor."""
    return match["verb"] not in _SHOWS


def only_thinks(match: re.Match[str]) -> bool:
    """Whether somebody feels or finds something, which others tell as well: 市民反映，…."""
    return _THOUGHT.fullmatch(match["verb"]) is not None


def says_more(near: Neighbours, verb: str | None, start: int, end: int) -> bool:
    """Whether the sentence that begins at ``start`` is said by them, too.

    What people think is one sentence; what they say ends where the city or a body acts.
    """
    view = near.doc.view
    if _THEIRS.match(view, start, end) is not None:
        return True
    is_thought = _THOUGHT.fullmatch(views.fold(verb or "")) is not None
    is_report = is_thought or _REPORT.match(view, start, end) is not None
    return not is_report and near.starting(start, "CITY", "ORGANIZATION") is None


def is_people(near: Neighbours, segment: Segment) -> bool:
    """Whether a line or cell holds what people are called and no more: 在地居民, 里長們."""
    return _LINE.fullmatch(near.doc.view, segment.start, segment.end) is not None


def speaks_between(view: str, low: int, high: int, bystanders: re.Pattern[str]) -> bool:
    """Whether somebody without a name asks or speaks before the last speaker does again."""
    said = bystanders.finditer(view, low, high)
    return _ASKED.search(view, low, high) is not None or not all(map(only_thinks, said))
