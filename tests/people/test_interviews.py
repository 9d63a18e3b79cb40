"""Who asks and who answers in an interview, as its head and its entries tell."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader

CITIES = {"花蓮市": "hua TW", "花蓮": "hua TW"}


def _said_by(read: Reader, text: str) -> list[str]:
    doc = read.document(text, CITIES)
    names = {person.person_id: person.name for person in doc.people}
    return [names.get(statement.person_id or "", "") for statement in doc.statements]


@pytest.mark.parametrize(
    ("head", "asks", "answers"),
    [
        ("對話花蓮市副市長許文昌\n《港口》季刊　本刊記者　林佩蓉", "問", "答"),
        ("專訪花蓮市副市長許文昌\n本報記者 林佩蓉", "記者", "許文昌"),
        ("花蓮市副市長許文昌談港口\n特派記者林佩蓉／花蓮專訪", "記者問", "答"),
        ("港口五問　問花蓮市副市長許文昌\n文字記者：林佩蓉｜攝影記者：周杰", "Q1", "A1"),
        ("一席談：花蓮市副市長許文昌\n訪問：林佩蓉　整理：編輯部", "林", "許"),
        ("港口訪談\n受訪者：花蓮市副市長許文昌\n訪問者：林佩蓉\n日期：2021年6月3日", "林", "許"),
        ("港口訪談\n訪問：林佩蓉\n受訪：花蓮市副市長許文昌", "問", "副市長"),
    ],
)
def test_the_head_of_an_interview_tells_who_asks_and_who_answers(
    read: Reader, head: str, asks: str, answers: str
) -> None:
    text = (
        f"{head}\n\n{asks}：港口為什麼空著？\n\n{answers}：船太大。\n\n我們量過三次。\n\n"
        f"{asks}：那怎麼辦？\n\n{answers}：挖深一點。\n"
    )
    assert _said_by(read, text) == ["林佩蓉", "許文昌"] * 2
