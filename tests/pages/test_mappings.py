"""Can what was said of a table's columns be seen on the imports page, and taken back there?"""

from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from data_access.importing.mapping import remember_mapping, remembered_mappings
from data_access.workspace import Workspace
from domain.scope import Role, Viewer
from tests.pages.conftest import Open

ADMIN = Viewer("admin", Role.INCENTIVES_ADMIN)


def lines(app: AppTest) -> list[str]:
    return [text.value for text in app.markdown if "read as" in text.value]


def forget_buttons(app: AppTest) -> list[Button]:
    return [button for button in app.button if button.label == "Forget"]


def test_a_mapping_is_shown_and_can_be_forgotten(opened: Open, tmp_path: Path) -> None:
    ours = Workspace(tmp_path / "workspace")
    kept = {"tenant_id": "Kunde", "workload_name": "Dienst", "month": "Monat", "mau": "Aktive"}
    other = {"tenant_id": "Client", "workload_name": "Service", "month": "Mois", "mau": "Actifs"}
    for columns in (kept, other):
        remember_mapping(ours, (*columns.values(), "Rest"), "usage", columns, ADMIN)

    app = opened(ours.root, "data/imports")
    assert not app.exception
    said = dict(zip(lines(app), forget_buttons(app), strict=True))
    asked = "**Kunde, Dienst, Monat, Aktive, Rest**  \n" + (
        "read as usage: Kunde → tenant id, Dienst → workload name, Monat → month, Aktive → mau"
    )
    assert len(said) == 2
    said[asked].click().run()
    assert [one.columns for one in remembered_mappings(ours).values()] == [other]
    assert len(lines(app)) == 1
    assert asked not in lines(app)

    forget_buttons(app)[0].click().run()
    assert remembered_mappings(ours) == {}
    assert forget_buttons(app) == []
