"""Which procedure is to be adopted: one that comes with the program, or the text of a file?"""

from __future__ import annotations

# What Django's forms take and clean is untyped, hence Any.
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile

from putright.casework.errors import ActionRefused
from putright.casework.queries.consider import consider, shipped_procedures, shipped_source
from putright.web.forms import Choice, PageForm, RadiosField, TextareaField
from putright.web.page_request import PageRequest

ANOTHER: Final = "another"
IN_PLACE, BESIDE = "in-place", "beside"
WHICH: Final = "Which procedure does the organisation keep to?"
_CHOOSE: Final = "Choose a procedure"


class ProcedureForm(PageForm):
    """The published procedure; the text of a file is read at once, so that what is wrong is said line by line."""

    procedure = RadiosField(WHICH, (), required=_CHOOSE)
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
            WHICH,
            [*shipped, another],
            hint="It must be your own published procedure: everything that people are told follows from it.",
            required=_CHOOSE,
        )

    def clean(self) -> dict[str, Any] | None:
        """Read the text."""
        cleaned = super().clean()
        if self.cleaned_data.get("procedure") == ANOTHER and self.cleaned_data.get("source"):
            try:
                consider(self.cleaned_data["source"], on=self.today)
            except ActionRefused as refused:
                self.refuse(*refused.refusals)
        return cleaned


class AdoptionForm(ProcedureForm):
    """The procedure, and whether it takes the place of the one in force."""

    place = RadiosField(
        "For which complaints is it?",
        (
            Choice(IN_PLACE, "For every complaint", "It takes the place of the procedure in force."),
            Choice(
                BESIDE,
                "For some complaints only",
                "Such as those about choice. It is kept beside the procedure in force, and a case comes under it when"
                " somebody puts the case under it.",
            ),
        ),
    )

    @property
    def is_beside(self) -> bool:
        """Whether the procedure in force stays; where nothing is said it gives way."""
        return self.cleaned_data.get("place") == BESIDE


def source_of(answered: dict[str, Any]) -> str:
    """The text of the procedure that was chosen."""
    chosen = str(answered["procedure"])
    return str(answered["source"]) if chosen == ANOTHER else shipped_source(chosen)


def take_text_of_file(request: PageRequest) -> None:
    """Put the text of a file that was chosen where pasted text would be: nothing keeps the file itself."""
    file = request.FILES.get("file")
    if isinstance(file, UploadedFile):
        typed = request.POST.copy()
        typed["procedure"], typed["source"] = ANOTHER, file.read().decode("utf-8", "replace")
        request.POST = typed  # type: ignore[assignment]  # Django's own setter takes it
