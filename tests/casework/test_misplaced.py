"""Is what was put on the wrong case on the right one, with its words there alone, and do both say so?"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from putright.casework.actions.add_file_note import Promise, add_file_note
from putright.casework.actions.correct_entry import correct_entry
from putright.casework.actions.file_message import file_message
from putright.casework.actions.move_entry import move_entry
from putright.casework.actions.name_staff import name_staff
from putright.casework.actions.place_evidence import place_evidence
from putright.casework.actions.restrict_case import restrict_case
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.file_prints import ask_for_file
from putright.casework.queries.case_page import case_page
from putright.casework.queries.papers import document_for
from putright.casework.verification import verify
from putright.domain.references import reference_shown
from putright.records.models import Document, FilePrint
from tests.casework.messages import came
from tests.casework.offices import Office, Story, a_story, an_office, at
from tests.gateways.mails import a_mail, with_file
from tests.sample_files import PDF

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 4, 7)
WEDNESDAY = date(2026, 4, 8)
WORDS = "She said that her sister has been taken ill."
WHY = "The two calls were mixed up."


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return an_office(tmp_path)


@pytest.fixture
def wrong(office: Office) -> Story:
    """The case on which a note was put that belongs elsewhere."""
    story = a_story(office)
    story.does(add_file_note, "mo", TUESDAY, words=WORDS)
    return story


@pytest.fixture
def right(office: Office) -> Story:
    return a_story(office)


def moves(wrong: Story, right: Story, **said: Any) -> Any:
    """Move the last entry of one case to the other."""
    plain = {"entry": wrong.case.chain_count, "other": right.reference, "why": WHY}
    return wrong.does(move_entry, said.pop("who", "mo"), said.pop("on", WEDNESDAY), **{**plain, **said})


def texts(story: Story) -> list[str]:
    return [text for text in Document.objects.filter(case=story.case).values_list("text", flat=True) if text]


class TestAMovedNote:
    def test_is_on_the_right_case_on_its_own_day_as_it_was(self, wrong: Story, right: Story) -> None:
        before = wrong.case.events.latest("number")
        moves(wrong, right)
        note, here = right.case.events.order_by("number")[right.case.chain_count - 2 :]

        assert (note.event, note.on, note.facts) == ("note_made", TUESDAY, before.facts)
        assert (here.event, here.on, here.facts) == ("moved_here", WEDNESDAY, {"case": wrong.reference})
        assert {WORDS, WHY} <= set(texts(right))

    def test_is_struck_through_where_it_was_and_says_where_it_went(self, wrong: Story, right: Story) -> None:
        entry = wrong.case.chain_count
        moves(wrong, right)
        shown = case_page(wrong.office.actor("mo", WEDNESDAY), wrong.reference, WEDNESDAY, now=at(WEDNESDAY))
        by_number = {one.number: one for one in shown.chronology}

        assert wrong.events()[-2:] == [("moved_away", WEDNESDAY), ("entered_in_error", WEDNESDAY)]
        assert not by_number[entry].stands
        assert ("Other case", reference_shown(right.reference)) in by_number[entry + 1].said

    def test_can_be_read_there_no_more_by_anybody_in_any_way(self, wrong: Story, right: Story) -> None:
        number = wrong.case.events.latest("number").papers[0][0]
        ask_for_file(actor=wrong.office.actor("mo", TUESDAY), case=wrong.reference, now=at(TUESDAY))
        done = moves(wrong, right)
        paper = Document.objects.get(case=wrong.case, number=number)

        assert WORDS not in " ".join(texts(wrong))
        assert (paper.title, paper.text, paper.salt, paper.disposed_on) == (
            "Moved to another case",
            None,
            "",
            WEDNESDAY,
        )
        for who in ("mo", "rosa"):
            with pytest.raises(NotFound):
                document_for(wrong.office.actor(who, WEDNESDAY), wrong.reference, number, now=at(WEDNESDAY))
        assert not FilePrint.objects.filter(case=wrong.case).exists()
        assert "record that personal details went astray" in done.then

    def test_leaves_both_chains_as_they_should_be(self, wrong: Story, right: Story) -> None:
        moves(wrong, right)

        assert verify(wrong.office.means).misfits == ()

    def test_is_of_the_day_of_receipt_where_the_right_case_is_younger(self, office: Office, wrong: Story) -> None:
        younger = a_story(office, on=WEDNESDAY)
        moves(wrong, younger)

        assert [on for event, on in younger.events() if event == "note_made"] == [WEDNESDAY]

    def test_cannot_be_moved_twice(self, wrong: Story, right: Story) -> None:
        entry = wrong.case.chain_count
        moves(wrong, right)

        with pytest.raises(ActionRefused) as refused:
            moves(wrong, right, entry=entry)
        assert refused.value.refusal.code == "no-such-entry"


def test_a_message_goes_with_its_files(office: Office, right: Story) -> None:
    wrong = a_story(office)
    message = came(office, with_file(a_mail(WORDS), "letter.pdf", PDF, "application/pdf"))
    file_message(
        actor=office.actor("mo", TUESDAY), message=message.pk, case=wrong.reference, now=at(TUESDAY), means=office.means
    )
    moves(wrong, right)
    there = Document.objects.get(case=right.case, kind="attachment")
    content = document_for(
        office.actor("mo", WEDNESDAY), right.reference, there.number, now=at(WEDNESDAY), means=office.means
    )

    assert content.content == PDF
    assert not Document.objects.filter(case=wrong.case, title="letter.pdf").exists()
    assert not Document.objects.filter(case=wrong.case, kind="attachment", file__isnull=False).exists()
    assert verify(office.means).misfits == ()


class TestIsRefused:
    def refused(self, wrong: Story, right: Story, **said: Any) -> str:
        before = (wrong.case.chain_count, right.case.chain_count)
        with pytest.raises(ActionRefused) as refused:
            moves(wrong, right, **said)
        assert (wrong.case.chain_count, right.case.chain_count) == before
        return refused.value.refusal.code

    def test_for_what_counts_for_a_date(self, wrong: Story, right: Story) -> None:
        assert self.refused(wrong, right, entry=1) == "not-movable"

    def test_for_a_note_without_words(self, wrong: Story, right: Story) -> None:
        wrong.does(name_staff, "mo", TUESDAY, person=wrong.office.people["ines"])
        assert self.refused(wrong, right) == "not-movable"

    def test_while_a_promise_hangs_on_it(self, wrong: Story, right: Story) -> None:
        wrong.does(add_file_note, "mo", TUESDAY, words=WORDS, promise=Promise(words="Ring.", by=date(2026, 4, 20)))
        note = next(e.number for e in wrong.case.events.order_by("-number") if e.event == "note_made")
        assert self.refused(wrong, right, entry=note) == "something-follows"

        wrong.does(correct_entry, "mo", WEDNESDAY, entry=wrong.case.chain_count, reason="Promised to somebody else.")
        moves(wrong, right, entry=note)

    def test_while_its_paper_is_evidence(self, wrong: Story, right: Story) -> None:
        entry, (number, _) = wrong.case.chain_count, wrong.case.events.latest("number").papers[0]
        wrong.does(place_evidence, "mo", WEDNESDAY, happened_on=TUESDAY, words="She rang.", shown_by=number)
        assert self.refused(wrong, right, entry=entry) == "used-as-evidence"

    def test_to_the_same_case(self, wrong: Story) -> None:
        assert self.refused(wrong, wrong) == "the-same-case"

    def test_to_a_case_that_is_not_there_for_who_moves(self, wrong: Story, right: Story) -> None:
        right.does(restrict_case, "rosa", TUESDAY, reason="She works here.")
        assert self.refused(wrong, right, who="olu") == "no-such-other-case"

    def test_to_who_does_not_handle_the_case(self, wrong: Story, right: Story) -> None:
        wrong.case  # noqa: B018 - both are there
        with pytest.raises((ActionRefused, NotFound)):
            moves(wrong, right, who="ines")

    def test_without_a_reason(self, wrong: Story, right: Story) -> None:
        assert self.refused(wrong, right, why=" ") == "nothing-written"
