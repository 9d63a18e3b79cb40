"""Registers and lists of agreements, whatever their columns are called, by the whole program."""

from __future__ import annotations

import pytest

from pipeline.contract import Agreement, City, Initiative, Person, Role
from pipeline.resources import Resources
from tests.initiatives.whole import run, told

BOTH_IN_A_CELL = """編號,簽署日,雙方,合作文件,主題,狀態
A-01,民國110年5月3日,高雄市／日本熊本市,友好交流協定,觀光,有效
A-02,民國108年1月9日,高雄市／韓國釜山廣域市,合作備忘錄,海洋環境,已屆期
A-03,,高雄市／德國漢堡市,意向書,港務,洽談中
"""
A_COLUMN_FOR_EACH = """簽約單位,對方單位,協議名稱,簽約日,現況
臺中市政府,大田廣域市政府,經濟交流協議書,104年5月2日,已終止
臺中市政府,名古屋市政府,姊妹市締結書,108年10月25日,持續
"""
KIND_IN_A_REMARK = """高雄市國際締盟城市清冊
流水號,締盟城市,國別,關係別,簽署日期,說明
1,西雅圖市,美國,姊妹市,1980/12/16,每年互派高中生
2,漢堡市,德國,（洽談中）,—,港務局提議簽署綠色航運走廊MOU，預計明年定案
3,雅典市,希臘,（無）,—,坊間傳言兩市已締盟，實則未簽署任何文件
"""
KIND_LEADS_THE_REMARK = """序號,締約機關,友好城市,國別,代表人,職銜,簽署日期,狀態,備註
1,臺中市政府,大阪市,日本,山口健一,副市長,2018/02/14,有效,友好交流協定；兩館互換節目
2,臺中市政府,西雅圖市,美國,Mary Lind,市長,1981/11/18,有效,姊妹市；廠商12家互訪
"""
HOME_IN_THE_RELATION = """城市,代表,職稱,發言重點,合作關係
大邱廣域市,金承洙,副市長,智慧水表更換完成八成,臺北市姊妹市
雅加達,Budi Santoso,主任,洪水預警系統上線,無
赫爾辛基,Anna Lind,局長,開放資料已有十萬人使用,2019年與臺北市簽署MOU
"""
MEETING_OF_PARTNERS = """2019亞太姊妹城市會議發言摘要及後續辦理情形（108年6月，高雄）
序號	城市	出席代表	發言摘要	與本市合作情形
1	泰國清邁市	副市長 頌猜	清邁以感測器監測霾害，共設80站。	本次會中簽署空品合作備忘錄
2	越南峴港市	處長 阮文雄	峴港的智慧公車共有120輛，全部以電力行駛。	無
3	澳洲凱恩斯市	議員 John Smith	凱恩斯的珊瑚復育計畫已種下3萬株。	洽談中
"""
HEADED_LIST = """高雄市國際城市交流成果

壹、友好城市
一、美國西雅圖
二、韓國釜山廣域市（1966年6月30日締結）
貳、合作備忘錄
一、法國馬賽（港灣）
參、洽談中
一、德國漢堡市
"""
NAME_AND_DAY_IN_A_CELL = """<h1>107年度臺中市國際城市合作協議一覽表</h1><table>
<tr><th>項次</th><th>城市</th><th>協議名稱／簽署日</th><th>合作專案與進度</th></tr>
<tr><td>1</td><td>美國 西雅圖市</td><td>姊妹市協定<br>（68年10月23日）</td><td>公車4輛。</td></tr>
<tr><td>2</td><td>法國<br>馬賽</td><td>港灣合作備忘錄<br>（2018/07/19）</td><td>設站15座。</td></tr>
<tr><td>3</td><td>韓國釜山</td><td>－</td><td>僅參訪。</td></tr>
<tr><td>4</td><td>捷克布拉格</td><td>姊妹市協定（換約）</td><td>首次簽署為1997年</td></tr></table>
"""
A_LINE_IN_A_CELL = """順序,城市,代表,發言內容
1,臺中市（地主）,市長 江建宏,今年推出節水計畫。
2,波蘭 格但斯克,副市長 Anna Lind,"園區進駐公司一百家
與北海道小樽市 2017 年結為姊妹市，互派實習生"
"""
ENTRIES = """高雄市政府國際文件登錄簿

1. 姊妹市協定──日本熊本縣熊本市。民國106年1月11日簽署。狀態：有效。
2. 合作備忘錄──德國漢堡市（港務）。105/09/21簽署，效期四年，109/09/20屆期，未再展延。
3. 減碳共同宣言──韓國釜山廣域市、美國西雅圖。2021年5月3日發表。
4. 發言人──德國漢堡市副市長。
"""


@pytest.mark.parametrize(
    ("name", "text", "home", "expected"),
    [
        (
            "both.csv",
            BOTH_IN_A_CELL,
            "Kaohsiung",
            {
                ("other", "in_force", "Kumamoto"),
                ("mou", "expired", "Busan"),
                ("other", "planned", "Hamburg"),
            },
        ),
        (
            "each.csv",
            A_COLUMN_FOR_EACH,
            "Taichung",
            {("other", "expired", "Daejeon"), ("sister_city", "in_force", "Nagoya")},
        ),
        (
            "remark.csv",
            KIND_IN_A_REMARK,
            "Kaohsiung",
            {
                ("sister_city", "in_force", "Seattle"),
                ("mou", "planned", "Hamburg"),
                ("sister_city", "denied", "Athens"),
            },
        ),
        (
            "leads.csv",
            KIND_LEADS_THE_REMARK,
            "Taichung",
            {("other", "in_force", "Osaka"), ("sister_city", "in_force", "Seattle")},
        ),
        (
            "relation.csv",
            HOME_IN_THE_RELATION,
            "Taipei",
            {("sister_city", "in_force", "Daegu"), ("mou", "in_force", "Helsinki")},
        ),
        (
            "list.txt",
            HEADED_LIST,
            "Kaohsiung",
            {
                ("sister_city", "in_force", "Seattle"),
                ("sister_city", "in_force", "Busan"),
                ("mou", "in_force", "Marseille"),
            },
        ),
    ],
)
def test_register(
    resources: Resources, name: str, text: str, home: str, expected: set[tuple[str, str, str]]
) -> None:
    tables = run(resources, name, text)
    assert told(tables) == {(kind, how, frozenset((home, city))) for kind, how, city in expected}


def test_the_name_of_a_paper_beside_its_day(resources: Resources) -> None:
    assert told(run(resources, "day.html", NAME_AND_DAY_IN_A_CELL)) == {
        ("sister_city", "in_force", frozenset(("Taichung", "Seattle"))),
        ("mou", "in_force", frozenset(("Taichung", "Marseille"))),
        ("sister_city", "renewed", frozenset(("Taichung", "Prague"))),
    }


def test_a_line_of_a_cell_is_told_by_its_row(resources: Resources) -> None:
    assert told(run(resources, "cell.csv", A_LINE_IN_A_CELL)) == {
        ("sister_city", "in_force", frozenset(("Gdańsk", "Otaru")))
    }


def test_topic_and_day_of_a_row(resources: Resources) -> None:
    rows = run(resources, "both.csv", BOTH_IN_A_CELL)[Agreement]
    details = {(row.topic, str(row.signed_on), row.rule) for row in rows}
    assert ("海洋環境", "2019-01-09", "register-row") in details
    assert ("港務", "None", "register-row") in details


def test_a_topic_in_marks_is_told_without_them(resources: Resources) -> None:
    table = (
        "新北市政府新聞稿\n\n| 日期 | 活動 | 對象城市 |\n|---|---|---|\n"
        "| 3/5 | 與首爾簽署《數位轉型合作備忘錄》 | 首爾 |\n"
        "| 4/1 | 與釜山簽署「淨零備忘錄」 | 釜山 |\n"
    )
    assert {row.topic for row in run(resources, "plans.md", table)[Agreement]} == {
        "數位轉型",
        "淨零",
    }


def test_people_of_a_register_act_for_the_partner(resources: Resources) -> None:
    tables = run(resources, "leads.csv", KIND_LEADS_THE_REMARK)
    cities = {city.city_id: city.name_en for city in tables[City]}
    names = {person.person_id: person.name for person in tables[Person]}
    acts = {(names[r.person_id], cities.get(r.city_id or "")) for r in tables[Role]}
    assert acts == {("山口健一", "Osaka"), ("Mary Lind", "Seattle")}


PERIODS = """2021 各城市旗艦計畫一覽表（110年10月28日版）

序號\t城市\t國家\t旗艦計畫\t期程\t摘要
1\t坦佩雷\t芬蘭\tTampere Pulse\t2018–2022\t街燈整合感測器。
2\t伯恩\t瑞士\t乾淨字典\t2022年3月－2023年\t把公文改寫成白話。
3\t阿克拉\t迦納\tSanitation Desk\t2015–2019\t垃圾清運率提升。
"""


def test_periods_tell_how_far_an_initiative_is(resources: Resources) -> None:
    rows = run(resources, "periods.tsv", PERIODS)[Initiative]
    assert {row.name: row.status for row in rows if row.is_named} == {
        "Tampere Pulse": "ongoing",
        "乾淨字典": "planned",
        "Sanitation Desk": "done",
    }


PRIZES = """智慧城市獎得獎一覽

獎項\t城市\t得獎計畫\t代表\t評語
數位包容獎（並列）\t韓國大邱市\t「巷口學堂」\t市長 Kim Min-ho\t累計開課一百堂。
交通創新獎\t加拿大渥太華市\tSnow Line\t局長 Mary Lind\t維修經費減半。
"""


def test_prizes_and_their_projects_are_initiatives(resources: Resources) -> None:
    tables = run(resources, "prizes.tsv", PRIZES)
    cities = {city.city_id: city.name_en for city in tables[City]}
    owners = {i.name: cities.get(i.city_id or "") for i in tables[Initiative] if i.is_named}
    assert owners == {
        "數位包容獎": None,
        "巷口學堂": "Daegu",
        "交通創新獎": None,
        "Snow Line": "Ottawa",
    }


WIDE = """高雄市姊妹市及友好城市交流情形表
城市,國別,姊妹市,合作備忘錄,113年度交流
釜山,韓國,1966,2018（觀光）,互派青年20名
熊本市,日本,,2017,棒球交流
"""
SEVERAL_IN_A_CELL = """臺南市國際城市交流一覽
城市,國家,與本市關係,締結時間
仙台市,日本,姊妹市；觀光備忘錄,2006/01/20
成田市,日本,友好都市協定書,2016/05/01
"""
RESULTS_OF_TALKS = """雙邊會談成果一覽表（主辦：高雄市政府）
場次,對象城市,會談代表,成果
1,日本橫濱市,副市長 平原敏英,簽署港灣減碳合作備忘錄
2,越南峴港市,主席 黎忠政,意見交換，無簽署文件
"""


def test_lines_that_begin_with_what_was_agreed(resources: Resources) -> None:
    assert told(run(resources, "a.txt", ENTRIES)) == {
        ("sister_city", "in_force", frozenset(("Kaohsiung", "Kumamoto"))),
        ("mou", "expired", frozenset(("Kaohsiung", "Hamburg"))),
        ("declaration", "signed", frozenset(("Kaohsiung", "Busan", "Seattle"))),
    }


def test_columns_headed_by_kinds(resources: Resources) -> None:
    assert told(run(resources, "a.csv", WIDE)) == {
        ("sister_city", "in_force", frozenset(("Kaohsiung", "Busan"))),
        ("mou", "in_force", frozenset(("Kaohsiung", "Busan"))),
        ("mou", "in_force", frozenset(("Kaohsiung", "Kumamoto"))),
    }


def test_several_relations_in_one_cell(resources: Resources) -> None:
    assert told(run(resources, "a.csv", SEVERAL_IN_A_CELL)) == {
        ("sister_city", "in_force", frozenset(("Tainan", "Sendai"))),
        ("mou", "in_force", frozenset(("Tainan", "Sendai"))),
        ("sister_city", "in_force", frozenset(("Tainan", "Narita"))),
    }


def test_a_row_that_names_no_party_is_of_its_city_and_the_host(resources: Resources) -> None:
    found = told(run(resources, "a.csv", RESULTS_OF_TALKS))
    assert found == {("mou", "signed", frozenset(("Kaohsiung", "Yokohama")))}


PARTNERS_IN_A_COLUMN = """城市,首長,姊妹市,重點計畫
橫濱市,山中竹春,上海、里昂,港灣減碳
釜山,朴亨埈,福岡,智慧港
"""
HOME_IN_THE_REMARKS = """編號,締約對象,國別,文件性質,簽署日期,本市承辦機關,說明
1,辛辛那提市,美國,姊妹市,民國78年6月24日,秘書處,臺北縣時期締結，改制後由新北市概括承受
2,芹苴市,越南,合作備忘錄,109年11月3日,水利局,仿本市規格裝設水尺
3,庫馬西,迦納,聯合宣言,112.10.6,環境保護局,由庫馬西與新北市發表
"""


def test_a_column_of_the_sister_cities_of_each_row(resources: Resources) -> None:
    assert told(run(resources, "a.csv", PARTNERS_IN_A_COLUMN)) == {
        ("sister_city", "in_force", frozenset(("Yokohama", "Shanghai"))),
        ("sister_city", "in_force", frozenset(("Yokohama", "Lyon"))),
        ("sister_city", "in_force", frozenset(("Busan", "Fukuoka"))),
    }


def test_the_home_of_a_register_may_stand_in_its_remarks(resources: Resources) -> None:
    assert told(run(resources, "a.csv", HOME_IN_THE_REMARKS)) == {
        ("sister_city", "in_force", frozenset(("New Taipei", "Cincinnati"))),
        ("mou", "in_force", frozenset(("New Taipei", "Cần Thơ"))),
        ("declaration", "in_force", frozenset(("New Taipei", "Kumasi"))),
    }


def test_an_initiative_named_after_its_city_in_latin_letters_is_named_in_chinese(
    resources: Resources,
) -> None:
    text = "1,哥倫比亞麥德林市,市長 Daniel Quintero,市長介紹 Medellin 計畫，鼓勵社區創新。\n"
    tables = run(resources, "a.csv", "編號,城市,代表,內容\n" + text + text.replace("1,", "2,"))
    assert "麥德林計畫" in {row.name for row in tables[Initiative]}


PARTNERS_LISTED = """類別,對象,時間
姊妹市,成田市（日本）、達拉斯市（美國）,2016、2017
意向書,布爾諾市（捷克）,2023
桃園市政府秘書處製,,
"""
TIES_OF_SEVERAL_CITIES = """市別,友好城市,國家,性質
高雄市,釜山廣域市,韓國,姊妹市
臺中市,名古屋市,日本,夥伴城市
"""


def test_partners_listed_in_a_cell_and_a_home_that_made_the_table(resources: Resources) -> None:
    assert told(run(resources, "a.csv", PARTNERS_LISTED)) == {
        ("sister_city", "in_force", frozenset(("Taoyuan", "Narita"))),
        ("sister_city", "in_force", frozenset(("Taoyuan", "Dallas"))),
        ("other", "in_force", frozenset(("Taoyuan", "Brno"))),
    }


def test_a_cell_of_the_relation_tells_more_than_the_header_of_the_partner(
    resources: Resources,
) -> None:
    assert told(run(resources, "a.csv", TIES_OF_SEVERAL_CITIES)) == {
        ("sister_city", "in_force", frozenset(("Kaohsiung", "Busan"))),
        ("other", "in_force", frozenset(("Taichung", "Nagoya"))),
    }


SEVERAL_IN_A_ROW = """高雄市締結城市登記簿,,,,
編號,對象城市,簽署日,文件性質,目前狀態
K-1,漢堡市、名古屋市、釜山市,2020-09-04,聯合宣言,有效
K-2,熊本市,—,姊妹市盟約,未成立（112年12月撤案）
K-3,大阪市,2024/09/02,合作意向書,洽談中
"""


def test_a_declaration_of_a_row_is_of_all_its_cities(resources: Resources) -> None:
    tables = run(resources, "a.csv", SEVERAL_IN_A_ROW)
    assert told(tables) == {
        ("declaration", "in_force", frozenset({"Kaohsiung", "Hamburg", "Nagoya", "Busan"})),
        ("sister_city", "denied", frozenset({"Kaohsiung", "Kumamoto"})),
        ("other", "planned", frozenset({"Kaohsiung", "Osaka"})),
    }


YEARS_OF_THE_REPUBLIC = """臺中市締結城市一覽,,,,
年度,城市,國家,協議名稱,備註
58,大田市,韓國,友好城市協議,已於81年中止
104,名古屋市,日本,友好交流都市,
113,札幌市,日本,備忘錄,訂於114年6月1日簽約
"""


def test_bare_years_of_a_column_are_days_of_signing(resources: Resources) -> None:
    tables = run(resources, "a.csv", YEARS_OF_THE_REPUBLIC)
    assert told(tables) == {
        ("sister_city", "expired", frozenset({"Taichung", "Daejeon"})),
        ("sister_city", "in_force", frozenset({"Taichung", "Nagoya"})),
        ("mou", "planned", frozenset({"Taichung", "Sapporo"})),
    }
    years = {a.signed_on.year for a in tables[Agreement] if a.signed_on}
    assert years == {1969, 2015, 2024}


def test_a_meeting_of_sister_cities_is_no_list_of_ties(resources: Resources) -> None:
    found = told(run(resources, "meeting.txt", MEETING_OF_PARTNERS))
    assert found == {("mou", "signed", frozenset({"Kaohsiung", "Chiang Mai"}))}


def test_both_cities_of_a_paragraph_in_a_round_up(resources: Resources) -> None:
    text = "大邱市長洪準杓介紹機器人計畫。臺南市副市長趙卿惠邀請他來訪，兩市並簽訂觀光備忘錄。"
    text = f"城市短波\n\n靜岡市長上週訪問臺中，雙方簽署防災備忘錄。\n\n{text}\n"
    assert told(run(resources, "week.txt", text)) == {
        ("mou", "signed", frozenset({"Taichung", "Shizuoka"})),
        ("mou", "signed", frozenset({"Tainan", "Daegu"})),
    }


def test_a_row_of_our_city_and_its_visitor(resources: Resources) -> None:
    text = (
        "縣市國際交流成果\n\n城市 | 國家 | 來訪首長 | 主要成果\n"
        "屏東縣 | 斯洛維尼亞 | 馬里博爾市長 Andrej Kos | 簽署葡萄酒產業合作備忘錄\n"
        "雲林縣 | 荷蘭 | 茲沃勒市副市長 Femke Bakker | 參訪農業博覽會\n小計 | 2 國 | 2 人 | 1 項\n"
    )
    tables = run(resources, "visits.txt", text)
    assert told(tables) == {("mou", "signed", frozenset({"Pingtung", "Maribor"}))}
    assert {city.name_zh for city in tables[City]}.isdisjoint({"小計"})


@pytest.mark.parametrize("head", ["履行情形", "現況"])
@pytest.mark.parametrize("unsigned", ["研議中，尚未簽署", "草案審議，迄今未簽", "尚未簽訂"])
def test_a_register_holds_what_is_not_signed_yet(
    head: str, unsigned: str, resources: Resources
) -> None:
    text = (
        f"年份|雙方|文件|{head}\n2014|臺南市、水戶市|觀光合作備忘錄|107年屆滿\n"
        f"2026|臺南市、大邱市|姊妹市協議|{unsigned}\n"
        f"{unsigned}|臺南市、仙台市|合作備忘錄|內部作業\n"
    )
    assert told(run(resources, "a.csv", text)) == {
        ("mou", "expired", frozenset({"Tainan", "Mito"})),
        ("sister_city", "planned", frozenset({"Tainan", "Daegu"})),
        ("mou", "planned", frozenset({"Tainan", "Sendai"})),
    }


@pytest.mark.parametrize(
    ("doing", "status"),
    [
        ("草案已送對方審閱", "planned"),
        ("尚待雙方議會同意", "planned"),
        ("已取消，不再推動", "denied"),
        ("預計今年底前完成", "planned"),
        ("預計明年辦理美食展", "in_force"),
        ("取消來訪行程", "in_force"),
        ("每年互派學生", "in_force"),
    ],
)
def test_what_is_done_about_a_paper_and_under_it(
    doing: str, status: str, resources: Resources
) -> None:
    text = f"臺北市城市交流\n城市|文件|辦理情形\n釜山市|合作備忘錄|{doing}\n"
    assert told(run(resources, "a.csv", text)) == {("mou", status, frozenset({"Taipei", "Busan"}))}
