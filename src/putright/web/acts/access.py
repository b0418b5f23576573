"""What is asked of who can see a case: who is given access, from whom is it taken back, is the case restricted?"""

from __future__ import annotations

# What an action is told is of many types, hence Any.
from typing import Any

from putright.casework.actions.give_case import give_case
from putright.casework.actions.lift_restriction import lift_restriction
from putright.casework.actions.restrict_case import restrict_case
from putright.casework.actions.take_back_case import take_back_case
from putright.casework.queries.case_page import CasePage
from putright.casework.queries.who_can_be_given import Candidate, who_can_be_given
from putright.domain.access import Role
from putright.domain.duty import Refused
from putright.web.acts.act import Act, ActForm
from putright.web.forms import Choice, DateField, RadiosField, SelectField, TextareaField
from putright.web.wording import nhs_date


class GivenForm(ActForm):
    """Who is given access, as what, and for how long."""

    who = SelectField(
        "Who, and as what?",
        (),
        required="Choose who is given access",
        hint="People in a role that does not open this case by itself. An administrator can appoint others.",
    )
    from_on = DateField("From which day?", name="The first day", required="Enter the first day")
    until_on = DateField("Until which day?", name="The last day", hint="If it is for a time only.")
    field_order = ("who", "from_on", "until_on")

    def first_answers(self) -> dict[str, Any]:
        """Take it that it begins today."""
        return {"from_on": self.about.today}

    def fit(self) -> None:
        """Offer whoever has it not yet, and whom the case does not name."""
        del self.fields["on"]
        case = self.about.case
        named = {person.person_id for person in case.named}
        have = {(one.person_id, one.role) for one in case.given}
        people = who_can_be_given(self.about.actor, restricted=case.is_restricted)
        self.offer(
            "who",
            [
                Choice(f"{one.person_id} {one.role.value}", _called(one))
                for one in people
                if (one.person_id, one.role) not in have and (one.person_id not in named or one.role is Role.STAFF)
            ],
        )

    def said(self) -> dict[str, Any]:
        """Say who, as what and when."""
        person, role = self.cleaned_data["who"].split(" ", 1)
        days = {name: self.cleaned_data[name] for name in ("from_on", "until_on")}
        return {"person": int(person), "role": Role(role), **days}


class TakenBackForm(ActForm):
    """From whom access is taken back."""

    part = RadiosField("From whom?", (), required="Choose from whom access is taken back")

    def first_answers(self) -> dict[str, Any]:
        """Begin with whoever was pointed at, or the only one."""
        given = self.about.case.given
        return {"part": self.about.number or (given[0].entry if len(given) == 1 else None)}

    def fit(self) -> None:
        """Offer everybody who was given it; it is taken back now."""
        del self.fields["on"]
        given = self.about.case.given
        self.offer(
            "part",
            [
                Choice(str(one.entry), f"{one.name}, {one.post}", f"As {one.role_words}, from {nhs_date(one.from_on)}")
                for one in given
            ],
        )

    def said(self) -> dict[str, Any]:
        """Say from whom."""
        return {"part": int(self.cleaned_data["part"])}


class ReasonForm(ActForm):
    """Why."""

    reason = TextareaField("Why?", required="Say why", rows=4)

    def fit(self) -> None:
        """Ask for no day: it holds from now on."""
        del self.fields["on"]

    def said(self) -> dict[str, Any]:
        """Say why."""
        return {"reason": self.cleaned_data["reason"]}


class RestrictionForm(ReasonForm):
    """Why the case is restricted."""

    reason = TextareaField(
        "Why is it restricted?",
        required="Say why the case is restricted",
        hint="It goes on the file. Once the restriction is lifted, everybody who handles cases can read it.",
        rows=4,
    )


class LiftingForm(ReasonForm):
    """Why the restriction is lifted."""

    reason = TextareaField("Why is it lifted?", required="Say why the restriction is lifted", rows=4)


def nobody_to_give(case: CasePage) -> Refused | None:
    """Why there is nobody from whom access could be taken."""
    return None if case.given else Refused(code="not-given", message="Nobody has been given access to this case.")


def _called(one: Candidate) -> str:
    return f"{one.name}, {one.post}: as {one.role_words}"


ACTS = (
    Act(
        name="give_case",
        title="Give somebody access to the case",
        button="Give access",
        done="Access to the case is given",
        action=give_case,
        form=GivenForm,
        asks="They can do on this case what their role lets them, and see nothing of any other.",
    ),
    Act(
        name="take_back_case",
        title="Take access back",
        button="Take access back",
        done="Access to the case is taken back",
        action=take_back_case,
        form=TakenBackForm,
        asks="It ends at once. What was done meanwhile stands.",
        pointless=nobody_to_give,
    ),
    Act(
        name="restrict_case",
        title="Restrict the case",
        button="Restrict the case",
        done="The case is restricted",
        action=restrict_case,
        form=RestrictionForm,
        asks=(
            "Only its handler, those who are given access, the responsible person and the auditor can see it then. For"
            " everybody else it is not there, not even by its reference. Its letters do not change."
        ),
    ),
    Act(
        name="lift_restriction",
        title="Lift the restriction",
        button="Lift the restriction",
        done="The restriction is lifted",
        action=lift_restriction,
        form=LiftingForm,
        asks="Everybody whose role lets them sees the case again, with all that was put on its file meanwhile.",
    ),
)
