"""Is the page of a complaint wholly in Welsh, with all that its person does there, and does data say what it is?"""

import re
from http import HTTPStatus
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from putright.casework.actions.change_email_agreement import change_email_agreement
from putright.casework.actions.issue_follow_link import issue_follow_link
from putright.casework.actions.offer_meeting import offer_meeting
from putright.domain.adjustments import Adjustment
from putright.domain.channels import Channel
from putright.gateways.clock import FixedClock
from putright.records.models import Person
from putright.web.following_acts import LINES
from putright.web.language import IN_WELSH
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, at
from tests.casework.test_refusals import answered
from tests.jobs.working import MAIL
from tests.web.public.every_page import MEETING, TUESDAY, following_pages
from tests.web.public.reading_twice import ReadsTwice
from tests.web.public.telling import Answer
from tests.web.public.test_welsh import ENGLISH_WITHIN, NAMED, said
from tests.web.reading import read

TEMPLATES = Path(__file__).resolve().parents[3] / "src/putright/web/templates"
SHOWN = (
    *TEMPLATES.glob("following*.jinja"),
    *TEMPLATES.glob("components/following_*.jinja"),
    *(
        TEMPLATES / f"components/{name}.jinja"
        for name in ("contact", "meeting_words", "notices", "promise", "timeline", "to_prepare")
    ),
)
HERE = "/following"
# Names, references and times of day are the same everywhere, and so is what was typed into a box that is shown again.
OF_THE_STORY = re.compile(r"^Who decided it\?$|^[A-Z0-9]{4}-[A-Z0-9]{4}$|^\d{1,2}(:\d\d)?[ap]m$")
_OUT = re.compile(
    r"{#.*?#}|{% trans\b.*?{% endtrans %}|{%.*?%}|{{.*?}}|<[^>]*>",
    re.DOTALL,
)
_SAID = re.compile(r'(?<!_\()"[A-Z][a-z]+[^"{}]* [^"{}]*"')


@pytest.mark.django_db
def test_every_page_of_a_complaint_is_wholly_in_welsh(commisceo: Office, settings: LazySettings) -> None:
    reader = ReadsTwice(HERE)
    settings.PUTRIGHT_MAIL = MAIL
    for _page in following_pages(reader, commisceo, settings):
        pass

    assert [found for found in reader.left if not OF_THE_STORY.search(found[1])] == []
    assert {name for name in IN_WELSH if name.startswith("following")} - reader.read == set()


@pytest.mark.parametrize("template", SHOWN, ids=lambda template: template.stem)
def test_no_words_stand_unmarked_in_a_template(template: Path) -> None:
    source = template.read_text()
    plain = " ".join(_OUT.sub(" ", source).split())
    said = [found for found in _SAID.findall(re.sub(r"<[^>{]*>", "", source)) if "jinja" not in found]

    assert (re.findall(r"[A-Za-z]{2}[^{}<]*", plain), said) == ([], [])


def test_each_thing_that_the_person_can_do_is_in_welsh() -> None:
    assert {line.address for line in LINES.values()} - IN_WELSH <= {"following-stop-email"}


# What is done one after the other, before the answer and after it, by the end of its address.
BEFORE: tuple[tuple[str, Answer], ...] = (
    ("meeting", {"answer": "another-time", "when": "Mondays"}),
    ("meeting", {"answer": "come", "time": "2"}),
    ("meeting", {"answer": "not-meet"}),
    ("message", {"words": "My daughter saw it."}),
    ("ask", {}),
    ("contact", {"telephone": "01632 960123"}),
    ("stop-email", {}),
    ("name-advocate", {"full_name": "Nia", "helps": ["read"]}),
    ("end-advocate", {}),
    ("name-advocate", {"full_name": "Lee", "email": "lee@example.org", "helps": ["read"]}),
    ("withdraw", {"sure": "no"}),
    ("withdraw", {"sure": "yes"}),
    ("go-on", {}),
)
AFTER: tuple[tuple[str, Answer], ...] = (
    ("how-it-went", {"finding": "3"}),
    ("our-answer/enough", {}),
    ("our-answer/questions", {"words": "Who rang?"}),
    ("our-answer/look-again", {"words": "You left it out."}),
    ("meeting", {}),  # which cannot be done now
)


# What the rules refuse, though the form has nothing against it: the last of these, after those before it.
NIA: dict[str, str | list[str]] = {"full_name": "Nia", "email": "nia@example.org", "helps": ["read"]}
REFUSED: dict[str, tuple[tuple[str, Answer], ...]] = {
    "details that we have": (("contact", {"telephone": "01632 960123"}),) * 2,
    "an address that we have": (("contact", {"email": "pat@example.org"}),),
    "a wrong code": (("contact", {"email": "new@example.org"}), ("contact/email", {"code": "0", "letters": "email"})),
    "a message sent twice": (("message", {"words": "My daughter saw it."}),) * 2,
    "an advocate named twice": (("name-advocate", NIA),) * 2,
    "help without reading": (("name-advocate", {**NIA, "email": "", "helps": ["write"]}),),
    "a fourth advocate": tuple(("name-advocate", {**NIA, "email": f"{one}@example.org"}) for one in "abc"),
    "the same answer twice": (("meeting", {"answer": "another-time", "when": "Mondays"}),) * 2,
    "an address where letters may not go": (("stop-email", {"address": "2 Sample Road\r\nExampleton\r\nEX1 1EX"}),),
}


@pytest.mark.django_db
def test_what_is_refused_is_said_in_welsh(client: Client, commisceo: Office, settings: LazySettings) -> None:
    story = with_a_meeting(client, commisceo, settings)
    not_home = [[Adjustment.NO_LETTERS_HOME.value, ""]]
    Person.objects.filter(pk=story.case.complainant_id).update(adjustments=not_home)
    left = {}
    for what, each in REFUSED.items():
        answers = [client.post(f"/following/{address}", typed) for address, typed in each]
        assert answers[-1].status_code == HTTPStatus.UNPROCESSABLE_ENTITY, what
        left[what] = [text for text in said(answers[-1].content) if ENGLISH_WITHIN.search(NAMED.sub("", text))]

    assert {what: texts for what, texts in left.items() if texts} == {}


@pytest.mark.django_db
def test_what_was_done_is_said_in_welsh(client: Client, commisceo: Office, settings: LazySettings) -> None:
    with_a_meeting(client, commisceo, settings)
    told = [noticed(client, *each) for each in BEFORE]
    story = a_story(commisceo)
    answered(story)
    settings.PUTRIGHT_CLOCK = FixedClock(at(TUESDAY))
    client.get(f"/follow/{story.does(issue_follow_link, 'mo', TUESDAY).secret}")
    told += [noticed(client, *each) for each in AFTER]

    assert [words for words in told if ENGLISH_WITHIN.search(words)] == []
    assert len(set(told)) == len(BEFORE) + len(AFTER)


def with_a_meeting(client: Client, office: Office, settings: LazySettings) -> Story:
    """Somebody reads in Welsh of their complaint, has letters by email, and was offered a meeting."""
    settings.PUTRIGHT_MAIL = MAIL
    client.cookies["putright-language"] = "cy"
    story = a_story(office)
    story.does(change_email_agreement, "mo", MAUNDY_THURSDAY, agrees=True, email="pat@example.org")
    story.does(offer_meeting, "mo", MAUNDY_THURSDAY, meeting=MEETING, channel=Channel.IN_PERSON)
    client.get(f"/follow/{story.does(issue_follow_link, 'mo', MAUNDY_THURSDAY).secret}")
    return story


def noticed(client: Client, address: str, typed: Answer) -> str:
    """What the page says of what was just done; nothing of it says that it is in English."""
    if address == "end-advocate":
        asked = read(client.get("/following/end-advocate"))
        typed = {"advocate": str(asked.tree.xpath("//input[@name='advocate']/@value")[0])}
    page = read(client.post(f"/following/{address}", typed, follow=True))
    assert page.problems == [], address
    (words,) = page.texts("//p[@class='nhsuk-notification-banner__heading' and not(.//*[@lang])]")
    return words
