"""Can the handling be planned on a page, its letter read first, and two versions be seen beside each other?"""

from datetime import date

from tests.casework.offices import MAUNDY_THURSDAY, a_story
from tests.web.reading import read

BY = date(2026, 6, 30)


def day(name, on):
    return {f"{name}-{part}": str(getattr(on, part)) for part in ("day", "month", "year")}


def typed(story, **said):
    plain = {
        "version": str(story.case.version),
        "issues": "How I was spoken to.",
        "how": "- We ask the two people who were at the desk.\n- We read the list.",
        "wanted": "An apology.",
        "who_does_it": "Ines Investigator",
        "agreed": "agreed",
        "channel": "in-person",
    }
    return {**plain, **day("respond_by", BY), **day("on", MAUNDY_THURSDAY), **said}


class TestTheForm:
    def test_begins_with_what_was_complained_of_and_is_wanted(self, signed_in, office):
        story = a_story(office, outcome_wanted="An apology.")
        page = read(signed_in(office, "mo").get(f"/cases/{story.reference}/plan-handling"))

        assert page.tree.xpath("string(//textarea[@name='issues'])").strip() == "I was spoken to rudely at the desk."
        assert page.tree.xpath("string(//textarea[@name='wanted'])").strip() == "An apology."
        assert not page.tree.xpath("//textarea[@name='why']")

    def test_shows_the_letter_before_anything_is_kept(self, signed_in, office):
        story = a_story(office)
        page = read(signed_in(office, "mo").post(f"/cases/{story.reference}/plan-handling", typed(story)))

        assert "We read the list." in page.main
        assert "What we agreed about your complaint" in page.main
        assert not story.case.events.filter(event="handling_planned").exists()

    def test_begins_again_with_the_plan_and_asks_why_it_changes(self, signed_in, office):
        story = a_story(office)
        client = signed_in(office, "mo")
        client.post(f"/cases/{story.reference}/plan-handling", typed(story, step="send"))
        page = read(client.get(f"/cases/{story.reference}/plan-handling"))

        assert "We read the list." in page.tree.xpath("string(//textarea[@name='how'])")
        again = typed(story, version=str(story.case.version), who_does_it="Olu Officer")
        mistaken = read(client.post(f"/cases/{story.reference}/plan-handling", again))
        assert mistaken.problems == [("Say what has changed and why", "#why")]
        assert "Olu Officer" in mistaken.tree.xpath("string(//textarea[@name='who_does_it'])")


class TestThePage:
    def test_leads_to_the_form_where_nothing_is_planned(self, signed_in, office):
        story = a_story(office)
        page = read(signed_in(office, "mo").get(f"/cases/{story.reference}/handling"))

        assert page.title.startswith("How it is handled")
        assert page.links["Plan how it is handled"] == f"/cases/{story.reference}/plan-handling"

    def test_shows_two_versions_beside_each_other(self, signed_in, office):
        story = a_story(office)
        client = signed_in(office, "mo")
        client.post(f"/cases/{story.reference}/plan-handling", typed(story, step="send"))
        again = typed(story, step="send", who_does_it="Olu Officer", why="Ines is away.")
        client.post(f"/cases/{story.reference}/plan-handling", again)
        page = read(client.get(f"/cases/{story.reference}/handling"))

        assert "Version 1 beside version 2" in page.main
        assert "Ines is away." in page.main
        assert page.texts("//ins") != []
        assert "How it is handled" in read(client.get(f"/cases/{story.reference}")).main
