"""In what part does somebody complain for a patient, and what can they add that shows that they may?"""

from __future__ import annotations

# What Django's forms clean is untyped, hence Any.
from typing import Any, Final

from django.utils.translation import gettext_noop as _

from putright.domain.speaking import PROOFS, Proof, Speaker, SpeaksAs, proof_of
from putright.domain.standing import Basis
from putright.web.forms import Choice, PageForm, RadiosField, TextField
from putright.web.journey import Answers

SPEAKING: Final = _("How are you connected to them?")
_CHOOSE: Final = _("Choose how you are connected to them")
_WHO_ASKED: Final = _("Who asked you to help, if it was not the patient?")
_IF_ANOTHER: Final = _("Leave this empty if the patient asked you. If someone else did, the patient is asked to agree.")
# As the person says it of themselves, with what it means for them, and what is asked besides.
_SAID: Final = {
    SpeaksAs.PARENT: Choice(SpeaksAs.PARENT.value, _("I am their parent or guardian")),
    SpeaksAs.RELATIVE: Choice(SpeaksAs.RELATIVE.value, _("I am a relative, friend or carer"), reveals=("connection",)),
    SpeaksAs.ADVOCATE: Choice(
        SpeaksAs.ADVOCATE.value,
        _("I am an advocate"),
        _("It is my work to help them."),
        reveals=("service_of_advocate",),
    ),
    SpeaksAs.MP: Choice(SpeaksAs.MP.value, _("I am an MP, or work for one"), reveals=("constituent",)),
    SpeaksAs.COUNCILLOR: Choice(SpeaksAs.COUNCILLOR.value, _("I am a councillor"), reveals=("resident",)),
    SpeaksAs.ATTORNEY: Choice(
        SpeaksAs.ATTORNEY.value,
        _("I am their attorney for health and welfare"),
        _("They made a lasting power of attorney, and it is registered."),
    ),
    SpeaksAs.DEPUTY: Choice(SpeaksAs.DEPUTY.value, _("A court made me their deputy")),
    SpeaksAs.PERSONAL_REPRESENTATIVE: Choice(
        SpeaksAs.PERSONAL_REPRESENTATIVE.value,
        _("I deal with what they left"),
        _("You are named in the will as executor, or a court made you the administrator."),
    ),
    SpeaksAs.ANOTHER: Choice(SpeaksAs.ANOTHER.value, _("Something else"), reveals=("other_connection",)),
}


class SpeakingForm(PageForm):
    """How the person is connected to the patient: of the parts that go with the footing."""

    speaks_as = RadiosField(SPEAKING, list(_SAID.values()), required=_CHOOSE)
    connection = TextField(
        _("How do you know them?"),
        required=_("Say how you know them"),
        hint=_("For example: daughter, partner, neighbour, carer"),
        max_length=300,
    )
    service_of_advocate = TextField(
        _("Which advocacy service do you work for?"),
        required=_("Enter the name of your advocacy service"),
        max_length=200,
        spellcheck=False,
    )
    constituent = TextField(_WHO_ASKED, hint=_IF_ANOTHER, max_length=300, spellcheck=False)
    resident = TextField(_WHO_ASKED, hint=_IF_ANOTHER, max_length=300, spellcheck=False)
    other_connection = TextField(
        _("How are you connected to the patient?"),
        required=_("Say how you are connected to the patient"),
        max_length=300,
    )

    def __init__(self, *given: Any, answered: Answers, **more: Any) -> None:
        """Offer what goes with the footing that was chosen before; all of it on paper, where none was."""
        super().__init__(*given, **more)
        basis = answered.one("basis")
        parts = PROOFS.get(Basis(basis), {}) if basis in set(Basis) else {}
        offered = [_SAID[part] for part in parts] or list(_SAID.values())
        revealed = {name for choice in offered for name in choice.reveals}
        self.fields = {name: field for name, field in self.fields.items() if name in revealed}
        self.fields["speaks_as"] = RadiosField(SPEAKING, offered, required=_CHOOSE)
        self.order_fields(["speaks_as"])

    def clean(self) -> dict[str, Any] | None:
        """Put together what two answers ask in boxes of their own."""
        cleaned = super().clean()
        values = self.cleaned_data
        values["connection"] = values.get("connection") or values.get("other_connection") or ""
        values["constituent"] = values.get("constituent") or values.get("resident") or ""
        return cleaned


def proof_in(answers: Answers) -> Proof | None:
    """What shows that whoever answered so may speak; nothing where they speak for themselves."""
    basis, part = answers.one("basis"), answers.one("speaks_as")
    if basis not in set(Basis) or part not in set(SpeaksAs):
        return None
    return proof_of(Basis(basis), Speaker(speaks_as=SpeaksAs(part), through_another=_by_another(answers)))


def _by_another(answers: Answers) -> bool:
    return bool(answers.one("constituent") or answers.one("resident"))
