"""Who is complaining, how can they be reached, and what do they need so that they can read and talk?"""

from __future__ import annotations

# What Django's forms clean is untyped, hence Any.
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_noop as _

from putright.domain.adjustments import ADJUSTMENT_WORDS, LONGEST_DETAIL, Adjustment
from putright.domain.standing import FOOTINGS, Basis
from putright.gateways.directory_files import directory
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
from putright.web.journey import Answers

PREFER: Final = {"post": _("By letter"), "telephone": _("By telephone"), "email": _("By email")}
# What many need; the form asks for the rest in words.
_OFTEN: Final = (
    *(Adjustment.LARGE_PRINT, Adjustment.EASY_READ, Adjustment.BRAILLE, Adjustment.AUDIO),
    *(Adjustment.BSL, Adjustment.RELAY),
)
NEEDS: Final = {each: ADJUSTMENT_WORDS[each] for each in _OFTEN}
_MISSING: Final = {
    "post": ("address_1", _("Enter your address, so that we can write to you")),
    "telephone": ("telephone", _("Enter your telephone number, so that we can ring you")),
    "email": ("email", _("Enter your email address, so that we can email you")),
}


_NOT_BOTH: Final = _("Choose either “Do not ring me” or “Only ring me at certain times”, not both")


class NameForm(PageForm):
    """The person's own name; when they were born, of whoever does not speak for another."""

    full_name = TextField(
        _("Your full name"), required=_("Enter your full name"), max_length=120, autocomplete="name", spellcheck=False
    )
    addressed_as = TextField(
        _("What should we call you in letters?"),
        hint=_("For example: Mrs Quill, or Rosa"),
        max_length=120,
        spellcheck=False,
    )
    born_on = DateField(
        _("Your date of birth"),
        name=_("Your date of birth"),
        hint=_("If it is about your own care, it helps to find the right records. For example, 27 3 1956"),
        not_after_today=True,
        birth=True,
    )

    def __init__(self, *given: Any, answered: Answers, **more: Any) -> None:
        """Leave out the date of birth of somebody who complains for another: nothing is looked for by it."""
        super().__init__(*given, **more)
        basis = answered.one("basis")
        if basis in set(Basis) and FOOTINGS[Basis(basis)].speaks_for_another:
            del self.fields["born_on"]


class ReachForm(PageForm):
    """How the person can be reached: in one way at least."""

    address_1 = TextField(_("Address line 1"), autocomplete="address-line1")
    address_2 = TextField(_("Address line 2"), autocomplete="address-line2")
    town = TextField(_("Town or city"), autocomplete="address-level2", width=20)
    postcode = TextField(_("Postcode"), autocomplete="postal-code", width=10, max_length=20, spellcheck=False)
    telephone = TelField()
    email = EmailField()
    prefer = RadiosField(
        _("How would you rather hear from us?"),
        [Choice(code, words) for code, words in PREFER.items()],
        required=_("Choose how you would rather hear from us"),
    )

    def clean(self) -> dict[str, Any] | None:
        """Ask for what the way that was chosen needs."""
        cleaned = super().clean()
        box, words = _MISSING.get(self.cleaned_data.get("prefer", ""), ("", ""))
        if box and box not in self.errors and not self.cleaned_data.get(box):
            self.add_error(box, ValidationError(words, code="needed"))
        return cleaned


class SafelyForm(PageForm):
    """How the person must not be reached, and where instead: not at home, not by telephone, only at certain times."""

    safely = CheckboxesField(
        _("Is there a way that we must not reach you?"),
        [
            Choice(Adjustment.NO_LETTERS_HOME, _("Do not write to my home"), reveals=("other_address",)),
            Choice(Adjustment.NO_PHONE, _("Do not ring me")),
            Choice(Adjustment.NO_MESSAGES, _("Do not leave a voice message")),
            Choice(Adjustment.TIME_TO_CALL, _("Only ring me at certain times"), reveals=("times",)),
            Choice("none", _("No, you can reach me in any of these ways"), divider=_("or"), alone=True),
        ],
        optional_words=False,
        hint=_("For example, someone at home must not know. You do not have to say why. Choose all that apply."),
    )
    other_address = TextareaField(
        _("Where can we write to you instead?"),
        hint=_(
            "The address of a friend, for example. Leave this empty if there is none: we ask you how to give you our"
            " letters."
        ),
        rows=4,
        max_length=LONGEST_DETAIL,
    )
    times = TextField(
        _("When can we ring you?"),
        required=_("Say when we can ring you"),
        hint=_("For example: Tuesdays and Thursdays, 10am to 2pm"),
        max_length=LONGEST_DETAIL,
    )

    def clean(self) -> dict[str, Any] | None:
        """Say at once what cannot go together."""
        cleaned = super().clean()
        if {Adjustment.NO_PHONE, Adjustment.TIME_TO_CALL} <= set(self.cleaned_data.get("safely", ())):
            self.add_error("safely", ValidationError(_NOT_BOTH, code="calls-and-no-calls"))
        return cleaned


class ByEmailForm(PageForm):
    """Whether letters may come by e-mail: regulation 15."""

    by_email = RadiosField(
        _("May we send you letters by email?"),
        (Choice("yes", _("Yes, by email")), Choice("no", _("No, by post"))),
        hint=_("By law, letters about your complaint go by post unless you agree to email. You can change your mind."),
        required=_("Choose whether we may send you letters by email"),
    )


class NeedsForm(PageForm):
    """What the person needs so that they can read letters and talk."""

    needs = CheckboxesField(
        _("Do you need any of these?"),
        [
            *(Choice(code, words) for code, words in NEEDS.items()),
            Choice("interpreter", _("An interpreter for another language"), reveals=("language",)),
            Choice(Adjustment.SOMEBODY_WITH_THEM, _("Someone with me when we talk or meet"), reveals=("who_with",)),
            Choice("other", _("Something else"), reveals=("needs_other",)),
            Choice("none", _("None of these"), divider=_("or"), alone=True),
        ],
        optional_words=False,
        hint=_("It is free, and you do not have to say why. Choose all that you need."),
    )
    language = TextField(_("Which language?"), required=_("Say which language"), width=20, max_length=100)
    who_with = TextField(
        _("Who, and how can we reach them?"),
        hint=_("For example: my advocate, Lee Example, 01632 960123. You can leave this out."),
        max_length=LONGEST_DETAIL,
    )
    needs_other = TextField(_("What do you need?"), required=_("Say what you need"), max_length=300)


class HomeForm(PageForm):
    """The council's area where the person lives, by which an advocate is found."""

    home = SelectField(
        _("Which council area do you live in?"),
        (),
        hint=_("So that we can tell you who can help you, free of charge. You can leave this out."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the areas that the register knows."""
        super().__init__(*args, **kwargs)
        known = sorted(directory().areas.values(), key=lambda area: area.name)
        self.fields["home"] = SelectField(
            _("Which council area do you live in?"),
            [Choice(area.area, area.name) for area in known],
            hint=_(
                "So that we can tell you who can help you, free of charge. If you have a district council and a "
                "county council, choose the county."
            ),
            unchosen=_("Another area, or I do not know"),
        )
