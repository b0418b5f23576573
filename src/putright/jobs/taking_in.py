"""How are messages taken in, mailbox after mailbox? What fails stops no other, and is not passed over in silence."""

import logging
from collections import Counter
from datetime import datetime

from django.db import DatabaseError, InterfaceError

from putright.casework.bounces import enter_bounces
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.means import Means
from putright.casework.messages_taken import FAILED, FAILED_WORDS, Taken, enter_unread, place_in, take_message
from putright.domain.delivery import TROUBLE_WORDS
from putright.gateways.mailbox import Arrived, Mailbox, MailboxAway

_log = logging.getLogger(__name__)


def take_in_from(mailboxes: tuple[Mailbox, ...], *, now: datetime, means: Means) -> tuple[str, tuple[str, ...]]:
    """Take in what is new in every mailbox; return what was done in a few words, and what was in the way of each."""
    taken: Counter[Taken] = Counter()
    obstacles = [words for mailbox in mailboxes if (words := _take_in(mailbox, taken, now=now, means=means))]
    failed = enter_bounces(now=now, means=means)
    done = (
        f"Messages taken in: {taken[Taken.NEW]:,}, not readable: {taken[Taken.UNREAD]:,}, letters returned: {failed:,}"
    )
    return done, tuple(obstacles)


def _take_in(mailbox: Mailbox, taken: Counter[Taken], *, now: datetime, means: Means) -> str:
    """Take in from one mailbox; return what was in the way, or nothing."""
    try:
        for arrived in mailbox.source.arrivals(place_in(mailbox.name)):
            what, why = _take_one(mailbox, arrived, now=now, means=means)
            taken[what] += 1
            mailbox.source.settle(arrived, refused=why)
    except MailboxAway as away:
        _log.warning("the mailbox %s cannot be read: %s", mailbox.name, away.trouble.value)
        return f"{mailbox.name}: {TROUBLE_WORDS[away.trouble]}."
    except NotFound:
        return f"{mailbox.name}: there is no organisation here with the code {mailbox.body}."
    except ActionRefused as refused:  # no room: the message stays where it is
        _log.warning("a message of the mailbox %s was not taken in: %s", mailbox.name, refused.refusal.code)
        return f"{mailbox.name}: {refused.refusal.message}"
    return ""


def _take_one(mailbox: Mailbox, arrived: Arrived, *, now: datetime, means: Means) -> tuple[Taken, str]:
    """Take one message in; one over which we fail is shown in the tray, so that a person looks at it in the mailbox."""
    try:
        return take_message(mailbox, arrived, now=now, means=means)
    except (DatabaseError, InterfaceError, ActionRefused, NotFound):
        raise  # nothing has been kept: it is taken in the next time
    except Exception:  # noqa: BLE001 - the edge of the process: one message that fails is not to hold up the others
        _log.exception("a message of the mailbox %s failed", mailbox.name)
        return enter_unread(mailbox, arrived, FAILED, now=now, means=means), FAILED_WORDS
