"""What is asked about an event that the body's own procedure names, and no other?"""

from __future__ import annotations

from typing import Any

from django import forms

from putright.casework.actions.record_named_event import record_named_event
from putright.casework.queries.timing_shown import named_events_shown
from putright.domain.named_events import words_of_fact
from putright.domain.vocabulary import FactKind
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import check_file, file_field, files_of
from putright.web.forms import Choice, DateField, RadiosField, TextareaField, TextField

YES, NO = "yes", "no"


class NamedEventForm(ActForm):
    """What happened, when, what it says of itself, and what there is to keep of it."""

    event = RadiosField("What happened?", (), required="Choose what happened")
    on = DateField("When?", required="Enter the day on which it happened", not_after_today=True)
    words = TextareaField("Notes", hint="For the file. The person can ask to see it.", rows=4)
    file = file_field()
    field_order = ("event", "on", "words", "file")

    def fit(self) -> None:
        """Offer the events of the procedure, each with questions for what it says of itself."""
        self.known = named_events_shown(self.about.actor, self.about.case.reference)
        choices = []
        for name, event in self.known.items():
            boxes = {_box(name, fact): _asked(fact, kind, self) for fact, kind in event.facts.items()}
            self.fields.update(boxes)
            choices.append(Choice(name, event.words, reveals=tuple(boxes)))
        self.offer("event", choices)

    def clean(self) -> dict[str, Any] | None:
        """Look inside the file."""
        cleaned = super().clean()
        check_file(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say what happened."""
        answers = self.cleaned_data
        event = answers["event"]
        facts = {fact: _fact(answers[_box(event, fact)], kind) for fact, kind in self.known[event].facts.items()}
        return {"event": event, "facts": facts, "words": answers["words"], "files": files_of(self)}


def _box(event: str, fact: str) -> str:
    return f"{event}-{fact}"


def _asked(fact: str, kind: FactKind, form: ActForm) -> forms.Field:
    words = words_of_fact(fact)
    if kind is FactKind.DATE:
        box = DateField(words, name=words, required=f"Enter: {words.lower()}")
        box.today = form.today
        return box
    if kind is FactKind.FLAG:
        return RadiosField(words, (Choice(YES, "Yes"), Choice(NO, "No")), required=f"Choose: {words.lower()}")
    return TextField(words, required=f"Enter: {words.lower()}", max_length=60)


def _fact(answer: Any, kind: FactKind) -> Any:
    match kind:
        case FactKind.FLAG:
            return answer == YES
        case FactKind.NUMBER:
            return int(answer) if str(answer).isdecimal() else None
        case FactKind.STEPS | FactKind.CODES:
            return tuple(str(answer).split())
    return answer


ACTS = (
    Act(
        name="record_named_event",
        title="Record something that the procedure names",
        button="Record it",
        done="It is recorded, and the dates follow from it",
        action=record_named_event,
        form=NamedEventForm,
        asks="What this procedure speaks of and others do not. Its dates are counted from what you record.",
    ),
)
