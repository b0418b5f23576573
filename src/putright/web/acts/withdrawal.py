"""What is asked when a complaint is withdrawn: how, by whom, what is looked into all the same, and what was learnt?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.answer_take_up import answer_take_up
from putright.casework.actions.confirm_withdrawal import confirm_withdrawal
from putright.casework.actions.record_learning import record_learning
from putright.casework.actions.withdraw import withdraw
from putright.domain.channels import Channel
from putright.domain.withdrawing import needs_the_patient
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import HOW_IT_CAME, POSTED, LetterForm, emailed
from putright.web.forms import Choice, RadiosField, TextareaField

YES, NO, LATER = "yes", "no", "later"


class WithdrawalForm(ActForm):
    """How the person said so, whether the patient wants it, what is looked into all the same, how it is confirmed."""

    channel = RadiosField("How did the person say so?", HOW_IT_CAME, required="Choose how the person said so")
    patient_agrees = RadiosField(
        "Does the patient want it too?",
        (
            Choice(YES, "Yes, I have asked them"),
            Choice(NO, "No, or nobody has asked them", "Then it is not withdrawn. The patient can go on."),
        ),
        required="Choose whether the patient wants it too",
    )
    note = TextareaField("What did they say?", hint="For the file. The person can ask to see it.", rows=4)
    goes_on = RadiosField(
        "Do you look into something all the same?",
        (
            Choice(NO, "No"),
            Choice(YES, "Yes, to keep people safe or to learn", reveals=("goes_on_because",)),
        ),
        required="Choose whether you look into something all the same",
    )
    goes_on_because = TextareaField(
        "What, and why?",
        required="Say what you look into all the same, and why",
        hint="The letter says this in your words. Write to the person.",
        rows=4,
    )
    confirmed_by = RadiosField("How is it confirmed in writing?", (), required="Choose how it is confirmed")
    field_order = ("on", "channel", "patient_agrees", "note", "goes_on", "goes_on_because", "confirmed_by")

    def first_answers(self) -> dict[str, Any]:
        """Take it that nothing goes on, and that the letter goes by post."""
        return {"goes_on": NO, "confirmed_by": Channel.LETTER}

    def fit(self) -> None:
        """Ask for the day on which the person said it, and about the patient where it is theirs to end."""
        self.rename("on", "When did the person say so?")
        if not needs_the_patient(self.about.case.basis):
            del self.fields["patient_agrees"]
        ways = (POSTED, emailed()) if self.about.case.complainant.agrees_to_email else (POSTED,)
        later = Choice(LATER, "Not yet", "The letter is owed in five working days.")
        self.offer("confirmed_by", (*ways, later))

    def said(self) -> dict[str, Any]:
        """Say all of it."""
        answers = self.cleaned_data
        how = answers["confirmed_by"]
        return {
            "channel": Channel(answers["channel"]),
            "note": answers["note"],
            "patient_agrees": answers.get("patient_agrees") == YES,
            "goes_on_because": answers["goes_on_because"] if answers["goes_on"] == YES else "",
            "confirmed_by": None if how == LATER else Channel(how),
        }


class TakeUpForm(LetterForm):
    """Whether it is taken up again, what is said with it, and how the person said that they want to go on."""

    accepted = RadiosField(
        "Is the complaint taken up again?",
        (
            Choice(YES, "Yes", "It goes on with the days that it had."),
            Choice(NO, "No", "Only once the law's time for this complaint is over, and for reasons."),
        ),
        required="Choose whether it is taken up again",
    )
    words = TextareaField(
        "What do you tell the person?",
        hint="If it is taken up again, what happens first, or leave it empty. If it is not, why: the letter says it in"
        " these words.",
        rows=5,
    )
    said_by = RadiosField(
        "How did the person say that they want to go on?",
        HOW_IT_CAME,
        required="Choose how the person said so",
    )
    field_order = ("said_by", "accepted", "words")

    def first_answers(self) -> dict[str, Any]:
        """Take it that it goes on, which is the rule."""
        return {**super().first_answers(), "accepted": YES}

    def fit(self) -> None:
        """What they said themselves is not asked again."""
        super().fit()
        if any(shown.duty.step == "answer-take-up" and shown.duty.is_to_do for shown in self.about.case.duties):
            del self.fields["said_by"]

    def said(self) -> dict[str, Any]:
        """Say all of it."""
        answers = self.cleaned_data
        how = {"said_by": Channel(answers["said_by"])} if "said_by" in answers else {}
        return {**super().said(), **how, "accepted": answers["accepted"] == YES, "words": answers["words"]}


class LearningForm(ActForm):
    """What was learnt."""

    words = TextareaField(
        "What was learnt, and what changes?", required="Write down what was learnt", hint="Name nobody.", rows=6
    )
    field_order = ("words", "on")

    def said(self) -> dict[str, Any]:
        """Say what."""
        return {"words": self.cleaned_data["words"]}


ACTS = (
    Act(
        name="withdraw",
        title="The complaint is withdrawn",
        button="Record that it is withdrawn",
        done="It is recorded that the complaint was withdrawn",
        action=withdraw,
        form=WithdrawalForm,
        asks=(
            "Make sure that nobody was talked into it. The letter says how the person can take it up again, and what"
            " you look into all the same."
        ),
        has_letter=True,
    ),
    Act(
        name="confirm_withdrawal",
        title="Confirm the withdrawal in writing",
        button="See the letter",
        done="The letter that confirms the withdrawal is ready",
        action=confirm_withdrawal,
        form=LetterForm,
        asks="The letter says how the person can take the complaint up again, and until when the law lets them.",
        has_letter=True,
    ),
    Act(
        name="answer_take_up",
        title="Answer whoever wants to go on after all",
        button="See the letter",
        done="The letter that says what happens now is ready",
        action=answer_take_up,
        form=TakeUpForm,
        asks=(
            "The complaint was withdrawn, and the person thinks better of it. Taken up again it has the days that it"
            " had. While the law gives them time to complain of this it cannot be refused."
        ),
        has_letter=True,
    ),
    Act(
        name="record_learning",
        title="What was learnt all the same",
        button="Record what was learnt",
        done="What was learnt is recorded",
        action=record_learning,
        form=LearningForm,
        asks="The complaint stays withdrawn. What was looked into all the same is finished and written down.",
    ),
)
