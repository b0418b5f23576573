"""Does the checker say of the five documents all that a program can see, and nothing that is not there?"""

from collections import Counter
from datetime import date
from functools import cache

import pytest

from putright.domain.check import Finding, check, check_guide
from putright.domain.finding_kinds import ERRORS, NOTED_ON, NOTES, WARNINGS
from putright.domain.findings import ITSELF, REGISTER, SEVERITY_OF, Severity
from putright.gateways.calendar_files import calendar_named
from putright.gateways.directory_files import directory
from putright.gateways.guide_files import guide, guide_names
from putright.gateways.procedure_files import laws, programme, read_file, shipped_names
from tests.domain.checking import AS_AT, ENGLAND, MODEL, codes_in
from tests.tables import a_day, table

PAGE = "check.md"
KINDS = {heading: table(PAGE, heading) for heading in ("Errors", "Warnings", "Notes")}
FIVE = table(PAGE, "The five documents on 21 November 2026")
OTHER_DAYS = table(PAGE, "On other days")
DEFECTS = table(PAGE, "The register of defects")
DOCUMENTS = sorted({row["File"] for row in FIVE})
BY_LAW = "the clause of the law"


@cache
def said_of(name: str, as_at: date = AS_AT) -> tuple[Finding, ...]:
    if name in guide_names():
        return check_guide(guide(name), as_at, directory=directory())
    return check(programme(name), as_at, laws=laws(), directory=directory(), calendar=ENGLAND)


def place(found: Finding) -> str:
    return ".".join(map(str, found.where))


class TestTheFiveDocuments:
    def test_are_all_checked(self):
        assert set(DOCUMENTS) == {*shipped_names(), *guide_names()} - set(laws())

    @pytest.mark.parametrize("name", DOCUMENTS)
    def test_have_exactly_the_findings_of_the_page_in_its_order(self, name):
        listed = [
            (row["Degree"], codes_in(row["Code"])[0], row["Where"].strip("`"), row["By what authority"])
            for row in FIVE
            if row["File"] == name
        ]

        assert [(one.severity, one.code, place(one), one.authority) for one in said_of(name)] == listed

    @pytest.mark.parametrize("row", OTHER_DAYS, ids=lambda row: " ".join(row.values()))
    def test_on_other_days(self, row):
        found = {(one.code, place(one)) for one in said_of(row["File"], a_day(row["As at"]))}

        assert ((codes_in(row["Code"])[0], row["Where"].strip("`")) in found) == (row["Said"] == "yes")

    @pytest.mark.parametrize("name", DOCUMENTS)
    def test_each_finding_is_a_sentence_that_says_what_to_do(self, name):
        for one in said_of(name):
            assert one.message[0].isupper() or one.message.startswith("“"), one
            assert one.message.endswith((".", ".”")), one
            assert len(one.message) < 600, one
            assert "_" not in one.message, one
            assert one.authority, one

    @pytest.mark.parametrize("name", sorted(set(DOCUMENTS) - set(guide_names())))
    def test_each_finding_leads_to_a_line_of_the_file(self, name):
        read = read_file(name)

        for one in said_of(name):
            assert read.line(one.where) > 1 or one.where[:1] not in read.lines, one

    def test_what_the_law_itself_leaves_open_is_noted(self):
        assert {one.code for one in said_of("england-2009")} == {"unclear"}


class TestTheRegisterOfDefects:
    def test_has_every_number_once(self):
        assert [row["No"] for row in DEFECTS] == [f"D{number:02}" for number in range(1, 45)]

    @pytest.mark.parametrize("row", DEFECTS, ids=lambda row: row["No"])
    def test_names_the_findings_that_are_made(self, row):
        seen = {(part.split(" ", 1)[0], code) for part in row["Seen as"].split("; ") if part for code in codes_in(part)}
        marked = {
            (one["File"], code) for one in FIVE if row["No"] in one["Defect"].split() for code in codes_in(one["Code"])
        }

        assert seen == marked

    @pytest.mark.parametrize("row", DEFECTS, ids=lambda row: row["No"])
    def test_says_why_a_program_cannot_see_what_it_does_not(self, row):
        assert row["Seen as"] or row["Not seen, and why"]

    def test_no_row_of_the_findings_names_a_number_that_is_not_there(self):
        numbers = {row["No"] for row in DEFECTS}

        assert {number for row in FIVE for number in row["Defect"].split() if number != "–"} <= numbers


class TestTheKinds:
    @pytest.mark.parametrize(("heading", "kinds"), [("Errors", ERRORS), ("Warnings", WARNINGS), ("Notes", NOTES)])
    def test_are_those_of_the_page(self, heading, kinds):
        assert {row["Code"].strip("`"): row["It says"] for row in KINDS[heading]} == dict(kinds)

    def test_each_has_one_degree(self):
        assert Counter([*ERRORS, *WARNINGS, *NOTES]).most_common(1)[0][1] == 1

    @pytest.mark.parametrize("row", [row for rows in KINDS.values() for row in rows], ids=lambda row: row["Code"])
    def test_each_is_made_by_the_authority_of_the_page(self, row):
        code, by = row["Code"].strip("`"), row["By what authority"]
        made = {one.authority for name in DOCUMENTS for one in said_of(name) if one.code == code}

        if by == BY_LAW:
            assert all(authority.startswith("SI 2009/309 reg ") for authority in made)
        elif by == REGISTER:
            assert all(authority.startswith(REGISTER) or code in NOTED_ON or authority == ITSELF for authority in made)
        else:
            assert NOTED_ON.get(code, ITSELF) == by

    def test_every_code_in_a_shipped_file_is_one_of_them(self):
        noted = [one.code for name in shipped_names() for one in programme(name).procedure.unclear]
        noted += [one.code for name in guide_names() for one in guide(name).unclear]
        noted += [code for name in guide_names() for route in guide(name).routes.values() for code in route.defects]

        assert {code for code in noted if code} <= set(SEVERITY_OF)


class TestALawfulProcedure:
    def test_has_no_findings(self):
        made = read_file(str(MODEL)).programme

        assert check(made, AS_AT, laws=laws(), directory=directory(), calendar=ENGLAND) == ()

    @pytest.mark.parametrize(
        ("old", "new", "code"),
        [
            ("due: 3 working days after received", "due: 4 working days after received", "later-than-law"),
            ("    due: 40 working days after received", "    due: 140 working days after received", "later-than-law"),
            ("all of: [acknowledged, discussion_offered]", "all of: [acknowledged]", "no-discussion-offer"),
            ("responsible-person", "a-partner", "no-responsible-person"),
            ("complaints-manager", "a-receptionist", "no-complaints-manager"),
            ("role: advocacy", "role: advice", "no-advocacy"),
            ("role: commissioner", "role: advice", "no-commissioner"),
            (", health-ombudsman, signature]", ", signature]", "no-response-content"),
            ("unless: [lacks-capacity, deceased,", "unless: [lacks-capacity,", "representatives-left-out"),
            ("must_say: [reason]", "must_say: []", "move-without-reasons"),
            ("review: 2027-06-01", "review: 2026-11-20", "review-overdue"),
            ("    within: 12 months after came_to_notice or else event_occurred\n", "", "ombudsman-limit-unsaid"),
            ("under: england-2009", "under: wales-2011", "law-unknown"),
            ("fulfils: explain-delay", "fulfils: explain", "fulfils-unknown"),
            (
                "channel: 0345 015 4033",
                "channel: 'Millbank Tower, 30 Millbank, London SW1P 4QP'",
                "channel-out-of-date",
            ),
            ("- to: ombudsman", "- to: healthwatch", "does-not-decide"),
            ("12 months after came_to_notice\n", "6 months after came_to_notice\n", "time-limit-shortened"),
            ("      - 12 months after came_to_notice\n", "", "time-limit-shortened"),
        ],
        ids=lambda value: str(value)[:40],
    )
    def test_has_one_once_it_is_altered(self, old, new, code, tmp_path):
        text = MODEL.read_text("utf-8")
        assert text.count(old) == 1 or old in ("responsible-person", "complaints-manager")  # those do several steps
        altered = tmp_path / "altered.yaml"
        altered.write_text(text.replace(old, new), "utf-8")

        found = check(read_file(str(altered)).programme, AS_AT, laws=laws(), directory=directory(), calendar=ENGLAND)

        assert code in {one.code for one in found}


class TestTheOrder:
    @pytest.mark.parametrize("name", DOCUMENTS)
    def test_is_by_degree(self, name):
        degrees = [list(Severity).index(one.severity) for one in said_of(name)]

        assert degrees == sorted(degrees)

    @pytest.mark.parametrize("name", DOCUMENTS)
    def test_is_the_same_every_time_and_nothing_is_said_twice(self, name):
        said_of.cache_clear()
        first = said_of(name)
        said_of.cache_clear()

        assert said_of(name) == first
        assert len(set(first)) == len(first)


class TestWithoutHelp:
    """What can be said is said when something that the checker asks is not there."""

    def test_no_register(self):
        found = check(programme("commisceo"), AS_AT, laws=laws(), directory=None, calendar=ENGLAND)

        assert {one.code for one in found}.isdisjoint({"body-gone", "channel-out-of-date", "body-misnamed"})
        assert "later-than-law" in {one.code for one in found}

    def test_no_calendar(self):
        found = check(programme("commisceo"), AS_AT, laws=laws(), directory=directory(), calendar=None)

        assert found[0].code == "calendar-unknown"
        assert "no-advocacy" in {one.code for one in found}

    def test_another_nations_calendar(self):
        scotland = calendar_named("scotland")

        assert check(programme("commisceo"), AS_AT, laws=laws(), directory=directory(), calendar=scotland)

    def test_no_laws(self):
        found = check(programme("commisceo"), AS_AT, laws={}, directory=directory(), calendar=ENGLAND)

        assert found[0].code == "law-unknown"

    def test_a_guide_without_a_register(self):
        found = check_guide(guide("westminster"), AS_AT, directory=None)

        assert {"body-gone", "ombudsman-on-condition", "service-left-out"} <= {one.code for one in found}
