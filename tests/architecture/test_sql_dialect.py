"""Is every question, and every mart, written in the SQL that other engines run with the same answer?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlglot
from sqlglot import exp

from tests.architecture.tree import name_of, portable_files

FILES = portable_files()

WORDS = {
    *("asof", "pivot", "unpivot", "qualify", "exclude", "positional", "columns", "summarize", "tablesample"),
    *("attach", "copy", "install", "load", "pragma", "export"),
}
PHRASES = {("group by", "all"), ("order by", "all"), ("using", "sample"), ("by", "name")}
PARTS_OF_DATES = {"isodow", "dow", "dayofweek", "weekday", "week", "yearweek"}
FUNCTIONS = PARTS_OF_DATES | {
    *("dayname", "weekofyear"),
    *("quantile", "quantile_cont", "quantile_disc", "percentile_cont", "percentile_disc", "median", "mode"),
    *("approx_quantile", "list_transform", "list_filter", "list_reduce", "list_apply"),
    *("read_csv", "read_csv_auto", "read_parquet", "read_json", "read_json_auto", "read_text", "glob"),
    *(
        "random",
        "gen_random_uuid",
        "uuid",
        "now",
        "today",
        "current_date",
        "current_timestamp",
        "get_current_timestamp",
    ),
}


def forbidden_in(sql: str) -> Iterator[str]:
    """What of the deny-list a text uses; comments and quoted texts do not count."""
    tokens = sqlglot.tokenize(sql, read="duckdb")
    words = ["'" if token.token_type.name == "STRING" else token.text.lower() for token in tokens]
    following = [*words[1:], ""]
    for word, after in zip(words, following, strict=True):
        if word in WORDS or (word in FUNCTIONS and after == "("):
            yield word
        if word in PARTS_OF_DATES and after == "from":
            yield word
        if (word, after) in PHRASES:
            yield f"{word} {after}"
        if word == "->":
            yield "lambda"
    yield from (word for word in words if word in {"current_date", "current_timestamp"})
    # for x in list: the only place where the word stands in a query
    yield from ("list comprehension" for word in words if word == "for")
    for statement in sqlglot.parse(sql, read="duckdb"):
        if statement is None:
            continue
        for select in statement.find_all(exp.Select):
            if any(item.find(exp.Explode, exp.Unnest) for item in select.expressions):
                yield "unnest in a select list"


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_file_keeps_to_the_portable_subset(file: Path) -> None:
    sql = file.read_text(encoding="utf-8")
    assert list(forbidden_in(sql)) == []


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_file_can_be_said_in_spark(file: Path) -> None:
    sql = file.read_text(encoding="utf-8")
    assert sqlglot.transpile(sql, read="duckdb", write="spark", unsupported_level=sqlglot.ErrorLevel.RAISE)


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("select * from a asof join b on a.t >= b.t", "asof"),
        ("pivot t on workload using sum(mau)", "pivot"),
        ("select a, sum(b) from t group by all", "group by all"),
        ("select a from t order by all", "order by all"),
        ("select dayofweek(d) from t", "dayofweek"),
        ("select extract(isodow from d) from t", "isodow"),
        ("select quantile_cont(mau, 0.5) from t", "quantile_cont"),
        ("select unnest(list) as item from t", "unnest in a select list"),
        ("select [x + 1 for x in list] from t", "list comprehension"),
        ("select list_transform(list, x -> x + 1) from t", "lambda"),
        ("select a from t qualify row_number() over (order by a) = 1", "qualify"),
        ("select * exclude (a) from t", "exclude"),
        ("select * from read_csv('x.csv')", "read_csv"),
        ("select a from t where d < current_date", "current_date"),
    ],
)
def test_the_deny_list_finds(sql: str, named: str) -> None:
    assert named in set(forbidden_in(sql))


def test_the_deny_list_reads_neither_comments_nor_quoted_texts() -> None:
    assert list(forbidden_in("-- no pivot, no group by all\nselect 'asof' as word, week, mode, a from t")) == []
