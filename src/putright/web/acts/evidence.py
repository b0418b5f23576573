"""What is asked of how an issue is looked into: its plan, the records that are wanted, what the evidence shows?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.place_evidence import place_evidence
from putright.casework.actions.plan_investigation import Plan, plan_investigation
from putright.casework.actions.record_records import record_records
from putright.casework.actions.request_records import request_records
from putright.casework.queries.case_page import CasePage
from putright.domain.duty import Refused
from putright.web.acts.act import Act, ActForm, lines_of
from putright.web.acts.asked import check_file, file_field, files_of
from putright.web.forms import Choice, DateField, RadiosField, SelectField, TextareaField, TextField
from putright.web.wording import nhs_date

CAME, NOT_COMING = "came", "not-coming"


class PlanForm(ActForm):
    """How one issue is looked into."""

    issue = RadiosField("Which issue?", (), required="Choose the issue")
    questions = TextareaField(
        "Which questions have to be answered?",
        required="Write at least one question",
        hint="One on each line: what the person asks, and what must be known to judge it.",
        rows=5,
    )
    evidence = TextareaField("Which evidence is wanted?", hint="One thing on each line.", rows=4)
    people = TextareaField("Who is asked?", hint="One on each line: staff, the person, others who were there.", rows=3)
    field_order = ("issue", "questions", "evidence", "people")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the issue that was pointed at or the only one, and with what was planned before."""
        issues = [issue for issue in self.about.case.issues if not issue.exclusion]
        number = self.about.number or (issues[0].number if len(issues) == 1 else None)
        return {"issue": number, **_planned(self.about.case, number)}

    def fit(self) -> None:
        """It is planned today; offer the issues that are dealt with."""
        del self.fields["on"]
        issues = (issue for issue in self.about.case.issues if not issue.exclusion)
        self.offer(
            "issue", [Choice(str(one.number), f"{one.number}. {one.subject_words}", one.words) for one in issues]
        )

    def said(self) -> dict[str, Any]:
        """Say the plan."""
        answers = self.cleaned_data
        plan = Plan(**{name: lines_of(answers[name]) for name in ("questions", "evidence", "people")})
        return {"issue": int(answers["issue"]), "plan": plan}


class EvidenceForm(ActForm):
    """What happened on a day, and which paper shows it."""

    happened_on = DateField(
        "On which day did it happen?",
        name="The day",
        required="Enter the day on which it happened",
        not_after_today=True,
    )
    words = TextareaField(
        "What happened?",
        required="Say what happened",
        hint="As the evidence has it. Where accounts differ, enter each.",
        rows=4,
    )
    shown_by = SelectField("Which paper shows it?", (), unchosen="None of the papers here")
    field_order = ("happened_on", "words", "shown_by")

    def fit(self) -> None:
        """It is entered today; offer the papers of the case."""
        del self.fields["on"]
        papers = [paper for paper in self.about.case.papers if paper.kind != "evidence"]
        self.offer("shown_by", [Choice(str(one.number), f"{one.title}, {nhs_date(one.made_at)}") for one in papers])

    def said(self) -> dict[str, Any]:
        """Say what, when and where it stands."""
        answers = self.cleaned_data
        shown_by = int(answers["shown_by"]) if answers["shown_by"] else None
        return {"happened_on": answers["happened_on"], "words": answers["words"], "shown_by": shown_by}


class AskRecordsForm(ActForm):
    """Which records were asked for, of whom, by when."""

    of_whom = TextField("Of whom?", required="Say who was asked", hint="Such as: the surgery in Exampleton.")
    what = TextareaField("Which records?", required="Say which records", rows=3, max_length=4_000)
    due_on = DateField("By which day?", name="The day", required="Enter the day", not_before_today=True)
    field_order = ("of_whom", "what", "due_on", "on")

    def fit(self) -> None:
        """A request bears its day."""
        self.rename("on", "When were they asked for?")

    def said(self) -> dict[str, Any]:
        """Say whose, which and when."""
        answers = self.cleaned_data
        return {"of_whom": answers["of_whom"], "what": answers["what"], "due_on": answers["due_on"]}


class RecordsForm(ActForm):
    """What came of a request for records."""

    request = RadiosField("Which request?", (), required="Choose the request")
    came = RadiosField(
        "Did they come?",
        (Choice(CAME, "Yes", reveals=("file",)), Choice(NOT_COMING, "No, and they will not")),
        required="Choose whether they came",
    )
    words = TextareaField(
        "What came and where is it kept, or why do they not come?",
        hint="Take only what the complaint needs. Health records stay in the health record: say what you read there.",
        rows=4,
    )
    file = file_field("Add the records as a file")
    field_order = ("request", "came", "words", "on")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the request that was pointed at or the only one."""
        waiting = records_awaited(self.about.case)
        only = waiting[0].value if len(waiting) == 1 else None
        return {"request": self.about.number or only, "came": CAME}

    def fit(self) -> None:
        """Offer the requests that wait."""
        self.rename("on", "When did they come, or did you hear of it?")
        self.offer("request", records_awaited(self.about.case))

    def clean(self) -> dict[str, Any] | None:
        """Look inside the file."""
        cleaned = super().clean()
        check_file(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say what came."""
        answers = self.cleaned_data
        return {
            "request": int(answers["request"]),
            "came": answers["came"] == CAME,
            "words": answers["words"],
            "files": files_of(self),
        }


def records_awaited(case: CasePage) -> tuple[Choice, ...]:
    """The records that were asked for and have not come."""
    entries = [entry for entry in case.chronology if entry.stands]
    answered = {entry.about for entry in entries if entry.event in ("records_received", "records_not_coming")}
    return tuple(
        Choice(str(entry.number), " ".join(paper.text or "" for paper in entry.papers), nhs_date(entry.on))
        for entry in entries
        if entry.event == "records_requested" and entry.number not in answered
    )


def no_records_are_awaited(case: CasePage) -> Refused | None:
    """Why there is no request for records to answer."""
    if records_awaited(case):
        return None
    return Refused(code="no-such-request", message="No records that were asked for are still to come.")


def _planned(case: CasePage, issue: object) -> dict[str, str]:
    """What was planned last for an issue, back in its boxes."""
    title = f"How issue {issue} is looked into"
    text = next((paper.text or "" for paper in reversed(case.papers) if paper.title == title), "")
    found: dict[str, str] = {}
    for part in text.split("\n\n"):
        heading, _, lines = part.partition("\n")
        name = {"To be answered:": "questions", "Evidence wanted:": "evidence", "Who is asked:": "people"}.get(heading)
        if name:
            found[name] = "\n".join(lines_of(lines))
    return found


ACTS = (
    Act(
        name="plan_investigation",
        title="Plan how an issue is looked into",
        button="Keep the plan",
        done="The plan is kept",
        action=plan_investigation,
        form=PlanForm,
        asks="In proportion to what is complained of: what must be known, what would show it, and who can say.",
        authority="SI 2009/309 reg 14(1)",
    ),
    Act(
        name="request_records",
        title="Ask for records",
        button="Record the request",
        done="It is recorded which records were asked for",
        action=request_records,
        form=AskRecordsForm,
        asks="Ask only for what the complaint needs. The request stands on the case by its day until it is answered.",
    ),
    Act(
        name="record_records",
        title="Record what came of a request for records",
        button="Record it",
        done="It is recorded what came of the request",
        action=record_records,
        form=RecordsForm,
        pointless=no_records_are_awaited,
    ),
    Act(
        name="place_evidence",
        title="Put evidence in its place in time",
        button="Enter it",
        done="The evidence is in its place",
        action=place_evidence,
        form=EvidenceForm,
        asks="What happened, day by day, each with the paper that shows it. The investigation’s page has all in order.",
    ),
)
