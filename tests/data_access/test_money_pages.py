"""Do the pages of the long tables about money hold every row once, in the order that was asked for?"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import count

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.incentive_ladder import LADDER
from data_access.incentive_order import CAPS_IN_ORDER, DIFFERENCES_IN_ORDER, LADDER_IN_ORDER
from data_access.warehouse import Warehouse
from domain.incentive_rulebook import RuleBook
from tests.data_access.incentive_book import IncentiveBook, growth, milestone, month, usage
from tests.data_access.usage_book import ADMIN

TODAY = date(2026, 6, 1)
TABLES = {
    "incentives/differences": (DIFFERENCES_IN_ORDER, {"today": TODAY}),
    "incentives/caps": (CAPS_IN_ORDER, {}),
    "incentives/ladder": (LADDER_IN_ORDER, {}),
}
SORTS = [(name, sort) for name, (order, _) in TABLES.items() for sort in order.parameters["sort_by"].kind]  # type: ignore[union-attr]


@pytest.fixture(scope="module")
def book() -> IncentiveBook:
    """Twelve customers, many of them alike: what stands in the same place must not come twice, or never."""
    found = IncentiveBook(RuleBook(shipped=(growth(cap_usd=Decimal(400)), milestone())))
    for number in range(12):
        tenant = f"t{number:02}"
        gained = 30 * (number % 3)
        found.used(tenant, "EXO", usage((60, 900), (90, 900), (90 + gained, 900), (100 + gained, 900)))
        found.used(tenant, "SPO", usage((10, 200), (30, 200), (30 + number % 2, 200)))
        found.earned(tenant, "EXO", month(1), "150.00" if number % 2 else "140.00", compensable_units=30)
        found.earned(tenant, "SPO", month(2), f"{number % 4}.00")
    return found.build()


def pages(book: IncentiveBook, name: str, size: int, **asked: object) -> Iterator[pl.DataFrame]:
    for number in count():
        page = book.ask(name, **TABLES[name][1], **asked, skip_rows=number * size, page_size=size)
        if page.is_empty():
            return
        yield page


@pytest.mark.parametrize(("name", "sort"), SORTS)
@pytest.mark.parametrize("narrowed", [{}, {"search": "T0"}, {"sees_all": False, "viewer_user": "ana"}], ids=str)
@settings(max_examples=8)
@given(size=st.integers(1, 40))
def test_pages_together_are_the_whole_each_row_once(
    book: IncentiveBook, name: str, sort: str, narrowed: dict[str, object], size: int
) -> None:
    whole = book.ask(name, **TABLES[name][1], **narrowed, sort_by=sort)
    assert whole.height > 10
    assert whole.is_unique().all()
    walked = list(pages(book, name, size, sort_by=sort, **narrowed))
    assert pl.concat(walked).equals(whole)
    assert {page.height for page in walked[:-1]} <= {size}
    assert whole["total_count"].unique().to_list() == [whole.height]


@pytest.mark.parametrize(("name", "sort"), SORTS)
def test_whoever_sees_everything_is_told_the_same_whether_chosen_or_not(
    book: IncentiveBook, name: str, sort: str
) -> None:
    """All segments chosen is everybody, found customer by customer."""
    given_too = TABLES[name][1]
    whole = book.ask(name, **given_too, sort_by=sort)
    assert whole.equals(book.ask(name, **given_too, sort_by=sort, segments=["SMB"]))
    assert whole.equals(book.ask(name, **given_too, sort_by=sort, search="x.example"))


@pytest.mark.parametrize(
    ("name", "sort", "column", "falls"),
    [
        ("incentives/differences", "month", "month", True),
        ("incentives/differences", "expected_usd", "expected_usd", True),
        ("incentives/differences", "reported_usd", "reported_usd", True),
        ("incentives/caps", "used_share", "used_share", True),
        ("incentives/caps", "used_usd", "used_usd", True),
        ("incentives/caps", "balance_usd", "balance_usd", False),
        ("incentives/caps", "cut_usd", "cut_usd", True),
        ("incentives/ladder", "next_value_usd", "next_value_usd", True),
        ("incentives/ladder", "users_to_next", "users_to_next", False),
        ("incentives/ladder", "mau", "mau", True),
    ],
)
def test_every_sort_is_a_sort(book: IncentiveBook, name: str, sort: str, column: str, falls: bool) -> None:
    values = book.ask(name, **TABLES[name][1], sort_by=sort)[column]
    assert values.n_unique() > 1
    assert values.equals(values.sort(descending=falls, nulls_last=True))


def test_the_ladder_by_usage_begins_with_the_highest(tiny: Warehouse) -> None:
    """incentives/ladder of the tiny files; the book here knows no shares."""
    shares = tiny.ask(LADDER, viewer=ADMIN, sort_by="usage_share").frame["usage_share"]
    assert shares.drop_nulls().n_unique() > 1
    assert shares.equals(shares.sort(descending=True, nulls_last=True))


def test_differences_come_by_size_and_by_the_days_left(book: IncentiveBook) -> None:
    sizes = book.ask("incentives/differences", today=TODAY)["difference_usd"].abs()
    assert sizes.equals(sizes.sort(descending=True))
    # February's are over by June 1, those of later months are due by the 16th of the next and have 90 days from there.
    left = book.ask("incentives/differences", today=TODAY, sort_by="days_left")["days_left"].to_list()
    open_ones = [days for days in left if days >= 0]
    assert open_ones == sorted(open_ones)
    assert left[: len(open_ones)] == open_ones
    assert 0 < len(open_ones) < len(left)


def test_one_customer_is_found_by_name_domain_or_tenant(book: IncentiveBook) -> None:
    for name, (_, given_too) in TABLES.items():
        (tenant,) = set(book.ask(name, **given_too, search="T03")["tenant_id"])
        assert tenant == "t03"
        assert book.ask(name, **given_too, search="x.EXAMPLE")["tenant_id"].n_unique() == 12
        assert book.ask(name, **given_too, search="%").is_empty()


def test_headroom_is_what_is_current_and_still_pays(book: IncentiveBook) -> None:
    """As narrowed from the whole ladder."""
    whole = book.ask("incentives/ladder", sort_by="potential_usd")
    found = book.ask("incentives/ladder", sort_by="potential_usd", with_headroom=True)
    kept = whole.filter(pl.col("is_current") & (pl.col("potential_usd") > 0))
    assert 0 < found.height < whole.height
    assert found.drop("total_count", "place").equals(kept.drop("total_count", "place"))
    assert found["place"].to_list() == list(range(1, found.height + 1))


def test_a_page_counts_what_the_causes_add_up_to(book: IncentiveBook) -> None:
    for narrowed in ({}, {"workloads": ["SPO"]}, {"start": month(2)}, {"tenant": "t05"}):
        causes = book.ask("incentives/causes", **narrowed).filter(pl.col("cause") != "agrees")
        page = book.ask("incentives/differences", today=TODAY, page_size=1, **narrowed)
        assert page["total_count"].to_list() == [causes["months_count"].sum()]
