"""How is somebody asked for a statement on a page of their own? They may answer from then on, and see nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from putright.casework.access_record import note_about
from putright.casework.actions.set_up_body import StaffSaid, add_staff
from putright.casework.appointments import in_force
from putright.casework.errors import refuse, refused
from putright.casework.perform import CaseInHand
from putright.casework.statement_notices import write_to_the_asked
from putright.domain.access import Actor, Role
from putright.domain.channels import Channel
from putright.domain.signing_in import AccessEvent
from putright.domain.statements import Asked, Notice, Standing, why_not_ask
from putright.records.models import Appointment, AskedStatement, CasePart, Issue, Person
from putright.records.models.person import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """What somebody is told and asked, in the asker's words, and of which issues the person's own are shown."""

    about: str
    questions: tuple[str, ...]
    support: tuple[str, ...]
    due_on: date
    standing: Standing = Standing.WAS_THERE
    shown: tuple[int, ...] = ()


def member_to_ask(hand: CaseInHand, person: int | StaffSaid) -> Person:
    """The member of staff who is asked, or the outside expert who is entered to be asked; raises ActionRefused."""
    member = _entered(hand, person) if isinstance(person, StaffSaid) else _known(hand, person)
    waiting = AskedStatement.objects.filter(case=hand.case, person=member, state=Asked.WAITING.value)
    refuse(
        why_not_ask(
            is_asker=member.pk == hand.by_id,
            handles=member.pk == hand.case.handler_id,
            has_left=member.left_on is not None and member.left_on < hand.today,
            waits=waiting.exists(),
        )
    )
    return member


def ask_on_page(hand: CaseInHand, member: Person, asked: Questions, *, actor: Actor) -> AskedStatement:
    """Put the questions on a page that opens for this person alone, and let an email with the way to it wait."""
    _refuse_what_cannot_reach_them(hand, member)
    about = hand.keep_text("statement-about", "What whoever is asked for a statement is told", asked.about)
    questions = hand.keep_text("statement-questions", "What they are asked", "\n".join(asked.questions))
    entry = hand.record("statement_requested", facts={"channel": Channel.ONLINE.value}, papers=[about, questions])
    row = AskedStatement.objects.create(
        case=hand.case,
        entry=entry,
        person=member,
        asked_by=hand.acting(),
        standing=asked.standing.value,
        about=about,
        questions=questions,
        shown=_shown(hand, asked.shown),
        support="\n".join(asked.support),
        asked_on=hand.on,
        due_on=asked.due_on,
    )
    _let_them_answer(hand, member, entry, actor=actor)
    write_to_the_asked(row, Notice.ASKED, at=hand.now, now=hand.now, means=hand.means)
    return row


def _known(hand: CaseInHand, person: int) -> Person:
    member = Person.objects.filter(pk=person, body=hand.case.body_id, part=Part.STAFF).first()
    if member is None:
        raise refused("no-such-person", "Choose a member of staff of this organisation.")
    return member


def _entered(hand: CaseInHand, said: StaffSaid) -> Person:
    """Somebody who was not on the list: entered with what they are asked by, and with no way to sign in yet."""
    address = said.email.strip()
    if address and Person.objects.filter(body=hand.case.body_id, part=Part.STAFF, email__iexact=address).exists():
        raise refused("known-already", "Somebody with this email address is on the list already. Choose them there.")
    return add_staff(hand.case.body, said, now=hand.now)


def _refuse_what_cannot_reach_them(hand: CaseInHand, member: Person) -> None:
    if hand.on != hand.today:
        raise refused("not-today", "A request on a page of their own goes today, so its date is today’s.")
    if not member.email.strip():
        message = "There is no email address for this person. Ask an administrator to enter it, or write by post."
        raise refused("no-e-mail-address", message)
    if member.account_id is None and hand.means.mail is None:
        message = "This person cannot sign in, and no email can invite them from here. Ask an administrator to."
        raise refused("cannot-sign-in", message)


def _shown(hand: CaseInHand, numbers: Sequence[int]) -> list[int]:
    known = set(Issue.objects.filter(case=hand.case).values_list("number", flat=True))
    if strange := [number for number in numbers if number not in known]:
        raise refused("no-such-issue", f"There is no issue {strange[0]} in this case.")
    return sorted(set(numbers))


def _let_them_answer(hand: CaseInHand, member: Person, entry: int, *, actor: Actor) -> None:
    """Give them the role of somebody who is asked, and this case in it: it opens their own page and nothing else."""
    held = Appointment.objects.filter(person=member, body=hand.case.body_id, role=Role.STAFF.value)
    if not in_force(hand.today).filter(pk__in=held.values("pk")).exists():
        held.filter(from_on__gt=hand.today, until_on__isnull=True).update(until_on=None, from_on=hand.today)
        Appointment.objects.get_or_create(
            person=member,
            body_id=hand.case.body_id,
            role=Role.STAFF.value,
            until_on=None,
            defaults={"from_on": hand.today, "made_at": hand.now},
        )
        note_about(member, AccessEvent.APPOINTED, by=actor, now=hand.now, reason=Role.STAFF.value)
    CasePart.objects.get_or_create(
        case=hand.case,
        person=member,
        role=Role.STAFF.value,
        ended_at=None,
        until_on=None,
        defaults={"from_on": hand.today, "entry": entry, "given_by_id": hand.by_id, "made_at": hand.now},
    )
