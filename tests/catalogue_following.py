"""Which words of ours does the page of a complaint show that another room than the pages holds?

What an organisation promises in its own procedure is data, and stays as it was written. What the office owes besides
is said in words of ours, the same everywhere.
"""

import ast
import csv
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import yaml

from putright.casework.follow_words import (
    AN_APPEAL,
    APPEAL_DECIDED,
    APPEAL_SENT_ON,
    DECIDED_BY_THE_OMBUDSMAN,
    LAW_WORDS,
    LOOKING_AGAIN,
    STATUS_WORDS,
    TOLD,
    TOLD_OF_AN_APPEAL,
    WITH_THE_OMBUDSMAN,
)
from putright.domain.advocates import HELP_WORDS
from putright.domain.directory import name_of
from putright.domain.experience import ASKED_WORDS, HOW_FAR_WORDS
from putright.domain.reasons import REASON_TOLD
from putright.gateways.directory_files import directory

ROOT = Path(__file__).resolve().parents[1]
# The files of what the office owes a person, and says on the page of their complaint; what it owes itself is not told.
OWED_TO_THE_PERSON = (
    *("after-the-answer", "appeal-elsewhere", "closing", "consent", "consent-shared", "contact", "duty-of-candour"),
    *("improvements", "issue-withdrawal", "joint", "kept-longer", "meetings", "ombudsman-asks", "page", "promises"),
    "withdrawal",
)
# Whom everybody can turn to, by the codes of the register; an area's own advocates are called as they call themselves.
HELPERS = ("phso", "nhs-complaints-advocacy")
# Actions that refuse in place what somebody does there.
REFUSING = ("ask_for_email_code", "confirm_new_email", "change_contact")


def of_following() -> Iterator[tuple[str, str]]:
    """What is told of a complaint: what happened, how it stands, what is promised by law and by the office, and why."""
    standing = (AN_APPEAL, APPEAL_SENT_ON, APPEAL_DECIDED, WITH_THE_OMBUDSMAN, DECIDED_BY_THE_OMBUDSMAN, LOOKING_AGAIN)
    words: dict[str, Iterable[str]] = {
        "casework/follow_words.py": (
            *TOLD.values(),
            *TOLD_OF_AN_APPEAL.values(),
            *STATUS_WORDS.values(),
            *standing,
            *LAW_WORDS.values(),
        ),
        "casework/helpers.py": constants_of("casework/helpers.py", "NOT_SURE"),
        "domain/advocates.py": HELP_WORDS.values(),
        "domain/experience.py": (*ASKED_WORDS.values(), *HOW_FAR_WORDS.values()),
        "domain/reasons.py": REASON_TOLD.values(),
        "calendars/england-and-wales.csv": holidays(),
        "directory": (name_of(directory(), each, date(2026, 4, 2)) for each in HELPERS),
        "procedures/england-2009.yaml": ways_on_by_law(),
        **{f"procedures/office/{name}.yaml": promises_of(name) for name in OWED_TO_THE_PERSON},
        **{f"casework/actions/{name}.py": refused_by(name) for name in REFUSING},
    }
    for name, each in words.items():
        yield from ((name, said) for said in each)


def holidays() -> Iterator[str]:
    """The bank holidays of England and Wales by name."""
    with (ROOT / "calendars/england-and-wales.csv").open(newline="") as file:
        yield from sorted({row["name"] for row in csv.DictReader(line for line in file if not line.startswith("#"))})


def ways_on_by_law() -> Iterator[str]:
    """Where the law lets somebody go on to, whatever an organisation's own procedure says."""
    law = yaml.safe_load((ROOT / "procedures/england-2009.yaml").read_text())
    yield from (way["words"] for way in law["goes_next"])


def promises_of(name: str) -> Iterator[str]:
    """What a file of the office's promises."""
    steps = yaml.safe_load((ROOT / f"procedures/office/{name}.yaml").read_text())["steps"]
    yield from (step["promise"] for step in steps.values())


def constants_of(name: str, constant: str) -> Iterator[str]:
    """The text of a constant of a module that cannot be read in without a database."""
    for top in ast.parse((ROOT / "src/putright" / name).read_text()).body:
        if isinstance(top, ast.AnnAssign) and ast.unparse(top.target) == constant:
            yield ast.literal_eval(top.value) if top.value else ""


def refused_by(action: str) -> Iterator[str]:
    """What an action refuses in place, without figures put into it."""
    tree = ast.parse((ROOT / f"src/putright/casework/actions/{action}.py").read_text())
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "refused":
            message = call.args[1]
            if isinstance(message, ast.Constant) and isinstance(message.value, str):
                yield message.value
