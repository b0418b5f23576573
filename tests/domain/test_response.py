"""Does a final response need what regulation 14(2) says, no less and no more?"""

import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.domain.response import (
    ActionConfirmation,
    IssueAnswer,
    Ombudsman,
    Place,
    ResponseContent,
    ResponsePart,
    Signatory,
    Signature,
    SigningRole,
    authority_to_sign,
    missing_parts,
)
from tests.tables import table

PAGE = "final-response.md"
THURSDAY = date(2026, 4, 2)
FUNCTIONS = {"NHS": (False, True), "council": (True, False), "both": (True, True), "not said": (False, False)}
TOLD = {
    "health": {Ombudsman.HEALTH_SERVICE},
    "local": {Ombudsman.LOCAL},
    "both": set(Ombudsman),
    "neither": set(),
}
PUT_RIGHT = {
    "not said": (None, ""),
    "none needed": (False, ""),
    "blank": (True, " \u200b\n"),
    "named": (True, "An apology"),
}
CONSIDERED = {"yes": "We read the notes and asked both nurses.", "no": "", "blank": " \t\u200b"}


def codes_in(cell: str) -> list[str]:
    return re.findall(r"`([a-z-]+)`", cell)


def day_in(cell: str) -> date | None:
    """The date in a cell; a weekday written before it must be the right one."""
    if not cell:
        return None
    *weekday, day, month, year = cell.split()
    found = datetime.strptime(f"{day} {month} {year}", "%d %B %Y").date()  # noqa: DTZ007 (a date, no time)
    assert weekday in ([], [found.strftime("%A")]), cell
    return found


def a_signature(**changes) -> Signature:
    signatory = {"name": "Ann Example", "post": "Chief executive", "role": SigningRole.RESPONSIBLE_PERSON,
                 "since": date(2024, 4, 1)}  # fmt: skip
    signed_on = changes.pop("signed_on", THURSDAY)
    return Signature(signatory=Signatory(**{**signatory, **changes}), signed_on=signed_on)


def a_response(**changes) -> ResponseContent:
    parts = {
        "how_considered": CONSIDERED["yes"],
        "answers": (an_answer(),),
        "action_confirmation": ActionConfirmation.TAKEN,
        "action_details": "",
        "ombudsmen": frozenset({Ombudsman.HEALTH_SERVICE}),
        "signature": a_signature(),
    }
    return ResponseContent(**{**parts, **changes})


def an_answer(conclusion: str = "We kept you waiting too long.", put_right: str = "named") -> IssueAnswer:
    needed, action = PUT_RIGHT[put_right]
    return IssueAnswer(issue="The wait", conclusion=conclusion, remedial_action_needed=needed, remedial_action=action)


def codes_missing(content: ResponseContent, about: str = "NHS") -> list[str]:
    council, nhs = FUNCTIONS[about]
    return [part.code.value for part in missing_parts(content, local_authority_functions=council, nhs_functions=nhs)]


def response_in(row: dict[str, str]) -> ResponseContent:
    answered, issues = map(int, row["Issues"].split(" of "))
    conclusions = ["We got this wrong."] * answered + [" "] * (issues - answered)
    return a_response(
        how_considered=CONSIDERED[row["Considered"]],
        answers=tuple(an_answer(text, row["To put right"]) for text in conclusions),
        action_confirmation=None if row["Confirmed"] == "–" else ActionConfirmation(row["Confirmed"]),
        ombudsmen=frozenset(TOLD[row["Tells of"]]),
    )


def signature_in(row: dict[str, str]) -> Signature | None:
    if row["Signs as"] == "nobody":
        return None
    return a_signature(
        role=SigningRole(row["Signs as"]),
        since=day_in(row["From"]),
        until=day_in(row["Until"]),
        authorised_by=row["Authorised by"],
        signed_on=day_in(row["Signed on"]),
    )


class TestThePage:
    @pytest.mark.parametrize("row", table(PAGE, "What it says"), ids=lambda row: row["Case"])
    def test_what_it_says(self, row):
        assert codes_missing(response_in(row), row["About"]) == codes_in(row["Missing"])

    @pytest.mark.parametrize("row", table(PAGE, "Who signs it"), ids=lambda row: row["Case"])
    def test_who_signs_it(self, row):
        assert codes_missing(a_response(signature=signature_in(row))) == codes_in(row["Missing"])

    def test_lists_every_part_once(self):
        listed = [code for row in table(PAGE, "What a final response must contain") for code in codes_in(row["Part"])]

        assert listed == [part.value for part in ResponsePart]

    def test_refuses_every_part_at_least_once(self):
        tables = table(PAGE, "What it says") + table(PAGE, "Who signs it")

        assert {code for row in tables for code in codes_in(row["Missing"])} == set(ResponsePart)


class TestARefusal:
    def test_names_the_issue_that_has_no_conclusion(self):
        content = a_response(answers=(an_answer(), an_answer(conclusion="")))

        (part,) = missing_parts(content, local_authority_functions=False, nhs_functions=True)

        assert part.message == "Say what was concluded on issue 2: The wait"
        assert part.authority == "SI 2009/309 reg 14(2)(a)(ii)"
        assert (part.place, part.issue) == (Place.ISSUE, 2)

    def test_points_at_the_number_that_the_issue_has_in_its_case(self):
        third = replace(an_answer(conclusion=""), number=3)

        (part,) = missing_parts(a_response(answers=(third,)), local_authority_functions=False, nhs_functions=True)

        assert (part.message, part.issue) == ("Say what was concluded on issue 3: The wait", 3)

    def test_says_when_the_authority_to_sign_ended(self):
        signature = a_signature(until=date(2026, 3, 31))

        (part,) = authority_to_sign(signature.signatory, on=THURSDAY)

        assert part.message == (
            "Ann Example was no longer the responsible person on 2 April 2026: that ended on 31 March 2026."
        )

    def test_a_signature_without_a_name_is_none(self):
        assert codes_missing(a_response(signature=a_signature(name=" "))) == ["signature"]

    def test_every_refusal_cites_the_regulations(self):
        nothing = a_response(
            how_considered="", answers=(), action_confirmation=None, ombudsmen=frozenset(), signature=None
        )

        parts = missing_parts(nothing, local_authority_functions=True, nhs_functions=True)

        assert len(parts) == 6
        assert all(part.authority.startswith("SI 2009/309 reg 14(2)") for part in parts)


class TestEveryResponse:
    @given(
        since=st.dates(date(2020, 1, 1), date(2028, 1, 1)),
        until=st.none() | st.dates(date(2020, 1, 1), date(2028, 1, 1)),
        on=st.dates(date(2020, 1, 1), date(2028, 1, 1)),
    )
    def test_may_be_signed_on_exactly_the_days_of_the_appointment(self, since, until, on):
        signatory = a_signature(since=since, until=until).signatory

        may_sign = not authority_to_sign(signatory, on=on)

        assert may_sign == (since <= on <= (until or date.max))

    @given(st.text(alphabet=" \t\r\n\u00a0\u200b\u200d\u202e\ufeff\x00\x1f"))
    def test_takes_nothing_to_read_for_nothing_said(self, invisible):
        assert codes_missing(a_response(how_considered=invisible)) == ["how-considered"]

    @given(st.lists(st.sampled_from(["", "Yes, we were wrong."]), min_size=1, max_size=8))
    def test_wants_one_conclusion_an_issue(self, conclusions):
        content = a_response(answers=tuple(an_answer(text) for text in conclusions))

        assert codes_missing(content) == ["conclusions"] * conclusions.count("")
