"""Somebody who was asked for a statement says that they give none, or cannot."""

from datetime import datetime

from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.statement_notices import write_to_the_asker
from putright.casework.stating import stating
from putright.domain.access import Actor
from putright.domain.channels import Channel
from putright.domain.statements import DECLINING_WORDS, Asked, Declining, Notice
from putright.records.models import AskedStatement


def decline_statement(
    *,
    actor: Actor,
    request: int,
    now: datetime,
    reason: Declining,
    words: str = "",
    means: Means | None = None,
) -> None:
    """Record that somebody gives no statement, and why: from then on none is owed. What they had begun is kept."""
    with stating(actor=actor, request=request, now=now, means=means) as (hand, row):
        _refuse_what_is_answered(row)
        if reason is Declining.OTHER and not words.strip():
            raise refused("no-reason", "Say in your own words why you give no statement.")
        said = f"{DECLINING_WORDS[reason]}.\n\n{words}".strip()
        paper = hand.keep_text("statement-declined", "Why no statement is given", said)
        facts = {"channel": Channel.ONLINE.value, "reason": reason.value}
        hand.record("statement_declined", about=row.entry, facts=facts, papers=[paper])
        row.state = Asked.DECLINED
        row.save(update_fields=["state"])
        write_to_the_asker(hand, row, Notice.DECLINED)


def _refuse_what_is_answered(row: AskedStatement) -> None:
    if row.state == Asked.GIVEN:
        raise refused("already-given", "This statement has been given. Add what is new to it.")
    if row.state == Asked.DECLINED:
        raise refused("already-declined", "You have said already that you give no statement.")
