"""Can the process stop for good? Python called by Polars' threads waits for a lock that whoever waits for them holds."""

import ast

from tests.architecture.tree import name_of, source_files

CALLS_PYTHON = {"map_elements", "map_batches", "map_groups", "map_rows"}


def test_polars_calls_no_python() -> None:
    found = [
        f"{name_of(file)}:{node.lineno} {node.attr}"
        for file in source_files()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in CALLS_PYTHON
    ]
    assert found == [], "components/translated.py says why, and does the same in Python"
