"""Which cases may a message be about? Looked up by what it names, what it answers and whom it says it is from."""

from collections.abc import Iterator
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from putright.domain.form_codes import forms_named
from putright.domain.incoming import Candidate, Matched, Sign, match, references_named
from putright.gateways.mail_in import Message
from putright.records.models import Case, Delivery, IncomingMessage, Person


def matched_of(body_id: int, message: Message, *, is_sender_proven: bool) -> Matched:
    """On which case of a body a message goes by itself, if any, and which it may be about."""
    return match(_candidates(body_id, message), is_sender_proven=is_sender_proven)


def _candidates(body_id: int, message: Message) -> Iterator[Candidate]:
    cases = Case.objects.filter(body=body_id).select_related("complainant", "patient")
    answers = list(message.answers)
    letters = Delivery.objects.filter(message_id__in=answers, letter__isnull=False).values("letter__case")
    yield from _each(cases.filter(pk__in=letters), Sign.ANSWER, message.sender)
    yield from _each(_with_forms(cases, message), Sign.FORM, message.sender)
    named = references_named(addresses=message.to, subject=message.subject, signs=message.answers)
    earlier = IncomingMessage.objects.filter(body=body_id, message_id__in=answers, case__isnull=False).values("case")
    meant = cases.filter(Q(reference__in=named) | Q(pk__in=earlier))
    yield from _each(meant, Sign.REFERENCE, message.sender)
    if message.sender:
        known = Person.objects.filter(body=body_id, email__iexact=message.sender).values("pk")
        theirs = cases.filter(Q(complainant__in=known) | Q(patient__in=known))
        yield from _each(theirs, Sign.SENDER, message.sender)


def _with_forms(cases: QuerySet[Case], message: Message) -> QuerySet[Case]:
    """The cases whose consent form bears a code that the message names, or one of its files."""
    texts = (message.subject, message.text, *(file.name for file in message.attachments))
    named = [Q(reference=code.reference, asked_consents__number=code.form) for code in forms_named(texts)]
    return cases.filter(reduce(or_, named)).distinct() if named else cases.none()


def _each(cases: QuerySet[Case], sign: Sign, sender: str) -> Iterator[Candidate]:
    for case in cases:
        known = {case.complainant.email.strip().lower(), case.patient.email.strip().lower()} - {""}
        yield Candidate(reference=case.reference, sign=sign, knows_sender=sender.lower() in known, is_open=case.is_open)
