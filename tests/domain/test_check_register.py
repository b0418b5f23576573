"""Are the bodies that a document names looked up as at the day, and only what is out of date reported?"""

from datetime import date

import pytest

from putright.domain.check import check_guide
from putright.domain.check_register import named, out_of_date_bodies, wrong_for_the_service
from putright.domain.directory_rows import BodyKind
from putright.domain.guide import Guide, Role, Route
from putright.domain.procedure import Mention, Unclear
from putright.domain.vocabulary import ProcedureKind
from putright.gateways.directory_files import directory
from tests.domain.checking import AS_AT

REGISTER = directory()


def said_of(*mentions: Mention, as_at: date = AS_AT, body: str | None = None):
    return list(out_of_date_bodies(body, mentions, as_at, REGISTER))


def a_page(*, mentions=(), unclear=(), **routes: Route) -> Guide:
    return Guide(
        name="a-page",
        title="A page",
        kind=ProcedureKind.GUIDE,
        source="Made up",
        published=date(2026, 1, 5),
        review=date(2028, 1, 5),
        routes=routes,
        mentions=tuple(mentions),
        unclear=tuple(unclear),
    )


def codes(page: Guide, as_at: date = AS_AT, register=REGISTER) -> list[str]:
    return sorted(one.code for one in check_guide(page, as_at, directory=register))


class TestNames:
    @pytest.mark.parametrize("printed", ["NHS Choices", "nhs choices", "The NHS Choices", "NHS  choices."])
    def test_are_known_however_they_are_printed(self, printed):
        name = named(REGISTER, printed, AS_AT)

        assert name is not None
        assert name.body == "nhs-website"

    def test_that_nobody_has_are_left_alone(self):
        assert said_of(Mention(body="The Practice Down The Road", channel="01632 960000")) == []

    def test_that_a_body_had_are_said_to_be_old(self):
        (found,) = said_of(Mention(body="NHS Commissioning Board"))

        assert found.code == "body-renamed"
        assert "NHS England" in found.message

    def test_that_a_body_never_had_are_said_to_be_wrong(self):
        (found,) = said_of(Mention(body="Patient liaison advisory service"))

        assert found.code == "body-misnamed"

    def test_of_a_body_that_is_gone_are_said_once(self):
        found = said_of(Mention(body="CCG"), Mention(body="The local clinical commissioning group"))

        assert [(one.code, one.where) for one in found] == [("body-gone", ("mentions", 0, "body"))]
        assert "The local NHS integrated care board" in found[0].message

    def test_lead_to_whatever_stands_there_after_two_changes(self):
        (found,) = said_of(Mention(body="NHS Southend CCG"))

        assert (
            "Name in its place: NHS Essex Integrated Care Board (not confirmed: check before printing)."
            in found.message
        )

    def test_and_to_every_body_that_took_a_part(self):
        (found,) = said_of(Mention(body="UK Border Agency"))

        assert "UK Visas and Immigration and Border Force and Immigration Enforcement" in found.message

    @pytest.mark.parametrize(("on", "gone"), [(date(2022, 6, 30), False), (date(2022, 7, 1), True)])
    def test_hold_until_their_last_day(self, on, gone):
        assert bool(said_of(Mention(body="NHS Improvement"), as_at=on)) is gone

    def test_the_body_that_the_document_is_of_comes_first(self):
        found = said_of(Mention(body="NW London ICB"), body="nw-london-icb")

        assert [one.where for one in found] == [("body",)]


class TestChannels:
    @pytest.mark.parametrize(
        ("body", "channel"),
        [
            ("Parliamentary and Health Service Ombudsman", "Millbank Tower, 30 Millbank, London, SW1P 4QP"),
            ("The Ombudsman", "MILLBANK TOWER 30 Millbank London SW1P 4QP"),
            ("CCG", "https://www.england.nhs.uk/ccg-details"),
            ("NW London ICB", "020-3350-4567"),
        ],
    )
    def test_that_ended_are_said(self, body, channel):
        assert "channel-out-of-date" in {one.code for one in said_of(Mention(body=body, channel=channel))}

    @pytest.mark.parametrize(
        ("body", "channel"),
        [
            ("The Ombudsman", "0345 0154033"),
            ("The Ombudsman", "www.ombudsman.org.uk"),
            ("The Ombudsman", "A form that the register does not know"),
            ("The Ombudsman", "999"),
            ("Healthwatch England", "020 3350 4567"),
        ],
    )
    def test_that_stand_or_are_not_known_are_left_alone(self, body, channel):
        assert said_of(Mention(body=body, channel=channel)) == []

    def test_of_the_same_kind_are_given_in_their_place(self):
        (found,) = said_of(Mention(body="The Ombudsman", channel="Millbank Tower, 30 Millbank, London, SW1P 4QP"))

        assert "Print instead: Citygate, 51 Mosley Street, Manchester, M2 3HQ." in found.message

    def test_without_another_are_to_be_taken_out(self):
        found = said_of(Mention(body="NW London ICB", channel="020 3350 4567"))

        assert found[1].message.endswith("Take it out, and print what the body publishes today.")


class TestTheService:
    NHS_ENGLAND = Mention(body="NHS England", role="commissioner")
    BOARD = Mention(body="NHS Hampshire and Isle of Wight Integrated Care Board", role="commissioner")
    PALS = Mention(body="PALS", role="pals")

    @pytest.mark.parametrize(
        ("mention", "on", "wrong"),
        [
            (NHS_ENGLAND, date(2023, 6, 30), False),
            (NHS_ENGLAND, date(2023, 7, 1), True),
            (BOARD, date(2023, 6, 30), True),
            (BOARD, date(2023, 7, 1), False),
        ],
        ids=["NHS England, before", "NHS England, after", "the board, before", "the board, after"],
    )
    def test_has_its_commissioner_of_the_day(self, mention, on, wrong):
        found = list(wrong_for_the_service("living-well-partnership", [mention], on, REGISTER))

        assert [one.code for one in found] == ["commissioner-changed"] * wrong

    def test_of_a_body_that_the_register_does_not_know_nothing_is_said(self):
        assert list(wrong_for_the_service("a-new-body", [self.NHS_ENGLAND, self.PALS], AS_AT, REGISTER)) == []
        assert list(wrong_for_the_service(None, [self.NHS_ENGLAND, self.PALS], AS_AT, REGISTER)) == []

    @pytest.mark.parametrize(("body", "wrong"), [("commisceo", True), ("mid-and-south-essex-nhs-ft", False)])
    def test_has_a_pals_only_where_there_is_one(self, body, wrong):
        found = list(wrong_for_the_service(body, [self.PALS, self.PALS], AS_AT, REGISTER))

        assert [one.code for one in found] == ["another-bodys-pals"] * wrong

    def test_a_commissioner_named_by_a_word_of_its_own_is_left_alone(self):
        local = Mention(body="Your local council", role="commissioner")

        assert REGISTER.bodies["local-council"].kind is BodyKind.COUNCIL
        assert list(wrong_for_the_service("living-well-partnership", [local], AS_AT, REGISTER)) == []


class TestAPage:
    PROVIDER = Route(words="Ask the practice.", to=Role.PROVIDER, services=("gp", "pharmacy", "dentist", "optician"))

    def test_with_everything_in_order_has_no_findings(self):
        assert codes(a_page(practice=self.PROVIDER)) == []

    @pytest.mark.parametrize(
        ("services", "expected"),
        [
            (("gp", "pharmacy", "dentist"), ["service-left-out"]),
            (("gp",), []),
            (("gp", "hospital"), []),
            (("mental-health", "community"), []),
            (("gp", "something-new"), []),
        ],
    )
    def test_that_names_most_of_a_kind_names_the_rest(self, services, expected):
        assert codes(a_page(them=Route(words="Ask.", to=Role.PROVIDER, services=services))) == expected

    def test_the_rest_may_stand_on_another_route(self):
        some = Route(words="Ask.", to=Role.PROVIDER, services=("gp", "pharmacy", "dentist"))
        rest = Route(words="Ask the shop.", to=Role.PROVIDER, services=("optician",))

        assert codes(a_page(some=some, rest=rest)) == []

    def test_pals_alone_is_no_place_to_complain(self):
        pals = Route(words="Ask PALS.", to=Role.PALS, services=("hospital",), put_right="Ask the manager.")
        ward = Route(words="Ask the hospital.", to=Role.PROVIDER, services=("hospital",))

        (found,) = check_guide(a_page(pals=pals), AS_AT, directory=REGISTER)

        assert (found.code, found.where) == ("no-formal-route", ("routes", "pals", "to"))
        assert found.message.endswith("Ask the manager.")
        assert codes(a_page(pals=pals, ward=ward)) == []

    def test_notes_of_its_own_are_said(self):
        route = Route(
            words="Only if severe.", to=Role.OMBUDSMAN, defects=("ombudsman-on-condition",), put_right="Always."
        )

        (found,) = check_guide(a_page(ombudsman=route), AS_AT, directory=REGISTER)

        assert (found.severity, found.where) == ("error", ("routes", "ombudsman", "defects", 0))
        assert found.message.endswith("It says: Only if severe. Read as: Always.")

    def test_a_note_of_what_is_seen_anyway_is_not_said_twice(self):
        route = Route(words="Ask the CCG.", to=Role.COMMISSIONER, defects=("body-gone",))

        assert codes(a_page(commissioner=route, mentions=[Mention(body="CCG")])) == ["body-gone"]
        assert codes(a_page(commissioner=route)) == ["body-gone"]

    def test_a_note_by_a_code_that_there_is_not(self):
        route = Route(words="Ask.", to=Role.COMMISSIONER, defects=("D99",))
        entry = Unclear(clause="1", says="Something", reading="Nothing", code="D99")

        assert codes(a_page(it=route)) == ["unknown-code"]
        assert codes(a_page(unclear=[entry])) == ["unclear", "unknown-code"]

    @pytest.mark.parametrize(("on", "expected"), [(date(2028, 1, 5), []), (date(2028, 1, 6), ["review-overdue"])])
    def test_is_reviewed_by_its_day(self, on, expected):
        assert codes(a_page(practice=self.PROVIDER), on) == expected
