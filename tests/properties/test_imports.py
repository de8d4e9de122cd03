"""Do the same files, in any order and however often, always give one and the same book?"""

import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import duckdb
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.importing.asked import Asked, Said
from data_access.importing.run import import_files
from data_access.settings import Settings
from data_access.workspace import Workspace
from domain.scope import Role, Viewer
from tests.data_access.importing.desk import CPOR, OFFICE, ONE, TWO, cpor, office, table

TODAY = date(2026, 11, 23)
COMPARED = ("ledger", "customers", "other_usage", "available", "months", "freshness")
NOT_ABOUT_ORDER = {"imported_at", "import_seq"}
GRAPH = "Report Refresh Date,Exchange Active,Exchange Inactive,Report Period"

tenants = st.sampled_from([ONE, TWO])
workloads = st.sampled_from(["Exchange Online", "Exchange", "Teams Meetings", "Loop Workspaces"])
months = st.sampled_from([20260701, 20260801, 20260901])
users = st.integers(0, 300)
names = st.sampled_from(["Acme", "Beta", ""])

cpor_files = st.lists(
    st.builds(
        cpor,
        tenant=tenants,
        name=names,
        workload=workloads,
        mau=users,
        pau=users,
        month=months,
        claim=st.sampled_from(["C1", "C2", ""]),
        location=st.sampled_from([481, 482]),
    ),
    min_size=1,
    max_size=6,
).map(lambda lines: table(CPOR, *lines))
office_files = st.lists(
    st.builds(
        office,
        tenant=tenants,
        workload=workloads,
        mau=users,
        pau=users,
        month=months,
        segment=st.sampled_from(["SMC", "Enterprise", ""]),
        attribution=st.sampled_from(["CPOR", "CSP", "DPOR"]),
        copy=st.sampled_from([0, 1]),
    ),
    min_size=1,
    max_size=6,
).map(lambda lines: table(OFFICE, *lines))
graph_files = users.map(lambda count: table(GRAPH, f"2026-09-28,{count},5,30"))
own_files = st.lists(
    st.tuples(tenants, names, st.sampled_from(["am-1", "am-2", ""])),
    min_size=1,
    max_size=2,
    unique_by=lambda row: row[0],
).map(lambda rows: table("tenant_id,name,account_manager_id", *(",".join(row) for row in rows)))
books = st.lists(st.one_of(cpor_files, office_files, graph_files, own_files), min_size=2, max_size=4, unique=True)


def served(folder: Path, texts: Sequence[str], order: Sequence[int]) -> dict[str, list[tuple[object, ...]]]:
    """What a workspace serves after these files, in this order, each with an as-of date of its own."""
    files = []
    for number, text in enumerate(texts):
        file = folder / f"{number}.csv"
        file.write_text(text)
        files.append(file)
    dated = {f"{number}.csv": Said(as_of=date(2026, 11, 1 + number)) for number in range(len(texts))}
    workspace = Workspace(folder / f"workspace-{'-'.join(map(str, order))}")
    asked = Asked(Viewer("admin", Role.INCENTIVES_ADMIN), TODAY, tenant=ONE, by_file=dated)
    outcomes = import_files(workspace, [files[number] for number in order], asked, Settings(threads=1))
    assert all(outcome.is_usable for outcome in outcomes), [outcome.sentence for outcome in outcomes]
    with duckdb.connect(str(workspace.snapshot_file()), read_only=True) as connection:
        found = {}
        for name in COMPARED:
            relation = connection.table(name)
            columns = [column for column in relation.columns if column not in NOT_ABOUT_ORDER]
            found[name] = sorted(relation.select(*map(duckdb.ColumnExpression, columns)).fetchall(), key=repr)
        return found


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(texts=books, data=st.data())
def test_any_order_and_any_repetition_give_one_book(texts: list[str], data: st.DataObject) -> None:
    straight = list(range(len(texts)))
    shuffled = data.draw(st.permutations(straight))
    again = data.draw(st.lists(st.sampled_from(straight), max_size=2))
    with tempfile.TemporaryDirectory() as folder:
        assert served(Path(folder), texts, [*shuffled, *again]) == served(Path(folder), texts, straight)
