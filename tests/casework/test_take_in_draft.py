"""Does an edited document become a new version of the draft, its boxes and nothing else, whatever came back?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest

from putright.casework.actions.check_response import check_response
from putright.casework.actions.prepare_response import prepare_response
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.take_in_draft import take_in_draft
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.draft_to_edit import draft_to_edit
from putright.casework.queries.drafts import drafts
from putright.casework.response_draft import Draft, latest_draft
from putright.casework.said import FileSaid
from putright.casework.verification import verify
from putright.domain.issues import Outcome
from putright.domain.response import ActionConfirmation
from putright.gateways.file_kinds import WORD
from putright.records.models import Document
from tests.casework.offices import Office, Story, a_story, at
from tests.sample_files import PDF

TUESDAY = date(2026, 4, 7)
WHOLE = Draft(
    how_considered="We asked the nurse.\n\nWe read the notes.",
    apology="We are sorry that you waited.",
    action_confirmation=ActionConfirmation.TAKEN,
    action_details="A bell & a <sign>.",
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def story(commisceo: Office) -> Story:
    story = a_story(commisceo)
    said = {"outcome": Outcome.UPHELD, "conclusion": "You waited too long.", "remedy_needed": False}
    story.does(record_outcome, "mo", TUESDAY, issue=1, **said)
    story.does(prepare_response, "mo", TUESDAY, draft=WHOLE)
    return story


def downloaded(story: Story, who: str = "mo") -> bytes:
    return draft_to_edit(story.office.actor(who, TUESDAY), story.reference, now=at(TUESDAY)).content


def edited(content: bytes, edit: Callable[[Any], object]) -> bytes:
    """The document as somebody saved it after changing something."""
    document = docx.Document(BytesIO(content))
    edit(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def box(document: Any, name: str) -> Any:
    return next(
        each for each in document.element.body.iter(f"{W}sdt") if each.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == name
    )


def written(name: str, words: str) -> Callable[[Any], object]:
    """Write other words into a box."""

    def edit(document: Any) -> None:
        first, *others = box(document, name).iter(f"{W}t")
        first.text = words
        for other in others:
            other.text = ""

    return edit


def takes_in(story: Story, content: bytes, who: str = "mo") -> Any:
    return story.does(take_in_draft, who, TUESDAY, file=FileSaid(name="draft.docx", media_type=WORD, content=content))


def refusal(story: Story, content: bytes, who: str = "mo") -> str:
    with pytest.raises(ActionRefused) as refused:
        takes_in(story, content, who)
    return refused.value.refusal.code


class TestTheDocument:
    def test_reads_as_the_letter_does_with_a_box_for_each_part(self, story: Story) -> None:
        document = docx.Document(BytesIO(downloaded(story)))
        words = "\n".join(text.text or "" for text in document.element.body.iter(f"{W}t"))

        assert "Draft: do not send" in words
        assert "You waited too long." in words
        assert "A bell & a <sign>." in words
        assert "Parliamentary and Health Service Ombudsman" in words
        assert [each.get(f"{W}val") for each in document.element.body.iter(f"{W}tag")] == [
            *("apology", "how_considered", "answer_to_wanted", "staff_response", "action_details")
        ]
        assert not any("\ue000" <= character <= "\uf8ff" for character in words)

    def test_is_there_for_those_who_may_prepare_the_response(self, story: Story) -> None:
        with pytest.raises(NotFound):
            downloaded(story, "ines")

    def test_can_be_had_before_anything_was_drafted(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        takes_in(story, edited(downloaded(story), written("how_considered", "We asked the nurse.")))

        assert latest_draft(story.case) == Draft(how_considered="We asked the nurse.")


class TestWhatComesBack:
    def test_is_a_new_version_beside_the_old_one(self, story: Story) -> None:
        takes_in(story, edited(downloaded(story), written("apology", "We are very sorry that you waited.")))
        page = drafts(story.office.actor("mo", TUESDAY), story.reference, before=None, after=None, now=at(TUESDAY))

        assert latest_draft(story.case) == replace(WHOLE, apology="We are very sorry that you waited.")
        assert [(page.before, page.after)] == [(1, 2)]
        assert [part.title for part in page.parts if not part.compared.is_same] == ["Apology"]
        assert Document.objects.get(case=story.case, kind="response-draft-file").title == "draft.docx"
        assert verify(story.office.means).misfits == ()

    def test_keeps_its_paragraphs_and_an_emptied_box_is_empty(self, story: Story) -> None:
        takes_in(story, edited(downloaded(story), written("apology", "")))

        draft = latest_draft(story.case)
        assert draft is not None
        assert (draft.apology, draft.how_considered, draft.staff_response) == ("", WHOLE.how_considered, "")

    def test_takes_tracked_changes_as_made(self, story: Story) -> None:
        def track(document: Any) -> None:
            run = next(box(document, "apology").iter(f"{W}r"))
            gone, come = (run.makeelement(f"{W}{name}") for name in ("del", "ins"))
            old, new = run.makeelement(f"{W}r"), run.makeelement(f"{W}r")
            old_words, new_words = old.makeelement(f"{W}delText"), new.makeelement(f"{W}t")
            old_words.text, new_words.text = " long", " for six hours"
            old.append(old_words)
            new.append(new_words)
            gone.append(old)
            come.append(new)
            run.addnext(gone)
            gone.addnext(come)

        takes_in(story, edited(downloaded(story), track))

        draft = latest_draft(story.case)
        assert draft is not None
        assert draft.apology == "We are sorry that you waited. for six hours"

    def test_says_that_words_around_the_boxes_were_not_taken_in(self, story: Story) -> None:
        def edit(document: Any) -> None:
            written("apology", "Sorry.")(document)
            next(each for each in document.paragraphs if "You waited too long." in each.text).text = "You did not wait."

        done = takes_in(story, edited(downloaded(story), edit))

        assert "Words around the boxes differ too" in done.then
        assert "earlier version" not in done.then

    def test_says_that_the_draft_has_gone_on_meanwhile_and_loses_nothing(self, story: Story) -> None:
        document = downloaded(story)
        story.does(prepare_response, "olu", TUESDAY, draft=replace(WHOLE, staff_response="I was busy."))
        done = takes_in(story, edited(document, written("apology", "We are very sorry.")))

        assert "earlier version" in done.then
        page = drafts(story.office.actor("mo", TUESDAY), story.reference, before=None, after=None, now=at(TUESDAY))
        assert len(page.versions) == 3
        assert latest_draft(story.case) == replace(WHOLE, staff_response="I was busy.", apology="We are very sorry.")

    def test_with_a_placeholder_is_taken_in_and_cannot_be_ready(self, story: Story) -> None:
        takes_in(story, edited(downloaded(story), written("apology", "We are sorry, [name].")))
        with pytest.raises(ActionRefused) as refused:
            story.does(check_response, "olu", TUESDAY, is_ready=True)

        assert refused.value.refusal.code == "placeholder"


class TestWhatIsRefused:
    def test_nothing_changed(self, story: Story) -> None:
        assert refusal(story, edited(downloaded(story), lambda document: None)) == "nothing-changed"

    def test_a_document_of_another_case(self, story: Story) -> None:
        other = a_story(story.office)

        assert refusal(story, edited(downloaded(other), written("apology", "Sorry."))) == "another-case"

    def test_a_document_that_was_not_made_here(self, story: Story) -> None:
        out = BytesIO()
        docx.Document().save(out)

        assert refusal(story, out.getvalue()) == "another-case"

    def test_a_box_that_is_gone(self, story: Story) -> None:
        def edit(document: Any) -> None:
            gone = box(document, "how_considered")
            gone.getparent().remove(gone)

        assert refusal(story, edited(downloaded(story), edit)) == "no-box"

    @pytest.mark.parametrize("content", [b"", PDF, b"PK\x03\x04 broken"])
    def test_what_is_no_document(self, story: Story, content: bytes) -> None:
        assert refusal(story, content) == "not-a-document"

    def test_half_a_document(self, story: Story) -> None:
        whole = downloaded(story)

        assert refusal(story, whole[: len(whole) // 2]) == "not-a-document"
