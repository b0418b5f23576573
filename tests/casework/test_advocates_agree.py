"""Do the list, the pages and the acts of an advocate say of each case what the rules say, whoever named them?

For namings of every kind on cases of every kind: of either body, restricted or not, ended, not yet taken up, over, of
somebody else, and on a case that names them as staff.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any  # the arguments of acts are of many types

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from putright.casework.actions.say_whether_advocate_comes import say_whether_advocate_comes
from putright.casework.actions.stop_as_advocate import stop_as_advocate
from putright.casework.actions.take_back_advocate_draft import take_back_advocate_draft
from putright.casework.actions.write_advocate_draft import write_advocate_draft
from putright.casework.appointments import actor_of
from putright.casework.by_naming import named_on
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.advocate_cases import case_helped, case_to_write, people_helped
from putright.domain.access import Role
from putright.domain.advocate_drafts import DraftKind
from putright.domain.advocates import EndedBy, Help, Naming
from putright.records.models import Account, Case, NamedAdvocate, Person
from tests.casework.test_access_agrees import DAY, NOW, SPANS, TODAY, Ward, _standing, appoint, check, ward

__all__ = ["_standing", "ward"]  # fixtures

pytestmark = pytest.mark.django_db

LAST = 16  # the number of the case of the other body


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A naming: of which case, what it lets, its days from today, and whether it is theirs, was taken up, and ended."""

    number: int
    helps: frozenset[Help]
    span: tuple[int | None, int | None]
    came: bool
    ended: bool
    mine: bool

    def rule(self, *, works_there: bool) -> Naming:
        """As the rules know it."""
        begins, ends = self.span
        return Naming(
            helps=self.helps,
            from_on=TODAY + (begins or 0) * DAY,
            until_on=None if ends is None else TODAY + ends * DAY,
            taken_up=self.came and self.mine,
            ended=self.ended,
            works_there=works_there,
        )


KINDS = st.builds(
    Kind,
    number=st.integers(0, LAST),
    helps=st.frozensets(st.sampled_from(Help), min_size=1),
    span=st.sampled_from(SPANS),
    came=st.sampled_from((True, True, False)),
    ended=st.sampled_from((False, False, True)),
    mine=st.sampled_from((True, True, False)),
)


def an_account(name: str) -> Account:
    return Account.objects.create(email=f"{name}@advocates.example.org", name=name, made_at=NOW)


def enter(ward: Ward, kind: Kind, account: Account) -> None:
    begins, ends = kind.span
    NamedAdvocate.objects.create(
        case=ward.cases[kind.number],
        account=account if kind.came else None,
        taken_up_at=NOW if kind.came else None,
        name="Nia Example",
        helps=[each.value for each in kind.helps],
        entry=1,
        from_on=TODAY + (begins or 0) * DAY,
        until_on=None if ends is None else TODAY + ends * DAY,
        made_at=NOW,
        ended_at=NOW if kind.ended else None,
        ended_by=EndedBy.PERSON.value if kind.ended else "",
    )


def works_at(account: Account, case: Case) -> None:
    Person.objects.create(body=case.body, part="staff", name="Nia Example", made_at=NOW, account=account)


@contextmanager
def undone_acts() -> Iterator[None]:
    """Keep nothing of one example, whose acts are each a transaction of its own."""
    around = transaction.atomic()
    around._from_testcase = True  # type: ignore[attr-defined]  # as Django's own: what must be outermost may be within it
    with around:
        yield
        transaction.set_rollback(True)


def there(ward: Ward, question: Callable[[str], object]) -> set[str]:
    """The cases of which something is answered, be it with a refusal; of the rest nothing is."""
    found = set()
    for case in ward.cases:
        try:
            question(case.reference)
        except NotFound:
            continue
        except ActionRefused:
            pass
        found.add(case.reference)
    return found


@settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # each example asks much: to make a failing one smaller takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(kinds=st.lists(KINDS, max_size=8, unique_by=lambda kind: kind.number), here=st.booleans(), away=st.booleans())
def test_they_agree(ward: Ward, kinds: list[Kind], here: bool, away: bool) -> None:
    with undone_acts():
        account, other = an_account("nia"), an_account("bo")
        for works, case in ((here, ward.cases[0]), (away, ward.cases[LAST])):
            if works:
                works_at(account, case)
        for kind in kinds:
            enter(ward, kind, account if kind.mine else other)
        rules = {
            ward.cases[kind.number].reference: kind.rule(works_there=away if kind.number == LAST else here)
            for kind in kinds
        }
        check_advocate(ward, account.pk, rules)


def check_advocate(ward: Ward, account: int, rules: dict[str, Naming]) -> None:
    seen = {reference for reference, rule in rules.items() if rule.is_there(TODAY)}
    lets = {what: {reference for reference, rule in rules.items() if rule.lets(what, TODAY)} for what in Help}

    assert {one.reference for one in people_helped(account, TODAY)} == seen
    assert there(ward, lambda one: case_helped(account, one, TODAY, now=NOW)) == seen
    assert {one for one in seen if case_helped(account, one, TODAY, now=NOW).case is not None} == lets[Help.READ]
    assert there(ward, lambda one: case_to_write(account, one, TODAY, now=NOW)) == lets[Help.WRITE]
    for what in Help:
        assert there(ward, partial(named_there, account, what)) == lets[what]
    acts(ward, account, seen, lets)


def named_there(account: int, what: Help, reference: str) -> object:
    return named_on(account, reference, on=TODAY, what=what)


def acts(ward: Ward, account: int, seen: set[str], lets: dict[Help, set[str]]) -> None:
    """Each act of an advocate is there where the rules let it, and nowhere else; stopping comes last."""
    who: dict[str, Any] = {"account": account, "on": TODAY, "now": NOW, "means": ward.office.means}
    draft: dict[str, Any] = {"kind": DraftKind.MESSAGE, "words": "Who decided it?", "hand_over": False}
    dropped: dict[str, Any] = {"kind": DraftKind.MESSAGE, "drop": True}

    assert there(ward, lambda one: write_advocate_draft(case=one, **who, **draft)) == lets[Help.WRITE]
    assert there(ward, lambda one: take_back_advocate_draft(case=one, **who, **dropped)) == lets[Help.WRITE]
    assert there(ward, lambda one: say_whether_advocate_comes(case=one, comes=True, **who)) == lets[Help.MEET]
    assert there(ward, lambda one: stop_as_advocate(case=one, **who)) == seen
    assert people_helped(account, TODAY) == ()


def test_to_be_an_advocate_opens_nothing_of_what_is_for_staff(ward: Ward) -> None:
    """Somebody who came to work for the body after they were named sees there what their roles make them see."""
    account = an_account("nia")
    for number in range(LAST + 1):
        everything = Kind(number=number, helps=frozenset(Help), span=(None, None), came=True, ended=False, mine=True)
        enter(ward, everything, account)
    assert len(people_helped(account.pk, TODAY)) == LAST + 1
    Person.objects.filter(pk=ward.me).update(account=account)
    appoint(ward, {Role.INVESTIGATOR})

    check(ward, actor_of(ward.me, ward.office.body.pk, on=TODAY))
    assert [one.reference for one in people_helped(account.pk, TODAY)] == [ward.cases[LAST].reference]


def test_whoever_leaves_the_body_is_an_advocate_again(ward: Ward) -> None:
    account = an_account("nia")
    enter(ward, Kind(number=0, helps=frozenset(Help), span=(None, None), came=True, ended=False, mine=True), account)
    works_at(account, ward.cases[0])
    assert people_helped(account.pk, TODAY) == ()

    Person.objects.filter(account=account).update(left_on=date(2026, 4, 7))
    assert len(people_helped(account.pk, TODAY)) == 1
