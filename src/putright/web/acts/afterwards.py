"""What is asked when the answer is not the end: questions about it, or a second round of looking at the same things?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.answer_questions import answer_questions
from putright.casework.actions.open_round import open_round
from putright.casework.actions.record_questions import record_questions
from putright.domain.channels import Channel
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import HOW_IT_CAME, POSTED, LetterForm, check_file, emailed, file_field, files_of
from putright.web.forms import CheckboxesField, Choice, DateField, RadiosField, TextareaField

YES, NO = "yes", "no"


class QuestionsForm(ActForm):
    """What the person asks about the answer."""

    on = DateField("When did they ask?", required="Enter the day on which they asked", not_after_today=True)
    channel = RadiosField("How did they ask?", HOW_IT_CAME, required="Choose how they asked")
    words = TextareaField(
        "What do they ask?",
        required="Write down what they ask",
        hint="One question on each line, in the person's own words as far as you can. The letter repeats them.",
        rows=5,
    )
    file = file_field("Add their letter")

    def first_answers(self) -> dict[str, Any]:
        """Take it that the person wrote."""
        return {"channel": Channel.LETTER}

    def clean(self) -> dict[str, Any] | None:
        """Look inside the file."""
        cleaned = super().clean()
        check_file(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say what was asked, and how."""
        answers = self.cleaned_data
        return {"words": answers["words"], "channel": Channel(answers["channel"]), "files": files_of(self)}


class AnswerForm(LetterForm):
    """What the person is told."""

    said_already = RadiosField(
        "Is it in the answer that they have?",
        (
            Choice(NO, "No, or not all of it", "The letter answers it."),
            Choice(YES, "Yes", "The letter says where it stands, and offers to go through it with them."),
        ),
        required="Choose whether it is in the answer that they have",
    )
    answer = TextareaField(
        "What does the letter say?",
        required="Write what the letter says",
        hint="Write to the person. If it is in the answer already, say where: “Under ‘What we found’, on page 2.”",
        rows=8,
    )

    def first_answers(self) -> dict[str, Any]:
        """Take it that it is new."""
        return {**super().first_answers(), "said_already": NO}

    def said(self) -> dict[str, Any]:
        """Say the answer."""
        answers = self.cleaned_data
        return {**super().said(), "answer": answers["answer"], "said_already": answers["said_already"] == YES}


class RoundForm(ActForm):
    """Why the person is not satisfied, what is looked at once more, and whether they are offered a meeting."""

    on = DateField(
        "When did they say that they are not satisfied?",
        required="Enter the day on which they said so",
        not_after_today=True,
    )
    came_by = RadiosField("How did they say so?", HOW_IT_CAME, required="Choose how they said so")
    about_the_same = RadiosField(
        "What is it about?",
        (
            Choice(YES, "The same things, or more about them"),
            Choice(NO, "Something new", "Something new is entered as a complaint of its own, with a time of its own."),
        ),
        required="Choose what it is about",
    )
    issues = CheckboxesField("What is looked at once more?", (), required="Choose what is looked at once more")
    words = TextareaField(
        "Why are they not satisfied?",
        required="Write down why the person is not satisfied",
        hint="In the person's own words as far as you can, and anything that they add.",
        rows=6,
    )
    file = file_field("Add their letter")
    offer_meeting = RadiosField(
        "Does the letter offer a meeting?",
        (Choice(YES, "Yes"), Choice(NO, "No", "They met already, or do not want to.")),
        required="Choose whether the letter offers a meeting",
    )
    channel = RadiosField("How does our letter go?", (), required="Choose how the letter goes")
    field_order = ("on", "came_by", "about_the_same", "issues", "words", "file", "offer_meeting", "channel")

    def first_answers(self) -> dict[str, Any]:
        """Take it that they wrote about the same things, about all of them."""
        dealt_with = [str(issue.number) for issue in self.about.case.issues if not issue.exclusion]
        first = {"came_by": Channel.LETTER, "about_the_same": YES, "issues": dealt_with}
        return {**first, "offer_meeting": YES, "channel": Channel.LETTER}

    def fit(self) -> None:
        """Offer what was dealt with, and email only where the person has agreed to it."""
        dealt_with = [issue for issue in self.about.case.issues if not issue.exclusion]
        self.offer("issues", [Choice(str(one.number), f"{one.number}. {one.subject_words}") for one in dealt_with])
        self.offer("channel", (POSTED, emailed()) if self.about.case.complainant.agrees_to_email else (POSTED,))

    def clean(self) -> dict[str, Any] | None:
        """Look inside the file."""
        cleaned = super().clean()
        check_file(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say all of it."""
        answers = self.cleaned_data
        return {
            "words": answers["words"],
            "issues": tuple(int(number) for number in answers["issues"]),
            "about_the_same": answers["about_the_same"] == YES,
            "offer_meeting": answers["offer_meeting"] == YES,
            "came_by": Channel(answers["came_by"]),
            "files": files_of(self),
            "channel": Channel(answers["channel"]),
        }


ACTS = (
    Act(
        name="record_questions",
        title="Questions about the answer",
        button="Record the questions",
        done="What was asked about the answer is recorded",
        action=record_questions,
        form=QuestionsForm,
        asks=(
            "Somebody who asks what the answer means has not complained anew, and has not asked for it to be looked at"
            " again. They are answered in ten working days. A case that is closed stays closed."
        ),
    ),
    Act(
        name="answer_questions",
        title="Answer questions about the answer",
        button="See the letter",
        done="The letter with what was asked is ready",
        action=answer_questions,
        form=AnswerForm,
        asks="One letter answers everything that is still open, and says how to go further.",
        has_letter=True,
    ),
    Act(
        name="open_round",
        title="Look at the same things once more",
        button="See the letter",
        done="The same things are looked at once more",
        action=open_round,
        form=RoundForm,
        asks=(
            "The person is not satisfied, or tells you more about the same things. The first answer stays on the file"
            " with its day, and whether it came in time stays as it was. The second answer has a time of its own: 25"
            " working days."
        ),
        has_letter=True,
    ),
)
