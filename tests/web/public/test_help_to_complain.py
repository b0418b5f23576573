"""Can an advocate fill in a complaint with somebody, who sends it and then names them? And do they see nothing else?"""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from putright.casework.sign_in_links import secret_of_mail
from putright.records.models import Case, Delivery, NamedAdvocate, SignInLink
from tests.web.office.desk import Browser
from tests.web.public.telling import a_telling, tell, tell_all
from tests.web.public.test_advocate_pages import EVERYTHING, NEW, NIA, Pair, comes_in, mailed, pair
from tests.web.reading import read

__all__ = ["mailed", "pair"]  # fixtures

pytestmark = pytest.mark.django_db

WORDS = "They said that they would ring on Monday."


@pytest.fixture
def nia(pair: Pair) -> Browser:
    """An advocate who has signed in, because somebody else named her before."""
    comes_in(pair)
    return pair.advocate


def the_link(browser: Client) -> str:
    """The address of what is saved, as the page shows it."""
    (link,) = read(browser.get("/complain/saved")).tree.xpath("//a[@class='app-keep__link']/@href")
    return "/" + link.partition("//")[2].partition("/")[2]


def saved_with_her(nia: Browser) -> str:
    """Fill in the form as Ida would, save it on its last page, and put the link away; return the link."""
    assert read(nia.get("/advocate/help-to-complain")).links["Open the form"] == "/complain"
    tell_all(nia, a_telling())
    assert nia.post("/complain/check", {"save": "1"}).headers["Location"] == "/complain/saved"
    link = the_link(nia)
    nia.post("/complain/saved", {"put-away": "1"})
    return link


def test_the_page_says_how_and_by_which_address_they_can_be_named(nia):
    assert read(nia.get("/advocate")).links["Help somebody to complain"] == "/advocate/help-to-complain"
    page = read(nia.get("/advocate/help-to-complain"))

    assert page.headings[0] == "Help somebody to complain"
    assert NIA["email"] in page.main


def test_the_page_is_not_for_whoever_has_not_signed_in(client, db):
    assert client.get("/advocate/help-to-complain").headers["Location"].startswith("/sign-in?")


def test_nothing_of_it_stays_in_the_advocates_browser_and_nobody_has_it_yet(nia):
    before = Case.objects.count()
    link = saved_with_her(nia)

    assert Case.objects.count() == before
    kept = str([session.get_decoded() for session in Session.objects.all()])
    assert WORDS not in kept
    assert link.rpartition("/")[2] not in kept


def test_the_person_changes_it_sends_it_and_names_her(nia, pair):
    link = saved_with_her(nia)
    ida = Client()
    assert ida.get(link).headers["Location"] == "/complain/back"
    assert "Did somebody help you to fill it in?" in read(ida.get("/complain/back")).main
    assert ida.post("/complain/back").headers["Location"] == "/complain/check"
    tell(ida, "wanted", {"wanted": "That somebody rings me."})
    assert ida.post("/complain/check").headers["Location"] == "/complain/sent"
    done = read(ida.get("/complain/sent"))
    case = Case.objects.latest("pk")
    assert nia.get(f"/advocate/{case.reference}").status_code == 404
    assert "Ida Quill" not in read(nia.get("/advocate")).main
    assert "This link does not open a saved complaint" in read(nia.get(link, follow=True)).main

    ida.get(done.links["Open the page of your complaint"])
    helped = Pair(person=ida, advocate=nia, reference=case.reference)
    helped.says("name-advocate", **NIA, helps=EVERYTHING)
    invited = SignInLink.objects.latest("pk")
    nia.get(f"/sign-in/link/{secret_of_mail(Delivery.objects.get(link=invited).message_id)}")
    nia.post("/sign-in/choose-password", {"password": NEW})
    assert "Ida Quill" in read(nia.get("/advocate")).main
    assert case.documents.filter(text__contains="That somebody rings me.").exists()
    assert "Ida Quill named you as their advocate." in helped.page().main
    assert NamedAdvocate.objects.latest("pk").case == case
