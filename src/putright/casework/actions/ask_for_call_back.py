"""Somebody asks on the page to be called back: it waits with what came in, and is owed by the next working day."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Final

from putright.casework.due_lists import calendar_of
from putright.casework.errors import NotFound, refuse, refused
from putright.casework.means import Means
from putright.casework.perform import all_or_nothing, day_of
from putright.domain.incoming import (
    BEST_TIME_WORDS,
    BestTime,
    MessageKind,
    Sign,
    call_back_by,
    why_not_called_back,
)
from putright.domain.periods import LONDON
from putright.domain.sought import KeyKind, keys_of
from putright.records.models import Body, CaseKey, IncomingMessage, Suggestion
from putright.records.models.incoming_message import Lying

LONGEST_ABOUT: Final = 1_000
MOST_CASES: Final = 5
MOST_KEPT: Final = 5_000  # characters of one request, however often it is made again


@dataclass(frozen=True, slots=True, kw_only=True)
class CallAsked:
    """What somebody says who wants to be rung: their name and number, when, whether a message may be left, and what."""

    name: str
    telephone: str
    best: BestTime
    may_leave_message: bool
    about: str = ""
    needs: str = ""


def ask_for_call_back(*, body: str, asked: CallAsked, form: str, now: datetime, means: Means | None = None) -> date:
    """Keep the request among what came in; return the day by which they are rung.

    `form` names the sending of one form: sent twice, or asked again from the same number while the first still waits,
    it is one request, owed by the day of the first. What is said again is kept with it. Whoever asks again is told the
    day of a new request, which is no sooner: by typing a number nobody finds out that its owner asked.
    """
    row = Body.objects.filter(code=body).first()
    if row is None:
        raise NotFound
    if not asked.name.strip() or not asked.telephone.strip():
        raise refused("nobody-to-ring", "Enter your name and the number on which we can ring you.")
    with all_or_nothing(means):
        # Held, so that two requests at the same moment come one after the other.
        Body.objects.select_for_update().get(pk=row.pk)
        waiting = IncomingMessage.objects.filter(
            body=row, kind=MessageKind.CALL_BACK.value, lying=Lying.WAITING.value
        ).order_by("received_at", "id")
        first = next((each for each in waiting if _number(each.sender) == _number(asked.telephone)), None)
        digest = sha256(f"{row.pk} {form}".encode()).hexdigest()
        if first is None:
            refuse(why_not_called_back(len(waiting)))
            first = _keep(row, asked, digest, now)
        elif first.digest != digest:
            _say_again(first, asked, now)
    since = (first.received_at if first.digest == digest else now).astimezone(LONDON).date()
    return max(call_back_by(since, calendar_of(row, since)), day_of(now))


def _keep(body: Body, asked: CallAsked, digest: str, now: datetime) -> IncomingMessage:
    kept, is_new = IncomingMessage.objects.get_or_create(
        body=body,
        digest=digest,
        message_id="",
        defaults={
            "kind": MessageKind.CALL_BACK.value,
            "lying": Lying.WAITING.value,
            "sender": asked.telephone.strip(),
            "sender_name": asked.name.strip(),
            "text": _words(asked),
            "received_at": now,
            "taken_at": now,
        },
    )
    if is_new:
        _suggest(kept)
    return kept


def _say_again(row: IncomingMessage, asked: CallAsked, now: datetime) -> None:
    again = f"{row.text}\n\nAsked again on {now.astimezone(LONDON):%d/%m/%Y at %H:%M}:\n{_words(asked)}"
    if len(again) <= MOST_KEPT:
        row.text = again
        row.save(update_fields=["text"])


def _words(asked: CallAsked) -> str:
    lines = [
        f"When to ring: {BEST_TIME_WORDS[asked.best]}.",
        "A message may be left." if asked.may_leave_message else "Leave no message, and tell nobody else who rings.",
        f"What they need: {asked.needs.strip()}" if asked.needs.strip() else "",
        f"What it is about: {asked.about.strip()[:LONGEST_ABOUT]}" if asked.about.strip() else "",
    ]
    return "\n".join(filter(None, lines))


def _number(telephone: str) -> str:
    """A number by which two ways of writing it are the same; as it is typed where it is too short to have a key."""
    found = [one.key for one in keys_of(name="", telephone=telephone) if one.kind is KeyKind.TELEPHONE]
    return found[0] if found else "".join(telephone.split())


def _suggest(row: IncomingMessage) -> None:
    """Name the cases on which the number is known, the latest first."""
    keys = [one.key for one in keys_of(name="", telephone=row.sender) if one.kind is KeyKind.TELEPHONE]
    known = CaseKey.objects.filter(body=row.body_id, kind=KeyKind.TELEPHONE.value, key__in=keys)
    cases = sorted(set(known.values_list("case", flat=True)), reverse=True)[:MOST_CASES]
    Suggestion.objects.bulk_create(
        Suggestion(message=row, case_id=case, place=place, sign=Sign.NUMBER.value, knows_sender=True)
        for place, case in enumerate(cases)
    )
