"""A third walk through the demonstration: what people meet on the pages for everybody, and what staff see of it.

As at Thursday 2 April 2026. It is walked for the pictures of the guide alone: each of these pages is tried, with its
mistakes, in tests/web/public. So nothing is walked where no picture is wanted.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from tests.gateways.notify_server import KEY, TEXT_TEMPLATE
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
TRUST_MANAGER = "bronwen.castlegate@hospitals.example.nhs.uk"
BUTTON = "main form button >> nth=0"
SEND = "main form button[type=submit]"  # where another button comes first: one of a file, or one that nobody sees
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
        with colleague(person, ADVOCATE) as advocate:
            helps(advocate)
        follows(person, secret[1])
        reads_welsh(person)
        with colleague(person, OFFICER) as officer:
            deals_with_it(officer)
            rings_in_vain(officer)
            enters_two_things(officer)
            answered = new_link(officer, "Lorcan Anybody")
        with colleague(person, PARTNER) as partner:
            reads_what_people_say(partner)
        with colleague(person, SCHEME) as manager:
            closed = new_link(manager, "Zelda Facsimile")
        with colleague(person, TRUST_MANAGER) as manager:
            looks_at_proof(manager)
        reads_the_answer(person, answered)
        says_how_it_went(person, closed)
    loses_the_link(site)


def loses_the_link(site: Site) -> None:
    """As a site whose clock goes, and that is no demonstration, which sends nothing. Nothing carries what is asked."""
    (site.data / "demo-sign-ins.txt").unlink()
    mail = {"mail": "smtp", "mail_from": "complaints@example.nhs.uk", "smtp_host": "mail.example.nhs.uk"}
    texts = {"texts": "notify", "notify_key": KEY, "notify_text_template": TEXT_TEMPLATE}
    with served(site.data, **mail) as address, visiting(site, address) as person:
        person.opens("/follow-code")
        person.pictured("code-by-email", start="h1", end=BUTTON)
        tells(person.page, {"reference": "ZX00-20GD", "email": "ida.quill@example.org"})
        person.pictured("code-to-enter", start="h1", end=BUTTON)
    with served(site.data, **mail, **texts) as address, visiting(site, address) as person:
        person.opens("/follow-code")
        person.page.locator("[name=by][value=text]").check()
        person.pictured("code-by-text", start="h1", end=BUTTON)


@contextmanager
def visiting(site: Site, address: str) -> Iterator[Visitor]:
    """Somebody with a phone in hand, on a site that is served already."""
    context = site.browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    yield Visitor(context.new_page(), address)
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
    person.pictured("send-a-message", start="h1", end=SEND)
    person.opens("/following/draft/1")
    person.pictured("draft-of-an-advocate", start="h1", end=BUTTON)
    person.opens("/following/name-advocate")
    person.pictured("name-advocate", start="h1", end=BUTTON)
    person.opens("/following/stop-email")
    person.pictured("stop-email", start="h1", end="main form ~ p")


def reads_welsh(person: Visitor) -> None:
    """The first page in Welsh, and a question of a complaint."""
    person.opens("/language/cy?to=/")
    person.pictured("home-in-welsh", end=".nhsuk-card >> nth=2")
    person.opens("/complain")
    person.submits()
    for question in ("to", "whose"):
        tells(person.page, a_telling(to={"to": "living-well-partnership"})[question])
    person.pictured("question-in-welsh", start="h1", end=BUTTON)
    person.opens("/language/en-GB?to=/")


def helps(advocate: Visitor) -> None:
    """Whom somebody helps, what they see of a complaint, and what they wrote for the person, with a file."""
    advocate.opens("/advocate")
    advocate.pictured("people-you-help", start="h1", end="main table")
    advocate.page.locator("main tbody a").first.click()
    advocate.is_well()
    advocate.pictured("an-advocates-case", start="h1", end="main p:has-text('Below is what')")
    advocate.follows("A message")
    advocate.presses("Take it back to change it")
    advocate.pictured("draft-with-a-file", start="h1", end="main form .nhsuk-button-group")
    advocate.page.locator("[name=step][value=hand]").click()
    advocate.is_well()


def deals_with_it(officer: Visitor) -> None:
    """What staff see of it: a message to read, and a form that came back."""
    finds(officer, "Hania Invented")
    officer.pictured("unread-message", start="h1", end="#due-1")
    officer.begins(finds(officer, "Esther Specimen"), "record-consent")
    officer.page.locator("main input[type=radio]").first.check()
    officer.pictured("record-consent", start="h1", end="main form fieldset >> nth=-2")


def rings_in_vain(officer: Visitor) -> None:
    """Somebody asked to be called, is rung, and does not answer."""
    officer.opens("/incoming")
    officer.follows("Blodwen Notional")
    officer.follows("Nobody answered: note the call")
    tells(officer.page, {"left_message": "no"})
    officer.pictured("nobody-answered", start="h1", end="main dl")


def enters_two_things(officer: Visitor) -> None:
    """A letter about two things, of which the second happened on another day."""
    officer.opens("/complaints/new")
    officer.presses("Add another issue")
    officer.page.locator("#issue-2 summary").first.click()
    officer.selects(subject_2="access")
    officer.fills(words_2="The letter with her appointment came a week after it.")
    officer.dates(occurred_on_2=date(2026, 2, 9))
    officer.pictured("another-day", start="#issue-2", end="#issue-2")


def looks_at_proof(manager: Visitor) -> None:
    """What shows that a daughter may speak for her father, who has died."""
    manager.begins(finds(manager, "Henrietta Unwritten"), "record-authority")
    manager.pictured("proof-seen", start="h1", end="main form fieldset >> nth=2")


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
    person.pictured("ways-left", start="#not-happy", end="#left")
    person.opens("/following/how-it-went")
    person.pictured("say-how-it-went", start="h1", end="main form fieldset >> nth=1")
