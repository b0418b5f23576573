"""What is asked when something else runs beside a complaint: what it is, what was done about it, how it ended?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.end_process import end_process
from putright.casework.actions.follow_up_process import ProcessStep, follow_up_process
from putright.casework.actions.link_process import link_process
from putright.casework.queries.linked_shown import ProcessShown
from putright.domain.issues import OUTCOME_WORDS, Outcome
from putright.domain.linked import PROCESSES, ProcessKind
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import LetterForm, check_file, file_field, files_of
from putright.web.acts.holds import ACTS as HOLDS
from putright.web.forms import Choice, DateField, RadiosField, TextareaField, TextField
from putright.web.wording import nhs_date

NO_OUTCOME, MISTAKE = "none", "mistake"
_STEPS = {
    ProcessStep.REFERRED: ("It was passed on to whoever deals with it", "To whom, how, and what they said."),
    ProcessStep.HEARD: ("Something was heard of it", "A date, a new name to turn to, a request."),
}
_OF_CANDOUR = {
    ProcessStep.TOLD: ("The person was told face to face", "By whom, what, and how sorry was said."),
    ProcessStep.NOT_POSSIBLE: ("The person could not be told face to face", "How it was tried, or that they declined."),
    ProcessStep.WRITTEN: ("What they were told was written to them", "With what was found since, and sorry once more."),
}


class LinkForm(ActForm):
    """What else is going on, who deals with it, and whether it was passed on."""

    process = RadiosField(
        "What else is going on?",
        [Choice(kind.value, rule.words, rule.at_once) for kind, rule in PROCESSES.items()],
        required="Choose what else is going on",
    )
    words = TextareaField(
        "What is known of it?",
        required="Write down what is known of it",
        hint="For those who handle the case. Nothing of this goes to the person who complained.",
        rows=4,
    )
    reference = TextField("Their reference", hint="The number of the coroner, the police or the insurer.")
    contact = TextareaField("Whom to turn to there", hint="A name, a telephone number, an email address.", rows=2)
    referred = TextareaField(
        "To whom was it passed on already?",
        hint="Leave it empty if that is still to be done. A safeguarding concern is then due today.",
        rows=2,
    )
    began_on = DateField("When did it begin?", name="The day on which it began", not_after_today=True)
    field_order = ("process", "words", "reference", "contact", "referred", "began_on", "on")

    def fit(self) -> None:
        """Ask for the day on which it came to be known."""
        self.rename("on", "When did it become known here?")

    def said(self) -> dict[str, Any]:
        """Say it all."""
        answers = self.cleaned_data
        told = {name: answers[name] for name in ("words", "reference", "contact", "referred", "began_on")}
        return {"process": ProcessKind(answers["process"]), **told}


def open_processes(form: ActForm) -> tuple[ProcessShown, ...]:
    """The processes that go on; the one alone that was pointed at, by whatever entry of it."""
    going_on = form.about.case.linked.going_on
    pointed = tuple(one for one in going_on if form.about.number in one.entries)
    return pointed or going_on


def process_choices(processes: tuple[ProcessShown, ...]) -> list[Choice]:
    """Each process to choose from."""
    return [Choice(str(one.entry), f"{one.words}, known since {nhs_date(one.known_on)}") for one in processes]


class FollowUpForm(ActForm):
    """What was done or heard."""

    process = RadiosField("Which one?", (), required="Choose which one it is")
    done = RadiosField("What was done?", (), required="Choose what was done")
    words = TextareaField("How, and what was said?", required="Write down how it was done", rows=5)
    file = file_field("Add a letter or a note")
    field_order = ("process", "done", "words", "file", "on")

    def fit(self) -> None:
        """Offer what goes on, and of the duty of candour what that asks."""
        processes = open_processes(self)
        self.offer("process", process_choices(processes))
        candour = any(one.kind is ProcessKind.CANDOUR for one in processes)
        steps = {**(_OF_CANDOUR if candour else {}), **_STEPS}
        self.offer("done", [Choice(step.value, words, hint) for step, (words, hint) in steps.items()])
        if len(processes) == 1 and not self.is_bound:
            self.initial["process"] = str(processes[0].entry)

    def clean(self) -> dict[str, Any] | None:
        """Look at the file."""
        cleaned = super().clean()
        check_file(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say what, and how."""
        answers = self.cleaned_data
        done = ProcessStep(answers["done"])
        return {"process": int(answers["process"]), "done": done, "words": answers["words"], "files": files_of(self)}


class EndForm(LetterForm):
    """How it ended."""

    process = RadiosField("Which one?", (), required="Choose which one it is")
    outcome = RadiosField(
        "What came of it?",
        (
            Choice(NO_OUTCOME, "It ended, and decided nothing about a complaint or an appeal"),
            *(
                Choice(each.value, f"A complaint or appeal was {words.lower()} there")
                for each, words in OUTCOME_WORDS.items()
            ),
            Choice(MISTAKE, "It never was: it was linked by mistake", "Nothing is owed because of it any more."),
        ),
        required="Choose what came of it",
    )
    words = TextareaField("How did it end?", required="Say how it ended", rows=4)
    field_order = ("process", "outcome", "words")

    def first_answers(self) -> dict[str, Any]:
        """Take it that it decided nothing here."""
        return {**super().first_answers(), "outcome": NO_OUTCOME}

    def fit(self) -> None:
        """Offer what goes on; a letter goes only where something waits for it."""
        super().fit()
        processes = open_processes(self)
        self.offer("process", process_choices(processes))
        self.rename("on", "When did it end?")
        if len(processes) == 1 and not self.is_bound:
            self.initial["process"] = str(processes[0].entry)
        if not any(one.holds for one in processes):
            del self.fields["channel"]

    def said(self) -> dict[str, Any]:
        """Say which, and how."""
        answers = self.cleaned_data
        outcome = answers["outcome"]
        letter = super().said() if "channel" in self.fields else {}
        return {
            **letter,
            "process": int(answers["process"]),
            "words": answers["words"],
            "outcome": Outcome(outcome) if outcome in set(Outcome) else None,
            "by_mistake": outcome == MISTAKE,
        }


ACTS = (
    Act(
        name="link_process",
        title="Something else is going on about the same matter",
        button="Link it",
        done="It is linked with the case, which goes on",
        action=link_process,
        form=LinkForm,
        asks=(
            "Is somebody in danger? Do that first: ring 999, or the safeguarding team, and come back. Linking it stops"
            " nothing; what must wait for it is decided for each issue."
        ),
    ),
    Act(
        name="follow_up_process",
        title="What was done about something else that goes on",
        button="Record it",
        done="It is recorded",
        action=follow_up_process,
        form=FollowUpForm,
        asks="Each thing that was done or heard is recorded on its own.",
    ),
    *HOLDS,
    Act(
        name="end_process",
        title="Something else that went on has ended",
        button="Continue",
        done="It is recorded that it has ended",
        action=end_process,
        form=EndForm,
        asks="What was held for it is taken up again, and the person is told.",
        has_letter=True,
    ),
)
