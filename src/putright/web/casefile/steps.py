"""What can be done next on a case, in groups, and what cannot, with the reason?"""

from __future__ import annotations

from dataclasses import dataclass

from putright.casework.queries.case_page import CasePage
from putright.domain.duty import Refused
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
    groups = (StepGroup(title=title, steps=_steps(case, [act.name for act in acts])) for title, acts in GROUPS)
    return tuple(group for group in groups if group.steps)


def not_now(case: CasePage) -> tuple[NotNow, ...]:
    """The actions that cannot be taken now, in the order in which a case usually meets them."""
    order = {act.name: place for place, act in enumerate(act for _, acts in GROUPS for act in acts)}
    refused = [choice for choice in case.choices if choice.refusal and choice.action in order]
    refused.sort(key=lambda choice: order[choice.action])
    return tuple(NotNow(words=choice.words, refusal=choice.refusal) for choice in refused if choice.refusal)


def _steps(case: CasePage, names: list[str]) -> tuple[Step, ...]:
    found = (case.choice(name) for name in names if name not in _ELSEWHERE)
    allowed = (choice for choice in found if choice is not None and choice.is_allowed)
    steps = (step_to(case.reference, choice.action, choice.words) for choice in allowed)
    return tuple(step for step in steps if step is not None)
