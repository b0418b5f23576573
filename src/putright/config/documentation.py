"""Which pages of the documentation are printed from the program? `make docs` writes them, a test compares them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from putright.config.config import settings_table
from putright.domain.vocabulary import COMMON_FACTS, CORE_EVENTS, EventKind, FactKind
from putright.letters.catalogue import letters_page

CHECKOUT = Path(__file__).resolve().parents[3]


def settings_page() -> str:
    """Return docs/settings.md: every setting, what stands when it is not set, and what it means."""
    rows = [f"| `{each.variable}` | {each.default} | {each.meaning} |" for each in settings_table()]
    return "\n".join(
        [
            "# Settings",
            "",
            "*Printed from `config/config.py` by `make docs`.*",
            "",
            "Putright needs no setting: without any it keeps everything in the folder `data`, serves this machine",
            "alone, and makes its own secret. What an installation sets it sets in the environment. A variable that",
            "begins with `PUTRIGHT_` and is not in this table is an error, so that a misspelt one cannot go unnoticed;",
            "an empty one counts as not set. The options of a command, such as `putright serve --port`, go before the",
            "environment.",
            "",
            "| Variable | When not set | Meaning |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )


def events_page() -> str:
    """Return docs/events.md: every event of the core vocabulary, what it says happened, the facts it may carry."""
    rows = [f"| `{kind.name}` | {kind.words}. | {_facts_of(kind)} |" for kind in CORE_EVENTS.values()]
    return "\n".join(
        [
            "# Events",
            "",
            "*Printed from `domain/vocabulary.py` by `make docs`.*",
            "",
            "What can stand in a chronology. A procedure may name further events of its own. An event holds codes,",
            "dates and numbers, never narrative or names. Any event may also carry",
            f"{_listed(COMMON_FACTS)}.",
            "",
            "| Event | What it says | Its facts |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )


# The path of each page in the repository, and what makes it.
PAGES: dict[str, Callable[[], str]] = {
    "docs/settings.md": settings_page,
    "docs/events.md": events_page,
    "docs/letters.md": letters_page,
}


def write_pages(checkout: Path = CHECKOUT) -> None:
    """Write every printed page anew."""
    for path, page in PAGES.items():
        (checkout / path).write_text(page(), encoding="utf-8")
        print(path)


def _facts_of(kind: EventKind) -> str:
    return _listed({name: fact for name, fact in kind.facts.items() if name not in COMMON_FACTS})


def _listed(facts: Mapping[str, FactKind]) -> str:
    return ", ".join(f"`{name}` ({fact})" for name, fact in facts.items())


if __name__ == "__main__":
    write_pages()
