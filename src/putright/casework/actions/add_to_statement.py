"""Somebody who gave a statement adds to it, or puts something in it right."""

from datetime import datetime

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.said import FileSaid
from putright.casework.statement_notices import write_to_the_asker
from putright.casework.stating import stating
from putright.domain.access import Actor
from putright.domain.channels import Channel
from putright.domain.statements import Asked, Notice


def add_to_statement(
    *,
    actor: Actor,
    request: int,
    now: datetime,
    words: str,
    files: tuple[FileSaid, ...] = (),
    means: Means | None = None,
) -> None:
    """Put an addition beside the statement, which stays as it was, and tell whoever asked."""
    with stating(actor=actor, request=request, now=now, means=means) as (hand, row):
        if row.state != Asked.GIVEN:
            raise refused("not-given-yet", "You have not sent your statement yet. Write it there.")
        if not words.strip() and not files:
            raise refused("nothing-written", "Write what you would like to add, or add a file.")
        papers = hand.keep_if_said("statement", "Added to the statement", words)
        papers += [hand.keep_what_came("statement", file) for file in files]
        hand.record("statement_added", about=row.entry, facts={"channel": Channel.ONLINE.value}, papers=papers)
        row.draft, row.drafted_at = "", None  # what somebody had begun when their statement came in another way
        row.save(update_fields=["draft", "drafted_at"])
        write_to_the_asker(hand, row, Notice.ADDED)
