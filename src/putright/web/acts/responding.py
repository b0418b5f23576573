"""What is asked of the response: the outcome of each issue, the draft, the signature?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.sign_response import sign_response
from putright.casework.queries.easy_read_shown import easy_read_shown
from putright.casework.queries.response_page import ResponsePage, response_page
from putright.casework.response_draft import Draft
from putright.domain.issues import OUTCOME_WORDS, Outcome
from putright.domain.response import ActionConfirmation
from putright.web.acts.act import Act, ActForm, Part, lines_of
from putright.web.acts.asked import LetterForm
from putright.web.acts.checking import ACTS as CHECKING
from putright.web.acts.checking import check_words
from putright.web.acts.easy_read import ACTS as EASY_READ
from putright.web.acts.failings import add_failings, failing_parts, failings_said
from putright.web.acts.improvements import (
    add_improvements,
    check_improvements,
    improvements_said,
    parts_with_improvements,
)
from putright.web.forms import Choice, RadiosField, TextareaField
from putright.web.forms.drawing import look_of

YES, NO = "yes", "no"
_NO_EASY_READ = (
    "The person needs letters in easy read, and there is no easy read version of this draft. Write it first, or say why"
    " the response goes without. The reason is filed."
)
_OLD_EASY_READ = "There is an easy read version of an earlier draft. If it is not to go, say why."
CONFIRMATIONS = (
    Choice(ActionConfirmation.TAKEN, "Yes: everything that is needed has been done"),
    Choice(ActionConfirmation.TAKEN_AND_PROPOSED, "Yes: some of it has been done, the rest will be"),
    Choice(ActionConfirmation.PROPOSED, "Yes: it will be done"),
    Choice(ActionConfirmation.NONE_NEEDED, "Nothing needs to be done"),
    Choice(ActionConfirmation.NOT_SATISFIED, "No, not yet"),
)


class OutcomeForm(ActForm):
    """How one issue came out, why, and what must be put right."""

    issue = RadiosField("Which issue?", (), required="Choose the issue")
    outcome = RadiosField(
        "How did it come out?",
        tuple(Choice(code, words) for code, words in OUTCOME_WORDS.items()),
        required="Choose how the issue came out",
    )
    conclusion = TextareaField(
        "What was concluded, and why?",
        required="Say what was concluded on this issue",
        hint="The response says this in your words. Write to the person: “You were …”.",
        rows=8,
    )
    remedy_needed = RadiosField(
        "Does anything need to be put right?",
        (Choice(YES, "Yes", reveals=("remedy",)), Choice(NO, "No")),
        required="Choose whether anything needs to be put right",
    )
    remedy = TextareaField("What needs to be put right?", required="Say what needs to be put right", rows=4)
    field_order = ("issue", "outcome", "conclusion", "remedy_needed", "remedy", "on")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the issue that was pointed at or the only one, and with what was concluded before."""
        issues = [issue for issue in self.about.case.issues if not issue.exclusion]
        number = self.about.number or (issues[0].number if len(issues) == 1 else None)
        known = next((issue for issue in issues if issue.number == number), None)
        if known is None or known.outcome is None:
            return {"issue": number}
        return {
            "issue": number,
            "outcome": known.outcome,
            "conclusion": known.conclusion,
            "remedy_needed": {True: YES, False: NO}.get(known.remedy_needed or False, ""),
            "remedy": known.remedy,
        }

    def fit(self) -> None:
        """Offer the issues that are dealt with."""
        self.rename("on", "When was it decided?")
        issues = (issue for issue in self.about.case.issues if not issue.exclusion)
        self.offer(
            "issue",
            [Choice(str(one.number), f"{one.number}. {one.subject_words}", _beginning(one.words)) for one in issues],
        )

    def said(self) -> dict[str, Any]:
        """Say the outcome."""
        answers = self.cleaned_data
        return {
            "issue": int(answers["issue"]),
            "outcome": Outcome(answers["outcome"]),
            "conclusion": answers["conclusion"],
            "remedy_needed": answers["remedy_needed"] == YES,
            "remedy": answers["remedy"],
        }


class DraftForm(ActForm):
    """The draft of the response, complete or not."""

    known: ResponsePage

    how_considered = TextareaField(
        "How was the complaint considered?", hint="Who was asked, what was looked at, and by which standard.", rows=8
    )
    apology = TextareaField("Apology", hint="What you are sorry for. It is no admission of liability.", rows=4)
    answer_to_wanted = TextareaField("What does the person get of what they asked for?", rows=4)
    staff_response = TextareaField("What the staff say", rows=5)
    suggestions = TextareaField("What you suggest to resolve the matter", hint="One suggestion on each line.", rows=4)
    action_confirmation = RadiosField(
        "Are you satisfied that any action needed has been or will be taken?", CONFIRMATIONS
    )
    action_details = TextareaField("What has been done, or will be?", rows=4)

    def first_answers(self) -> dict[str, Any]:
        """Begin with the draft that stands."""
        page = response_page(self.about.actor, self.about.case.reference, self.about.today)
        draft, self.known = page.draft, page
        return {
            "answer_to_wanted": draft.answer_to_wanted,
            "how_considered": draft.how_considered,
            "apology": draft.apology,
            "staff_response": draft.staff_response,
            "suggestions": "\n".join(draft.suggestions),
            "action_confirmation": draft.action_confirmation or "",
            "action_details": draft.action_details,
            "improvements": draft.improvements,
        }

    def fit(self) -> None:
        """The draft is of today; what went wrong and what is put right may be said in full."""
        del self.fields["on"]
        wanted = self.known.content.outcome_wanted
        if wanted or self.known.draft.answer_to_wanted:
            hint = f"They said: “{_beginning(wanted, 400)}” If they do not get it, say why."
            field = self.fields["answer_to_wanted"]
            field.look = replace(look_of(field), hint=hint if wanted else "")  # type: ignore[attr-defined]  # ours
        else:
            del self.fields["answer_to_wanted"]
        add_failings(self, self.known.failings, self.known.draft.failings)
        add_improvements(self, self.initial.pop("improvements"))

    @property
    def parts(self) -> tuple[Part, ...]:
        """The letter, each thing that went wrong, and each that is put right."""
        letter, *changes = parts_with_improvements(self)
        failings = failing_parts(self)
        apart = {bound.name for part in failings for bound in part.fields}
        letter = replace(letter, fields=tuple(bound for bound in letter.fields if bound.name not in apart))
        return (letter, *failings, *changes)

    def clean(self) -> dict[str, Any] | None:
        """What is put right is said in full."""
        cleaned = super().clean()
        check_improvements(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """Say the draft."""
        answers = self.cleaned_data
        confirmation = answers["action_confirmation"]
        draft = Draft(
            how_considered=answers["how_considered"],
            action_confirmation=ActionConfirmation(confirmation) if confirmation else None,
            action_details=answers["action_details"],
            apology=answers["apology"],
            staff_response=answers["staff_response"],
            suggestions=lines_of(answers["suggestions"]),
            improvements=improvements_said(self),
            answer_to_wanted=answers.get("answer_to_wanted", ""),
            failings=failings_said(self),
        )
        return {"draft": draft}


class SignForm(LetterForm):
    """The signature, how the response goes, and why it goes without something that the Standards ask."""

    why_as_it_is = TextareaField(
        "Why does it go as it is?",
        required="Say why the response goes without what the Complaint Standards ask",
        hint="It goes without what stands above under “What the Complaint Standards ask beside”. The reason is filed.",
        rows=3,
    )

    def fit(self) -> None:
        """A signature bears its day."""
        super().fit()
        easy = easy_read_shown(self.about.actor, self.about.case.reference)
        judged = response_page(self.about.actor, self.about.case.reference, self.about.today).judged
        is_old = easy.written is not None and not easy.is_of_this_draft
        if not (judged.unmet or easy.is_owed or is_old):
            del self.fields["why_as_it_is"]
        elif not judged.unmet:
            self.explain("why_as_it_is", _NO_EASY_READ if easy.is_owed else _OLD_EASY_READ)
            self.fields["why_as_it_is"].required = easy.is_owed
        self.rename("on", "Date of the signature")
        field = self.fields["on"]
        hint = f"{check_words(self.about.case)} {look_of(field).hint}".strip()
        field.look = replace(look_of(field), hint=hint)  # type: ignore[attr-defined]  # ours

    def said(self) -> dict[str, Any]:
        """Say how it goes, and why as it is."""
        return {**super().said(), "why_as_it_is": self.cleaned_data.get("why_as_it_is", "")}


def _beginning(words: str, most: int = 120) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"


ACTS = (
    Act(
        name="record_outcome",
        title="Record the outcome of an issue",
        button="Record the outcome",
        done="The outcome is recorded",
        action=record_outcome,
        form=OutcomeForm,
        asks="Each issue is concluded on its own, and the response says whether anything needs to be put right.",
        authority="SI 2009/309 reg 14(2)(a)(ii)",
    ),
    Act(
        name="prepare_response",
        title="Prepare the response",
        button="See the draft",
        done="The draft is kept",
        action=prepare_response,
        form=DraftForm,
        asks=(
            "The response says how the complaint was considered, what was concluded on each issue, what is put right,"
            " and how to go to the Ombudsman. The letter itself adds the conclusions and the way to the Ombudsman."
        ),
        authority="SI 2009/309 reg 14(2)",
        has_letter=True,
    ),
    *EASY_READ,
    *CHECKING,
    Act(
        name="sign_response",
        title="Sign the response",
        button="See the letter",
        done="The response is signed",
        action=sign_response,
        form=SignForm,
        asks="The responsible person signs, or somebody whom they have authorised. A typed name is a signature.",
        authority="SI 2009/309 reg 14(2), 4(2) and 15",
        has_letter=True,
    ),
)
