"""Verbs and adverbs that end the noun a quantity counts: 座談 in 七場座談吸引破千人.

Contract: two-character words that predicate and seldom stand inside a compound noun; written in
Traditional characters, folded like the text.
"""

from __future__ import annotations

import re

from pipeline.language.edges import first_signs, guarded
from pipeline.language.views import pattern, simplify

VERBS = frozenset(
    simplify(
        "沒有 開始 成為 出現 發現 發生 建立 參加 提出 還有 得到 進入 舉行 提高 完成 "
        "增加 獲得 存在 達到 實現 繼續 位於 能夠 稱為 負責 制定 看到 超過 希望 採用 "
        "引起 取得 受到 批准 告訴 支持 接受 保持 堅持 看見 採取 喜歡 感到 造成 召開 "
        "幫助 結束 介紹 回答 來到 考慮 擁有 展開 指出 安排 離開 恢復 見到 解釋 減少 "
        "從事 進來 屬於 來自 相信 帶來 看來 變成 導致 擔任 強調 回去 處於 回到 面對 "
        "聽說 想到 發出 加上 留下 願意 遇到 遭到 聽到 顯得 下降 滿足 降低 符合 失去 "
        "改為 承認 缺乏 打開 面臨 尋找 拒絕 簽訂 等於 授予 允許 剩下 交給 設有 放棄 "
        "依靠 抵達 到達 走出 走進 追求 取消 包含 當選 說出 得知 送給 送到 送往 送進 "
        "拿到 拿出 收到 運抵 運往 運到 穿著 身穿 手持 帶著 帶上 裝上 裝有 鋪上 改成 "
        "改用 改採 換成 換上 開設 先行 吸引 擠進 湧入 湧進 加入 載著 裡面 裏面 全部 "
        "全數 全都 仍是 仍有 依舊 各自 各不 一律 只收 尚未 仍未 已有 已經 曾經 曾被 "
        "正在 陸續 同步 隨時 立即 馬上 如今 至今 當中 之中 其中 認為 覺得 接上 連上 "
        "接到 撥打 撥到 打到 打給 寫下 寫出 寫信 說道 提到 坦言 直言 透露 宣布 宣告 "
        "公布 共同 結為 結成 締結 簽下 簽了 簽署 出席 齊聚 聚集 坐在 站在 住在 搬到 "
        "搬進 搬入 遷到 遷入 落在 放在 設在 用來 用於 用在 投入 換來 省下 省掉 節省 "
        "少掉 多出 花掉 花在 賣出 賣給 買進 租給 借給 捐給 交由 委由 轉給 轉為 轉成 "
        "升至 升到 降到 降至 跌到 跌至 漲到 漲至 衝上 衝到 拉高 拉低 壓低 壓到 壓在 "
        "推到 推升 調高 調低 調升 調降 回升 滑落 回落 攀升 縮短 延長 擴大 擴及 擴到 "
        "遍及 遍布 分布 散布 橫跨 跨越 跨過 經過 繞過 越過 途經 開進 開到 開往 駛入 駛進 "
        "上架 下架 上路 上線 上場 下場 下線 出爐 出獄 出院 出國 返國 回國 抵台 訪台 "
        "來台 赴日 想要 打算 預計 預定 可望 有望 可以 可能 必須 需要 應該 不得 不再 "
        "不能 不會 不用 不必 無法 難以 得以 足以 藉由 透過 經由 依照 按照 根據 針對 "
        "關於 對於 為了 因為 由於 所以 因此 但是 不過 然而 而且 並且 或是 或者 以及 "
        "如果 若是 只要 只有 除了 包括 例如 譬如 像是 就是 才是 也是 都是 不是 而是 "
        "還是 算是 真是 便是 即是 乃是 仍須 仍需 仍在 還在 正值 適逢 隨著 沿著 朝著 "
        "向著 精簡 合併 享有 享受 遭遇 遭受 蒙受 領取 領到 領有 考取 考上 錄取 "
        "就讀 任職 供給 掛上 貼上 戴上 登上 爬上 跳上 搭上 搭乘 騎乘 種下 種上 種在 "
        "長出 生出 孵出 冒出 露出 交出 繳出 開出 啟用 啟動 完工 動工 竣工 落成 通車 "
        "施行 上班 舉報 反映 抱怨 質疑 反對 贊成 同意 願為 樂見 期待 盼望 呼籲 敦促 "
        "促成 促使 迫使 使得 讓人 令人 教人 帶領 率領 陪同 陪伴 迎接 歡迎 感謝 致謝 "
        "恭喜 祝賀 知道 起來 出來 作為 解決 找到 看著 創造 促進 建成 發揮 培養 列為 變得 購買 具備 "
        "抓住 承擔 爭取 召集 叫做 避免 維持 涉及 建造 走向 舉辦 加速 接近 加快 給予 居住 防止 做出 "
        "改稱 取出 表達 聽取 含有 得名 做到 富有 不夠 坐下 禁止 不讓 留在 予以 把握 鼓勵 佔有 "
        "占有 加大 代替 詢問 分成 分為 思考 消滅 賦予 懂得 轉向 創辦 奪得 名叫 釋放 發起 走上 圍繞 "
        "誕生 派出 取代 評為 列入 趕到 帶有 缺少 號稱 攜帶 視為 擺脫 協助 達成 樹立 呈現 添加 不顧 "
        "善於 引發 履行 提起 持有 阻止 披露 包圍 發掘 收回 創立 碰到 湧現 違反 打敗 拆除 減輕 支撐 "
        "納入 試圖 克服 認定 增添 承受 未能 穿過 佔據 占據 沿用 位居 揭露 看作 尋求 得出 出自 名為 "
        "合資 落款 表態 捐贈 贈送 獲贈 添購 救回 救出 找回 找出 撿到 查獲 選在 "
        "折抵 抵扣 扣抵 抵銷 減免 "
        "說服 邀請 徵求 徵集 迎來 擔心 害怕 以及 試著 學會 教會 串起 撐起 扛起 "
    ).split()
)
# Words that end a noun behind its first characters, though a noun may begin with them:
# 浮標即時計算, but 即時資訊.  Times, adverbs of manner, verbs that stand before nouns too.
_INNER = frozenset(
    simplify(
        "即時 及時 難得 全程 當場 事先 事後 隨即 隨後 立刻 紛紛 多半 大多 幾乎 一度 一直 "
        "早就 原本 本來 過去 今年 去年 明年 前年 昨日 今日 明日 日前 上月 下月 本月 當天 "
        "當時 每天 每月 每年 每週 每晚 平均 共計 累計 加裝 改裝 架設 布設 佈設 鋪設 埋設 "
        "派駐 駐點 輪流 聯手 攜手 輪班 待命 受困 罹難 獲救 撤離 疏散 移居 現身 亮相 參觀 "
        "觀摩 考察 試點 試辦 試行 率先 輪番 免於 免受 不願 不肯 不敢 從此 自此 因而 因故 "
        "因應 自動 主動 免費 親自 逐步 逐一 優先 直接 間接 另外 分批 分期 分年 一次 一併 "
        "合力 共用 互訪 互換 燃燒 倒塌 受損 淹水 停電 停工 復工 進場 出動 動員 報到 列席 "
        "回覆 回應 巡視 巡查 巡檢 巡邏 巡迴 清運 清除 清理 清掃 自籌 分攤 調度 缺席 維護 管制 "
        "認養 認購 申請 採用 回復 答覆 答復 "
        "引進 導入 接入 串接 聯名 聯合 值班 值勤 進駐 入住 移師 復耕 轉作 栽種 採收 捕撈 出海 返航 "
        "通報 回報 檢舉 連署 修復 拼出 做起 收費 配備 配合 輪值 測試 偵測 監測 監控 接駁 投票 "
        "受訓 結業 計算 實習 就讀 就業 求救 報名 掛牌 掛在 現場 負責 主持 主講 講解 導覽 體驗 試乘 "
        "試用 旁聽 連線 收看 觀看 點閱 下載 註冊 使用 持卡 刷卡 領證 掛號 就診 "
    ).split()
)
# What follows makes a noun of them all the same: 公車即時資訊, 病患自動繳費機, 會員登記制度.
_INNER_NOUN = pattern(
    "..(?:資[訊料]|動態|系統|機|器|站|率|量|費|表|單|證|書|制度?|者|人數?|次數|計[畫劃]|方案|服務"
    "|平[臺台]|中心|課程|活動|措施|協[會議定]|案|處|室|點|區|獎|團|隊|門|車|金|所|額|戶"
    "|數|時間|期間"
    "|會|展|營|員|名額|資格|程式|檔)"
)
_CHURCH = simplify("教會")
# Single characters that are a verb where no compound noun begins with them.
_SINGLE = (
    "用(?=[一兩二三四五六七八九十0-9它他她這那])|搭(?!配|建|檔)|載(?=醫|客|送|運|著|滿)"
    "|穿(?!戴|搭)|拿(?!手|鐵)"
    "|跑(?!者|步|道|車)|走(?!道|廊|私)|借(?=給|出|到|走)|送(?=給|到|往|進|出|回)|寫(?!作|手|字|真)"
    "|說(?!明|帖)|看(?!板|護|守|台)|聽(?!力|證|眾|障|語|覺)|吃|買(?!家|方|氣|賣)|賣(?!場|家"
    "|店|方|點)"
    "|換(?!證|氣)|挑(?!戰)|裝(?=上|了|在|有|滿|著|設)|鋪(?=上|了|在|設|滿)|蓋(?=了|在|好|起)"
    "|(?<![民商家公專通適使應費作信利雇僱常軍農日飲食運引備選採租耐])"
    "用(?=無人機|光纖|手機|電腦|雲端|[A-Za-z])"
    "|因(?![素應子果特])|(?<![預計概決結運換精清估核演試])算(?![力法盤式])|沒(?!收)"
    "|曾(?!文|[\\u4e00-\\u9fff]{1,2}[市局處里])|仍|尚(?!義|志)|卻|只(?![有要需])|僅|才(?!能"
    "|藝|華|女)|則(?!是)"
)
_SINGLE_VERBS = guarded(_SINGLE)
# A verb with what it leads to: 切成七段, 燒掉三千戶.
_LED = pattern(
    "(?:濃縮|改造|轉變|轉化|打造|轉型|改裝|改建|整併|合併|集結|彙整|翻譯|製作|串聯|培育)成"
    ""
    "|(?![合集現組構養])[\u4e00-\u9fff](?:成(?![本長人年員果效績功就熟立都衣品交型])"
    "|得(?![獎標主分獲來意票點以知了])|掉|給(?!付|水)|往(?!來|返)|到(?!場|達|校|府|職|院|位|期|貨|庫))"
)
# Adverbs between a subject and what is said of it: 兩成攤主至今只收現鈔.
ADVERBS = guarded(
    "至今|迄今|已(?!故|婚)|仍|都(?!市|會|心)|曾(?!文)|皆|尚未|目前|現在|如今|早已|從未|不曾|未曾"
)


def _signs(words: frozenset[str], place: int) -> str:
    return "".join(sorted({word[place] for word in words}))


# What a verb of two characters, one and what it leads to begins with or holds.
VERB_SIGNS, _INNER_SIGNS = _signs(VERBS, 0), _signs(_INNER, 0)
_PAIR = re.compile(f"[{VERB_SIGNS}](?=[{_signs(VERBS, 1)}])")
_ANY_PAIR = re.compile(f"[{VERB_SIGNS}{_INNER_SIGNS}](?=[{_signs(VERBS | _INNER, 1)}])")
_SINGLE_SIGNS = first_signs(_SINGLE)
_LED_SIGNS = re.compile("[成掉给往到得]")
# A stretch with none of these signs holds no verb.
ANY_VERB = re.compile(f"[{VERB_SIGNS}{_INNER_SIGNS}{''.join(sorted(_SINGLE_SIGNS))}成掉给往到得]")


def first_verb(view: str, start: int, stop: int) -> int:
    """Return where the first verb begins behind at least one character, else ``stop``."""
    low = start + 1
    for found in _ANY_PAIR.finditer(view, low, stop):
        at = found.start()
        word = view[at : at + 2]
        if word in VERBS or (word in _INNER and not _INNER_NOUN.match(view, at)):
            stop = at
            break
    single = _SINGLE_VERBS.search(view, low, stop)
    if single:
        stop = single.start()
    led = _LED.search(view, low, stop) if _LED_SIGNS.search(view, low, stop) else None
    return led.start() if led else stop


def starts_with_verb(view: str, start: int, stop: int) -> bool:
    """Whether what begins at ``start`` is a predicate: 切成七段 of 14公里切成七段."""
    if view[start : start + 2] in VERBS:
        return view[start : start + 2] != _CHURCH  # 23個|教會
    if view[start : start + 1] in _SINGLE_SIGNS and _SINGLE_VERBS.match(view, start, stop):
        return True
    return bool(_LED_SIGNS.search(view, start + 1, start + 3) and _LED.match(view, start, stop))


def last_verb(view: str, start: int, stop: int) -> int:
    """Return where the text behind the last verb begins, else ``start``."""
    last = start
    for found in _PAIR.finditer(view, start, stop):
        at = found.start()
        if view[at : at + 2] in VERBS:
            last = at + 2
    return last
