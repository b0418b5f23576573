"""What is asked of a member of staff who enters a complaint that came by letter, by email, by phone or in person?"""

from __future__ import annotations

# What Django's forms clean is untyped, hence Any.
from typing import Any, Final

from django.conf import settings
from django.http import QueryDict

from putright.casework.other_bodies import UNLISTED, bodies_to_choose
from putright.casework.queries.for_return import DimensionAsked
from putright.casework.said import MOST_ISSUES
from putright.domain.channels import Channel
from putright.domain.issues import SUBJECT_WORDS
from putright.domain.raised_before import RAISED_WORDS, RaisedBefore
from putright.domain.returns import Dimension
from putright.domain.scope import why_not_these_dates
from putright.domain.speaking import SPEAKS_AS_WORDS
from putright.domain.standing import Basis
from putright.domain.triage import SEVERITY_MEANS, SEVERITY_WORDS
from putright.web.entering.for_return import BEFORE, field_of
from putright.web.forms import (
    CheckboxesField,
    Choice,
    DateField,
    EmailField,
    FileField,
    HiddenField,
    PageForm,
    RadiosField,
    SelectField,
    TelField,
    TextareaField,
    TextField,
)
from putright.web.forms.page_form import REMOVE_FILE

MOST_FILES: Final = 3
SPEAKING: Final = ("speaks_as", "connection", "constituent", "child_decides")
DAYS: Final = ("occurred_on", "known_on", "occurred_about", "known_about")  # of the complaint, and of an issue alone
MORE: Final = "more"  # the button that asks for one more thing complained of
_NO_SUBJECT: Final = "Choose what it is mostly about"
_NO_WORDS: Final = "Write down what the person says"
# What need not be answered, because it follows.
_HINTS: Final = {
    Dimension.AGE: "A date of birth says it already.",
    Dimension.STATUS: "Where the patient complains, that is known already.",
    Dimension.CLINICAL: "If something is about clinical treatment.",
}
CAME_BY: Final = {
    Channel.LETTER: "By letter",
    Channel.EMAIL: "By email",
    Channel.TEXT: "By text message",
    Channel.TELEPHONE: "By phone",
    Channel.IN_PERSON: "In person",
    Channel.VOICEMAIL: "By a voice message",
}
# As one writes it of somebody else; `domain.standing` has the words for the person themselves.
BASIS_WORDS: Final = {
    Basis.REQUESTED: "The patient has asked them to complain",
    Basis.CHILD: "The patient is a child, under 18",
    Basis.LACKS_CAPACITY: "The patient cannot decide this for themselves",
    Basis.PHYSICAL_INCAPACITY: "The patient is not physically able to complain",
    Basis.DECEASED: "The patient has died",
    Basis.AFFECTED: "They were affected themselves by what was done or not done",
}


class NewComplaintForm(PageForm):
    """Everything but the issues, of which there may be several."""

    received_on = DateField(
        "When was it received?",
        name="The day it was received",
        required="Enter the day it was received",
        hint="The day it reached the organisation, even if nobody read it then. Every date is counted from it.",
        not_after_today=True,
    )
    channel = RadiosField(
        "How did it come?",
        [Choice(channel.value, words) for channel, words in CAME_BY.items()],
        hint="What was spoken must be written down, and a copy given to the person.",
        required="Choose how it came",
        small=True,
    )
    taken_by = TextField(
        "Who took it, if it was spoken?",
        hint=(
            "Such as Lee Example, a nurse on Ward 4. The day on which anybody in the organisation took it is the day it"
            " was received."
        ),
        max_length=200,
        spellcheck=False,
    )
    elsewhere = RadiosField(
        "Did another organisation receive it first?",
        (
            Choice("no", "No"),
            Choice("yes", "Yes, and passed it on", reveals=("from_body", "from_body_name", "first_received_on")),
        ),
        required="Choose whether another organisation received it first",
        small=True,
    )
    from_body = SelectField("Which one?", (), required="Choose which organisation received it first")
    from_body_name = TextField("Its name, if it is another one", max_length=200, spellcheck=False)
    first_received_on = DateField(
        "When did they receive it?",
        name="The day the other organisation received it",
        required="Enter the day the other organisation received it",
        not_after_today=True,
    )
    full_name = TextField("Full name", required="Enter the name of the person", max_length=120, spellcheck=False)
    addressed_as = TextField(
        "How they want to be addressed", hint="Such as Ms Okafor, or Sam. If empty, the full name.", max_length=120
    )
    address = TextareaField("Address", hint="A line each, the postcode last.", rows=4, max_length=500)
    telephone = TelField(autocomplete="off")
    email = EmailField(autocomplete="off")
    by_email = CheckboxesField(
        "Letters by email",
        (Choice("yes", "They agreed to have letters by email", "Otherwise letters go by post"),),
        optional_words=False,
        small=True,
    )
    needs = TextareaField(
        "What would help them?", hint="Such as large print, an interpreter, or times not to ring.", rows=3
    )
    whose = RadiosField(
        "Who is the patient?",
        (
            Choice("self", "The person who complains"),
            Choice("other", "Somebody else", reveals=("patient_name", "basis", *SPEAKING, "patient_address")),
        ),
        required="Choose who the patient is",
        small=True,
    )
    patient_name = TextField(
        "Full name of the patient", required="Enter the name of the patient", max_length=120, spellcheck=False
    )
    basis = SelectField(
        "Why does somebody else complain?",
        [Choice(basis.value, words) for basis, words in BASIS_WORDS.items()],
        required="Choose why somebody else complains",
    )
    speaks_as = SelectField(
        "In what part do they speak?",
        [Choice(part.value, words) for part, words in SPEAKS_AS_WORDS.items()],
        hint="What shows that they may speak is then said on the case.",
        unchosen="Not said",
    )
    connection = TextField(
        "How are they connected, or whom do they work for?",
        hint="Such as daughter, or the advocacy service.",
        max_length=300,
        spellcheck=False,
    )
    constituent = TextField(
        "If it is an MP or a councillor: who asked them, if not the patient?", max_length=300, spellcheck=False
    )
    child_decides = SelectField(
        "If the patient is a child: can the child decide about this?",
        (Choice("yes", "Yes, and is asked too"), Choice("no", "No")),
        unchosen="Not known",
    )
    patient_address = TextareaField("Address of the patient", hint="If it is another one.", rows=4, max_length=500)
    born_on = DateField("The patient's date of birth", name="The date of birth", not_after_today=True)
    nhs_number = TextField("The patient's NHS number", hint="10 digits, as in 999 012 3456.", max_length=20, width=10)
    occurred_on = DateField("When did it happen?", name="The day it happened", not_after_today=True)
    known_on = DateField(
        "When did the person come to know of it?",
        name="The day the person knew",
        not_after_today=True,
        hint="If it was later. The 12 months for complaining count from the later day.",
    )
    occurred_about = TextField("Roughly when it happened", hint="Such as in spring 2026, or from March to June.")
    known_about = TextField("Roughly when the person came to know of it", hint="If it was later.")
    before = RadiosField(
        "Has the person complained about this before?",
        (
            Choice("no", "No, or not known"),
            Choice(
                RaisedBefore.PENDING.value,
                RAISED_WORDS[RaisedBefore.PENDING],
                reveals=("pending_whom", "pending_when"),
            ),
            Choice(
                RaisedBefore.ANSWERED.value,
                RAISED_WORDS[RaisedBefore.ANSWERED],
                reveals=("answered_whom", "answered_when", "answered_said", "again"),
            ),
        ),
        hint="To us, or to another organisation.",
        small=True,
    )
    pending_whom = TextField("Who is looking into it?", required="Say who is looking into it", max_length=300)
    pending_when = TextField("When did the person complain to them?", max_length=200)
    answered_whom = TextField("Who answered it?", required="Say who answered it", max_length=300)
    answered_when = TextField("When did they answer?", max_length=200)
    answered_said = TextareaField("What did they say?", rows=3, max_length=5_000)
    again = TextareaField("What would the person like to be looked at now?", rows=3, max_length=5_000)
    wanted = TextareaField("What would the person like to happen?", rows=4, max_length=5_000)
    severity = SelectField(
        "How grave may it be?",
        [Choice(each.value, f"{words}. {SEVERITY_MEANS[each]}") for each, words in SEVERITY_WORDS.items()],
        hint="For the staff alone, and it can be changed. It guides who handles the case.",
        unchosen="Not judged yet",
    )
    issues = HiddenField()
    token = HiddenField()
    feedback = HiddenField(required=False)  # what was said before, and becomes a complaint now
    message = HiddenField(required=False)  # one from the tray, in which the complaint came

    # One more thing complained of is asked for, or a file is taken off.
    shown_again_by = (MORE, REMOVE_FILE)

    def __init__(self, *given: Any, **more: Any) -> None:
        """Offer the organisations that the register knows today."""
        super().__init__(*given, **more)
        known = [Choice(code, name) for code, name in bodies_to_choose(self.today)]
        another = Choice(UNLISTED, "Another organisation")
        self.fields["from_body"] = SelectField(
            "Which one?", [*known, another], required="Choose which organisation received it first"
        )

    def clean(self) -> dict[str, Any] | None:
        """Ask for what belongs together; a further thing complained of may be left empty."""
        cleaned = super().clean()
        if self.cleaned_data.get("from_body") == UNLISTED and not self.cleaned_data.get("from_body_name"):
            self.add_error("from_body_name", "Enter the name of the organisation")
        for number in range(2, MOST_ISSUES + 1):
            subject, words = (self.cleaned_data.get(f"{box}_{number}") for box in ("subject", "words"))
            if words and not subject:
                self.add_error(f"subject_{number}", _NO_SUBJECT)
            if subject and not words:
                self.add_error(f"words_{number}", _NO_WORDS)
            self._check_days_of(number, has_words=bool(words))
        return cleaned

    def _check_days_of(self, number: int, *, has_words: bool) -> None:
        """Say at the box of an issue's own days what cannot be."""
        occurred_on, known_on, *roughly = (self.cleaned_data.get(f"{box}_{number}") for box in DAYS)
        received_on = self.cleaned_data.get("received_on")
        if any((occurred_on, known_on, *roughly)) and not has_words and f"words_{number}" not in self.errors:
            self.add_error(f"words_{number}", _NO_WORDS)
        if received_on is None:
            return
        refusal = why_not_these_dates(received_on=received_on, occurred_on=occurred_on, known_on=known_on)
        if refusal is not None:
            self.add_error(f"known_on_{number}" if known_on else f"occurred_on_{number}", refusal.message.rstrip("."))


def form_for(issues: int, asked: tuple[DimensionAsked, ...] = ()) -> type[NewComplaintForm]:
    """Return the form with so many things complained of, what the return asks, and the boxes for files."""
    boxes: dict[str, object] = {"__doc__": NewComplaintForm.__doc__}
    for each in asked:
        boxes[BEFORE + each.dimension.value] = field_of(each, hint=_HINTS.get(each.dimension, ""))
    for number in range(1, issues + 1):
        boxes[f"subject_{number}"] = SelectField(
            "What is it mostly about?",
            [Choice(subject.value, words) for subject, words in SUBJECT_WORDS.items()],
            required=_NO_SUBJECT if number == 1 else "",
            unchosen="Choose the nearest",
        )
        boxes[f"words_{number}"] = TextareaField(
            "What they say",
            required=_NO_WORDS if number == 1 else "",
            hint="In their own words, as nearly as you can." if number == 1 else "",
        )
        if number > 1:
            boxes |= _days_of(number)
    for number in range(1, MOST_FILES + 1):
        boxes[f"file_{number}"] = FileField(f"File {number}", max_bytes=settings.PUTRIGHT_UPLOAD_LIMIT)
    return type("NewComplaintForm", (NewComplaintForm,), boxes)


def _days_of(number: int) -> dict[str, object]:
    """The boxes for the days of one issue, where they are its own."""
    return {
        f"occurred_on_{number}": DateField(
            "When did this happen?", name=f"The day issue {number} happened", not_after_today=True
        ),
        f"known_on_{number}": DateField(
            "When did the person come to know of it?",
            name=f"The day the person knew of issue {number}",
            hint="If it was later.",
            not_after_today=True,
        ),
        f"occurred_about_{number}": TextField("Or roughly when this happened"),
        f"known_about_{number}": TextField("Or roughly when the person came to know of it"),
    }


def issues_of(data: QueryDict) -> int:
    """Return for how many things complained of the form that was sent has room."""
    said = str(data.get("issues", ""))
    return next((number for number in range(1, MOST_ISSUES + 1) if said == str(number)), 1)
