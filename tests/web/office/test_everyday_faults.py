"""Two people at one draft, a letter's text that is wrong, a role that has ended: is it said, and nothing lost?"""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from putright.casework.actions.end_appointment import end_appointment
from putright.casework.actions.record_leaving import record_leaving
from putright.domain.access import Role
from putright.letters import texts
from putright.records.models import Appointment, Document
from tests.casework.offices import MAUNDY_THURSDAY, a_story, at
from tests.casework.test_who_may_come_near import appointed
from tests.web.office.conftest import give_accounts
from tests.web.office.desk import Desk, filled, it_is
from tests.web.reading import read

TUESDAY = date(2026, 4, 7)
WEDNESDAY = date(2026, 4, 8)


@pytest.fixture
def story(office, day):
    made = a_story(office)
    it_is(day, TUESDAY)
    return made


def desk(signed_in, story, who) -> Desk:
    return Desk(signed_in(story.office, who), story.reference)


def drafts(story) -> list[str]:
    """The versions of the draft that are kept, as they were written."""
    rows = Document.objects.filter(case=story.case, kind="response-draft").order_by("number")
    return [row.text or "" for row in rows]


def test_of_two_who_write_one_draft_neither_loses_a_word(signed_in, story):
    mo, olu = desk(signed_in, story, "mo"), desk(signed_in, story, "olu")
    mo.does("record-outcome", outcome="upheld", conclusion="You were spoken to rudely.", remedy_needed="no")
    began = filled(olu.opens("prepare-response"))
    mo.does("prepare-response", how_considered="We asked Sam.", action_confirmation="taken")

    written = began | {"how_considered": "We listened to the call.", "action_confirmation": "taken"}
    second = olu.client.post(olu.address("prepare-response"), written)
    page = read(second)

    assert second.status_code == 409
    assert "Somebody else has changed this case" in page.problems[0][0]
    assert filled(page)["how_considered"].strip() == "We listened to the call."
    assert len(drafts(story)) == 1
    again = olu.client.post(olu.address("prepare-response"), filled(page))
    assert again.status_code in (200, 302), read(again).problems
    if again.status_code == 200:
        olu.client.post(olu.address("prepare-response"), filled(read(again)) | {"step": "send"})
    kept = drafts(story)
    assert "We asked Sam." in kept[0]
    assert "We listened to the call." in kept[1]


@pytest.fixture
def broken_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The texts of letters, that of the acknowledgement with a slip in it."""
    folder = tmp_path / "texts"
    shutil.copytree(texts.FOLDER, folder)
    file = folder / "acknowledgement.md"
    file.write_text(file.read_text(encoding="utf-8") + "\n\nYours $nobody\n\n{{ oops\n", encoding="utf-8")
    monkeypatch.setattr(texts, "FOLDER", folder)
    texts.letter_text.cache_clear()
    yield file
    texts.letter_text.cache_clear()


def test_a_letter_whose_text_is_wrong_is_not_written_and_what_was_typed_stays(signed_in, story, broken_text):
    mo = desk(signed_in, story, "mo")
    before = story.case.chain_count
    response = mo.answers("acknowledge", on=date(2026, 4, 3))
    page = read(response)

    assert response.status_code == 422
    assert "there is a mistake in its text" in page.problems[0][0]
    assert "acknowledgement.md" in page.problems[0][0]
    assert filled(page)["on-day"] == "3"
    assert story.case.chain_count == before
    shutil.copy(Path(texts.__file__).parent / "texts" / "acknowledgement.md", broken_text)
    texts.letter_text.cache_clear()
    assert mo.does("acknowledge")


def test_a_signature_by_a_delegate_whose_authority_ended_while_the_page_was_open(signed_in, office, story, day):
    appointed(office, "dee", Role.DELEGATE, on=TUESDAY)
    give_accounts(office)
    mo, dee = desk(signed_in, story, "mo"), desk(signed_in, story, "dee")
    mo.does("record-outcome", outcome="upheld", conclusion="You were spoken to rudely.", remedy_needed="no")
    mo.does("prepare-response", how_considered="We asked Sam.", action_confirmation="taken")
    form = filled(dee.opens("sign-response"))
    held = Appointment.objects.get(person=office.people["dee"])
    end_appointment(actor=office.actor("ada", TUESDAY), appointment=held.pk, last_day=TUESDAY, now=at(TUESDAY))
    it_is(day, WEDNESDAY)
    dee.client.signs_in(dee.client.account)

    response = dee.client.post(dee.address("sign-response"), form | {"step": "send"})

    assert response.status_code in (403, 404)
    assert story.case.signed_by_id is None
    assert len(drafts(story)) == 1


def test_whoever_left_in_mid_case_changes_nothing_more_and_their_case_has_somebody(signed_in, office, story):
    mo = desk(signed_in, story, "mo")
    form = filled(mo.opens("add-file-note")) | {"words": "She rang."}
    record_leaving(
        actor=office.actor("ada", TUESDAY),
        person=office.people["mo"],
        last_day=MAUNDY_THURSDAY,
        successors={story.reference: office.people["olu"]},
        now=at(TUESDAY),
        at_once=True,
    )

    response = mo.client.post(mo.address("add-file-note"), form)

    assert response.status_code == 403
    assert "She rang." in read(response).main
    assert story.case.handler_id == office.people["olu"]
    assert not Document.objects.filter(case=story.case, kind="file-note").exists()
