"""People told by whom they are near to: 林志雄之子林冠宇.

Contract: works on one piece of a page; offsets are code points.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language import views
from pipeline.recognizers.page import Claim, Piece
from pipeline.recognizers.people.latin import latin_at, latin_claim
from pipeline.recognizers.people.scene import Scene
from pipeline.recognizers.people.titles import han_claim

# Words for those near to somebody, whose name may follow.
_KIN = (
    "(?<=的)先生|[之其][子女妻夫弟妹兄姊父母孫]|夫人|遺孀|妻子|太太|丈夫|兒子|女兒|[長次三么獨養][子女]|[弟哥]{2}|胞[弟兄妹姊姐]"
    "|妹妹|姊姊|姐姐|父親|母親|女婿|媳婦|孫子|孫女|外孫女?|[姪侄外][甥女子]|未婚妻"
)
_WORDS, KIN = views.pattern(_KIN), views.scanner(_KIN)
_LONGEST_NAME = 5


def find_kin(scene: Scene, piece: Piece) -> Iterator[Claim]:
    """Yield 林志雄之子|林冠宇, 他的妻子|李美玲."""
    for kin in _WORDS.finditer(scene.view, piece.start, piece.end):
        latin = latin_at(scene, kin.end(), piece.end)
        if latin is not None and latin.words > 1:
            yield latin_claim(latin, "kin", 0.8)
            continue
        name = scene.lexicon.han.read(scene.view, kin.end(), piece.end, _LONGEST_NAME)
        is_whole = name is not None and name.is_closed and name.end - name.start > 2
        if name is not None and is_whole and not scene.touches(name.start, name.end):
            yield han_claim(name, "kin", 0.75)
