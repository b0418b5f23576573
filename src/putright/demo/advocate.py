"""Whom do people of two organisations name as their advocate in the demonstration, and what has she written?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from putright.casework.actions.accept_invitation import accept_invitation
from putright.casework.actions.change_advocate_draft_files import change_advocate_draft_files
from putright.casework.actions.name_advocate import name_advocate
from putright.casework.actions.write_advocate_draft import write_advocate_draft
from putright.casework.advocates import AdvocateSaid
from putright.casework.open_link import open_link
from putright.casework.queries.sign_in_links import invitation_to
from putright.casework.said import FileSaid
from putright.demo.cast import PASSWORD
from putright.demo.stage import Tale
from putright.domain.advocate_drafts import DraftKind
from putright.domain.advocates import Help
from putright.gateways.outgoing import Mail

ADVOCATE: Final = AdvocateSaid(
    name="Nia Calloway",
    service="Everyday Voices Advocacy (demonstration)",
    email="nia.calloway@advocates.example.org",
    helps=frozenset(Help),
)
_DAY: Final = 1  # working days before today: after all else that is told of those whom she helps
_NAMED_AFTER, _WROTE_AFTER = timedelta(hours=1), timedelta(hours=2)  # the morning of that day
_WORDS: Final = (
    "Before I say whether I come to the meeting: please tell me who else was given a copy of a record that week, and"
    " whether you have asked them to look at what is in it. I would like to read that first, and bring my sister."
)
_NOTES: Final = FileSaid(
    name="What I asked for, and when.txt",
    media_type="text/plain",
    content=b"I asked for a copy of my record at the desk. I got an envelope with two letters. One was not mine.",
)


def advocate_is_named(helped: Sequence[Tale]) -> None:
    """Let each person name her; she takes it up, and has something for the first of them to read."""
    for tale in helped:
        account = _comes(tale)
    first = helped[0]
    day = first.stage.day(_DAY)
    now = first.stage.instant(day) + _WROTE_AFTER
    change_advocate_draft_files(
        account=account,
        case=first.reference,
        kind=DraftKind.MESSAGE,
        add=(_NOTES,),
        on=day,
        now=now,
        means=first.stage.means,
    )
    write_advocate_draft(
        account=account,
        case=first.reference,
        kind=DraftKind.MESSAGE,
        words=_WORDS,
        hand_over=True,
        on=day,
        now=now,
        means=first.stage.means,
    )


def _comes(tale: Tale) -> int:
    """One person names her, and she takes the invitation up; return her account."""
    stage = tale.stage
    day = stage.day(_DAY)
    now = stage.instant(day) + _NAMED_AFTER
    link = open_link(tale.secret, visitor="", on=day, now=now)
    by_email = replace(stage.means, mail=Mail(domain="demonstration.example.org"))
    name_advocate(link=link, advocate=ADVOCATE, on=day, now=now, means=by_email)
    return accept_invitation(link=invitation_to(ADVOCATE.email, now=now), password=PASSWORD, now=now).pk
