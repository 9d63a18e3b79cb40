"""What a document took goes with it, without waiting for Python's search for garbage."""

from __future__ import annotations

import gc

from pipeline.config import find_config_dir, read_settings
from pipeline.linking.docview import DocView
from pipeline.memory import no_collector
from pipeline.readers.source import Source
from pipeline.resources import Resources
from tests.chain import run_stages

TEXT = (
    "臺北市與大邱市簽署合作備忘錄\n\n臺北市長柯文哲3月24日與大邱市長權泳臻簽署合作備忘錄，"
    "柯文哲表示，兩市將推動智慧路燈計畫，節電30%。臺北市與布拉格、東京及首爾等四市也是姊妹市。\n"
)


def test_no_view_of_a_document_outlives_its_stages() -> None:
    config_dir = find_config_dir()
    resources = Resources(config_dir, read_settings(config_dir))
    gc.collect()
    before = sum(isinstance(thing, DocView) for thing in gc.get_objects())
    with no_collector():
        run_stages(resources, [Source("a.txt", TEXT.encode())])
        left = [thing for thing in gc.get_objects() if isinstance(thing, DocView)]
    assert len(left) == before
