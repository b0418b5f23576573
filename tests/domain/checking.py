"""Small laws and documents for the tests of the checker, from the words of a table."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent, indent

from putright.domain.check import Finding, check
from putright.domain.programme import Programme
from putright.gateways.calendar_files import calendar_named
from putright.gateways.procedure_files import read_procedure

ENGLAND = calendar_named("england-and-wales")
AS_AT = date(2026, 11, 21)
MODEL = Path(__file__).with_name("model-practice.yaml")


def law(*steps: str, more: str = "") -> Programme:
    """A law of these steps."""
    return _made("name: the-law\ntitle: A law\nkind: statute\ncite_as: The Law\nunder: none\n", steps, more)


def document(*steps: str, more: str = "", head: str = "") -> Programme:
    """A document that stands under that law, with everything about itself in order."""
    ordinary = {
        "name": "a-document",
        "title": "A document",
        "kind": "procedure",
        "under": "the-law",
        "version": "'1'",
        "published": "2026-01-05",
        "review": "2028-01-05",
    }
    said = dict(line.split(": ", 1) for line in dedent(head).strip().splitlines())
    lines = {key: value for key, value in {**ordinary, **said}.items() if value != "-"}
    return _made("".join(f"{key}: {value}\n" for key, value in lines.items()), steps, more)


def step(name: str, due: str, met_when: str = "acknowledged", **more: object) -> str:
    """The text of one step; a promise is made up for it."""
    keys: Mapping[str, object] = {"promise": f"The {name}.", "due": due, "met_when": met_when, **more}
    lines = (f"{key}: {value}" for key, value in keys.items() if value not in ("", None))
    return f"{name}:\n" + indent("\n".join(lines), "  ")


def _made(head: str, steps: tuple[str, ...], more: str) -> Programme:
    text = head + dedent(more).strip() + "\nsteps:\n" + indent("\n".join(steps), "  ") + "\n"
    return read_procedure(text, file="a test").programme


def findings(made: Programme, under: Programme | None = None, as_at: date = AS_AT) -> tuple[Finding, ...]:
    """What the checker says of a document, no register of bodies at hand."""
    laws = {under.name: under} if under else {}
    return check(made, as_at, laws=laws, directory=None, calendar=ENGLAND)


def codes(made: Programme, under: Programme | None = None, as_at: date = AS_AT) -> list[str]:
    """The codes of what the checker says, each once."""
    return sorted({one.code for one in findings(made, under, as_at)})


def codes_in(cell: str) -> list[str]:
    """The codes in the cell of a table."""
    return sorted(re.findall(r"`([a-z-]+)`", cell))
