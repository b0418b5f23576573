"""Does a person who asks where to complain get one clear answer, with its reason and its source?"""

from datetime import date
from itertools import product
from pathlib import Path
from typing import ClassVar

import pytest

from putright.casework.actions.load_organisations import load_organisations
from putright.domain.guide import AnsweredBy
from putright.domain.organisations import Report
from putright.domain.signpost import signpost
from putright.gateways.clock import FixedClock
from putright.gateways.directory_files import directory
from putright.gateways.guide_files import guides
from putright.gateways.organisation_file import read_list
from putright.web.finding.journey import FIND, asked_of_register
from putright.web.journey import Answers
from tests.casework.offices import at
from tests.web.public.telling import dated
from tests.web.reading import read

pytestmark = pytest.mark.django_db

GP = {
    "about": {"about": "care"},
    "service": {"service": "gp"},
    "paid": {"paid": "public"},
    "home": {"home": "westminster"},
    "practice": {"practice": "home"},
    "answered": {"answered": "no"},
    "whom": {"whom": "self"},
    "since": dated("since", date(2026, 3, 16)),
}


def asked(client, answers):
    """Answer what is asked, from the start; return the names of the questions."""
    client.post("/find-out")
    address, names = "/find-out/about", []
    while address != "/find-out/answer":
        names.append(address.removeprefix("/find-out/"))
        response = client.post(address, answers.get(names[-1], {}))
        assert response.status_code == 302, (names[-1], read(response).problems)
        address = response.headers["Location"]
    return names


def answered(client, **changes):
    """The page with the answer to these changes of a complaint about a GP practice in Westminster."""
    asked(client, GP | {name.replace("_", "-"): answer for name, answer in changes.items()})
    return read(client.get("/find-out/answer"))


def under(page, heading):
    """The names of the places under a heading."""
    path = f"//h2[normalize-space()='{heading}']/following-sibling::*"
    found = []
    for element in page.tree.xpath(path):
        if element.tag == "h2":
            break
        found += [" ".join(" ".join(name.itertext()).split()) for name in element.xpath(".//h3 | .//strong")]
    return found


class TestBeginning:
    def test_danger_comes_first(self, client):
        page = read(client.get("/find-out"))

        assert page.texts("//main//p")[0].startswith("Is someone unwell or in danger now?")

    def test_beginning_again_forgets_what_was_answered(self, client, day):
        answered(client)
        client.post("/find-out")

        assert client.get("/find-out/answer").headers["Location"] == "/find-out/about"

    def test_the_answers_are_in_no_address(self, client, day):
        page = answered(client)

        assert not any("westminster" in href for href in page.links.values() if href.startswith("/"))


class TestQuestions:
    def test_all_are_asked_about_an_nhs_service(self, client, day):
        assert asked(client, GP) == list(GP)

    def test_a_matter_that_goes_elsewhere_is_asked_no_more_than_where_one_lives(self, client, day):
        assert asked(client, GP | {"about": {"about": "employment"}}) == ["about", "home"]

    def test_who_tells_of_abuse_reads_at_once_who_can_help_before_anything_is_asked(self, client, day):
        names = asked(client, GP | {"about": {"about": "safeguarding"}})
        page = read(client.get("/find-out/safe-first"))

        assert names[:3] == ["about", "safe-first", "service"]
        assert page.links["999"] == "tel:999"
        assert "tell the safeguarding team of the council where they are" in page.main
        assert "Go on to who to complain to" in page.texts("//button")

    def test_private_care_has_no_commissioner_to_have_answered(self, client, day):
        names = asked(client, GP | {"paid": {"paid": "private"}, "answered-yet": {"answered": "no"}})

        assert "answered-yet" in names
        assert "answered" not in names

    def test_a_department_is_not_asked_who_paid_nor_for_a_practice(self, client, day):
        names = asked(client, GP | {"service": {"service": "hmrc"}, "answered-yet": {"answered": "no"}})

        assert names == ["about", "service", "home", "answered-yet", "whom", "since"]

    @pytest.mark.parametrize(
        ("question", "answer", "words"),
        [
            ("about", {}, "Choose what it is about"),
            ("about", {"about": "everything"}, "Choose one of the answers listed"),
            ("service", {}, "Choose the service"),
            ("practice", {"practice": "named"}, "Enter the name, the postcode or the code of the practice"),
            ("practice", {"practice": "named", "practice_words": "X00000"}, "We know no practice with this name"),
            ("home", {"home": "atlantis"}, "Choose one of the answers listed"),
            ("since", dated("since", date(2026, 4, 3)), "The date you first knew about it must be today or earlier."),
        ],
    )
    def test_a_bad_answer_is_told_in_place(self, client, day, question, answer, words):
        asked(client, GP)
        response = client.post(f"/find-out/{question}", answer)

        assert response.status_code == 422
        assert read(response).problems[0][0].startswith(words)


class TestThePractice:
    NAMED: ClassVar = {"practice": "named", "practice_words": "fictional surgery"}

    @pytest.fixture(autouse=True)
    def _read(self, day):
        path = Path(__file__).parents[2] / "gateways" / "organisations" / "epraccur-2026-10.csv"
        read = read_list(path, Report.PRACTICES)
        load_organisations(read=read, dated_on=date(2026, 4, 1), now=at(date(2026, 4, 2)))

    def test_is_named_and_then_chosen(self, client):
        chosen = {"practice": self.NAMED, "which-practice": {"practice_code": "Z99001"}}
        names = asked(client, GP | chosen)
        page = read(client.get("/find-out/answer"))

        assert names[names.index("practice") + 1] == "which-practice"
        assert under(page, "Go to")[0] == "The Fictional Surgery"
        assert "0113 496 0001" in page.main
        assert under(page, "Or, instead, go to")[0] == "NHS West Yorkshire Integrated Care Board"
        assert "Which of these is your practice? The Fictional Surgery" in page.main

    def test_every_one_that_fits_is_offered_with_its_address(self, client):
        client.post("/find-out")
        for question in ("about", "service", "paid", "home"):
            client.post(f"/find-out/{question}", GP[question])
        client.post("/find-out/practice", self.NAMED | {"practice_words": "zz98"})
        page = read(client.get("/find-out/which-practice"))

        assert page.headings == ["Find out who to complain to Which of these is your practice?"]
        labels = [" ".join(label.split()) for label in page.texts("//label")]
        assert labels == ["Invented Lane Medical Centre", "Made-Up Green Practice", "None of these"]
        assert "3 Invented Lane, London, ZZ98 1AA" in page.main

    def test_none_of_them_is_an_answer_too(self, client):
        none = {"practice": self.NAMED, "which-practice": {"practice_code": "none"}}
        asked(client, GP | none)
        page = read(client.get("/find-out/answer"))

        assert under(page, "Go to")[0] == "The GP practice"
        assert under(page, "Or, instead, go to")[0] == "The local NHS integrated care board"
        assert "If your GP practice is there too (City of Westminster), the commissioner is NHS West" in page.main

    def test_other_words_ask_again_which(self, client):
        asked(client, GP | {"practice": self.NAMED, "which-practice": {"practice_code": "Z99001"}})
        changed = self.NAMED | {"practice_words": "invented", "changing": "1"}

        assert client.post("/find-out/practice", changed).headers["Location"] == "/find-out/which-practice?changing=1"

    def test_is_as_old_as_its_list(self, client, day):
        asked(client, GP | {"practice": self.NAMED, "which-practice": {"practice_code": "Z99001"}})
        day.PUTRIGHT_CLOCK = FixedClock(at(date(2027, 4, 3)))
        page = read(client.get("/find-out/answer"))

        assert "This was last checked more than a year ago." in page.main

    def test_looking_asks_the_database_little(self, client, django_assert_max_num_queries):
        asked(client, GP | {"practice": self.NAMED, "which-practice": {"practice_code": "Z99001"}})
        with django_assert_max_num_queries(24):
            client.get("/find-out/answer")


class TestTheHospital:
    """A complaint goes to the trust, and people know the hospital."""

    HOSPITAL: ClassVar = GP | {
        "service": {"service": "hospital"},
        "where": {"where": "named", "where_words": "infirmary"},
        "which-one": {"where_code": "Z9A01"},
    }

    @pytest.fixture
    def lists(self, day):
        for report in (Report.TRUSTS, Report.TRUST_SITES):
            path = Path(__file__).parents[2] / "gateways" / "organisations" / f"{report}.csv"
            load_organisations(read=read_list(path, report), dated_on=date(2026, 4, 1), now=at(date(2026, 4, 2)))

    def test_is_not_asked_for_where_no_list_was_read(self, client, day):
        assert not {"where", "which-one"} & set(asked(client, self.HOSPITAL))

    def test_is_named_and_the_complaint_goes_to_its_trust(self, client, lists):
        names = asked(client, self.HOSPITAL)
        page = read(client.get("/find-out/answer"))

        assert names[names.index("where") : names.index("where") + 2] == ["where", "which-one"]
        assert under(page, "Go to")[0] == (
            "The Fictional Infirmary, part of Fictional University Hospitals NHS Foundation Trust"
        )
        assert "Ask for the complaints manager" in page.main
        assert "Hospital Road, Leeds, ZZ96 1AA" in page.main
        assert "list of sites of NHS trusts of Wednesday 1 April 2026" in page.main

    def test_a_trust_is_named_itself(self, client, lists):
        asked(
            client,
            self.HOSPITAL | {"which-one": {"where_code": "Z9B"}, "where": {"where": "named", "where_words": "z9b"}},
        )
        page = read(client.get("/find-out/answer"))

        assert under(page, "Go to")[0] == "Invented Care NHS Trust"

    def test_one_whose_trust_is_not_listed_stands_for_itself(self, client, lists):
        named = {"where": "named", "where_words": "lost lane"}
        asked(client, self.HOSPITAL | {"where": named, "which-one": {"where_code": "Z9C01"}})
        page = read(client.get("/find-out/answer"))

        assert under(page, "Go to")[0] == "The Lost Hospital"
        assert "Lost Lane, Leeds, ZZ96 4AA" in page.main

    def test_all_that_fit_are_offered_and_none_of_them_is_an_answer(self, client, lists):
        client.post("/find-out")
        for question in ("about", "service", "paid"):
            client.post(f"/find-out/{question}", self.HOSPITAL[question])
        client.post("/find-out/where", {"where": "named", "where_words": "leeds"})
        page = read(client.get("/find-out/which-one"))
        labels = [" ".join(label.split()) for label in page.texts("//label")]
        assert labels == [
            "Fictional Eye Hospital",
            "Fictional University Hospitals NHS Foundation Trust",
            "The Fictional Infirmary",
            "The Lost Hospital",
            "None of these",
        ]

        asked(client, self.HOSPITAL | {"which-one": {"where_code": "none"}})
        assert under(read(client.get("/find-out/answer")), "Go to")[0] == "The hospital trust"

    def test_words_that_fit_nobody_are_told_in_place(self, client, lists):
        asked(client, self.HOSPITAL)
        response = client.post("/find-out/where", {"where": "named", "where_words": "atlantis"})

        assert response.status_code == 422
        assert read(response).problems[0][0].startswith("We know nobody with this name")

    def test_who_does_not_know_goes_on(self, client, lists):
        asked(client, self.HOSPITAL | {"where": {"where": "unknown"}})

        assert under(read(client.get("/find-out/answer")), "Go to")[0] == "The hospital trust"


def test_an_area_under_several_boards_is_told_all_of_them(client, day):
    page = answered(client, practice={"practice": "area", "practice_area": "north-yorkshire"})

    assert under(page, "Or, instead, go to")[0] == "The local NHS integrated care board"
    assert "There is more than one commissioner here: NHS Humber and North Yorkshire" in page.main
    assert "Ask your GP practice" in page.main


def test_a_practice_is_reached_through_its_receptionist(client, day):
    assert "Ask the receptionist for the practice manager's contact" in answered(client).main


class TestTheAnswer:
    def test_it_names_the_first_place_and_the_one_instead_and_that_they_exclude_each_other(self, client, day):
        page = answered(client)

        assert page.headings == ["Who to complain to"]
        assert under(page, "Go to")[0] == "The GP practice"
        # Since 1 April 2026 the board for Westminster is the one that North West London's merged into.
        assert under(page, "Or, instead, go to")[0] == "NHS West and North London Integrated Care Board"
        assert "What one has looked into, the other does not look into again." in page.main
        assert "SI 2009/309 reg 8(1)(e)" in page.main
        assert "Ask for the practice manager." in page.main

    def test_before_the_merger_it_names_the_board_of_that_day(self, client, day):
        day.PUTRIGHT_CLOCK = FixedClock(at(date(2026, 3, 31)))
        page = answered(client)

        assert under(page, "Or, instead, go to")[0] == "NHS North West London Integrated Care Board"

    def test_the_advocate_goes_by_the_home_and_the_commissioner_by_the_practice(self, client, day):
        page = answered(client, practice={"practice": "area", "practice_area": "southampton"})

        assert under(page, "Or, instead, go to")[0] == "NHS Hampshire and Isle of Wight Integrated Care Board"
        assert under(page, "Someone to help you complain") == ["POhWER"]

    def test_the_ombudsman_comes_last_with_every_channel_and_the_last_day(self, client, day):
        page = answered(client)

        assert under(page, "Not, or not yet") == ["Parliamentary and Health Service Ombudsman"]
        assert "Be there by Tuesday 16 March 2027" in page.main
        for words in ("Textphone", "0300 061 4298", "Text “call back”", "within one working day", "8:30am to 5:30pm"):
            assert words in page.main

    def test_once_it_has_been_answered_the_ombudsman_comes_first_and_the_board_not_at_all(self, client, day):
        page = answered(client, answered={"answered": "provider"})

        assert under(page, "Go to")[0] == "Parliamentary and Health Service Ombudsman"
        assert under(page, "Not, or not yet") == ["NHS West and North London Integrated Care Board"]

    def test_a_year_that_is_over_is_said_to_be_over(self, client, day):
        page = answered(client, since=dated("since", date(2024, 4, 1)))

        assert "The usual last day was Tuesday 1 April 2025" in page.main
        assert "You can still ask" in page.main

    def test_pals_does_not_investigate_and_healthwatch_does_not_decide(self, client, day):
        page = answered(client, service={"service": "hospital"})

        assert "It does not investigate." in page.main
        assert "It does not decide complaints." in page.main

    def test_consent_is_spoken_of_where_it_is_for_another(self, client, day):
        assert "The patient's consent" in answered(client, whom={"whom": "other"}).main
        assert "The patient's consent" not in answered(client).main

    def test_what_is_urgent_comes_first(self, client, day):
        page = answered(client, about={"about": "safeguarding"})

        assert page.texts("//h2")[0] == "First, and at once"
        assert "safeguarding team" in page.main

    def test_a_department_goes_through_a_member_of_parliament(self, client, day):
        page = answered(client, service={"service": "hmrc"}, answered_yet={"answered": "no"})

        assert under(page, "Go to")[0] == "HM Revenue and Customs"
        assert "A Member of Parliament must send it on for you." in page.main

    def test_what_could_not_be_confirmed_says_so(self, client, day):
        page = answered(client)

        assert "We could not confirm this. Check it before you rely on it." in page.main
        assert "(not confirmed)" in page.main

    def test_what_has_not_been_checked_for_a_year_says_so(self, client, day):
        day.PUTRIGHT_CLOCK = FixedClock(at(date(2027, 11, 23)))
        page = answered(client)

        assert "This was last checked more than a year ago." in page.main

    def test_nothing_known_of_the_place_still_gives_an_answer(self, client, day):
        page = answered(client, home={"home": ""}, practice={"practice": "unknown"}, service={"service": "unknown"})

        assert "The organisation that gave you the service" in under(page, "Go to")[0]
        assert "Your council says which service it is" in page.main

    def test_every_place_says_where_it_was_read(self, client, day):
        page = answered(client)
        places = page.tree.xpath("//div[@class='app-place']")

        assert len(places) >= 4
        for place in places:
            words = " ".join(place.itertext())
            assert "The rule:" in words
            assert "Read in:" in words

    def test_it_leads_on_to_the_form_where_the_organisation_is_here(self, client, commisceo):
        service, home = {"service": "special-allocation"}, {"home": "southend-on-sea"}
        page = answered(client, service=service, home=home)

        assert page.links["Complain to them here"] == "/complain?to=commisceo"
        assert client.get("/complain?to=commisceo").status_code == 200

    def test_it_asks_if_it_is_one_of_those_here(self, client, living_well):
        page = answered(client, home={"home": "southampton"})

        assert page.links["The living-well-partnership example"] == "/complain?to=living-well-partnership"

    def test_what_was_answered_can_be_changed(self, client, day):
        page = answered(client)
        change = page.links["Change the answer to: Which service is it about?"]
        response = client.post(change, {"service": "pharmacy", "changing": "1"})

        assert response.headers["Location"] == "/find-out/answer"
        assert under(read(client.get("/find-out/answer")), "Go to")[0] == "The pharmacy"


MATTERS = [
    ("information-request", "Information Commissioner"),
    ("employment", "Your employer"),
    ("fraud", "NHS Counter Fraud Authority"),
    ("mental-health-act", "Care Quality Commission"),
]


@pytest.mark.parametrize(("about", "where"), MATTERS)
def test_what_is_no_complaint_about_care_goes_where_it_belongs(client, day, about, where):
    assert under(answered(client, about={"about": about}), "Go to")[0] == where


def ways_through():
    """Every way through the questions that the forms allow, by the answers that decide."""
    register = directory()
    abouts = ["care", *(matter for matter in register.matters if matter != "danger")]
    decided = product(abouts, ["unknown", *register.services], ["public", "private"], [None, *AnsweredBy])
    for about, service, paid, answered_by in decided:
        typed = {"about": [about], "service": [service], "paid": [paid]}
        names = {question.name for question in FIND.asked(Answers({"all": typed}))}
        if answered_by is AnsweredBy.COMMISSIONER and "answered" not in names:
            continue
        said = {
            "about": about,
            "service": service if "service" in names else None,
            "paid": paid if "paid" in names else "public",
            "home": "westminster",
            "practice": "home" if "practice" in names else None,
            "answered": answered_by.value if answered_by and names & {"answered", "answered-yet"} else "no",
        }
        yield said


def test_no_way_through_the_questions_ends_without_an_answer():
    ways = list(ways_through())

    for said in ways:
        found = signpost(asked_of_register(said), directory(), guides(), date(2026, 4, 2))
        assert found.first.name
        assert found.first.because
        assert found.first.sources
    assert len(ways) > 1000
