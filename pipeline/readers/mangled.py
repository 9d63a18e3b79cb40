"""Text whose bytes a program took for another encoding and saved again.

Contract: pure and linear; what was done is undone only where the result is Chinese beyond doubt.
"""

from __future__ import annotations

import re

# Characters that cp1252 has at bytes where Latin-1 has controls.
_BYTES = {bytes([byte]).decode("cp1252", "ignore"): byte for byte in range(0x80, 0xA0)}
_WESTERN = re.compile(f"[\x80-\xff{''.join(_BYTES)}]")
_SAMPLE = 2000
_LEAST = 20


def western_bytes(text: str) -> bytes | None:
    """Return the bytes of text that was read as Western; None if it holds other characters.

    >>> (western_bytes("臺北市長表示，今年的會議".encode().decode("latin-1")) or b"").decode()
    '臺北市長表示，今年的會議'
    """
    text = text.removeprefix("\ufeff")
    sample = text[:_SAMPLE]
    western = len(_WESTERN.findall(sample))
    if western < _LEAST:
        return None
    beyond = len(sample) - len(sample.encode("ascii", "ignore"))
    if (western + sample.count("\ufffd")) * 20 < 19 * beyond:
        return None
    return b"".join(
        bytes([_BYTES.get(character, ord(character))])
        if character <= "\xff" or character in _BYTES
        else character.encode("utf-8", "replace")
        for character in text
    )


def chinese_bytes(text: str, codec: str) -> bytes | None:
    """Return the UTF-8 bytes of text that was read as ``codec``; None if it was not.

    The characters of Chinese hardly ever have bytes in GBK or Big5 that make sense as UTF-8.

    >>> read_as_gbk = "臺北市長表示會議計畫服務開放資料".encode().decode("gb18030")
    >>> (chinese_bytes(read_as_gbk, "gb18030") or b"").decode()
    '臺北市長表示會議計畫服務開放資料'
    """
    sample = text[:_SAMPLE].encode(codec, "ignore").decode("utf-8", "replace")
    beyond = [character for character in sample if character > "\x7f"]
    if len(beyond) < _LEAST // 2 or beyond.count("\ufffd") * 10 > len(beyond):
        return None
    return text.encode(codec, "replace")
