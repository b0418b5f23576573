"""In which order is the first administrator asked, and may this browser answer at all?"""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from django.conf import settings
from django.http import Http404

from putright.casework.queries.bodies import is_set_up
from putright.gateways.set_up_code import code_in, end_code
from putright.web.administering.procedure_forms import ProcedureForm
from putright.web.journey import Journey, Question
from putright.web.page_request import PageRequest
from putright.web.setting_up.forms import AdministratorForm, NewOrganisationForm, ResponsibleForm

KEY: Final = "set-up"

SET_UP: Final = Journey(
    name="set-up",
    caption="Set up Putright",
    address="set-up-question",
    check_address="set-up-check",
    start_address="set-up",
    done_address="work",
    questions=(
        Question(name="organisation", title="The organisation", form=NewOrganisationForm),
        Question(
            name="administrator",
            title="The administrator",
            form=AdministratorForm,
            intro="You appoint the others and adopt new versions of the procedure. You choose a password at the end.",
        ),
        Question(name="responsible-person", title="Who is the responsible person?", form=ResponsibleForm),
        Question(
            name="procedure",
            title="The complaints procedure",
            form=ProcedureForm,
            template="set_up_procedure.jinja",
        ),
    ),
)


def refuse_when_set_up() -> None:
    """Raise Http404 unless the site waits to be set up; a code that is left over is taken away."""
    if not code_in(settings.PUTRIGHT_SET_UP_CODE):
        raise Http404
    if is_set_up():
        end_code(settings.PUTRIGHT_SET_UP_CODE)
        raise Http404


def has_given_code(request: PageRequest) -> bool:
    """Return whether the right code was given in this session: the one that is still good."""
    return bool(request.session.get(KEY) == _mark())


def code_given(request: PageRequest) -> None:
    """Remember that the right code was given, in a session of its own."""
    request.session.cycle_key()
    request.session[KEY] = _mark()


def _mark() -> str:
    """What the session keeps of the code: enough to know it again, not enough to give it."""
    return sha256(code_in(settings.PUTRIGHT_SET_UP_CODE).encode()).hexdigest()
