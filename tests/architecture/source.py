"""Which files make up the program and its documents? What the checks of this folder read."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "putright"
ROOMS = ("config", "web", "jobs", "demo", "casework", "records", "letters", "gateways", "domain")
# Not ours to check: what is installed, made by running, or kept as its makers published it.
LEFT_OUT = {"data", "node_modules", "vendor", "__pycache__", "results"}
HIDDEN_BUT_OURS = {".ci", ".gitignore", ".pre-commit-config.yaml"}


@cache
def modules(below: Path = PACKAGE) -> tuple[Path, ...]:
    """Return every Python file below a folder, but migrations, which Django writes."""
    return tuple(sorted(path for path in below.rglob("*.py") if "migrations" not in path.parts))


@cache
def tree(path: Path) -> ast.Module:
    """Return a Python file as a syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def texts() -> Iterator[tuple[Path, str]]:
    """Yield every file of the repository that is text, with its text."""
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT)
        if path.is_file() and not any(_left_out(part) for part in inside.parts):
            try:
                yield inside, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def _left_out(part: str) -> bool:
    return part in LEFT_OUT or (part.startswith(".") and part not in HIDDEN_BUT_OURS)


def shown(path: Path, node: ast.expr | ast.stmt | None = None) -> str:
    """Return where something stands: src/putright/web/shell.py:12."""
    return f"{path.relative_to(ROOT)}:{node.lineno}" if node is not None else str(path.relative_to(ROOT))
