"""Who is written to about a statement that was asked for? The email itself says nothing of the complaint."""

from datetime import UTC, date, datetime

from putright.casework.absences import who_is_there
from putright.casework.appointments import actor_of
from putright.casework.email_queue import new_message_id
from putright.casework.facts_of import parts_of
from putright.casework.mailed_links import mail_invitation
from putright.casework.means import Means
from putright.casework.perform import CaseInHand
from putright.casework.sign_in_links import INVITATION_LASTS
from putright.domain.access import may_view
from putright.domain.delivery import Trouble
from putright.domain.statements import TO_THE_ASKER, Notice
from putright.records.models import AskedStatement, Case, Delivery, Person


def write_to_the_asked(row: AskedStatement, notice: Notice, *, at: datetime, now: datetime, means: Means) -> None:
    """Let an email to whoever was asked wait for a worker; who cannot sign in yet is invited as well."""
    _queue(row, notice, to=row.person, at=at, means=means)
    if means.mail is not None and row.person.account_id is None and notice is not Notice.TAKEN_BACK:
        mail_invitation(
            row.person,
            email=row.person.email.strip().lower(),
            by_id=row.asked_by_id,
            lasts=INVITATION_LASTS,
            now=now,
            means=means,
        )


def write_to_the_asker(hand: CaseInHand, row: AskedStatement, notice: Notice) -> None:
    """Let an email to whoever looks after the request wait for a worker; nothing where there is nobody."""
    to = who_looks_after(row, hand.case, on=hand.today)
    if to is not None and to.email.strip():
        _queue(row, notice, to=to, at=hand.now, means=hand.means)


def tell_that_it_did_not_arrive(hand: CaseInHand, row: AskedStatement, notice: Notice, trouble: Trouble) -> None:
    """Enter that an email about a statement was given up; whoever asked is told, unless the email was to them."""
    facts = {"date": row.due_on, "reason": trouble.value}
    hand.note("statement_escalated", about=row.entry, facts=facts)
    if notice not in TO_THE_ASKER:
        write_to_the_asker(hand, row, Notice.ESCALATED)


def who_looks_after(row: AskedStatement, case: Case, *, on: date) -> Person | None:
    """Whoever asked, if they may still see the case; else whoever has it; while they are away, their cover."""
    parts = parts_of(case)
    asked = (row.asked_by, case.handler)
    there = [who_is_there(person, on) for person in asked if person is not None]
    for person in (*there, *asked):
        if person is not None and may_view(actor_of(person.pk, case.body_id, on=on), parts):
            return person
    return None


def _queue(row: AskedStatement, notice: Notice, *, to: Person, at: datetime, means: Means) -> None:
    if means.mail is None:
        return
    Delivery.objects.create(
        body_id=to.body_id,
        person=to,
        asked=row,
        notice=notice.value,
        message_id=new_message_id(means.secrets, means.mail),
        queued_at=at.astimezone(UTC),
        try_at=at.astimezone(UTC),
    )
