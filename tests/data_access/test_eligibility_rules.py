"""Are score definitions read from dated files, and broken ones refused by file and key?"""

from datetime import date
from pathlib import Path

import pytest

from data_access.eligibility_rules import (
    SHIPPED,
    keep_last_good_scores,
    program_gates,
    score_program,
    score_programs,
)
from data_access.settings import Settings
from data_access.snapshot import build_snapshot
from data_access.workspace import Publication, Workspace
from domain.errors import BadInput

SECURITY = (SHIPPED / "solutions_partner_security.toml").read_text(encoding="utf-8")


def written(folder: Path, name: str, *changes: tuple[str, str]) -> Path:
    text = SECURITY
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_both_designations_are_shipped_with_both_tracks() -> None:
    read = score_programs()
    assert read.refused == ()
    assert {one.program: [track.track for track in one.tracks] for one in read.programs} == {
        "modern-work": ["enterprise", "smb"],
        "security": ["enterprise", "smb"],
    }


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("max_points = 40", "max_points = 30", "tracks.0: metrics: max_points must add up to 100, not 90"),
        ("threshold = 10 ", "threshold = -1 ", "tracks.0.metrics.0.options.0: threshold must be above 0"),
        ("threshold = 10 ", 'threshold = "ten" ', "tracks.0.metrics.0.options.0.threshold: Input should be a valid"),
        ('"MDE"', '"MDX"', "workloads: “MDX” is not a code of the workload table"),
        ("active_percent = 15\n", "", "tracks.0.metrics.3: active_percent belongs to metrics that count deployments"),
        ("line_points = 70", "line_points = 170", "line_points must lie above 0"),
        ("effective_from = 2022-10-01", "effective_from = 2022-10-02", "must be the first of a month"),
        ("min_licences = 5", "minimum = 5", "minimum"),
        ('kind = "program-score"', 'kind = "program-score"\nkind = 2', "is not valid TOML"),
    ],
)
def test_a_broken_definition_is_refused_by_file_and_key(tmp_path: Path, old: str, new: str, said: str) -> None:
    file = written(tmp_path, "mine.toml", (old, new))
    with pytest.raises(BadInput) as refused:
        score_program(file)
    assert refused.value.sentence.startswith("mine.toml")
    assert said in refused.value.sentence


def test_an_own_file_with_later_dates_takes_over_from_then_on(tmp_path: Path) -> None:
    written(tmp_path, "fy27.toml", ("effective_from = 2022-10-01", "effective_from = 2026-07-01"))
    security = [one for one in score_programs(tmp_path).programs if one.program == "security"]
    assert [(one.effective_from, one.effective_until) for one in security] == [
        (date(2022, 10, 1), date(2026, 7, 1)),
        (date(2026, 7, 1), None),
    ]


def test_an_own_file_of_the_same_start_replaces_the_shipped_one(tmp_path: Path) -> None:
    written(tmp_path, "mine.toml", ("line_points = 70", "line_points = 60"))
    lines = {one.program: one.line_points for one in score_programs(tmp_path).programs}
    assert lines == {"modern-work": 70, "security": 60}


def test_two_own_files_of_one_start_are_refused(tmp_path: Path) -> None:
    written(tmp_path, "a.toml")
    written(tmp_path, "b.toml")
    assert score_programs(tmp_path).refused == ("b.toml: a.toml already starts “security” in this month.",)


def test_a_broken_own_file_leaves_its_last_good_text_in_force(tmp_path: Path) -> None:
    written(tmp_path, "mine.toml", ("line_points = 70", "line_points = 60"))
    keep_last_good_scores(tmp_path)
    written(tmp_path, "mine.toml", ("line_points = 70", "line_points = 0"))
    read = score_programs(tmp_path)
    assert [one.line_points for one in read.programs if one.program == "security"] == [60]
    assert len(read.refused) == 1


def test_what_was_good_when_marts_were_built_stays_in_force(tmp_workspace: Workspace) -> None:
    folder, settings = tmp_workspace.programs, Settings(threads=1)
    folder.mkdir(parents=True)
    written(folder, "mine.toml", ("line_points = 70", "line_points = 60"))
    build_snapshot(tmp_workspace, Publication.nothing(), settings)
    written(folder, "mine.toml", ("line_points = 70", "line_points = 0"))
    for _ in range(2):
        build_snapshot(tmp_workspace, Publication.nothing(), settings)
        read = score_programs(folder)
        assert [one.line_points for one in read.programs if one.program == "security"] == [60]
        assert len(read.refused) == 1


def test_other_kinds_of_rules_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "growth.toml").write_text('family = "growth"\n', encoding="utf-8")
    assert score_programs(tmp_path) == score_programs()


def test_gates_say_what_is_public() -> None:
    gates = {gate.name: gate.usage_gate for gate in program_gates().programs}
    assert gates["Calling for Microsoft Teams"] == "threshold not public"
    assert gates["Partner Success Expanded Benefits"] == "no usage gate"
    assert all(gate.source.startswith("Learn: ") for gate in program_gates().programs)
