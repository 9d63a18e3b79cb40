"""The 33 summit cities of the research on places.

Contract: (country, name as written, English name); * = needs `config/cities.csv`.
"""

from __future__ import annotations

# The 33 summit cities of the research (places.md section 1); * = needs `config/cities.csv`.
SUMMIT = """
PY 亞松森市 Asunción
BZ 貝爾墨潘市 Belmopan *
CA 本拿比市 Burnaby
US 伊利市 Erie
US 弗里蒙特市 Fremont
CA 蘭里市 Langley
CO 麥德林市 Medellín
NZ 北帕麥斯頓市 Palmerston North *
NZ 北帕莫斯頓市 Palmerston North
US 匹茲堡市 Pittsburgh
UY 東岬市 Punta del Este *
US 特倫頓市 Trenton
US 亞特蘭大市 Atlanta
NZ 威靈頓市 Wellington
HU 布達佩斯 Budapest
KR 大邱市 Daegu
NP 拉利普爾市 Lalitpur *
CZ 布拉格 Prague
IL 特拉維夫 Tel Aviv
GB 布里斯托 Bristol *
EC 惠夜基市 Guayaquil *
AU 奎那那市 Kwinana *
AU 科克本市 City of Cockburn *
ZA 米德瓦爾市 Midvaal Local Municipality *
KR 高陽市 Goyang *
US 斯克蘭頓市 Scranton
US 克蘭斯頓市 Cranston
PL 格丁尼亞市 Gdynia
TR 伊茲密爾市 İzmir
FR 格勒諾布爾 Grenoble
NG 阿布賈 Abuja
VN 峴港市 Da Nang
TW 臺北市 Taipei
"""
CASES = [tuple(line.split(maxsplit=2)) for line in SUMMIT.strip().splitlines()]
