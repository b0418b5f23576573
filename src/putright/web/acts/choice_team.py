"""What is asked where NHS England's choice team is asked, does something, or asks something of us?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.answer_choice_team import answer_choice_team
from putright.casework.actions.ask_choice_team import ask_choice_team
from putright.casework.actions.record_choice_team_step import record_choice_team_step
from putright.domain.choice_team import (
    ASKED_BY_WORDS,
    ENGAGED,
    RESULT_WORDS,
    STEP_WORDS,
    AskedBy,
    TeamResult,
    TeamStep,
)
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import check_file, file_field, files_of
from putright.web.casefile.said import what_exactly
from putright.web.forms import Choice, DateField, RadiosField, SelectField, TextareaField

_LONGEST_LINE = 120
_PAGE = "Patient-choice page, clause 2.1"


class _WithFileForm(ActForm):
    """What comes with a file."""

    def clean(self) -> dict[str, Any] | None:
        """Look inside the file."""
        cleaned = super().clean()
        check_file(self)
        return cleaned


class AskedForm(_WithFileForm):
    """Who put the matter to the team, when, and with which words."""

    on = DateField(
        "When was the team asked?", required="Enter the day on which the team was asked", not_after_today=True
    )
    asked_by = RadiosField(
        "Who asked it?",
        tuple(Choice(each, words) for each, words in ASKED_BY_WORDS.items()),
        required="Choose who asked the team",
        hint="Without the person’s agreement we tell the team nothing about them.",
    )
    words = TextareaField(
        "What was the team asked?",
        required="Write down what the team was asked",
        hint="With the team’s own reference, if there is one.",
        rows=5,
    )
    file = file_field("Add the letter or message")
    field_order = ("on", "asked_by", "words", "file")

    def said(self) -> dict[str, Any]:
        """Say who, and what."""
        answers = self.cleaned_data
        return {"asked_by": AskedBy(answers["asked_by"]), "words": answers["words"], "files": files_of(self)}


class StepForm(_WithFileForm):
    """What the team did; by which day it wants our answer, or how it ended with it."""

    on = DateField("When was it?", required="Enter the day on which it was", not_after_today=True)
    did = RadiosField(
        "What did the team do?",
        tuple(
            Choice(
                each,
                words,
                reveals={TeamStep.ENGAGED: ("answer_by",), TeamStep.FINISHED: ("result",)}.get(each, ()),
            )
            for each, words in STEP_WORDS.items()
        ),
        required="Choose what the team did",
    )
    answer_by = DateField(
        "By which day does the team want our answer?",
        name="The day of our answer",
        required="Enter the day by which the team wants our answer",
        hint="If it named none, agree one with the team.",
        not_before_today=True,
    )
    result = RadiosField(
        "How did it end?",
        tuple(Choice(each, words) for each, words in RESULT_WORDS.items()),
        required="Choose how it ended",
    )
    words = TextareaField(
        "What exactly?",
        required="Write down what the team said or did",
        hint="Who on the team, what it advised or asked, and whom it told.",
        rows=5,
    )
    file = file_field("Add the letter or message")
    field_order = ("on", "did", "answer_by", "result", "words", "file")

    def said(self) -> dict[str, Any]:
        """Say what."""
        answers = self.cleaned_data
        step = TeamStep(answers["did"])
        return {
            "step": step,
            "words": answers["words"],
            "answer_by": answers["answer_by"] if step is TeamStep.ENGAGED else None,
            "result": TeamResult(answers["result"]) if step is TeamStep.FINISHED else None,
            "files": files_of(self),
        }


class ToldForm(ActForm):
    """What the team was told."""

    request = SelectField("What did the team ask?", (), required="Choose what is answered")
    words = TextareaField(
        "What was the team told, and how?", required="Write down what the team was told, and how", rows=5
    )
    field_order = ("request", "words", "on")

    def first_answers(self) -> dict[str, Any]:
        """Begin with what was pointed at, or the only one."""
        open_ones = self._open()
        return {"request": self.about.number or (open_ones[0].value if len(open_ones) == 1 else None)}

    def fit(self) -> None:
        """Offer what is still to be answered."""
        self.rename("on", "When was the team told?")
        self.offer("request", self._open())

    def _open(self) -> list[Choice]:
        case = self.about.case
        owed = {shown.duty.about for shown in case.to_do}
        said = what_exactly(case)
        entries = [entry for entry in case.chronology if entry.event == ENGAGED and str(entry.number) in owed]
        return [Choice(str(one.number), said.get(str(one.number), one.words)[:_LONGEST_LINE]) for one in entries]

    def said(self) -> dict[str, Any]:
        """Say what."""
        return {"request": int(self.cleaned_data["request"]), "words": self.cleaned_data["words"]}


ACTS = (
    Act(
        name="ask_choice_team",
        title="NHS England’s choice team is asked",
        button="Record that it was asked",
        done="It is recorded that NHS England’s choice team was asked",
        action=ask_choice_team,
        form=AskedForm,
        asks=(
            "The team sees to it that people can choose. It does not answer the complaint: that goes on here, and no"
            " clock of it stands still."
        ),
        authority=_PAGE,
    ),
    Act(
        name="record_choice_team_step",
        title="Record what the choice team did",
        button="Record it",
        done="It is recorded what the choice team did",
        action=record_choice_team_step,
        form=StepForm,
        asks=(
            "The team can advise, point to the right place, or take the matter up with us and with others. Where it"
            " finds that a choice is owed, the case stays open until it was offered."
        ),
        authority=_PAGE,
    ),
    Act(
        name="answer_choice_team",
        title="Record what the choice team was told",
        button="Record the answer",
        done="It is recorded what the choice team was told",
        action=answer_choice_team,
        form=ToldForm,
        asks="Tell it what was offered and when, or by when it will be.",
        authority=_PAGE,
    ),
)
