"""May this address be tried from there now? Whoever guesses waits, and cannot make the owner wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac

from putright.casework.errors import ActionRefused, refused
from putright.domain.guessing import COUNTED_FOR, minutes_to_wait, wait_together_until, wait_until
from putright.records.models import KnownBrowser, SignInAttempt

LOCKED_OUT: Final = "locked-out"
KNOWN_FOR: Final = timedelta(days=90)  # a browser or a place in which somebody has signed in
KEPT_FOR: Final = timedelta(days=30)  # an attempt
# One place may be a whole hospital: the limit on what it tries under all names together is for programs.
MOST_OF_ONE_PLACE: Final = 200
MOST_READ: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Trying:
    """Who tries: from which network address, in a browser that keeps which secret; both may be unknown."""

    where: str = ""
    browser: str = ""


@dataclass(slots=True, kw_only=True)
class Attempt:
    """One attempt that has been let through: wrong until it is said to be right."""

    was_right: bool = False
    rows: list[SignInAttempt] = field(default_factory=list)


@contextmanager
def attempting(what: str, email: str, trying: Trying, *, now: datetime) -> Iterator[Attempt]:
    """Let one attempt at something secret through, or raise ActionRefused; set `was_right` where it was.

    It is counted as a failure before it is looked at, so that a hundred attempts at once are no more than a hundred one
    after another. A browser in which the owner has signed in is counted by itself: nobody else can make it wait.
    """
    address = email.strip().lower()
    if _is_known(address, trying.browser, now=now):
        alone, together, place = _digest(what, "browser", address, trying.browser), None, None
    else:
        alone = _digest(what, "here", address, trying.where)
        together = _digest(what, "anywhere", address)
        place = _digest(what, "place", trying.where)
    names = [name for name in (alone, together, place) if name]
    attempt = Attempt(rows=[SignInAttempt(who=who, at=now, succeeded=False) for who in names])
    SignInAttempt.objects.bulk_create(attempt.rows)
    until = _until(alone, together, place, attempt.rows, now=now)
    if until is not None:
        SignInAttempt.objects.filter(pk__in=[row.pk for row in attempt.rows]).delete()
        raise locked_out(until, now=now)
    yield attempt
    if attempt.was_right:
        with transaction.atomic():
            SignInAttempt.objects.filter(pk__in=[row.pk for row in attempt.rows]).update(succeeded=True)
            SignInAttempt.objects.filter(at__lt=now - KEPT_FOR).delete()  # no longer of use: not ours to keep


def remember_browser(account_id: int, browser: str, *, now: datetime) -> None:
    """Know a browser again in which somebody has signed in wholly."""
    KnownBrowser.objects.filter(last_used_at__lt=now - KNOWN_FOR).delete()
    KnownBrowser.objects.update_or_create(
        account_id=account_id, digest=browser_digest(browser), defaults={"last_used_at": now}
    )


def browser_digest(browser: str) -> str:
    """What is kept of the secret that a browser keeps."""
    return sha256(browser.encode()).hexdigest()


def locked_out(until: datetime, *, now: datetime) -> ActionRefused:
    """The same refusal for every address, known or not."""
    minutes = minutes_to_wait(until, now=now)
    wait = "1 minute" if minutes == 1 else f"{minutes} minutes"
    return refused(LOCKED_OUT, f"There were too many wrong attempts. Wait {wait}, then try again")


def _is_known(address: str, browser: str, *, now: datetime) -> bool:
    """Whether the browser is one of the owner's; asked in the same way where the address has no account."""
    known = KnownBrowser.objects.filter(account__email=address, digest=browser_digest(browser))
    return known.filter(last_used_at__gt=now - KNOWN_FOR).exists() and bool(browser)


def _until(
    alone: str, together: str | None, place: str | None, own: list[SignInAttempt], *, now: datetime
) -> datetime | None:
    mine = {row.pk for row in own}
    waits = [wait_until(_failures(alone, mine, now=now), now=now)]
    if together is not None and not _has_succeeded(alone, now=now):
        waits.append(wait_together_until(_failures(together, mine, now=now), now=now))
    if place is not None:
        waits.append(wait_together_until(_failures(place, mine, now=now), now=now, most=MOST_OF_ONE_PLACE))
    return max((wait for wait in waits if wait is not None), default=None)


def _has_succeeded(who: str, *, now: datetime) -> bool:
    """Whether the owner has signed in from this place lately: then many other places do not make it wait."""
    return SignInAttempt.objects.filter(who=who, at__gt=now - KEPT_FOR, at__lte=now, succeeded=True).exists()


def _failures(who: str, mine: set[int], *, now: datetime) -> list[datetime]:
    """When attempts failed that count still, since the last that did not."""
    rows = SignInAttempt.objects.filter(who=who, at__gt=now - COUNTED_FOR, at__lte=now).order_by("-at", "-id")
    failures: list[datetime] = []
    for pk, at, succeeded in rows.values_list("pk", "at", "succeeded")[:MOST_READ]:
        if succeeded:
            break
        if pk not in mine:
            failures.append(at)
    return failures


def _digest(*said: str) -> str:
    """What is kept of who tried what: keyed, so that a mistyped address is not kept."""
    return salted_hmac("putright.sign-in", "\n".join(said), secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()
