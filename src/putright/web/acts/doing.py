"""What becomes of an answer: the action is done, or gone through to see its letter; and what is said then?"""

from __future__ import annotations

# What each action answers is its own, hence Any.
from typing import Any

from django.conf import settings

from putright.casework.means import Means, means_of_a_rehearsal
from putright.casework.perform import Done
from putright.casework.queries.in_sight import is_in_sight
from putright.casework.queries.what_is_next import what_is_next
from putright.domain.channels import Channel
from putright.letters.composition import Letter
from putright.web.acts.act import Act, ActForm
from putright.web.page_request import StaffRequest
from putright.web.wording import nhs_date_with_weekday

GOES = "The letter goes by email in the next minutes; the case says when it has gone."
WAITS = "The letter waits in the print queue: mark it as posted once it has gone."


def rehearse(request: StaffRequest, doing: Act, form: ActForm) -> tuple[Letter, ...]:
    """The letters that the action would write, nothing of which is kept; none where it writes none.

    Raises what the action raises.
    """
    with means_of_a_rehearsal() as means:
        perform(request, doing, form, means=means)
        return tuple(means.laid_out or ())


def perform(request: StaffRequest, doing: Act, form: ActForm, *, means: Means | None = None) -> Any:
    """Do the action with a form's answers; raises ActionRefused, NotFound, StaleCase."""
    return doing.action(
        actor=request.actor,
        case=form.about.case.reference,
        on=form.day,
        now=request.now,
        version=_version(form),
        means=means,
        **form.said(),
    )


def follows(request: StaffRequest, doing: Act, form: ActForm, done: Done) -> str:
    """What was recorded, and what is due next."""
    waits = f" {_waits(form)}" if done.letter is not None and doing.has_letter and _waits(form) else ""
    then = f" {done.then}" if done.then else ""
    if not is_in_sight(request.actor, done.reference):
        return f"{doing.done}.{waits}{then} You can no longer see this case."
    next_thing = what_is_next(request.actor, done.reference)
    if next_thing is None:
        return f"{doing.done}.{waits}{then} Nothing with a date is due now."
    return f"{doing.done}.{waits}{then} Next, by {nhs_date_with_weekday(next_thing.binding_on)}: {next_thing.promise}"


def _waits(form: ActForm) -> str:
    """Where a letter that was written waits; nothing where it has gone, as one by email to another organisation has."""
    said = form.said()
    to_a_body = "channel" not in said and "body_channel" in said
    match said.get("body_channel" if to_a_body else "channel", Channel.LETTER):
        case Channel.LETTER:
            return WAITS
        case Channel.EMAIL if settings.PUTRIGHT_MAIL is not None and not to_a_body:
            return GOES
    return ""


def _version(form: ActForm) -> int:
    typed = form.cleaned_data["version"]
    return int(typed) if typed.isdecimal() and len(typed) < 10 else -1  # noqa: PLR2004 - more digits than any version
