"""What does a worker do in one go? Whatever job is due, whatever letter is due: claimed, worked on, entered."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Final, TypeVar

from django.db import DatabaseError, InterfaceError, connections

from putright.casework import claims, deliveries, job_book, saved_mails, workers
from putright.casework.claims import Claimed
from putright.casework.parcels import NothingToSend, parcel_of
from putright.casework.text_parcels import text_of
from putright.domain.channels import Channel
from putright.domain.delivery import Trouble
from putright.gateways.clock import LONDON, Clock
from putright.gateways.outgoing import Carrier, Carries, NotTaken, TextCarrier
from putright.gateways.schedule import Scheduled
from putright.jobs.resting import Rest
from putright.jobs.tasks import Task, TaskFailed, Tools
from putright.letters.covering import FOLDER

Message = TypeVar("Message")

_log = logging.getLogger(__name__)
_WAYS: Final = (Channel.TEXT, Channel.EMAIL)  # somebody waits for a text message with the page before them
_SECONDS_TO_TRY_AGAIN: Final = (0.1, 0.5, 1.0, 2.0, 5.0)


@dataclass(slots=True, kw_only=True)
class Work:
    """A worker: its name, what it works with, and how long it leaves a carrier alone that takes nothing."""

    name: str
    clock: Clock
    tools: Tools
    carrier: Carrier | None
    schedule: tuple[Scheduled, ...]
    tasks: Mapping[str, Task]
    texts: TextCarrier | None = None
    covers: Path = FOLDER
    stopping: Event = field(default_factory=Event)
    began_at: datetime | None = None
    seen_at: datetime | None = None
    rest: Rest = field(default_factory=Rest)  # of the carrier of emails
    rest_of_texts: Rest = field(default_factory=Rest)

    def now(self) -> datetime:
        """The present instant in UTC, in which an hour is always an hour."""
        return self.clock.now().astimezone(UTC)


def one_pass(work: Work) -> bool:
    """Do what is due now, each thing once; return whether there was anything."""
    _say_seen(work)
    did = [_do_job(work, job) for job in work.schedule if not work.stopping.is_set()]
    while not work.stopping.is_set() and any(_deliver_one(work, way) for way in _WAYS):
        did.append(True)
        _say_seen(work)
    while not work.stopping.is_set() and _mail_one_link(work):
        did.append(True)
    return any(did)


def begin(work: Work) -> None:
    """Make the book say what the schedule says, before anything is done."""
    job_book.enter_jobs(work.schedule, now=work.now())


def end(work: Work) -> None:
    """Say that the worker is gone."""
    workers.say_gone(work.name)


def _say_seen(work: Work) -> None:
    now = work.now()
    work.began_at = work.began_at or now
    if work.seen_at is None or abs(now - work.seen_at) >= workers.SAYS_SO_EVERY:
        workers.say_seen(work.name, began_at=work.began_at, now=now)
        work.seen_at = now


def _do_job(work: Work, job: Scheduled) -> bool:
    if not job_book.take_up(job, worker=work.name, now=work.now()):
        return False
    failed = True
    try:
        result = work.tasks[job.name](work.now(), work.tools)
        failed = False
    except TaskFailed as failure:
        result = str(failure)
        _log.warning("the job %s failed: %s", job.name, result)
    except Exception as error:  # noqa: BLE001 - the edge of the process: one job that fails is not to end the others
        result = f"It failed with {type(error).__name__}. The log says where."
        _log.exception("the job %s failed", job.name)
        _close_broken()
    job_book.enter_result(job, worker=work.name, now=work.now(), result=result, failed=failed)
    return True


def _deliver_one(work: Work, way: Channel) -> bool:
    """Hand over the delivery by this way that is due next; whether another may follow at once."""
    now = work.now()
    if not _is_there(work, way) or _rest(work, way).lasts(now):
        return False
    claimed = claims.claim(worker=work.name, now=now, way=way)
    if claimed is None:
        return False
    try:
        if not claimed.is_taken:
            _hand_over(work, claimed)
            _insist(work, lambda: deliveries.enter_taken(claimed, now=work.now()), claimed)
        deliveries.enter_sent(claimed, now=work.now(), means=work.tools.means)
        _rest(work, way).over()
    except NothingToSend:
        deliveries.stop(claimed)
    except NotTaken as refused:
        _enter_trouble(work, claimed, refused.trouble, refused.reply)
    except (DatabaseError, InterfaceError):
        raise  # nothing can be entered now; the claim runs out, and what is not entered is done again
    except Exception:  # noqa: BLE001 - the edge of the process: one letter that fails is not to hold up the others
        _log.exception("delivery %s failed", claimed.delivery)
        _enter_trouble(work, claimed, Trouble.UNEXPECTED, None)
    return True


def _mail_one_link(work: Work) -> bool:
    """Send the link of a saved complaint that is due next; whether another may follow at once."""
    now = work.now()
    if work.carrier is None or work.rest.lasts(now):
        return False
    claimed = saved_mails.claim_mail(worker=work.name, now=now)
    if claimed is None:
        return False
    try:
        message = saved_mails.mail_to_send(claimed, on=now.astimezone(LONDON).date(), covers=work.covers)
        if message is not None and not (claimed.attempts > 1 and work.carrier.has_taken(claimed.message_id)):
            work.carrier.hand_over(message)
        saved_mails.done_with(claimed, now=work.now())
    except NotTaken as refused:
        _log.warning("the email %s with a link was not taken: %s", claimed.number, refused.trouble.value)
        saved_mails.was_not_taken(claimed, refused.trouble, now=work.now())
        work.rest.after(refused.trouble, now=work.now())
    except (DatabaseError, InterfaceError):
        raise
    except Exception:  # noqa: BLE001 - the edge of the process: one email that fails is not to hold up the others
        _log.exception("the email %s with a link failed", claimed.number)
        saved_mails.was_not_taken(claimed, Trouble.UNEXPECTED, now=work.now())
    return True


def _is_there(work: Work, way: Channel) -> bool:
    return (work.texts if way is Channel.TEXT else work.carrier) is not None


def _rest(work: Work, way: Channel) -> Rest:
    return work.rest_of_texts if way is Channel.TEXT else work.rest


def _hand_over(work: Work, claimed: Claimed) -> None:
    if claimed.way is Channel.TEXT and work.texts is not None:
        _carry(work.texts, text_of(claimed, now=work.now(), covers=work.covers), claimed)
    elif work.carrier is not None:
        parcel = parcel_of(claimed, now=work.now(), means=work.tools.means, covers=work.covers)
        _carry(work.carrier, parcel, claimed)


def _carry(carrier: Carries[Message], message: Message, claimed: Claimed) -> None:
    """Hand a message over, unless the carrier knows that it took it when we tried before."""
    if claimed.attempts > 1 and carrier.has_taken(claimed.message_id):
        return
    carrier.hand_over(message)


def _enter_trouble(work: Work, claimed: Claimed, trouble: Trouble, reply: int | None) -> None:
    _log.warning("delivery %s was not taken: %s %s", claimed.delivery, trouble.value, reply or "")
    now = work.now()
    deliveries.enter_trouble(claimed, trouble, reply=reply, now=now, means=work.tools.means)
    _rest(work, claimed.way).after(trouble, now=work.now())


def _insist(work: Work, enter: Callable[[], None], claimed: Claimed) -> None:
    """Enter what is true already, as often as it takes: what the carrier has cannot be called back.

    Until it is entered, nothing else is done. Whoever is told to stop meanwhile leaves a line in the log.
    """
    for attempt in range(10**9):
        try:
            enter()
        except (DatabaseError, InterfaceError):
            _log.exception("delivery %s has been taken, and the database does not let it be entered", claimed.delivery)
            _close_broken()
            if work.stopping.wait(_SECONDS_TO_TRY_AGAIN[min(attempt, len(_SECONDS_TO_TRY_AGAIN) - 1)]):
                raise
        else:
            return


def _close_broken() -> None:
    """Let go of a connection that may be broken, so that the next thing opens another."""
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()
