"""The response is written in easy read."""

from dataclasses import replace
from datetime import date, datetime

from putright.casework.easy_read import KIND, as_text, facts_of_easy_read, latest_draft_paper
from putright.casework.errors import ActionRefused, refused
from putright.casework.issue_words import issues_of
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain import easy_read
from putright.domain.access import Actor, Deed
from putright.domain.easy_read import LETTER, EasyPart, EasyRead, hints_for, missing_from
from putright.letters.composition import compose


def write_easy_read(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    easy: EasyRead,
) -> Done:
    """Keep an easy read version of the draft that stands, to be signed with it; a later one takes its place.

    A person writes it. Refused where it does not say how each issue came out, what happens now, or that there is the
    Ombudsman; what would make it easier is said, and refuses nothing.
    """
    with performing(Deed.ANSWER, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        hand.permit("response_prepared")
        draft = latest_draft_paper(hand.case)
        if draft is None:
            raise refused("no-draft", "No response has been drafted yet. Prepare it first: easy read says the same.")
        if missing := missing_from(easy, issues=sum(not issue.exclusion for issue in issues_of(hand.case))):
            raise ActionRefused(*missing)
        kept = replace(easy, draft=draft)
        paper = hand.keep_text(KIND, "The response in easy read, as it was written", as_text(kept))
        hand.note(easy_read.WRITTEN, papers=[paper])
        if hand.means.laid_out is not None:
            hand.means.laid_out.append(compose(LETTER, facts_of_easy_read(hand, kept), draft=True))
    return replace(hand.done(), then=_then(kept))


def _then(easy: EasyRead) -> str:
    hints = [hint for part in EasyPart for hint in hints_for(easy.lines(part))]
    return "" if not hints else "It can be made easier: open it again to see how."
