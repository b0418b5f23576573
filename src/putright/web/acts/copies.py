"""What is asked of a copy of the file: for whom it is, what is taken out, whether it may go, and how it goes?"""

from __future__ import annotations

# What an action is told is of many types, hence Any.
from typing import Any

from putright.casework.actions.begin_copy import begin_copy
from putright.casework.actions.check_copy import check_copy
from putright.casework.actions.end_copy import end_copy
from putright.casework.actions.give_copy import give_copy
from putright.casework.actions.mark_copy import mark_copy
from putright.casework.actions.unmark_copy import unmark_copy
from putright.casework.copies import KIND, MADE_KIND, mark_in_words
from putright.casework.queries.copies_shown import copies_shown
from putright.domain.copies import ACCESS, FOR_WORDS, WHY_WORDS, CopyFor, WhyOut
from putright.web.acts.act import Act, ActForm, lines_of
from putright.web.acts.asked import HANDED, POSTED, LetterForm
from putright.web.forms import CheckboxesField, Choice, RadiosField, SelectField, TextareaField, TextField

READY, BACK = "ready", "back"
WHYS = tuple(Choice(why, words) for why, words in WHY_WORDS.items() if why is not WhyOut.CANNOT_BE_SHOWN)
NOTE_HINT = (
    "For harm: which health professional thinks so, and when. For confidence: how it is known. The name of somebody who"
    " treated the patient, or wrote the record, is no ground by itself."
)
_LONGEST_LINE = 90


class _OfToday(ActForm):
    """What is done with a copy is of today."""

    def fit(self) -> None:
        """No day is asked."""
        del self.fields["on"]


class BeginForm(_OfToday):
    """Who gets the copy, and why."""

    to = RadiosField(
        "Who gets the copy?",
        tuple(
            Choice(to, words, reveals=() if to is CopyFor.PERSON else (f"{to}_name", f"{to}_address"))
            for to, words in FOR_WORDS.items()
        ),
        required="Choose who gets the copy",
    )
    why = TextareaField(
        "Why do they get it?",
        required="Say why they get a copy",
        hint="What they asked for, or by what right they have it. The letter says this in your words.",
        rows=3,
    )
    organisation_name = TextField("Its name", required="Enter the name of the organisation", max_length=200)
    organisation_address = TextareaField("Its address", required="Enter the address of the organisation", rows=4)
    ombudsman_name = TextField("To whom there", required="Enter to whom there it goes", max_length=200)
    ombudsman_address = TextareaField("The address there", required="Enter the address of the Ombudsman", rows=4)
    court_name = TextField("Their name", required="Enter the name of the court or of the person", max_length=200)
    court_address = TextareaField("Their address", required="Enter the address of the court or the person", rows=4)
    field_order = (
        *("to", "organisation_name", "organisation_address", "ombudsman_name", "ombudsman_address"),
        *("court_name", "court_address", "why"),
    )

    def said(self) -> dict[str, Any]:
        """Say who gets it, where they are, and why."""
        answers = self.cleaned_data
        to = CopyFor(answers["to"])
        return {
            "to": to,
            "why": answers["why"],
            "name": answers.get(f"{to}_name") or "",
            "address": lines_of(answers.get(f"{to}_address") or ""),
        }


class MarkForm(_OfToday):
    """Which papers, or which words in all of them, are taken out, and why."""

    words = TextareaField(
        "Which words are taken out of every paper?",
        hint="One name, number or passage on each line. Leave it empty to leave out whole papers.",
        rows=4,
    )
    papers = CheckboxesField("Or which papers are left out as a whole?", (), optional_words=False, small=True)
    why = RadiosField("Why?", WHYS, required="Choose why it is taken out")
    note = TextareaField("On what does that rest?", hint=NOTE_HINT, rows=3)
    field_order = ("words", "papers", "why", "note")

    def fit(self) -> None:
        """Offer the papers of the file."""
        super().fit()
        papers = (paper for paper in self.about.case.papers if paper.kind not in (KIND, MADE_KIND))
        self.offer("papers", [Choice(str(one.number), f"{one.number}. {one.title[:_LONGEST_LINE]}") for one in papers])

    def first_answers(self) -> dict[str, Any]:
        """Begin with the paper that was pointed at."""
        return {"papers": [str(self.about.number)]} if self.about.number else {}

    def clean(self) -> dict[str, Any] | None:
        """Words or papers, not both: words of one paper are marked where it is shown."""
        cleaned = super().clean() or {}
        if not self.errors and bool(cleaned.get("words", "").strip()) == bool(cleaned.get("papers")):
            self.add_error("words", "Write the words that go from every paper, or choose the papers that are left out")
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say the papers or the words, and why."""
        answers = self.cleaned_data
        return {
            "papers": tuple(int(number) for number in answers["papers"]),
            "words": lines_of(answers["words"]),
            "why": WhyOut(answers["why"]),
            "note": answers["note"],
        }


class UnmarkForm(_OfToday):
    """What is put back."""

    mark = SelectField("What is put back?", (), required="Choose what is put back")

    def fit(self) -> None:
        """Offer what is taken out of the copy that is being prepared."""
        super().fit()
        found = copies_shown(self.about.actor, self.about.case.reference, now=self.about.now).open
        marks = found.copy.standing if found else ()
        self.offer("mark", [Choice(str(mark.number), mark_in_words(mark)[:_LONGEST_LINE]) for mark in marks])

    def first_answers(self) -> dict[str, Any]:
        """Begin with the one that was pointed at."""
        return {"mark": self.about.number}

    def said(self) -> dict[str, Any]:
        """Say which."""
        return {"mark": int(self.cleaned_data["mark"])}


class CheckForm(_OfToday):
    """Whether the copy may go."""

    verdict = RadiosField(
        "May it go as it is?",
        (
            Choice(READY, "Yes", "You have read every page of it as it would go."),
            Choice(BACK, "No, it goes back", "It cannot be sent until it is changed and looked over again."),
        ),
        required="Choose whether it may go",
    )
    words = TextareaField("What did you find?", hint="What has to be changed has to be said.", rows=4)
    field_order = ("verdict", "words")

    def said(self) -> dict[str, Any]:
        """Say the verdict."""
        return {"is_ready": self.cleaned_data["verdict"] == READY, "words": self.cleaned_data["words"]}


class GiveForm(LetterForm):
    """How the copy goes: on paper."""

    def fit(self) -> None:
        """A letter of ours by email takes no file with it."""
        super().fit()
        self.offer("channel", (POSTED, HANDED))


class EndForm(_OfToday):
    """Why it is given up."""

    reason = TextareaField("Why is it not sent?", required="Say why it is not sent", rows=3)

    def said(self) -> dict[str, Any]:
        """Say why."""
        return {"reason": self.cleaned_data["reason"]}


ACTS = (
    Act(
        name="begin_copy",
        title="Begin a copy of the file for somebody",
        button="Begin the copy",
        done="The copy is begun. Take out of it what they may not have",
        action=begin_copy,
        form=BeginForm,
        asks=(
            "The copy holds every paper that is in the file now. What is about other people is taken out before it"
            " goes; the papers themselves stay as they are."
        ),
        authority=ACCESS,
        leads_to="copies",
    ),
    Act(
        name="mark_copy",
        title="Take something out of the copy",
        button="Take it out",
        done="It is taken out of the copy",
        action=mark_copy,
        form=MarkForm,
        asks="Words, pages and parts of a page of one paper are taken out where the paper is shown.",
        leads_to="copies",
    ),
    Act(
        name="unmark_copy",
        title="Put something back into the copy",
        button="Put it back",
        done="It is in the copy again",
        action=unmark_copy,
        form=UnmarkForm,
        asks="The log keeps that it was taken out, and who put it back.",
        leads_to="copies",
    ),
    Act(
        name="check_copy",
        title="Look the copy over",
        button="Record what you found",
        done="It is recorded what you found",
        action=check_copy,
        form=CheckForm,
        asks="Somebody who did not work on the copy reads it as it would go, the pictures as well as the words.",
        leads_to="copies",
    ),
    Act(
        name="give_copy",
        title="Send the copy",
        button="See the letter",
        done="The copy is made, and its letter is written",
        action=give_copy,
        form=GiveForm,
        asks=(
            "The letter says what kind of thing was left out, why, and how to object. The copy is made as it stands and"
            " kept in the file; print it and put it in with the letter."
        ),
        authority=ACCESS,
        has_letter=True,
        leads_to="copies",
    ),
    Act(
        name="end_copy",
        title="Give the copy up",
        button="Give it up",
        done="The copy is given up",
        action=end_copy,
        form=EndForm,
        leads_to="copies",
    ),
)
