"""In which order is a person asked who wants to know where to complain, and how do the answers become a question?"""

from __future__ import annotations

from collections.abc import Mapping

# What Django's forms clean is untyped, hence Any.
from typing import Any, Final

from django.utils.translation import gettext_noop as _

from putright.casework.queries.practices import is_listed
from putright.domain.directory_rows import Family
from putright.domain.guide import AnsweredBy
from putright.domain.signpost_answer import Question as Asked
from putright.web.finding.forms import (
    ABOUT,
    CARE,
    HOME,
    NAMED,
    NONE_OF_THESE,
    PRACTICE,
    SAFE_FIRST,
    SERVICE,
    SINCE,
    WHERE,
    WHICH,
    WHICH_ONE,
    AboutForm,
    AnsweredForm,
    AnsweredItselfForm,
    HomeForm,
    PaidForm,
    PracticeForm,
    SafeFirstForm,
    ServiceForm,
    SinceForm,
    WhereForm,
    WhichOneForm,
    WhichPracticeForm,
    WhomForm,
    family_of,
    is_on_its_own_road,
    is_urgent,
)
from putright.web.journey import Answers, Journey, Question


def _is_here(answers: Answers) -> bool:
    return not is_on_its_own_road(answers.one("about"))


def _may_be_private(answers: Answers) -> bool:
    return _is_here(answers) and family_of(answers.one("service")) in (Family.NHS, Family.SOCIAL_CARE)


def _has_commissioner(answers: Answers) -> bool:
    by_nhs = family_of(answers.one("service")) is Family.NHS
    return _is_here(answers) and by_nhs and answers.one("paid") != "private"


def _has_none(answers: Answers) -> bool:
    return _is_here(answers) and not _has_commissioner(answers)


def _is_nhs(answers: Answers) -> bool:
    return _is_here(answers) and family_of(answers.one("service")) in (Family.NHS, Family.COMMISSIONING)


def _names_practice(answers: Answers) -> bool:
    return _is_nhs(answers) and answers.one("practice") == NAMED


def _can_be_named(answers: Answers) -> bool:
    return _is_here(answers) and is_listed(answers.one("service"))


def _names_the_place(answers: Answers) -> bool:
    return _can_be_named(answers) and answers.one("where") == NAMED


FIND: Final = Journey(
    name="find-out",
    caption=_("Find out who to complain to"),
    address="signpost-question",
    check_address="signpost-answer",
    start_address="signpost",
    done_address="signpost-answer",
    questions=(
        Question(name="about", title=ABOUT, form=AboutForm),
        Question(
            name="safe-first",
            title=SAFE_FIRST,
            form=SafeFirstForm,
            asked=lambda answers: is_urgent(answers.one("about")),
            template="signpost_safe_first.jinja",
            button=_("Go on to who to complain to"),
        ),
        Question(name="service", title=SERVICE, form=ServiceForm, asked=_is_here),
        Question(name="paid", title=_("Who paid for the care?"), form=PaidForm, asked=_may_be_private),
        Question(name="where", title=WHERE, form=WhereForm, asked=_can_be_named, needs_answers=True),
        Question(name="which-one", title=WHICH_ONE, form=WhichOneForm, asked=_names_the_place, needs_answers=True),
        Question(name="home", title=HOME, form=HomeForm),
        Question(name="practice", title=PRACTICE, form=PracticeForm, asked=_is_nhs),
        Question(name="which-practice", title=WHICH, form=WhichPracticeForm, asked=_names_practice, needs_answers=True),
        Question(
            name="answered",
            title=_("Has your complaint been answered already?"),
            form=AnsweredForm,
            asked=_has_commissioner,
        ),
        Question(
            name="answered-yet",
            title=_("Has your complaint been answered already?"),
            form=AnsweredItselfForm,
            asked=_has_none,
        ),
        Question(name="whom", title=_("Who are you complaining for?"), form=WhomForm, asked=_is_here),
        Question(name="since", title=SINCE, form=SinceForm, asked=_is_here, button=_("Show me who to complain to")),
    ),
)


def asked_of_register(answered: Mapping[str, Any]) -> Asked:
    """Return what the answers ask of the register."""
    service, about = answered.get("service"), answered["about"]
    answered_by = answered.get("answered", "no")
    return Asked(
        service=None if service in (None, "unknown") else service,
        about=None if about == CARE else about,
        area=_area(answered),
        home=answered["home"] or None,
        gp=_chosen(answered, "practice_code"),
        at=_chosen(answered, "where_code"),
        answered_by=None if answered_by == "no" else AnsweredBy(answered_by),
        for_other=answered.get("whom") == "other",
        private=answered.get("paid") == "private",
        known_since=answered.get("since"),
    )


def _chosen(answered: Mapping[str, Any], box: str) -> str | None:
    return None if answered.get(box) == NONE_OF_THESE else answered.get(box)


def _area(answered: Mapping[str, Any]) -> str | None:
    """Return the area of the practice, as far as it is known; nothing is guessed from where the person lives."""
    match answered.get("practice"):
        case "area":
            return answered["practice_area"] or None
        case "home":
            return answered["home"] or None
        case _:
            return None
