"""Are names unique and places fictional, and do the doctests of the sample hold?"""

import doctest
from datetime import date

import pytest

from domain.workloads import workload_code
from sample_data import timeline, vocabulary
from sample_data.partner import LOCATIONS, account_managers
from sample_data.skus import entitlements, skus
from sample_data.workloads import behaviours, codes


@pytest.mark.parametrize("module", [timeline, vocabulary])
def test_doctests(module: object) -> None:
    result = doctest.testmod(module)  # type: ignore[arg-type]
    assert result.attempted > 0
    assert result.failed == 0


def test_fifty_thousand_customers_have_names_of_their_own() -> None:
    countries = vocabulary.vocabulary().countries
    who = [(index, countries[index * 7 % len(countries)]) for index in range(50_000)]
    names = {vocabulary.company_name(index, country) for index, country in who}
    domains = {vocabulary.domain_of(vocabulary.company_name(*one), one[1]) for one in who}
    assert len(names) == len(domains) == 50_000


def test_every_spelling_means_its_workload() -> None:
    for row in behaviours():
        code = row.code if workload_code(row.code) else None
        for spelling in (*(row.cpor_names or ()), row.office_name, row.ems_prefix, row.earnings_name or None):
            if spelling is not None:
                assert workload_code(spelling) == code, spelling


def test_no_free_or_trial_product_entitles() -> None:
    for sku, row in zip(skus(), entitlements(), strict=True):
        assert bool(row.any()) == sku.is_paid, sku.name
    assert {plan.name for sku in skus() for plan in sku.plans if not plan.workloads} >= {"EXCHANGE_S_FOUNDATION"}
    assert set(codes()) >= {code for sku in skus() for plan in sku.plans for code in plan.workloads}


def test_managers_are_spread_over_the_locations_teams() -> None:
    for customers in (1, 200, 50_000):
        people = account_managers(customers)
        assert len({person.id for person in people}) == len({person.name for person in people}) == len(people)
        assert {person.team for person in people} == {location.team for location in LOCATIONS}


def test_today_moves_with_the_last_month() -> None:
    line = timeline.Timeline(date(2025, 12, 1), 12)
    assert (line.as_of, line.today) == (date(2026, 1, 18), date(2026, 1, 23))
    assert line.position_of(date(2025, 12, 1)) == line.size - 1
    assert line.month_at(-1) == date(2023, 12, 1)
