"""Random small books: gaps, silent months, missing users or licences, corrections, copies, and several sources."""

from datetime import date

from hypothesis import strategies as st

from tests.data_access.usage_book import Import, Use, month_at, tenant_id

MONTHS = 7
WORKLOADS = ("EXO", "SPO")
SEGMENTS, COUNTRIES = ("SMB", "Enterprise"), ("Spain", "Norway", "Chile")
LOCATIONS = ("loc-0", "loc-1", "loc-2")
MANAGERS = {"am-1": "North", "am-2": "North", "am-3": "South"}

amounts = st.none() | st.integers(0, 40)
cells = st.none() | st.none() | st.tuples(amounts, amounts).filter(lambda pair: pair != (None, None))
histories = st.lists(cells, min_size=MONTHS, max_size=MONTHS)
gapless = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=MONTHS, max_size=MONTHS)
association_days = st.integers(-70, 31 * MONTHS).map(lambda days: date.fromordinal(month_at(0).toordinal() + days))


@st.composite
def reports(draw: st.DrawFn, *, format: str) -> list[Use]:  # noqa: A002 - the receipt's word
    """What one source says of up to six series; an association may be made again on the way."""
    silent = draw(st.sets(st.integers(0, MONTHS - 1), max_size=3))
    uses = []
    for tenant in range(1, draw(st.integers(1, 3)) + 1):
        for workload in WORKLOADS:
            since = draw(st.none() | association_days) if format == "cpor_usage" else None
            again = draw(st.integers(0, MONTHS)) if since else MONTHS
            for month, cell in enumerate(draw(histories)):
                if cell is None or month in silent:
                    continue
                moved = max(since, month_at(again)) if since and month >= again else since
                uses.append(Use(tenant, workload, month, *cell, since=moved, location=f"loc-{tenant % 2}"))
    return uses


@st.composite
def books(draw: st.DrawFn) -> list[Import]:
    """CPOR usage, perhaps corrected by a later file, perhaps beside OfficeUsage with copies."""
    first = Import(draw(reports(format="cpor_usage").filter(bool)))
    imports = [first]
    if draw(st.booleans()):
        newer = draw(st.booleans())
        told = draw(reports(format="cpor_usage"))
        imports.append(Import(told, as_of=date(2026, 12, 21 if newer else 19)))
    if draw(st.booleans()):
        told = draw(reports(format="office_usage"))
        copies = [use._replace(is_copy=True, mau=40) for use in told[::5]]
        imports.append(Import([*told, *copies], format="office_usage"))
    return [one for one in imports if one.uses]


@st.composite
def baselines(draw: st.DrawFn) -> dict[tuple[int, str, int], int]:
    """A few of Microsoft's own marks, also of months before the first and between two facts."""
    keys = st.tuples(st.integers(1, 3), st.sampled_from(WORKLOADS), st.integers(-2, MONTHS))
    return draw(st.dictionaries(keys, st.integers(0, 60), max_size=5))


def owner_of(tenant: int) -> dict[str, str]:
    """Customer number `tenant` of an owned book, as the customers file names it."""
    manager = tuple(MANAGERS)[tenant % 4 % 3]
    return {
        "tenant_id": tenant_id(tenant),
        "name": f"Customer {tenant}",
        "domain": f"customer{tenant}.example",
        "segment": SEGMENTS[tenant % 2],
        "country": COUNTRIES[tenant % 3],
        "account_manager_id": manager,
        "account_manager": manager.upper(),
        "team": MANAGERS[manager],
    }


def location_of(tenant: int) -> str:
    return LOCATIONS[tenant % len(LOCATIONS)]


@st.composite
def owned_books(draw: st.DrawFn) -> list[Import]:
    """Gapless CPOR usage of nine customers spread over segments, countries, managers, teams and locations."""
    uses = [
        Use(tenant, workload, month, mau, pau, since, location=location_of(tenant))
        for tenant in range(1, 10)
        for workload in WORKLOADS
        for since in [draw(association_days)]
        for month, (mau, pau) in enumerate(draw(gapless))
    ]
    return [Import(uses), Import(format="own_customers", customers=[owner_of(tenant) for tenant in range(1, 10)])]
