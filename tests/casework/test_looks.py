"""Is each look kept, with whose case it was, and who sees that? Nobody loses one, and none of it is altered."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import OperationalError, connection

import putright
from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.assign_handler import assign_handler
from putright.casework.actions.name_staff import name_staff
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.looks import keep_look, keep_looks
from putright.casework.queries.case_page import case_page
from putright.casework.queries.follow import follow
from putright.casework.queries.looks import PAGE_SIZE, looks_at_case, looks_by_day, looks_by_person
from putright.casework.queries.papers import document_for
from putright.casework.queries.print_run import print_run_of
from putright.casework.queries.tray import message_file, message_shown
from putright.domain.access import Role
from putright.domain.looks import Look
from putright.records.models import Appointment, CasePart, ReadLog, Restriction
from tests.casework.messages import about, came
from tests.casework.offices import MAUNDY_THURSDAY, SET_UP_ON, Office, Story, a_story, at, received
from tests.gateways.mails import with_file
from tests.sample_files import PDF

NOW = at(MAUNDY_THURSDAY)
LATER = at(MAUNDY_THURSDAY, 11)


@pytest.fixture
def story(commisceo: Office) -> Story:
    """A case that Mo handles."""
    return a_story(commisceo)


def an_auditor(office: Office):
    """Somebody of the office who looks for misuse."""
    person = office.person("ines")
    Appointment.objects.create(
        person=person, body=office.body, role=Role.AUDITOR.value, from_on=SET_UP_ON, made_at=at(SET_UP_ON)
    )
    return replace(office.actor("ines"), roles=frozenset({Role.AUDITOR}))


def kept() -> list[tuple[str, int | None, bool | None]]:
    """What was looked at, by whom, and whether the case was theirs, in order."""
    return list(ReadLog.objects.order_by("pk").values_list("what", "person", "is_theirs"))


class TestWhatIsKept:
    def test_whether_the_case_was_theirs_when_they_looked(self, commisceo, story):
        mo, olu = commisceo.actor("mo"), commisceo.actor("olu")
        case_page(mo, story.reference, MAUNDY_THURSDAY, now=NOW)
        case_page(olu, story.reference, MAUNDY_THURSDAY, now=NOW)
        story.does(assign_handler, "mo", MAUNDY_THURSDAY, handler=olu.person_id)
        case_page(mo, story.reference, MAUNDY_THURSDAY, now=NOW)
        case_page(olu, story.reference, MAUNDY_THURSDAY, now=NOW)

        assert kept() == [
            ("case", mo.person_id, True),
            ("case", olu.person_id, False),
            ("case", mo.person_id, False),
            ("case", olu.person_id, True),
        ]

    @pytest.mark.parametrize(
        ("from_on", "until_on", "theirs"),
        [
            (date(2026, 4, 2), None, True),
            (date(2026, 3, 30), date(2026, 4, 2), True),
            (date(2026, 3, 30), date(2026, 4, 1), False),
            (date(2026, 4, 3), None, False),
        ],
    )
    def test_a_case_is_theirs_to_whom_it_was_given_on_the_days_of_it(self, commisceo, story, from_on, until_on, theirs):
        CasePart.objects.create(
            case=story.case,
            person=commisceo.person("olu"),
            role=Role.COMPLAINTS_OFFICER.value,
            from_on=from_on,
            until_on=until_on,
            entry=1,
            made_at=NOW,
        )
        olu = commisceo.actor("olu")
        keep_look(Look.CASE, by=olu, now=NOW, case=story.case.pk)
        keep_looks(Look.LIST, by=olu, now=NOW, cases=[(story.case.pk, None)])

        assert [is_theirs for _, _, is_theirs in kept()] == [theirs, theirs]

    def test_a_paper_and_a_letter_by_their_number(self, commisceo, story):
        letter = story.does(acknowledge, "mo", MAUNDY_THURSDAY).letter
        mo = commisceo.actor("mo")
        document_for(mo, story.reference, 1, now=NOW, means=commisceo.means)
        print_run_of(mo, MAUNDY_THURSDAY, now=NOW, means=commisceo.means)

        assert list(ReadLog.objects.order_by("pk").values_list("what", "document", "is_theirs")) == [
            ("paper", 1, True),
            ("printed", letter, True),
        ]

    def test_a_message_and_its_file(self, commisceo, story):
        row = came(commisceo, with_file(about(story), "photo.pdf", PDF, "application/pdf"))
        mo = commisceo.actor("mo")
        message_shown(mo, row.pk, now=NOW)
        message_file(mo, row.pk, 1, now=NOW, means=commisceo.means)

        assert not ReadLog.objects.filter(case__isnull=False).exists()
        looks = ReadLog.objects.order_by("pk").values_list("what", "message", "document")
        assert [*map(tuple, looks)] == [("message", row.pk, None), ("message-file", row.pk, 1)]

    def test_the_holder_of_the_link_is_nobody_in_particular(self, commisceo):
        receipt = received(commisceo)
        follow(receipt.reference, receipt.secret, MAUNDY_THURSDAY, now=NOW)

        assert kept() == [("follow", None, True)]

    def test_costs_one_statement(self, commisceo, story, django_assert_num_queries):
        mo, case = commisceo.actor("mo"), story.case.pk
        with django_assert_num_queries(1):
            keep_look(Look.CASE, by=mo, now=NOW, case=case)

    def test_is_kept_in_one_place(self):
        """Elsewhere it could be kept in words that the page of looks does not know, or without whose case it was."""
        sources = Path(putright.__file__).parent.rglob("*.py")
        writing = [each.name for each in sources if re.search(r"ReadLog(\.objects\.\w*create)?\(", each.read_text())]

        assert sorted(writing) == ["looks.py", "read_log.py"]


class TestWhereTheDatabaseTakesNothing:
    def test_the_page_is_shown_and_the_program_s_log_says_who_looked(self, commisceo, story, caplog):
        mo = commisceo.actor("mo")

        def is_full(execute, sql, *rest):
            if sql.startswith("INSERT INTO records_readlog"):
                raise OperationalError("database or disk is full")
            return execute(sql, *rest)

        with connection.execute_wrapper(is_full):
            page = case_page(mo, story.reference, MAUNDY_THURSDAY, now=NOW)

        assert page.reference == story.reference
        assert f"case_id {story.case.pk}, person_id {mo.person_id}, what case" in caplog.text
        assert "Pat Example" not in caplog.text


class TestWhoSeesTheLooksAtACase:
    @pytest.mark.parametrize("who", ["mo", "olu", "ada", "max"])
    def test_not_whoever_merely_sees_the_case(self, commisceo, story, who):
        with pytest.raises(ActionRefused) as refusal:
            looks_at_case(commisceo.actor(who), story.reference, now=NOW)

        assert refusal.value.refusal.code == "not-your-role"
        assert kept() == []

    def test_nobody_of_another_body(self, commisceo, living_well, story):
        with pytest.raises(NotFound):
            looks_at_case(living_well.actor("rosa"), story.reference, now=NOW)

    def test_nobody_whom_the_case_names(self, commisceo, story):
        rosa = commisceo.actor("rosa")
        keep_look(Look.CASE, by=commisceo.actor("mo"), now=NOW, case=story.case.pk)
        story.does(name_staff, "mo", MAUNDY_THURSDAY, person=rosa.person_id)

        with pytest.raises(NotFound):
            looks_at_case(rosa, story.reference, now=NOW)
        assert looks_by_person(rosa, commisceo.people["mo"], now=NOW).looks.rows == ()
        assert looks_by_day(rosa, MAUNDY_THURSDAY, now=NOW).tallies[0].cases == (0,) * 7

    def test_a_restricted_case_is_counted_for_none_from_whom_it_is_hidden(self, commisceo, story):
        Restriction.objects.create(case=story.case, body=commisceo.body, made_at=NOW, made_by=commisceo.person("mo"))
        keep_look(Look.CASE, by=commisceo.actor("mo"), now=NOW, case=story.case.pk)
        manager = replace(commisceo.actor("olu"), roles=frozenset({Role.COMPLAINTS_MANAGER}))

        assert looks_by_day(manager, MAUNDY_THURSDAY, now=NOW).tallies == ()
        assert looks_by_person(manager, commisceo.people["mo"], now=NOW).looks.rows == ()
        assert looks_by_day(an_auditor(commisceo), MAUNDY_THURSDAY, now=NOW).tallies[0].cases[-1] == 1


class TestTheLooksAtACase:
    def test_say_who_as_what_when_and_at_what_the_last_first(self, commisceo, story):
        mo, rosa = commisceo.actor("mo"), commisceo.actor("rosa")
        case_page(mo, story.reference, MAUNDY_THURSDAY, now=NOW)
        document_for(mo, story.reference, 1, now=LATER, means=commisceo.means)
        paper, case = looks_at_case(rosa, story.reference, now=LATER).looks.rows

        assert (case.who, case.roles, case.at, case.what) == ("Mo Manager", ("service manager",), NOW, "The case")
        assert (paper.paper, paper.title) == (1, "Issue 1, in the person's words")
        assert not case.is_unusual

    def test_to_see_them_is_a_look_too(self, commisceo, story):
        rosa = commisceo.actor("rosa")
        looks_at_case(rosa, story.reference, now=NOW)
        looks_by_person(rosa, commisceo.people["mo"], now=NOW)
        looks_by_day(rosa, MAUNDY_THURSDAY, now=NOW)

        assert [what for what, _, _ in kept()] == ["looks", "looks-of-person", "counts"]
        assert ReadLog.objects.get(what="looks-of-person").whose_id == commisceo.people["mo"]

    def test_are_narrowed_to_one_person_or_the_link_or_to_others(self, commisceo):
        receipt = received(commisceo)
        mo, olu, rosa = (commisceo.actor(who) for who in ("mo", "olu", "rosa"))
        for each in (mo, olu):
            case_page(each, receipt.reference, MAUNDY_THURSDAY, now=NOW)
        follow(receipt.reference, receipt.secret, MAUNDY_THURSDAY, now=NOW)

        def who(**said):
            return [row.who for row in looks_at_case(rosa, receipt.reference, now=LATER, **said).looks.rows]

        assert who(person=olu.person_id) == ["Olu Officer"]
        assert who(person=0) == [""]
        assert who(unusual=True) == ["Olu Officer"]  # to see who looked is no look at the case
        shown = looks_at_case(rosa, receipt.reference, now=LATER).lookers
        assert [(each.name, each.looks) for each in shown if each.name != "Rosa Responsible"] in (
            [("", 1), ("Mo Manager", 1), ("Olu Officer", 1)],
            [("Mo Manager", 1), ("Olu Officer", 1), ("", 1)],  # PostgreSQL puts nothing last
        )

    def test_take_in_those_at_a_message_that_was_put_on_it(self, commisceo, story):
        row = came(commisceo, about(story))
        message_shown(commisceo.actor("mo"), row.pk, now=NOW)
        rosa = commisceo.actor("rosa")
        assert looks_at_case(rosa, story.reference, now=NOW).looks.rows == ()

        row.case, row.lying = story.case, "on-case"
        row.save()
        looks = looks_at_case(rosa, story.reference, now=LATER).looks.rows
        assert [look.what for look in looks] == ["Who has looked at the case", "A message that came in"]

    def test_outside_of_the_days_of_a_role_show(self, commisceo, story):
        case_page(commisceo.actor("mo"), story.reference, MAUNDY_THURSDAY, now=NOW)
        Appointment.objects.filter(person=commisceo.people["mo"]).update(until_on=date(2026, 4, 1))
        rosa = commisceo.actor("rosa")
        (look,) = looks_at_case(rosa, story.reference, now=NOW).looks.rows

        assert (look.in_their_days, look.is_unusual, look.roles) == (False, True, ())
        assert {each.name: each.outside for each in looks_by_day(rosa, MAUNDY_THURSDAY, now=NOW).tallies} == {
            "Mo Manager": 1,
            "Rosa Responsible": 0,
        }

    def test_come_in_pages_by_as_many_queries_however_many_there_are(
        self, commisceo, story, django_assert_max_num_queries
    ):
        mo, rosa = commisceo.actor("mo"), commisceo.actor("rosa")
        keep_looks(Look.CASE, by=mo, now=NOW, cases=[(story.case.pk, None)] * (2 * PAGE_SIZE + 1))
        with django_assert_max_num_queries(7):
            first = looks_at_case(rosa, story.reference, now=LATER)
        last = looks_at_case(rosa, story.reference, now=NOW, page=3)

        assert (len(first.looks.rows), first.looks.has_more) == (PAGE_SIZE, True)
        assert (len(last.looks.rows), last.looks.has_more) == (2, False)  # one more was to see the first page


class TestTheCounts:
    def test_count_cases_not_looks_a_day_in_london(self, commisceo):
        mo, rosa = commisceo.actor("mo"), commisceo.actor("rosa")
        cases = [a_story(commisceo).case.pk for _ in range(3)]
        # Summer time began on Sunday 29 March 2026: half past midnight on the 1st is 23:30 UTC of the day before.
        for case, moment in (
            (cases[0], at(date(2026, 4, 1), 0, 30)),
            (cases[0], NOW),
            (cases[0], NOW),
            (cases[1], NOW),
        ):
            keep_look(Look.CASE, by=mo, now=moment, case=case)
        week = looks_by_day(rosa, MAUNDY_THURSDAY, now=NOW)

        assert (week.days[0], week.days[-1]) == (date(2026, 3, 27), date(2026, 4, 2))
        (tally,) = week.tallies
        assert (tally.name, tally.cases, tally.others) == ("Mo Manager", (0, 0, 0, 0, 0, 1, 2), 0)

    def test_are_of_the_body_alone(self, commisceo, living_well):
        case_page(living_well.actor("mo"), a_story(living_well).reference, MAUNDY_THURSDAY, now=NOW)

        assert looks_by_day(commisceo.actor("rosa"), MAUNDY_THURSDAY, now=NOW).tallies == ()
        with pytest.raises(NotFound):
            looks_by_person(commisceo.actor("rosa"), living_well.people["mo"], now=NOW)
