"""What is asked where a person was not offered a choice: which it was, and what was offered then?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.describe_choice import describe_choice
from putright.casework.actions.offer_choice import offer_choice
from putright.domain.choice import CHOICE_WORDS, REMEDY_WORDS, ChoiceKind, ChoiceRemedy
from putright.web.acts.act import Act, ActForm
from putright.web.forms import Choice, DateField, RadiosField, TextareaField

YES, NO = "yes", "no"


class DescriptionForm(ActForm):
    """Which choice it is, since when the person waits, and whether the law gives the choice."""

    kind = RadiosField(
        "What was there to choose?",
        [Choice(kind.value, words) for kind, words in CHOICE_WORDS.items()],
        required="Choose what there was to choose",
    )
    referred_on = DateField(
        "When was the person referred?",
        name="The day of the referral",
        hint="The wait is counted from this day. Leave it empty where nobody has referred them. For example, 5 1 2026",
        not_after_today=True,
    )
    applies = RadiosField(
        "Does the law give the person this choice?",
        (
            Choice(YES, "Yes"),
            Choice(NO, "No", "Such as urgent care, or a service that the law leaves out. Say why below."),
        ),
        required="Choose whether the law gives the choice",
    )
    words = TextareaField(
        "What happened?",
        required="Say what happened",
        hint="Who referred the person, to whom, the number of the referral if there is one, and what they were told.",
        rows=5,
    )
    field_order = ("kind", "referred_on", "applies", "words", "on")

    def fit(self) -> None:
        """Ask for the day on which it was established."""
        self.rename("on", "When did you find this out?")

    def said(self) -> dict[str, Any]:
        """Say which, since when, and whether the law gives it."""
        answers = self.cleaned_data
        return {
            "kind": ChoiceKind(answers["kind"]),
            "referred_on": answers["referred_on"],
            "applies": answers["applies"] == YES,
            "words": answers["words"],
        }


class OfferForm(ActForm):
    """What was offered."""

    remedy = RadiosField(
        "What was offered?",
        [Choice(remedy.value, words) for remedy, words in REMEDY_WORDS.items()],
        required="Choose what was offered",
    )
    words = TextareaField(
        "What exactly?",
        required="Say what was offered",
        hint="Which providers or teams, with their waits, how the person was told, and what they chose.",
        rows=5,
    )
    field_order = ("remedy", "words", "on")

    def fit(self) -> None:
        """Ask for the day of the offer."""
        self.rename("on", "When was it offered?")

    def said(self) -> dict[str, Any]:
        """Say what was offered."""
        return {"remedy": ChoiceRemedy(self.cleaned_data["remedy"]), "words": self.cleaned_data["words"]}


ACTS = (
    Act(
        name="describe_choice",
        title="Record the choice that was not offered",
        button="Record it",
        done="It is recorded which choice was not offered",
        action=describe_choice,
        form=DescriptionForm,
        asks="People referred for a first appointment can choose where to go, with exceptions.",
        authority="SI 2012/2996 reg 39",
    ),
    Act(
        name="offer_choice",
        title="Record that the choice was offered",
        button="Record the offer",
        done="The offer is recorded",
        action=offer_choice,
        form=OfferForm,
        asks="A commissioner that agrees with the complaint has the choice offered. Until then the case stays open.",
    ),
)
