"""What holds of every opportunity list, whatever the months bring?"""

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access import signals
from tests.data_access.signal_book import asked, book, months

CURVES = st.lists(
    st.tuples(
        st.lists(st.none() | st.integers(0, 3000), min_size=10, max_size=20),
        st.integers(0, 4000),
        st.sampled_from(["EXO", "INTUNE", "COPILOT"]),
    ),
    min_size=1,
    max_size=6,
)
CAP_USD = Decimal(12000)


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(curves=CURVES)
def test_every_line_is_possible_and_the_list_is_in_order(
    curves: list[tuple[list[int | None], int, str]],
) -> None:
    uses = [use for at, (users, seats, workload) in enumerate(curves, 1) for use in months(at, workload, users, seats)]
    if not uses:
        return
    with TemporaryDirectory() as folder:
        door = book(Path(folder), uses)
        rows = asked(door, signals.OPPORTUNITIES)
        keys = [(row["tenant_id"], row["workload"]) for row in rows]
        assert len(keys) == len(set(keys))
        expected = [row["expected_usd"] for row in rows]
        known = [one for one in expected if one is not None]
        assert known == sorted(known, reverse=True)
        assert expected == [*known, *[None] * (len(expected) - len(known))]
        for row in rows:
            assert row["probability"] is None or 0 < row["probability"] < 1
            assert row["value_usd"] is None or 0 <= row["value_usd"] <= CAP_USD
            assert row["expected_usd"] is None or row["expected_usd"] <= float(row["value_usd"])
            assert row["reached_count"] <= row["evidence_count"]
            assert row["since_on"] is not None
        assert asked(door, signals.OPPORTUNITIES) == rows
        door.close()
