"""What was split off goes back to the first case, as if it never had been, while nothing was done on it."""

from datetime import date, datetime

from putright.casework.correspondence import answer_by, correspondence
from putright.casework.email_queue import take_out
from putright.casework.errors import refuse, refused
from putright.casework.letter_queue import WAITING, send_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done
from putright.casework.scope_letters import in_words
from putright.casework.two_cases import performing_on_both
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.references import reference_shown
from putright.domain.splitting import TAKEN_BACK, split_off_from, split_off_to, why_not_take_back
from putright.letters.linked_facts import SplitTakenBack
from putright.records.models import Document, Issue, OutboxLetter
from putright.records.models.outbox_letter import State

_NOTICE = "split-notice"


def take_back_split(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    other: str,
    why: str,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Put the issues back; `case` and `other` are the two, whichever way round. A letter that waits is put aside.

    If the letter has gone the person is told that it is one case again.
    """
    with performing_on_both(
        Deed.HANDLE, actor=actor, case=case, other=other, on=on, now=now, version=version, means=means
    ) as both:
        first, split = both.this, both.other
        if split_off_from(first.events) == split.case.reference:
            first, split = split, first
        if split_off_from(split.events) != first.case.reference:
            raise refused("not-split-off", "Neither of these cases was split off from the other.")
        refuse(why_not_take_back(split.events))
        paper = first.keep_text("file-note", "Why what was split off goes back", why)
        issues = _put_back(first, split, paper)
        split.note(TAKEN_BACK, facts={"case": first.case.reference})
        _tell(first, split, issues, channel=channel)
        both.this.letter = first.letter
    return both.this.done()


def _put_back(first: CaseInHand, split: CaseInHand, paper: Document) -> list[Issue]:
    rows = list(Issue.objects.filter(case=split.case).order_by("number"))
    for row, event in zip(rows, split_off_to(first.events, split.case.reference), strict=True):
        words = first.case.events.get(number=int(event.id or 0)).papers[0][0]
        row.case, row.number = first.case, int(event.issue or 0)
        row.narrative = Document.objects.get(case=first.case, number=words)
        row.save(update_fields=["case", "number", "narrative"])
        first.note("entered_in_error", corrects=int(event.id or 0), papers=[paper])
    return list(Issue.objects.filter(case=first.case, exclusion="").order_by("number"))


def _tell(first: CaseInHand, split: CaseInHand, issues: list[Issue], *, channel: Channel) -> None:
    """Put the notice aside if it still waits; tell the person where it has gone, unless they have died."""
    waiting = OutboxLetter.objects.filter(case=first.case, name=_NOTICE, state__in=WAITING).select_related("document")
    row = waiting.first()
    if row is not None:
        take_out(first, row)
        row.state = State.CANCELLED
        row.save(update_fields=["state"])
        first.note("letter_cancelled", facts={"letter": row.name}, papers=[row.document])
        return
    if first.case.complainant.death_learnt_on is not None:
        return
    letter = SplitTakenBack(
        correspondence=correspondence(first, to=first.case.complainant),
        issues=in_words(issues),
        other_reference=reference_shown(split.case.reference),
        answer_by=answer_by(first.position),
    )
    send_letter(first, "split-taken-back", letter, channel=channel)
