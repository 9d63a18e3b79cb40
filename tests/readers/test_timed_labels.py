"""Times and seats that label the turns of a transcript, and programmes that look like it."""

from __future__ import annotations

import pytest

from pipeline.contract import Segment
from tests.readers import laws

HEAD = "河岸對談\n與會：高雄市局長林宥辰、福岡副市長山口健二\n主持：許婉婷教授\n\n"
SAID = (
    ("主持", "歡迎兩位。"),
    ("高雄席", "步道每天有三千人走。"),
    ("福岡席", "水上巴士去年載了十二萬人。"),
)
TIMES = ("00:41", "01:05", "02:34", "03:10")


def _labels(text: str) -> list[str | None]:
    return [row.label for row in laws.read(text)[Segment] if row.kind == "turn"]


@pytest.mark.parametrize(
    "form",
    [
        *(
            "〔{}〕{}\n{}",
            "[{}] {}\n{}",
            "<{}> {}\n{}",
            "【{}】{}\n{}",
            "｛{}｝{}\n{}",
            "{}　{}\n{}",
        ),
        *("〔{}〕{}　{}", "〔{}〕{}：{}"),
    ],
)
def test_a_time_and_a_seat_label_a_turn(form: str) -> None:
    turns = (*SAID, ("高雄席", "多少錢？"))
    text = HEAD + "\n".join(form.format(time, *one) for time, one in zip(TIMES, turns, strict=True))
    assert _labels(text + "\n") == [label for label, _ in turns]


def test_seats_need_no_roster() -> None:
    said = "〔00:20〕花蓮席\n先修路。\n〔01:44〕札幌席\n雪不會等人。\n〔03:02〕清邁席\n三月最糟。\n"
    assert _labels("夜話逐字稿\n\n" + said) == ["花蓮席", "札幌席", "清邁席"]


@pytest.mark.parametrize(
    "text",
    [
        "議程\n出席：高雄市長陳其邁、釜山市長朴亨埈\n\n09:00 高雄市\n開幕，介紹成果。\n"
        "09:20 釜山市\n分享經驗。\n09:40 高雄市\n帶領參觀。\n",
        "颱風動態\n\n〔08:00〕台東\n船班取消。\n〔09:30〕花蓮\n撤離三百人。\n〔12:00〕台東\n登陸。\n",
        "列車時刻\n\n07:05　台北\n停車十分鐘。\n09:40　台中\n停車五分鐘。\n16:45　台北\n終點站。\n",
    ],
)
def test_round_times_are_those_of_programmes(text: str) -> None:
    assert _labels(text) == []
