"""What can be done next on a case: first what is done every day, then all of it in groups, and why not the rest?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from putright.casework.queries.case_page import CasePage
from putright.domain.duty import Refused
from putright.web.acts.act import Act
from putright.web.acts.every import GROUPS
from putright.web.acts.in_few_words import in_few_words
from putright.web.casefile.duties import step_to

# What is done on most days, whatever a case has come to; what is due comes before it.
DAILY: Final = ("add_file_note", "send_update", "set_task", "assign_handler", "record_adjustments")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An action that can be taken now: its link, and what it does in a few words."""

    text: str
    means: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotNow:
    """An action that cannot be taken, and why."""

    text: str
    refusal: Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class StepGroup:
    """Actions that belong together: those that can be taken now, and those that cannot."""

    title: str
    place: str
    offers: tuple[Offer, ...]
    not_now: tuple[NotNow, ...]


def daily(case: CasePage) -> tuple[Offer, ...]:
    """The few actions of every day that can be taken now."""
    acts = {act.name: act for _, group in GROUPS for act in group}
    return tuple(_offers(case, (acts[name] for name in DAILY)))


def step_groups(case: CasePage, *, sought: str = "") -> tuple[StepGroup, ...]:
    """Every action in its group, or those alone that some words name; a group without any is left out."""
    found = ((title, [act for act in acts if _is_sought(case, title, act, sought)]) for title, acts in GROUPS)
    groups = (_group(case, title, acts) for title, acts in found)
    return tuple(group for group in groups if group.offers or group.not_now)


def _group(case: CasePage, title: str, acts: Sequence[Act]) -> StepGroup:
    refused = ((act, act.why_not(case)) for act in acts)
    return StepGroup(
        title=title,
        place="do-" + re.sub(r"[^a-z]+", "-", title.lower()),
        offers=tuple(_offers(case, acts)),
        not_now=tuple(NotNow(text=_words(case, act), refusal=refusal) for act, refusal in refused if refusal),
    )


def _offers(case: CasePage, acts: Iterable[Act]) -> Iterator[Offer]:
    for act in acts:
        step = step_to(case.reference, act.name, _words(case, act)) if act.why_not(case) is None else None
        if step is not None:
            yield Offer(text=step.text, means=in_few_words(act.name), href=step.href)


def _is_sought(case: CasePage, title: str, act: Act, sought: str) -> bool:
    """Whether every word stands somewhere in what an action is called or does; a plural finds the one thing too."""
    told = " ".join((title, act.title, _words(case, act), in_few_words(act.name))).casefold()
    return all(word in told or (word.endswith("s") and word[:-1] in told) for word in sought.casefold().split())


def _words(case: CasePage, act: Act) -> str:
    choice = case.choice(act.name)
    return choice.words if choice else act.title
