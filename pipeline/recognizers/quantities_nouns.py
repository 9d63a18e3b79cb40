"""Words around a number that bound the noun it counts: verbs, particles, adjectives.

Contract: closed classes of the language, written in Traditional characters and folded like the
text; `quantities_measured` tells how they are used.
"""

from __future__ import annotations

import re

from pipeline.language.edges import first_signs, guarded, last_signs
from pipeline.language.views import pattern, simplify
from pipeline.recognizers.quantities_verbs import VERB_SIGNS

# What cannot be part of the noun that is counted: function words and the verbs of reports.
STOP = guarded(
    "再(?!生|造|製|利)|先(?!進|生|驅|期|鋒|行|知)|順手|自製|全數|一致(?!性)|一起|一同|"
    "中(?=有|先|,|排名|名列|排行|位居|排第|第)|使用|參加|出席|參與|用(?=[於在來])|與會(?!者"
    "|代表|人|來賓"
    "|城市|首長)|派員|持有|受惠|加入|完成|投入|採用|報名(?!資料|表|費|系統|人|網|截)|到場"
    "|到訪|前往"
    "|進行|辦理|舉辦|舉行|試驗|部署|分享|發言|通過|簽署|締結|推出|可|將|已"
    "|(?<![機議社協學工商集展酒年宴委公聯])會(?!議|員|展|場|館|計|談)|都(?!市|會|心"
    "|更)|皆|均(?!勻|衡)|也|就(?!業|學|醫|讀|近)|正(?!式)|須|應(?!用|變|急|對)"
    "|在(?!地|職|校|線|臺|台)"
    "|於(?!是)|被|由|從(?!業|事)|自(?!駕|行車|動|然|主|治|助|造|學|備|來水|給)|為(?!主)"
    "|是(?!否)|(?<![公私國市自])有(?!機|線|限|聲|效)|以(?!色列|太|及|來)|並|且|而(?!且)|但|若"
    "|如(?!廁)|受(?!訪者|訪民|災|眾|益|試者|刑)|佔(?!地|比)|占(?!地|比)|參展(?!廠|商|者"
    "|單位)|獲(?!獎)|需(?!求)|(?<![摘需重主必首紀綱提])要(?!素|點|件|求)"
    "|能(?!源|量|力|見|耗|效)"
    "|增加|減少|下降|上升|成長(?!率)|提高|提升|縮短|降低|降至|增至|達(?!人)|共同"
    "|(?<!公)共(?!享|融|乘|同|識)|合計|總計|(?<![合條公簽節解契預誓])約|超過|逾|包括|包含"
    "|涵蓋|分布|來自|位於|設置|建置|提供|安裝|裝設|啟用|上線|營運|開放"
    "|服務(?=[^\\u4e00-\\u9fff]|全|超|逾)|供(?!水|電|餐|應|暖|氣|餐|給|需)|讓|給(?!付|水)|把"
    "|對(?!話|象)"
    "|(?<![方面意導趨去轉志傾])向(?!量)|等(?!級|候|待)|齊聚|共襄|響應|支持|表示|指出"
    "|認為|獲得|成為|組成|構成|運作|施打|接種|前來|進駐|落戶|誕生|產生|受訓|結業"
    "|畢業|到(?!場)|(?<![未將原歷])來(?!源|客|賓)|每|吧|嗎|呢|了"
)
LEAD = pattern("[ ]?(?:的|之(?!間|內|久)|多的)[ ]?")
NOT_NOUN = pattern(
    "[ ]?(?:者|強(?!度|化|力|震)|除以|兌(?!換)|改(?!革|善|造)|更(?!生|衣|新)|即|反(?!應|映)"
    "|計(?!畫|程|時|算|劃)|旁|因(?!素|應|子|果|特)|係|占|佔|以上|以下|以內|之內|左右|內(?!容"
    "|湖|政)|外|前|後|來|間(?!接)|起|底|至|到"
    "|、|和|與(?!會者|會[代來人貴])|及|或|時|中(?!心|學|小|央|國|低|文|型)|又|不|未(?!來)|才|再|仍|還|只"
    "|僅|所(?!有)|卻|則|之間|之久|期間|時間|不等|整|降|減(?!碳|災)|增(?!量)|升(?!降"
    "|級)|縮|擴|拉高|拉低|壓低|壓到|推升|調[高低升降]|[躍飆攀]升|[跌漲翻衝掉滑]|成長|就(?!業"
    "|學|醫|讀|診|地))"
)
# Percentages take the whole clause; only a copula before it is dropped.
COPULA = pattern("[ ]?(?:是|為|屬於?|的)")
# Before 的 these tell of what sort a noun is: 60項創新的服務.
QUALITY = pattern(
    "(?:[^市縣鄉鎮區村里國家校]性|創新|智慧|重要|主要|不同|新|高薪|在地|老舊|優質|永續|數位"
    "|可行|全新|跨國"
    "|傳統|最[^,]{1,3}|[大小高低長短多少好快強]|專屬|完整|具體|成功|國際|以上|以下|左右|等|級"
    "|型|式|色|化"
    "|現有|既有|原有|新建|相關|實際|潛在|真正|獨特|珍貴|年輕|友善|安全|便利|免費|公開)$"
)
# Words between the thing measured and its number, dropped from the right.
TAILS = frozenset(
    simplify(
        "約 大約 近 將近 逾 超過 突破 不到 至少 最多 高達 多達 達 達到 達成 共 "
        "共計 總計 合計 計 有 為 是 僅 只 只有 已 已經 將 可 由 從 自 至 到 "
        "在 於 了 的 再 各 每 就 也 更 則 便 即 又 還 另 另有 增 增為 減 "
        "減為 增加 減少 降低 下降 上升 成長 提高 提升 縮短 延長 擴充 擴大 擴增 "
        "下滑 攀升 節省 省下 縮減 成為 增至 降至 減至 升至 提高到 增長 上漲 來到 "
        "累計 累積 目前 大幅 逐年 平均 平均每 相當於 等於 佔 佔了 占 占了 裝 裝設 "
        "設 設置 建 建置 完成 提供 投入 安裝 建立 推動 推出 舉辦 辦理 吸引 服務 "
        "超出 未滿 低於 高於 小於 大於 少於 多於 控制 分 分為 鋪設 涵蓋 包括 包含 "
        "整合 串接 串聯 串起 接入 支撐 擁有 具備 採購 購置 購入 興建 新增 增設 "
        "開設 編列 為期 歷時 長達 邁入 邁入第 滿 所需 需 需要 過去 未來 獲 有效 "
        "預計 預定 預估 估計 不超過 不逾 不 最高 最低 最長 最短 左右 不足 接近 "
        "一度 破 約合 加起來 其中 歷年 合共 平均一件 每人 每戶 每件 足足 整整 原本 "
        "仍是 仍有 至今 如今 即可 竟 竟然 高到 低到 壓到 壓低 拉高 推升 每日 每晚 "
        "每次 調 調為 調整 調整為 翻 躍升 躍升為 發 發出 標了 標出 收到 接到 追回 "
        "上線 裝了 設了 蓋了 簽了 把 以 用 讓 使 給 向 對 與 和 及 並 而 且 "
        "但 同比 環比 超 多 少 多了 少了 縮小 漲 漲了 可望 常 剛過 過 "
        "實施 舉行 動支 賣出 賣掉 售出 發表 拉長 收回 採用 喊停 建檔 "
        "至少要 開始 預定 原訂 原定 剛滿 剛剛 大概 差不多 每秒 每艘 約省 可省 約減 開行 連續 "
        "一連 總共 統計 為止 派出 共派 推行 試辦 授權 追加 撥給 撥款 撥出 減輕 約花 花掉 用掉 "
        "用去 想再 會再 還要 還會 才有 就有 都有 便有 約有 仍有 設有 備有 剛好 正好 恰好 創下 "
        "刷新 "
        "訂為 攝氏 華氏 正負 人均 壓縮 投放 剩 剩下 只剩 "
    ).split()
) | frozenset(" ,:±")
COMPARING = pattern(
    "(?:相較於?.{0,6}|相比.{0,6}|較.{0,6}|(?<![占佔對債別能])比(?!例|率|重).{0,6})$"
)
# 再增加, 為期, 上線: what is told of a number without a noun.
DEED = pattern(
    "(?P<deed>[\\u4e00-\\u9fff]{2})(?:了|滿|至|到|近|約|逾|達|超過"
    "|將近|已|有|共|才|僅|足足|整整|長達|是|[ ])*$"
)
IDLE = pattern(
    "目前|其中|約合|足足|整整|不到|只有|現在|如今|至今|已經|大約|將近|超過|歷年"
    "|每[年月日天週人秒]|[^,]?多|大概|平均|約省|可省|攝氏|華氏|至少"
    "|一連|開始|預定|原訂|剛滿"
)
HEAD = pattern(
    "(?:的|並且?|而且?|且|但|其中|目前|另外?|亦|也|更|則|對(?!話|象|方)|如何|讓"
    "|使得?(?!用|命)|將|把|以及|及|和(?!平)|與(?!會)|已|在|於|為|因此|此外|同時|今年|去年"
    "|預計|其|該(?![市縣國區州省校鎮鄉案項場])|了|共(?!同|享|融|乘|識|計)|累計"
    "|全[市縣國省](?=累|共|已)|時(?!速|間|段|薪|程|代)|又|佔(?!地|比|用)|占(?!地|比|用)|是"
    "|前(?!期|瞻|往|後)|再|就|都|以|由|從|後|來|起|內|這|那|[ ])+"
)
# Within this distance of the beginning, what is said follows.
SAYS_WITHIN = 6
_SAYS = "坦言|直言|表示|指出|透露|強調|宣布|認為|提到|補充|估計|預估|發現|說明|說(?!服|明書)"
SAYS = guarded(_SAYS)
# 每公里成本仍是一般公車的2.3倍: the thing compared with is not what is measured.
COMPARED = pattern("(?:仍|只|僅|大約|約)?(?:是|為|只有|僅有|僅|相當於)[^,。;:是為0-9]{1,16}的$")
EVERY = pattern(
    "每(?:年|日|月|週|天|季|人|名|小時|分鐘|公頃|平方公[尺里]|立方公尺|公里|公升|公斤|公?噸"
    "|度|戶|件|次|趟|[人車航艘]次|輛|位|座|站"
    "|棟|坪|班|場)約?$"
)
# 讓每公頃年用水量: what is measured stands behind.
_PIVOT = (
    "(?:讓(?!步|利|售)|使(?!用|命|者|館)得?|把(?!手|關)|令(?!和))(?:每(?:年|月|日|公頃|戶|人|次))?"
)
PIVOT = guarded(_PIVOT)
ADJECTIVES = frozenset("深宽高长重厚")
# No noun that is counted, though it stands before the number.
IDLE_NOUN = pattern(
    "迄今|截至|希望|差不多|一座|其[中他餘]|[全本該各][市縣國區州省校鎮鄉球臺]|全[臺台]灣?"
    "|[縣市]府|我們|你們|他們|她們|大家"
    "|同期|同時|平均|最[高低多少大]|目前|現在|累計|合計|總計|單[月日]"
    "|每[年月日天週季人戶件次名位個座年]|前後|還要|已經"
    ""
    "|一[校人件張次戶年天日月座]|分別|另外?|換算下來"
)
PERSONS = frozenset("位名人")
# Counted by what they do or by how often it is done.
DOERS = frozenset(simplify("位 名 人 人次 次 趟 回 遍 場次 車次 艘次 架次").split())
SELF = frozenset(
    simplify("國 市 縣 區 校 省 州 村 鄉 鎮 里 院 城 縣市 鄉鎮 城市 國家 行政區 人口 地 族").split()
)
# Nouns of time, and what is said of one that changes.
OF_TIME = pattern(
    "(?:時間|工期|效期|期程|期限|期間|壽命|任期|租期|年資|時程|時數|車程|航程|時長|全長|片長"
    "|假期|年限|工時|週期|保固|年齡"
    "|平均|時效|歷史|經驗|期|齡)$"
)
CHANGES = pattern(
    "[ ]?(?:降|減|縮|增|升|攀|躍|飆|擴|漲|跌|成長|上[升漲]|下[降滑跌]|延長|拉長|提高"
    "|至|到|拉|壓|變|以上|以下|左右)"
)
# Verbs of making and giving before what is made: 發放消費券500萬張; but 採購金額, 完成率.
_MAKES = (
    "(?:裝設|設置|鋪設|興建|新建|新設|新增|增設|購置|採購|發放|發出|種植|種下|改裝|埋設"
    "|架設|佈建|布建|布設|部署|招募|培訓"
    "|節約|節省|清除|收集|提供|舉辦|辦理|推出|完成|建置|建立|引進|接待|招待|吸引|創造|建成"
    "|帶動|減少|投放|培育|輔導|媒合|簽署|釋出|打造)了?"
    "(?!率|費|經費|預算|金額|總|數|量|成本|時間|期|工程|計[畫劃]|人[數員次]|單位|比[例率]"
    "|地點|對象|者|進度|面積|範圍)"
)
MAKES = guarded(_MAKES)
# 用電占全市六成四
SHARE_OF = pattern("[佔占]了?(?:全[國市縣球臺省港馬體]|總|整體|所有|該)[^,佔占]{0,6}$")
# What a sum of money is spent on begins: 投入7.6億元推動「竹溪再生」.
SPENT_ON = pattern(
    "[ ]?,?(?:用於|用以|用來|以|來|供)?"
    "(?:推動|推廣|推行|興建|新建|建置|建設|打造|擴充|擴建|擴大|改善"
    "|更新|補助(?![金款費])|購置|採購|辦理|試辦|設置|設立|發展|開發|整建|修繕|汰換|支持|支應|培訓"
    "|培育|佈建|布建|鋪設|改造|升級|重建|復育|整治|翻修|整修|贊助|資助|獎勵(?!金)|輔導|引進|導入"
    "|研發|開辦|強化|優化)(?!費|經費|預算|成本|計[畫劃])"
)
# A sum of money that the verb behind it spends: 預算編1.45億.
OF_MONEY = pattern("(?:經費|預算|支出|收入|成本|費用?|款|金額?|資金)(?:每?年|每月|共|另)?$")
# 臺北、杜林、利維夫等三市
MEMBERS = pattern("(?P<all>(?:[\\u4e00-\\u9fff·]{2,8}、){1,8}[\\u4e00-\\u9fff·]{2,8}?)等?$")
# 往來旅客由每年約1.2萬人提高為3萬人: a change begins.
FROM = pattern(
    "(?:由|從|(?<![各獨來])自)(?:每[年月日天]|約|近|逾|原[本來]?的?|最[初早]的?|+[ ]?的?|[ ])*$"
)
FROM_ENDS = frozenset(simplify("由從自年月日天約近逾本來的初早原 \x1f"))
# A number that sums up what the clause before tells.
SUM = pattern(
    ",[ ]?(?:總?共計?|合共|合計|總計|累計|總數|一共|共[收種裝設建發]?[出回了]?)[ ]?(?:約|近"
    "|逾|達|有|為)*[ ]?$"
)

# A stretch with none of these signs holds no verb: of saying, making, leading, or any other.
TELLING = re.compile(f"[{VERB_SIGNS}{''.join(sorted(first_signs(f'{_SAYS}|{_PIVOT}|{_MAKES}')))}]")
# What these begin and end with: most nouns and numbers have none of it beside them.
LEAD_SIGNS = first_signs(LEAD.pattern)
COPULA_SIGNS = first_signs(COPULA.pattern)
NOT_NOUN_SIGNS = first_signs(NOT_NOUN.pattern)
HEAD_SIGNS = first_signs(HEAD.pattern)
IDLE_NOUN_SIGNS = first_signs(IDLE_NOUN.pattern)
CHANGES_SIGNS = first_signs(CHANGES.pattern)
TAIL_ENDS = frozenset(word[-1] for word in TAILS)
OF_TIME_ENDS = last_signs(OF_TIME.pattern)
