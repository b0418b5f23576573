"""What is asked when something is noted on the file, a call above all, and when what was promised in it is done?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.add_file_note import Call, Promise, add_file_note
from putright.casework.actions.keep_promise import keep_promise
from putright.casework.actions.let_promise_go import let_promise_go
from putright.domain.calls import (
    DIRECTION_WORDS,
    LONGEST_CALL,
    PROMISES,
    SPOKEN_WITH_WORDS,
    Direction,
    SpokenWith,
)
from putright.domain.channels import Channel
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import BY_EMAIL, BY_LETTER, BY_PHONE, IN_PERSON, TEXT_MESSAGE, VOICE_MESSAGE
from putright.web.casefile.said import what_was_promised
from putright.web.forms import Choice, DateField, NumberField, RadiosField, SelectField, TextareaField, TextField
from putright.web.wording import nhs_date

YES, NO = "yes", "no"


class FileNoteForm(ActForm):
    """A note of a call or of anything else, and what was promised."""

    words = TextareaField(
        "What was said?",
        required="Write the note",
        hint="Who said what, and what was agreed. The person can ask to see it.",
        rows=6,
    )
    channel = RadiosField(
        "What is it a note of?",
        (
            Choice(BY_PHONE.value, "A telephone call", reveals=("direction", "minutes")),
            Choice(IN_PERSON.value, "A conversation"),
            Choice(BY_EMAIL.value, "An email"),
            Choice(BY_LETTER.value, "A letter"),
            Choice(TEXT_MESSAGE.value, "A text message"),
            Choice(VOICE_MESSAGE.value, "A voice message"),
        ),
        required="Choose what it is a note of",
    )
    direction = RadiosField(
        "Who rang?",
        tuple(Choice(each, words) for each, words in DIRECTION_WORDS.items()),
        required="Choose who rang",
        small=True,
    )
    minutes = NumberField("How many minutes?", most=LONGEST_CALL)
    spoken_with = RadiosField("With whom?", (), required="Choose with whom it was")
    name = TextField(
        "Who was it?", required="Say who it was", hint="A name, or how they are known, such as a neighbour."
    )
    promised = RadiosField(
        "Was anything promised?",
        (
            Choice(NO, "No"),
            Choice(YES, "Yes", "It stands on the worklist until it is done.", reveals=("promise", "by")),
        ),
        required="Choose whether anything was promised",
    )
    promise = TextareaField("What was promised?", required="Write what was promised", rows=2)
    by = DateField("By which day?", name="The day of the promise", required="Enter the day by which it was promised")
    on = DateField("When was it?", required="Enter the date", not_after_today=True)
    field_order = ("words", "channel", "direction", "minutes", "spoken_with", "name", "promised", "promise", "by", "on")

    def first_answers(self) -> dict[str, Any]:
        """Take it that the person who complains telephoned, and that nothing was promised."""
        return {
            "channel": Channel.TELEPHONE,
            "direction": Direction.THEY_RANG,
            "spoken_with": SpokenWith.COMPLAINANT,
            "promised": NO,
        }

    def fit(self) -> None:
        """Name the people of the case."""
        case = self.about.case
        named = {SpokenWith.COMPLAINANT: case.complainant.name}
        if case.patient is not None:
            named[SpokenWith.PATIENT] = f"{case.patient.name}, the patient"
        others = (SpokenWith.COLLEAGUE, SpokenWith.SOMEBODY_ELSE)
        self.offer(
            "spoken_with",
            [
                *(Choice(each, words) for each, words in named.items()),
                *(Choice(each, SPOKEN_WITH_WORDS[each], reveals=("name",)) for each in others),
            ],
        )

    def said(self) -> dict[str, Any]:
        """Say the note, the call if it was one, and the promise if there was one."""
        answers = self.cleaned_data
        channel = Channel(answers["channel"])
        promise = Promise(words=answers["promise"], by=answers["by"]) if answers["promised"] == YES else None
        call = Call(
            direction=Direction(answers["direction"]) if channel is Channel.TELEPHONE else None,
            spoken_with=SpokenWith(answers["spoken_with"]),
            name=answers["name"],
            minutes=answers["minutes"],
        )
        return {"words": answers["words"], "channel": channel, "call": call, "promise": promise}


class _PromiseForm(ActForm):
    """Which promise it is."""

    promise = SelectField("Which promise?", (), required="Choose the promise")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the promise that was pointed at."""
        return {"promise": self.about.number}

    def fit(self) -> None:
        """Offer what is still to be done, the soonest first."""
        said = what_was_promised(self.about.case)
        open_now = [shown.duty for shown in self.about.case.to_do if shown.duty.procedure == PROMISES]
        self.offer(
            "promise",
            [
                Choice(duty.about, f"By {nhs_date(duty.due_on)}: {said.get(duty.about, '')}"[:200])
                for duty in open_now
                if duty.about and duty.due_on
            ],
        )

    def said(self) -> dict[str, Any]:
        """Say which."""
        return {"promise": int(self.cleaned_data["promise"])}


class KeptForm(_PromiseForm):
    """When a promise was kept, and how."""

    note = TextareaField("How was it kept?", hint="For the file, if it is worth writing down.", rows=3)
    field_order = ("promise", "on", "note")

    def said(self) -> dict[str, Any]:
        """Say which, and how."""
        return {**super().said(), "note": self.cleaned_data["note"]}


class LetGoForm(_PromiseForm):
    """Why a promise need not be kept."""

    reason = TextareaField("Why need it not be done?", required="Say why the promise need not be kept", rows=3)
    field_order = ("promise", "reason", "on")

    def fit(self) -> None:
        """Ask for the day on which the person was told."""
        super().fit()
        self.rename("on", "When did the person hear of it?")

    def said(self) -> dict[str, Any]:
        """Say which, and why."""
        return {**super().said(), "reason": self.cleaned_data["reason"]}


ACTS = (
    Act(
        name="add_file_note",
        title="Add a note or a call",
        button="Save the note",
        done="The note is on the file",
        action=add_file_note,
        form=FileNoteForm,
    ),
    Act(
        name="keep_promise",
        title="A promise was kept",
        button="Record that it was kept",
        done="It is recorded that the promise was kept",
        action=keep_promise,
        form=KeptForm,
    ),
    Act(
        name="let_promise_go",
        title="Let a promise go",
        button="Let it go",
        done="The promise need not be kept any more",
        action=let_promise_go,
        form=LetGoForm,
        asks="Only where the person no longer wants it, or was told why it cannot be done. It stays on the file.",
    ),
)
