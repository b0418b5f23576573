"""What is asked when a case belongs with another one, or is the same complaint?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.link_case import link_case
from putright.casework.actions.merge_case import merge_case
from putright.casework.actions.unlink_case import unlink_case
from putright.casework.queries.possible_duplicates import PossibleDuplicate, possible_duplicates
from putright.domain.likeness import LIKENESS_WORDS
from putright.domain.references import reference_shown
from putright.domain.splitting import SPLIT
from putright.web.acts.act import Act, ActForm
from putright.web.acts.asked import LetterForm
from putright.web.acts.splitting import ACTS as SPLITTING
from putright.web.casefile.alike import who_and_when
from putright.web.forms import Choice, RadiosField, TextareaField, TextField

YES, NO, ANOTHER = "yes", "no", "another"
_WHICH = "Choose the other case"
_TYPED = "Enter the reference of the other case"


def which_case() -> dict[str, Any]:
    """The questions by which another case is named."""
    return {
        "which": RadiosField("Which other case?", (), required=_WHICH),
        "reference": TextField("Its reference", required=_TYPED, width=10, code=True),
    }


def offer_cases(form: ActForm) -> None:
    """Offer the cases that may be the same, with what they have in common; and any other by its reference."""
    found = possible_duplicates(form.about.actor, form.about.case.reference, now=form.about.now)
    offered = [Choice(each.reference, _who(each), _alike(each)) for each in found]
    form.offer("which", [*offered, Choice(ANOTHER, "Another one", reveals=("reference",))])
    if not found and not form.is_bound:
        form.initial["which"] = ANOTHER


def chosen_case(form: ActForm) -> str:
    """The reference of the case that was chosen or typed."""
    answers = form.cleaned_data
    return str(answers["reference"] if answers["which"] == ANOTHER else answers["which"])


def _who(one: PossibleDuplicate) -> str:
    return f"{one.reference_shown}, {who_and_when(one)}"


def _alike(one: PossibleDuplicate) -> str:
    words = "; ".join(LIKENESS_WORDS[each] for each in one.alike)
    return f"{words[0].upper()}{words[1:]}"


class LinkForm(ActForm):
    """Which case it belongs with, and why."""

    which = which_case()["which"]
    reference = which_case()["reference"]
    why = TextareaField("Why do they belong together?", required="Say why they belong together", rows=3)
    field_order = ("which", "reference", "why", "on")

    def fit(self) -> None:
        """Offer the cases that may be meant."""
        offer_cases(self)

    def said(self) -> dict[str, Any]:
        """Say which, and why."""
        return {"other": chosen_case(self), "why": self.cleaned_data["why"]}


class MergeForm(LetterForm):
    """Which case goes on in its place, why, and whether the person is told."""

    which = which_case()["which"]
    reference = which_case()["reference"]
    why = TextareaField("Why is it the same complaint?", required="Say why it is the same complaint", rows=3)
    tells = RadiosField(
        "Does the person know the reference of this case?",
        (Choice(YES, "Yes, write to them which one counts from now on"), Choice(NO, "No")),
        required="Choose whether the person knows the reference",
    )
    field_order = ("which", "reference", "why", "tells")

    def fit(self) -> None:
        """Offer the cases that may be the same."""
        super().fit()
        offer_cases(self)

    def said(self) -> dict[str, Any]:
        """Say which, why, and whether to write."""
        answers = self.cleaned_data
        return {
            **super().said(),
            "other": chosen_case(self),
            "why": answers["why"],
            "tells": answers["tells"] == YES,
        }


class UnlinkForm(ActForm):
    """Which case it no longer belongs with, and why."""

    other = RadiosField("Which other case?", (), required=_WHICH)
    why = TextareaField("Why?", required="Say why", rows=3)
    field_order = ("other", "why", "on")

    def fit(self) -> None:
        """Offer the cases that this one names."""
        linked = {other: how for other, how in self.about.case.intake.linked.items() if how not in SPLIT}
        self.offer("other", [Choice(one, reference_shown(one)) for one in linked])
        if len(linked) == 1 and not self.is_bound:
            self.initial["other"] = next(iter(linked))

    def said(self) -> dict[str, Any]:
        """Say which, and why."""
        return {"other": self.cleaned_data["other"], "why": self.cleaned_data["why"]}


ACTS = (
    Act(
        name="link_case",
        title="Link it with another case",
        button="Link the cases",
        done="The two cases are linked",
        action=link_case,
        form=LinkForm,
        asks="For two complaints that belong together, such as of one family. Each is dealt with, on its own dates.",
    ),
    Act(
        name="merge_case",
        title="Put it together with another case",
        button="Continue",
        done="The two cases are put together",
        action=merge_case,
        form=MergeForm,
        asks=(
            "For one complaint that was entered twice. This case ends, and the one that was received first goes on, so"
            " that every date counts from the earlier day. It can be taken back."
        ),
        has_letter=True,
    ),
    Act(
        name="unlink_case",
        title="Take a link with another case back",
        button="Take it back",
        done="The two cases go on by themselves",
        action=unlink_case,
        form=UnlinkForm,
        asks="Cases that were put together each have their own dates again, as if they never had been.",
    ),
    *SPLITTING,
)
