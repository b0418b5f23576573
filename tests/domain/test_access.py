"""Does access follow the tables of docs/rules/access.md, and the five things that come before any role?"""

from datetime import date
from itertools import product

import pytest

from putright.domain.access import (
    REACH,
    Actor,
    Deed,
    Given,
    Parts,
    Reach,
    Role,
    can_be_given,
    may_view,
    reaches,
    why_not,
)
from tests.tables import a_day, table

ME, COLLEAGUE, HERE, ELSEWHERE = 1, 2, 10, 20
TODAY = date(2026, 4, 2)
TABLE = {row["What"]: row for row in table("access.md", "What each role may do")}


def acting(*roles: Role, on: date = TODAY) -> Actor:
    return Actor(person_id=ME, body_id=HERE, roles=frozenset(roles), on=on)


def given(role: Role, *, to: int = ME, from_on: date = TODAY, until_on: date | None = None) -> frozenset[Given]:
    return frozenset({Given(person_id=to, role=role, from_on=from_on, until_on=until_on)})


def allows(reach: str, *, mine: bool, in_review: bool) -> bool:
    """Whether a cell of the table allows it, for a case that is mine or not, in review or not."""
    return {"": False, "all": True, "assigned": mine, "in review": in_review, "given": False}[reach]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("deed", Deed)
class TestTheTable:
    def test_a_role_may_do_what_its_cell_says(self, deed: Deed, role: Role) -> None:
        cell = TABLE[deed][role]

        for mine, in_review in product((True, False), repeat=2):
            parts = Parts(body_id=HERE, handler_id=ME if mine else COLLEAGUE, in_review=in_review)
            assert (why_not(acting(role), deed, parts) is None) == allows(cell, mine=mine, in_review=in_review)

    def test_a_role_that_is_given_on_a_case_covers_its_row(self, deed: Deed, role: Role) -> None:
        for restricted, as_role in product((True, False), Role):
            parts = Parts(body_id=HERE, given=given(as_role), restricted=restricted)
            unasked = TABLE[deed][role] == "all" and (not restricted or role in (Role.RESPONSIBLE_PERSON, Role.AUDITOR))
            expected = unasked or (as_role is role and TABLE[deed][role] != "")
            assert (why_not(acting(role), deed, parts) is None) == expected, as_role

    def test_what_a_colleague_was_given_lets_nobody_else_in(self, deed: Deed, role: Role) -> None:
        without, with_it = Parts(body_id=HERE), Parts(body_id=HERE, given=given(role, to=COLLEAGUE))

        assert why_not(acting(role), deed, with_it) == why_not(acting(role), deed, without)


def test_the_table_knows_every_deed_and_role() -> None:
    assert list(TABLE) == [deed.value for deed in Deed]
    assert list(TABLE["see"]) == ["What", *(role.value for role in Role)]
    assert {cell for row in TABLE.values() for name, cell in row.items() if name != "What"} == {
        "",
        *(reach.value for reach in Reach),
    }


@pytest.mark.parametrize("row", table("access.md", "What a restriction and what is given come to"), ids=str)
def test_what_a_restriction_and_what_is_given_come_to(row: dict[str, str]) -> None:
    begins, ends, on = (a_day(row[name]) if row[name] else None for name in ("From", "Until", "On"))
    assert on is not None
    parts = Parts(
        body_id=HERE,
        handler_id=ME if "handler" in row["Case"] else COLLEAGUE,
        in_review="in review" in row["Case"],
        restricted="restricted" in row["Case"],
        given=given(Role(row["Given as"]), from_on=begins, until_on=ends) if begins else frozenset(),
    )
    actor = acting(Role(row["Role"]), on=on)

    said = {True: "yes", False: "no"}
    assert said[may_view(actor, parts)] == row["sees"]
    assert said[why_not(actor, Deed.FOLLOW, parts) is None] == row["follows"]


@pytest.mark.parametrize("deed", Deed)
class TestWhateverTheRoles:
    everything = Parts(
        body_id=HERE,
        handler_id=ME,
        in_review=True,
        given=frozenset(Given(person_id=ME, role=role, from_on=TODAY) for role in Role),
    )

    def test_another_bodys_case_is_out_of_reach(self, deed: Deed) -> None:
        parts = Parts(body_id=ELSEWHERE, handler_id=ME, in_review=True, given=self.everything.given)

        refusal = why_not(acting(*Role), deed, parts)

        assert refusal is not None
        assert refusal.code == "another-body"

    def test_a_case_that_names_the_person_is_out_of_reach_but_for_their_own_statement(self, deed: Deed) -> None:
        parts = Parts(
            body_id=HERE, handler_id=ME, in_review=True, given=self.everything.given, named_ids=frozenset({ME})
        )

        refusal = why_not(acting(*Role), deed, parts)

        assert (refusal.code if refusal else "") == ("" if deed is Deed.STATE else "named-in-the-case")

    def test_nothing_is_allowed_without_a_role(self, deed: Deed) -> None:
        refusal = why_not(acting(), deed, self.everything)

        assert refusal is not None
        assert refusal.code == "not-your-role"

    def test_a_restricted_case_is_not_there_for_whoever_may_not_see_it(self, deed: Deed) -> None:
        for role in Role:
            actor, parts = acting(role), Parts(body_id=HERE, restricted=True)
            refusal = why_not(actor, deed, parts)
            if refusal is not None and why_not(actor, deed, Parts(body_id=HERE)) is None:
                assert refusal.code == "no-such-case", role
                assert "restricted" not in refusal.message


def test_each_role_stands_for_itself_on_a_restricted_case() -> None:
    # Whoever audits and handles too sees a restricted case as an auditor, and does no more on it.
    actor, parts = acting(Role.AUDITOR, Role.COMPLAINTS_OFFICER), Parts(body_id=HERE, restricted=True)

    refusal = why_not(actor, Deed.HANDLE, parts)

    assert may_view(actor, parts)
    assert refusal is not None
    assert refusal.code == "restricted"
    assert why_not(actor, Deed.HANDLE, Parts(body_id=HERE)) is None


def test_an_auditor_only_looks() -> None:
    assert {deed for deed in Deed if reaches(acting(Role.AUDITOR), deed)} == {Deed.SEE, Deed.FOLLOW, Deed.AUDIT}


def test_whoever_comes_from_outside_reaches_no_case_that_they_were_not_given() -> None:
    outside = (Role.STAND_IN, Role.ADVOCATE, Role.COMMISSIONERS_OFFICER, Role.OMBUDSMAN_CASEWORKER, Role.STAFF)

    for role in outside:
        assert {row[role] for row in REACH.values() if role in row} == {Reach.GIVEN}, role


def test_a_case_is_given_in_every_role_that_does_something_more_by_it() -> None:
    assert {role for role in Role if not can_be_given(role)} == {
        Role.ADMINISTRATOR,
        Role.DIRECTORY_EDITOR,
        Role.RESPONSIBLE_PERSON,
        Role.AUDITOR,
    }


class TestReview:
    def test_whoever_signed_the_decision_does_not_review_it(self) -> None:
        parts = Parts(body_id=HERE, in_review=True, signed_by_id=ME)

        refusal = why_not(acting(Role.MEDICAL_DIRECTOR, Role.DELEGATE), Deed.REVIEW, parts)

        assert refusal is not None
        assert refusal.code == "own-decision"

    def test_a_stand_in_who_signed_it_does_not_review_it_either(self) -> None:
        parts = Parts(body_id=HERE, in_review=True, signed_by_id=ME, given=given(Role.STAND_IN))

        refusal = why_not(acting(Role.STAND_IN), Deed.REVIEW, parts)

        assert refusal is not None
        assert refusal.code == "own-decision"

    def test_whoever_signed_it_may_still_see_it(self) -> None:
        assert may_view(acting(Role.MEDICAL_DIRECTOR), Parts(body_id=HERE, in_review=True, signed_by_id=ME))


def test_a_refusal_says_who_can_do_it_instead() -> None:
    refusal = why_not(acting(Role.COMPLAINTS_OFFICER), Deed.SIGN, Parts(body_id=HERE))

    assert refusal is not None
    assert refusal.message == (
        "Your role does not let you sign the response. It can be done by the responsible person or the person "
        "authorised to sign."
    )
