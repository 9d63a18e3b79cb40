"""What is told around an agreement and leaves it as it is, and what does not."""

from __future__ import annotations

import pytest

from pipeline.resources import Resources
from tests.initiatives.whole import run, told

SIGNED = (
    "高雄市與里昂市昨天簽署備忘錄，等議會通過後生效。",
    "高雄市與里昂市昨日簽署備忘錄，要看議會是否給預算。",
    "高雄市與里昂市昨日簽署備忘錄，還在修改網站。",
    "高雄市與里昂市備忘錄文字已定稿，去年三月簽署。",
    "高雄市與里昂市簽署備忘錄一案予以結案。",
    "高雄市與里昂市簽署備忘錄，防止捏造數據。",
    "媒體轉發高雄市與里昂市簽署備忘錄的照片。",
    "對於外界說高雄市與里昂市簽署備忘錄，市長表示確實已簽。",
    "建議：高雄市已於去年與里昂市簽署備忘錄。",
    "高雄市與里昂市簽署備忘錄。媒體寫錯市長名字。",
    "高雄市與里昂市簽署備忘錄案，報請公鑒。",
)
PLANNED = (
    "高雄市與里昂市的備忘錄，待雙方議會同意後簽署。",
    "高雄市與里昂市的備忘錄尚在校稿，等議會點頭。",
    "高雄市與里昂市的備忘錄條文送法務局審閱中。",
    "高雄市與里昂市簽署備忘錄案，報請鑒核。",
    "高雄市今年預計與大邱市簽署，與里昂市簽署備忘錄。",
    "案由一：高雄市與里昂市簽署備忘錄案。\n決議：照案通過，請資訊處續辦。",
)
IMAGINED = (
    "結論與建議：高雄市與里昂市簽署備忘錄。",
    "議員建議高雄市今年與里昂市簽署備忘錄。",
    "聽說高雄市訂於3月8日與里昂市簽署備忘錄。",
    "有網友說高雄市要與里昂市簽署備忘錄。",
    "高雄市與里昂市簽署備忘錄。媒體搞錯了。",
)
DENIED = (
    "高雄市與里昂市簽署備忘錄是媒體捏造的。",
    "案由一：高雄市與里昂市簽署備忘錄案。\n決議：不予通過。",
)
RENEWED = (
    "高雄市與里昂市備忘錄為免中斷續簽五年。",
    "高雄市與里昂市備忘錄無須議會同意即續簽三年。",
)
CASES = [
    *((text, "signed") for text in SIGNED),
    *((text, "planned") for text in PLANNED),
    *((text, "imagined") for text in IMAGINED),
    *((text, "denied") for text in DENIED),
    *((text, "renewed") for text in RENEWED),
]


@pytest.mark.parametrize(("text", "status"), CASES)
def test_papers(resources: Resources, text: str, status: str) -> None:
    found = told(run(resources, "a.txt", f"高雄市政府新聞稿\n\n{text}\n"))
    assert ("mou", status, frozenset(("Kaohsiung", "Lyon"))) in found


@pytest.mark.parametrize(
    "text",
    [
        "高雄市和里昂市是姊妹市，等疫情趨緩通過防疫後互訪。",
        "里昂市是高雄市姊妹市，尚在修改互訪行程。",
        "高雄市與里昂市締結姊妹市，等待觀眾表決吉祥物。",
        "有些媒體說，高雄市與里昂市早已締結姊妹市，市長證實。",
    ],
)
def test_ties_that_stand(resources: Resources, text: str) -> None:
    assert told(run(resources, "a.txt", f"高雄市政府新聞稿\n\n{text}\n")) == {
        ("sister_city", "in_force", frozenset(("Kaohsiung", "Lyon")))
    }


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("高雄市與里昂市約定，今年7月簽署觀光協定。", "planned"),
        ("高雄市與里昂市今年7月簽了觀光協定。", "signed"),
        ("高雄市與里昂市3月22日簽署觀光協定。", "signed"),
    ],
    ids=["to come", "done", "the same meeting"],
)
def test_the_day_of_the_text_tells_what_is_to_come(
    resources: Resources, text: str, status: str
) -> None:
    page = f"高雄市政府新聞稿\n發布日期：114年3月20日\n\n{text}\n"
    assert {one[1] for one in told(run(resources, "a.txt", page))} == {status}


@pytest.mark.parametrize(
    ("question", "answer", "status"),
    [
        ("高雄和里昂市是姊妹市吧？", "對，1996年就是了。", "in_force"),
        ("高雄和里昂市是姊妹市嗎？", "不是。", "denied"),
        ("高雄和里昂市會結姊妹市嗎？", "對，明年簽。", "planned"),
    ],
)
def test_a_question_is_answered(
    resources: Resources, question: str, answer: str, status: str
) -> None:
    page = f"高雄市政府新聞稿\n\n記者問：{question}\n\n市長回答：{answer}\n"
    assert {one[1] for one in told(run(resources, "a.txt", page))} == {status}
