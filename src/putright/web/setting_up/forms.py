"""What is asked about the organisation, its administrator and its responsible person?"""

from __future__ import annotations

from typing import Final

from putright.domain.directory_rows import BodyKind
from putright.web.administering.organisation_form import OrganisationForm
from putright.web.forms import Choice, EmailField, PageForm, RadiosField, TextField

KIND_WORDS: Final = {
    BodyKind.PROVIDER: "It provides care, such as a practice, a trust or a company",
    BodyKind.COMMISSIONER: "It pays for care, such as an integrated care board",
    BodyKind.COUNCIL: "It is a council",
    BodyKind.OMBUDSMAN: "It is an ombudsman",
}


class NewOrganisationForm(OrganisationForm):
    """The organisation, and what it does."""

    kind = RadiosField(
        "What does it do?",
        [Choice(kind.value, words) for kind, words in KIND_WORDS.items()],
        required="Choose what it does",
        small=True,
    )
    field_order = ("body_name", "kind")


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
