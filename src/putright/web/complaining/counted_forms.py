"""What does whoever complains know of what is counted once a year, and nothing else that they said tells already?"""

from __future__ import annotations

from collections.abc import Mapping

# What Django's forms clean is untyped, hence Any.
from typing import Any, Final

from django.utils.translation import gettext_noop as _

from putright.casework.queries.for_return import DimensionAsked, asked_at_intake, asked_of_the_public
from putright.domain.returns import Dimension, ReportsAs, ReturnSaid
from putright.domain.speaking import SpeaksAs
from putright.domain.standing import FOOTINGS, Basis
from putright.web.complaining.who_forms import bodies_asked
from putright.web.forms import Choice, PageForm, SelectField
from putright.web.journey import Answers

_BEFORE: Final = "counted_"
_DIMENSIONS: Final = (Dimension.AGE, Dimension.SERVICE)
_UNCHOSEN: Final = _("I do not know, or would rather not say")
# Whoever speaks in one of these parts is none of those whom the returns name.
_SOMEBODY_ELSE: Final = frozenset(SpeaksAs) - {SpeaksAs.PARENT, SpeaksAs.RELATIVE, SpeaksAs.ANOTHER}


class CountedForm(PageForm):
    """The age of the patient, where no date of birth says it, and the service."""

    def __init__(self, *given: Any, answered: Answers, **more: Any) -> None:
        """Ask what the return of the organisation asks; on paper, where none is chosen, all of it."""
        super().__init__(*given, **more)
        is_chosen = bool(answered.one("to"))
        asked = answered.once(_asked) if is_chosen else asked_at_intake(ReportsAs.TRUST.value, self.today)
        for each in asked:
            if each.dimension in _DIMENSIONS:
                choices = [Choice(code, words) for code, words in each.choices if code != "unknown"]
                self.fields[_BEFORE + each.dimension.value] = SelectField(each.asks, choices, unchosen=_UNCHOSEN)


def is_counted(answers: Answers) -> bool:
    """Whether anything is asked for the yearly return of the organisation that is complained to."""
    return bool(answers.once(_asked))


def counted_told(answered: Mapping[str, Any]) -> ReturnSaid | None:
    """What was said for the return; nothing where nothing was asked, for then the organisation may make none."""
    boxes = {each: answered[_BEFORE + each.value] for each in _DIMENSIONS if _BEFORE + each.value in answered}
    if not boxes:
        return None
    labels = {each: frozenset({code}) for each, code in boxes.items() if code}
    if answered.get("speaks_as") in _SOMEBODY_ELSE:
        labels[Dimension.STATUS] = frozenset({"other"})
    return ReturnSaid(labels=labels)


def _asked(answers: Answers) -> tuple[DimensionAsked, ...]:
    if answers.today is None or not answers.one("to"):
        return ()
    to = next((body for body in answers.once(bodies_asked) if body.code == answers.one("to")), None)
    asked = asked_of_the_public(to.reports_as, answers.today) if to else ()
    return tuple(each for each in asked if each.dimension is not Dimension.AGE or not _is_born(answers))


def _is_born(answers: Answers) -> bool:
    """Whether the patient's date of birth was given."""
    basis = answers.one("basis")
    for_another = basis in set(Basis) and FOOTINGS[Basis(basis)].speaks_for_another
    return bool(answers.one("patient_born_on-year" if for_another else "born_on-year"))
