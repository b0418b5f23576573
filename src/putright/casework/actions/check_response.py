"""Somebody else checks the draft of the response before it is signed."""

from datetime import date, datetime

from putright.casework.draft_versions import versions_of
from putright.casework.errors import ActionRefused, refused
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.casework.response_draft import from_text
from putright.casework.response_verdict import verdict
from putright.domain.access import Actor, Deed
from putright.records.models import Document


def check_response(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    is_ready: bool,
    words: str = "",
) -> Done:
    """Record that the latest draft is ready to be signed, or is sent back and why.

    Refused to whoever wrote it, and as ready while it lacks anything that regulation 14(2) asks but the
    signature, or holds words that are still to be filled in.
    """
    with performing(Deed.ANSWER, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        drafts = versions_of(hand.case, hand.events)
        if not drafts:
            raise refused("no-draft", "No response has been drafted yet, so there is nothing to check.")
        draft = drafts[-1]
        if draft.paper.made_by_id == actor.person_id:
            raise refused("own-draft", "You wrote this draft. Somebody else checks it, with fresh eyes.")
        if not is_ready and not words.strip():
            raise refused("no-reason", "Say what has to be changed, so that it can be.")
        if is_ready:
            _refuse_what_is_missing(hand, draft.paper)
        papers = hand.keep_if_said("draft-comment", f"What the check of version {draft.place} found", words)
        hand.record("response_checked", about=draft.entry, facts={"accepted": is_ready}, papers=papers)
    return hand.done()


def _refuse_what_is_missing(hand: CaseInHand, paper: Document) -> None:
    lacks = verdict(hand.case, from_text(paper.text or ""), None).refusals(before_signature=True)
    if lacks:
        raise ActionRefused(*lacks)
