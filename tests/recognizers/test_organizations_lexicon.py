"""The lexicon of organizations: its kinds are those of the contract, checked when read."""

from __future__ import annotations

import pytest

from pipeline.contract.entities import ORGANIZATION_KINDS
from pipeline.errors import ConfigError
from pipeline.recognizers.organizations.lexicon import KINDS, build_lexicon

Tables = dict[str, list[dict[str, str]]]


def tables(kind: str) -> Tables:
    return {
        "organization_heads": [{"head": "公司", "kind": "company", "needs": "proper"}],
        "organizations": [
            {"name": "華為", "kind": kind, "country_code": "CN", "name_en": "", "is_word": "0"}
        ],
    }


def test_the_kinds_are_those_of_the_contract() -> None:
    assert frozenset(ORGANIZATION_KINDS) == KINDS


def test_an_unknown_kind_is_named_with_the_nearest_one() -> None:
    with pytest.raises(ConfigError, match=r"(?s)'compny' is no kind.*'company'"):
        build_lexicon(tables("compny"))
