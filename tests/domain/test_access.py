"""Does access follow the table of docs/rules/access.md, and the four things that come before any role?"""

from itertools import product

import pytest

from putright.domain.access import Actor, Deed, Parts, Reach, Role, may_view, why_not
from tests.tables import table

ME, COLLEAGUE, HERE, ELSEWHERE = 1, 2, 10, 20
TABLE = {row["What"]: row for row in table("access.md", "What each role may do")}


def acting(*roles: Role) -> Actor:
    return Actor(person_id=ME, body_id=HERE, roles=frozenset(roles))


def allows(reach: str, *, mine: bool, in_review: bool) -> bool:
    """Whether a cell of the table allows it, for a case that is mine or not, in review or not."""
    return {"": False, "all": True, "assigned": mine, "in review": in_review}[reach]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("deed", Deed)
def test_a_role_may_do_what_its_cell_says(deed: Deed, role: Role) -> None:
    cell = TABLE[deed][role]

    for mine, in_review in product((True, False), repeat=2):
        parts = Parts(body_id=HERE, handler_id=ME if mine else COLLEAGUE, in_review=in_review)
        assert (why_not(acting(role), deed, parts) is None) == allows(cell, mine=mine, in_review=in_review)


def test_the_table_knows_every_deed_and_role() -> None:
    assert list(TABLE) == [deed.value for deed in Deed]
    assert list(TABLE["see"]) == ["What", *(role.value for role in Role)]
    assert {cell for row in TABLE.values() for name, cell in row.items() if name != "What"} == {
        "",
        *(reach.value for reach in Reach),
    }


@pytest.mark.parametrize("deed", Deed)
class TestWhateverTheRoles:
    everything = frozenset(Role)

    def test_another_bodys_case_is_out_of_reach(self, deed: Deed) -> None:
        refusal = why_not(acting(*Role), deed, Parts(body_id=ELSEWHERE, handler_id=ME, in_review=True))

        assert refusal is not None
        assert refusal.code == "another-body"

    def test_a_case_that_names_the_person_is_out_of_reach(self, deed: Deed) -> None:
        parts = Parts(body_id=HERE, handler_id=ME, in_review=True, named_ids=frozenset({ME}))

        refusal = why_not(acting(*Role), deed, parts)

        assert refusal is not None
        assert refusal.code == "named-in-the-case"

    def test_nothing_is_allowed_without_a_role(self, deed: Deed) -> None:
        refusal = why_not(acting(), deed, Parts(body_id=HERE, handler_id=ME, in_review=True))

        assert refusal is not None
        assert refusal.code == "not-your-role"


class TestReview:
    def test_whoever_signed_the_decision_does_not_review_it(self) -> None:
        parts = Parts(body_id=HERE, in_review=True, signed_by_id=ME)

        refusal = why_not(acting(Role.MEDICAL_DIRECTOR, Role.DELEGATE), Deed.REVIEW, parts)

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
