"""Somebody who was asked for a statement sends it."""

from datetime import datetime

from putright.casework.errors import StaleCase, refused
from putright.casework.means import Means
from putright.casework.said import FileSaid
from putright.casework.statement_notices import write_to_the_asker
from putright.casework.stating import stating
from putright.domain.access import Actor
from putright.domain.channels import Channel
from putright.domain.statements import Asked, Notice


def give_statement(
    *,
    actor: Actor,
    request: int,
    now: datetime,
    words: str,
    saves: int | None = None,
    files: tuple[FileSaid, ...] = (),
    means: Means | None = None,
) -> None:
    """Put a statement on the case, once and for all, and tell whoever asked; what is new later is added to it.

    `saves` is how often the draft had been saved as the page showed it: StaleCase where another window has gone on.
    Whoever declined before may think better of it.
    """
    with stating(actor=actor, request=request, now=now, means=means) as (hand, row):
        if row.state == Asked.GIVEN:
            raise refused("already-given", "This statement has been given. Add what is new to it.")
        if saves is not None and saves != row.saves and row.draft.strip() != words.strip():
            raise StaleCase
        if not words.strip() and not files:
            raise refused("nothing-written", "Write your statement, or add it as a file.")
        papers = hand.keep_if_said("statement", "The statement", words)
        papers += [hand.keep_what_came("statement", file) for file in files]
        hand.record("statement_received", about=row.entry, facts={"channel": Channel.ONLINE.value}, papers=papers)
        row.state, row.draft, row.drafted_at = Asked.GIVEN, "", None
        row.save(update_fields=["state", "draft", "drafted_at"])
        write_to_the_asker(hand, row, Notice.GIVEN)
