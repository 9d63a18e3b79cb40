"""Ordinary words that begin with the character of a surname are nobody, in any slot of a name."""

from __future__ import annotations

from itertools import chain

from tests.people.documents import Reader

# Words of our own choice; each begins with a character that is also a surname.
NOUNS = """
高峰 高度 高溫 高層 高鐵 金融 金額 金屬 白天 白領 方案 方法 方向 方式 周邊 周末 周遭
時間 時代 時段 文化 文明 文件 文學 安全 安置 明天 明星 明細 石油 石化 雷達 雷雨 馬路
馬達 馬拉松 車輛 車站 車道 水利 水庫 水質 水資源 江河 湖泊 林業 林地 森林 楊柳 田園 田野
項目 項次 連結 連鎖 施政 施工 成果 成員 成本 成就 管道 管線 管制 容量 容器 應變 應用
溫室 溫泉 溫度 包裹 包裝 常態 常識 常客 于是 和諧 和平 平台 平均 平等 經濟 經驗 經費
程序 程式 解方 解答 宗旨 宗教 徵兆 任務 任期 簡介 簡訊 康復 樂園 樂趣 強度 計畫 計程車
季節 單車 單位 利益 利息 費用 倉庫 查驗 通路 通勤 花園 花卉 池塘 都會 都市 路燈 路面
路線 海洋 海嘯 山坡 山區
""".split()  # noqa: SIM905 - a list of words is read faster than quotes and commas
ACTS = """
高度肯定 高興看到 連續推動 連結產業 施放 成立 成功爭取 成長 管理 管控 應變 應該重視
應邀出席 溫馨提醒 包含 包容 常說 常態辦理 和解 平均分配 平衡 經常強調 解決 解釋 任命
簡化 簡要說明 康復 強化 強調 計算 計畫 利用 查明 查訪 通過 通知 能夠理解 全力推動
全程參與 全面檢討 樂於分享 樂見 支持 支應 時常提到 時刻關心 明確指出 明白表示 安排 安撫
應允 雙方同意 易於理解 屈就 甘願
""".split()  # noqa: SIM905
FRAMES = (
    "市府把{}列為今年的重點。",
    "{}、交通與教育都受到重視。",
    "報告指出，{}說明了城市的變化。",
    "與會者認為{}值得投資。",
)
ACT_FRAMES = ("市長{}這項政策。", "局長{}，大家都同意。", "居民{}新的制度。")


def test_at_most_one_neutral_sentence_in_a_hundred_names_somebody(read: Reader) -> None:
    singles = read.people.han.singles
    sentences = list(
        chain(
            (frame.format(noun) for noun in NOUNS for frame in FRAMES),
            (frame.format(act) for act in ACTS for frame in ACT_FRAMES),
        )
    )
    assert len(sentences) >= 500
    assert sum(word[0] in singles for word in NOUNS + ACTS) >= 100
    named = {text: found for text in sentences if (found := read.kept(text, "PERSON"))}
    assert len(named) <= len(sentences) // 100, named
