"""What is asked of a meeting that was held: who was there, what was said and agreed, and who does what by when?"""

from __future__ import annotations

from typing import Any

from putright.casework.queries.staff import people_of
from putright.casework.tasks import TaskSaid
from putright.domain.channels import Channel
from putright.web.acts.act import Part, lines_of
from putright.web.acts.asked import BY_PHONE, IN_PERSON, NoteForm
from putright.web.forms import Choice, DateField, RadiosField, SelectField, TextareaField

MOST_TASKS = 3
_OF_A_TASK = {
    "task": "Say what is to be done",
    "owner": "Choose who does it",
    "due": "Enter the day by which it is done",
}


class HeldForm(NoteForm):
    """How the meeting was held, and what was said."""

    present = TextareaField("Who was there?", hint="One person on each line, with their post.", rows=3)
    agreed = TextareaField(
        "What was agreed?", hint="One thing on each line. What somebody here is to do, give to them below.", rows=3
    )

    on = DateField("When was it held?", required="Enter the day of the meeting", not_after_today=True)
    channel = RadiosField(
        "How was it held?",
        (IN_PERSON, BY_PHONE, Choice(Channel.ONLINE, "By video")),
        required="Choose how it was held",
    )
    field_order = ("on", "channel", "present", "note", "agreed")

    def first_answers(self) -> dict[str, Any]:
        """Take it that people met."""
        return {"channel": Channel.IN_PERSON}

    def fit(self) -> None:
        """Ask for up to three things that somebody here is to do, and by when."""
        named = {person.person_id for person in self.about.case.named}
        people = [one for one in people_of(self.about.actor) if one.id not in named]
        for number in range(1, MOST_TASKS + 1):
            due = DateField("By which day?", name="The day of the task", not_before_today=True)
            due.today = self.today
            self.fields |= {
                f"task_{number}": TextareaField("What is to be done?", rows=2),
                f"owner_{number}": SelectField(
                    "By whom?", [Choice(str(one.id), f"{one.name}, {one.post}") for one in people]
                ),
                f"due_{number}": due,
            }

    @property
    def parts(self) -> tuple[Part, ...]:
        """The meeting, and each thing that is to be done in a part of its own."""
        rows = [[f"{name}_{number}" for name in _OF_A_TASK] for number in range(1, MOST_TASKS + 1)]
        named = {name for row in rows for name in row}
        head = Part(heading="", fields=tuple(bound for bound in self.asked if bound.name not in named))
        tasks = (
            Part(
                heading=f"Something that somebody here is to do ({number})",
                fields=tuple(self[name] for name in row),
                folded=not any(self[name].value() or self[name].errors for name in row),
            )
            for number, row in enumerate(rows, start=1)
        )
        return (head, *tasks)

    def clean(self) -> dict[str, Any] | None:
        """What is to be done has somebody and a day."""
        cleaned = super().clean()
        for number in range(1, MOST_TASKS + 1):
            said = {name: self.cleaned_data.get(f"{name}_{number}") for name in _OF_A_TASK}
            for name, words in _OF_A_TASK.items() if any(said.values()) else ():
                if not said[name] and f"{name}_{number}" not in self.errors:
                    self.add_error(f"{name}_{number}", words)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say how, what, and who does what by when."""
        answers = self.cleaned_data
        lists = {name: lines_of(answers[name]) for name in ("present", "agreed")}
        tasks = tuple(
            TaskSaid(
                owner=int(answers[f"owner_{number}"]),
                what=answers[f"task_{number}"],
                due_on=answers[f"due_{number}"],
            )
            for number in range(1, MOST_TASKS + 1)
            if answers[f"task_{number}"]
        )
        return {**super().said(), **lists, "tasks": tasks, "channel": Channel(answers["channel"])}
