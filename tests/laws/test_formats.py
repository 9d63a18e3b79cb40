"""One table, one article: whatever they are written in, rows, mentions and entities are equal."""

from __future__ import annotations

import html

import pytest

from pipeline.contract import Diagnostic, Document, Mention, Person, Segment, Statement, Tables
from pipeline.readers.source import Source
from tests.laws.conftest import Process

HEADER = ["編號", "城市首長或代表", "內容摘要"]
ROWS = [
    [
        "1",
        "日本福岡市 市長 高島宗一郎",
        '推動「智慧公車計畫」，投入3.5億元，"準點率"提升到95%。\n'
        "1. 設置智慧站牌200座。\n2. 開放資料。",
    ],
    ["2", "美國鳳凰城 市長 Kate Gallego", "R&D 經費增加，建置充電樁1,200座；溫度<40度時停用。"],
    ["3", "臺北市 副市長 林奕華", "與鳳凰城簽署合作備忘錄，推動「臺北通」，會員超過600萬人。"],
]


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def _delimited(delimiter: str) -> str:
    rows = [HEADER, *ROWS]
    return "".join(delimiter.join(map(_quoted, row)) + "\r\n" for row in rows)


def _seed_like() -> str:
    rows = ["\t".join(cell.replace("\n", " ") for cell in row) for row in [HEADER, *ROWS]]
    page = "\n\n2024 首長高峰會（3/20）摘要\n\n"
    return page.lstrip() + "\n".join(rows[:2]) + page + rows[0] + "\n" + "\n".join(rows[2:]) + "\n"


def _cell(text: str, tag: str = "td", more: str = "") -> str:
    return f"<{tag}{more}>{html.escape(text).replace(chr(10), '<br>')}</{tag}>"


_NOISE = """<!DOCTYPE html><html><head><title>高峰會 | 市府</title><script>var rows = [{"城市":
"巴黎", "首長": "某某"}];</script><script type="application/ld+json">{"@type": "Event",
"location": "倫敦市", "startDate": "2020-01-01"}</script></head><body><nav><ul><li>首頁</li>
<li>東京都</li></ul></nav><!-- 紐約市長 --><main>"""
_END = "</main><footer>版權所有 高雄市政府</footer></body></html>"


def _page() -> str:
    """A page with line ends between the tags, entities and noise around the table."""
    rows = ["<tr>\n  " + "\n  ".join(map(_cell, row)) + "\n</tr>\n" for row in ROWS]
    head = "".join(_cell(name, "th") for name in HEADER)
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>{''.join(rows)}</tbody></table>"
    return _NOISE + table + _END


def _page_with_list() -> str:
    """The list within a cell as markup, end tags left out, numeric entities."""
    rows = []
    for row in ROWS:
        said, *items = row[2].split("\n")
        more = "".join(f"<li>{html.escape(item[3:])}" for item in items)
        content = f"<p>{html.escape(said)}" + (f"<ol>{more}</ol>" if items else "")
        rows.append(f"<tr><td>{row[0]}<td>{row[1].replace('市', '&#24066;')}<td>{content}")
    head = "".join(f"<td><b>{name}</b>" for name in HEADER)
    return f"{_NOISE}<table border=1><tr>{head}{''.join(rows)}</table>{_END}"


FORMS = {
    "table.txt": _seed_like().encode(),
    "table.csv": _delimited(",").encode("utf-8-sig"),
    "semicolon.csv": _delimited(";").encode(),
    "table.tsv": _delimited("\t").encode("utf-16"),
    "big5.csv": _delimited(",").encode("cp950"),
    "table.html": _page().encode(),
    "list.htm": _page_with_list().encode(),
    "table.xls": _page().encode(),
    "markdown.md": (
        "| " + " | ".join(HEADER) + " |\n|---|:---:|---|\n"
        + "".join("| " + " | ".join(c.replace("\n", "<br>") for c in row) + " |\n" for row in ROWS)
    ).encode(),
}  # fmt: skip


def _run(process: Process, name: str, data: bytes) -> Tables:
    return process([Source(name, data, document_id="same")])


def _rows(tables: Tables) -> list[list[str]]:
    """The cells of the data rows, without the numbers of list items, which lists count alone."""
    rows: dict[int, list[str]] = {}
    for segment in tables[Segment]:
        if segment.kind == "cell" and segment.row:
            text = " ".join(segment.text.split()).replace("1. ", "").replace("2. ", "")
            rows.setdefault(segment.row, []).append(text)
    return list(rows.values())


def _claim(mention: Mention) -> tuple[str, str, str | None]:
    """What a mention says; an initiative without a name has an id of its place in the text."""
    is_local = mention.label in ("INITIATIVE", "EVENT")
    return mention.label, mention.text, None if is_local else mention.entity_id


def _entities(tables: Tables) -> list[tuple[str, str, str | None]]:
    in_rows = [s for s in tables[Segment] if s.kind == "table_row" and s.row]
    return [
        _claim(mention)
        for mention in sorted(tables[Mention], key=lambda m: (m.start, m.end, m.label))
        if mention.status == "kept"
        and mention.text not in ("1", "2", "3", "2.")
        and any(row.start <= mention.start and mention.end <= row.end for row in in_rows)
    ]


def _said(tables: Tables) -> list[tuple[str | None, str | None]]:
    names = {person.person_id: person.name for person in tables[Person]}
    rows = [s for s in tables[Statement] if s.kind == "table_row"]
    return [(names.get(row.person_id or ""), row.city_id) for row in rows]


@pytest.fixture(scope="module")
def plain(process: Process) -> Tables:
    return _run(process, "table.csv", FORMS["table.csv"])


def test_the_plain_table_is_read_right(plain: Tables) -> None:
    assert [row[1] for row in _rows(plain)] == [row[1] for row in ROWS]
    labels = [s.label for s in plain[Segment] if s.kind == "table_row" and s.row]
    assert labels == ["1", "2", "3"]
    people = [name for name, _ in _said(plain)]
    assert people == ["高島宗一郎", "Kate Gallego", "林奕華"]
    assert all(city for _, city in _said(plain))
    assert plain[Diagnostic] == []


@pytest.mark.parametrize("name", FORMS)
def test_one_table_in_every_form(process: Process, plain: Tables, name: str) -> None:
    tables = _run(process, name, FORMS[name])
    assert _rows(tables) == _rows(plain)
    assert _entities(tables) == _entities(plain)
    assert _said(tables) == _said(plain)
    assert tables[Document][0].kind == "summary_table"


def test_spans_of_rows_and_columns(process: Process) -> None:
    spanned = """<table><caption>2024 首長高峰會</caption>
    <tr><th rowspan=2>編號<th colspan=3>與會者<th rowspan=2>內容摘要</tr>
    <tr><th>國家<th>城市<th>首長</tr>
    <tr><td>1<td rowspan=2>日本<td>福岡市<td>高島宗一郎<td>推動智慧公車。</tr>
    <tr><td>2<td>北九州市<td>武內和久<td>推動氫能城市。</tr>
    <tr><td>3<td>臺灣<td>臺北市<td>蔣萬安<td>推動臺北通。</tr></table>"""
    flat = (
        "編號,與會者 國家,與會者 城市,與會者 首長,內容摘要\n"
        "1,日本,福岡市,高島宗一郎,推動智慧公車。\n"
        "2,日本,北九州市,武內和久,推動氫能城市。\n3,臺灣,臺北市,蔣萬安,推動臺北通。\n"
    )
    tables, plain = _run(process, "a.html", spanned.encode()), _run(process, "a.csv", flat.encode())
    assert _rows(tables) == _rows(plain)
    assert _entities(tables) == _entities(plain)
    assert _said(tables) == _said(plain)
    headers = {s.column: s.header for s in tables[Segment] if s.kind == "cell" and s.row == 1}
    assert headers == dict(enumerate(flat.split("\n", maxsplit=1)[0].split(","), 1))


PARAGRAPHS = [
    "臺北市長蔣萬安20日表示，今年共有來自日本、美國等30個國家的150位城市首長與代表參加「智慧城市首長高峰會」，"
    "市府將投入3.5億元推動「城市通計畫」，預計2026年完成。",
    "福岡市長高島宗一郎指出，福岡市與臺北市已簽署合作備忘錄，將推動R&D交流，並在五年內減少25%的碳排放。",
    "高雄市政府資訊局局長劉俊傑說，「高雄智慧交通平台」每天服務12萬人次，今年將擴大到全市38個行政區。",
]
TITLE = "智慧城市首長高峰會登場"
ARTICLE = TITLE + "\n\n" + "\n\n".join(PARAGRAPHS) + "\n"


def _wrapped(width: int) -> str:
    lines = [[p[at : at + width] for at in range(0, len(p), width)] for p in PARAGRAPHS]
    return TITLE + "\n\n" + "\n\n".join("\n".join(each) for each in lines) + "\n"


def _article_page() -> str:
    said = "".join(f"<p>\n{html.escape(p)}\n</p>" for p in PARAGRAPHS)
    return f"{_NOISE}<h1>{TITLE}</h1><article>{said}</article>{_END}"


ARTICLES = {
    "page.html": _article_page().encode(),
    "page-big5.html": _article_page().encode("cp950"),
    "fragment.txt": ("".join(f"<p>{html.escape(p)}</p>\n" for p in [TITLE, *PARAGRAPHS])).encode(),
    "bom.txt": ARTICLE.encode("utf-8-sig"),
    "big5.txt": ARTICLE.encode("big5"),
    "cp950.txt": ARTICLE.encode("cp950"),
    "gb18030.txt": ARTICLE.encode("gb18030"),
    "utf16.txt": ARTICLE.encode("utf-16"),
    "utf16le.txt": ARTICLE.encode("utf-16-le"),
    "utf16be.txt": ARTICLE.encode("utf-16-be"),
    "crlf.txt": ARTICLE.replace("\n", "\r\n").encode(),
    "cr.txt": ARTICLE.replace("\n", "\r").encode(),
    "wrapped.txt": _wrapped(22).encode(),
    "wrapped-wide.txt": _wrapped(37).replace("\n", "\r\n").encode("cp950"),
    "invisible.txt": ARTICLE.replace("市", "\u200b市\u200d").replace("，", "\x00，\u202e").encode(),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_one_article_in_every_form(process: Process, name: str) -> None:
    def mentions(tables: Tables) -> list[tuple[str, str, str | None]]:
        kept = [mention for mention in tables[Mention] if mention.status == "kept"]
        kept.sort(key=lambda m: (m.start, m.end, m.label))
        return [_claim(mention) for mention in kept]

    tables = _run(process, name, ARTICLES[name])
    plain = _run(process, "plain.txt", ARTICLE.encode())
    assert mentions(tables) == mentions(plain)
    assert len(mentions(plain)) > 25
    assert [s.kind for s in tables[Statement]] == [s.kind for s in plain[Statement]]
    assert tables[Document][0].language == "zh-Hant"
    assert tables[Document][0].title == TITLE
