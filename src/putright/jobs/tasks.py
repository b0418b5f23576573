"""What does each job of the schedule do? Each may be done again at any time, and then does no more than is left."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from putright.casework.claims import release_expired
from putright.casework.deliveries import give_up_what_waits_too_long
from putright.casework.draft_files import drop_lapsed_drafts
from putright.casework.due_lists import queue_due_lists
from putright.casework.file_prints import make_files
from putright.casework.form_files import sweep_forms
from putright.casework.kept_files import sweep as sweep_files
from putright.casework.means import Means
from putright.casework.saved_complaints import sweep_saved
from putright.casework.saved_mails import sweep_mails
from putright.casework.statement_chasing import chase_statements
from putright.casework.upkeep import behind, bring_up_to_date, catch_up
from putright.casework.verification import verify
from putright.casework.virus_scanning import scan_again, scan_what_waits
from putright.casework.workers import forget_workers
from putright.gateways.clock import LONDON
from putright.gateways.head_files import keep_heads, kept_heads
from putright.gateways.mailbox import Mailbox
from putright.jobs.taking_in import take_in_from

CAUGHT_UP_AT_ONCE: Final = 500


class TaskFailed(Exception):
    """A job could not do its work; says in a sentence what an administrator is to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What jobs work with: the means of every action, the data folder, and the mailboxes that are read."""

    means: Means
    data: Path
    mailboxes: tuple[Mailbox, ...] = ()


# Answers in a few words what was done; raises TaskFailed.
Task = Callable[[datetime, Tools], str]


def refresh_worklist(now: datetime, tools: Tools) -> str:
    """Work out anew what is kept to sort by."""
    del tools
    return f"Cases looked at again: {bring_up_to_date(now.astimezone(LONDON).date()):,}"


def catch_up_with_the_version(now: datetime, tools: Tools) -> str:
    """Work out anew some of what an earlier version kept, and say how much of it is left."""
    del tools
    done = catch_up(now.astimezone(LONDON).date(), most=CAUGHT_UP_AT_ONCE)
    left = behind()
    return f"Cases worked out anew: {done:,}, still to come: {left:,}" if done or left else "Nothing to catch up with"


def keep_the_heads(now: datetime, tools: Tools) -> str:
    """Verify everything, and keep the ends of the chains if all is as it was recorded.

    People go on working meanwhile, so what does not fit is looked at twice before it is said.
    """
    verified = verify(tools.means, kept_heads(tools.data))
    if verified.misfits:
        again = verify(tools.means, kept_heads(tools.data))
        misfits = set(verified.misfits) & set(again.misfits)
        if misfits:
            message = f"Not as it was recorded: {len(misfits):,}. Run: putright verify"
            raise TaskFailed(message)
        verified = again
    if verified.misfits:
        raise TaskFailed("People were working on what was looked at. It is looked at again soon.")
    try:
        keep_heads(tools.data, verified.heads, on=now.astimezone(LONDON).date())
    except OSError as failed:
        message = f"All as recorded, but the ends could not be kept: {failed.strerror}. Make room in the data folder."
        raise TaskFailed(message) from None
    return f"Cases: {verified.cases:,}, papers: {verified.papers:,}. All as recorded"


def list_what_is_due(now: datetime, tools: Tools) -> str:
    """Queue the day's list for those who are to have one."""
    if tools.means.mail is None:
        return "No way to send email is set up"
    return f"Lists queued: {queue_due_lists(now=now, means=tools.means):,}"


def remind_of_statements(now: datetime, tools: Tools) -> str:
    """Queue the emails about statements that were asked for and wait."""
    if tools.means.mail is None:
        return "No way to send email is set up"
    return f"Emails queued: {chase_statements(now=now, means=tools.means):,}"


def make_the_files(now: datetime, tools: Tools) -> str:
    """Make the files of cases that were asked for, and take away those of yesterday."""
    return f"Files made: {make_files(now=now, means=tools.means):,}"


def sweep(now: datetime, tools: Tools) -> str:
    """Take back what somebody left in the middle, and give up what has waited too long."""
    released = release_expired(now=now)
    given_up = give_up_what_waits_too_long(now=now, means=tools.means)
    forget_workers(now=now)
    return f"Taken back: {released:,}, given up for the post: {given_up:,}"


def forget_saved(now: datetime, tools: Tools) -> str:
    """Forget saved complaints that nobody went on with, what was asked for in emails, and what was not sent in time.

    That last is what advocates wrote whom a person named until a day that is over.
    """
    today = now.astimezone(LONDON).date()
    swept, mails = sweep_saved(tools.means, on=today), sweep_mails(now=now)
    drafts = drop_lapsed_drafts(tools.means, on=today, now=now)
    return f"Saved complaints forgotten: {swept:,}, emails with links: {mails:,}, advocates’ drafts: {drafts:,}"


def scan_files(now: datetime, tools: Tools) -> str:
    """Ask the virus scanner about what it could not be asked about before, and clear away what nobody names."""
    swept = sweep_forms(tools.means, now=now) + sweep_files(tools.means, now=now)
    scanned = scan_what_waits(tools.means, now=now)
    if scanned.waiting and tools.means.scanner is not None:
        message = (
            f"Files that the virus scanner could not be asked about: {scanned.waiting:,}. Run: putright check --deploy"
        )
        raise TaskFailed(message)
    return f"Checked: {scanned.looked_at:,}, with a virus: {scanned.found:,}, cleared away: {swept:,}"


def scan_files_again(now: datetime, tools: Tools) -> str:
    """Scan again what was found clean before the virus scanner knew what it knows now."""
    if tools.means.scanner is None:
        return "No virus scanner is set up"
    scanned = scan_again(tools.means, now=now)
    return f"Checked again: {scanned.looked_at:,}, with a virus: {scanned.found:,}, still to check: {scanned.waiting:,}"


def take_in_messages(now: datetime, tools: Tools) -> str:
    """Take in what is new in the mailboxes, and tell the cases of letters that came back."""
    if not tools.mailboxes:
        return "No mailbox is set up"
    done, obstacles = take_in_from(tools.mailboxes, now=now, means=tools.means)
    if obstacles:
        message = f"{done}. {' '.join(obstacles)}"
        raise TaskFailed(message)
    return done


TASKS: Final[Mapping[str, Task]] = {
    "refresh-worklist": refresh_worklist,
    "catch-up": catch_up_with_the_version,
    "keep-heads": keep_the_heads,
    "list-what-is-due": list_what_is_due,
    "remind-of-statements": remind_of_statements,
    "make-files": make_the_files,
    "sweep": sweep,
    "forget-saved": forget_saved,
    "scan-files": scan_files,
    "scan-files-again": scan_files_again,
    "take-in-messages": take_in_messages,
}
