"""Can whoever complains for a patient say in what part they speak, and do staff see what shows it?"""

from datetime import date

import pytest

from putright.casework.facts_of import chronology_of, programmes_of
from putright.domain.history import History
from putright.domain.representation import consent_is_needed
from putright.records.models import Case, Document
from tests.casework.offices import MAUNDY_THURSDAY
from tests.web.office.conftest import account_of, give_accounts
from tests.web.office.desk import Browser
from tests.web.public.telling import a_telling, dated, sent, tell, tell_all
from tests.web.reading import read

pytestmark = pytest.mark.django_db

ROSA = {"patient_name": "Rosa Quill", **dated("patient_born_on", date(1950, 5, 5))}
SAM = {"patient_name": "Sam Quill", "child_reason": "He is shy.", **dated("patient_born_on", date(2012, 5, 5))}


def a_story(basis: str, speaking: dict[str, str], **more):
    """What is told by somebody who speaks for another in this part."""
    patient = {"child": SAM | {"child_decides": "unsure"}} if basis == "child" else {"patient": ROSA}
    return a_telling(whose={"basis": basis}, **patient, speaking=speaking, **more)


def offered(client, basis):
    """What can be chosen on the page that asks for the part."""
    patient = ("child", SAM | {"child_decides": "unsure"}) if basis == "child" else ("patient", ROSA)
    for name, answer in (("to", {"to": "commisceo"}), ("whose", {"basis": basis}), patient):
        assert tell(client, name, answer).status_code == 302
    return read(client.get("/complain/speaking")).tree.xpath("//input[@name='speaks_as']/@value")


def received():
    """What the entry of receipt says, and whether the answer waits for consent."""
    case = Case.objects.get()
    events, programme = chronology_of(case, programmes_of(case)), programmes_of(case)[0]
    return events, consent_is_needed(programme.procedure, History(events, MAUNDY_THURSDAY))


class TestAsking:
    def test_only_what_goes_with_the_footing_is_offered(self, client, commisceo):
        everybody = ["relative", "advocate", "mp", "councillor", "another"]

        assert offered(client, "requested") == everybody
        assert offered(client, "lacks-capacity") == ["attorney", "deputy", *everybody]
        assert offered(client, "deceased") == ["personal-representative", *everybody]
        assert offered(client, "child") == ["parent", *everybody]

    @pytest.mark.parametrize(
        ("basis", "answer", "words", "where"),
        [
            ("requested", {}, "Choose how you are connected to them", "#speaks_as"),
            ("requested", {"speaks_as": "attorney"}, "Choose one of the answers listed", "#speaks_as"),
            ("requested", {"speaks_as": "relative"}, "Say how you know them", "#connection"),
            ("requested", {"speaks_as": "another"}, "Say how you are connected to the patient", "#other_connection"),
            ("deceased", {"speaks_as": "advocate"}, "Enter the name of your advocacy service", "#service_of_advocate"),
        ],
    )
    def test_what_is_missing_is_said_in_place(self, client, commisceo, basis, answer, words, where):
        offered(client, basis)
        response = tell(client, "speaking", answer)

        assert response.status_code == 422
        assert read(response).problems[0] == (words, where)

    def test_an_answer_that_no_longer_goes_with_the_footing_is_asked_again(self, client, commisceo):
        tell_all(client, a_story("lacks-capacity", {"speaks_as": "attorney"}))
        tell(client, "whose", {"basis": "deceased", "changing": "1"})

        assert client.get("/complain/check").headers["Location"] == "/complain/speaking"

    def test_a_paper_that_shows_it_can_be_added_and_need_not(self, client, commisceo):
        tell_all(client, a_story("lacks-capacity", {"speaks_as": "attorney"}))
        main = read(client.get("/complain/check")).main

        assert "You can add a copy of the lasting power of attorney for health and welfare." in main
        assert "we begin without it" in main
        assert client.post("/complain/check").headers["Location"] == "/complain/sent"

    def test_where_no_paper_shows_it_none_is_asked_for(self, client, commisceo):
        tell_all(client, a_story("requested", {"speaks_as": "relative", "connection": "Daughter"}))

        assert "You can add a copy" not in read(client.get("/complain/check")).main


class TestWhatIsKept:
    def test_an_advocate_is_known_with_their_service_and_waits_for_consent(self, client, commisceo):
        page = sent(client, a_story("requested", {"speaks_as": "advocate", "service_of_advocate": "Example Voices"}))
        events, waits = received()

        assert "You will be asked for their agreement" in page.main
        assert events[-1].facts["speaks_as"] == "advocate"
        assert Document.objects.get(title="Which advocacy service the person works for").text == "Example Voices"
        assert waits

    def test_an_mp_whom_the_patient_asked_is_told_at_their_word(self, client, commisceo):
        page = sent(client, a_story("requested", {"speaks_as": "mp"}))

        assert "You will be asked for their agreement" not in page.main
        assert not received()[1]

    def test_an_mp_whom_somebody_else_asked_waits_for_the_patient(self, client, commisceo):
        page = sent(client, a_story("requested", {"speaks_as": "mp", "constituent": "Ann Quill, her sister"}))
        events, waits = received()

        assert "You will be asked for their agreement" in page.main
        assert events[-1].facts["through_another"] is True
        assert waits
        assert Document.objects.get(title="Who asked the MP or the councillor to help").text == "Ann Quill, her sister"

    def test_a_councillor_says_it_in_a_box_of_their_own(self, client, commisceo):
        sent(client, a_story("requested", {"speaks_as": "councillor", "resident": "Ann Quill"}))

        assert received()[0][-1].facts["through_another"] is True

    @pytest.mark.parametrize(("said", "asked"), [("yes", True), ("no", False), ("unsure", False)])
    def test_a_child_who_can_decide_is_asked_too(self, client, commisceo, said, asked):
        told = a_story("child", {"speaks_as": "parent"}) | {"child": SAM | {"child_decides": said}}
        page = sent(client, told)

        assert received()[1] is asked
        assert ("asked for their agreement" in page.main) is asked


class TestYoungPeople:
    def test_a_person_of_thirteen_complains_for_themselves_and_is_not_sent_back(self, client, commisceo):
        young = {"full_name": "Sam Quill", **dated("born_on", date(2012, 5, 5))}
        page = sent(client, a_telling(name=young))

        assert page.headings == ["Complaint sent"]
        assert "agreement" not in page.main
        assert not received()[1]


class TestWhoThePatientIs:
    def asked(self, client, basis):
        """What the page about the patient asks of somebody who complains on this footing."""
        for name, answer in (("to", {"to": "commisceo"}), ("whose", {"basis": basis})):
            assert tell(client, name, answer).status_code == 302
        return read(client.get("/complain/patient")).main

    def test_nobody_is_told_that_somebody_who_has_died_will_be_asked(self, client, commisceo):
        page = self.asked(client, "deceased")

        assert "Full name of the person who has died" in page
        assert "can ask if they agree" not in page

    def test_nor_that_somebody_will_who_cannot_decide_it(self, client, commisceo):
        assert "can ask if they agree" not in self.asked(client, "lacks-capacity")

    def test_the_address_of_whoever_is_asked_is_for_asking(self, client, commisceo):
        assert "So that the organisation can ask if they agree." in self.asked(client, "requested")


class TestTheirOwnDateOfBirth:
    @pytest.mark.parametrize("basis", ["self", "affected"])
    def test_is_asked_of_whoever_speaks_for_themselves(self, client, commisceo, basis):
        tell_all(client, a_telling(whose={"basis": basis}))

        assert "Your date of birth" in read(client.get("/complain/name")).main

    def test_is_not_asked_of_whoever_speaks_for_another(self, client, commisceo):
        tell_all(client, a_story("requested", {"speaks_as": "mp"}))

        assert "Your date of birth" not in read(client.get("/complain/name")).main

    def test_is_not_kept_of_somebody_who_then_says_that_they_speak_for_another(self, client, commisceo):
        born = {"full_name": "Ida Quill", **dated("born_on", date(1956, 3, 27))}
        told = a_story("requested", {"speaks_as": "mp"})
        tell_all(client, a_telling(name=born))
        tell_all(client, told)

        assert client.post("/complain/check").headers["Location"] == "/complain/sent"
        assert Case.objects.latest("pk").complainant.born_on is None


class TestWhatStaffSee:
    @pytest.fixture
    def mo(self, client, commisceo):
        give_accounts(commisceo)
        staff = Browser()
        staff.signs_in(account_of(commisceo, "mo"))
        return staff

    def case(self, staff):
        return read(staff.comes_to(f"/cases/{Case.objects.get().reference}")).main

    def test_the_case_says_in_what_part_and_what_shows_it(self, client, mo):
        sent(client, a_story("deceased", {"speaks_as": "personal-representative"}))

        main = self.case(mo)
        assert "The executor or administrator. Shown by the will, the grant of probate" in main

    def test_of_a_child_who_complains_it_says_what_to_mind(self, client, mo):
        young = {"full_name": "Sam Quill", **dated("born_on", date(2012, 5, 5))}
        sent(client, a_telling(name=young))

        assert "Ask whether they want somebody to help them" in self.case(mo)

    def test_staff_enter_the_same_and_a_slip_is_told(self, mo):
        page = read(mo.comes_to("/complaints/new"))
        typed = {
            **dated("received_on", date(2026, 4, 1)),
            "channel": "letter",
            "elsewhere": "no",
            "full_name": "Ida Quill",
            "address": "3 Sample Row\nExampleton",
            "whose": "other",
            "patient_name": "Rosa Quill",
            "basis": "deceased",
            "speaks_as": "attorney",
            "subject_1": "values",
            "words_1": "Rude.",
            "issues": "1",
            "token": page.tree.xpath("//input[@name='token']/@value")[0],
        }
        wrong = read(mo.post("/complaints/new", typed))

        assert "That power ends when the person dies" in wrong.problems[0][0]
        assert (
            mo.post("/complaints/new", typed | {"basis": "lacks-capacity", "connection": "Her son"}).status_code == 200
        )
        assert "An attorney for health and welfare. Shown by the lasting power of attorney" in self.case(mo)
        assert Document.objects.get(title="How the person is connected to the patient").text == "Her son"
