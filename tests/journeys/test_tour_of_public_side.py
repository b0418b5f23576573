"""A third walk through the demonstration: what people meet on the pages for everybody, and what staff see of it.

As at Thursday 2 April 2026. It is walked for the pictures of the guide alone: each of these pages is tried, with its
mistakes, in tests/web/public. So nothing is walked where no picture is wanted.
"""

import re
from datetime import date

import pytest

from tests.journeys.pictures import FOLDER
from tests.journeys.test_slow_connection import tells
from tests.journeys.test_tour import OFFICER, PARTNER, colleague, finds
from tests.journeys.visitor import PHONE, Site, Visitor
from tests.served import served
from tests.web.public.telling import Answers, a_telling, dated

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not FOLDER, reason="no pictures are wanted: see make pictures")]

DAY = date(2026, 4, 2)
SCHEME = "marcus.bellweather@commisceo.example.nhs.uk"
ADVOCATE = "nia.calloway@advocates.example.org"
BUTTON = "main form button >> nth=0"
FOR_ANOTHER: Answers = a_telling(
    to={"to": "living-well-partnership"},
    whose={"basis": "requested"},
    patient={"patient_name": "Rosa Quill", **dated("patient_born_on", date(1950, 5, 5))},
    what_happened={"subject_1": "communications", "words_1": "They said that they would ring on Monday. Nobody rang."},
    anything_else={"more_1": "yes"},
    what_happened_2={"subject_2": "access", "words_2": "The letter with her appointment came a week after it."},
    when_2={"occurred_2": "exact", **dated("occurred_on_2", date(2026, 2, 9))},
    noticed_2={"noticed_2": "then"},
    wanted_2={"wanted_2": "A new appointment."},
)


def test_people_on_the_pages_for_everybody(site: Site) -> None:
    text = (site.data / "demo-sign-ins.txt").read_text(encoding="utf-8")
    secret, code = re.search(r"secret (\S+)", text), re.search(r"Code (\S+)", text)
    assert secret
    assert code
    with site.on(DAY, phone=True) as person:
        complains(person)
        says_it_without_complaining(person)
        answers_as_the_patient(person, code[1])
        follows(person, secret[1])
        reads_welsh(person)
        with colleague(person, ADVOCATE) as advocate:
            helps(advocate)
        with colleague(person, OFFICER) as officer:
            deals_with_it(officer)
            answered = new_link(officer, "Lorcan Anybody")
        with colleague(person, PARTNER) as partner:
            reads_what_people_say(partner)
        with colleague(person, SCHEME) as manager:
            closed = new_link(manager, "Zelda Facsimile")
        reads_the_answer(person, answered)
        says_how_it_went(person, closed)
    loses_the_link(site)


def loses_the_link(site: Site) -> None:
    """As a site whose clock goes, and that is no demonstration, which sends no email. Nothing carries this one."""
    (site.data / "demo-sign-ins.txt").unlink()
    mail = {"mail": "smtp", "mail_from": "complaints@example.nhs.uk", "smtp_host": "mail.example.nhs.uk"}
    with served(site.data, **mail) as address:
        context = site.browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
        person = Visitor(context.new_page(), address)
        person.opens("/follow-code")
        person.pictured("code-by-email", start="h1", end=BUTTON)
        tells(person.page, {"reference": "ZX00-20GD", "email": "ida.quill@example.org"})
        person.pictured("code-to-enter", start="h1", end=BUTTON)
        context.close()


def complains(person: Visitor) -> None:
    """For somebody else, of two things; one question is left half answered, and saved."""
    person.opens("/complain")
    person.submits()
    while (name := person.page.url.rpartition("/")[2]) != "safely":
        if name == "speaking":
            person.pictured("how-connected", start="h1", end=BUTTON)
            tells(person.page, {"speaks_as": "relative", "connection": "Her daughter"})
        elif name == "anything-else-2":
            person.pictured("several-things", start="h1", end=BUTTON)
            tells(person.page, {"more_2": "no"})
        else:
            tells(person.page, FOR_ANOTHER[name])
    person.page.locator("[name=safely][value=time-to-call]").check()
    person.pictured("how-not-to-reach", start="h1", end=BUTTON)
    person.presses("Save and come back later")
    person.pictured("saved", start="h1", end="main form >> nth=-1")


def says_it_without_complaining(person: Visitor) -> None:
    """What is no complaint."""
    person.opens("/tell-us")
    person.pictured("tell-us", start="h1", end="main form ~ p")


def answers_as_the_patient(person: Visitor, code: str) -> None:
    """The code of a letter opens what is asked; it is answered, and can be taken back."""
    person.opens("/consent")
    person.page.locator("[name=consent_code]").fill(code)
    person.pictured("consent-code", start="h1", end=BUTTON)
    person.submits()
    person.pictured("consent-question", start="h1", end="fieldset >> nth=0")


def follows(person: Visitor, secret: str) -> None:
    """The page of one's own complaint: somebody's draft, what can be done, a meeting, messages, an advocate."""
    person.opens(f"/follow/{secret}")
    person.pictured("for-you-to-read", start="h1", end=".nhsuk-card:has-text('For you to read')")
    person.pictured("messages", start="#messages", end="#messages ~ ol")
    person.pictured("what-you-can-do", start="#acts", end="#acts ~ ul")
    person.opens("/following/meeting")
    person.page.locator("[name=answer]").first.check()
    person.pictured("meeting-offered", start="h1", end=BUTTON)
    person.opens("/following/message")
    person.pictured("send-a-message", start="h1", end=BUTTON)
    person.opens("/following/draft/1")
    person.pictured("draft-of-an-advocate", start="h1", end=BUTTON)
    person.opens("/following/name-advocate")
    person.pictured("name-advocate", start="h1", end=BUTTON)


def reads_welsh(person: Visitor) -> None:
    """The first page in Welsh."""
    person.opens("/language/cy?to=/")
    person.pictured("home-in-welsh", end=".nhsuk-card >> nth=2")
    person.opens("/language/en?to=/")


def helps(advocate: Visitor) -> None:
    """Whom somebody helps, and what they see of a complaint."""
    advocate.opens("/advocate")
    advocate.pictured("people-you-help", start="h1", end="main table")
    advocate.page.locator("main tbody a").first.click()
    advocate.is_well()
    advocate.pictured("an-advocates-case", start="h1", end="main p:has-text('Below is what')")


def deals_with_it(officer: Visitor) -> None:
    """What staff see of it: a message to read, and a form that came back."""
    finds(officer, "Hania Invented")
    officer.pictured("unread-message", start="h1", end="#due-1")
    officer.begins(finds(officer, "Esther Specimen"), "record-consent")
    officer.page.locator("main input[type=radio]").first.check()
    officer.pictured("record-consent", start="h1", end="main form fieldset >> nth=-2")


def new_link(staff: Visitor, name: str) -> str:
    """A new link for somebody to follow their complaint."""
    staff.begins(finds(staff, name), "issue-follow-link")
    staff.submits()
    return staff.page.locator("main code").inner_text()


def reads_what_people_say(partner: Visitor) -> None:
    """How it went for people, and who they are: both in numbers alone."""
    partner.opens("/figures")
    partner.pictured("how-it-went", start="#how-it-went", end="#how-it-went ~ details summary")
    partner.opens("/equalities")
    partner.pictured("who-complains", start="h1", end="main table >> nth=1")


def reads_the_answer(person: Visitor, link: str) -> None:
    """The answer, what can be done with it, and the Ombudsman."""
    person.opens(link)
    person.pictured("our-answer", start="#our-answer", end="#acts ~ ul")
    person.opens("/following/ombudsman")
    person.pictured("take-it-to-the-ombudsman", start="h1", end="main a[download]")


def says_how_it_went(person: Visitor, link: str) -> None:
    """How it was to complain."""
    person.opens(link)
    person.opens("/following/how-it-went")
    person.pictured("say-how-it-went", start="h1", end="main form fieldset >> nth=1")
