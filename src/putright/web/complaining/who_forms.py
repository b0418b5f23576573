"""To whom does the complaint go, and for whom is it made?

In what part somebody speaks for a patient is asked by `speaking_forms`.
"""

from __future__ import annotations

# What Django's forms clean is untyped, hence Any.
from typing import Any, Final

from django.utils.translation import gettext_noop as _

from putright.casework.queries.bodies import BodyShown, bodies_public
from putright.domain.standing import FOOTINGS, Basis, age_on, why_not_on_this_footing
from putright.web.forms import Choice, DateField, PageForm, RadiosField, SelectField, TextareaField, TextField
from putright.web.journey import Answers

MOST_IN_SIGHT: Final = 8
TO: Final = _("Which organisation do you want to complain to?")
_CHOOSE_TO: Final = _("Choose the organisation you want to complain to")
_HINTS: Final = {
    Basis.SELF: _("You can do this at any age. Someone can help you."),
    Basis.AFFECTED: _("For example, you saw it happen, or you care for the patient and it changed your own life."),
    Basis.REQUESTED: _("As a relative, friend, advocate, MP or councillor. The patient will be asked to agree."),
    Basis.CHILD: _("A child can also complain themselves. You will be asked why they do not."),
    Basis.LACKS_CAPACITY: _("For example, you look after them, or hold a power of attorney. You can say so next."),
    Basis.PHYSICAL_INCAPACITY: _("They can agree in any way they are able to."),
    Basis.DECEASED: _("You will be asked how you are connected to them."),
}


class ToForm(PageForm):
    """Which of the organisations of this site."""

    def __init__(self, *args: Any, answered: Answers, **kwargs: Any) -> None:
        """Offer the organisations that take complaints here today; kept answers of others are asked again."""
        super().__init__(*args, **kwargs)
        choices = [_choice(body) for body in answered.once(bodies_asked)]
        field = RadiosField if len(choices) <= MOST_IN_SIGHT else SelectField
        self.fields["to"] = field(TO, choices, required=_CHOOSE_TO)


def bodies_asked(_answers: Answers) -> tuple[BodyShown, ...]:
    """Return the organisations that take complaints here: of some answers they are asked for `once`."""
    return bodies_public()


class WhoseForm(PageForm):
    """On what footing the person complains: regulation 5."""

    basis = RadiosField(
        _("Who are you complaining for?"),
        [
            Choice(basis.value, footing.words, _HINTS[basis], divider=_("or") if basis is Basis.REQUESTED else "")
            for basis, footing in FOOTINGS.items()
        ],
        required=_("Choose who you are complaining for"),
    )


def _address(hint: str) -> TextareaField:
    return TextareaField(_("Their address"), hint=hint, rows=4, max_length=500)


class PatientForm(PageForm):
    """The patient, where somebody else complains for them."""

    patient_name = TextField(
        _("Full name of the patient"),
        required=_("Enter the full name of the patient"),
        max_length=120,
        spellcheck=False,
    )
    patient_born_on = DateField(
        _("Their date of birth"),
        name=_("Their date of birth"),
        hint=_("It helps to find the right records. For example, 27 3 1956"),
        not_after_today=True,
    )
    patient_address = _address(
        _("So that the organisation can ask if they agree. Leave this empty if it is the same as yours.")
    )

    def __init__(self, *given: Any, answered: Answers, **more: Any) -> None:
        """Say what the address is for where nobody is asked: the patient has died, or cannot decide this."""
        super().__init__(*given, **more)
        basis = answered.one("basis")
        if basis == Basis.DECEASED.value:
            self.fields["patient_name"] = TextField(
                _("Full name of the person who has died"),
                required=_("Enter the full name of the person who has died"),
                max_length=120,
                spellcheck=False,
            )
        if basis in {Basis.DECEASED.value, Basis.LACKS_CAPACITY.value}:
            self.fields["patient_address"] = _address(
                _("It helps to find the right records. Leave this empty if it is the same as yours.")
            )


class ChildForm(PageForm):
    """The patient, where it is a child: regulation 5(3)."""

    patient_name = TextField(
        _("Full name of the child"), required=_("Enter the full name of the child"), max_length=120, spellcheck=False
    )
    patient_born_on = DateField(
        _("Their date of birth"),
        name=_("Their date of birth"),
        hint=_("For example, 27 3 2016"),
        required=_("Enter the child's date of birth"),
        not_after_today=True,
    )
    child_reason = TextareaField(
        _("Why is the child not complaining themselves?"),
        required=_("Say why the child is not complaining themselves"),
        hint=_("A few words will do. For example, they are too young."),
        rows=3,
        max_length=2_000,
    )
    child_decides = RadiosField(
        _("Can the child decide about this themselves?"),
        (
            Choice("yes", _("Yes, they can"), _("Then we ask them too, before we tell you about their care.")),
            Choice("no", _("No, they are too young or cannot decide")),
            Choice("unsure", _("I am not sure")),
        ),
        hint=_("Many children understand what a complaint is and who will be told. At 16 or 17, most do."),
        required=_("Choose whether the child can decide about this themselves"),
    )

    def clean(self) -> dict[str, Any] | None:
        """Say at once if the patient is no longer a child."""
        cleaned = super().clean()
        born_on = self.cleaned_data.get("patient_born_on")
        refusal = why_not_on_this_footing(Basis.CHILD, age_on(born_on, self.today)) if born_on else None
        if refusal:
            self.refuse(refusal, field="patient_born_on")
        return cleaned


def _choice(body: BodyShown) -> Choice:
    return Choice(body.code, body.name, ", ".join(body.address))
