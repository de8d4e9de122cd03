"""Does the ledger's SQL agree with the rules said one row at a time, on any history?"""

from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.adoption import LEDGER
from data_access.settings import Settings
from tests.data_access.usage_book import ADMIN, Import, tenant_id, warehouse
from tests.properties.usage_books import baselines, books
from tests.properties.usage_reference import Line, ledger_of

NAMES = ("tenant_id", "workload", "month", "mau", "pau", "prior_hwm", "starting_hwm", "new_units", "is_associated")


def told(line: Line) -> tuple[object, ...]:
    tenant, workload = line.series
    return (
        *(tenant_id(tenant), workload, line.month, line.mau, line.pau),
        *(line.prior_hwm, line.starting_hwm, line.new_units, line.is_associated),
    )


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(books(), baselines(), st.integers(0, 2))
def test_the_ledger_equals_the_rules_row_by_row(
    imports: list[Import], marks: dict[tuple[int, str, int], int], offset: int
) -> None:
    told_by_files = [*imports, Import(format="earnings_default", baselines=marks)]
    with TemporaryDirectory() as folder:
        door = warehouse(Path(folder), *told_by_files, settings=Settings(threads=1, first_paying_month_offset=offset))
        ledger = door.ask(LEDGER, viewer=ADMIN).frame
        door.close()
    assert ledger.select(NAMES).rows() == [told(line) for line in ledger_of(imports, marks, offset)]
    # What follows from the rules without knowing them.
    shares = ledger.filter(ledger["pau"] > 0, ledger["mau"].is_not_null())
    assert shares["usage_share"].to_list() == [mau / pau for mau, pau in shares.select("mau", "pau").rows()]
    marked = ledger.drop_nulls("prior_hwm")
    for _, series in marked.group_by("tenant_id", "workload", maintain_order=True):
        assert series["prior_hwm"].is_sorted(), "a high-water mark never falls"
    above = (pl.col("new_units") > 0) & (pl.col("new_units") > pl.min_horizontal("mau", "pau") - pl.col("prior_hwm"))
    assert marked.filter(above).is_empty(), "new units lie above the mark"
