"""What is asked of what was found, and of what is still to be done to find it?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.end_task import end_task
from putright.casework.actions.record_finding import record_finding
from putright.casework.actions.set_task import set_task
from putright.casework.queries.case_page import CasePage
from putright.casework.queries.staff import people_of
from putright.domain.duty import Refused
from putright.domain.injustice import FindingSaid
from putright.gateways.injustice_file import scale
from putright.web.acts.act import Act, ActForm
from putright.web.forms import Choice, DateField, RadiosField, SelectField, TextareaField

YES, NO = "yes", "no"
DONE, NOT_NEEDED = "done", "not-needed"


class FindingForm(ActForm):
    """What was found on one issue."""

    issue = RadiosField("Which issue?", (), required="Choose the issue")
    should = TextareaField(
        "What should have happened, and by which standard?",
        required="Say what should have happened, and by which standard",
        hint="Name the standard and where it stands: a NICE guideline, your policy, a law, professional guidance.",
        rows=5,
    )
    happened = TextareaField(
        "What did happen, and what shows it?",
        required="Say what did happen, and what shows it",
        hint="Where accounts differ, say which you follow and why. Name the papers: the notes of a day, a statement.",
        rows=7,
    )
    fell_short = RadiosField(
        "Did it fall short of what should have happened?",
        (Choice(YES, "Yes", reveals=("impact", "severity")), Choice(NO, "No")),
        required="Choose whether it fell short",
    )
    impact = TextareaField(
        "What did that mean for the person?", required="Say what it meant for the person, even if nothing", rows=4
    )
    severity = RadiosField("How severe is the injustice?", (), required="Choose how severe it is")
    field_order = ("issue", "should", "happened", "fell_short", "impact", "severity", "on")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the issue that was pointed at or the only one."""
        issues = [issue for issue in self.about.case.issues if not issue.exclusion]
        return {"issue": self.about.number or (issues[0].number if len(issues) == 1 else None)}

    def fit(self) -> None:
        """Offer the issues that are dealt with, and the levels of the scale."""
        self.rename("on", "When was it found?")
        issues = (issue for issue in self.about.case.issues if not issue.exclusion)
        self.offer(
            "issue", [Choice(str(one.number), f"{one.number}. {one.subject_words}", one.words) for one in issues]
        )
        levels = scale().levels
        self.offer(
            "severity",
            [Choice(str(each.level), f"Level {each.level}: {each.pounds}", each.words) for each in levels],
        )

    def said(self) -> dict[str, Any]:
        """Say what was found."""
        answers = self.cleaned_data
        finding = FindingSaid(
            should=answers["should"],
            happened=answers["happened"],
            fell_short=answers["fell_short"] == YES,
            impact=answers["impact"],
            severity=int(answers["severity"]) if answers["severity"] else None,
        )
        return {"issue": int(answers["issue"]), "finding": finding}


class TaskForm(ActForm):
    """What is to be done, by whom, by when."""

    what = TextareaField(
        "What is to be done?",
        required="Say what is to be done",
        hint="Such as: ask the surgery for the notes of March, or find out which policy was in force.",
        rows=3,
        max_length=4_000,
    )
    owner = SelectField("Who does it?", (), required="Choose who does it")
    due_on = DateField("By which day?", name="The day", required="Enter the day", not_before_today=True)
    issue = SelectField("For which issue?", (), unchosen="For all of them")
    field_order = ("what", "owner", "due_on", "issue")

    def first_answers(self) -> dict[str, Any]:
        """Begin with whoever fills it in."""
        return {"owner": str(self.about.actor.person_id)}

    def fit(self) -> None:
        """A task is set today; offer everybody here, and the issues."""
        del self.fields["on"]
        people = people_of(self.about.actor)
        self.offer("owner", [Choice(str(one.id), f"{one.name}, {one.post}") for one in people])
        self.offer(
            "issue", [Choice(str(one.number), f"{one.number}. {one.subject_words}") for one in self.about.case.issues]
        )

    def said(self) -> dict[str, Any]:
        """Say what, who and when."""
        answers = self.cleaned_data
        return {
            "what": answers["what"],
            "owner": int(answers["owner"]),
            "due_on": answers["due_on"],
            "issue": int(answers["issue"]) if answers["issue"] else None,
        }


class EndTaskForm(ActForm):
    """How a task ended."""

    task = RadiosField("Which task?", (), required="Choose the task")
    ended = RadiosField(
        "How did it end?",
        (Choice(DONE, "It is done"), Choice(NOT_NEEDED, "It is not needed")),
        required="Choose how it ended",
    )
    note = TextareaField(
        "What came of it, or why is it not needed?", hint="Why it is not needed has to be said.", rows=4
    )
    field_order = ("task", "ended", "note", "on")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the task that was pointed at or the only one."""
        open_tasks = tasks_to_do(self.about.case)
        only = open_tasks[0].value if len(open_tasks) == 1 else None
        return {"task": self.about.number or only, "ended": DONE}

    def fit(self) -> None:
        """Offer the tasks that are still to be done."""
        self.rename("on", "When did it end?")
        self.offer("task", tasks_to_do(self.about.case))

    def said(self) -> dict[str, Any]:
        """Say which, and how."""
        answers = self.cleaned_data
        return {"task": int(answers["task"]), "is_done": answers["ended"] == DONE, "note": answers["note"]}


def tasks_to_do(case: CasePage) -> tuple[Choice, ...]:
    """The tasks that nobody has ended yet."""
    entries = [entry for entry in case.chronology if entry.stands]
    ended = {entry.about for entry in entries if entry.event in ("task_done", "task_dropped")}
    return tuple(
        Choice(str(entry.number), " ".join(paper.text or "" for paper in entry.papers))
        for entry in entries
        if entry.event == "task_set" and entry.number not in ended
    )


def no_task_is_open(case: CasePage) -> Refused | None:
    """Why there is no task to end."""
    if tasks_to_do(case):
        return None
    return Refused(code="no-such-task", message="No task of this case is still to be done. Set one first.")


ACTS = (
    Act(
        name="set_task",
        title="Set a task",
        button="Set the task",
        done="The task is set",
        action=set_task,
        form=TaskForm,
        asks="A task has one person and one day. It stands on the case and on the worklist until it is ended.",
    ),
    Act(
        name="end_task",
        title="End a task",
        button="Record it",
        done="The end of the task is recorded",
        action=end_task,
        form=EndTaskForm,
        pointless=no_task_is_open,
    ),
    Act(
        name="record_finding",
        title="Record what was found on an issue",
        button="Record the finding",
        done="What was found is recorded",
        action=record_finding,
        form=FindingForm,
        asks=(
            "Say what should have happened and what did, before you decide the outcome. The scale is the Ombudsman’s,"
            " for harm that is no loss of money: it helps to judge what would put things right."
        ),
        authority="NHS Complaint Standards: being thorough and fair",
    ),
)
