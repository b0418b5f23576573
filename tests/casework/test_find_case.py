"""Is a case found by whatever somebody has of it, by whoever may see it, and by an index?"""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from putright.casework.actions.change_email_agreement import change_email_agreement
from putright.casework.actions.request_statement import request_statement
from putright.casework.errors import ActionRefused
from putright.casework.queries.find_case import MOST, Found, find_case
from putright.casework.said import PersonSaid
from putright.domain.access import Actor
from putright.domain.sought import MOST_SEARCHES, SEARCHES_WITHIN
from putright.domain.standing import Basis
from putright.records.models import CaseKey, ReadLog
from tests.casework.many_rows import Like, fill
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, an_office, at, received
from tests.casework.test_plans import full_scans, queries_of

pytestmark = pytest.mark.django_db

NOW = at(MAUNDY_THURSDAY)
ZOE = PersonSaid(
    name="Ms Zoë O’Brien-Patel",
    telephone="01632 960 001",
    email="Zoe@Example.org",
    nhs_number="999 000 0018",
    born_on=date(1980, 3, 14),
)


def found(office: Office, typed: str, who: str = "olu") -> Found:
    return find_case(office.actor(who), typed, now=NOW)


def named(office: Office, typed: str, who: str = "olu") -> list[str]:
    return sorted(case.reference for case in found(office, typed, who).cases)


@pytest.fixture
def zoe(commisceo: Office) -> str:
    received(commisceo)  # Pat Example's, which nothing below may find
    return received(commisceo, complainant=ZOE).reference


class TestWhatItIsFoundBy:
    @pytest.mark.parametrize(
        "typed",
        [
            "zoe",
            "Zoë O'Brien",
            "obrien",
            "o'brien",
            "brien",
            "patel zoe",
            "Mrs Patel",
            "pat zoe",
            "9990000018",
            "999 000 0018",
            "999-000-0018",
            "01632 960001",
            "(01632) 960-001",
            "+44 1632 960001",
            "0044 1632 960001",
            "960001",
            "zoe@example.org",
            " ZOE@EXAMPLE.ORG ",
            "14/3/1980",
            "14 March 1980",
            "1980-03-14",
            "Patel 14.03.1980",
            "14/3/1980 zoe",
        ],
    )
    def test_it_is_found_however_it_is_typed(self, commisceo: Office, zoe: str, typed: str) -> None:
        assert named(commisceo, typed) == [zoe]

    @pytest.mark.parametrize(
        "typed", ["", " ", "z", "0163", "atel", "zoe example", "Patel 15/3/1980", "31/2/1980", "x@y"]
    )
    def test_nothing_else_is(self, commisceo: Office, zoe: str, typed: str) -> None:
        assert named(commisceo, typed) == []

    def test_a_reference_is_found_alone_however_it_is_typed(self, commisceo: Office, zoe: str) -> None:
        for typed in (zoe, zoe.lower(), f"{zoe[:4]}-{zoe[4:]}", f" {zoe[:4]} {zoe[4:]} "):
            assert found(commisceo, typed).only == zoe

    def test_a_day_finds_what_was_received_on_it_too(self, commisceo: Office, zoe: str) -> None:
        assert zoe in named(commisceo, "2/4/2026")
        assert named(commisceo, "obrien 2/4/2026") == [zoe]
        assert named(commisceo, "obrien 3/4/2026") == []

    def test_the_patient_is_found_and_two_people_are_not_taken_for_one(self, commisceo: Office) -> None:
        case = received(
            commisceo,
            complainant=PersonSaid(name="Ann Speaks", email="ann@example.org"),
            patient=PersonSaid(name="Ben Quiet"),
            basis=Basis.REQUESTED,
        ).reference

        assert named(commisceo, "quiet") == named(commisceo, "ann speaks") == [case]
        assert named(commisceo, "ann quiet") == []

    def test_a_new_email_address_finds_it_and_the_old_one_no_more(self, commisceo: Office, zoe: str) -> None:
        Story(commisceo, zoe).does(change_email_agreement, "mo", MAUNDY_THURSDAY, agrees=True, email="new@example.org")

        assert named(commisceo, "new@example.org") == [zoe]
        assert named(commisceo, "zoe@example.org") == []

    def test_ten_digits_that_are_no_nhs_number_are_told(self, commisceo: Office, zoe: str) -> None:
        assert found(commisceo, "9990000019").is_wrong_number
        assert not found(commisceo, "9990000026").is_wrong_number  # a number that exists, and nobody's here

    def test_other_letters_are_found_as_whole_words(self, commisceo: Office) -> None:
        case = received(commisceo, complainant=PersonSaid(name="李 明", email="li@example.org")).reference

        assert named(commisceo, "李") == named(commisceo, "明 李") == [case]


class TestWhoFindsIt:
    def test_nobody_of_another_body(self, commisceo: Office, zoe: str, tmp_path: Path) -> None:
        other = an_office(tmp_path, code="another")

        for typed in ("zoe", "9990000018", "960001", "14/3/1980", zoe, "2/4/2026"):
            assert named(other, typed) == []

    def test_nobody_who_is_named_in_it_and_no_investigator_who_was_not_given_it(
        self, commisceo: Office, zoe: str
    ) -> None:
        Story(commisceo, zoe).does(
            request_statement,
            "mo",
            MAUNDY_THURSDAY,
            person=commisceo.people["olu"],
            about="A talk",
            questions=("What was said?",),
        )

        assert named(commisceo, "zoe") == named(commisceo, zoe) == []
        assert named(commisceo, "zoe", "ines") == []
        assert named(commisceo, "zoe", "mo") == [zoe]

    def test_each_case_that_is_shown_is_noted_as_looked_at(self, commisceo: Office, zoe: str) -> None:
        found(commisceo, "patel")
        found(commisceo, "nobody")

        assert list(ReadLog.objects.values_list("case__reference", "person", "what")) == [
            (zoe, commisceo.people["olu"], "found")
        ]

    def test_a_program_that_tries_names_is_stopped_and_a_person_goes_on_later(
        self, commisceo: Office, zoe: str
    ) -> None:
        actor = commisceo.actor("olu")
        for _ in range(MOST_SEARCHES):
            find_case(actor, "patel", now=NOW)
        with pytest.raises(ActionRefused) as refused:
            find_case(actor, "patel", now=NOW + timedelta(minutes=1))

        assert refused.value.refusal.code == "too-many-searches"
        assert find_case(commisceo.actor("mo"), "patel", now=NOW).cases
        assert find_case(actor, "patel", now=NOW + SEARCHES_WITHIN + timedelta(seconds=1)).cases


class TestMany:
    def test_more_than_can_be_listed_says_so(self, commisceo: Office) -> None:
        for _ in range(MOST + 1):
            received(commisceo)

        told = found(commisceo, "example")

        assert told.is_too_much
        assert told.cases == ()

    def test_at_100_000_cases_nothing_is_read_from_end_to_end(self, commisceo: Office, zoe: str) -> None:
        story = Story(commisceo, zoe)
        story.does(
            request_statement,
            "mo",
            MAUNDY_THURSDAY,
            person=commisceo.people["sam"],
            about="A talk",
            questions=("What was said?",),
        )
        found(commisceo, zoe)
        find_case(commisceo.actor("mo"), "zoe", now=NOW)
        handlers = tuple(commisceo.people[who] for who in ("mo", "olu", "ines"))
        fill(Like(case=story.case.pk, body=commisceo.body.pk, handlers=handlers, named=commisceo.people["sam"]))
        common, rare = "zoe", "word00000501"
        typed = (
            common,
            rare,
            f"{common} {rare}",
            "9990000018",
            "960001",
            "14/3/1980",
            "2/4/2026",
            f"{common} 2/4/2026",
        )

        def scans(actor: Actor, each: str) -> set[str]:
            asked = partial(find_case, actor, each, now=NOW)
            return {scan for sql in queries_of(asked) for scan in full_scans(sql)}

        actors = {who: commisceo.actor(who) for who in ("olu", "ines", "max")}
        read = {(who, each): scans(actor, each) for who, actor in actors.items() for each in typed}

        assert {told: names for told, names in read.items() if names} == {}
        assert found(commisceo, common).is_too_much
        assert len(found(commisceo, rare).cases) == 1
        assert CaseKey.objects.count() > 100_000
