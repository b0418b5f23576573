"""Where do the data files stand that come with Putright? In the checkout, or in the copy inside an installed wheel."""

from pathlib import Path

KINDS = ("procedures", "directory", "calendars", "docs")

_PACKAGE = Path(__file__).resolve().parent.parent
_CHECKOUT = _PACKAGE.parent.parent


def shipped(kind: str, *, package: Path = _PACKAGE, checkout: Path = _CHECKOUT) -> Path:
    """Return the folder of the shipped "procedures", "directory" or "calendars", or of "docs" the program reads."""
    if kind not in KINDS:
        message = f"nothing of the kind {kind!r} is shipped; there are {', '.join(KINDS)}"
        raise ValueError(message)
    if (checkout / "pyproject.toml").is_file() and package == checkout / "src" / "putright":
        return checkout / kind
    return package / "shipped" / kind
