"""Is it kept how grave a complaint may be and on which path it is, is the person told, and is no date lost?"""

from datetime import date

import pytest
from django.test import Client

from putright.casework.actions.assign_handler import assign_handler
from putright.casework.actions.choose_path import choose_path
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.issue_follow_link import issue_follow_link
from putright.casework.actions.set_severity import set_severity
from putright.casework.actions.start_investigation import start_investigation
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import CasePage, case_page
from putright.casework.queries.follow import follow
from putright.casework.queries.triage_shown import Triage, triage_of
from putright.domain.channels import Channel
from putright.domain.triage import Path, Severity
from putright.records.models import OutboxLetter
from tests.casework.offices import Office, Story, a_story, at

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 4, 7)
WEDNESDAY = date(2026, 4, 8)


@pytest.fixture
def story(commisceo: Office) -> Story:
    return a_story(commisceo)


def page(story: Story) -> CasePage:
    return case_page(story.office.actor("mo", WEDNESDAY), story.reference, WEDNESDAY, now=at(WEDNESDAY))


def dates(story: Story) -> list[tuple[str, object, object]]:
    return [(one.duty.id, one.duty.due_on, one.duty.binding_on) for one in page(story).duties]


class TestSeverity:
    def test_is_kept_with_what_was_said_before(self, story: Story) -> None:
        story.does(set_severity, "mo", TUESDAY, severity=Severity.LOW)
        story.does(set_severity, "mo", WEDNESDAY, severity=Severity.HIGH, reason="She has died since.")

        assert page(story).triage == Triage(severity=Severity.HIGH)
        said = [entry for entry in page(story).chronology if entry.event == "severity_set"]
        assert [entry.said for entry in said] == [
            (("How grave it may be", "Low"),),
            (("How grave it may be", "High"),),
        ]
        assert [paper.text for entry in said for paper in entry.papers] == ["She has died since."]

    def test_says_who_is_to_handle_it(self, story: Story) -> None:
        done = story.does(set_severity, "mo", TUESDAY, severity=Severity.HIGH)
        assert done.then == ("High severity: a manager handles it, and the responsible person is told the same day.")

        given = story.does(assign_handler, "mo", TUESDAY, handler=story.office.people["olu"])
        assert given.then.endswith("It is with Olu Officer, who is no manager: give the case to one.")

    def test_nothing_is_said_of_a_handler_before_anybody_has_judged(self, story: Story) -> None:
        assert story.does(assign_handler, "mo", TUESDAY, handler=story.office.people["olu"]).then == ""

    def test_is_not_shown_to_the_person(self, story: Story, client: Client) -> None:
        story.does(set_severity, "mo", TUESDAY, severity=Severity.HIGH, reason="Quillfeather.")
        secret = story.does(issue_follow_link, "mo", TUESDAY).secret

        shown = follow(story.reference, secret, TUESDAY, now=at(TUESDAY))

        assert not [one for one in shown.happened if "grave" in one.words]
        assert "high" not in repr(shown).lower().split()

    def test_cannot_be_corrected_away_but_is_judged_anew(self, story: Story) -> None:
        story.does(set_severity, "mo", TUESDAY, severity=Severity.HIGH)

        with pytest.raises(ActionRefused) as refused:
            story.does(correct_entry, "mo", TUESDAY, entry=story.case.chain_count, reason="A slip.")

        assert refused.value.refusal.code == "not-correctable"

    def test_can_be_said_when_the_complaint_comes_in(self, commisceo: Office) -> None:
        story = a_story(commisceo, severity=Severity.MODERATE)

        assert page(story).triage.severity is Severity.MODERATE
        assert triage_of([story.case.pk]) == {story.case.pk: Triage(severity=Severity.MODERATE)}


class TestThePath:
    def test_is_told_in_a_letter_that_counts_once_it_has_gone(self, story: Story) -> None:
        done = story.does(choose_path, "mo", TUESDAY, path=Path.EARLY_RESOLUTION, why="One thing is quickly explained.")

        assert page(story).triage.path is Path.EARLY_RESOLUTION
        assert OutboxLetter.objects.get(case=story.case).name == "path-told"
        assert "path_told" not in [name for name, _ in story.events()]
        story.posts("mo", WEDNESDAY, done)
        assert ("path_told", WEDNESDAY) in story.events()

    def test_told_by_telephone_counts_at_once(self, story: Story) -> None:
        story.does(choose_path, "mo", TUESDAY, path=Path.CLOSER_LOOK, why="It is grave.", channel=Channel.TELEPHONE)
        secret = story.does(issue_follow_link, "mo", TUESDAY).secret

        shown = follow(story.reference, secret, TUESDAY, now=at(TUESDAY))

        assert "We told you how we deal with your complaint." in [one.words for one in shown.happened]

    def test_changes_without_losing_a_date_and_without_asking_again(self, story: Story) -> None:
        told = {"channel": Channel.TELEPHONE}
        before = dates(story)
        story.does(choose_path, "mo", TUESDAY, path=Path.EARLY_RESOLUTION, why="Quickly explained.", **told)
        story.does(choose_path, "mo", WEDNESDAY, path=Path.CLOSER_LOOK, why="She is not content.", **told)

        assert dates(story) == before
        assert story.case.received_on == date(2026, 4, 2)
        assert [name for name, _ in story.events()].count("received") == 1
        assert page(story).triage.path is Path.CLOSER_LOOK

    def test_does_not_go_back_once_it_is_looked_into(self, story: Story) -> None:
        story.does(start_investigation, "mo", TUESDAY)

        with pytest.raises(ActionRefused) as refused:
            story.does(choose_path, "mo", TUESDAY, path=Path.EARLY_RESOLUTION, why="After all.")

        assert refused.value.refusal.code == "already-looked-into"
        assert story.case.path == ""
