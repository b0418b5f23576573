"""How is it shown that contact is limited for a time: by which steps, with what still possible, and looked at again?"""

from typing import Final

from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.limit_contact import limit_contact
from putright.casework.actions.review_contact_limit import review_contact_limit
from putright.casework.actions.talk_about_contact import talk_about_contact
from putright.casework.actions.warn_about_contact import warn_about_contact
from putright.casework.contact_written import Considered
from putright.demo.stage import Tale
from putright.domain.contact import ContactTerm

_TERMS: Final = frozenset({ContactTerm.ONE_PERSON, ContactTerm.SET_TIMES})
_ARRANGED: Final = "Olivia Ormonde rings you each Tuesday at ten. You can write to her at any time."
_HELPS: Final = "You can ask somebody else to ring or write for you."


def contact_is_limited(tale: Tale, officer: str, senior: str) -> None:
    """Somebody rings many times a day; they are spoken with, warned, and then asked to ring at one time."""
    tale.then(
        110,
        officer,
        talk_about_contact,
        words="Nine calls this week, each to a different person. Asked whether one call a week would do.",
        helps="Finds it hard to wait without hearing anything. Would like a fixed day.",
    )
    tale.then(100, officer, add_file_note, words="Rang eleven times today. Shouted at the receptionist, who cried.")
    tale.posted(
        98,
        senior,
        warn_about_contact,
        what_happened="You rang us eleven times in one day. You shouted at the person who answered.",
        what_we_ask="Please ring no more than once a week, and speak calmly with whoever answers.",
        entries=(tale.entry("note_made", officer),),
        considered=Considered(
            adjustments="A fixed day was asked for: each Tuesday at ten from now on.",
            vulnerability="Waits for a result, and is worried about it. No risk that we know of.",
        ),
        helps="Olivia Ormonde rings you each Tuesday at ten, whether or not there is news.",
    )
    tale.then(82, officer, add_file_note, words="Rang six times before noon, although called on Tuesday as agreed.")
    tale.posted(
        80,
        senior,
        limit_contact,
        terms=_TERMS,
        arranged=_ARRANGED,
        until=tale.stage.day(10),
        why="You rang us six times in one morning after we had written to you. Others could not get through.",
        entries=(tale.entry("note_made", officer),),
        considered=_considered("The call on Tuesdays goes on. May write instead, or have somebody write."),
        helps=_HELPS,
    )


def limit_is_looked_at_again(tale: Tale, senior: str) -> None:
    """Before its last day it is looked at, and goes on for a time, which is shorter than the first."""
    tale.posted(
        12,
        senior,
        review_contact_limit,
        why="You rang on three days on which you knew that nobody could tell you more. It has become less.",
        considered=_considered("The call on Tuesdays is welcome, he says, and stays."),
        until=tale.stage.day(-35),
        terms=_TERMS,
        arranged=_ARRANGED,
        helps=_HELPS,
    )


def _considered(adjustments: str) -> Considered:
    return Considered(
        adjustments=adjustments,
        vulnerability="As before. The doctor was asked, and sees no reason against it.",
        meeting="Offered; would rather not.",
        reprisal="The complaint stays with the same officer and is answered first. It would be done to anybody.",
    )
