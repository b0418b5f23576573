"""What does a person say when they complain, and can it be so?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from nhs_number.validate import is_valid as is_nhs_number

from putright.casework.errors import refuse, refused
from putright.domain import entry, scope, speaking, standing
from putright.domain.adjustments import Need, why_not_these
from putright.domain.issues import Subject
from putright.domain.raised_before import RaisedBefore
from putright.domain.returns import ReturnSaid
from putright.domain.scanning import Scan
from putright.domain.standing import Basis
from putright.domain.triage import Severity

MOST_ISSUES: Final = 20
MOST_FILES: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSaid:
    """A person as they, or somebody for them, describe them."""

    name: str
    addressed_as: str = ""
    address: tuple[str, ...] = ()
    home: str = ""
    telephone: str = ""
    email: str = ""
    needs: str = ""
    adjustments: tuple[Need, ...] = ()
    born_on: date | None = None
    nhs_number: str = ""
    agrees_to_email: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueSaid:
    """One thing complained of: what it is about, and the person's own words.

    Its days where they are its own, and not those of the whole complaint.
    """

    subject: Subject
    words: str
    occurred_on: date | None = None
    known_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherSaid:
    """An answer that has no place of its own: the question as its title, and the person's own words."""

    title: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSaid:
    """A file that came with the words; its kind was found out from its content (casework/incoming_files.py)."""

    name: str
    media_type: str
    content: bytes
    scan: Scan = Scan.WAITING
    signatures_at: datetime | None = None  # how new what the scanner knew was, as far as that is known


@dataclass(frozen=True, slots=True, kw_only=True)
class TogetherSaid:
    """Another organisation that was part of it: its code in the register, or its name; and whether it may be told."""

    code: str
    name: str = ""
    may_share: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintSaid:
    """A complaint as it was made."""

    complainant: PersonSaid
    issues: tuple[IssueSaid, ...]
    basis: Basis = Basis.SELF
    speaker: speaking.Speaker = speaking.NOBODY
    patient: PersonSaid | None = None
    occurred_on: date | None = None
    known_on: date | None = None
    outcome_wanted: str = ""
    service: str = ""
    first_received_on: date | None = None
    from_body: str = ""
    from_body_name: str = ""
    taken_by: str = ""
    further: tuple[FurtherSaid, ...] = ()
    files: tuple[FileSaid, ...] = ()
    raised_before: RaisedBefore | None = None
    together: TogetherSaid | None = None
    for_return: ReturnSaid | None = None
    severity: Severity | None = None

    @property
    def about_whom(self) -> PersonSaid:
        """The patient, who may be the complainant."""
        return self.patient or self.complainant

    def patient_age(self, on: date) -> int | None:
        """How old the patient is on a day, if their date of birth is known."""
        born_on = self.about_whom.born_on
        return None if born_on is None else standing.age_on(born_on, on)


def check(said: ComplaintSaid, *, received_on: date, today: date) -> None:
    """Raise ActionRefused if something that was said cannot be so, or something needed was not said."""
    refuse(entry.why_not_received_on(received_on, today=today))
    _check_dates(said, received_on=received_on, today=today)
    _check_people(said, received_on=received_on)
    if not said.issues:
        raise refused("no-issue", "Say what the complaint is about: at least one thing.")
    if len(said.issues) > MOST_ISSUES:
        raise refused("too-many-issues", f"A complaint can have up to {MOST_ISSUES} issues. Put some of them together.")
    if len(said.files) > MOST_FILES:
        raise refused("too-many-files", f"Up to {MOST_FILES} files can come with a complaint.")


def _check_dates(said: ComplaintSaid, *, received_on: date, today: date) -> None:
    own = [(one.occurred_on, one.known_on) for one in said.issues]
    for occurred_on, known_on in ((said.occurred_on, said.known_on), *own):
        for day in (occurred_on, known_on):
            if day is not None:
                refuse(entry.why_not_happened_on(day, today=today))
        refuse(scope.why_not_these_dates(received_on=received_on, occurred_on=occurred_on, known_on=known_on))
    if said.first_received_on is not None and said.first_received_on > received_on:
        raise refused(
            "first-received-later", "Another body cannot have received the complaint after it was received here."
        )
    if said.from_body and said.first_received_on is None:
        raise refused("from-whom-and-when", "Say on which day the other organisation received the complaint.")


def check_person(person: PersonSaid, *, received_on: date) -> None:
    """Raise ActionRefused for what nobody can be: without a name, under a number that is none, born afterwards."""
    if not person.name.strip():
        raise refused("no-name", "Say the name of the person.")
    if person.nhs_number.strip() and not is_nhs_number(person.nhs_number):
        message = "The NHS number is not one that exists: it has 10 digits, such as 999 000 0018. Check each digit."
        raise refused("not-an-nhs-number", message)
    if person.born_on is not None and person.born_on > received_on:
        raise refused("born-later", "The date of birth is after the complaint was made. Check the year.")


def _check_people(said: ComplaintSaid, *, received_on: date) -> None:
    complainant = said.complainant
    for person in _people(said):
        check_person(person, received_on=received_on)
    for person in _people(said):
        refuse(why_not_these(person.adjustments))
    if not (any(line.strip() for line in complainant.address) or complainant.email or complainant.telephone):
        raise refused("no-way-to-reach", "Say how to reach the person: an address, an email address or a phone number.")
    if complainant.agrees_to_email and not complainant.email:
        raise refused("no-email", "Give the email address that letters may go to.")
    if standing.FOOTINGS[said.basis].speaks_for_another and said.patient is None:
        raise refused("no-patient", "Say who the complaint is made for.")
    refuse(standing.why_not_on_this_footing(said.basis, said.patient_age(received_on)))
    refuse(speaking.why_not_as(said.basis, said.speaker))


def _people(said: ComplaintSaid) -> Iterator[PersonSaid]:
    yield said.complainant
    if said.patient is not None:
        yield said.patient
