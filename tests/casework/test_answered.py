"""What comes of what a person does with our answer by their link, and does their own file hold theirs alone?"""

import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from putright.casework.actions.accept_answer import accept_answer
from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.ask_about_answer import ask_about_answer
from putright.casework.actions.ask_for_review import ask_for_review
from putright.casework.actions.close_case import close_case
from putright.casework.actions.correct_person import correct_person
from putright.casework.actions.file_message import file_message
from putright.casework.actions.issue_follow_link import issue_follow_link
from putright.casework.actions.record_statement import record_statement
from putright.casework.actions.request_statement import request_statement
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.follow_links import link_of
from putright.casework.queries.follow import followed as followed_page
from putright.casework.queries.letters_told import letter_by_link
from putright.casework.queries.own_file import CONTENTS, write_own_file
from putright.casework.said import FileSaid, PersonSaid
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.deaths import Who
from putright.records.models import FollowLink, ReadLog
from tests.casework.messages import PROVED, about, came
from tests.casework.offices import Office, Story, a_story, at
from tests.casework.test_refusals import answered
from tests.gateways.mails import with_file
from tests.sample_files import PDF, a_png

pytestmark = pytest.mark.django_db

TUESDAY, WEDNESDAY = date(2026, 4, 7), date(2026, 4, 8)  # answered on the Tuesday after Easter


def followed(story: Story, on: date = TUESDAY) -> int:
    link = link_of(story.does(issue_follow_link, "mo", on).secret)
    assert link is not None
    return link.pk


def does(story: Story, action: Any, link: int, words: str = "Why?", *, on: date = WEDNESDAY) -> None:
    action(link=link, words=words, on=on, now=at(on, 11), means=story.office.means)


def refusal(story: Story, action: Any, link: int, words: str = "Why?", *, on: date = WEDNESDAY) -> str:
    with pytest.raises(ActionRefused) as refused:
        does(story, action, link, words, on=on)
    return refused.value.refusal.code


@pytest.fixture
def story(commisceo: Office) -> Story:
    story = a_story(commisceo)
    answered(story)
    return story


class TestSomebodyElse:
    """The complaint was entered for the wrong person, who was answered; the right one is given a link of their own."""

    @pytest.fixture
    def theirs(self, story: Story) -> int:
        right = PersonSaid(name="Robin Right", address=("3 Sample Road",))
        said = {"whom": Who.COMPLAINANT, "person": right, "is_another": True, "why": "Two people of one name."}
        story.does(correct_person, "mo", WEDNESDAY, **said)
        return followed(story, WEDNESDAY)

    def test_does_not_read_what_was_written_to_another(self, story: Story, theirs: int) -> None:
        number = story.case.letters.get(name="final-response").document.number

        with pytest.raises(NotFound):
            letter_by_link(theirs, number, WEDNESDAY, now=at(WEDNESDAY), means=story.office.means)
        assert followed_page(theirs, WEDNESDAY, now=at(WEDNESDAY)).letters == ()

    def test_does_not_take_it_with_their_papers(self, story: Story, theirs: int, tmp_path: Path) -> None:
        place = tmp_path / "own.zip"
        write_own_file(theirs, place, WEDNESDAY, now=at(WEDNESDAY), means=story.office.means)

        with zipfile.ZipFile(place) as file:
            assert file.namelist() == [CONTENTS]


class TestTheAnswer:
    def test_is_enough_once_and_takes_nothing_away(self, story: Story) -> None:
        link = followed(story)
        does(story, accept_answer, link, "Thank you.")
        assert story.case.events.get(event="answer_accepted").by_id is None
        assert refusal(story, accept_answer, link) == "not-answered"

        does(story, ask_for_review, link, "I thought again.")
        assert story.case.review_requested_on == WEDNESDAY
        # Ten working days after Wednesday 8 April 2026 is Wednesday 22 April.
        review = story.case.duties.get(step="review")
        assert (review.state, review.due_on) == ("open", date(2026, 4, 22))
        assert refusal(story, ask_for_review, link) == "no-review-now"
        assert verify(story.office.means).misfits == ()

    def test_is_asked_about_though_the_case_is_closed(self, story: Story) -> None:
        link = followed(story)
        story.does(close_case, "mo", WEDNESDAY)
        does(story, ask_about_answer, link, "Who rang?\nWhen?")

        # Ten working days after Wednesday 8 April 2026 is Wednesday 22 April.
        owed = story.case.duties.get(step="answer-questions", state="open")
        assert (owed.due_on, story.case.status) == (date(2026, 4, 22), "closed")

    def test_is_looked_at_again_though_the_case_is_closed_which_opens_it(self, story: Story) -> None:
        link = followed(story)
        story.does(close_case, "mo", WEDNESDAY)
        does(story, ask_for_review, link, "You left it out.")

        assert [event for event, _ in story.events()][-2:] == ["reopened", "review_requested"]
        review = story.case.duties.get(step="review", state="open")
        assert (story.case.status, review.due_on) == ("open", date(2026, 4, 22))
        assert story.case.events.get(event="reopened").by_id is None
        assert refusal(story, ask_for_review, link) == "no-review-now"

    def test_stays_closed_where_there_is_no_review(self, living_well: Office) -> None:
        story = a_story(living_well)
        answered(story)
        link = followed(story)
        story.does(close_case, "mo", WEDNESDAY)
        before = story.events()

        assert refusal(story, ask_for_review, link) == "no-review-now"
        assert (story.events(), story.case.status) == (before, "closed")
        page = followed_page(link, WEDNESDAY, now=at(WEDNESDAY))
        # It happened and was known on 16 March 2026.
        assert [(left.way, left.last_day) for left in page.ways_left] == [
            ("not-content", None),
            ("ombudsman", date(2027, 3, 16)),
        ]

    def test_that_was_not_sent_cannot_be_spoken_of(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        link = followed(story)

        assert [refusal(story, action, link) for action in (accept_answer, ask_about_answer, ask_for_review)] == [
            "not-answered",
            "not-answered",
            "no-review-now",
        ]

    def test_needs_words_where_it_is_asked_about(self, story: Story) -> None:
        link = followed(story)

        assert refusal(story, ask_about_answer, link, " ") == "nothing-written"
        assert refusal(story, ask_for_review, link, "") == "nothing-written"

    def test_is_read_by_the_link_and_no_other_paper_is(self, story: Story) -> None:
        link = followed(story)
        story.does(add_file_note, "mo", TUESDAY, words="She rang.", channel=Channel.TELEPHONE)
        letter = story.case.letters.get(name="final-response").document.number
        read = letter_by_link(link, letter, WEDNESDAY, now=at(WEDNESDAY), means=story.office.means)
        assert read.content.startswith(b"%PDF-")
        assert ReadLog.objects.filter(what="paper", document=letter, person=None).count() == 1

        for number in {*story.case.documents.values_list("number", flat=True), 999} - letters_of(story):
            with pytest.raises(NotFound):
                letter_by_link(link, number, WEDNESDAY, now=at(WEDNESDAY), means=story.office.means)
        FollowLink.objects.filter(pk=link).update(revoked_at=at(TUESDAY))
        with pytest.raises(ActionRefused):
            letter_by_link(link, letter, WEDNESDAY, now=at(WEDNESDAY), means=story.office.means)


def letters_of(story: Story) -> set[int]:
    return set(story.case.letters.filter(state="posted").values_list("document__number", flat=True))


class TestTheFileToTake:
    THEIRS = FileSaid(name="my ward.png", media_type="image/png", content=a_png())

    @pytest.fixture
    def inside(self, commisceo: Office, tmp_path: Path) -> dict[str, bytes]:
        """What is in the file of a case full of others' papers, by its names."""
        story = a_story(commisceo, files=(self.THEIRS,))
        sam = {"person": commisceo.people["sam"], "about": "The desk.", "questions": ("What?",)}
        story.does(request_statement, "mo", TUESDAY, **sam)
        asked = story.case.events.get(event="statement_requested").number
        story.does(record_statement, "mo", TUESDAY, request=asked, words="Thistledown was rude to me.")
        story.does(add_file_note, "mo", TUESDAY, words="Thistledown: he is difficult.", channel=Channel.TELEPHONE)
        stranger = {"From": "Nia Neighbour <nia@example.org>", "Subject": story.reference}
        came_in = with_file(
            about(story, **stranger, Authentication_Results=PROVED), "thistledown.pdf", PDF, "application/pdf"
        )
        message = came(commisceo, came_in, now=at(TUESDAY))
        mo = commisceo.actor("mo", TUESDAY)
        file_message(actor=mo, message=message.pk, case=story.reference, now=at(TUESDAY), means=commisceo.means)
        answered(story)
        link = followed(story)
        does(story, ask_about_answer, link, "Who rang, and when?")
        place = tmp_path / "file.zip"
        write_own_file(link, place, WEDNESDAY, now=at(WEDNESDAY, 12), means=commisceo.means)
        assert ReadLog.objects.filter(what="whole-file", person=None).count() == 1
        with zipfile.ZipFile(place) as packed:
            return {name: packed.read(name) for name in packed.namelist()}

    def test_holds_what_was_sent_and_what_they_brought(self, inside: dict[str, bytes]) -> None:
        assert sorted(inside) == [
            CONTENTS,
            "2 What we sent you/01 2026-04-07 Our answer to your complaint.pdf",
            "3 What you sent us/01 2026-04-02 What happened, in your words.txt",
            "3 What you sent us/02 2026-04-02 my ward.png",
            "3 What you sent us/03 2026-04-08 What you asked about our answer.txt",
        ]
        assert inside["3 What you sent us/02 2026-04-02 my ward.png"] == a_png()
        assert inside["3 What you sent us/03 2026-04-08 What you asked about our answer.txt"] == b"Who rang, and when?"

    def test_begins_with_a_page_that_leads_to_each_of_them(self, inside: dict[str, bytes]) -> None:
        page = inside[CONTENTS].decode()

        assert "3%20What%20you%20sent%20us/02%202026-04-02%20my%20ward.png" in page
        assert "We sent you our answer." in page
        # A year from 16 March 2026, when it happened and was known.
        assert "Tuesday 16 March 2027" in page

    def test_holds_nothing_of_anybody_else(self, inside: dict[str, bytes]) -> None:
        everything = b"\n".join((*inside.values(), *(name.encode() for name in inside))).lower()

        for word in (b"thistledown", b"sam staff", b"difficult", b"nia", b"neighbour"):
            assert word not in everything

    def test_opens_by_no_link_that_has_ended(self, story: Story, tmp_path: Path) -> None:
        link = followed(story)
        late = WEDNESDAY + timedelta(days=800)
        with pytest.raises(ActionRefused):
            write_own_file(link, tmp_path / "x.zip", late, now=at(late), means=story.office.means)

        assert not (tmp_path / "x.zip").exists()
