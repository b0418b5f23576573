"""How is the organisation called, and how is it reached about complaints?"""

from __future__ import annotations

# What Django's forms take and clean is untyped, hence Any.
from typing import Any

from putright.casework.actions.set_up_body import BodySaid
from putright.domain.returns import REPORTS_AS_WORDS
from putright.gateways.directory_files import directory
from putright.web.forms import Choice, EmailField, PageForm, SelectField, TelField, TextareaField, TextField


class OrganisationForm(PageForm):
    """Its name, and what stands on its letters and pages."""

    body_name = TextField("Name of the organisation", required="Enter the name of the organisation")
    address = TextareaField(
        "Address of the organisation",
        required="Enter the address: it stands at the head of every letter",
        hint="A line each, the postcode last. It stands at the head of every letter.",
        rows=4,
        max_length=500,
    )
    body_telephone = TelField(required="Enter the telephone number for complaints", autocomplete="off")
    body_email = EmailField("Email address for complaints", autocomplete="off")
    website = TextField("Website", max_length=200, spellcheck=False)
    area = SelectField("Council area", ())
    reports_as = SelectField(
        "What is it to those who count complaints?",
        [Choice(each.value, words) for each, words in REPORTS_AS_WORDS.items()],
        hint="NHS England counts written complaints once a year. This says in which return, KO41a or KO41b.",
        unchosen="Not said yet",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the areas that the register knows."""
        super().__init__(*args, **kwargs)
        known = sorted(directory().areas.values(), key=lambda area: area.name)
        self.fields["area"] = SelectField(
            "Council area",
            [Choice(area.area, area.name) for area in known],
            hint="Letters name the advocates and the Healthwatch of this area.",
            unchosen="Another area",
        )


def body_told(answered: dict[str, Any]) -> BodySaid:
    """The organisation that the answers make."""
    return BodySaid(
        name=answered["body_name"],
        kind=answered.get("kind", ""),
        area=answered["area"],
        address=tuple(line for line in answered["address"].split("\n") if line.strip()),
        telephone=answered["body_telephone"],
        email=answered["body_email"],
        website=answered["website"],
        reports_as=answered["reports_as"],
    )
