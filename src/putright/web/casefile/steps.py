"""What can be done next on a case, in groups, and what cannot, with the reason?"""

from __future__ import annotations

from dataclasses import dataclass

from putright.casework.queries.case_page import CasePage
from putright.domain.duty import Refused
from putright.web.acts.act import Act
from putright.web.acts.every import GROUPS
from putright.web.casefile.duties import Step, step_to

# They stand elsewhere on the page: a correction with its entry, a note at the head.
_ELSEWHERE = ("correct_entry", "add_file_note")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepGroup:
    """Actions that belong together."""

    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotNow:
    """An action that cannot be taken, and why."""

    words: str
    refusal: Refused


def step_groups(case: CasePage) -> tuple[StepGroup, ...]:
    """The actions that can be taken now, in their groups; a group without any is left out."""
    groups = (StepGroup(title=title, steps=_steps(case, acts)) for title, acts in GROUPS)
    return tuple(group for group in groups if group.steps)


def not_now(case: CasePage) -> tuple[NotNow, ...]:
    """The actions that cannot be taken now, in the order in which a case usually meets them."""
    refused = ((act, act.why_not(case)) for _, acts in GROUPS for act in acts)
    return tuple(NotNow(words=_words(case, act), refusal=refusal) for act, refusal in refused if refusal)


def _steps(case: CasePage, acts: tuple[Act, ...]) -> tuple[Step, ...]:
    allowed = (act for act in acts if act.name not in _ELSEWHERE and act.why_not(case) is None)
    steps = (step_to(case.reference, act.name, _words(case, act)) for act in allowed)
    return tuple(step for step in steps if step is not None)


def _words(case: CasePage, act: Act) -> str:
    choice = case.choice(act.name)
    return choice.words if choice else act.title
