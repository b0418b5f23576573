"""What is asked about the organisation, its administrator, its responsible person and its procedure?"""

from __future__ import annotations

# What Django's forms take and clean is untyped, hence Any.
from typing import Any, Final

from putright.casework.errors import ActionRefused
from putright.casework.queries.consider import consider, shipped_procedures, shipped_source
from putright.domain.directory_rows import BodyKind
from putright.gateways.directory_files import directory
from putright.web.forms import (
    Choice,
    EmailField,
    PageForm,
    RadiosField,
    SelectField,
    TelField,
    TextareaField,
    TextField,
)

ANOTHER: Final = "another"
KIND_WORDS: Final = {
    BodyKind.PROVIDER: "It provides care, such as a practice, a trust or a company",
    BodyKind.COMMISSIONER: "It pays for care, such as an integrated care board",
    BodyKind.COUNCIL: "It is a council",
    BodyKind.OMBUDSMAN: "It is an ombudsman",
}


class OrganisationForm(PageForm):
    """The organisation."""

    body_name = TextField("Name of the organisation", required="Enter the name of the organisation")
    kind = RadiosField(
        "What does it do?",
        [Choice(kind.value, words) for kind, words in KIND_WORDS.items()],
        required="Choose what it does",
        small=True,
    )
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
    area = SelectField("Council area", (), unchosen="Another area")

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


class AdministratorForm(PageForm):
    """Whoever administers the organisation here: the person at this browser."""

    name = TextField("Your full name", required="Enter your name", max_length=120, autocomplete="name")
    post = TextField("Your post", required="Enter your post", hint="Such as Operations Director.", max_length=120)
    email = EmailField("Your email address", required="Enter your email address: you sign in with it")


class ResponsibleForm(PageForm):
    """The responsible person: regulation 4(1)(a)."""

    who = RadiosField(
        "Who is the responsible person?",
        (
            Choice("me", "I am"),
            Choice("another", "Somebody else", reveals=("responsible_name", "responsible_post", "responsible_email")),
        ),
        hint="Who answers for keeping to the law on complaints, and signs responses: as a rule the chief executive, a"
        " partner or the owner.",
        required="Choose who the responsible person is",
    )
    responsible_name = TextField("Their full name", required="Enter their name", max_length=120)
    responsible_post = TextField("Their post", required="Enter their post", max_length=120)
    responsible_email = EmailField("Their email address", required="Enter their email address", autocomplete="off")


class ProcedureForm(PageForm):
    """The published procedure: one that comes with the program, or the text of another."""

    procedure = RadiosField("Which procedure does it keep to?", (), required="Choose a procedure")
    source = TextareaField(
        "The text of the file",
        required="Paste the text of the file, or choose the file",
        hint="A procedure file is YAML. It can be checked beforehand with: putright procedure check FILE",
        rows=12,
        max_length=200_000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the procedures that come with the program, and room for another."""
        super().__init__(*args, **kwargs)
        shipped = [Choice(each.name, each.title) for each in shipped_procedures()]
        another = Choice(ANOTHER, "Another: I have its file", reveals=("source",), divider="or")
        self.fields["procedure"] = RadiosField(
            "Which procedure does it keep to?",
            [*shipped, another],
            hint="It must be your own published procedure: everything that people are told follows from it.",
            required="Choose a procedure",
        )
        self.order_fields(["procedure", "source"])

    def clean(self) -> dict[str, Any] | None:
        """Read the text, so that what is wrong with it is said here, line by line."""
        cleaned = super().clean()
        if self.cleaned_data.get("procedure") == ANOTHER and self.cleaned_data.get("source"):
            try:
                consider(self.cleaned_data["source"], on=self.today)
            except ActionRefused as refused:
                self.refuse(*refused.refusals)
        return cleaned


def source_of(answered: dict[str, Any]) -> str:
    """The text of the procedure that was chosen."""
    chosen = str(answered["procedure"])
    return str(answered["source"]) if chosen == ANOTHER else shipped_source(chosen)
