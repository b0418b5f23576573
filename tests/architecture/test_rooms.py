"""Does every room keep to its place? Who imports whom, who writes rows, and what each says it is for."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.architecture.source import PACKAGE, ROOMS, ROOT, modules, shown, tree

WRITES = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
WRITERS = {"casework", "records"}


def test_the_import_contracts_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    assert lint_imports(no_logo=True) == 0


def test_the_rooms_are_those_of_the_house() -> None:
    assert {path.parent.name for path in PACKAGE.glob("*/__init__.py")} == set(ROOMS)


def test_the_domain_imports_the_standard_library_only() -> None:
    strangers = [
        f"{shown(path, node)} imports {name}"
        for path in modules(PACKAGE / "domain")
        for node, name in _imports(tree(path))
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("putright.domain")
    ]

    assert strangers == []


def test_every_module_says_which_question_it_answers() -> None:
    silent = [shown(path) for path in modules() if not ast.get_docstring(tree(path))]

    assert silent == []


def test_the_readme_says_of_each_room_what_the_room_says_of_itself() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = dict(line.strip("| ").split(" | ", 1) for line in readme.splitlines() if line.startswith("| `"))

    assert rows == {f"`{room}`": ast.get_docstring(tree(PACKAGE / room / "__init__.py")) for room in ROOMS}


def test_rows_are_written_by_actions_and_records_alone() -> None:
    written = [
        f"{shown(path, call)} calls .{name}()"
        for path in modules()
        if _room(path) not in WRITERS
        for call, name, receiver in _method_calls(tree(path))
        if name in WRITES and not receiver.endswith("session") and not _saves_a_file(call)
    ]

    assert written == []


def _imports(module: ast.Module) -> Iterator[tuple[ast.stmt, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            yield node, node.module or ""


def _saves_a_file(call: ast.Call) -> bool:
    """Whether a call to save says where to, as one of a document does; a row is saved where it came from."""
    return isinstance(call.func, ast.Attribute) and call.func.attr == "save" and bool(call.args)


def _method_calls(module: ast.Module) -> Iterator[tuple[ast.Call, str, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node, node.func.attr, ast.unparse(node.func.value)


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]
