"""What is asked about keeping the file of a case: why for longer, whether that is over, and whether it is destroyed?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.destroy_file import destroy_file
from putright.casework.actions.keep_file_longer import keep_file_longer
from putright.casework.actions.keep_file_no_longer import keep_file_no_longer
from putright.casework.actions.propose_destruction import propose_destruction
from putright.domain.keeping import BY_CODE, KEPT_FOR_WORDS, LONGER, NO_LONGER, KeptFor
from putright.web.acts.act import Act, ActForm
from putright.web.forms import CheckboxesField, Choice, DateField, RadiosField, SelectField, TextareaField
from putright.web.wording import nhs_date

NEW = "new"
UNDERSTOOD = "understood"


class _HoldForm(ActForm):
    """Which of the reasons that stand is meant."""

    def standing(self) -> list[Choice]:
        """The reasons that keep the file now, each with its day."""
        entries = self.about.case.chronology
        over = {entry.about for entry in entries if entry.stands and entry.event in (LONGER, NO_LONGER) and entry.about}
        held = [entry for entry in entries if entry.event == LONGER and entry.stands and entry.number not in over]
        return [Choice(str(entry.number), f"{_said(entry.said)}, since {nhs_date(entry.on)}") for entry in held]


class LongerForm(_HoldForm):
    """Why the file is kept for longer, and when that is looked at again."""

    hold = SelectField("Is this new?", (), required="Choose whether this is new")
    why = RadiosField(
        "Why is it kept for longer?",
        tuple(Choice(why, words) for why, words in KEPT_FOR_WORDS.items()),
        required="Choose why it is kept for longer",
    )
    words = TextareaField(
        "Who asked for it, and what is needed?", required="Write down who asked for it and what is needed", rows=4
    )
    look_again_on = DateField(
        "When do you look at this again?",
        name="The day of the next look",
        required="Enter the day on which you look at this again",
        hint="In a year at most, as a rule. It is on the worklist then.",
        not_before_today=True,
    )
    field_order = ("hold", "why", "words", "look_again_on", "on")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the reason that was pointed at."""
        return {"hold": str(self.about.number) if self.about.number else NEW}

    def fit(self) -> None:
        """Offer the reasons that stand; where there are none it is new."""
        self.rename("on", "When was it decided?")
        standing = self.standing()
        self.offer("hold", [Choice(NEW, "Yes, it is a new reason"), *standing])
        if not standing:
            del self.fields["hold"]

    def said(self) -> dict[str, Any]:
        """Say why and until when."""
        answers = self.cleaned_data
        hold = answers.get("hold", NEW)
        return {
            "why": KeptFor(answers["why"]),
            "words": answers["words"],
            "look_again_on": answers["look_again_on"],
            "hold": None if hold == NEW else int(hold),
        }


class NoLongerForm(_HoldForm):
    """Which reason is over, and who said so."""

    hold = SelectField("Which reason is over?", (), required="Choose the reason that is over")
    words = TextareaField("How do you know?", required="Write down how you know that it is over", rows=4)
    field_order = ("hold", "words", "on")

    def first_answers(self) -> dict[str, Any]:
        """Begin with the only one."""
        standing = self.standing()
        return {"hold": standing[0].value if len(standing) == 1 else None}

    def fit(self) -> None:
        """Offer the reasons that stand."""
        self.offer("hold", self.standing())

    def said(self) -> dict[str, Any]:
        """Say which."""
        return {"hold": int(self.cleaned_data["hold"]), "words": self.cleaned_data["words"]}


class ProposalForm(ActForm):
    """Why the file is no longer needed."""

    words = TextareaField(
        "Why is the file no longer needed?",
        required="Write down why the file is no longer needed",
        hint="Who was asked: the legal team, whoever looks after claims, whoever answers inquiries.",
        rows=4,
    )

    def fit(self) -> None:
        """It is proposed today."""
        del self.fields["on"]

    def said(self) -> dict[str, Any]:
        """Say why."""
        return {"words": self.cleaned_data["words"]}


class DestructionForm(ActForm):
    """That it cannot be undone."""

    sure = CheckboxesField(
        "Are you sure?",
        (
            Choice(
                UNDERSTOOD,
                "I have looked at the proposal. The file is destroyed, and nobody can bring it back",
                "What is left: the reference, the days, the codes and outcomes, and who did what when.",
            ),
        ),
        required="Confirm that you have looked at the proposal",
    )

    def fit(self) -> None:
        """It is destroyed today."""
        del self.fields["on"]


def _said(said: tuple[tuple[str, str], ...]) -> str:
    return next((words for name, words in said if name == "Why it is kept"), "A reason")


ACTS = (
    Act(
        name="keep_file_longer",
        title="Keep the file for longer",
        button="Record why",
        done="The file is kept for longer",
        action=keep_file_longer,
        form=LongerForm,
        asks="As long as a reason stands, nothing of the file can be destroyed.",
        authority=BY_CODE,
    ),
    Act(
        name="keep_file_no_longer",
        title="The file is no longer needed for that",
        button="Record that it is over",
        done="It is recorded that the reason is over",
        action=keep_file_no_longer,
        form=NoLongerForm,
        authority=BY_CODE,
    ),
    Act(
        name="propose_destruction",
        title="Propose to destroy the file",
        button="Propose it",
        done="It is proposed to destroy the file. Somebody else looks at it now",
        action=propose_destruction,
        form=ProposalForm,
        asks="Two people destroy a file: one looks whether it is still needed and proposes it, another looks again.",
        authority=BY_CODE,
    ),
    Act(
        name="destroy_file",
        title="Destroy the file",
        button="Destroy the file",
        done="The file is destroyed",
        action=destroy_file,
        form=DestructionForm,
        asks=(
            "Every letter, paper, file and message is taken away for good, and so are the names, unless another case"
            " has them. What was copied into backups goes when they are overwritten."
        ),
        authority=BY_CODE,
    ),
)
