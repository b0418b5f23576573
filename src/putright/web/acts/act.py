"""What is an action on a page: its form, its words, and the function of casework that it calls?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

# Posted data, and what each action is told besides, are of many types, hence Any.
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from putright.casework.actor import Actor
from putright.casework.queries.case_page import CasePage
from putright.casework.said import FileSaid
from putright.domain.duty import Refused
from putright.web.forms import Choice, DateField, FileField, HiddenField, PageForm
from putright.web.forms.drawing import look_of
from putright.web.forms.page_form import REMOVE_FILE
from putright.web.taking_in import NO_FILES, site_takes_files


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """On what an action is done: the case as the person sees it today, and the thing in it that was pointed at."""

    case: CasePage
    actor: Actor
    today: date
    now: datetime
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a form with a heading of its own; a folded one is opened by those who need it."""

    heading: str
    fields: tuple[BoundField, ...]
    folded: bool = False


class ActForm(PageForm):
    """The form of an action. `fit` fits the questions to the case; `said` is what the action is told besides."""

    shown_again_by = (REMOVE_FILE,)

    on = DateField("When was it done?", required="Enter the date", not_after_today=True)
    version = HiddenField()

    def __init__(self, data: Any = None, files: Any = None, *, about: About) -> None:
        """Ask about a case; the day is today unless another is given."""
        self.about = about
        self.taken: dict[str, FileSaid] = {}  # files chosen just now, by their box
        self.kept: tuple[FileSaid, ...] = ()  # those chosen before, when the form was not done
        first = {"on": about.today, "version": about.case.version, **self.first_answers()}
        super().__init__(data, files, today=about.today, initial=first)
        if not site_takes_files():
            self._say_that_no_files_are_taken()
        self.fit()

    def first_answers(self) -> dict[str, Any]:
        """Return what the form holds before anybody has written in it."""
        return {}

    def fit(self) -> None:
        """Fit the questions to the case: which answers there are to choose from."""

    def said(self) -> dict[str, Any]:
        """Return what the action is told besides who, on which case and when."""
        return {}

    @property
    def day(self) -> date:
        """The day of the action: the one that was given, or today where the form asks for none."""
        given = self.cleaned_data.get("on")
        return given if isinstance(given, date) else self.about.today

    @property
    def parts(self) -> tuple[Part, ...]:
        """The form in its parts."""
        return (Part(heading="", fields=self.asked),)

    def offer(self, name: str, choices: Sequence[Choice]) -> None:
        """Let these answers be chosen from."""
        field = self.fields[name]
        if not isinstance(field, forms.ChoiceField):
            raise TypeError(f"{name} is not answered by choosing")
        look = look_of(field)
        unchosen = [choice for choice in look.choices if not choice.value]
        every = (*unchosen, *choices)
        field.look = replace(look, choices=every)  # type: ignore[attr-defined]  # ours, as look_of has checked
        field.choices = [(choice.value, choice.text) for choice in every]

    def rename(self, name: str, label: str) -> None:
        """Put a question in other words."""
        field = self.fields[name]
        field.look = replace(look_of(field), label=label)  # type: ignore[attr-defined]  # as above

    def explain(self, name: str, hint: str) -> None:
        """Say something to a question that depends on the case."""
        field = self.fields[name]
        field.look = replace(look_of(field), hint=hint)  # type: ignore[attr-defined]  # as above

    def _say_that_no_files_are_taken(self) -> None:
        for field in self.fields.values():
            if isinstance(field, FileField):
                field.look = replace(field.look, hint=NO_FILES)


# An action of casework, called as any edge calls it.
Action = Callable[..., Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An action as a page puts it: `asks` is what the law or good practice asks, `done` the sentence that follows.

    `offered` is the name under which `what_can_be_done` answers for it, where that is another; `pointless` says why it
    would have nothing to be done with, as the page alone can see. `leads_to` names the page of the case that follows.
    """

    name: str
    title: str
    button: str
    done: str
    action: Action
    form: type[ActForm]
    asks: str = ""
    authority: str = ""
    offered: str = ""
    has_letter: bool = False
    leads_to: str = "case"
    pointless: Callable[[CasePage], Refused | None] | None = None

    @property
    def address(self) -> str:
        """The last part of the address of its page."""
        return self.name.replace("_", "-")

    def why_not(self, case: CasePage) -> Refused | None:
        """Why it cannot be done now; nothing if it can."""
        choice = case.choice(self.offered or self.name)
        if choice is not None and choice.refusal is not None:
            return choice.refusal
        return self.pointless(case) if self.pointless else None


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of an answer, one thing a line; bullets that somebody typed are taken off.

    >>> lines_of("- one\\n\\n * two ")
    ('one', 'two')
    """
    stripped = (re.sub(r"^\s*[-*•]\s+", "", line).strip() for line in text.splitlines())
    return tuple(line for line in stripped if line)
