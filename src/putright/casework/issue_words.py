"""What is complained of in a case, in the words that letters use?"""

from django.db.models import Max

from putright.casework.perform import CaseInHand
from putright.casework.said import IssueSaid
from putright.domain.issues import SUBJECT_WORDS, Subject
from putright.records.models import Case, Document, Issue


def issue_words(case: Case) -> tuple[str, ...]:
    """What each issue is about, in the order in which they were raised."""
    return tuple(SUBJECT_WORDS[Subject(issue.subject)] for issue in issues_of(case))


def narratives(case: Case) -> tuple[str, ...]:
    """What the person said of each issue, in their own words."""
    return tuple(issue.narrative.text or "" for issue in issues_of(case))


def outcome_wanted(case: Case) -> str | None:
    """What the person would like to happen, if they said so."""
    return Document.objects.filter(case=case, kind="outcome-wanted").values_list("text", flat=True).first()


def without_outcome(case: Case) -> bool:
    """Whether an issue has neither an outcome nor a ground on which the law leaves it out."""
    return Issue.objects.filter(case=case, outcome="", exclusion="").exists()


def issues_of(case: Case) -> tuple[Issue, ...]:
    """The issues of a case, each with its words and its conclusion."""
    issues = Issue.objects.filter(case=case).select_related("narrative", "conclusion", "remedy")
    return tuple(issues.order_by("number"))


def _next_number(case: Case) -> int:
    """A number that no issue of the case has had: one that was split off keeps its own."""
    told = Document.objects.filter(case=case, kind="narrative").count()
    last = Issue.objects.filter(case=case).aggregate(last=Max("number"))["last"]
    return max(told, last or 0) + 1


def add_issue(hand: CaseInHand, issue: IssueSaid) -> Document:
    """Add an issue to a case; the entry that follows must name the paper with its words."""
    number = _next_number(hand.case)
    narrative = hand.keep_text("narrative", f"Issue {number}, in the person's words", issue.words)
    Issue.objects.create(case=hand.case, number=number, subject=issue.subject.value, narrative=narrative)
    return narrative
