"""Can somebody have something put right, ask or say thank you without complaining, and make it a complaint instead?

Maundy Thursday is 2 April 2026; the next working day is Tuesday the 7th.
"""

from datetime import date

import pytest

from putright.casework.actions import give_feedback as giving
from putright.casework.actions.give_feedback import give_feedback
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.said import PersonSaid
from putright.domain.feedback import FeedbackKind
from putright.records.models import Case, Feedback, FeedbackEntry, Person
from tests.casework.offices import MAUNDY_THURSDAY, at
from tests.web.office.conftest import account_of, give_accounts
from tests.web.office.desk import Browser
from tests.web.public.telling import a_telling, tell
from tests.web.reading import read

pytestmark = pytest.mark.django_db

SAID = {
    "to": "commisceo",
    "words": "The lift has been broken since Monday.\r\nPlease mend it.",
    "where": "Ward 4",
    "full_name": "Pat Example",
    "telephone": "01632 960555",
}
PAT = PersonSaid(name="Pat Example", telephone="01632 960555")


def give(kind=FeedbackKind.CONCERN, person=PAT, words="The lift is broken.", body="commisceo"):
    return give_feedback(body=body, kind=kind, words=words, where="", person=person, now=at(MAUNDY_THURSDAY))


class TestChoosing:
    def test_danger_comes_first_and_each_says_what_happens(self, client, commisceo):
        page = read(client.get("/tell-us"))

        assert page.headings == ["What do you want to do?"]
        assert page.texts("//main//p")[0].startswith("Is someone unwell or in danger now?")
        assert "We try to put it right by the end of the next working day" in page.main

    @pytest.mark.parametrize(
        ("what", "there"),
        [
            ("complaint", "/complain?to=commisceo"),
            ("concern", "/tell-us/concern?to=commisceo"),
            ("question", "/tell-us/question?to=commisceo"),
            ("compliment", "/tell-us/compliment?to=commisceo"),
        ],
    )
    def test_each_leads_to_its_page_and_keeps_the_organisation(self, client, commisceo, living_well, what, there):
        assert client.post("/tell-us?to=commisceo", {"what": what}).headers["Location"] == there

    def test_nothing_chosen_is_said(self, client, commisceo):
        assert read(client.post("/tell-us", {})).problems == [("Choose what you want to do", "#what")]

    def test_it_is_found_from_the_page_for_complaining(self, client, commisceo):
        assert read(client.get("/complain")).links["You can tell us without complaining"] == "/tell-us?to=commisceo"

    @pytest.mark.parametrize("address", ["/tell-us/complaint", "/tell-us/friends-and-family", "/tell-us/nothing"])
    def test_there_is_no_page_for_anything_else(self, client, commisceo, address):
        assert client.get(address).status_code == 404

    def test_where_nobody_takes_anything_the_way_on_is_shown(self, client, day):
        assert read(client.get("/tell-us")).links["Find out who to complain to"] == "/find-out"


class TestTelling:
    def test_a_concern_is_kept_and_has_its_day(self, client, commisceo):
        response = client.post("/tell-us/concern", SAID)
        kept = Feedback.objects.get()

        assert response.headers["Location"] == "/tell-us/sent/concern/commisceo"
        assert "by the end of Tuesday 7 April 2026" in read(client.get(response.headers["Location"])).main
        assert (kept.kind, kept.channel, kept.where, kept.state) == ("concern", "online", "Ward 4", "open")
        assert kept.words == "The lift has been broken since Monday.\nPlease mend it."
        assert (kept.person and kept.person.name, kept.due_on) == ("Pat Example", date(2026, 4, 7))

    def test_nothing_of_the_person_is_in_the_address_or_the_log(self, client, commisceo, caplog):
        where = client.post("/tell-us/concern", SAID).headers["Location"]

        for words in ("Pat", "960555", "lift"):
            assert words not in where + caplog.text

    def test_thanks_need_no_name(self, client, commisceo):
        said = {"to": "commisceo", "words": "Sister Example was kind."}
        assert client.post("/tell-us/compliment", said).headers["Location"] == "/tell-us/sent/compliment/commisceo"
        client.post("/tell-us/compliment", said | {"words": "So was the porter."})

        assert [each.person for each in Feedback.objects.all()] == [None, None]
        assert set(FeedbackEntry.objects.values_list("by__name", flat=True)) == {"Somebody who gave no name"}
        assert Person.objects.filter(name="Somebody who gave no name").count() == 1

    @pytest.mark.parametrize(
        ("kind", "missing", "words", "where"),
        [
            ("concern", "words", "Write what you want to tell us", "#words"),
            ("concern", "full_name", "Enter your name, so that we can answer you", "#full_name"),
            ("question", "telephone", "Enter a telephone number or an email address, so that", "#telephone"),
        ],
    )
    def test_what_is_missing_is_said_and_the_rest_kept(self, client, commisceo, kind, missing, words, where):
        response = client.post(f"/tell-us/{kind}", SAID | {missing: ""})
        page = read(response)

        assert response.status_code == 422
        assert [(text[: len(words)], box) for text, box in page.problems] == [(words, where)]
        assert page.tree.xpath("//input[@name='where']/@value") == ["Ward 4"]
        assert not Feedback.objects.exists()

    def test_a_name_is_said_to_be_optional_only_where_it_is(self, client, commisceo):
        assert "Your name (optional)" in read(client.get("/tell-us/compliment")).main
        assert "Your name (optional)" not in read(client.get("/tell-us/concern")).main

    def test_the_button_pressed_twice_tells_once(self, client, commisceo):
        for _ in range(2):
            client.post("/tell-us/concern", SAID)

        assert Feedback.objects.count() == 1

    def test_thanks_to_nobody_lead_back(self, client, commisceo):
        assert client.get("/tell-us/sent/concern/atlantis").headers["Location"] == "/tell-us"
        assert client.get("/tell-us/sent/nothing/commisceo").headers["Location"] == "/tell-us"


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("said", "code"),
        [
            ({"kind": FeedbackKind.FRIENDS_AND_FAMILY}, "not-told-here"),
            ({"person": PersonSaid(name="Pat Example")}, "nobody-to-answer"),
            ({"person": PersonSaid(name="", email="pat@example.org")}, "nobody-to-answer"),
            ({"words": "  "}, "nothing-written"),
            ({"words": "x" * 20_001}, "too-long"),
        ],
    )
    def test_what_cannot_be_answered_or_kept(self, commisceo, said, code):
        with pytest.raises(ActionRefused) as refused:
            give(**said)

        assert refused.value.refusal.code == code
        assert not Feedback.objects.exists()

    def test_more_than_a_body_can_read_in_a_day(self, commisceo, monkeypatch):
        monkeypatch.setattr("putright.domain.feedback.MOST_TOLD_A_DAY", 1)
        give()

        with pytest.raises(ActionRefused) as refused:
            give(words="Another.")
        assert refused.value.refusal.code == "too-many-told"

    def test_a_body_that_is_not_here(self, commisceo):
        with pytest.raises(NotFound):
            give(body="atlantis")

    def test_who_gives_no_name_is_called_so(self):
        assert giving.NO_NAME.name == "Somebody who gave no name"


class TestMakingItAComplaint:
    def test_every_word_goes_along(self, client, commisceo):
        response = client.post("/tell-us/concern", SAID | {"email": "pat@example.org", "complain_instead": "1"})

        assert response.headers["Location"] == "/complain?to=commisceo"
        assert not Feedback.objects.exists()
        assert tell(client, "to", {"to": "commisceo"}).status_code == 302
        assert tell(client, "whose", {"basis": "self"}).headers["Location"] == "/complain/what-happened"
        page = read(client.get("/complain/what-happened"))
        assert page.texts("//textarea") == ["The lift has been broken since Monday. Please mend it. Where: Ward 4"]
        assert page.problems == []
        told = a_telling()
        for name in ("what-happened", "anything-else", "when", "noticed", "wanted", "before", "together"):
            tell(client, name, told[name])
        assert read(client.get("/complain/name")).tree.xpath("//input[@name='full_name']/@value") == ["Pat Example"]
        reach = read(client.get("/complain/reach")).tree
        assert reach.xpath("//input[@name='email']/@value") == ["pat@example.org"]
        assert reach.xpath("//input[@name='prefer' and @checked]/@value") == ["email"]

    def test_what_was_answered_there_already_stays(self, client, commisceo):
        tell(client, "to", {"to": "commisceo"})
        tell(client, "whose", {"basis": "self"})
        tell(client, "what-happened", {"subject_1": "values", "words_1": "An hour of typing.", "more_1": "no"})
        client.post("/tell-us/concern", SAID | {"complain_instead": "1"})

        assert read(client.get("/complain/what-happened")).texts("//textarea") == ["An hour of typing."]

    def test_words_that_are_not_good_yet_go_along_too(self, client, commisceo):
        response = client.post("/tell-us/question", {"to": "", "words": "Why?", "complain_instead": "1"})

        assert response.headers["Location"] == "/complain"

    def test_staff_make_one_of_it_afterwards_without_typing(self, client, commisceo):
        client.post("/tell-us/concern", SAID)
        give_accounts(commisceo)
        staff = Browser()
        staff.signs_in(account_of(commisceo, "mo"))
        number = Feedback.objects.get().number

        assert "The lift has been broken" in read(staff.comes_to("/feedback")).main
        page = read(staff.comes_to(f"/complaints/new?feedback={number}"))
        assert page.tree.xpath("//input[@name='full_name']/@value") == ["Pat Example"]
        assert page.tree.xpath("//textarea[@name='words_1']/text()")[0].strip().startswith("The lift has been broken")
        assert not Case.objects.exists()
