"""Representatives beside a column of offices are people, whatever their names look like."""

from __future__ import annotations

import pytest

from pipeline.language.beside_columns import roles_of_columns


@pytest.mark.parametrize(
    ("who", "role"),
    [
        (["何建國", "中村誠司", "Pilar Ortega"], "person"),
        (["佐佐木香子", "丁國華"], "person"),
        (["宜蘭縣 何建國", "越南峴港市", "金門縣 丁國華"], "representative"),
        (["何建國縣長", "丁國華副市長"], "representative"),
        (["歐陽美華", "伊藤由美子", "丁國華", "何建國", "李正道"], "person"),
        (["高雄航運", "金檢局", "馬祖酒廠"], "representative"),
        (["微軟公司", "雪山公園", "連江大橋"], "representative"),
        (["江原道", "胡志明市", "宮城縣"], "representative"),
        (["金門縣府", "馬公市民"], "representative"),
        (["高雄農會", "文山社大"], "representative"),
        (["溫泉公會", "連鎖餐廳"], "representative"),
        (["何建國", "丁國華", "江原道"], "representative"),
    ],
)
def test_names_beside_offices_are_people(who: list[str], role: str) -> None:
    headers = {(1, 1): "與會代表", (1, 2): "職稱"}
    samples = {(1, 1): who, (1, 2): ["縣長", "副市長", "議員"]}
    assert roles_of_columns(headers, samples)[1, 1] == role


def test_another_table_s_offices_say_nothing() -> None:
    headers = {(1, 1): "代表", (2, 1): "職稱"}
    samples = {(1, 1): ["何建國", "中村誠司"], (2, 1): ["縣長"]}
    assert roles_of_columns(headers, samples)[1, 1] == "representative"
