"""In which order is a person asked who makes a complaint, and what is asked of whom?"""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop as _

from putright.domain.standing import FOOTINGS, Basis
from putright.web.complaining.counted_forms import CountedForm, is_counted
from putright.web.complaining.elsewhere_forms import TOGETHER, AgainForm, BeforeForm, TogetherForm, was_answered
from putright.web.complaining.rounds import round_questions
from putright.web.complaining.speaking_forms import SPEAKING, SpeakingForm
from putright.web.complaining.who_forms import TO, ChildForm, PatientForm, ToForm, WhoseForm
from putright.web.complaining.you_forms import ByEmailForm, HomeForm, NameForm, NeedsForm, ReachForm, SafelyForm
from putright.web.journey import Answers, Journey, Question


def _for_a_child(answers: Answers) -> bool:
    return answers.one("basis") == Basis.CHILD.value


def _for_another(answers: Answers) -> bool:
    basis = answers.one("basis")
    return basis in set(Basis) and FOOTINGS[Basis(basis)].speaks_for_another and not _for_a_child(answers)


def _for_anybody_else(answers: Answers) -> bool:
    return _for_a_child(answers) or _for_another(answers)


COMPLAIN: Final = Journey(
    name="complain",
    caption=_("Make a complaint"),
    address="complain-question",
    check_address="complain-check",
    start_address="complain",
    done_address="complain-done",
    can_be_saved=True,
    questions=(
        Question(name="to", title=TO, form=ToForm, template="complain_to.jinja", needs_answers=True),
        Question(name="whose", title=_("Who are you complaining for?"), form=WhoseForm),
        Question(
            name="patient",
            title=_("The patient"),
            form=PatientForm,
            asked=_for_another,
            template="complain_patient.jinja",
            needs_answers=True,
        ),
        Question(name="child", title=_("The child"), form=ChildForm, asked=_for_a_child),
        Question(
            name="speaking",
            title=SPEAKING,
            form=SpeakingForm,
            asked=_for_anybody_else,
            template="complain_speaking.jinja",
            needs_answers=True,
        ),
        *round_questions(),
        Question(name="before", title=_("Have you complained about this before?"), form=BeforeForm),
        Question(
            name="again",
            title=_("What would you like us to look at now?"),
            form=AgainForm,
            asked=was_answered,
            template="complain_again.jinja",
        ),
        Question(name="together", title=TOGETHER, form=TogetherForm, needs_answers=True),
        Question(name="name", title=_("About you"), form=NameForm, needs_answers=True),
        Question(
            name="counted",
            title=_("The patient and the service"),
            form=CountedForm,
            asked=is_counted,
            intro=_(
                "Once a year we count complaints: how old patients were, and which service it was. No names are in that"
                " count. You can leave this out."
            ),
            needs_answers=True,
        ),
        Question(
            name="reach",
            title=_("How can we reach you?"),
            form=ReachForm,
            intro=_("Give at least one: an address, a telephone number or an email address."),
        ),
        Question(name="safely", title=_("Is there a way that we must not reach you?"), form=SafelyForm),
        Question(
            name="by-email",
            title=_("May we send you letters by email?"),
            form=ByEmailForm,
            asked=lambda answers: bool(answers.one("email")),
            template="complain_by_email.jinja",
        ),
        Question(name="needs", title=_("Do you need any of these?"), form=NeedsForm),
        Question(name="home", title=_("Which council area do you live in?"), form=HomeForm),
    ),
)
