"""What has been drafted of the response, and what would it still lack?"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from putright.casework.correspondence import correspondence, ombudsman_by, review_told
from putright.casework.findings_of import findings_of
from putright.casework.issue_words import issues_of, outcome_wanted
from putright.casework.perform import CaseInHand
from putright.casework.remedies import remedies_told
from putright.domain.afterwards import first_answered_on
from putright.domain.issues import SUBJECT_WORDS, Outcome, Subject
from putright.domain.response import (
    ActionConfirmation,
    IssueAnswer,
    Ombudsman,
    ResponseContent,
    Signature,
)
from putright.domain.scope import WITHDRAWN
from putright.letters.facts import FinalResponse, Improvement
from putright.records.models import Case, Document, Issue, IssueFinding

KIND: Final = "response-draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failing:
    """What the response says of an issue on which something fell short: what should have happened, what it meant."""

    issue: int
    should: str = ""
    effect: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is written for the response beside the conclusions, which stand with their issues."""

    how_considered: str = ""
    action_confirmation: ActionConfirmation | None = None
    action_details: str = ""
    apology: str = ""
    staff_response: str = ""
    suggestions: tuple[str, ...] = ()
    improvements: tuple[Improvement, ...] = ()
    names_ombudsman: bool = True
    answer_to_wanted: str = ""
    failings: tuple[Failing, ...] = ()


def as_text(draft: Draft) -> str:
    """A draft as it is kept."""
    return json.dumps(asdict(draft), default=_plain, ensure_ascii=False, indent=1)


def latest_draft(case: Case) -> Draft | None:
    """The draft that stands, if one was written."""
    papers = Document.objects.filter(case=case, kind=KIND).order_by("-number")
    text = papers.values_list("text", flat=True).first()
    return from_text(text) if text else None


def from_text(text: str) -> Draft:
    """A draft from how it is kept."""
    kept = json.loads(text)
    confirmation = kept.pop("action_confirmation")
    improvements = tuple(_improvement(**each) for each in kept.pop("improvements"))
    failings = tuple(Failing(**each) for each in kept.pop("failings", ()))
    return Draft(
        **{**kept, "suggestions": tuple(kept["suggestions"])},
        failings=failings,
        action_confirmation=ActionConfirmation(confirmation) if confirmation else None,
        improvements=improvements,
    )


def content_of(case: Case, draft: Draft, signature: Signature | None) -> ResponseContent:
    """What the response would say, for `missing_parts` and `unmet_standards` to judge."""
    found = findings_of(case)
    said = {failing.issue: failing for failing in draft.failings}
    return ResponseContent(
        how_considered=draft.how_considered,
        answers=tuple(_answer(issue, found, said) for issue in issues_of(case) if not issue.exclusion),
        action_confirmation=draft.action_confirmation,
        action_details=draft.action_details,
        ombudsmen=frozenset({Ombudsman.HEALTH_SERVICE} if draft.names_ombudsman else ()),
        signature=signature,
        outcome_wanted=outcome_wanted(case) or "",
        answer_to_wanted=draft.answer_to_wanted,
        apology=draft.apology,
        changes=len(draft.improvements),
    )


def letter_of(hand: CaseInHand, draft: Draft, signature: Signature | None) -> FinalResponse:
    """The facts of the letter that a draft makes."""
    case = hand.case
    return FinalResponse(
        correspondence=correspondence(hand, to=case.complainant),
        received_on=case.received_on,
        first_answered_on=first_answered_on(hand.events),
        content=content_of(case, draft, signature),
        patient_name=case.patient.name if case.patient_id != case.complainant_id else None,
        apology=draft.apology or None,
        staff_response=draft.staff_response or None,
        withdrawn=tuple(
            SUBJECT_WORDS[Subject(issue.subject)] for issue in issues_of(case) if issue.exclusion == WITHDRAWN
        ),
        remedies=remedies_told(hand),
        suggestions=draft.suggestions,
        improvements=draft.improvements,
        ombudsman_by=ombudsman_by(hand.position),
        **review_told(hand),
    )


def _answer(issue: Issue, found: Mapping[int, IssueFinding], said: Mapping[int, Failing]) -> IssueAnswer:
    finding = found.get(issue.number)
    failing = said.get(issue.number, Failing(issue=issue.number))
    return IssueAnswer(
        issue=SUBJECT_WORDS[Subject(issue.subject)],
        number=issue.number,
        conclusion=(issue.conclusion.text if issue.conclusion else None) or "",
        remedial_action_needed=issue.remedy_needed,
        remedial_action=(issue.remedy.text if issue.remedy else None) or "",
        went_wrong=issue.outcome in (Outcome.UPHELD, Outcome.PARTLY_UPHELD),
        fell_short=finding is not None and finding.fell_short,
        should=failing.should,
        effect=failing.effect,
    )


def _improvement(*, what: str, who: str, done_on: str | None, due_on: str | None) -> Improvement:
    return Improvement(what=what, who=who, done_on=_day(done_on), due_on=_day(due_on))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
