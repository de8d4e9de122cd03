"""A question whose text stands in a test and not in a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from data_access.contract import Question
from data_access.statements import placeholders


@dataclass(frozen=True)
class MadeQuestion(Question):
    sql: str = ""

    def text_for(self, values: Mapping[str, Any]) -> str:
        return self.sql

    @property
    def binds(self) -> frozenset[str]:
        return placeholders(self.sql)
