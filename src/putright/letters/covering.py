"""What does an email say: with a letter, a list, a link, or of a statement? Plain text, no more than is needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from string import Template
from typing import Final

from putright.domain.statements import Notice
from putright.letters.errors import UnsoundText
from putright.letters.wording import in_words

FOLDER: Final = Path(__file__).parent / "covers"
_OF_A_STATEMENT: Final = {
    Notice.ASKED: "you are asked for a statement",
    Notice.SOON: "your statement is due soon",
    Notice.OVERDUE: "your statement is overdue",
    Notice.STILL_OVERDUE: "your statement is still overdue",
    Notice.PUT_OFF: "more time for your statement",
    Notice.TAKEN_BACK: "your statement is no longer needed",
    Notice.GIVEN: "a statement has come",
    Notice.ADDED: "something was added to a statement",
    Notice.DECLINED: "a statement was declined",
    Notice.ESCALATED: "a statement does not come",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Covering:
    """The subject and the text of an email."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One thing that is due: on which case, what, by when. A reference, a promise and a date; nobody's name."""

    reference: str
    promise: str
    due_on: date


def covering_letter(
    *, sender: str, reference: str, contact: Sequence[str], to_staff: bool = False, folder: Path = FOLDER
) -> Covering:
    """The email with which a letter goes; it does not say what the letter is about."""
    name = "staff-letter" if to_staff else "letter"
    said = {"sender": sender, "reference": reference, "contact": "\n".join(contact)}
    return Covering(
        subject=f"A letter from {sender}, our reference {reference}", text=filled(folder / f"{name}.txt", said)
    )


def due_list(
    *,
    sender: str,
    day: date,
    overdue: Sequence[Owed],
    soon: Sequence[Owed],
    more: int,
    address: str,
    held_back: Sequence[str] = (),
    waiting: int = 0,
    waiting_overdue: int = 0,
    folder: Path = FOLDER,
) -> Covering:
    """The list of a day; `more` is how many there are besides, `held_back` where a virus was found just now.

    Of messages that wait to be filed it says how many there are, and how many of them have waited too long.
    """
    said = {
        "sender": sender,
        "day": in_words(day),
        "overdue": _of_viruses(held_back) + _listed("Overdue", overdue),
        "soon": _listed("Due within 7 days", soon)
        + (f"And {more:,} more on the worklist.\n\n" if more else "")
        + _of_messages(waiting, waiting_overdue),
        "address": address,
    }
    sorts = ((overdue, "overdue"), (soon, "due soon"), (held_back, "with a virus"))
    counts = [f"{len(things)} {what}" for things, what in sorts if things]
    counts += [f"{waiting:,} to file"] if waiting else []
    return Covering(subject=f"{sender}: {in_a_row(counts)}, {in_words(day)}", text=filled(folder / "due.txt", said))


def sign_in_link(
    *, sender: str, name: str, address: str, until: datetime, is_invitation: bool, folder: Path = FOLDER
) -> Covering:
    """The email with a link to choose a password with, for a member of staff."""
    said = {
        "sender": sender,
        "name": name,
        "address": address,
        "until": f"{until:%H:%M} on {in_words(until.date())}",
    }
    if is_invitation:
        return Covering(subject=f"{sender} invites you to sign in", text=filled(folder / "invitation.txt", said))
    return Covering(subject="A link to choose a new password", text=filled(folder / "new-password.txt", said))


def saved_link(*, address: str, until: date, folder: Path = FOLDER) -> Covering:
    """The email with the link of something that was saved; it does not say what, for others may see it."""
    said = {"address": address, "until": in_words(until)}
    return Covering(subject="The link you asked for", text=filled(folder / "saved-complaint.txt", said))


def word_of_statement(
    *,
    notice: Notice,
    sender: str,
    asker: str,
    reference: str,
    asked_on: date,
    due_on: date,
    address: str,
    folder: Path = FOLDER,
) -> Covering:
    """The email about a statement that was asked for: to whoever is asked, or with a reference to whoever asked."""
    said = {
        "sender": sender,
        "asker": asker,
        "reference": reference,
        "asked_on": in_words(asked_on),
        "due_on": in_words(due_on),
        "address": address,
    }
    return Covering(
        subject=f"{sender}: {_OF_A_STATEMENT[notice]}{f', {reference}' if reference else ''}",
        text=filled(folder / f"statement-{notice.value}.txt", said),
    )


def in_a_row(things: Sequence[str]) -> str:
    """Several things in one sentence.

    >>> in_a_row(["1 overdue", "2 due soon"]), in_a_row(["1 overdue", "2 due soon", "1 with a virus"])
    ('1 overdue and 2 due soon', '1 overdue, 2 due soon and 1 with a virus')
    """
    return " and ".join(filter(None, [", ".join(things[:-1]), *things[-1:]]))


def _of_viruses(references: Sequence[str]) -> str:
    if not references:
        return ""
    what = "A virus was found in a file of these cases. It is held back: ask whoever sent it for another copy"
    return "\n".join([what, *(f"- {reference}" for reference in references), "", ""])


def _of_messages(waiting: int, overdue: int) -> str:
    if not waiting:
        return ""
    late = f" {overdue:,} of them longer than one working day." if overdue else ""
    return f"Messages that wait for somebody to put them on a case: {waiting:,}.{late}\n\n"


def _listed(heading: str, things: Sequence[Owed]) -> str:
    if not things:
        return ""
    lines = (f"- {one.reference}, {in_words(one.due_on)}: {one.promise}" for one in things)
    return "\n".join([heading, *lines, "", ""])


def filled(file: Path, said: dict[str, str]) -> str:
    """The text of a file with its places filled; raises UnsoundText, naming the file, where it cannot be."""
    try:
        return Template(file.read_text(encoding="utf-8")).substitute(said)
    except (OSError, KeyError, ValueError) as error:
        raise UnsoundText(f"{file.name} cannot be filled in: {error}.") from None
