"""Does the definitions page show which rules are in force, since when, and which file is not?"""

from pathlib import Path

from streamlit.testing.v1 import AppTest

GROWTH = """\
family = "growth"
start = 2026-01-01
end_before = 2026-07-01
illustrative = false
source = "Our letter of 3 January"

[rates_usd]
EXO = 2.00
"""


def script(folder: str) -> None:
    from pathlib import Path

    from components.definitions import rule_sets
    from data_access.eligibility_rules import score_programs
    from data_access.programs import in_force
    from data_access.workspace import Workspace

    known = in_force(Workspace(Path(folder)))
    rule_sets(known, score_programs().programs, [row["problem"] for row in known if row["problem"]])


def test_rules_in_force_stand_with_their_months_sources_and_what_was_refused(tmp_path: Path) -> None:
    (tmp_path / "programs").mkdir()
    (tmp_path / "programs" / "letter.toml").write_text(GROWTH, encoding="utf-8")
    (tmp_path / "programs" / "broken.toml").write_text(GROWTH.replace("2.00", "-2.00"), encoding="utf-8")
    app = AppTest.from_function(script, args=(str(tmp_path),)).run()
    assert not app.exception
    table = "".join(one.proto.body for one in app.main if one.type == "html")
    assert "Jan 2026 until Jun 2026" in table
    assert "Our letter of 3 January" in table
    assert "1 workload: Exchange Online" in table
    assert "Growth illustrative (shipped)" in table
    assert "Solutions Partner for Modern Work" in table
    (refused,) = app.warning
    assert "broken" in refused.value
    assert "negative" in refused.value
