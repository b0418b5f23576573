"""Which questions do several actions ask in the same words?"""

from __future__ import annotations

# Cleaned answers are of many types, hence Any.
from typing import Any

from django.conf import settings

from putright.casework.said import FileSaid
from putright.domain.channels import Channel
from putright.gateways.file_kinds import KINDS_IN_WORDS
from putright.web.acts.act import ActForm
from putright.web.forms import Choice, DateField, FileField, RadiosField, TextareaField
from putright.web.taking_in import taken_in
from putright.web.wording import file_size

BY_PHONE = Choice(Channel.TELEPHONE, "By telephone")
IN_PERSON = Choice(Channel.IN_PERSON, "In person")
BY_LETTER = Choice(Channel.LETTER, "By letter")
BY_EMAIL = Choice(Channel.EMAIL, "By email")
VOICE_MESSAGE = Choice(Channel.VOICEMAIL, "By a voice message")
TEXT_MESSAGE = Choice(Channel.TEXT, "By text message")

HOW_SAID = (BY_PHONE, IN_PERSON, BY_LETTER, BY_EMAIL)
HOW_IT_CAME = (BY_LETTER, BY_EMAIL, TEXT_MESSAGE, BY_PHONE, IN_PERSON, VOICE_MESSAGE)
POSTED = Choice(
    Channel.LETTER,
    "By post",
    "It waits in the print queue. Mark it as posted once it has gone: that is the day that counts.",
)
EMAILED = Choice(
    Channel.EMAIL, "By email", "Download the PDF and send it yourself. It counts as sent on the date above."
)
SENT_FOR_YOU = Choice(
    Channel.EMAIL,
    "By email",
    "Putright sends it in the next minutes. It counts as sent on the day on which the mail server takes it.",
)
HANDED = Choice(
    Channel.IN_PERSON, "By hand", "Print it and give it to the person. It counts as given on the date above."
)
IN_WRITING = (POSTED, EMAILED, HANDED)


def emailed() -> Choice:
    """A letter by email: sent from here where mail is set up, else by whoever writes it."""
    return EMAILED if settings.PUTRIGHT_MAIL is None else SENT_FOR_YOU


class NoteForm(ActForm):
    """The day, and whatever is worth writing down."""

    note = TextareaField("Notes", hint="What was said or decided, for the file. The person can ask to see it.")

    def said(self) -> dict[str, Any]:
        """Say the note."""
        return {"note": self.cleaned_data["note"]}


class SaidForm(NoteForm):
    """The day, how it was said, and whatever is worth writing down."""

    channel = RadiosField("How was it said?", HOW_SAID, required="Choose how it was said", inline=False)
    field_order: tuple[str, ...] = ("on", "channel", "note")

    def first_answers(self) -> dict[str, Any]:
        """Take it that it was said by telephone."""
        return {"channel": Channel.TELEPHONE}

    def said(self) -> dict[str, Any]:
        """Say how, and the note."""
        return {**super().said(), "channel": Channel(self.cleaned_data["channel"])}


class LetterForm(ActForm):
    """A letter: its date, and how it goes. Email is offered only where the person has agreed to it."""

    on = DateField(
        "Date of the letter",
        name="The date of the letter",
        required="Enter the date of the letter",
        not_after_today=True,
    )
    channel = RadiosField("How does it go?", IN_WRITING, required="Choose how the letter goes")

    goes_to_staff = False

    def first_answers(self) -> dict[str, Any]:
        """Take it that it goes by post, to staff by email."""
        return {"channel": Channel.EMAIL if self.goes_to_staff else Channel.LETTER}

    def fit(self) -> None:
        """Leave out email where the person has not agreed to it: regulation 15."""
        self.order_fields([*(name for name in self.fields if name not in ("on", "channel")), "on", "channel"])
        if not (self.goes_to_staff or self.about.case.complainant.agrees_to_email):
            self.offer("channel", (POSTED, HANDED))
        else:
            self.offer("channel", (POSTED, emailed(), HANDED))

    def said(self) -> dict[str, Any]:
        """Say how it goes."""
        return {"channel": Channel(self.cleaned_data["channel"])}


def file_field(label: str = "Add a file", hint: str = "") -> FileField:
    """A file that came in."""
    limit = file_size(settings.PUTRIGHT_UPLOAD_LIMIT)
    hint = hint or f"{KINDS_IN_WORDS}, {limit} or smaller."
    return FileField(label, max_bytes=settings.PUTRIGHT_UPLOAD_LIMIT, hint=hint)


def check_file(form: ActForm, name: str = "file") -> None:
    """Look at the file that came with a form, if one did, and say at the question if it cannot be kept."""
    if file := taken_in(form, name, now=form.about.now):
        form.taken[name] = file


def files_of(form: ActForm, name: str = "file") -> tuple[FileSaid, ...]:
    """The files that came with a form, those of before it was shown again first; `check_file` has looked at the new."""
    return (*form.kept, *((form.taken[name],) if name in form.taken else ()))
