"""What is to be handed over for a delivery? Made from the rows, asking again whether it may go at all."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from django.conf import settings

from putright.casework import email_queue, facts_of
from putright.casework.appointments import actor_of
from putright.casework.claims import Claimed
from putright.casework.due_lists import due_list_for
from putright.casework.errors import NotFound
from putright.casework.means import Means
from putright.casework.page_covers import cover_of_code, cover_of_notice
from putright.casework.perform import day_of
from putright.casework.sign_in_links import open_links, secret_mailed
from putright.domain.chain import salted_digest
from putright.domain.delivery import Trouble
from putright.domain.periods import LONDON
from putright.domain.references import reference_shown
from putright.domain.statements import TO_THE_ASKER, WHILE_IT_WAITS, Asked, Notice
from putright.gateways.file_store import FileMissing
from putright.gateways.outgoing import Attachment, Mail, NotTaken, Outgoing
from putright.letters.advocate_cover import advocate_invited
from putright.letters.covering import FOLDER, Covering, covering_letter, sign_in_link, word_of_statement
from putright.letters.errors import UnsoundText
from putright.records.models import AskedStatement, Body, Delivery, Document, OutboxLetter, SignInLink
from putright.records.models.outbox_letter import State
from putright.records.models.page_notice import TO_ADVOCATES

_REFERENCE: Final = "{reference}"
_PARTS: Final = (
    *("body", "person", "letter__case", "letter__document", "link", "asked__case", "asked__asked_by"),
    *("code", "page_notice"),
)


class NothingToSend(Exception):
    """There is nothing to send any more: the day of a list is over, or nothing is due on it."""


def parcel_of(claimed: Claimed, *, now: datetime, means: Means, covers: Path = FOLDER) -> Outgoing:
    """The message of a delivery.

    Raises NotTaken where it may not go or cannot be put together, NothingToSend where it need not go.
    """
    row = Delivery.objects.select_related(*_PARTS).get(pk=claimed.delivery)
    if means.mail is None:
        raise NotTaken(Trouble.UNREACHABLE)
    try:
        if row.link is not None:
            return _link(row, row.link, means.mail, now=now, covers=covers)
        if row.asked is not None:
            return _word_of_statement(row, row.asked, means.mail, covers=covers)
        if row.code is not None or row.page_notice is not None:
            return _of_the_page(row, means.mail, now=now, covers=covers)
        if row.letter is None:
            return _list(row, means.mail, today=day_of(now), covers=covers)
        # A clock that was put back does not make a letter go before it was written.
        today = max(day_of(now), row.letter.made_on)
        return _letter(row, row.letter, means, means.mail, today=today, covers=covers)
    except UnsoundText as fault:
        raise NotTaken(Trouble.CANNOT_BE_WRITTEN) from fault


def _letter(row: Delivery, letter: OutboxLetter, means: Means, mail: Mail, *, today: date, covers: Path) -> Outgoing:
    _refuse_unwanted(row, letter, today)
    reference = letter.case.reference
    to_staff = email_queue.addressee_of(row.person).is_staff
    said = covering_letter(
        sender=row.body.name,
        reference=reference_shown(reference),
        contact=_contact(row.body),
        to_staff=to_staff,
        folder=covers,
    )
    attached = Attachment(
        name=f"letter-{reference}-{letter.document.number}.pdf",
        media_type=letter.document.media_type,
        content=_content(letter.document, means),
    )
    return _message(row, mail, said, reference=reference, attached=attached)


def _list(row: Delivery, mail: Mail, *, today: date, covers: Path) -> Outgoing:
    if row.list_of != today:
        raise NothingToSend
    if not row.person.email.strip():
        raise NotTaken(Trouble.NO_ADDRESS)
    actor = actor_of(row.person_id, row.body_id, on=today)
    said = due_list_for(actor, row.body.name, today, address=f"{settings.PUTRIGHT_ADDRESS}/work", folder=covers)
    if said is None:
        raise NothingToSend
    return _message(row, mail, said)


def _word_of_statement(row: Delivery, asked: AskedStatement, mail: Mail, *, covers: Path) -> Outgoing:
    """The message about a statement that was asked for, if it is so still: the way to a page, nothing of the case."""
    notice = Notice(row.notice)
    if notice in WHILE_IT_WAITS and asked.state != Asked.WAITING:
        raise NothingToSend
    if not row.person.email.strip():
        raise NotTaken(Trouble.NO_ADDRESS)
    reference = asked.case.reference
    to_asker = notice in TO_THE_ASKER
    path = f"cases/{reference}/investigation" if to_asker else f"statements/{asked.pk}"
    said = word_of_statement(
        notice=notice,
        sender=row.body.name,
        asker=f"{asked.asked_by.name}, {asked.asked_by.post}",
        reference=reference_shown(reference) if to_asker else "",
        asked_on=asked.asked_on,
        due_on=asked.due_on,
        address=f"{settings.PUTRIGHT_ADDRESS}/{path}",
        folder=covers,
    )
    return _message(row, mail, said)


def _link(row: Delivery, link: SignInLink, mail: Mail, *, now: datetime, covers: Path) -> Outgoing:
    """The message with a link to choose a password, if it is good still; the secret is worked out, and kept nowhere."""
    if not open_links(now=now).filter(pk=link.pk).exists():
        raise NothingToSend
    try:
        secret = secret_mailed(link, row.message_id)
    except NotFound:  # it was made under a secret key that is no longer there
        raise NotTaken(Trouble.CANNOT_BE_WRITTEN) from None
    if link.naming is not None:
        return _naming(row, link, link.naming.name, secret, mail, covers=covers)
    said = sign_in_link(
        sender=row.body.name,
        name=row.person.name,
        address=f"{settings.PUTRIGHT_ADDRESS}/sign-in/link/{secret}",
        until=link.expires_at.astimezone(LONDON),
        is_invitation=link.person_id is not None,
        folder=covers,
    )
    return replace(_message(row, mail, said), to=link.email)


def _of_the_page(row: Delivery, mail: Mail, *, now: datetime, covers: Path) -> Outgoing:
    """The message to whoever follows a complaint: a code while it is good, or word of something new, if it may go.

    To their advocate it goes without a name: it is not to say whom it is about.
    """
    found = cover_of_code(row, now=now, covers=covers) if row.code else cover_of_notice(row, now=now, covers=covers)
    if found is None:
        raise NothingToSend
    said, to = found
    if not to:
        raise NotTaken(Trouble.NO_ADDRESS)
    to_advocate = row.page_notice is not None and row.page_notice.kind in TO_ADVOCATES
    return replace(_message(row, mail, said), to=to, to_name="" if to_advocate else row.person.name)


def _naming(row: Delivery, link: SignInLink, name: str, secret: str, mail: Mail, *, covers: Path) -> Outgoing:
    """The message to somebody who was named as an advocate: not by whom, and nothing of the complaint."""
    said = advocate_invited(
        sender=row.body.name,
        address=f"{settings.PUTRIGHT_ADDRESS}/sign-in/link/{secret}",
        until=link.expires_at.astimezone(LONDON),
        folder=covers,
    )
    return replace(_message(row, mail, said), to=link.email, to_name=name)


def _message(
    row: Delivery, mail: Mail, said: Covering, *, reference: str = "", attached: Attachment | None = None
) -> Outgoing:
    reply_to = mail.reply_to.replace(_REFERENCE, reference) if reference else ""
    return Outgoing(
        message_id=row.message_id,
        written_at=row.queued_at,
        sender_name=row.body.name,
        to=row.person.email,
        to_name=row.person.name,
        subject=said.subject,
        text=said.text,
        reply_to=reply_to or row.body.email,
        about=f"<case.{reference.lower()}@{mail.domain}>" if reference else "",
        attachment=attached,
    )


def _refuse_unwanted(row: Delivery, letter: OutboxLetter, today: date) -> None:
    """Raise NotTaken where the person no longer agrees, has no address, or the case no longer allows the letter."""
    refusal = email_queue.why_not_to(row.person, on=today, by_machine=True)
    if refusal is not None:
        raise NotTaken(Trouble.NO_ADDRESS if refusal.code == "no-e-mail-address" else Trouble.NOT_AGREED)
    programmes = facts_of.programmes_of(letter.case)
    position = facts_of.position_of(programmes, facts_of.chronology_of(letter.case, programmes), today)
    if letter.state != State.QUEUED or position.refusal_of(letter.records[0]["event"]) is not None:
        raise NotTaken(Trouble.NO_LONGER_ALLOWED)


def _content(document: Document, means: Means) -> bytes:
    """The letter itself, if it is still what was written: nothing else goes out in its name."""
    if document.stored_as is None:
        raise NotTaken(Trouble.CANNOT_BE_WRITTEN)
    try:
        content = means.files.read(document.stored_as)
    except FileMissing as missing:
        raise NotTaken(Trouble.CANNOT_BE_WRITTEN) from missing
    if salted_digest(content, bytes.fromhex(document.salt)) != document.digest:
        raise NotTaken(Trouble.CANNOT_BE_WRITTEN)
    return content


def _contact(body: Body) -> tuple[str, ...]:
    return tuple(line for line in (body.telephone, body.email, body.website) if line)
