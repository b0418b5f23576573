"""What is asked where somebody reads what the person sent from the page of their complaint, or writes to them there?"""

from __future__ import annotations

from typing import Any, Final

from putright.casework.actions.read_from_page import read_from_page
from putright.casework.actions.write_to_person import write_to_person
from putright.domain.page_talk import READ, RULES, TOLD
from putright.web.acts.act import Act, ActForm
from putright.web.casefile.said import what_exactly
from putright.web.forms import Choice, RadiosField, SelectField, TextareaField

YES, NO = "yes", "no"
_LONGEST_LINE: Final = 120
_FILES_ALONE: Final = "Files, without words"


class ReadForm(ActForm):
    """What was read."""

    entry = SelectField("What have you read?", (), required="Choose what you have read")
    field_order = ("entry", "on")

    def first_answers(self) -> dict[str, Any]:
        """Begin with what was pointed at, or the only one."""
        open_ones = self._open()
        return {"entry": self.about.number or (open_ones[0].value if len(open_ones) == 1 else None)}

    def fit(self) -> None:
        """Offer what nobody has read."""
        self.rename("on", "When was it read?")
        self.offer("entry", self._open())

    def _open(self) -> list[Choice]:
        case = self.about.case
        said = what_exactly(case)
        owed = {each.duty.about for each in case.to_do if READ in each.duty.met_by}
        entries = [entry for entry in case.chronology if str(entry.number) in owed]
        return [
            Choice(str(one.number), " ".join((said.get(str(one.number)) or _FILES_ALONE).split())[:_LONGEST_LINE])
            for one in entries
        ]

    def said(self) -> dict[str, Any]:
        """Say which."""
        return {"entry": int(self.cleaned_data["entry"])}


class WriteForm(ActForm):
    """The words, and whether they tell the person how it is going."""

    words = TextareaField(
        "Your message",
        required="Write the message",
        hint="The person reads it on their page, with your name. Short sentences, and no words of law.",
        rows=8,
        max_length=10_000,
    )
    is_update = RadiosField(
        "Does it tell the person how it is going?",
        (Choice(NO, "No"), Choice(YES, "Yes", "It is recorded as an update")),
        required="Choose whether it tells the person how it is going",
    )
    field_order = ("words", "is_update", "on")

    def first_answers(self) -> dict[str, Any]:
        """Take it that it is none, unless the person asked for one."""
        return {} if self._owes_update() else {"is_update": NO}

    def fit(self) -> None:
        """Ask for the day of the message, which stands on the page at once."""
        self.rename("on", "Date of the message")

    def _owes_update(self) -> bool:
        return any(TOLD in shown.duty.met_by and shown.duty.procedure == RULES for shown in self.about.case.to_do)

    def said(self) -> dict[str, Any]:
        """Say it."""
        return {"words": self.cleaned_data["words"], "is_update": self.cleaned_data["is_update"] == YES}


ACTS = (
    Act(
        name="read_from_page",
        title="Say that you have read what the person sent",
        button="I have read it",
        done="It is recorded that it was read",
        action=read_from_page,
        form=ReadForm,
        asks=(
            "The person sees that it was read. If they asked something, write to them. If their contact details are"
            " new, look whether a letter waits that was written with the old ones."
        ),
    ),
    Act(
        name="write_to_person",
        title="Write to the person on their page",
        button="Put it on their page",
        done="The message stands on the person’s page",
        action=write_to_person,
        form=WriteForm,
        asks=(
            "It counts as the answer to what the person sent. If they agreed to email, a short email says that there is"
            " something new, and not what. A letter that the law or our procedure promises is no message."
        ),
    ),
)
