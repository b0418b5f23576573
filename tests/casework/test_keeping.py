"""Is a file kept for its time, kept for longer for a reason, and destroyed by two people so that nothing comes back?"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import LazySettings
from django.db import connection

from putright.casework.actions.destroy_file import destroy_file
from putright.casework.actions.end_improvement import end_improvement
from putright.casework.actions.end_process import end_process
from putright.casework.actions.keep_file_longer import keep_file_longer
from putright.casework.actions.keep_file_no_longer import keep_file_no_longer
from putright.casework.actions.post_letter import post_letter
from putright.casework.actions.propose_destruction import propose_destruction
from putright.casework.actions.reopen_case import reopen_case
from putright.casework.actions.take_back_request import take_back_request
from putright.casework.actions.withdraw import withdraw
from putright.casework.errors import ActionRefused
from putright.casework.queries.case_page import case_page
from putright.casework.queries.find_case import find_case
from putright.casework.queries.keeping_list import files_due, files_kept_longer
from putright.casework.said import FileSaid
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.keeping import KeptFor
from putright.records.models import (
    Case,
    Document,
    Event,
    Improvement,
    IncomingMessage,
    OutboxLetter,
    Person,
    StoredFile,
)
from tests.casework.offices import Office, Story, a_story, at
from tests.casework.test_linked import linked
from tests.sample_files import a_png
from tests.web.office.conftest import give_accounts
from tests.web.walking import TOKEN, a_rich_case

pytestmark = pytest.mark.django_db

WITHDRAWN = date(2026, 4, 14)
LAST_DAY = date(2036, 4, 14)  # ten years after
TIME_UP = date(2036, 4, 15)
CLAIM = {"why": KeptFor.CLAIM, "words": "A solicitor wrote.", "look_again_on": date(2037, 4, 15)}


def ended(office: Office, **said: Any) -> Story:
    """A complaint that was withdrawn, and the letter about it posted."""
    story = a_story(office, **said)
    story.posts("mo", WITHDRAWN, story.does(withdraw, "mo", WITHDRAWN, confirmed_by=Channel.LETTER))
    return story


def proposed(story: Story) -> None:
    story.does(propose_destruction, "mo", TIME_UP, words="Nobody needs it. Legal were asked.")


def refusal(story: Story, action: Any, who: str, on: date, **said: Any) -> str:
    with pytest.raises(ActionRefused) as refused:
        story.does(action, who, on, **said)
    return refused.value.refusal.code


class TestItsTime:
    def test_is_ten_years_from_the_end_of_the_case(self, commisceo: Office) -> None:
        story = ended(commisceo)

        assert refusal(story, propose_destruction, "mo", LAST_DAY, words="Old.") == "kept-until"
        assert files_due(commisceo.actor("mo", LAST_DAY), LAST_DAY) == ()
        (file,) = files_due(commisceo.actor("mo", TIME_UP), TIME_UP)
        assert (file.reference, file.keep_until) == (story.reference, LAST_DAY)
        proposed(story)
        assert files_due(commisceo.actor("mo", TIME_UP), TIME_UP)[0].proposed_on == TIME_UP

    def test_begins_anew_where_the_case_was_taken_up_again(self, commisceo: Office) -> None:
        story = ended(commisceo)
        story.does(reopen_case, "mo", date(2026, 5, 5), reason="She thought better of it.")
        story.does(withdraw, "mo", date(2026, 6, 1), confirmed_by=None)

        assert refusal(story, propose_destruction, "mo", TIME_UP, words="Old.") == "kept-until"

    def test_does_not_run_while_the_case_is_open(self, commisceo: Office) -> None:
        story = a_story(commisceo)

        assert refusal(story, propose_destruction, "mo", date(2026, 4, 14), words="Old.") == "not-ended"


class TestAReasonToKeepItLonger:
    @pytest.mark.parametrize(
        ("why", "then"),
        [
            (KeptFor.INQUIRY, "not-proposed"),  # it is looked at anew
            (KeptFor.CLAIM, "kept-until"),  # with the claim the last thing that followed ended, ten years from now
        ],
    )
    def test_lets_nothing_be_destroyed_as_long_as_it_stands(self, commisceo: Office, why: KeptFor, then: str) -> None:
        story = ended(commisceo)
        proposed(story)
        story.does(keep_file_longer, "mo", TIME_UP, **{**CLAIM, "why": why})

        assert refusal(story, destroy_file, "rosa", TIME_UP) == "kept-longer"
        (kept,) = files_kept_longer(commisceo.actor("mo", TIME_UP))
        assert [hold.why for hold in kept.holds] == [why]
        assert story.case.duties.get(step="look-again").due_on == date(2037, 4, 15)

        hold = story.case.events.get(event="file_kept_longer").number
        story.does(keep_file_no_longer, "mo", TIME_UP, hold=hold, words="The claim is over.")
        assert refusal(story, destroy_file, "rosa", TIME_UP) == then
        assert files_kept_longer(commisceo.actor("mo", TIME_UP)) == ()

    def test_is_looked_at_again_and_stands_until_the_new_day(self, commisceo: Office) -> None:
        story = ended(commisceo)
        story.does(keep_file_longer, "mo", WITHDRAWN, **{**CLAIM, "look_again_on": date(2026, 10, 14)})
        hold = story.case.events.get(event="file_kept_longer").number
        again = {**CLAIM, "look_again_on": date(2027, 4, 14), "hold": hold}
        story.does(keep_file_longer, "mo", date(2026, 10, 12), **again)

        states = story.case.duties.filter(step="look-again").order_by("place").values_list("state", "due_on")
        assert list(states) == [("met", date(2026, 10, 14)), ("open", date(2027, 4, 14))]
        assert refusal(story, keep_file_no_longer, "mo", date(2026, 10, 12), hold=hold, words="x") == "no-such-hold"


class TestWhatGoesOn:
    """Ten years are counted from the end of all that followed: Records Management Code, complaints case file."""

    def test_keeps_the_time_from_beginning_and_is_named(self, commisceo: Office) -> None:
        story = a_story(commisceo)
        inquest = linked(story)
        story.posts("mo", WITHDRAWN, story.does(withdraw, "mo", WITHDRAWN, confirmed_by=Channel.LETTER))

        with pytest.raises(ActionRefused) as refused:
            story.does(propose_destruction, "mo", TIME_UP, words="Old.")
        assert "something still goes on. Inquest. Record first that it has ended" in refused.value.refusal.message
        (listed,) = files_due(commisceo.actor("mo", TIME_UP), TIME_UP)
        assert (listed.keep_until, listed.at_least_until, listed.goes_on) == (None, LAST_DAY, ("Inquest",))

        story.does(end_process, "olu", TIME_UP, process=inquest, words="It was held long ago.")
        assert files_due(commisceo.actor("mo", TIME_UP), TIME_UP) == ()
        assert refusal(story, propose_destruction, "mo", TIME_UP, words="Old.") == "kept-until"
        assert refusal(story, propose_destruction, "mo", date(2046, 4, 15), words="Old.") == "kept-until"
        story.does(propose_destruction, "mo", date(2046, 4, 16), words="Old.")


class TestTwoPeople:
    def test_destroy_a_file(self, commisceo: Office) -> None:
        story = ended(commisceo)
        assert refusal(story, destroy_file, "rosa", TIME_UP) == "not-proposed"
        proposed(story)

        assert refusal(story, destroy_file, "mo", TIME_UP) == "proposed-by-you"
        assert refusal(story, propose_destruction, "rosa", TIME_UP, words="Old.") == "already-proposed"
        story.does(destroy_file, "rosa", TIME_UP)
        assert refusal(story, destroy_file, "rosa", TIME_UP) == "already-destroyed"
        assert refusal(story, keep_file_longer, "mo", TIME_UP, **CLAIM) == "already-destroyed"


class TestWhatIsDestroyed:
    def test_is_in_no_table_and_no_file_and_what_is_left_still_fits(
        self, commisceo: Office, settings: LazySettings, tmp_path: Path
    ) -> None:
        """Everything that could be told of a rich case has one unmistakable name in it, which is then nowhere."""
        settings.MEDIA_ROOT = tmp_path / "media"
        give_accounts(commisceo)
        known = a_rich_case(commisceo)
        story = known.story
        end_it(story)
        heads = [(case.reference, case.chain_head) for case in Case.objects.all()]
        assert TOKEN in everything()

        proposed(story)
        story.does(destroy_file, "rosa", TIME_UP)

        # One message was never put on the case, so that it is no paper of it; it lies with what comes in.
        waiting = IncomingMessage.objects.filter(case=None)
        its_files = set(waiting.values_list("files__file__stored_as", flat=True))
        waiting.delete()
        assert [(table, row) for table, row in everything_by_table() if TOKEN in row] == []
        kept = "\n".join(str(file) for file in tmp_path.rglob("*") if file.is_file())
        assert TOKEN not in kept.lower()
        assert set(commisceo.means.files.names()) == its_files
        assert verify(commisceo.means).misfits == ()
        assert [(case.reference, case.chain_count > 0) for case in Case.objects.all()] == [(heads[0][0], True)]

    def test_leaves_the_count_and_the_chain(self, commisceo: Office) -> None:
        story = ended(commisceo, files=(FileSaid(name="x.png", media_type="image/png", content=a_png()),))
        before = list(Event.objects.filter(case=story.case).values_list("seal", flat=True))
        proposed(story)
        papers = Document.objects.filter(case=story.case).count()
        story.does(destroy_file, "rosa", TIME_UP)

        rows = Event.objects.filter(case=story.case).order_by("number")
        assert [row.seal for row in rows][: len(before)] == before
        assert rows.last().facts == {"papers": papers}  # type: ignore[union-attr]
        kept: list[object] = list(
            Document.objects.filter(case=story.case).values("text", "file", "salt", "title", "disposed_on").distinct()
        )
        assert kept == [{"text": None, "file": None, "salt": "", "title": "Destroyed", "disposed_on": TIME_UP}]
        assert not list(commisceo.means.files.names())
        assert not StoredFile.objects.exists()
        assert (story.case.status, story.case.issues.get().subject) == ("withdrawn", "values")
        assert verify(commisceo.means).misfits == ()

    def test_leaves_what_another_case_has_too(self, commisceo: Office) -> None:
        same = (FileSaid(name="x.png", media_type="image/png", content=a_png()),)
        story, other = ended(commisceo, files=same), a_story(commisceo, files=same)
        Case.objects.filter(pk=other.case.pk).update(complainant=story.case.complainant)
        proposed(story)
        story.does(destroy_file, "rosa", TIME_UP)

        assert Person.objects.get(pk=story.case.complainant_id).name == "Pat Example"
        assert StoredFile.objects.filter(documents__case=other.case, documents__kind="attachment").count() == 1
        assert verify(commisceo.means).misfits == ()

    def test_is_found_by_no_name_and_its_page_still_opens(self, commisceo: Office) -> None:
        story = ended(commisceo)
        proposed(story)
        story.does(destroy_file, "rosa", TIME_UP)
        actor = commisceo.actor("mo", TIME_UP)

        assert find_case(actor, "pat example", now=at(TIME_UP)).cases == ()
        page = case_page(actor, story.reference, TIME_UP, now=at(TIME_UP))
        assert page.complainant.name == "Destroyed"
        assert not any(paper.text for paper in page.papers)
        assert files_due(actor, TIME_UP) == ()

    def test_cannot_be_written_back_into_the_entries(self, commisceo: Office) -> None:
        """The refusal of the database to alter what happened stands throughout: nothing was taken off for it."""
        story = ended(commisceo)
        proposed(story)
        story.does(destroy_file, "rosa", TIME_UP)

        with pytest.raises(Exception, match="only ever added"), connection.cursor() as cursor:
            cursor.execute("DELETE FROM records_event")


def end_it(story: Story) -> None:
    """End a rich case, whatever waits in it; the patient wants it too."""
    asked = story.case.events.get(event="statement_requested").number
    story.does(take_back_request, "mo", WITHDRAWN, request=asked, reason="Not needed.")
    for number in list(OutboxLetter.objects.filter(state="queued").values_list("document__number", flat=True)):
        story.does(post_letter, "mo", WITHDRAWN, letter=number)
    for planned in Improvement.objects.filter(case=story.case):
        made: dict[str, Any] = {"on": WITHDRAWN, "now": at(WITHDRAWN), "is_made": True, "words": "It is there."}
        end_improvement(actor=story.office.actor("mo"), improvement=planned.pk, means=story.office.means, **made)
    said = {"patient_agrees": True, "confirmed_by": Channel.LETTER}
    story.posts("mo", WITHDRAWN, story.does(withdraw, "mo", WITHDRAWN, **said))


def everything() -> str:
    return "\n".join(row for _, row in everything_by_table())


def everything_by_table() -> list[tuple[str, str]]:
    """Every row of every table, in small letters; files of letters are named by digests, and are looked at apart."""
    rows = []
    for model in apps.get_app_config("records").get_models():
        for row in model._default_manager.order_by("pk").values():
            rows.append((model._meta.db_table, repr(row).lower()))
    return rows
