"""Which easy read version of the response is there, is it of the draft that stands, and how does it go with it?"""

import json
from dataclasses import asdict, dataclass, replace

# What was kept is of many types, hence Any.
from typing import Any, Final

from django.db.models import QuerySet

from putright.casework.adjustments import needs_of
from putright.casework.correspondence import correspondence, ombudsman_by
from putright.casework.errors import ActionRefused, refused
from putright.casework.issue_words import issues_of
from putright.casework.letter_queue import written
from putright.casework.perform import CaseInHand
from putright.casework.response_draft import KIND as DRAFT_KIND
from putright.domain.adjustments import Adjustment, is_needed
from putright.domain.duty import Refused
from putright.domain.easy_read import AUTHORITY, LETTER, EasyLine, EasyPart, EasyRead, Goes, missing_from
from putright.letters.composition import Letter
from putright.letters.easy_facts import EasyReadResponse, EasySaid
from putright.records.models import Case, Document, OutboxLetter
from putright.records.models.outbox_letter import State

KIND: Final = "easy-read"
OWED: Final = Refused(
    code="no-easy-read",
    message=(
        "The person needs letters in easy read, and there is no easy read version of this draft. Write it first, or say"
        " why the response goes without."
    ),
    authority=AUTHORITY,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyLetter:
    """An easy read version as it was written out: its letter, its paper, and how it goes."""

    letter: Letter
    paper: Document
    goes: Goes


def latest_easy_read(case: Case) -> EasyRead | None:
    """The easy read version that was written last, of whichever draft."""
    text = _papers(case).values_list("text", flat=True).first()
    return from_text(text) if text else None


def latest_draft_paper(case: Case) -> int | None:
    """The paper with the draft that stands."""
    papers = Document.objects.filter(case=case, kind=DRAFT_KIND).order_by("-number")
    return papers.values_list("number", flat=True).first()


def is_wanted(case: Case) -> bool:
    """Whether the person who complains needs letters in easy read."""
    return is_needed(Adjustment.EASY_READ, needs_of(case.complainant))


def is_owed(case: Case) -> bool:
    """Whether the person needs an easy read version of the draft that stands, and there is none."""
    easy = latest_easy_read(case)
    return is_wanted(case) and (easy is None or easy.draft != latest_draft_paper(case))


def easy_letter(hand: CaseInHand, why_without: str) -> EasyLetter | None:
    """The easy read version written out, to be signed with the response; nothing where there is none to go with it.

    Raises ActionRefused where it lacks something, is of a draft before, or is needed and neither there nor left out for
    a reason.
    """
    easy = latest_easy_read(hand.case)
    draft = latest_draft_paper(hand.case)
    if easy is not None and easy.draft == draft:
        issues = sum(not issue.exclusion for issue in issues_of(hand.case))
        if missing := missing_from(easy, issues=issues):
            raise ActionRefused(*missing)
        letter, paper = written(hand, LETTER, facts_of_easy_read(hand, easy))
        return EasyLetter(letter=letter, paper=paper, goes=easy.goes)
    if easy is not None and not _was_answered_since(hand.case) and not why_without.strip():
        message = (
            "The draft was changed after its easy read version was written. Look at that again and save it, or say why"
            " the response goes without."
        )
        raise refused("easy-read-old", message, AUTHORITY)
    if is_wanted(hand.case) and not why_without.strip():
        raise ActionRefused(OWED)
    return None


def facts_of_easy_read(hand: CaseInHand, easy: EasyRead) -> EasyReadResponse:
    """The facts of the letter that an easy read version makes."""
    parts = {part.value: tuple(map(_said, easy.lines(part))) for part in EasyPart}
    return EasyReadResponse(
        correspondence=correspondence(hand, to=hand.case.complainant),
        received_on=hand.case.received_on,
        told=parts["told"],
        found=parts["found"],
        next=parts["next"],
        unhappy=parts["unhappy"],
        instead=easy.goes is Goes.INSTEAD,
        ombudsman_by=ombudsman_by(hand.position),
    )


def as_text(easy: EasyRead) -> str:
    """An easy read version as it is kept."""
    return json.dumps(asdict(easy), ensure_ascii=False, indent=1)


def from_text(text: str) -> EasyRead:
    """An easy read version from how it is kept."""
    kept = json.loads(text)
    parts: dict[str, Any] = {part.value: tuple(EasyLine(**line) for line in kept[part.value]) for part in EasyPart}
    return replace(EasyRead(**parts), goes=Goes(kept["goes"]), draft=kept["draft"])


def _said(line: EasyLine) -> EasySaid:
    return EasySaid(words=line.words, picture=line.picture or None)


def _papers(case: Case) -> QuerySet[Document]:
    return Document.objects.filter(case=case, kind=KIND).order_by("-number")


def _was_answered_since(case: Case) -> bool:
    """Whether a response went out after the easy read version was written: it is of an earlier round then."""
    paper = _papers(case).values_list("number", flat=True).first() or 0
    sent = OutboxLetter.objects.filter(case=case, name="final-response", document__number__gt=paper)
    return sent.exclude(state=State.CANCELLED).exists()
