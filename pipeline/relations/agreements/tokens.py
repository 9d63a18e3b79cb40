"""The private characters that stand for things in the skeletons of sentences.

Contract: one character for each thing a pattern of agreements can name.
"""

from __future__ import annotations

CITY, OTHER_PARTY, WE, DATE = "\ue000", "\ue001", "\ue002", "\ue003"
OWN, THAT, US, PERSON = "\ue004", "\ue005", "\ue006", "\ue007"
VENUE, FORMER, LATTER, AGAIN = "\ue008", "\ue009", "\ue00a", "\ue00b"
TRIGGERS = {
    "mou": "\ue010",
    "sister": "\ue011",
    "declaration": "\ue012",
    "letter": "\ue013",
    "bond": "\ue014",
    "pact": "\ue015",
    "appeal": "\ue016",
    "partner": "\ue017",
}
