"""Can a person complain of several things at once, each with its own days, and change or take out any of them?"""

from datetime import date

import pytest

from putright.records.models import Case, Document, Event, Issue
from putright.web.complaining.rounds import MOST_TOLD
from tests.web.public.telling import a_telling, dated, sent, tell, tell_all
from tests.web.reading import read

pytestmark = pytest.mark.django_db

YES, NO = "yes", "no"
IN_MAY = date(2025, 5, 6)


def two_things(**changes):
    """Nobody rang on 16 March 2026; and in May 2025 a letter was lost, which Ida first saw in February 2026."""
    further = {
        "anything_else": {"more_1": YES},
        "what_happened_2": {"subject_2": "access", "words_2": "A letter was lost."},
        "when_2": {"occurred_2": "exact", **dated("occurred_on_2", IN_MAY)},
        "noticed_2": {"noticed_2": "exact", **dated("known_on_2", date(2026, 2, 10))},
        "wanted_2": {"wanted_2": "The letter."},
        "anything_else_2": {"more_2": NO},
    }
    return a_telling(**(further | changes))


def three_things():
    return two_things(
        anything_else_2={"more_2": YES},
        what_happened_3={"subject_3": "values", "words_3": "They laughed."},
        when_3={"occurred_3": "same"},
        wanted_3={"wanted_3": "Manners."},
        anything_else_3={"more_3": NO},
    )


def asked(client, told):
    address, names = "/complain/to", []
    while address != "/complain/check":
        names.append(address.removeprefix("/complain/"))
        address = tell(client, names[-1], told[names[-1]]).headers["Location"]
    return names


def headings(client):
    return [text for text in read(client.get("/complain/check")).texts("//h2") if text.startswith("What happened")]


def words_told(client):
    page = read(client.get("/complain/check"))
    rows = zip(page.texts("//dt"), page.texts("//dd[contains(@class, '__value')]"), strict=True)
    return [answer for question, answer in rows if question == "Tell us in your own words"]


class TestTelling:
    def test_each_is_asked_what_happened_when_when_known_and_what_is_wanted(self, client, commisceo):
        names = asked(client, two_things())

        first = names.index("what-happened")
        assert names[first : first + 10] == [
            *("what-happened", "when", "noticed", "wanted", "anything-else"),
            *("what-happened-2", "when-2", "noticed-2", "wanted-2", "anything-else-2"),
        ]

    def test_of_the_same_days_nothing_more_is_asked(self, client, commisceo):
        names = asked(client, two_things(when_2={"occurred_2": "same"}))

        assert "noticed-2" not in names

    def test_the_page_says_which_thing_it_is_about(self, client, commisceo):
        tell_all(client, two_things())
        page = read(client.get("/complain/when-2"))

        assert page.headings == ["Make a complaint: thing 2 When did that happen?"]
        assert "thing 2" in page.title

    def test_the_list_shows_what_was_told_and_the_ways_to_change_it(self, client, commisceo):
        tell_all(client, two_things())
        page = read(client.get("/complain/anything-else-2"))

        assert "You have told us about 2 things" in page.main
        assert "They said that they would ring on Monday." in page.main
        assert "When: 16 March 2026" in page.main
        assert "When: 6 May 2025" in page.main
        links = page.tree.xpath("//dl//a/@href")
        assert links == [
            *("/complain/what-happened?changing=1", "/complain/remove/1"),
            *("/complain/what-happened-2?changing=1", "/complain/remove/2"),
        ]

    def test_the_only_thing_cannot_be_taken_out(self, client, commisceo):
        tell_all(client, a_telling())

        assert "Remove" not in read(client.get("/complain/anything-else")).main
        assert client.get("/complain/remove/1").status_code == 404

    def test_no_more_than_ten_are_asked_for(self, client, commisceo):
        told = a_telling()
        for number in range(1, MOST_TOLD + 1):
            suffix = "" if number == 1 else f"-{number}"
            told[f"anything-else{suffix}"] = {f"more_{number}": YES}
            if number > 1:
                told[f"what-happened-{number}"] = {f"subject_{number}": "other", f"words_{number}": "z"}
                told[f"when-{number}"] = {f"occurred_{number}": "same"}
                told[f"wanted-{number}"] = {f"wanted_{number}": ""}
        names = asked(client, told)

        assert names[names.index("wanted-10") + 1] == "before"
        assert read(client.get("/complain/check")).main.count("What happened: thing") == MOST_TOLD

    def test_whoever_thinks_better_of_it_goes_back_and_says_no(self, client, commisceo):
        told = a_telling()
        for name in ("to", "whose", "what-happened", "when", "noticed", "wanted"):
            tell(client, name, told[name])
        tell(client, "anything-else", {"more_1": YES})
        page = read(client.get("/complain/what-happened-2"))
        assert page.links["Back"] == "/complain/anything-else"

        assert tell(client, "anything-else", {"more_1": NO}).headers["Location"] == "/complain/before"

    # The 12 months of 1 April 2025 ended on 1 April 2026, which was yesterday.
    @pytest.mark.parametrize(
        ("known", "late"), [(date(2025, 4, 1), True), (date(2025, 4, 2), False), (date(2026, 2, 10), False)]
    )
    def test_the_12_months_are_counted_for_each_by_itself(self, client, commisceo, known, late):
        told = two_things(
            when_2={"occurred_2": "exact", **dated("occurred_on_2", date(2025, 4, 1))},
            noticed_2={"noticed_2": "exact", **dated("known_on_2", known)},
            sooner_2={"sooner_2": "I was ill."},
        )
        names = asked(client, told)

        assert ("sooner-2" in names) is late
        assert "sooner" not in names


class TestMistakes:
    @pytest.mark.parametrize(
        ("question", "answer", "words", "where"),
        [
            ("anything-else", {}, "Choose whether there is anything else", "#more_1"),
            ("what-happened-2", {"subject_2": "values"}, "Tell us what happened, in your own words", "#words_2"),
            ("when-2", {}, "Choose how well you know when that happened", "#occurred_2"),
            ("when-2", {"occurred_2": "exact"}, "Enter the date it happened", "#occurred_on_2-day"),
            ("noticed-2", {"noticed_2": "about"}, "Say roughly when you first knew about it", "#known_about_2"),
        ],
    )
    def test_each_is_told_in_place(self, client, commisceo, question, answer, words, where):
        tell_all(client, two_things())
        response = tell(client, question, answer)

        assert response.status_code == 422
        assert read(response).problems[0] == (words, where)

    def test_a_thing_known_before_it_happened_is_told_before_sending(self, client, commisceo):
        early = {"noticed_2": "exact", **dated("known_on_2", date(2025, 5, 5))}
        tell_all(client, two_things(noticed_2=early))
        response = client.post("/complain/check")

        assert response.status_code == 422
        assert read(response).problems[0][0] == "The person cannot have come to know of it before it happened."


class TestChecking:
    def test_each_thing_stands_under_a_heading_of_its_own(self, client, commisceo):
        tell_all(client, two_things())

        assert headings(client) == ["What happened: thing 1", "What happened: thing 2"]
        assert "Do you want to complain about anything else?" not in read(client.get("/complain/check")).main

    def test_something_else_is_added_from_there_and_leads_back_to_it(self, client, commisceo):
        tell_all(client, a_telling())
        page = read(client.get("/complain/check"))
        assert page.links["Add something else you want to complain about"] == "/complain/anything-else?changing=1"
        changing = {"changing": "1"}

        answers = [
            ("anything-else", {"more_1": YES}),
            ("what-happened-2", {"subject_2": "access", "words_2": "A letter was lost."}),
            ("when-2", {"occurred_2": "same"}),
            ("wanted-2", {"wanted_2": ""}),
            ("anything-else-2", {"more_2": NO}),
        ]
        ways = [tell(client, name, answer | changing).headers["Location"] for name, answer in answers]

        assert ways == [
            "/complain/what-happened-2?changing=1",
            "/complain/when-2?changing=1",
            "/complain/wanted-2?changing=1",
            "/complain/anything-else-2?changing=1",
            "/complain/check",
        ]

    def test_reading_it_again_changes_nothing(self, client, commisceo):
        tell_all(client, two_things())

        assert read(client.get("/complain/check")).main == read(client.get("/complain/check")).main
        assert not Case.objects.exists()


class TestTakingOut:
    def test_is_asked_about_first_and_can_be_left(self, client, commisceo):
        tell_all(client, two_things())
        page = read(client.get("/complain/remove/2"))

        assert "A letter was lost." in page.main
        client.post("/complain/remove/2", {"keep": "1"})
        assert len(headings(client)) == 2

    def test_the_last_asks_again_whether_there_is_something_else(self, client, commisceo):
        tell_all(client, two_things())
        client.post("/complain/remove/2", {"remove": "1"})

        assert client.get("/complain/check").headers["Location"] == "/complain/anything-else"
        tell(client, "anything-else", {"more_1": NO})
        assert headings(client) == ["What happened"]

    def test_the_others_move_up_with_their_days(self, client, commisceo):
        tell_all(client, three_things())
        client.post("/complain/remove/2", {"remove": "1"})

        assert words_told(client) == ["They said that they would ring on Monday. Nobody rang.", "They laughed."]
        assert read(client.get("/complain/when-2")).tree.xpath("//input[@checked]/@value") == ["same"]

    def test_days_that_were_those_of_the_first_stay_when_it_goes(self, client, commisceo):
        tell_all(client, three_things())
        client.post("/complain/remove/1", {"remove": "1"})

        assert words_told(client) == ["A letter was lost.", "They laughed."]
        page = read(client.get("/complain/when-2"))
        assert page.tree.xpath("//input[@checked]/@value") == ["exact"]
        assert page.tree.xpath("//input[starts-with(@name, 'occurred_on_2')]/@value") == ["16", "3", "2026"]
        assert read(client.get("/complain/when")).tree.xpath("//input[@name='occurred_on-year']/@value") == ["2025"]


class TestSending:
    def test_each_issue_has_its_words_its_days_and_what_is_wanted(self, client, commisceo):
        sent(client, two_things())
        case = Case.objects.get()
        days = list(case.events.order_by("number").values_list("event", "on", "issue"))

        assert list(Issue.objects.filter(case=case).values_list("number", "subject")) == [
            (1, "communications"),
            (2, "access"),
        ]
        assert days[:4] == [
            ("event_occurred", date(2026, 3, 16), 1),
            ("came_to_notice", date(2026, 3, 16), 1),
            ("event_occurred", IN_MAY, 2),
            ("came_to_notice", date(2026, 2, 10), 2),
        ]
        wanted = Document.objects.get(case=case, kind="outcome-wanted")
        assert wanted.text == "Issue 1: An apology.\n\nIssue 2: The letter."

    def test_the_same_days_are_those_of_the_whole_complaint(self, client, commisceo):
        sent(client, two_things(when_2={"occurred_2": "same"}))

        assert list(Event.objects.filter(event="event_occurred").values_list("on", "issue")) == [
            (date(2026, 3, 16), None)
        ]

    def test_what_is_said_roughly_of_the_second_stays_in_words(self, client, commisceo):
        sent(client, two_things(when_2={"occurred_2": "about", "occurred_about_2": "around Candlemas"}))

        assert Document.objects.get(title="Issue 2: roughly when it happened").text == "around Candlemas"
