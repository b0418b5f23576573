"""How is another organisation named in a question of an act, and how does a letter go to it?"""

from __future__ import annotations

from typing import Any

from putright.casework.other_bodies import UNLISTED, BodyTold, bodies_to_choose
from putright.domain.channels import Channel
from putright.web.acts.act import ActForm, lines_of
from putright.web.forms import Choice, SelectField, TextareaField, TextField

ANOTHER = Choice(UNLISTED, "Another organisation")
_NAME_IT = "Enter the name of the organisation"
TO_THE_BODY = (
    Choice(Channel.LETTER, "By post", "It waits in the print queue. The case ends for you on the day it is posted."),
    Choice(Channel.EMAIL, "By email", "From a secure mailbox of your own, with the PDF from the case."),
    Choice(Channel.IN_PERSON, "By hand"),
)


def organisation_fields() -> dict[str, Any]:
    """The questions by which another organisation is named."""
    return {
        "organisation": SelectField("Which organisation?", (), required="Choose the organisation"),
        "organisation_name": TextField("Its name, if it is another one", max_length=200, spellcheck=False),
        "organisation_address": TextareaField(
            "Address of its complaints team",
            hint="A line each. Leave it empty if the register has the right one.",
            rows=4,
            max_length=500,
        ),
    }


def offer_organisations(form: ActForm) -> None:
    """Let every organisation of the register be chosen, and another one be named."""
    known = bodies_to_choose(form.today)
    form.offer("organisation", [*(Choice(code, name) for code, name in known), ANOTHER])
    others = form.about.case.intake.others
    if others and not form.is_bound:
        form.initial["organisation"] = others[-1].code


def initial_organisation(told: BodyTold) -> dict[str, Any]:
    """The questions answered already, for an organisation that the file speaks of."""
    name = told.name if told.code == UNLISTED else ""
    return {"organisation": told.code, "organisation_name": name, "organisation_address": "\n".join(told.address)}


def check_organisation(form: ActForm) -> None:
    """Say at the question that an organisation that is not in the list needs a name."""
    answers = form.cleaned_data
    if answers.get("organisation") == UNLISTED and not answers.get("organisation_name"):
        form.add_error("organisation_name", _NAME_IT)


def organisation_said(form: ActForm) -> BodyTold:
    """The organisation that was named."""
    answers = form.cleaned_data
    return BodyTold(
        code=answers["organisation"],
        name=answers["organisation_name"],
        address=lines_of(answers["organisation_address"]),
    )
