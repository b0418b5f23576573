"""Does each action let in whom the rules let in, and nobody else? Every action on a case, tried by every role."""

from dataclasses import replace
from datetime import date
from importlib import import_module

import pytest

from putright.casework.actions.give_case import give_case
from putright.casework.actions.restrict_case import restrict_case
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.facts_of import parts_of
from putright.casework.queries.advocate_cases import people_helped
from putright.casework.queries.what_can_be_done import CHOICES
from putright.domain.access import Actor, Role, can_be_given, may_view, why_not
from putright.domain.advocates import Help
from putright.records.models import NamedAdvocate
from tests.casework.offices import Office, Story, a_story, at
from tests.casework.test_refusals import TABLE, Refused
from tests.casework.test_who_may_come_near import appointed

pytestmark = pytest.mark.django_db

WEDNESDAY = date(2026, 4, 8)
# With what each action is tried: as it is in the table of refusals, where it is refused for another reason at most.
TRIED = {row.action: row for row in reversed(TABLE)}
# Why somebody is refused for who they are.
WHO = {"another-body", "named-in-the-case", "not-your-role", "own-decision", "restricted", "no-such-case"}


def what_happens(story: Story, actor: Actor, row: Refused) -> str:
    """Why the actor is kept from the action, for who they are; nothing if they are let in."""
    action = getattr(import_module(f"putright.casework.actions.{row.action}"), row.action)
    people = story.office.people
    means = replace(story.office.means, laid_out=[])  # a rehearsal: it is undone, and no letter is printed
    said = {name: people[it] if isinstance(it, str) and it in people else it for name, it in row.said.items()}
    try:
        action(actor=actor, case=story.reference, on=WEDNESDAY, now=at(WEDNESDAY), means=means, **said)
    except NotFound:
        return "not-found"
    except ActionRefused as refused:
        return refused.refusal.code if refused.refusal.code in WHO else ""
    return ""


def what_should(story: Story, actor: Actor, action: str) -> str:
    deed = next(choice.deed for choice in CHOICES if choice.action == action)
    parts = parts_of(story.case)
    if not may_view(actor, parts):
        return "not-found"
    refusal = why_not(actor, deed, parts)
    return refusal.code if refusal else ""


@pytest.mark.parametrize("role", Role)
def test_an_action_lets_in_whom_the_rules_let_in(commisceo: Office, role: Role) -> None:
    appointed(commisceo, "wren", role)
    stories = {"as it is": a_story(commisceo), "given": a_story(commisceo), "restricted": a_story(commisceo)}
    stories["restricted"].does(restrict_case, "rosa", WEDNESDAY, reason="The person works here.")
    if can_be_given(role):
        stories["given"].does(give_case, "rosa", WEDNESDAY, person=commisceo.people["wren"], role=role)
    actor = commisceo.actor("wren", WEDNESDAY)
    every = [choice.action for choice in CHOICES]

    for name, story in stories.items():
        happens = {action: what_happens(story, actor, TRIED[action]) for action in every}
        assert happens == {action: what_should(story, actor, action) for action in every}, name


def test_an_action_is_not_there_for_whom_the_person_named_whatever_they_are_at_another_body(
    commisceo: Office, living_well: Office
) -> None:
    """An advocate is nobody at the body: what they do there they do as the person's advocate, by pages of their own."""
    story = a_story(commisceo)
    ada = living_well.person("ada")
    for role in set(Role) - {Role.ADMINISTRATOR}:
        appointed(living_well, "ada", role)
    assert ada.account_id is not None
    ten = at(WEDNESDAY)
    NamedAdvocate.objects.create(
        **{"case": story.case, "account": ada.account, "name": ada.name, "helps": list(Help), "entry": 1},
        **{"from_on": WEDNESDAY, "made_at": ten, "taken_up_at": ten},
    )
    assert [one.reference for one in people_helped(ada.account_id, WEDNESDAY)] == [story.reference]
    actor = living_well.actor("ada", WEDNESDAY)

    tried = {choice.action for choice in CHOICES} & set(TRIED)  # that it is each: see below
    assert {what_happens(story, actor, TRIED[action]) for action in tried} == {"not-found"}


def test_every_choice_is_tried() -> None:
    assert {choice.action for choice in CHOICES} <= set(TRIED)
