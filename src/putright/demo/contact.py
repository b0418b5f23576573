"""How is it shown that contact is limited for a time: by which steps, and with what still possible?"""

from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.limit_contact import limit_contact
from putright.casework.actions.talk_about_contact import talk_about_contact
from putright.casework.actions.warn_about_contact import warn_about_contact
from putright.casework.contact_written import Considered
from putright.demo.stage import Tale
from putright.domain.contact import ContactTerm


def contact_is_limited(tale: Tale, officer: str, senior: str) -> None:
    """Somebody rings many times a day; they are spoken with, warned, and then asked to ring at one time."""
    tale.then(
        40,
        officer,
        talk_about_contact,
        words="Nine calls this week, each to a different person. Asked whether one call a week would do.",
        helps="Finds it hard to wait without hearing anything. Would like a fixed day.",
    )
    tale.then(30, officer, add_file_note, words="Rang eleven times today. Shouted at the receptionist, who cried.")
    tale.posted(
        28,
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
    tale.then(12, officer, add_file_note, words="Rang six times before noon, although called on Tuesday as agreed.")
    tale.posted(
        10,
        senior,
        limit_contact,
        terms=frozenset({ContactTerm.ONE_PERSON, ContactTerm.SET_TIMES}),
        arranged="Olivia Ormonde rings you each Tuesday at ten. You can write to her at any time.",
        until=tale.stage.day(-60),
        why="You rang us six times in one morning after we had written to you. Others could not get through.",
        entries=(tale.entry("note_made", officer),),
        considered=Considered(
            adjustments="The call on Tuesdays goes on. May write instead, or have somebody write.",
            vulnerability="As before. The doctor was asked, and sees no reason against it.",
            meeting="Offered; would rather not.",
            reprisal="The complaint stays with the same officer and is answered first. It would be done to anybody.",
        ),
        helps="You can ask somebody else to ring or write for you.",
    )
