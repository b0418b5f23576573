"""What does somebody say who does not complain? It is entered here, with as little asked as can be."""

from __future__ import annotations

# What Django's forms take and clean is untyped, hence Any.
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.record_feedback import FeedbackSaid, record_feedback
from putright.casework.errors import ActionRefused
from putright.casework.queries.staff import Colleague, people_of
from putright.casework.said import PersonSaid
from putright.domain.access import Deed, why_not_here
from putright.domain.channels import Channel
from putright.domain.feedback import FEEDBACK_MEANS, FEEDBACK_WORDS, RATING_WORDS, FeedbackKind, Rating
from putright.web.access import staff
from putright.web.forms import (
    CheckboxesField,
    Choice,
    DateField,
    EmailField,
    PageForm,
    RadiosField,
    SelectField,
    TelField,
    TextareaField,
    TextField,
)
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.templating import show

CAME_BY: Final = {
    Channel.IN_PERSON: "In person",
    Channel.TELEPHONE: "By phone",
    Channel.EMAIL: "By email",
    Channel.TEXT: "By text message",
    Channel.LETTER: "By letter or card",
    Channel.ONLINE: "Online",
    Channel.VOICEMAIL: "By a voice message",
}


class FeedbackForm(PageForm):
    """What was said, and who said it if they gave a name."""

    kind = RadiosField(
        "What is it?",
        [
            Choice(
                each.value,
                words,
                FEEDBACK_MEANS[each],
                reveals=("rating",) if each is FeedbackKind.FRIENDS_AND_FAMILY else (),
            )
            for each, words in FEEDBACK_WORDS.items()
        ],
        required="Choose what it is",
    )
    rating = SelectField(
        "How was the service?", [Choice(each.value, words) for each, words in RATING_WORDS.items()], unchosen="Not said"
    )
    words = TextareaField("What they say", hint="In their own words, as nearly as you can.", rows=5)
    where = TextField("Which ward, team or place is it about?", max_length=120, spellcheck=False)
    received_on = DateField("When did they say it?", name="The day", required="Enter the day", not_after_today=True)
    channel = RadiosField(
        "How did they say it?",
        [Choice(each.value, words) for each, words in CAME_BY.items()],
        required="Choose how they said it",
        small=True,
        inline=False,
    )
    full_name = TextField("Full name", hint="Empty, if they gave none.", max_length=120, spellcheck=False)
    telephone = TelField(autocomplete="off")
    email = EmailField(autocomplete="off")
    by_email = CheckboxesField(
        "Letters by email", (Choice("yes", "They agreed to have letters by email"),), optional_words=False, small=True
    )
    address = TextareaField("Address", hint="A line each, the postcode last.", rows=3, max_length=500)
    needs = TextareaField("What would help them?", hint="Such as large print, or an interpreter.", rows=2)
    about = SelectField("Is it about a colleague who may see this list?", ())

    def __init__(self, *given: Any, colleagues: tuple[Colleague, ...], **more: Any) -> None:
        """Offer the colleagues."""
        super().__init__(*given, **more)
        self.fields["about"] = SelectField(
            "Is it about a colleague who may see this list?",
            [Choice(str(one.id), f"{one.name}, {one.post}") for one in colleagues],
            hint="Then it is not there for them.",
            unchosen="No",
        )


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def feedback_new(request: StaffRequest) -> HttpResponse:
    """Ask for it, and keep it."""
    if refusal := why_not_here(request.actor, Deed.LISTEN):
        return errors.refused(request, refusal)
    first = {"kind": FeedbackKind.CONCERN.value, "channel": Channel.IN_PERSON.value, "received_on": request.today}
    form = FeedbackForm(request.POST or None, today=request.today, initial=first, colleagues=people_of(request.actor))
    if request.method == "POST" and form.is_valid():
        answered = form.cleaned_data
        try:
            number = record_feedback(
                actor=request.actor, said=_said(answered), on=answered["received_on"], now=request.now
            )
        except ActionRefused as refused:
            form.refuse(*refused.refusals)
        else:
            messages.success(request, f"It is kept as number {number}")
            return redirect("feedback-one", number)
    return show(request, "feedback_new.jinja", form=form)


def _said(answered: dict[str, Any]) -> FeedbackSaid:
    return FeedbackSaid(
        kind=FeedbackKind(answered["kind"]),
        channel=Channel(answered["channel"]),
        words=answered["words"],
        where=answered["where"],
        rating=Rating(answered["rating"]) if answered["rating"] else None,
        person=PersonSaid(
            name=answered["full_name"],
            address=tuple(answered["address"].split("\n")),
            telephone=answered["telephone"],
            email=answered["email"],
            needs=answered["needs"],
            agrees_to_email=bool(answered["by_email"]),
        )
        if answered["full_name"]
        else None,
        about=int(answered["about"]) if answered["about"] else None,
    )
