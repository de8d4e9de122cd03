"""Which files make up the project?"""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("pages", "components", "data_access", "forecasting", "sample_data", "domain")
SQL = ROOT / "data_access" / "sql"
ENGINE_SPECIFIC = ("importing", "registry", "staging")
NOT_QUESTIONS = (*ENGINE_SPECIFIC, "marts")
TEXTS = {".py", ".sql", ".md", ".toml", ".css", ".js", ".html", ".lock", ".csv", ".json", ""}


def name_of(file: Path) -> str:
    """The path as one reads it in a message: from the project's folder, with slashes."""
    return file.relative_to(ROOT).as_posix()


def files(*suffixes: str) -> list[Path]:
    """Every file with one of these endings that belongs to the project, in order of path."""
    return sorted(
        file for file in ROOT.rglob("*") if file.suffix in suffixes and file.is_file() and not _is_made_by_tools(file)
    )


def _is_made_by_tools(file: Path) -> bool:
    folders = set(file.relative_to(ROOT).parts[:-1])
    return bool(folders & {".git", ".venv", ".hypothesis", "__pycache__"}) or any(
        folder.startswith(".") and folder.endswith("_cache") for folder in folders
    )


def source_files() -> list[Path]:
    """The Python the product is made of: without tests."""
    return [file for file in files(".py") if file.relative_to(ROOT).parts[0] != "tests"]


def question_files() -> list[Path]:
    """`data_access/sql/<subject>/<question>.sql`."""
    return [file for file in _asked_files() if "." not in file.stem]


def way_files() -> list[Path]:
    """`data_access/sql/<subject>/<question>.<way>.sql`: what answers instead for some."""
    return [file for file in _asked_files() if "." in file.stem]


def _asked_files() -> list[Path]:
    return [file for file in sorted(SQL.glob("*/*.sql")) if not file.parent.name.startswith(NOT_QUESTIONS)]


def portable_files() -> list[Path]:
    """The SQL that another engine must be able to run: questions and marts."""
    return [file for file in sorted(SQL.glob("*/*.sql")) if not file.parent.name.startswith(ENGINE_SPECIFIC)]


def question_name(file: Path) -> str:
    """Of every way's file too."""
    return f"{file.parent.name}/{file.stem.partition('.')[0]}"
