"""What helps the person, or the advocate who comes with them, to prepare for a meeting? What they said themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from putright.casework import facts_of
from putright.casework.by_naming import named_on
from putright.casework.errors import NotFound
from putright.casework.issue_words import issues_of, outcome_wanted
from putright.casework.meetings import NEEDED_THERE, TO_ASK, WITH_THEM
from putright.casework.queries.advocate_cases import CaseHelped, case_helped
from putright.casework.queries.advocates_told import AdvocateTold
from putright.casework.queries.follow import FollowPage, followed
from putright.domain.advocates import Help
from putright.domain.chronology import in_force
from putright.domain.issues import SUBJECT_WORDS, Subject
from putright.domain.meeting_offers import ACCEPTED, HELD, NEEDS
from putright.domain.page_talk import RECEIVED
from putright.records.models import Case, Document, Event, FollowLink


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueToTalkOf:
    """An issue of the complaint: what it is about, and what was said of it."""

    about: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToPrepare:
    """What the person said: of what they complain, what they want, who comes with them, and what they need and ask."""

    issues: tuple[IssueToTalkOf, ...]
    wanted: str
    comes_with: str
    needs: str
    questions: tuple[str, ...]


def prepared_by_link(link: int, as_at: date, *, now: datetime) -> tuple[FollowPage, ToPrepare]:
    """The complaint and what was said, to the person who follows it, by the link that was opened.

    Raises NotFound where it opens nothing, and ActionRefused where it has ended.
    """
    page = followed(link, as_at, now=now)
    case = FollowLink.objects.select_related("case").get(pk=link).case
    return page, _said_of(case)


def prepared_for_advocate(
    account: int, case: str, as_at: date, *, now: datetime
) -> tuple[CaseHelped, ToPrepare | None]:
    """The same to an advocate who may come to meetings; nothing of what was said to one who may not read it.

    Raises NotFound where the person does not let them come, or no meeting is agreed that is still to come.
    """
    row = named_on(account, case, on=as_at, what=Help.MEET)
    helped = case_helped(account, case, as_at, now=now)
    if helped.meeting is None:
        raise NotFound
    return helped, _said_of(row.case) if helped.case else None


def coming_to(page: FollowPage) -> tuple[AdvocateTold, ...]:
    """The advocates who may come to a meeting, whether or not they have said that they do."""
    return tuple(one for one in page.advocates if Help.MEET in one.helps)


def _said_of(case: Case) -> ToPrepare:
    said = tuple(_papers(case))
    issues = (issue for issue in issues_of(case) if not issue.exclusion)
    return ToPrepare(
        issues=tuple(
            IssueToTalkOf(about=SUBJECT_WORDS[Subject(issue.subject)], words=issue.narrative.text or "")
            for issue in issues
        ),
        wanted=outcome_wanted(case) or "",
        comes_with=_last(said, WITH_THEM),
        needs=_last(said, NEEDED_THERE),
        questions=tuple(paper.text or "" for paper in said if paper.title == TO_ASK),
    )


def _papers(case: Case) -> Iterator[Document]:
    """The papers that the person sent of the meeting to come: what they said of one that was held is of that one."""
    events = in_force(facts_of.chronology_of(case, facts_of.programmes_of(case)))
    stand = [int(event.id) for event in events if event.id]
    rows = Event.objects.filter(case=case, number__in=stand, event__in=(ACCEPTED, NEEDS, RECEIVED, HELD))
    numbers: list[int] = []
    for row in rows.order_by("number"):
        numbers = [] if row.event == HELD else [*numbers, *(number for number, _ in row.papers)]
    yield from Document.objects.filter(case=case, number__in=numbers, kind="message").order_by("number")


def _last(papers: tuple[Document, ...], title: str) -> str:
    return next((paper.text or "" for paper in reversed(papers) if paper.title == title), "")
