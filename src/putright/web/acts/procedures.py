"""What is asked where a case comes under another of the organisation's procedures?"""

from __future__ import annotations

from typing import Any

from putright.casework.actions.end_procedure import end_procedure
from putright.casework.actions.put_under_procedure import put_under_procedure
from putright.casework.queries.other_procedures import other_procedures
from putright.domain.vocabulary import ProcedureKind
from putright.web.acts.act import Act, ActForm
from putright.web.forms import Choice, RadiosField, TextareaField

BESIDE, INSTEAD = "beside", "instead"


class UnderForm(ActForm):
    """Which procedure, and whether the others give way."""

    procedure = RadiosField("Which procedure is it?", (), required="Choose the procedure")
    way = RadiosField(
        "What becomes of the procedure that the case is under?",
        (
            Choice(BESIDE, "It goes on", "Both are kept to, each by its own dates."),
            Choice(
                INSTEAD,
                "It gives way",
                "What was not yet due under it is no longer owed. What was past its date stays missed.",
            ),
        ),
        required="Choose whether the other procedure goes on",
    )
    why = TextareaField(
        "Why does the case come under it?",
        required="Say why the case comes under it",
        hint="For the file. The person can ask to see it.",
        rows=3,
    )
    field_order = ("procedure", "way", "why", "on")

    def fit(self) -> None:
        """Offer what does not govern the case already."""
        self.rename("on", "From which day?")
        governing = {each.name for each in self.about.case.procedures if each.governs}
        there = other_procedures(self.about.actor, self.about.today)
        self.offer("procedure", [Choice(each.name, each.title) for each in there if each.name not in governing])

    def said(self) -> dict[str, Any]:
        """Say which, how and why."""
        answers = self.cleaned_data
        return {"procedure": answers["procedure"], "in_place": answers["way"] == INSTEAD, "why": answers["why"]}


class EndForm(ActForm):
    """Which procedure applies no longer."""

    procedure = RadiosField("Which procedure applies no longer?", (), required="Choose the procedure")
    why = TextareaField("Why?", required="Say why it applies no longer", hint="For the file.", rows=3)
    field_order = ("procedure", "why", "on")

    def fit(self) -> None:
        """Offer what governs the case, and is no law."""
        self.rename("on", "From which day?")
        own = [each for each in self.about.case.procedures if each.kind == ProcedureKind.PROCEDURE]
        self.offer("procedure", [Choice(each.name, each.title) for each in own if each.governs])

    def said(self) -> dict[str, Any]:
        """Say which and why."""
        return {"procedure": self.cleaned_data["procedure"], "why": self.cleaned_data["why"]}


ACTS = (
    Act(
        name="put_under_procedure",
        title="Put the case under another procedure",
        button="Put it under this procedure",
        done="The case is under the procedure, and its dates are worked out anew",
        action=put_under_procedure,
        form=UnderForm,
        asks="Some complaints have a procedure of their own, such as those about choice. The law binds beside each.",
    ),
    Act(
        name="end_procedure",
        title="A procedure applies no longer",
        button="Record it",
        done="The procedure no longer governs the case",
        action=end_procedure,
        form=EndForm,
        asks="What was not yet due under it is no longer owed. What was past its date stays missed.",
    ),
)
