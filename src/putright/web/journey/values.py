"""What is a form of many pages made of?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

# What was posted is of Django's own untyped kinds, hence Any.
from typing import Any, TypeVar

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_noop as _

from putright.web.forms.page_form import PageForm

_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Answers:
    """What was typed so far, by question and box, and the day, for deciding which questions to ask."""

    typed: Mapping[str, Mapping[str, list[str]]]
    today: date | None = None
    _boxes: dict[str, list[str]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _found: dict[Callable[[Answers], Any], Any] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Lay the boxes of all questions side by side; of two boxes of one name the first question's counts."""
        for boxes in reversed(list(self.typed.values())):
            self._boxes.update(boxes)

    def once(self, ask: Callable[[Answers], _Found]) -> _Found:
        """Return what follows from these answers, and is dear to find out: the first time it is asked, no other."""
        if ask not in self._found:
            self._found[ask] = ask(self)
        found: _Found = self._found[ask]
        return found

    def one(self, box: str) -> str:
        """Return the answer of a box, or nothing."""
        return next(iter(self._boxes.get(box, ())), "")

    def many(self, box: str) -> list[str]:
        """Return the answers of a box of several."""
        return list(self._boxes.get(box, ()))


def always(answers: Answers) -> bool:
    """Ask whatever was answered before."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One page: the last part of its address, its title, its form, and whether it is asked after these answers.

    A form that needs the answers before it is made with them, as `answered`. `caption` takes the place of the
    journey's; where the question is about one of several things it has `%(number)s` for its `number`. `beside` makes of
    the answers what the template shows beside the question. Words are English, and are translated where they are drawn.
    """

    name: str
    title: str
    form: type[PageForm]
    asked: Callable[[Answers], bool] = always
    template: str = "question.jinja"
    button: str = _("Continue")
    intro: str = ""
    needs_answers: bool = False
    caption: str = ""
    number: int = 0
    beside: Callable[[Answers], object] | None = None

    def made(self, answers: Answers, today: date, *posted: Any) -> PageForm:
        """Return the form, filled with what was posted, if anything was."""
        further: dict[str, Any] = {"answered": answers} if self.needs_answers else {}
        return self.form(*posted, today=today, **further)


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """A form of many pages; the addresses are names of addresses, `address` taking the question's name.

    One that can be saved has the button for it on each page; its page answers the button before it calls `ask`.
    """

    name: str
    caption: str
    questions: tuple[Question, ...]
    address: str
    check_address: str
    start_address: str
    done_address: str
    can_be_saved: bool = False

    def at(self, name: str) -> Question:
        """Return the question of this name; there is no page for another."""
        for question in self.questions:
            if question.name == name:
                return question
        raise Http404

    def address_of(self, question: Question) -> str:
        """Return the address of a question's page."""
        return reverse(self.address, args=[question.name])

    def asked(self, answers: Answers) -> tuple[Question, ...]:
        """Return the questions to ask after these answers, in order."""
        return tuple(question for question in self.questions if question.asked(answers))


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPage:
    """A page that asks one question."""

    title: str
    caption: str
    intro: str
    button: str
    back: str
    leave: str
    heading_is_label: bool
    multipart: bool
    changing: bool
    can_be_saved: bool
    beside: object = None
