"""What is asked where somebody who may sign concludes and answers a plain complaint in one go?"""

from __future__ import annotations

from typing import Any

from django import forms

from putright.casework.actions.answer_at_once import answer_at_once
from putright.casework.issue_outcomes import OutcomeSaid
from putright.casework.queries.case_page import IssueShown
from putright.domain.channels import Channel
from putright.domain.issues import OUTCOME_WORDS, Outcome
from putright.web.acts.act import Act, Part
from putright.web.acts.asked import HANDED, POSTED, emailed
from putright.web.acts.responding import CONFIRMATIONS, NO, YES, DraftForm
from putright.web.forms import Choice, RadiosField, TextareaField

_OUTCOMES = tuple(Choice(code, words) for code, words in OUTCOME_WORDS.items())


class AnswerForm(DraftForm):
    """How each issue came out that has no outcome yet, what the letter says beside, and how it goes."""

    channel = RadiosField("How does it go?", (), required="Choose how the letter goes")
    why_as_it_is = TextareaField(
        "Does it leave out something that the Complaint Standards ask? Why?",
        hint="You are told what it is when you see the letter. The reason is filed, not sent.",
        rows=2,
    )

    def first_answers(self) -> dict[str, Any]:
        """Begin with an empty letter that goes by email where the person has agreed to it."""
        agrees = self.about.case.complainant.agrees_to_email
        return {**super().first_answers(), "channel": Channel.EMAIL if agrees else Channel.LETTER}

    def fit(self) -> None:
        """Ask of each issue what is still to be concluded."""
        super().fit()
        agrees = self.about.case.complainant.agrees_to_email
        self.offer("channel", (POSTED, emailed(), HANDED) if agrees else (POSTED, HANDED))
        self.fields["how_considered"] = TextareaField(
            "How was the complaint considered?",
            required="Say how the complaint was considered",
            hint="Who was asked, what was looked at, and by which standard.",
            rows=6,
        )
        self.fields["action_confirmation"] = RadiosField(
            "Are you satisfied that any action needed has been or will be taken?",
            CONFIRMATIONS,
            required="Choose whether any action needed has been or will be taken",
        )
        self.open = tuple(issue for issue in self.about.case.issues if not issue.exclusion and issue.outcome is None)
        for issue in self.open:
            self.fields.update(_asked_of(issue.number))

    @property
    def parts(self) -> tuple[Part, ...]:
        """Each issue, the letter, and how it goes."""
        letter, *others = super().parts
        ours = {name for issue in self.open for name in _asked_of(issue.number)} | {"channel", "why_as_it_is"}
        issues = [
            Part(heading=_heading(issue), fields=(self[_outcome(n)], self[_conclusion(n)], self[_needed(n)]))
            for issue in self.open
            for n in (issue.number,)
        ]
        said = Part(heading="The letter", fields=tuple(bound for bound in letter.fields if bound.name not in ours))
        goes = Part(heading="How it goes", fields=(self["channel"], self["why_as_it_is"]))
        return (*issues, said, *others, goes)

    def said(self) -> dict[str, Any]:
        """Say the outcomes, the draft and how it goes."""
        answers = self.cleaned_data
        outcomes = tuple(
            OutcomeSaid(
                issue=n,
                outcome=Outcome(answers[_outcome(n)]),
                conclusion=answers[_conclusion(n)],
                remedy_needed=answers[_needed(n)] == YES,
                remedy=answers[_remedy(n)],
            )
            for n in (issue.number for issue in self.open)
        )
        return {
            **super().said(),
            "outcomes": outcomes,
            "channel": Channel(answers["channel"]),
            "why_as_it_is": answers["why_as_it_is"],
        }


def _asked_of(issue: int) -> dict[str, forms.Field]:
    return {
        _outcome(issue): RadiosField(
            "How did it come out?", _OUTCOMES, required=f"Choose how issue {issue} came out", inline=False
        ),
        _conclusion(issue): TextareaField(
            "What was concluded, and why?",
            required=f"Say what was concluded on issue {issue}",
            hint="The letter says this in your words. Write to the person: “You were …”.",
            rows=6,
        ),
        _needed(issue): RadiosField(
            "Does anything need to be put right?",
            (Choice(YES, "Yes", reveals=(_remedy(issue),)), Choice(NO, "No")),
            required=f"Choose whether anything needs to be put right for issue {issue}",
        ),
        _remedy(issue): TextareaField(
            "What needs to be put right?", required=f"Say what needs to be put right for issue {issue}", rows=3
        ),
    }


def _outcome(issue: int) -> str:
    return f"outcome_{issue}"


def _conclusion(issue: int) -> str:
    return f"conclusion_{issue}"


def _needed(issue: int) -> str:
    return f"remedy_needed_{issue}"


def _remedy(issue: int) -> str:
    return f"remedy_{issue}"


def _heading(issue: IssueShown) -> str:
    return f"{issue.number}. {issue.subject_words}"


ACTS = (
    Act(
        name="answer_at_once",
        title="Answer a plain complaint in one go",
        button="See the letter",
        done="The complaint is concluded, and the response is signed",
        action=answer_at_once,
        form=AnswerForm,
        asks=(
            "For somebody who may sign, and knows what happened. You read the letter before it goes. Where people have"
            " to be asked first, start an investigation instead."
        ),
        authority="SI 2009/309 reg 14(2)",
        has_letter=True,
    ),
)
