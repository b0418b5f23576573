"""How is a database filled with a hundred thousand cases in seconds? A few made through real actions, then copied.

Three steps: one case at each stage (`stories.py`); each again with its dates moved by whole weeks, and what is kept
with it worked out by `position` as at one day; those again by the thousand within the database (`copying.py`), spread
over bodies of different sizes in no order. What a copy says is therefore right on every page, but for what no page
shows: the seals of its events are those of the case it was made from, and its letters have no files.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final

from django.db import connection, transaction

from putright.domain.references import RANDOM_BYTES, reference_from
from putright.records.models import (
    Appointment,
    Case,
    CaseProcedure,
    Complaint,
    Document,
    Duty,
    Event,
    FollowLink,
    Issue,
    NamedPerson,
    OutboxLetter,
    Person,
    ProcedureVersion,
    ReadLog,
)
from tests.casework.offices import Office, an_office
from tests.scale import copying
from tests.scale.copying import Copy
from tests.scale.moving import again, moved
from tests.scale.stories import STORIES

# Thursday 2 April 2026, the day before Good Friday.
TODAY: Final = date(2026, 4, 2)
SIZES: Final = (20_000, *[5_000] * 4, *[1_000] * 60)

# How often each story is told, of a hundred cases; and by how many weeks it is moved, from the earliest to the latest.
SHARES: Final[Mapping[str, int]] = {
    "just_received": 6,
    "letter_to_post": 8,
    "statement_asked": 14,
    "answered": 14,
    "under_review": 4,
    "closed": 36,
    "withdrawn": 18,
}
WEEKS: Final[Mapping[str, range]] = {
    "just_received": range(-14, 12),
    "letter_to_post": range(-14, 12),
    "statement_asked": range(-14, 12),
    "answered": range(-30, 10),
    "under_review": range(-14, 9),
    "closed": range(-150, 8, 3),
    "withdrawn": range(-150, 12, 3),
}
HANDLERS: Final = ("mo", "olu", "ines")
FORENAMES: Final = ("Pat", "Sam", "Alex", "Robin", "Charlie", "Jo", "Kim", "Lee")

# The numbers of the copies begin here and lie this far apart; those of a body's staff stand between two of them, for
# people join as complaints come in. Were they all the lowest, PostgreSQL would rightly read them from the beginning.
FIRST: Final = 1_000_000
APART: Final = 10

# The tables that grow with the cases, in an order in which their rows can be written.
GROWING: Final = (
    Person,
    Complaint,
    Case,
    CaseProcedure,
    Document,
    Issue,
    Event,
    Duty,
    NamedPerson,
    OutboxLetter,
    FollowLink,
    ReadLog,
)

Seeds = Mapping[str, Sequence[Case]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A body among the many: its row, its version of the procedure, and its people."""

    code: str
    size: int
    body_id: int
    procedure_id: int
    staff: int
    people: Mapping[str, int]


def fill(folder: Path, sizes: Iterable[int] = SIZES) -> tuple[Branch, ...]:
    """Fill an empty database with bodies that have so many cases; return them in that order."""
    chance = Random(20260402)
    office = an_office(folder)
    for tell in STORIES.values():
        tell(office)
    with transaction.atomic():
        seeds = _seeds(office, chance)
        sizes = tuple(sizes)
        steps = APART * (sum(sizes) // (len(sizes) + 1))
        branches = tuple(
            _branch(office, number, size, staff_from=FIRST + steps * (len(sizes) - number) + 1)
            for number, size in enumerate(sizes)
        )
        copying.note(_copies(branches, seeds, chance))
        _copy(office)
        copying.tidy(GROWING)
    return branches


def keep_statistics() -> None:
    """Do what a database server does of itself after so many new rows, and what SQLite does when it is told to."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


# --- The steps -------------------------------------------------------------------------------------------------------


def _seeds(office: Office, chance: Random) -> Seeds:
    told = zip(STORIES, Case.objects.filter(body=office.body).order_by("pk"), strict=True)
    return {name: moved(case, *_moves(name, chance), as_at=TODAY) for name, case in told}


def _moves(story: str, chance: Random) -> tuple[list[timedelta], list[str]]:
    moves = [timedelta(weeks=weeks) for weeks in WEEKS[story]]
    return moves, [_reference(chance) for _ in moves]


def _branch(office: Office, number: int, size: int, *, staff_from: int) -> Branch:
    """A body like the one the stories were told at, with its procedure and the same people."""
    staff = staff_from - min(office.people.values())
    body = again(office.body, pk=FIRST + number, code=f"branch-{number}", name=f"Branch {number} of the example")
    people = {
        called: again(office.person(called), pk=person_id + staff, body_id=body.pk, account_id=None)
        for called, person_id in office.people.items()
    }
    own = ProcedureVersion.objects.get(body=office.body)
    procedure = again(own, pk=FIRST + number, body_id=body.pk, adopted_by_id=None, signed_off_by=people["rosa"])
    body.save()
    Person.objects.bulk_create(people.values())
    procedure.save()
    Appointment.objects.bulk_create(
        again(held, body_id=body.pk, person_id=held.person_id + staff, authorised_by_id=None)
        for held in Appointment.objects.filter(body=office.body)
    )
    ids = {called: person.pk for called, person in people.items()}
    return Branch(code=body.code, size=size, body_id=body.pk, procedure_id=procedure.pk, staff=staff, people=ids)


def _copies(branches: Sequence[Branch], seeds: Seeds, chance: Random) -> Iterator[Copy]:
    """The cases of every body, in no order."""
    whose = [branch for branch in branches for _ in range(branch.size)]
    chance.shuffle(whose)
    stories = chance.choices(list(SHARES), weights=list(SHARES.values()), k=len(whose))
    for number, (branch, story) in enumerate(zip(whose, stories, strict=True)):
        seed = chance.choice(seeds[story])
        handler = branch.people[chance.choice(HANDLERS)]
        if story == "statement_asked":
            handler = branch.people["ines"]
        yield Copy(
            id=FIRST + APART * number,
            of_case=seed.pk,
            body=branch.body_id,
            staff=branch.staff,
            handler=None if story == "just_received" and number % 2 else handler,
            procedure=branch.procedure_id,
            reference=_reference(chance),
            name=f"{chance.choice(FORENAMES)} Example {number + 1}",
        )


def _copy(office: Office) -> None:
    case = Case.objects.filter(body=office.body).order_by("pk")[0]
    own = {"case_id": "new.id"}
    copying.make(Person, on=f"old.id = {case.complainant_id}", id="new.id", body_id="new.body", name="new.name")
    copying.make(
        Complaint,
        on=f"old.id = {case.complaint_id}",
        id="new.id",
        body_id="new.body",
        identity="new.reference || substr(old.identity, 9)",
    )
    copying.make(
        Case,
        on="old.id = new.of_case",
        id="new.id",
        reference="new.reference",
        body_id="new.body",
        complaint_id="new.id",
        complainant_id="new.id",
        patient_id="new.id",
        handler_id="new.handler",
        signed_by_id="old.signed_by_id + new.staff",
    )
    copying.make(
        CaseProcedure, **own, procedure_id="CASE WHEN old.place = 0 THEN new.procedure ELSE old.procedure_id END"
    )
    by = {"made_by_id": "old.made_by_id + new.staff"}
    copying.make(Document, **own, **by)
    copying.make(
        Issue,
        **own,
        narrative_id=_paper("narrative_id"),
        conclusion_id=_paper("conclusion_id"),
        remedy_id=_paper("remedy_id"),
    )
    copying.make(Event, **own, by_id="old.by_id + new.staff")
    copying.make(Duty, **own)
    copying.make(NamedPerson, **own, person_id="old.person_id + new.staff")
    copying.make(OutboxLetter, **own, **by, body_id="new.body", document_id=_paper("document_id"))
    copying.make(FollowLink, **own, digest="new.reference || substr(old.digest, 9)")
    copying.make(ReadLog, **own, person_id="new.handler")


def _paper(column: str) -> str:
    """The paper of the new case that has the number of the old one's."""
    return (
        "(SELECT paper.id FROM records_document paper JOIN of_records_document of_paper"
        f" ON of_paper.number = paper.number WHERE of_paper.id = old.{column} AND paper.case_id = new.id)"
    )


def _reference(chance: Random) -> str:
    return reference_from(chance.randbytes(RANDOM_BYTES))
