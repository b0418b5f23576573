"""Somebody comments on the draft of the response."""

from datetime import date, datetime

from putright.casework.draft_versions import versions_of
from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed


def comment_on_draft(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    words: str,
) -> Done:
    """Put a comment beside the latest draft; it stays with that version, whatever is written later."""
    with performing(Deed.ANSWER, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        drafts = versions_of(hand.case, hand.events)
        if not drafts:
            raise refused("no-draft", "No response has been drafted yet, so there is nothing to comment on.")
        place = drafts[-1].place
        paper = hand.keep_text("draft-comment", f"A comment on version {place} of the draft", words)
        hand.record("draft_commented", about=drafts[-1].entry, papers=[paper])
    return hand.done()
