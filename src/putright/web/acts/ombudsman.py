"""What is asked when the Ombudsman asks, decides or recommends?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.answer_ombudsman import answer_ombudsman
from putright.casework.actions.comply_with_ombudsman import comply_with_ombudsman
from putright.casework.actions.record_ombudsman_decision import record_ombudsman_decision
from putright.casework.actions.record_ombudsman_request import record_ombudsman_request
from putright.domain.ombudsman import (
    ASKED,
    ASKS_WORDS,
    DECISION_WORDS,
    RECOMMENDED,
    Asks,
    Decision,
    Recommendation,
)
from putright.web.acts.act import Act, ActForm, Part
from putright.web.acts.asked import check_file, file_field, files_of
from putright.web.casefile.said import what_exactly
from putright.web.forms import Choice, DateField, RadiosField, SelectField, TextareaField

YES, NO = "yes", "no"
MOST = 5
_LONGEST_LINE = 120


class _WithFileForm(ActForm):
    """What comes with a file."""

    def clean(self) -> dict[str, Any] | None:
        """Look inside the file."""
        cleaned = super().clean()
        check_file(self)
        return cleaned


class RequestForm(_WithFileForm):
    """What the Ombudsman asks, and by when."""

    on = DateField("When did it come?", required="Enter the day on which it came", not_after_today=True)
    asks = RadiosField(
        "What does the Ombudsman ask for?",
        tuple(Choice(each, words) for each, words in ASKS_WORDS.items()),
        required="Choose what the Ombudsman asks for",
    )
    words = TextareaField(
        "What exactly?",
        required="Write down what the Ombudsman asks",
        hint="With the Ombudsman's own reference.",
        rows=5,
    )
    answer_by = DateField(
        "By which day?",
        name="The day of the answer",
        required="Enter the day by which the Ombudsman wants the answer",
        not_before_today=True,
    )
    file = file_field("Add the letter")
    field_order = ("on", "asks", "words", "answer_by", "file")

    def said(self) -> dict[str, Any]:
        """Say what, and by when."""
        answers = self.cleaned_data
        said = {"asks": Asks(answers["asks"]), "words": answers["words"], "answer_by": answers["answer_by"]}
        return {**said, "files": files_of(self)}


class _AboutForm(_WithFileForm):
    """Which of the Ombudsman's entries it is about."""

    kind = ""
    chosen = ""

    def first_answers(self) -> dict[str, Any]:
        """Begin with what was pointed at, or the only one."""
        open_ones = self._open()
        return {self.chosen: self.about.number or (open_ones[0].value if len(open_ones) == 1 else None)}

    def fit(self) -> None:
        """Offer what is still open."""
        self.offer(self.chosen, self._open())

    def _open(self) -> list[Choice]:
        case = self.about.case
        owed = {shown.duty.about for shown in case.to_do}
        said = what_exactly(case)
        entries = [entry for entry in case.chronology if entry.event == self.kind and str(entry.number) in owed]
        return [Choice(str(one.number), said.get(str(one.number), one.words)[:_LONGEST_LINE]) for one in entries]


class AnswerForm(_AboutForm):
    """What was sent."""

    kind, chosen = ASKED, "request"
    request = SelectField("What is answered?", (), required="Choose what is answered")
    words = TextareaField("What was sent, and how?", required="Write down what was sent, and how", rows=5)
    with_file = RadiosField(
        "Did the file go with it?",
        (
            Choice(YES, "Yes", "Take it from “Hand over the file”: it comes with a list that shows it is whole."),
            Choice(NO, "No"),
        ),
        required="Choose whether the file went with it",
    )
    field_order = ("request", "words", "with_file", "on")

    def said(self) -> dict[str, Any]:
        """Say what."""
        answers = self.cleaned_data
        said = {"request": int(answers["request"]), "words": answers["words"]}
        return {**said, "with_file": answers["with_file"] == YES}


class DecisionForm(_WithFileForm):
    """How the Ombudsman decided, and what was recommended."""

    on = DateField("When was it decided?", required="Enter the day of the decision", not_after_today=True)
    decision = RadiosField(
        "How did the Ombudsman decide?",
        tuple(Choice(each, words) for each, words in DECISION_WORDS.items()),
        required="Choose how the Ombudsman decided",
    )
    words = TextareaField("What does the decision say?", required="Write down what the decision says", rows=6)
    file = file_field("Add the decision")
    field_order = ("on", "decision", "words", "file")

    def fit(self) -> None:
        """Ask for up to five recommendations."""
        for number in range(1, MOST + 1):
            what = TextareaField("What is recommended?", rows=3)
            by = DateField("By which day?", name="The day of the recommendation")
            by.today = self.today
            self.fields |= {f"what_{number}": what, f"by_{number}": by}

    @property
    def parts(self) -> tuple[Part, ...]:
        """The decision, then each recommendation in a part of its own."""
        rows = [(f"what_{number}", f"by_{number}") for number in range(1, MOST + 1)]
        named = {name for row in rows for name in row}
        head = tuple(bound for bound in self.asked if bound.name not in named)
        further = (
            Part(
                heading=f"Recommendation {place}",
                fields=tuple(self[name] for name in row),
                folded=place > 1 and not any(self[name].value() for name in row),
            )
            for place, row in enumerate(rows, start=1)
        )
        return (Part(heading="", fields=head), *further)

    def clean(self) -> dict[str, Any] | None:
        """A recommendation has a day."""
        cleaned = super().clean()
        for number in range(1, MOST + 1):
            what, by = (self.cleaned_data.get(f"{name}_{number}") for name in ("what", "by"))
            if what and not by and f"by_{number}" not in self.errors:
                self.add_error(f"by_{number}", "Enter the day by which it is to be done")
            if by and not what and f"what_{number}" not in self.errors:
                self.add_error(f"what_{number}", "Write down what is recommended")
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say the decision, and each recommendation."""
        answers = self.cleaned_data
        rows = [(answers.get(f"what_{number}"), answers.get(f"by_{number}")) for number in range(1, MOST + 1)]
        return {
            "decision": Decision(answers["decision"]),
            "words": answers["words"],
            "recommendations": tuple(Recommendation(what=what, by=by) for what, by in rows if what and by),
            "files": files_of(self),
        }


class DoneForm(_AboutForm):
    """What shows that it was done."""

    kind, chosen = RECOMMENDED, "recommendation"
    recommendation = SelectField("What was recommended?", (), required="Choose what was recommended")
    words = TextareaField(
        "What shows that it was done, and when was the Ombudsman told?",
        required="Write down what shows that it was done",
        rows=5,
    )
    file = file_field("Add what shows it")
    field_order = ("recommendation", "words", "file", "on")

    def said(self) -> dict[str, Any]:
        """Say what."""
        answers = self.cleaned_data
        said = {"recommendation": int(answers["recommendation"]), "words": answers["words"]}
        return {**said, "files": files_of(self)}


ACTS = (
    Act(
        name="record_ombudsman_request",
        title="The Ombudsman asks for something",
        button="Record the request",
        done="What the Ombudsman asks is recorded",
        action=record_ombudsman_request,
        form=RequestForm,
        asks="Each thing that is asked has a day of its own. A case that is closed stays closed.",
        authority="Health Service Commissioners Act 1993 s 12",
    ),
    Act(
        name="answer_ombudsman",
        title="Record what was sent to the Ombudsman",
        button="Record the answer",
        done="The answer to the Ombudsman is recorded",
        action=answer_ombudsman,
        form=AnswerForm,
        asks="Take out nothing: the Ombudsman may ask for everything, and covers what others may not read.",
        authority="Health Service Commissioners Act 1993 s 12",
    ),
    Act(
        name="record_ombudsman_decision",
        title="The Ombudsman has decided",
        button="Record the decision",
        done="The decision of the Ombudsman is recorded",
        action=record_ombudsman_decision,
        form=DecisionForm,
        asks="Each recommendation is then owed by its day, until what shows that it was done is on the file.",
        authority="Health Service Commissioners Act 1993 s 14",
    ),
    Act(
        name="comply_with_ombudsman",
        title="Record that a recommendation was done",
        button="Record it",
        done="It is recorded that the recommendation was done",
        action=comply_with_ombudsman,
        form=DoneForm,
        authority="Health Service Commissioners Act 1993 s 14",
    ),
)
