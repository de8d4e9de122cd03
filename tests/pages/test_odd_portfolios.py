"""Does every page of an odd portfolio open and say something true: tiny, flat, zero, gappy, broken off?"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from data_access.forecasts.making import make_forecast
from data_access.settings import Settings
from data_access.workspace import Workspace
from domain.scope import Role
from pages import MENU
from tests.data_access.signal_book import customer, months
from tests.data_access.usage_book import Import, Use, publish, tenant_id
from tests.pages.conftest import Open

# Ten months, January to October 2026: what is complete on 23 November.
MANY = range(1, 9)
ODD: dict[str, Sequence[Use]] = {
    "one customer": months(1, "EXO", [100 + 3 * at for at in range(10)], 400),
    "all flat": [use for one in MANY for use in months(one, "EXO", [100] * 10, 400)],
    "all zero": [use for one in MANY for use in months(one, "EXO", [0] * 10, 0)],
    "one month": [use for one in MANY for use in months(one, "EXO", [100], 400, first=9)],
    "gaps": [use for one in MANY for use in months(one, "EXO", [90, None, 80, None, None, 120, 90, None, 90, 95], 400)],
    "seats to zero": [use for one in MANY for use in months(one, "EXO", [100] * 10, [400] * 7 + [0] * 3)],
}
TRUE_OF = {
    "one customer": ["127 workload users in Oct 2026"],
    "all flat": ["800 workload users in Oct 2026, ±0 against Sep 2026; 25.0% of the paid seats were used."],
    "all zero": [" 0 workload users in Oct 2026, ±0 against Sep 2026. ", "No opportunity is open"],
    "one month": ["800 workload users in Oct 2026; 25.0% of the paid seats were used."],
    "gaps": ["760 workload users in Oct 2026, +40 against Sep 2026"],
    "seats to zero": ["800 workload users in Oct 2026, ±0 against Sep 2026. ", "Crossing a size line: 8 workloads."],
}


@pytest.mark.parametrize("name", ODD)
def test_every_page_of_an_odd_portfolio_says_something_true(
    opened: Open, tmp_path: Path, name: str, subtests: pytest.Subtests
) -> None:
    workspace, settings = Workspace(tmp_path), Settings(threads=1)
    tenants = sorted({use.tenant for use in ODD[name]})
    publish(workspace, [Import(ODD[name], customers=[customer(one) for one in tenants])], settings)
    make_forecast(workspace, settings)
    app = opened(tmp_path)
    for path in (entry.path for entry in MENU if not entry.roles or Role.INCENTIVES_ADMIN in entry.roles):
        app.switch_page(f"pages/{path}.py")
        app.query_params["tenant"] = tenant_id(1)
        app.run()
        with subtests.test(path):
            assert not app.exception
            assert [box.value for box in app.error] == []
            words = " ".join(str(one.value) for kind in (app.markdown, app.caption, app.info) for one in kind)
            assert " nan" not in words.lower()
            if path == "summary/executive":
                links = [str(getattr(one, "label", "")) for one in app.get("page_link")]
                said = " ".join([" ", *links]).replace("\\", "")
                for sentence in TRUE_OF[name]:
                    assert sentence in said, said
