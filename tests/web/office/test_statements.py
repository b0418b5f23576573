"""What does somebody see and do who is asked for a statement on a page of their own, and what never?"""

import json
from datetime import date

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile

from putright.casework.actions.request_statement import request_statement
from putright.casework.actions.take_back_request import take_back_request
from putright.casework.actions.withdraw import withdraw
from putright.domain.channels import Channel
from putright.domain.statements import Standing
from putright.records.models import AskedStatement, ReadLog
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story
from tests.web.office.conftest import SignedIn, give_accounts
from tests.web.office.desk import Browser, Desk, it_is
from tests.web.reading import read

# Asked on Thursday 2 April 2026, the reply is owed in 5 working days: Monday 13 April (Good Friday, Easter Monday).
DUE = "Monday 13 April 2026"


@pytest.fixture
def story(office: Office) -> Story:
    story = a_story(office)
    ask(story)
    return story


@pytest.fixture
def sam(office: Office, signed_in: SignedIn) -> Browser:
    return signed_in(office, "sam")


def ask(story: Story, **said: object) -> None:
    plain = {
        "person": story.office.people["sam"],
        "about": "What was said at the desk.",
        "questions": ("What do you remember?",),
        "support": ("Occupational health",),
        "standing": Standing.COMPLAINED_ABOUT,
        "shown": (1,),
        "channel": Channel.ONLINE,
    }
    story.does(request_statement, "mo", MAUNDY_THURSDAY, **{**plain, **said})


def the_page(story: Story) -> str:
    return f"/statements/{AskedStatement.objects.get(case=story.case).pk}"


class TestWhatIsShown:
    def test_what_they_need_and_nothing_else_of_the_case(self, story: Story, sam: Browser) -> None:
        page = read(sam.get(the_page(story)))

        for words in ("What was said at the desk.", "What do you remember?", "Occupational health", DUE, "Mo Manager"):
            assert words in page.main
        assert "I was spoken to rudely at the desk." in page.main  # the issue that was chosen to be shown
        assert "You have a right to be heard" in page.main
        for words in ("Pat", story.reference, story.reference[:4]):
            assert words not in page.main

    def test_what_was_not_chosen_is_not_shown(self, office: Office, sam: Browser) -> None:
        story = a_story(office)
        ask(story, shown=())

        assert "rudely" not in read(sam.get(the_page(story))).main

    @pytest.mark.parametrize("place", ["", "/print", "/request-statement", "/add-file-note"])
    def test_the_case_itself_is_not_there_for_them(self, story: Story, sam: Browser, place: str) -> None:
        assert sam.get(f"/cases/{story.reference}{place}").status_code == 404

    def test_they_begin_at_their_list(self, story: Story, sam: Browser) -> None:
        response = sam.get("/work")
        page = read(sam.get(response.headers["Location"]))

        assert response.headers["Location"] == "/statements"
        assert page.headings == ["Statements asked of you"]
        assert f"Please answer by {DUE}" in page.main
        assert "Worklist" not in page.links

    def test_that_it_was_looked_at_is_kept(self, story: Story, sam: Browser) -> None:
        sam.get(the_page(story))

        assert ReadLog.objects.get(case=story.case, what="statement").person_id == story.office.people["sam"]
        assert AskedStatement.objects.get().opened_at is not None

    @pytest.mark.parametrize("who", ["mo", "rosa", "ada", "olu"])
    def test_a_link_that_was_sent_on_opens_nothing_and_tells_nothing(
        self, story: Story, signed_in: SignedIn, who: str
    ) -> None:
        somebody = signed_in(story.office, who)
        theirs, none_at_all = somebody.get(the_page(story)), somebody.get("/statements/987654")

        assert theirs.status_code == none_at_all.status_code == 404
        assert read(theirs).main == read(none_at_all).main
        assert read(theirs).headings == ["This page is for somebody else"]
        for place in ("add", "decline"):
            assert somebody.get(f"{the_page(story)}/{place}").status_code == 404

    def test_who_has_not_signed_in_signs_in_first_and_comes_back(self, story: Story) -> None:
        response = Browser().get(the_page(story))

        assert response.headers["Location"] == f"/sign-in?next={the_page(story).replace('/', '%2F')}"


class TestWriting:
    def test_it_is_saved_and_gone_on_with(self, story: Story, sam: Browser) -> None:
        page = the_page(story)
        saved = sam.post(page, {"words": "I came in at nine.", "saves": "0", "step": "save"}, follow=True)

        assert "What you have written is saved" in read(saved).main
        assert "I came in at nine." in read(sam.get(page)).main

    def test_it_is_saved_while_somebody_writes(self, story: Story, sam: Browser) -> None:
        page = the_page(story)
        said = json.loads(sam.post(page, {"words": "I came", "saves": "0", "step": "autosave"}).content)
        stale = sam.post(page, {"words": "I went", "saves": "0", "step": "autosave"})

        assert said == {"saved": True, "saves": 1, "at": "10am"}
        assert (stale.status_code, json.loads(stale.content)) == (409, {"saved": False})

    def test_what_two_windows_wrote_is_shown_side_by_side_and_neither_is_lost(self, story: Story, sam: Browser) -> None:
        page = the_page(story)
        sam.post(page, {"words": "From one window.", "saves": "0", "step": "save"})

        response = sam.post(page, {"words": "From the other.", "saves": "0", "step": "check"})

        shown = read(response)
        assert response.status_code == 409
        assert "From one window." in shown.main
        assert "From the other." in shown.main
        assert shown.title.startswith("Error: ")
        assert AskedStatement.objects.get().draft == "From one window."
        together = sam.post(page, {"words": "From both.", "saves": "1", "step": "save"})
        assert together.status_code == 302
        assert AskedStatement.objects.get().draft == "From both."

    def test_what_is_too_long_is_kept_on_the_page(self, story: Story, sam: Browser) -> None:
        response = sam.post(the_page(story), {"words": "x" * 100_001, "saves": "0", "step": "save"})

        assert response.status_code == 422
        assert "x" * 100 in read(response).main


class TestSending:
    def send(self, story: Story, sam: Browser, words: str = "I was short with them.", **more: object) -> object:
        page = the_page(story)
        checked = sam.post(page, {"words": words, "saves": "0", "step": "check"})
        saves = read(checked).tree.xpath("//input[@name='saves']/@value")[0]
        return sam.post(page, {"saves": saves, "step": "send", **more}, follow=True)

    def test_it_is_checked_sent_and_shown(self, story: Story, sam: Browser) -> None:
        page = read(self.send(story, sam))

        assert "Your statement was sent to Mo Manager" in page.main
        assert "What you sent on 2 April 2026" in page.main
        assert "I was short with them." in page.main
        assert story.case.duties.get(step="staff-reply").state == "met"

    def test_a_file_goes_with_it(self, story: Story, sam: Browser, settings: LazySettings) -> None:
        settings.PUTRIGHT_TAKES_UNSCANNED = True
        rota = SimpleUploadedFile("rota.txt", b"On duty: Sam", content_type="text/plain")

        assert "With it: rota.txt" in read(self.send(story, sam, file=rota)).main

    def test_nothing_is_not_sent(self, story: Story, sam: Browser) -> None:
        response = self.send(story, sam, words="")

        assert response.status_code == 422  # type: ignore[attr-defined]
        assert [text for text, _ in read(response).problems] == ["Write your statement, or add it as a file."]

    def test_what_was_written_since_it_was_checked_is_not_sent_unseen(self, story: Story, sam: Browser) -> None:
        page = the_page(story)
        sam.post(page, {"words": "Checked.", "saves": "0", "step": "check"})
        sam.post(page, {"words": "Never checked.", "saves": "1", "step": "autosave"})

        assert sam.post(page, {"saves": "1", "step": "send"}).status_code == 409
        assert AskedStatement.objects.get().state == "waiting"

    def test_it_is_added_to(self, story: Story, sam: Browser) -> None:
        self.send(story, sam)
        added = sam.post(f"{the_page(story)}/add", {"words": "It was at ten."}, follow=True)

        assert "What you added on 2 April 2026 It was at ten." in read(added).main
        assert sam.post(f"{the_page(story)}/add", {"words": ""}).status_code == 422

    def test_it_cannot_be_sent_twice(self, story: Story, sam: Browser) -> None:
        self.send(story, sam)
        again = sam.post(the_page(story), {"saves": "1", "step": "send"})

        assert [text for text, _ in read(again).problems] == ["This statement has been given. Add what is new to it."]


class TestNotGiving:
    def test_it_is_declined_with_a_reason_and_can_be_thought_better_of(self, story: Story, sam: Browser) -> None:
        page = the_page(story)
        assert sam.post(f"{page}/decline", {}).status_code == 422
        declined = sam.post(f"{page}/decline", {"reason": "not-able", "words": "Until May."}, follow=True)

        assert "You have said that you give no statement" in read(declined).main
        assert "Check and send" in read(declined).main

    def test_what_was_begun_is_shown_when_it_is_no_longer_needed(self, story: Story, sam: Browser) -> None:
        page = the_page(story)
        sam.post(page, {"words": "Begun.", "saves": "0", "step": "save"})
        row = AskedStatement.objects.get()
        story.does(take_back_request, "mo", MAUNDY_THURSDAY, request=row.entry, reason="A slip.")

        shown = read(sam.get(page)).main
        assert "Mo Manager has taken the request back" in shown
        assert "Begun." in shown
        assert "Check and send" not in shown

    def test_nothing_is_asked_any_more_once_the_case_has_ended(self, story: Story, sam: Browser) -> None:
        story.does(withdraw, "mo", MAUNDY_THURSDAY)

        assert "The complaint has ended, so your statement is no longer needed" in read(sam.get(the_page(story))).main
        assert "You have no statement to give" in read(sam.get("/statements")).main


class TestAsking:
    @pytest.fixture
    def mo(self, office: Office, signed_in: SignedIn) -> Desk:
        return Desk(signed_in(office, "mo"), a_story(office).reference)

    def test_somebody_is_asked_on_a_page(self, mo: Desk, office: Office) -> None:
        sam = office.people["sam"]
        done = mo.does(
            "request-statement",
            person=str(sam),
            what_about="A talk",
            questions="What?\nWho?",
            channel="online",
            standing="was-there",
            shown=["1"],
        )

        row = AskedStatement.objects.get()
        assert done.startswith("The request for a statement is ready.")
        assert (row.person_id, row.shown, row.due_on) == (sam, [1], date(2026, 4, 13))
        assert row.questions.text == "What?\nWho?"

    def test_somebody_not_on_the_list_is_entered(self, mo: Desk) -> None:
        refused = mo.answers(
            "request-statement",
            who="somebody-else",
            name="Eve Expert",
            post="Adviser",
            email="eve@example.org",
            what_about="A talk",
            questions="What?",
            channel="online",
            standing="expert",
        )

        assert [text for text, _ in read(refused).problems] == [
            "This person cannot sign in, and no email can invite them from here. Ask an administrator to."
        ]

    def test_more_time_is_given_and_the_request_taken_back(
        self, mo: Desk, office: Office, settings: LazySettings
    ) -> None:
        give_accounts(office)
        story = Story(office, mo.reference)
        ask(story)
        it_is(settings, date(2026, 4, 7))
        mo.does("put-off-statement", due_on=date(2026, 4, 20), reason="On leave.")
        assert AskedStatement.objects.get().due_on == date(2026, 4, 20)

        mo.does("take-back-request", reason="Asked the wrong nurse.")
        assert AskedStatement.objects.get().state == "taken-back"
        assert (
            "No statement that was asked for is still to come"
            in read(mo.client.get(mo.address("take-back-request"))).main
        )
