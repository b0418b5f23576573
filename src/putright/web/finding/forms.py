"""Which few questions decide where a complaint goes?"""

from __future__ import annotations

# What Django's forms clean is untyped, hence Any.
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_noop as _

from putright.casework.queries.practices import PracticesFound, practices_like, providers_like
from putright.domain.directory_rows import Family, Road
from putright.domain.guide import AnsweredBy
from putright.gateways.directory_files import directory
from putright.web.forms import Choice, DateField, PageForm, RadiosField, SelectField, TextField
from putright.web.journey import Answers

CARE: Final = "care"
ABOUT: Final = _("What is it about?")
SERVICE: Final = _("Which service is it about?")
HOME: Final = _("Which council area do you live in?")
PRACTICE: Final = _("Where is your GP practice?")
SINCE: Final = _("When did you first know about it?")
OF_TWO: Final = _("If you have a district council and a county council, choose the county.")
_PAID_BY_COUNCIL: Final = _(
    "Your council pays for an advocate who can help you. If you have a district council and a county council, choose"
    " the county."
)
SAFE_FIRST: Final = _("Tell somebody today who can keep them safe")
WHICH: Final = _("Which of these is your practice?")
NAMED: Final = "named"
NONE_OF_THESE: Final = "none"
WHERE: Final = _("Which hospital, trust or dentist is it?")
WHICH_ONE: Final = _("Which of these is it?")
NO_SUCH_PLACE: Final = _(
    "We know nobody with this name, postcode or code. Check it, say less of its name, or go on without"
)
NO_SUCH_PRACTICE: Final = _(
    "We know no practice with this name, postcode or code. Check it, say less of its name, or choose the area instead"
)
_NOT_LISTED: Final = _("Another area, or I do not know")


class AboutForm(PageForm):
    """Whether it is a complaint about care, or something that goes a way of its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the matters of the register; danger is spoken of before any question."""
        super().__init__(*args, **kwargs)
        own = [matter for matter in directory().matters.values() if matter.matter != "danger"]
        choices = [Choice(CARE, _("Care, treatment or a service that was wrong, late or not given"))]
        choices += [
            Choice(matter.matter, matter.name, divider="" if number else _("or")) for number, matter in enumerate(own)
        ]
        self.fields["about"] = RadiosField(ABOUT, choices, required=_("Choose what it is about"))


class SafeFirstForm(PageForm):
    """Nothing is asked: what cannot wait is told, before anything else is."""


class ServiceForm(PageForm):
    """Which service, of the NHS first."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the services of the register."""
        super().__init__(*args, **kwargs)
        listed = directory().services.values()
        nhs = [Choice(each.service, each.name) for each in listed if each.family is Family.NHS]
        others = [each for each in listed if each.family is not Family.NHS]
        beyond = [
            Choice(each.service, each.name, divider="" if number else _("or")) for number, each in enumerate(others)
        ]
        choices = [*nhs, *beyond, Choice("unknown", _("I do not know"), divider=_("or"))]
        self.fields["service"] = RadiosField(SERVICE, choices, required=_("Choose the service"), small=True)


class PaidForm(PageForm):
    """Whether the NHS procedure applies at all."""

    paid = RadiosField(
        _("Who paid for the care?"),
        (
            Choice("public", _("The NHS or the council"), _("This is so even if a private hospital gave the care.")),
            Choice("private", _("I paid, or my insurance did")),
        ),
        required=_("Choose who paid for the care"),
    )


class WhereForm(PageForm):
    """Which hospital, trust or dentist it is, where those who give the service are listed."""

    where = RadiosField(
        WHERE,
        (
            Choice(NAMED, _("I know its name, postcode or code"), reveals=("where_words",)),
            Choice("unknown", _("I do not know, or would rather not say"), divider=_("or")),
        ),
        required=_("Choose whether you know which it is"),
    )
    where_words = TextField(
        _("Its name, postcode or code"),
        required=_("Enter its name, postcode or code"),
        hint=_("Part of the name is enough."),
        width=20,
        max_length=100,
        spellcheck=False,
    )

    def __init__(self, *args: Any, answered: Answers, **kwargs: Any) -> None:
        """Know which service it is about."""
        super().__init__(*args, **kwargs)
        self.service = answered.one("service")

    def clean(self) -> dict[str, Any] | None:
        """Say if nobody is known by these words."""
        cleaned = super().clean()
        words = self.cleaned_data.get("where_words")
        if words and not providers_like(words, self.service).practices:
            self.add_error("where_words", ValidationError(NO_SUCH_PLACE, code="unknown"))
        return cleaned


class WhichOneForm(PageForm):
    """Which of the places that fit the words it is."""

    def __init__(self, *args: Any, answered: Answers, **kwargs: Any) -> None:
        """Offer those that fit what was typed on the page before."""
        super().__init__(*args, **kwargs)
        found = providers_like(answered.one("where_words"), answered.one("service"))
        self.fields["where_code"] = _one_of(found, WHICH_ONE, required=_("Choose which it is, or none of these"))


class HomeForm(PageForm):
    """Where the person lives, by which an advocate is found."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the areas of the register."""
        super().__init__(*args, **kwargs)
        self.fields["home"] = SelectField(HOME, _areas(), hint=_PAID_BY_COUNCIL, unchosen=_NOT_LISTED)


class PracticeForm(PageForm):
    """Where the GP practice is, or which one it is, by which the commissioner is found."""

    practice = RadiosField(
        PRACTICE,
        (
            Choice(NAMED, _("I know its name, postcode or code"), reveals=("practice_words",)),
            Choice("home", _("In the area where I live")),
            Choice("area", _("In another area"), reveals=("practice_area",)),
            Choice("unknown", _("I do not know, or I have none"), divider=_("or")),
        ),
        hint=_("The organisation that pays for your care goes by your GP practice, not by your home."),
        required=_("Choose where your GP practice is"),
    )
    practice_words = TextField(
        _("Name, postcode or code of the practice"),
        required=_("Enter the name, the postcode or the code of the practice"),
        hint=_("Part of the name is enough. The code is a letter and 5 numbers, and is on letters from the practice."),
        width=20,
        max_length=100,
        spellcheck=False,
    )
    practice_area = SelectField(_("Which council area is it in?"), ())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the areas of the register."""
        super().__init__(*args, **kwargs)
        asked = _("Which council area is it in?")
        self.fields["practice_area"] = SelectField(asked, _areas(), hint=OF_TWO, unchosen=_NOT_LISTED)

    def clean(self) -> dict[str, Any] | None:
        """Say if no practice is known by these words."""
        cleaned = super().clean()
        words = self.cleaned_data.get("practice_words")
        if words and not practices_like(words).practices:
            self.add_error("practice_words", ValidationError(NO_SUCH_PRACTICE, code="unknown"))
        return cleaned


class WhichPracticeForm(PageForm):
    """Which of the practices that fit the words is theirs."""

    def __init__(self, *args: Any, answered: Answers, **kwargs: Any) -> None:
        """Offer the practices that fit what was typed on the page before."""
        super().__init__(*args, **kwargs)
        found = practices_like(answered.one("practice_words"))
        self.fields["practice_code"] = _one_of(found, WHICH, required=_("Choose your practice, or none of these"))


class AnsweredForm(PageForm):
    """Whether, and by whom, it has been answered: regulation 8(1)(e)."""

    answered = RadiosField(
        _("Has your complaint been answered already?"),
        (
            Choice("no", _("No, or I have not complained yet")),
            Choice(AnsweredBy.PROVIDER.value, _("Yes, the service itself has answered")),
            Choice(
                AnsweredBy.COMMISSIONER.value,
                _("Yes, the organisation that pays for it has answered"),
                _("An integrated care board (ICB) or NHS England"),
            ),
        ),
        required=_("Choose whether your complaint has been answered"),
    )


class AnsweredItselfForm(PageForm):
    """The same where there is no commissioner."""

    answered = RadiosField(
        _("Has your complaint been answered already?"),
        (
            Choice("no", _("No, or I have not complained yet")),
            Choice(AnsweredBy.PROVIDER.value, _("Yes, it has been answered")),
        ),
        required=_("Choose whether your complaint has been answered"),
    )


class WhomForm(PageForm):
    """For oneself or for another: regulation 5(2)."""

    whom = RadiosField(
        _("Who are you complaining for?"),
        (Choice("self", _("Myself")), Choice("other", _("Someone else"))),
        required=_("Choose who you are complaining for"),
    )


class SinceForm(PageForm):
    """Since when the Ombudsman's year runs."""

    since = DateField(
        SINCE,
        name=_("The date you first knew about it"),
        hint=_("If you do not know the day, leave it empty. For example, 27 3 2026"),
        not_after_today=True,
    )


def is_urgent(about: str) -> bool:
    """Return whether a matter cannot wait for a complaint."""
    matter = directory().matters.get(about)
    return matter is not None and matter.road is Road.URGENT


def is_on_its_own_road(about: str) -> bool:
    """Return whether a matter goes elsewhere, whichever service it is about."""
    matter = directory().matters.get(about)
    return matter is not None and matter.road is Road.ELSEWHERE


def family_of(service: str) -> Family:
    """Return which road a service takes; the NHS's where it is not known."""
    found = directory().services.get(service)
    return found.family if found else Family.NHS


def _one_of(found: PracticesFound, asked: str, *, required: str) -> RadiosField:
    choices = [
        *(Choice(each.ods, each.name, each.address or "") for each in found.practices),
        Choice(NONE_OF_THESE, _("None of these"), divider=_("or")),
    ]
    hint = _("There are more. If it is not here, go back and say more of its name, or its postcode.")
    return RadiosField(asked, choices, hint=hint if found.has_more else "", required=required)


def _areas() -> list[Choice]:
    known = sorted(directory().areas.values(), key=lambda area: area.name)
    return [Choice(area.area, area.name) for area in known]
