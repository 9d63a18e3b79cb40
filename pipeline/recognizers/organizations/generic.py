"""Words before the head of a body that name no one body: sorts, trades, rooms.

Contract: folded words.
"""

from __future__ import annotations

from pipeline.language import views

# Proper parts that name no one body by themselves.
GENERIC = frozenset(
    views.fold(
        "本國 世界 音樂 電視 港口 碼頭 有些 某些 許多 技術 電信 科技 民間 國際 大型 中小 交通 "
        "相關 公共 地方 社區 里 外國 資訊 物流 工程 建設 保險 投資 能源 顧問 航空 醫療 社會 "
        "學校 商業 金融 軟體 創新 智慧 綜合 教學 區域 野戰 大陸 臨床 高等 專業 公益 電力 客運 "
        "運輸 新創 跨國 科技大 綠能 通訊 網路 設計 研究 社團 財團 國家 區 村 鄰 不同 生技 "
        "小時 食品 製藥 半導體 電子 化工 水務 造船 營造 保全 租賃 貨運 物業 清潔 外送 電商 "
        "遊戲 影視 文創 管理 開發 貿易 國營 上市 上櫃 外商 本土 在地 承包 營運 合資 獨資 系統 "
        "國道 市區 公路 本地 進駐 得標 承攬 委外 參展 參與 參賽 合作 簽約 資安 網通 硬體 廣告 "
        "行銷 公關 會計 法律 餐飲 旅行 汽車 機器人 無人機 太陽能 風電 儲能 鋼鐵 紡織 機械 "
        "印刷 動畫 晶片 面板 快遞 宅配 派遣 共享 健身 租車 叫車 停車 廢棄物 環保 加盟 投標 "
        "受託 初創 母 子 關係 控股 外資 外匯 外語 會展 家族 家庭 無線 有機 自動化 自駕 不動產 設備 "
        "現代 家教 家居 家具 同業 再保險 攤商 住戶 社區發展 詐騙 犯罪 百貨 電影 農 民 互助 "
        "產業 城市 國立 市立 私立 縣立 公立 公民 市民"
    ).split()
)
# A city has but one or few of these, and its papers mean that one: 市立醫院.
LOCAL_SORTS = frozenset(map(views.fold, ("市立", "縣立")))
# 政務部長 is a minister without a ministry of this name.
NO_BODIES = frozenset(
    views.fold(name)
    for name in (
        *("政務部", "資深政務部", "國家部", "國家局", "安全部", "禮賓廳", "電影院", "圖書室"),
        # Rooms of whoever holds the post: 從實驗室到里長辦公室.
        *("里長辦公室", "村長辦公室", "校長辦公室", "局長辦公室", "處長辦公室", "院長辦公室"),
    )
)
