"""What speakers of a transcript tell of their own office."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, roles

UMEA, NAIROBI = {"于默奧": "ume SE"}, {"奈洛比": "nbo KE"}


def transcript(*turns: str) -> str:
    """Write a transcript whose turns are enough to be one."""
    return "城市夜談逐字稿\n\n" + "\n".join(
        ("主持人：歡迎各位來賓，今天先請大家自我介紹。", *turns, "主持人：謝謝各位來賓的分享。")
    )


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("我是于默奧的市長，我們那裡十一月就天黑了。", "市長"),
        ("大家好，我是于默奧副市長，很高興來到這裡。", "副市長"),
        ("各位好。我目前擔任于默奧市長，今年第三年。", "市長"),
    ],
)
def test_a_speaker_holds_the_office_it_tells(read: Reader, said: str, title: str) -> None:
    text = transcript(f"Clara Nyström：{said}", "Clara Nyström：我們的公車站有光療燈。")
    (role,) = roles(read.document(text, UMEA), "Clara Nyström")
    assert (role.title, role.city_id) == (title, "ume")


def test_a_guest_who_opens_with_a_city_speaks_for_it(read: Reader) -> None:
    text = transcript(
        "Ms. Stella Mutiso：奈洛比的問題不一樣，我們先被洪水淹。",
        "Ms. Stella Mutiso：我們僱用青年清河道。",
    )
    (role,) = roles(read.document(text, NAIROBI), "Stella Mutiso")
    assert (role.title, role.city_id) == ("Ms.", "nbo")


def test_an_opinion_is_no_office(read: Reader) -> None:
    text = transcript(
        "李大同：我是覺得于默奧的市長說得對，公車要多。",
        "李大同：我是說，公車班次真的要再增加一些。",
    )
    assert [role.city_id for role in roles(read.document(text, UMEA), "李大同")] == []
