"""The elements of web pages: which hold blocks of text, which end others, which are no article.

Contract: names in lower case; facts of the HTML standard and habits of its authors.
"""

from __future__ import annotations

import re

VOID = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr", "keygen"),
    )
)
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li"),
        *("main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody"),
        *("td", "tfoot", "th", "thead", "title", "tr", "ul"),
    )
)
IN_HEAD = frozenset(
    (*("title", "meta", "link", "style", "script", "base", "noscript", "template"),)
)
# Elements whose end tags the standard lets authors leave out.
MAY_STAY_OPEN = frozenset(
    (
        *("html", "body", "head", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody"),
        *("tfoot", "option", "optgroup", "colgroup", "rt", "rp"),
    )
)
# An element of the first kind ends an open one of its kind, unless one of the others lies between.
ENDS = {
    "li": (("li",), ("ul", "ol", "menu")),
    **dict.fromkeys(("dt", "dd"), (("dt", "dd"), ("dl",))),
    **dict.fromkeys(("td", "th"), (("td", "th"), ("tr", "table"))),
    "tr": (("tr",), ("table",)),
    "option": (("option",), ("select",)),
}
# Elements that hold no text of the article, with the rule that drops them.
DROPPED = {
    **dict.fromkeys(("script", "style", "template", "noscript", "iframe", "object"), "script"),
    **dict.fromkeys(("svg", "math", "canvas", "audio", "video", "map", "noembed"), "media"),
    **dict.fromkeys(("select", "button", "textarea", "datalist", "dialog"), "control"),
    **dict.fromkeys(("nav", "aside", "menu"), "navigation"),
    "footer": "footer",
    "head": "head",
    "header": "header",
}
ROLES = {
    **dict.fromkeys(("navigation", "search", "complementary", "menu", "toolbar"), "navigation"),
    "contentinfo": "footer",
    "banner": "header",
}
# Whole class names and ids, so that has-sidebar on a part of the article drops nothing.
FRAME = re.compile(
    r"(?:main|top|site|page|global|left|right|side|sub|primary|secondary|mobile|post|article|news)?"
    r"[-_]?(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|foot|footer|copyright|sidebar|shares?"
    r"|sharing|social|cookies?|consent|gdpr|related|recommend(?:ed)?|pager|pagination"
    r"|paging|comments?|disqus|toolbar|adverts?|ads?|accesskey|skip|marquee|hot[-_]?news|tags?)"
    r"[-_]?(?:bar|lists?|links?|box|wrap(?:per)?|area|block|container|buttons?|inner|section|thread"
    r"|items?|content|\d+)?"
    r"|(?:cookies?|consent|gdpr)[-_]?(?:banner|consent|notice|message|policy|popup)"
    r"|newsletter[-_]?(?:box|sign[-_]?up|form)",
    re.IGNORECASE,
)
# The head of a site; its h1 is read where the article has none.
MASTHEAD = re.compile(
    r"(?:(?:site|global|main|top)[-_]?)?header|masthead|top[-_]?bar", re.IGNORECASE
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
HIDDEN_FLAG = re.compile(r"(?:^|\s)hidden(?:\s|/|$)", re.IGNORECASE)
# What ends a frame element whose own end is missing.
BODY = frozenset(("main", "article", "section", "h1", "h2", "p", "table"))
