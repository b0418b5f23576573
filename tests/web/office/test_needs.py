"""Can it be recorded on a page what somebody needs, and is it seen where it matters?"""

from datetime import date

from putright.casework.said import PersonSaid
from putright.domain.adjustments import Adjustment
from putright.domain.standing import Basis
from tests.casework.offices import MAUNDY_THURSDAY, a_story
from tests.web.reading import read


def address(story):
    return f"/cases/{story.reference}/record-adjustments"


def typed(story, **said):
    day = {f"on-{part}": str(getattr(MAUNDY_THURSDAY, part)) for part in ("day", "month", "year")}
    return {"version": str(story.case.version), "who": "complainant", "words": "She rang.", **day, **said}


class TestTheForm:
    def test_begins_with_what_is_recorded(self, signed_in, office):
        story = a_story(office)
        client = signed_in(office, "mo")
        client.post(address(story), typed(story, needs=["large-print", "interpreter"], detail_interpreter="Polish"))
        page = read(client.get(address(story)))

        assert page.tree.xpath("//input[@name='needs' and @checked]/@value") == ["large-print", "interpreter"]
        assert page.tree.xpath("//input[@name='detail_interpreter']/@value") == ["Polish"]

    def test_offers_all_that_somebody_may_need(self, signed_in, office):
        page = read(signed_in(office, "mo").get(address(a_story(office))))

        assert page.tree.xpath("//input[@name='needs']/@value") == [str(each) for each in Adjustment]

    def test_asks_which_language_and_keeps_what_was_typed(self, signed_in, office):
        story = a_story(office)
        page = read(signed_in(office, "mo").post(address(story), typed(story, needs=["interpreter"])))

        assert page.problems == [("Say which language", "#detail_interpreter")]
        assert "She rang." in page.main
        assert story.case.complainant.adjustments == []

    def test_says_what_cannot_both_be(self, signed_in, office):
        story = a_story(office)
        said = {"needs": ["no-phone", "time-to-call"], "detail_time_to_call": "after 5pm"}
        page = read(signed_in(office, "mo").post(address(story), typed(story, **said)))

        assert page.problems[0][0].startswith("Choose either that they are not telephoned")


class TestWhereItIsSeen:
    def test_on_the_case_on_every_act_and_on_a_letter_before_it_goes(self, signed_in, office):
        story = a_story(office)
        client = signed_in(office, "mo")
        client.post(address(story), typed(story, needs=["bsl"]))
        words = "A British Sign Language interpreter"

        assert words in read(client.get(f"/cases/{story.reference}")).main
        assert words in read(client.get(f"/cases/{story.reference}/offer-meeting")).main
        assert words in read(client.get(f"/cases/{story.reference}/add-file-note")).main
        day = {f"on-{part}": str(getattr(MAUNDY_THURSDAY, part)) for part in ("day", "month", "year")}
        said = {"version": str(story.case.version), "channel": "letter", **day}
        page = read(client.post(f"/cases/{story.reference}/acknowledge", said))
        assert page.title.startswith("Read the letter")
        assert words in page.main

    def test_in_the_print_queue(self, signed_in, office):
        story = a_story(office)
        client = signed_in(office, "mo")
        client.post(address(story), typed(story, needs=["large-print"]))
        day = {f"on-{part}": str(getattr(MAUNDY_THURSDAY, part)) for part in ("day", "month", "year")}
        said = {"version": str(story.case.version), "channel": "letter", "step": "send", **day}
        client.post(f"/cases/{story.reference}/acknowledge", said)

        assert "Letters in large print" in read(client.get("/letters")).main

    def test_a_letter_that_may_not_go_is_refused_with_what_to_do(self, signed_in, office):
        story = a_story(office)
        client = signed_in(office, "mo")
        client.post(address(story), typed(story, needs=["no-letters-home"]))
        day = {f"on-{part}": str(getattr(MAUNDY_THURSDAY, part)) for part in ("day", "month", "year")}
        said = {"version": str(story.case.version), "channel": "letter", **day}
        page = read(client.post(f"/cases/{story.reference}/acknowledge", said))

        assert "Letters may not go to this person's home" in page.problems[0][0]


def test_of_two_people_nobodys_needs_are_taken_for_the_others(signed_in, office):
    patient = PersonSaid(name="Wim Example", address=("2 Sample Road",), born_on=date(1950, 5, 5))
    story = a_story(office, patient=patient, basis=Basis.REQUESTED)
    client = signed_in(office, "mo")
    client.post(address(story), typed(story, needs=["large-print"]))
    page = read(client.get(address(story)))

    assert page.tree.xpath("//input[@name='who']/@value") == ["complainant", "patient"]
    assert page.tree.xpath("//input[@checked]") == []
