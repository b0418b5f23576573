"""Does a person name and end an advocate on their page, and is a case there for the advocate only in between?"""

from dataclasses import dataclass
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from putright.casework.sign_in_links import secret_of_mail
from putright.domain.scanning import Scan
from putright.gateways.outgoing import Mail
from putright.records.models import Account, Delivery, NamedAdvocate, Person, SignInLink, StoredFile
from tests.casework.offices import Office, an_office, received
from tests.sample_files import PDF
from tests.web.office.conftest import account_of, give_accounts
from tests.web.office.desk import Browser, Desk
from tests.web.reading import Read, read

pytestmark = pytest.mark.django_db

NIA = {"full_name": "Nia Example", "service": "Example Advocates", "email": "nia@advocates.example.org"}
EVERYTHING = ["read", "write", "meet", "ombudsman"]
NEW = "a new and long enough phrase"


def upload(name: str = "") -> SimpleUploadedFile:
    """A file, another one under each name."""
    return SimpleUploadedFile(f"plan{name}.pdf", PDF + name.encode())


@dataclass(frozen=True, kw_only=True)
class Pair:
    """The person who complained and the case, each in a browser of their own beside their advocate's."""

    person: Client
    advocate: Browser
    reference: str

    def says(self, address: str, **typed: object) -> Read:
        """Send a form of the person's and read what comes."""
        return read(self.person.post(f"/following/{address}", typed, follow=True))

    def page(self, address: str = "") -> Read:
        """What the advocate reads there."""
        return read(self.advocate.get(f"/advocate/{self.reference}{address}"))


@pytest.fixture
def mailed(day):
    """Let email go out from here."""
    day.PUTRIGHT_MAIL = Mail(domain="putright.example.nhs.uk")
    return day


@pytest.fixture
def pair(mailed, commisceo: Office) -> Pair:
    """Pat's complaint to Commisceo, followed by Pat; nobody is named yet."""
    case = received(commisceo)
    person = Client()
    person.get(f"/follow/{case.secret}")
    return Pair(person=person, advocate=Browser(), reference=case.reference)


def comes_in(pair: Pair, *, helps: list[str] = EVERYTHING) -> None:
    """Name the advocate and let them take the invitation up, as its email leads them."""
    pair.says("name-advocate", **NIA, helps=helps)
    link = SignInLink.objects.latest("pk")
    secret = secret_of_mail(Delivery.objects.get(link=link).message_id)
    assert pair.advocate.get(f"/sign-in/link/{secret}").headers["Location"] == "/sign-in/choose-password"
    assert pair.advocate.post("/sign-in/choose-password", {"password": NEW, "again": NEW}).status_code == 302
    pair.advocate.account = Account.objects.get(email=NIA["email"])


class TestNaming:
    def test_asks_what_they_may_do_and_says_what_happens(self, pair):
        page = read(pair.person.get("/following/name-advocate"))

        assert page.headings[0].endswith("Name an advocate")
        assert "Nothing goes to us before you say yes." in page.main
        done = pair.says("name-advocate", **NIA, helps=EVERYTHING)
        assert "You named an advocate. We have sent them an email." in done.main
        assert "Nia Example, Example Advocates may read this page, write drafts, come to meetings and take" in done.main
        assert "They have not come in yet." in done.main
        assert "You named somebody to help you." in done.main

    def test_keeps_what_was_typed_and_says_what_to_do(self, pair):
        page = pair.says("name-advocate", full_name="Nia Example", email="nia at example", helps=["write"])

        assert page.title.startswith("Error")
        assert [problem for problem, _ in page.problems] == [
            "Enter an email address in the correct format, like name@example.org"
        ]
        assert [node.get("value") for node in page.tree.xpath("//input[@name='full_name']")] == ["Nia Example"]

    def test_of_somebody_who_writes_and_may_not_read_says_why_not(self, pair):
        page = pair.says("name-advocate", **NIA, helps=["write"])

        assert "To write for you, or to go to the Ombudsman, your advocate must be able to read" in page.problems[0][0]
        assert [node.get("value") for node in page.tree.xpath("//input[@name='full_name']")] == ["Nia Example"]

    def test_asks_for_no_email_address_where_no_email_goes_out(self, pair, mailed):
        mailed.PUTRIGHT_MAIL = None
        page = read(pair.person.get("/following/name-advocate"))
        assert "Their email address" not in page.main
        assert "This website cannot send emails at the moment" in page.main

        done = pair.says("name-advocate", full_name="Nia Example", helps=["meet"])
        assert "We know now that they help you." in done.main

    def test_leads_whoever_follows_nothing_to_where_they_give_their_link(self, db, client):
        assert client.get("/following/name-advocate").headers["Location"] == "/follow"
        assert client.post("/following/end-advocate", {"advocate": "4"}).headers["Location"] == "/follow"


class TestTheAdvocatesPages:
    def test_open_with_a_password_and_show_what_the_person_sees(self, pair):
        comes_in(pair)
        people = read(pair.advocate.get("/advocate"))

        assert people.headings == ["People you help"]
        assert "Pat Example" in people.main
        page = pair.page()
        assert "Pat Example named you as their advocate. You may read this page, write drafts" in page.main
        assert "Your complaint to The commisceo example" in page.headings[0]
        assert "What happens next" in page.main
        assert "They last looked on 2 April 2026" in read(pair.person.get("/following")).main

    def test_are_where_they_come_to_who_have_no_role(self, pair):
        comes_in(pair)

        assert pair.advocate.get("/work").headers["Location"] == "/advocate"
        assert "Worklist" not in read(pair.advocate.get("/advocate")).links

    def test_stand_in_the_menu_of_whoever_works_somewhere_too_and_lead_back(self, pair, commisceo, tmp_path):
        comes_in(pair)
        elsewhere = an_office(tmp_path, procedure="living-well-partnership")
        Person.objects.filter(pk=elsewhere.people["mo"]).update(account=pair.advocate.account)
        assert read(pair.advocate.get("/work")).links["People you help"] == "/advocate"
        assert read(pair.advocate.get("/advocate")).links["Worklist"] == "/work"

        pair.says("end-advocate", advocate=NamedAdvocate.objects.get().entry)
        assert "People you help" not in read(pair.advocate.get("/work")).links

    def test_do_nothing_that_the_person_does(self, pair):
        comes_in(pair)
        links = [href for href in pair.page().links.values() if href.startswith("/following")]

        assert links == []

    def test_ask_whoever_has_not_signed_in(self, pair, client):
        comes_in(pair)

        assert client.get(f"/advocate/{pair.reference}").headers["Location"].startswith("/sign-in?")

    def test_show_little_to_whom_the_person_does_not_let_read(self, pair):
        comes_in(pair, helps=["meet"])
        page = pair.page()

        assert "did not choose that you read their complaint here" in page.main
        assert "What happens next" not in page.main

    def test_are_not_there_for_staff_by_their_role(self, pair, commisceo):
        comes_in(pair)
        give_accounts(commisceo)
        mo = Browser()
        mo.signs_in(account_of(commisceo, "mo"))

        assert mo.get(f"/advocate/{pair.reference}").status_code == 404
        assert "Nobody names you as their advocate now." in read(mo.get("/advocate")).main


class TestItIsOver:
    def test_from_the_moment_the_person_says_so_in_a_session_that_is_open(self, pair):
        comes_in(pair)
        assert pair.advocate.get(f"/advocate/{pair.reference}").status_code == 200
        number = NamedAdvocate.objects.get().entry
        done = pair.says("end-advocate", advocate=number)

        assert "They see nothing of your complaint any more." in done.main
        for address in ("", "/stop", "/write/message", "/meeting", "/letters/1", "/file"):
            path = f"/advocate/{pair.reference}{address}"
            answers = {pair.advocate.get(path).status_code, pair.advocate.post(path).status_code}
            assert 404 in answers <= {404, 405}, path
        assert pair.reference[:4] not in read(pair.advocate.get("/advocate")).main

    def test_when_the_advocate_says_so(self, pair):
        comes_in(pair)
        response = pair.advocate.post(f"/advocate/{pair.reference}/stop", follow=True)

        assert "You no longer help Pat Example" in read(response).main
        assert pair.advocate.get(f"/advocate/{pair.reference}").status_code == 404
        assert "Somebody who helped you stopped." in read(pair.person.get("/following")).main

    def test_and_the_page_to_end_it_is_open_only_while_somebody_is_named(self, pair):
        assert pair.person.get("/following/end-advocate").headers["Location"] == "/following"
        comes_in(pair)
        page = read(pair.person.get("/following/end-advocate"))
        assert "Nia Example, Example Advocates" in page.main
        assert page.tree.xpath("//input[@name='advocate'][@checked]")


class TestTheInvitation:
    def test_says_who_asks_and_asks_for_a_password(self, pair):
        pair.says("name-advocate", **NIA, helps=EVERYTHING)
        secret = secret_of_mail(Delivery.objects.get().message_id)
        page = read(pair.advocate.get(f"/sign-in/link/{secret}", follow=True))

        assert "Somebody who complains to The commisceo example has named Nia Example as their advocate." in page.main
        assert "Pat" not in page.main

    def test_ended_before_it_was_used_opens_nothing(self, pair):
        pair.says("name-advocate", **NIA, helps=EVERYTHING)
        pair.says("end-advocate", advocate=NamedAdvocate.objects.get().entry)
        secret = secret_of_mail(Delivery.objects.get().message_id)

        assert "This link does not open anything" in read(pair.advocate.get(f"/sign-in/link/{secret}")).main


class TestStaff:
    def test_record_what_came_on_paper_and_see_it_on_the_case(self, pair, commisceo):
        give_accounts(commisceo)
        mo = Browser()
        mo.signs_in(account_of(commisceo, "mo"))
        desk = Desk(client=mo, reference=pair.reference)
        said: dict[str, Any] = {**NIA, "channel": "letter", "helps": ["read", "meet"], "note": "See her letter."}

        assert desk.does("record-advocate", **said).startswith("The advocate is recorded")
        assert "Nia Example, Example Advocates" in read(mo.get(f"/cases/{pair.reference}")).main
        page = read(mo.get(f"/cases/{pair.reference}/record-advocate-end"))
        assert page.tree.xpath("//input[@name='advocate'][@checked]")


class TestADraft:
    def test_goes_from_the_advocate_by_the_person_to_the_body(self, pair, commisceo):
        comes_in(pair)
        address = f"/advocate/{pair.reference}/write/message"
        given = pair.advocate.post(address, {"words": "Who decided that I wait outside?", "step": "hand"}, follow=True)
        assert "Pat Example can read it now." in read(given).main
        assert "Pat Example has it to read." in read(given).main
        mine = read(pair.person.get("/following"))
        draft = mine.links["Nia Example wrote a message for you"]
        page = read(pair.person.get(draft))
        assert "It goes to us only if you send it." in page.main
        (seen,) = page.tree.xpath("//input[@name='seen']/@value")
        changed = {"words": "Who decided it?", "what": "send", "seen": seen}
        done = read(pair.person.post(draft, changed, follow=True))

        assert "It is sent, as yours." in done.main
        assert "Who decided it?" in done.main
        assert "For you to read" not in done.main
        assert "Who decided it?" in pair.page().main

    def test_goes_back_with_what_should_be_different(self, pair):
        comes_in(pair)
        address = f"/advocate/{pair.reference}/write/message"
        pair.advocate.post(address, {"words": "Who decided it?", "step": "hand"})
        draft = read(pair.person.get("/following")).links["Nia Example wrote a message for you"]
        refused = read(pair.person.post(draft, {"words": "Who decided it?", "what": "back", "seen": "1"}))
        assert refused.problems == [("Say what should be different", "#answer")]
        sent = {"words": "Who decided it?", "what": "back", "answer": "Say when it was.", "seen": "1"}
        done = read(pair.person.post(draft, sent, follow=True))

        assert "Nothing was sent to us." in done.main
        assert "Pat Example sent back what you wrote." in read(pair.advocate.get("/advocate")).main
        assert "Say when it was." in read(pair.advocate.get(address)).main
        gone = read(pair.person.get(draft, follow=True))
        assert "This is not waiting for you any more." in gone.main

    def test_is_saved_and_deleted_and_seen_by_nobody_else(self, pair):
        comes_in(pair)
        address = f"/advocate/{pair.reference}/write/message"
        saved = pair.advocate.post(address, {"words": "A beginning.", "step": "save"}, follow=True)
        assert "It is saved. Only you see it" in read(saved).main
        assert "A beginning." not in read(pair.person.get("/following")).main
        assert "It is deleted" in read(pair.advocate.post(address, {"step": "drop"}, follow=True)).main

    def test_takes_files_that_the_person_opens_and_leaves_out(self, pair):
        comes_in(pair)
        address = f"/advocate/{pair.reference}/write/message"
        kept = read(
            pair.advocate.post(address, {"words": "", "step": "hand", "file_1": upload(), "file_2": upload("b")})
        )
        assert [problem for problem, _ in kept.problems] == ["Write something before it goes on"]
        assert "plan.pdf" in kept.main
        assert kept.tree.xpath("//input[@type='file']/@name") == ["file_1"]
        off = read(pair.advocate.post(address, {"words": "Who decided it?", "remove_file": "2"}))
        assert "planb.pdf" not in off.main
        assert (off.problems, off.tree.xpath("string(//textarea)").strip()) == ([], "Who decided it?")
        pair.advocate.post(address, {"words": "Who decided it?", "step": "hand", "file_1": upload("c")})

        draft = read(pair.person.get("/following")).links["Nia Example wrote a message for you"]
        page = read(pair.person.get(draft))
        assert page.tree.xpath("//input[@name='with_it'][@checked]/@value") == ["1", "2"]
        opened = pair.person.get(f"{draft}/files/1")
        assert (opened.content, opened.headers["Content-Type"]) == (PDF, "application/pdf")
        assert opened.headers["Content-Disposition"].startswith("attachment")
        assert Client().get(f"{draft}/files/1").headers["Location"] == "/follow"
        (seen,) = page.tree.xpath("//input[@name='seen']/@value")
        sent = {"words": "Who decided it?", "what": "send", "seen": seen, "with_it": ["2"]}
        done = read(pair.person.post(draft, sent, follow=True))
        assert "It is sent, as yours." in done.main
        assert "planc.pdf" in done.main
        assert "plan.pdf" not in done.main
        assert pair.person.get(f"{draft}/files/1").status_code == 404

    def test_with_a_file_that_holds_a_virus_says_so_and_goes_without_it(self, pair):
        comes_in(pair)
        address = f"/advocate/{pair.reference}/write/message"
        pair.advocate.post(address, {"words": "Who decided it?", "step": "hand", "file_1": upload()})
        StoredFile.objects.filter(form_files__isnull=False).update(scan=Scan.FOUND.value)
        draft = read(pair.person.get("/following")).links["Nia Example wrote a message for you"]
        page = read(pair.person.get(draft))

        assert "A virus was found in plan.pdf, so nobody can open or send it." in page.main
        assert page.tree.xpath("//input[@name='with_it']") == []
        (seen,) = page.tree.xpath("//input[@name='seen']/@value")
        done = read(pair.person.post(draft, {"words": "Who decided it?", "what": "send", "seen": seen}, follow=True))
        assert "It is sent, as yours." in done.main

    def test_of_why_to_look_again_takes_no_files(self, pair):
        comes_in(pair)
        page = pair.page("/write/review")

        assert page.tree.xpath("//input[@type='file']") == []

    def test_is_not_there_for_whom_the_person_does_not_let_write(self, pair):
        comes_in(pair, helps=["read"])

        assert pair.advocate.get(f"/advocate/{pair.reference}/write/message").status_code == 404
        assert pair.advocate.post(f"/advocate/{pair.reference}/write/message", {"words": "x"}).status_code == 404
        assert pair.advocate.get(f"/advocate/{pair.reference}/write/anything").status_code == 404
