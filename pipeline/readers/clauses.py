"""Tell a clause that announces what is said from the label of a turn: both stand before a colon.

Contract: pure; looks at the folded words before the colon.
"""

from __future__ import annotations

from pipeline.language import columns, views

# A sentence that tells who says something is no label, nor is what opens a letter.
_SAYS = views.pattern(
    r"(?:[^訴學解]說|表示|指出|強調|認為|補充|說明|透露|坦言|直言|宣布|呼籲|笑稱|稱|寫道|轉述|提到|重申|接著|提醒|建議"
    r"|[您你]們?好|[鈞惠台大道勛賜]鑒|敬啟者|[會想就請人來]問|是|[一兩三幾]句話?)\Z"
    r"|\A(?:所以|但是?|因為|如果)|的是."
)
_OPENS = views.pattern(r"\A(?:我|你|它|這|最後|接下來|今天|現在|(?:總結|結論)(?![人者]))")
# Who may be called so: the last one who asks, today's moderator, our delegate.
_PERSON = views.pattern(
    r"先生|女士|小姐|太太|夫人|老師|同學|(?<![二三四五六七八九十兩或再])者|(?<![的個些位別等])人|(?:民|觀|聽|群)眾|(?:學|醫)生|居民|市民|里民|家長|員工"
    r"|來賓|貴賓|嘉賓|講師|律師|司儀|主持|代表|大使|總監|[議委專教隊館人]員|主席|教授|博士|主委|政委|顧問|參事|領事|經理"
    r"|總裁|(?:市|縣|州|區|鎮|鄉|里|村|議|局|處|部|院|署|司|科|課|廳|室|校|會|館|組|社|次|團|站|廠|所|庭|董事|理事|秘書"
    r"|資訊|執行|營運|科技|技術|數位|創新|財務|永續|策略|行政)長|主任"
)
_ORDER = views.pattern(r"\s*(?:[一二三四五六七八九十甲乙丙丁A-Za-z]|\d{1,2})?\Z")
# Words of a clause, whoever it ends with: 我要感謝的市長.
_VERB = views.pattern("[是要想謝請讓給把]|(?<!代)為|說(?!話)")


def is_clause(folded: str) -> bool:
    """Tell whether the words before a colon are a clause and name nobody.

    >>> is_clause("今天的結論"), is_clause("最後我要說的是"), is_clause("市長表示")
    (True, True, True)
    >>> is_clause("今天的主持人"), is_clause("最後一位發言人李太太"), is_clause("王局長")
    (False, False, False)
    """
    if _SAYS.search(folded):
        return True
    return _OPENS.match(folded) is not None and not _calls_someone(folded)


def _calls_someone(folded: str) -> bool:
    """Tell whether words end in a word for a person, which a number or a name may follow."""
    ends = [match.end() for match in _PERSON.finditer(folded)]
    if not ends or _VERB.search(folded):
        return False
    rest = folded[ends[-1] :]
    return _ORDER.match(rest) is not None or columns.is_name(rest.strip())
