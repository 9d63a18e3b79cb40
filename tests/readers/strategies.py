"""Generated documents for the property tests of readers and their stages."""

from __future__ import annotations

from hypothesis import strategies as st

_HAN = st.text("臺北市長智慧城市政府推動計畫公車交通醫療教育環境安全", min_size=1, max_size=30)
_LATIN = st.sampled_from(["Digital Twins", "Smart City", "5G", "MOU", "Zdeněk Hřib", "Mr. A. Lee"])
sentences = st.builds(
    lambda parts, end: "".join(parts) + end,
    st.lists(_HAN | _LATIN, min_size=1, max_size=4),
    st.sampled_from("。！？"),
)
paragraphs = st.lists(sentences, min_size=1, max_size=4).map("".join)

# Everything that means something to a reader, in any order.
_FRAGMENTS = st.sampled_from(
    [
        *(
            "臺北市",
            "市長",
            "。",
            "，",
            "；",
            "！",
            " ",
            "  ",
            "\u3000",
            "Digital",
            "Twins",
            "😀",
            "\ud7ff",
        ),
        *(
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\t",
            "\t\t",
            "\x00",
            "\x0c",
            "\u200b",
            "\ufeff",
            "\u202e",
            "\u2028",
        ),
        *(
            "1",
            "2",
            "3",
            "1. ",
            "2. ",
            "(1)",
            "①",
            "一、",
            '"',
            '""',
            ",",
            "：",
            ":",
            "09:00-09:30 ",
            "，\n",
        ),
        *(
            "<p>",
            "</p>",
            "<li>",
            '<ol style="x"> ',
            "&amp;",
            "&nbsp;",
            "&#0;",
            "https://a.b/c?d=1 ",
        ),
        *("主席：", "王議員：", "說明：", "編號\t城市\t內容\n", "編號,城市,內容\n", "註：資料"),
        *(
            "2022 首長會議（9/21）紀要",
            "\n\n2022 首長會議（9/21）紀要\n\n",
            "第 2 頁",
            "111年3月24日",
        ),
        *("版權所有", "點閱數：1", "發布單位：x", "〔記者王／臺北報導〕"),
    ]
)
anything = (
    st.lists(_FRAGMENTS, max_size=60).map("".join)
    | st.text(max_size=80)
    | st.lists(_FRAGMENTS | st.text(max_size=5), max_size=40).map("".join)
).filter(lambda text: not any("\ud800" <= character <= "\udfff" for character in text))

# Tags in any order, closed or not, with what readers of pages look for in them.
_TAGS = st.sampled_from(
    [
        *("<p>", "</p>", "<br>", "<div class=nav>", "<div>", "</div>", "<main>", "</main>", "<h1>"),
        *(
            "</h1>",
            "<ul>",
            "<ol start=3>",
            "<li>",
            "</li>",
            "</ul>",
            "<pre>",
            "</pre>",
            "<b>",
            "</b>",
        ),
        *("<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th>", "<td rowspan=2>"),
        *("<td colspan=3>", "<td rowspan=0>", "<thead>", "</thead>", "<caption>", "<script>"),
        *("</script>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE html>", "<title>", "</title>"),
        *(
            "<nav>",
            "</nav>",
            "<footer>",
            "&amp;",
            "&lt",
            "&nbsp;",
            "&#x5e02;",
            "<a href='x>",
            "<",
            ">",
        ),
    ]
)
pages = st.lists(_TAGS | _FRAGMENTS | sentences, max_size=50).map("".join)
# Bars, rules, gaps and times: tables drawn in text, and subtitles.
_DRAWN = st.sampled_from(
    [
        *(
            "| 編號 | 城市 |\n",
            "|---|---|\n",
            "| 1 | 臺北 |\n",
            "+---+---+\n",
            "│1│臺北│\n",
            "||\n",
        ),
        *(
            "編號  城市  內容\n",
            "1  臺北  好\n",
            "2　大邱　好\n",
            "        續\n",
            "├──┼──┤\n",
            "\n",
        ),
        *(
            "00:00:01,000 --> 00:00:02,000\n",
            "1\n",
            "WEBVTT\n",
            "<v 主席>好<c>。</c>\n",
            "0:05 好\n",
            "主席：好。\n",
            "臺北市長\n",
            "|\n",
        ),
        *(
            "1. 王議員：好。\n",
            "王議員 00:05\n",
            "[00:05] 主席：好。\n",
            "● 李局長：好。\n",
            "sep=;\n",
        ),
    ]
)
drawings = st.lists(_DRAWN | sentences.map(lambda s: s + "\n"), max_size=30).map("".join)

cells = (
    st.text("臺北市大邱智慧公車 ABC,;\"'「」", min_size=1, max_size=20).map(str.strip).filter(bool)
)


@st.composite
def grids(draw: st.DrawFn) -> list[list[str]]:
    """Return rows of a table with header, numbered from 1."""
    n_rows = draw(st.integers(1, 6))
    rows = [["編號", "城市", "內容"]]
    rows += [[str(n + 1), draw(cells), draw(cells)] for n in range(n_rows)]
    return rows


def as_csv(rows: list[list[str]], delimiter: str = ",") -> str:
    """Return rows as a delimited file, every cell but numbers quoted."""
    quoted = [[_quoted(cell) for cell in row] for row in rows]
    return "".join(delimiter.join(row) + "\n" for row in quoted)


def _quoted(cell: str) -> str:
    return cell if cell.isdecimal() else '"' + cell.replace('"', '""') + '"'
