"""English lines of programmes: who holds which office where."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.recognizers.english import finder as english
from pipeline.recognizers.english.lexicon import EnglishLexicon
from pipeline.recognizers.english.people import find_credits
from pipeline.recognizers.page import Page
from pipeline.resources import LexiconTables

CONFIG = Path(__file__).parents[2] / "config"

# A line, and of each person: name, Chinese name, titles, places and bodies.
LINES = {
    "Dr. Aino Virtanen, Executive Director of the Danube Urban Data Institute": (
        "Aino Virtanen||Executive Director|Danube Urban Data Institute"
    ),
    "Wu Hsin-ying 吳欣穎, Deputy Mayor of Taichung, Taiwan": (
        "Wu Hsin-ying|吳欣穎|Deputy Mayor|Taichung+Taiwan"
    ),
    "吳欣穎 Wu Hsin-ying, Director-General, Department of Health, Taoyuan City Government": (
        "Wu Hsin-ying|吳欣穎|Director-General|Department of Health+Taoyuan City Government"
    ),
    "Lord Mayor of Cork, Aoife Ní Bhriain（愛爾蘭科克市長）": "Aoife Ní Bhriain||Lord Mayor|Cork",
    "Kaohsiung Mayor Chen Chi-lin welcomed the guests": "Chen Chi-lin||Mayor|Kaohsiung",
    "Moderator: Cllr. Rosa Hale (Nottingham City Council)": "Rosa Hale|||Nottingham City Council",
    "Ms. Eka Lomidze, former Minister of Infrastructure, Georgia": (
        "Eka Lomidze||former Minister of Infrastructure|Georgia"
    ),
    "Ana Kovač, 首席數位官 Chief Digital Officer, City of Rijeka": (
        "Ana Kovač||Chief Digital Officer|City of Rijeka"
    ),
    "Tevita Mahe, Executive Director（執行董事）of Pacific Cities Network": (
        "Tevita Mahe||Executive Director|Pacific Cities Network"
    ),
    "Siiri Tamm | Founder & CEO | Positium": "Siiri Tamm||Founder+CEO|Positium",
    "Emily Carter (Microsoft, Smart City Lead)": "Emily Carter||Smart City Lead|Microsoft",
    "David Chen 陳大衛, Vice President, Asia Pacific, Schneider Electric": (
        "David Chen|陳大衛|Vice President|Schneider Electric"
    ),
    "Priya Raman, IAS, Municipal Commissioner, Pune Municipal Corporation": (
        "Priya Raman||Municipal Commissioner|Pune Municipal Corporation"
    ),
    "Dr Olga Petrova, Chief Data Scientist at Yandex Labs": (
        "Olga Petrova||Chief Data Scientist|Yandex Labs"
    ),
    "Carolina Souza, Secretária Municipal de Inovação, Prefeitura de Curitiba": (
        "Carolina Souza||Secretária Municipal de Inovação|Prefeitura de Curitiba"
    ),
    "Chair: Prof. 陳明 Chen Ming, National Cheng Kung University": (
        "Chen Ming|陳明||National Cheng Kung University"
    ),
    "葡萄牙丰沙爾市議員 Councillor, Funchal — Duarte Nóbrega Freitas": (
        "Duarte Nóbrega Freitas||Councillor|Funchal"
    ),
    "副市長 Deputy Mayor of Lviv, Ukraine – Oksana Petryshyn（線上）": (
        "Oksana Petryshyn||Deputy Mayor|Lviv+Ukraine"
    ),
    "執行長 CEO, City of Hobart - Ms Imogen Tasker-Boyd": "Imogen Tasker-Boyd||CEO|Hobart",
    "Yoon Tae-seok, Director, Incheon Free Economic Zone Authority：松島": (
        "Yoon Tae-seok||Director|Incheon Free Economic Zone Authority"
    ),
}


@pytest.fixture(scope="module")
def lexicon() -> EnglishLexicon:
    return english.build_lexicon(LexiconTables(CONFIG))


def credits_of(text: str, lexicon: EnglishLexicon) -> list[str]:
    def cut(span: tuple[int, int] | None) -> str:
        return text[slice(*span)] if span else ""

    return [
        "|".join(
            (
                cut(one.latin),
                cut(one.han),
                "+".join(map(cut, one.titles)),
                "+".join(text[slot.start : slot.end] for slot in one.slots),
            )
        )
        for one in find_credits(Page.of(text), lexicon, lexicon.places.label_of)
    ]


@pytest.mark.parametrize(("text", "person"), LINES.items())
def test_a_line_tells_person_titles_and_offices(
    text: str, person: str, lexicon: EnglishLexicon
) -> None:
    assert credits_of(text, lexicon) == [person]


def test_people_in_one_line_keep_their_own_offices(lexicon: EnglishLexicon) -> None:
    text = "Lena Holm, City Manager, Lund; Erik Berg, Councillor, Malmö, Sweden"
    assert credits_of(text, lexicon) == [
        "Lena Holm||City Manager|Lund",
        "Erik Berg||Councillor|Malmö+Sweden",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Smart City Summit gathered Director General level guests and the Mayor Forum.",
        "Room 304, Kaohsiung Exhibition Center",
        "Office of the Mayor, Taipei City Government",
        "Welcome Remarks, Panel Discussion, Signing Ceremony",
        "市長柯文哲出席 Mayors Summit，與會者聆聽 Keynote Speech",
    ],
)
def test_other_english_words_name_nobody(text: str, lexicon: EnglishLexicon) -> None:
    assert credits_of(text, lexicon) == []


def test_claims_take_the_place_into_the_title_and_the_city_into_the_body(
    lexicon: EnglishLexicon,
) -> None:
    text = "Ann Lee, Mayor of Cork; Bo Ek, Director, Port of Dakar Authority"
    claims = english.find_english(Page.of(text), lexicon)
    assert [(text[c.start : c.end], c.label) for c in claims] == [
        ("Ann Lee", "PERSON"),
        ("Mayor of Cork", "TITLE"),
        ("Cork", "CITY"),
        ("Bo Ek", "PERSON"),
        ("Director", "TITLE"),
        ("Port of Dakar Authority", "ORGANIZATION"),
        ("Dakar", "CITY"),
    ]
