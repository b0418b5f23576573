"""Which pages can anybody come to? Each of them, with its mistakes, as somebody meets it who goes through them all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from http import HTTPStatus

from django.conf import LazySettings
from django.test import Client

from putright.casework.actions.accept_invitation import accept_invitation
from putright.casework.actions.change_advocate_draft_files import change_advocate_draft_files
from putright.casework.actions.change_email_agreement import change_email_agreement
from putright.casework.actions.issue_follow_link import issue_follow_link
from putright.casework.actions.name_advocate import name_advocate
from putright.casework.actions.offer_meeting import Meeting, offer_meeting
from putright.casework.actions.register import register
from putright.casework.actions.write_advocate_draft import write_advocate_draft
from putright.casework.actions.write_to_person import write_to_person
from putright.casework.advocates import AdvocateSaid
from putright.casework.queries.follow import followed
from putright.casework.queries.sign_in_links import invitation_to
from putright.casework.said import FileSaid
from putright.domain.adjustments import Adjustment
from putright.domain.advocate_drafts import DraftKind
from putright.domain.advocates import Help
from putright.domain.channels import Channel
from putright.gateways.clock import FixedClock
from putright.gateways.notify import NotifyTexts
from putright.letters.facts import MeetingTime
from putright.records.models import Person
from putright.web.complaining.journey import COMPLAIN
from tests.casework.offices import MAUNDY_THURSDAY, PASSWORD, Office, Story, a_story, at
from tests.casework.test_refusals import answered
from tests.jobs.working import MAIL
from tests.sample_files import PDF
from tests.web.public.consenting import a_story_for_gwen, codes_of_letter
from tests.web.public.telling import a_telling, dated, tell, tell_all

MUCH_LATER = date(2026, 11, 20)
TUESDAY = date(2026, 4, 7)  # the first working day after Easter 2026
MEETING = Meeting(
    meet_with=("Sam Staff, Receptionist",),
    times=tuple(MeetingTime(on=date(2026, 4, day), starts=time(10)) for day in (21, 23)),
    place="Room 1, first floor",
    safety_considered=True,
    reply_by=date(2026, 4, 10),
)
# Nobody is asked anything there by a form: they are read.
STILL = (
    *("/", "/how-complaints-work", "/without-the-web", "/accessibility-statement", "/privacy", "/cookies"),
    *("/tell-us", "/tell-us/concern", "/tell-us/question", "/tell-us/compliment"),
    *(
        "/find-out",
        "/call-me",
        "/complain",
        "/complain/on-paper",
        "/follow",
        "/consent",
        "/procedures",
        "/no-such-page",
    ),
)
WAYS_THROUGH = {
    "a practice": {
        "about": {"about": "care"},
        "service": {"service": "gp"},
        "paid": {"paid": "public"},
        "home": {"home": "westminster"},
        "practice": {"practice": "home"},
        "answered": {"answered": "no"},
        "whom": {"whom": "other"},
        "since": dated("since", date(2026, 3, 16)),
    },
    "abuse": {"about": {"about": "safeguarding"}},  # the page that comes before the questions
}

Page = tuple[str, str]


def every_page(client: Client, office: Office, settings: LazySettings) -> Iterator[Page]:
    """Each page with a name that says which it is; a page that is met twice comes twice."""
    for address in (*STILL, f"/procedures/{office.code}", f"/call-me/{office.code}", *_thanks(office)):
        yield _page(client, address, address)
    yield from _mistakes(client)
    yield from _finding(client)
    yield from _complaining(client)
    yield from _consenting(client, office)
    yield from _by_code(client, settings)
    yield from following_pages(client, office, settings)


def _thanks(office: Office) -> tuple[str, ...]:
    return tuple(f"/tell-us/sent/{kind}/{office.code}" for kind in ("concern", "question", "compliment"))


def _page(client: Client, name: str, address: str) -> Page:
    return name.partition("?")[0], client.get(address).content.decode()


def _mistakes(client: Client) -> Iterator[Page]:
    for address in ("/call-me", "/follow", "/tell-us", "/tell-us/concern"):
        yield from _mistaken(client, address)


def _mistaken(client: Client, address: str) -> Iterator[Page]:
    """The page as it comes back where nothing was answered; nothing where no answer is an answer."""
    back = client.post(address, {"csrfmiddlewaretoken": ""})
    if back.status_code == HTTPStatus.UNPROCESSABLE_ENTITY:
        yield f"{address}, with mistakes", back.content.decode()


def _finding(client: Client) -> Iterator[Page]:
    for way, answers in WAYS_THROUGH.items():
        client.post("/find-out")
        address = "/find-out/about"
        while address != "/find-out/answer":
            name = address.removeprefix("/find-out/")
            yield _page(client, address, address)
            yield from _mistaken(client, address)
            if name not in answers:
                return
            address = client.post(address, answers[name]).headers["Location"]
        yield f"/find-out/answer: {way}", client.get("/find-out/answer").content.decode()


def _complaining(client: Client) -> Iterator[Page]:
    told = a_telling()
    tell_all(client, told)
    for question in COMPLAIN.questions:
        address = f"/complain/{question.name}"
        asked = client.get(address)
        if asked.status_code == HTTPStatus.OK:
            yield address, asked.content.decode()
            yield from _mistaken(client, address)
    yield from _of_something_else(client)
    tell_all(client, told)
    yield _page(client, "/complain/check", "/complain/check")
    yield from _saving(client)
    client.post("/complain/check")
    yield _page(client, "/complain/sent", "/complain/sent")


def _of_something_else(client: Client) -> Iterator[Page]:
    """The questions about a second thing, the list of both, and the page that asks whether to take one out."""
    tell(client, "anything-else", {"more_1": "yes"})
    told = {
        "what-happened-2": {"subject_2": "access", "words_2": "A letter was lost."},
        "when-2": {"occurred_2": "exact", **dated("occurred_on_2", date(2024, 5, 6))},
        "noticed-2": {"noticed_2": "then"},
        "sooner-2": {"sooner_2": "I was ill."},
        "wanted-2": {"wanted_2": "The letter."},
        "anything-else-2": {"more_2": "no"},
    }
    for question, answer in told.items():
        address = f"/complain/{question}"
        yield _page(client, address, address)
        yield from _mistaken(client, address)
        tell(client, question, answer)
    yield _page(client, "/complain/check, with two things", "/complain/check")
    yield _page(client, "/complain/remove", "/complain/remove/2")
    client.post("/complain/remove/2", {"remove": "1"})


def _saving(client: Client) -> Iterator[Page]:
    """What somebody reads who saves their complaint, comes back to it, and goes on."""
    client.post("/complain/check", {"save": "1"})
    page = client.get("/complain/saved")
    yield "/complain/saved", page.content.decode()
    client.get("/complain/back/" + page.content.decode().partition("/complain/back/")[2][:22])
    yield _page(client, "/complain/back", "/complain/back")
    client.post("/complain/back")
    yield _page(client, "/complain/back, a link that opens nothing", "/complain/back/" + "A" * 22)


def _consenting(client: Client, office: Office) -> Iterator[Page]:
    """A patient who is asked whether somebody may complain for them: each answer that they can give."""
    for answer in ("whole", "no", "unaware"):
        code, _ = codes_of_letter(a_story_for_gwen(office), MAUNDY_THURSDAY)
        client.post("/consent", {"consent_code": code})
        if answer == "whole":
            yield _page(client, "/consent/answer", "/consent/answer")
            yield from _mistaken(client, "/consent/answer")
        client.post("/consent/answer", {"answer": answer, "full_name": "Gwen Example"})
        yield f"/consent/answer: {answer}", client.get("/consent/answer").content.decode()
        if answer == "whole":
            yield _page(client, "/consent/take-back", "/consent/take-back")
            client.post("/consent/take-back", {"words": ""})
            yield "/consent/answer: taken back", client.get("/consent/answer").content.decode()
        client.post("/consent/end")
    yield "/consent/code", client.get("/consent/code/nothing").content.decode()


def _by_code(client: Client, settings: LazySettings) -> Iterator[Page]:
    """What somebody reads who has lost their link: where no email is sent, and where it is."""
    yield _page(client, "/follow-code, without email", "/follow-code")
    settings.PUTRIGHT_MAIL = MAIL
    yield _page(client, "/follow-code", "/follow-code")
    yield from _mistaken(client, "/follow-code")
    client.post("/follow-code", {"reference": "ZX00-20GD", "email": "nobody@example.org"})
    yield _page(client, "/follow-code/enter", "/follow-code/enter")
    back = client.post("/follow-code/enter", {"code": "123456"})
    yield "/follow-code/enter, with mistakes", back.content.decode()
    yield from _by_text(client, settings)


def _by_text(client: Client, settings: LazySettings) -> Iterator[Page]:
    """The same where text messages are carried too, or alone."""
    settings.PUTRIGHT_TEXTS = NotifyTexts(key="", template="")
    for address in ("/follow", "/follow-code", "/privacy"):
        yield _page(client, f"{address}, by text", address)
    yield from _mistaken(client, "/follow-code")
    wrong = client.post("/follow-code", {"reference": "ZX00-20GD", "by": "text", "mobile": "020 7946 0018"})
    yield "/follow-code, no mobile number", wrong.content.decode()
    client.post("/follow-code", {"reference": "ZX00-20GD", "by": "text", "mobile": "07700 900999"})
    yield _page(client, "/follow-code/enter, by text", "/follow-code/enter")
    settings.PUTRIGHT_MAIL = None
    yield _page(client, "/follow-code, by text alone", "/follow-code")
    settings.PUTRIGHT_MAIL, settings.PUTRIGHT_TEXTS = MAIL, None


def _writing(client: Client, story: Story) -> Iterator[Page]:
    """What somebody does on the page of their complaint: write, ask, change their details."""
    for address in ("/following/message", "/following/ask", "/following/contact"):
        yield _page(client, address, address)
    for address in ("/following/message", "/following/contact"):
        yield from _mistaken(client, address)
    client.post("/following/contact", {"email": "pat.new@example.org"})
    yield _page(client, "/following/contact/email", "/following/contact/email")
    yield from _mistaken(client, "/following/contact/email")
    client.post("/following/message", {"words": "My daughter saw it."})
    client.post("/following/ask")
    story.does(write_to_person, "mo", MAUNDY_THURSDAY, words="Thank you.")
    yield _page(client, "/following", "/following")  # with messages: all that it said before, and more


def _by_post(client: Client, story: Story) -> Iterator[Page]:
    """Stopping letters by email: where letters may go home, where we know no address, and where they may not."""
    story.does(change_email_agreement, "mo", MAUNDY_THURSDAY, agrees=True, email="pat@example.org")
    pat = Person.objects.filter(pk=story.case.complainant_id)
    kept = pat.values("address", "adjustments").get()
    not_home = [[Adjustment.NO_LETTERS_HOME.value, ""]]
    for known in ({"address": "2 Sample Road"}, {"address": ""}, {"adjustments": not_home}):
        pat.update(**known)
        yield _page(client, f"/following/stop-email, {', '.join(known)}", "/following/stop-email")
    yield from _mistaken(client, "/following/stop-email")
    client.post("/following/stop-email", {"address": "The Library"})
    yield _page(client, "/following, by post", "/following")
    pat.update(**kept)


def following_pages(client: Client, office: Office, settings: LazySettings) -> Iterator[Page]:
    """The page of a complaint as it goes on, and each page of what its person does there."""
    story: Story = a_story(office)
    story.does(register, "mo", MAUNDY_THURSDAY)
    secret = story.does(issue_follow_link, "mo", MAUNDY_THURSDAY).secret
    client.get(f"/follow/{secret}")
    yield _page(client, "/following", "/following")
    yield from _writing(client, story)
    yield from _by_post(client, story)
    yield from _helped(client, story)
    settings.PUTRIGHT_CLOCK = FixedClock(at(MUCH_LATER))
    client.get(f"/follow/{secret}")
    yield _page(client, "/following, late", "/following")
    yield from _answering(client, office, settings)


def _helped(client: Client, story: Story) -> Iterator[Page]:
    """Naming an advocate, what they wrote to be read, and ending it."""
    yield _page(client, "/following/name-advocate", "/following/name-advocate")
    yield from _mistaken(client, "/following/name-advocate")
    link, ten = client.session["following"], at(MAUNDY_THURSDAY)
    means = replace(story.office.means, mail=MAIL)
    nia = AdvocateSaid(name="Nia Example", email="nia@advocates.example.org", helps=frozenset(Help))
    name_advocate(link=link, advocate=nia, on=MAUNDY_THURSDAY, now=ten, means=means)
    account = accept_invitation(link=invitation_to(nia.email, now=ten), password=PASSWORD, now=ten).pk
    change_advocate_draft_files(
        account=account,
        case=story.reference,
        kind=DraftKind.MESSAGE,
        add=(FileSaid(name="plan.pdf", media_type="application/pdf", content=PDF),),
        on=MAUNDY_THURSDAY,
        now=ten,
        means=story.office.means,
    )
    write_advocate_draft(
        account=account,
        case=story.reference,
        kind=DraftKind.MESSAGE,
        words="Who decided it?",
        hand_over=True,
        on=MAUNDY_THURSDAY,
        now=ten,
        means=story.office.means,
    )
    yield _page(client, "/following, helped by an advocate", "/following")
    (waiting,) = followed(link, MAUNDY_THURSDAY, now=ten).drafts
    yield _page(client, "/following/draft", f"/following/draft/{waiting.number}")
    yield _page(client, "/following/end-advocate", "/following/end-advocate")
    yield from _mistaken(client, "/following/end-advocate")


def _answering(client: Client, office: Office, settings: LazySettings) -> Iterator[Page]:
    """Everything that a person can say of a meeting and of our answer, with what each says where it is empty."""
    settings.PUTRIGHT_CLOCK = FixedClock(at(MAUNDY_THURSDAY))
    story: Story = a_story(office)
    story.does(offer_meeting, "mo", MAUNDY_THURSDAY, meeting=MEETING, channel=Channel.IN_PERSON)
    client.get(f"/follow/{story.does(issue_follow_link, 'mo', MAUNDY_THURSDAY).secret}")
    yield _page(client, "/following, a meeting", "/following")
    yield _page(client, "/following/meeting", "/following/meeting")
    yield from _mistaken(client, "/following/meeting")
    client.post("/following/meeting", {"answer": "come", "time": "1", "comes_with": "Ada", "needs": "A hearing loop."})
    yield _page(client, "/following, a meeting that is agreed", "/following")
    yield _page(client, "/following/prepare", "/following/prepare")
    answered(story)
    settings.PUTRIGHT_CLOCK = FixedClock(at(TUESDAY))
    yield _page(client, "/following, answered", "/following")
    for name in ("our-answer/enough", "our-answer/questions", "our-answer/look-again", "withdraw", "how-it-went"):
        yield _page(client, f"/following/{name}", f"/following/{name}")
        if name != "our-answer/enough":
            yield from _mistaken(client, f"/following/{name}")
    yield _page(client, "/following/ombudsman", "/following/ombudsman")
    client.post("/following/withdraw", {"sure": "yes"})
    yield _page(client, "/following, withdrawn", "/following")
    yield _page(client, "/following/go-on", "/following/go-on")
