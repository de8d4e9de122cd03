"""Would a reader find their way: small files, nouns for names, nothing of one machine?"""

import re

from tests.architecture.tree import TEXTS, files, name_of, portable_files, source_files

LONGEST = 200
SAYS_NOTHING = re.compile(r"^_?(utils?|helpers?|common|services?|managers?|misc|base|core)$")
# A home folder, a build folder, a drive: true on one machine only.
MACHINE = re.compile(r"(?<![\w.~}])/(?:root|home|work|Users)/\w|[A-Z]:\\\\?Users\\")
INDEX = re.compile(r"//[^\s\"'<>)]*(?:pypi|pythonhosted|npmjs|/simple\b)|--(?:extra-)?index-url[ =]\S*//")
PROMISE = re.compile(r"\b(?:TODO|FIXME|XXX)\b|\bcoming soon\b", re.IGNORECASE)


def test_no_file_is_longer_than_one_can_hold_in_mind() -> None:
    sources = [*source_files(), *portable_files()]
    lengths = {name_of(file): len(file.read_text(encoding="utf-8").splitlines()) for file in sources}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_modules_are_named_for_what_they_hold() -> None:
    named = {name_of(file): {file.stem, *file.parent.parts[-1:]} for file in source_files()}
    assert [name for name, words in named.items() if any(map(SAYS_NOTHING.match, words))] == []


def test_functions_say_what_they_answer_not_that_they_get_it() -> None:
    getters = re.compile(r"^ *(?:async )?def _?get_\w+", re.MULTILINE)
    assert [name_of(file) for file in source_files() if getters.search(file.read_text(encoding="utf-8"))] == []


def test_nothing_names_one_machine_or_a_package_index() -> None:
    assert _hits(MACHINE) == []
    assert _hits(INDEX) == []


def test_nothing_promises_instead_of_doing() -> None:
    assert [hit for hit in _hits(PROMISE) if not hit.startswith(("tests/architecture/", "pyproject.toml"))] == []


def _hits(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name_of(file)}:{number}: {line.strip()[:120]}"
        for file in files(*TEXTS)
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]
