"""How far has somebody come in a form of many pages: which questions are asked, and which have a good answer?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from weakref import WeakKeyDictionary

from putright.web.forms.page_form import PageForm
from putright.web.journey.memory import answers, bound
from putright.web.journey.values import Answers, Journey, Question
from putright.web.page_request import PageRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The questions asked after these answers, and the forms of those with a good answer, up to the first without."""

    answers: Answers
    asked: tuple[Question, ...]
    good: tuple[PageForm, ...]

    @property
    def unanswered(self) -> Question | None:
        """The first question that has no good answer as at today, or nothing."""
        return self.asked[len(self.good)] if len(self.good) < len(self.asked) else None

    @property
    def reachable(self) -> tuple[Question, ...]:
        """The questions answered and the first that is not."""
        return self.asked[: len(self.good) + 1]


# To look at every answer again is most of what a page costs, so it is done once a request and set of answers.
_WORKED_OUT: Final[WeakKeyDictionary[PageRequest, dict[str, Progress]]] = WeakKeyDictionary()


def progress(request: PageRequest, journey: Journey) -> Progress:
    """Return how far somebody has come, every answer looked at again as at today."""
    known = answers(request, journey)
    worked_out = _WORKED_OUT.setdefault(request, {})
    found = worked_out.get(journey.name)
    if found is None or found.answers is not known:
        asked = journey.asked(known)
        found = Progress(answers=known, asked=asked, good=_good(request, journey, asked))
        worked_out[journey.name] = found
    return found


def _good(request: PageRequest, journey: Journey, asked: tuple[Question, ...]) -> tuple[PageForm, ...]:
    good: list[PageForm] = []
    for question in asked:
        form = bound(request, journey, question)
        if form is None or not form.is_valid():
            break
        good.append(form)
    return tuple(good)
