"""Is SQL ever put together at run time?

Values are bound. A name of a catalogue or a file cannot be: it goes through a function called `identifier` or
`literal`, which quotes it; nothing else may stand in the braces of a statement.
"""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.tree import files, name_of

RUNS_SQL = {"execute", "executemany", "sql", "query", "from_query"}
QUOTES = {"identifier", "literal"}


def pasted_statements(code: str) -> Iterator[int]:
    """The lines on which a statement is run that was put together from anything but quoted names."""
    tree = ast.parse(code)
    scopes = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    for scope in [*scopes, tree]:
        built = {
            target.id: node.value
            for node in ast.walk(scope)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for call in ast.walk(scope):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args):
                continue
            statement = call.args[0]
            if isinstance(statement, ast.Name):
                statement = built.get(statement.id, statement)
            if call.func.attr in RUNS_SQL and _is_pasted(statement):
                yield call.lineno


def _is_pasted(statement: ast.expr) -> bool:
    if isinstance(statement, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) and not _is_quoted(part.value) for part in statement.values)
    if isinstance(statement, ast.BinOp):
        return not (isinstance(statement.left, ast.Constant) and isinstance(statement.right, ast.Constant))
    return (
        isinstance(statement, ast.Call)
        and isinstance(statement.func, ast.Attribute)
        and statement.func.attr in {"format", "replace", "format_map", "substitute"}
    )


def _is_quoted(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in QUOTES


def test_no_statement_is_pasted_together() -> None:
    found = {
        f"{name_of(file)}:{line}"
        for file in files(".py")
        if name_of(file).startswith(("app.py", "data_access/", "pages/", "components/"))
        for line in pasted_statements(file.read_text(encoding="utf-8"))
    }
    assert sorted(found) == []


@pytest.mark.parametrize(
    "code",
    [
        'cursor.execute(f"select * from {table}")',
        'cursor.sql("select * from " + table)',
        'cursor.sql("select * from %s" % table)',
        'cursor.execute("select {}".format(column))',
        'def ask(name):\n    text = f"select {name}"\n    return cursor.sql(text)',
    ],
)
def test_the_scan_finds(code: str) -> None:
    assert list(pasted_statements(code))


@pytest.mark.parametrize(
    "code",
    [
        'cursor.execute("select * from t where a = $a", {"a": a})',
        'cursor.execute(f"use {identifier(name)}")',
        "cursor.sql(question.text, params=bound)",
    ],
)
def test_the_scan_passes(code: str) -> None:
    assert list(pasted_statements(code)) == []
