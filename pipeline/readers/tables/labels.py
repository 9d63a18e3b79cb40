"""Words that name what stands beside them in a table: 城市 | 臺北市, 講者 | 林采穎, 重點 | ...

Contract: pure; tells whether rows of texts begin with such words.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import column_words, columns, views

_PLACES = frozenset(("city", "country", "organization"))
_PEOPLE = frozenset(("representative", "person"))
_NAMING = _PLACES | _PEOPLE
_SAYING = frozenset(("content", "topic", "remark", "initiative"))
# What stands in the corner above labels and beside places, and how those are called then.
_CORNERS = frozenset(map(views.key, ("", "項目", "類別", "欄位", "縣市", "城市", "item")))
PLACE = "城市"
# What stands above labels and their values: 欄位 | 內容.
_CARD_HEADS = {
    (views.key(label), views.key(value))
    for label in ("欄位", "項目", "欄目", "類別", "item", "field", "")
    for value in ("內容", "說明", "資料", "資訊", "內容說明", "詳情", "content", "value", "details")
}
_MAYOR = views.pattern("[市縣郡州省區鎮]長|[Mm]ayor")
# The most characters of a label nobody knows, and how many known ones stand beside it.
_LONGEST_LABEL, _KNOWN = 8, 3
# Beside places at the head of each column.
_LONGEST_HEADED = 12
_LEAST = 3


def has_labels(texts: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first cell of every row names what stands beside it.

    >>> has_labels([["城市", "大阪"], ["講者", "高橋"], ["重點", "世博。"]])
    True
    >>> has_labels([["國家", "日本", "城市", "大阪"], ["重點", "世博。"]])
    True
    >>> has_labels([["", "大阪市", "首爾市"], ["講者", "高橋", "吳世勳"], ["重點", "好。", "好。"]])
    True
    """
    texts = [own for own in texts if not heads_card(own)]
    labels = [own[0] if own else "" for own in texts]
    is_headed = bool(labels) and is_corner(texts)
    if is_headed:
        labels[0] = PLACE
    is_paired = are_paired(texts)
    if not is_headed and not is_paired and labels and _asks_places(texts[0]):
        return False
    if is_headed and not is_paired:
        is_told = _name_people(labels)
    else:
        is_told = (is_paired or _are_labels(labels)) and _tells(labels, texts)
    if not is_told:
        return False
    if is_paired:
        return len(labels) + sum(bool(cell) for own in texts for cell in own[2::2]) >= _LEAST
    return len(labels) >= _LEAST and len(set(map(views.key, labels))) == len(labels)


def heads_card(own: Sequence[str]) -> bool:
    """Tell whether a row stands above labels and their values: 欄位 | 內容."""
    return len(own) == 2 and tuple(map(views.key, own)) in _CARD_HEADS


def is_corner(texts: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first cell says nothing of the places beside it: 項目 | 大阪市 | 首爾市.

    Short words are places, too, if one looks so or has a mayor below: 溫哥華 | 里昂.
    """
    first, *below = texts
    is_bare = views.key(first[0].rstrip("：:")) in _CORNERS if first else False
    if not is_bare or len(first) <= 2:
        return False
    roles = set(map(_role, below))
    are_words = all(text.isalpha() and len(text) <= _LONGEST_LABEL for text in first[1:])
    is_untold = are_words and bool(roles & _PEOPLE) and not roles & _PLACES
    is_told = columns.column_role(None, first[1:]) == "city"
    return is_told or (is_untold and _has_place(first[1:], below))


def _asks_places(first: Sequence[str]) -> bool:
    """Tell whether a row heads what places say of topics, no records: 議題 | 大阪市 | 首爾市."""
    is_city = len(first) > 2 and columns.column_role(None, first[1:]) == "city"
    return is_city and _role(first) == "topic"


def _has_place(heads: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    people = [views.fold(cell) for own in below if _role(own) in _PEOPLE for cell in own[1:]]
    is_place = any(columns.column_role(None, [head]) == "city" for head in heads)
    return is_place or any(map(_MAYOR.search, people))


def _role(own: Sequence[str]) -> str:
    return columns.column_role(own[0].rstrip("：:") if own else "", ())


def is_label(text: str) -> bool:
    """Tell whether a word names what stands beside it."""
    return column_words.is_label(text.rstrip("：:"))


def _are_labels(labels: Sequence[str]) -> bool:
    """Tell whether words are labels; few may be those of one form alone: 合作意向."""
    others = [label for label in labels if not is_label(label)]
    is_short = all(0 < len(label) <= _LONGEST_LABEL and label.isalpha() for label in others)
    n_known = len(labels) - len(others)
    return is_short and (not others or n_known >= max(_LEAST, _KNOWN * len(others)))


def _name_people(labels: Sequence[str]) -> bool:
    """Tell whether labels beside places tell somebody or something said, whatever others tell.

    >>> _name_people(["城市", "市長", "使用率"]), _name_people(["城市", "人口", "面積"])
    (True, False)
    """
    roles = {columns.column_role(label.rstrip("：:"), ()) for label in labels}
    is_short = all(0 < len(label) <= _LONGEST_HEADED for label in labels)
    return is_short and bool(roles & (_PEOPLE | _SAYING))


def key_of(label: str) -> str:
    """Return how a label is compared."""
    return views.key(label.rstrip("：:"))


def _tells(labels: Sequence[str], texts: Sequence[Sequence[str]]) -> bool:
    """Tell whether the labels name somebody and something said, and no values are labels too."""
    inner = [cell for own in texts for cell in own[2::2] if cell]
    roles = {columns.column_role(label.rstrip("：:"), ()) for label in [*labels, *inner]}
    return bool(roles & _NAMING) and bool(roles & _SAYING)


def are_paired(texts: Sequence[Sequence[str]]) -> bool:
    """Tell whether every other cell is a label, and no value is one."""
    labels = [cell for own in texts for at, cell in enumerate(own[::2]) if cell or not at]
    values = [cell for own in texts for cell in own[1::2] if cell]
    n_labels = sum(map(is_label, values))
    return _are_labels(labels) and n_labels * 4 < len(values)
