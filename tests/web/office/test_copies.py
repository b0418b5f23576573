"""Is a copy of the file prepared, looked over and sent on its pages, and does each say what to do?"""

from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings

from putright.casework.actions.add_file_note import add_file_note
from putright.records.models import Document, OutboxLetter
from tests.casework.offices import Office, Story, a_story
from tests.web.office.conftest import SignedIn
from tests.web.office.desk import Desk, filled, it_is
from tests.web.reading import Read, read

TUESDAY = date(2026, 4, 7)


@pytest.fixture
def story(office: Office, day: LazySettings) -> Story:
    story = a_story(office)
    story.does(add_file_note, "olu", TUESDAY, words="Quill Umber rang from 01632 960999. Pat was kind.")
    it_is(day, TUESDAY)
    return story


def on_paper(desk: Desk, number: int, **typed: Any) -> Any:
    """Send the form of a paper of the copy."""
    address = f"/cases/{desk.reference}/copies/papers/{number}"
    page = read(desk.client.get(address))
    form = page.tree.xpath("//main//form")[-1]
    version = {"version": form.fields["version"]}
    return desk.client.post(address, {**version, "why": "somebody-else", **typed})


def copies(desk: Desk) -> Read:
    return read(desk.client.get(f"/cases/{desk.reference}/copies"))


def test_a_copy_from_its_beginning_to_its_letter(office: Office, signed_in: SignedIn, story: Story) -> None:
    mo, olu = (Desk(signed_in(office, who), story.reference) for who in ("mo", "olu"))
    note = Document.objects.get(case=story.case, kind="file-note").number
    assert "Begin a copy" in copies(mo).main
    assert mo.does("begin-copy", to="person", why="You asked for it.").startswith("The copy is begun.")

    wrong = read(on_paper(mo, note, what="words", words="Quill Umbers"))
    assert wrong.problems[0][0].startswith("“Quill Umbers” is not found in paper")
    assert "Quill Umbers" in wrong.tree.xpath("string(//textarea[@name='words'])")
    assert on_paper(mo, note, what="words", words="Quill Umber").status_code == 302
    paper = read(mo.client.get(f"/cases/{story.reference}/copies/papers/{note}"))
    assert "Look at these before it goes: 01632 960999" in paper.main
    assert paper.texts("//mark") == ["Taken out: It is about somebody else"]

    page = copies(mo)
    assert f"“Quill Umber” in paper {note}" in page.main
    assert "Not looked over" in page.main
    assert "A colleague who did not work on it looks it over." in page.main
    assert read(mo.answers("give-copy")).problems[0][0].startswith("Nobody else has looked this copy over")

    olu.does("check-copy", verdict="ready")
    assert "Ready to go" in copies(mo).main
    assert "Print copy 1 and put it in with the letter." in mo.does("give-copy")
    assert OutboxLetter.objects.filter(case=story.case, name="copy-enclosed").exists()
    after = copies(mo)
    assert "Copies before" in after.main
    assert "It is about somebody else: words." in after.main
    assert "The copy as it was sent" in after.main


def test_what_was_taken_out_is_put_back_and_the_log_keeps_it(office: Office, signed_in: SignedIn, story: Story) -> None:
    mo = Desk(signed_in(office, "mo"), story.reference)
    mo.does("begin-copy", to="ombudsman", ombudsman_name="The Ombudsman", ombudsman_address="1 Road", why="Asked.")
    mo.does("mark-copy", words="Quill Umber\nPat", why="not-about-them")
    mo.does("mark-copy", papers=["1"], why="not-asked-for")
    address = f"/cases/{story.reference}/copies/papers/1"
    left_out = read(mo.client.get(address))
    assert "This paper is left out." in left_out.main

    sent = filled(left_out) | {"put_back": "3"}
    assert mo.client.post(address, sent).status_code == 302

    log = copies(mo)
    assert log.texts("//s") == ["All of paper 1"]
    assert "Put back by Mo Manager" in log.main
    stale = read(mo.client.post(address, sent))
    assert stale.problems[0][0].startswith("Somebody else has changed this case meanwhile.")


def test_the_copy_opens_as_it_would_go_and_only_while_one_is_prepared(
    office: Office, signed_in: SignedIn, story: Story
) -> None:
    mo = Desk(signed_in(office, "mo"), story.reference)
    address = f"/cases/{story.reference}/copies/as-it-would-go"
    assert mo.client.get(address).status_code == 404
    assert mo.client.get(f"/cases/{story.reference}/copies/papers/1").status_code == 404

    mo.does("begin-copy", to="person", why="You asked for it.")
    copy = mo.client.get(address)

    assert copy.content.startswith(b"%PDF")
    assert copy.headers["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"what": "pages", "pages": "two"}, "Choose one of the answers listed"),  # a paper of words has no pages
        ({"what": "words", "words": ""}, "Write the words that are taken out"),
        ({"what": ""}, "Choose what is taken out"),
        ({"what": "all", "why": "serious-harm"}, "Say which health professional thinks"),
    ],
)
def test_a_mistake_says_what_to_do(
    office: Office, signed_in: SignedIn, story: Story, typed: dict[str, str], problem: str
) -> None:
    mo = Desk(signed_in(office, "mo"), story.reference)
    mo.does("begin-copy", to="person", why="You asked for it.")

    assert problem in read(on_paper(mo, 1, **typed)).problems[0][0]
