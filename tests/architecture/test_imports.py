"""Do imports point one way?"""

import ast
import subprocess
import sys
from pathlib import Path

from tests.architecture.tree import PACKAGES, ROOT, files, name_of


def test_import_contracts_hold() -> None:
    lint = "from importlinter.cli import lint_imports_command as lint; lint()"
    run = subprocess.run(
        [sys.executable, "-c", lint, "--no-logo", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_folder_with_code_is_a_package_that_the_contracts_see() -> None:
    folders = {file.parent for package in PACKAGES for file in files(".py") if _lies_in(file, package)}
    assert [name_of(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_the_frame_leaves_data_and_drawing_to_the_layers_below() -> None:
    # import-linter takes packages only, so app.py is read here.
    imported = _imported(ROOT / "app.py") - set(sys.stdlib_module_names)
    assert imported <= {"streamlit", "pages", "components", "data_access", "domain"}


def test_the_start_command_needs_nothing_installed() -> None:
    assert _imported(ROOT / "start.py") <= set(sys.stdlib_module_names)


def _lies_in(file: Path, package: str) -> bool:
    return file.relative_to(ROOT).parts[0] == package


def _imported(file: Path) -> set[str]:
    """The top-level names a file imports, wherever in it."""
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    members = {node.module for node in nodes if isinstance(node, ast.ImportFrom) if node.module}
    return {name.split(".")[0] for name in plain | members}
