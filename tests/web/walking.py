"""With what does a test walk every address? A case with something behind each of them, and the addresses filled in.

Everything that must not be given away holds one made-up name, so that a walk need only look for that and the reference.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.apps import apps
from django.db import connection
from django.urls import get_resolver
from lxml import html

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.issue_follow_link import issue_follow_link
from putright.casework.actions.name_staff import name_staff
from putright.casework.actions.plan_improvement import plan_improvement
from putright.casework.actions.record_absence import record_absence
from putright.casework.actions.record_feedback import FeedbackSaid, record_feedback
from putright.casework.actions.request_statement import request_statement
from putright.casework.file_prints import ask_for_file, make_files
from putright.casework.said import FileSaid, IssueSaid, PersonSaid
from putright.domain.access import Role
from putright.domain.advocate_drafts import DraftKind
from putright.domain.advocates import EndedBy, Help
from putright.domain.channels import Channel
from putright.domain.feedback import FeedbackKind
from putright.domain.issues import Subject
from putright.domain.standing import Basis
from putright.records.models import (
    Account,
    Appointment,
    AskedStatement,
    Case,
    Improvement,
    NamedAdvocate,
    Passkey,
    Person,
    ProcedureVersion,
    SignedIn,
)
from putright.web.acts.every import ACTS
from putright.web.pages.feedback_step import STEPS
from tests.casework.messages import PROVED, about, came
from tests.casework.offices import MAUNDY_THURSDAY, SET_UP_ON, Office, Story, a_story, at
from tests.gateways.mails import with_file
from tests.sample_files import PDF, a_png
from tests.web.office.desk import Browser

# One page does every action, so that of those that point at something in the case a few stand for all.
ON_SOMETHING = ("post-letter", "cancel-letter", "send-by-email", "correct-entry", "record-outcome", "record-statement")
TOKEN = "quillfeather"
STAFF_TOKEN = "thistledown"  # so is somebody of the body called, whom those of another do not know either
NAME = TOKEN.capitalize()
# Where signing in is written down: each visit leaves something there, and none of it is about a case.
ATTEMPTS = {"records_signinattempt", "records_signedin", "records_knownbrowser", "records_wronglink", "django_session"}
COMING_BACK = re.compile(r"[?;&](?:next|to)=[^\s\"&]*")
WRITES = re.compile(r"\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+\"?(\w+)", re.IGNORECASE)


# What a form asks of its own holder, which no test of others' forms should send.
SECRET = {"password", "code", "csrfmiddlewaretoken"}


@dataclass(frozen=True, kw_only=True)
class Known:
    """What somebody could know, or guess, of another's case: its numbers, as they stand in addresses."""

    office: Office
    story: Story
    secret: str
    papers: tuple[int, ...]
    letter: int
    waiting: int
    filed: int
    asked: int
    feedback: int
    passkey: int
    device: int
    appointment: int
    improvement: int
    absence: int
    version: str

    @property
    def reference(self) -> str:
        return self.story.reference

    @property
    def words(self) -> tuple[str, ...]:
        """What must not be given away, in small letters; who works at the body, to nobody of another."""
        shown = f"{self.reference[:4]}-{self.reference[4:]}"
        return (TOKEN, self.reference.lower(), shown.lower())


def a_rich_case(office: Office) -> Known:
    """A case with people, issues, papers of each sort, letters, messages and links, all of one unmistakable name."""
    story = a_story(
        office,
        complainant=PersonSaid(
            name=f"Zebedee {NAME}", address=(f"1 {NAME} Row", "Exampleton"), email=f"zebedee.{TOKEN}@example.org"
        ),
        patient=PersonSaid(name=f"Wilhelmina {NAME}", address=("2 Sample Road",), born_on=date(1950, 5, 5)),
        basis=Basis.REQUESTED,
        issues=(IssueSaid(subject=Subject.VALUES, words=f"Nobody would speak to Mrs {NAME}."),),
        outcome_wanted=f"An apology to Mrs {NAME}.",
        files=(FileSaid(name=f"{TOKEN}.png", media_type="image/png", content=a_png()),),
    )
    story.does(name_staff, "mo", MAUNDY_THURSDAY, person=office.people["sam"])
    words = f"Mr {NAME} rang."
    story.does(add_file_note, "mo", MAUNDY_THURSDAY, words=words, channel=Channel.TELEPHONE)
    letter = story.does(acknowledge, "mo", MAUNDY_THURSDAY).letter
    secret = story.does(issue_follow_link, "mo", MAUNDY_THURSDAY).secret
    asked = {"person": office.people["sam"], "about": f"What Mrs {NAME} said.", "questions": ("What?",), "shown": (1,)}
    story.does(request_statement, "mo", MAUNDY_THURSDAY, **asked, channel=Channel.ONLINE)
    Person.objects.filter(pk=office.people["mo"]).update(name=f"Mo {STAFF_TOKEN.capitalize()}")
    sender = f"Zebedee {NAME} <zebedee.{TOKEN}@example.org>"
    said = {"From": sender, "Subject": f"{NAME} {story.reference}", "Date": "Thu, 02 Apr 2026 08:30:00 +0100"}
    message = with_file(about(story, **said), f"{TOKEN}.pdf", PDF, "application/pdf")
    ten = at(MAUNDY_THURSDAY)
    waiting = came(office, message, now=ten)
    filed = came(office, about(story, **said, Message_ID="<two@x>", Authentication_Results=PROVED), key="2", now=ten)
    assert (waiting.lying, filed.lying) == ("waiting", "by-itself")
    ask_for_file(actor=office.actor("mo"), case=story.reference, now=ten)
    assert make_files(now=ten, means=office.means) == 1
    return Known(
        office=office,
        story=story,
        secret=secret,
        papers=tuple(story.case.documents.order_by("number").values_list("number", flat=True)),
        letter=letter,
        waiting=waiting.pk,
        filed=filed.pk,
        asked=AskedStatement.objects.get(case=story.case).pk,
        absence=_absence(office),
        improvement=_improvement(office, story),
        feedback=_feedback(office),
        version=ProcedureVersion.objects.filter(body=office.body).latest("pk").digest[:12],
        **_sign_in_rows(office),
    )


def _improvement(office: Office, story: Story) -> int:
    """Something that is changed because of the case; it tells nothing of the case to those who may not see it."""
    said = {"owner": office.people["mo"], "what": "A bell at the desk.", "due_on": date(2026, 5, 1)}
    story.does(plan_improvement, "mo", MAUNDY_THURSDAY, **said)
    return Improvement.objects.get(case=story.case).pk


def _absence(office: Office) -> int:
    mo, olu = office.people["mo"], office.people["olu"]
    # It is over, so that whoever may end it is refused too; and each is in the team that the form would put them in.
    Person.objects.filter(pk__in=(mo, office.people["sam"])).update(team="x")
    first, last = date(2026, 3, 2), date(2026, 3, 3)
    return record_absence(
        actor=office.actor("olu"),
        person=olu,
        cover=mo,
        from_on=first,
        until_on=last,
        now=at(MAUNDY_THURSDAY),
        means=office.means,
    ).absence


def _feedback(office: Office) -> int:
    words = f"{STAFF_TOKEN.capitalize()} was kind to me."
    said = FeedbackSaid(kind=FeedbackKind.COMPLIMENT, channel=Channel.LETTER, words=words)
    return record_feedback(actor=office.actor("mo"), said=said, on=MAUNDY_THURSDAY, now=at(MAUNDY_THURSDAY))


def _sign_in_rows(office: Office) -> dict[str, int]:
    mo = office.person("mo")
    assert mo.account is not None
    ten = at(MAUNDY_THURSDAY)
    key = Passkey.objects.create(account=mo.account, credential="x", credential_digest="d" * 64, name="K", made_at=ten)
    device = SignedIn.objects.create(
        account=mo.account, session_key="s" * 32, browser="Firefox", began_at=ten, last_used_at=ten
    )
    return {"passkey": key.pk, "device": device.pk, "appointment": Appointment.objects.get(person=mo).pk}


Filled = tuple[dict[str, object], ...]


@dataclass(frozen=True, kw_only=True)
class Address:
    """One address, filled in; `hers` says that it names something of the case or of the people of its body."""

    name: str
    path: str
    hers: bool


@dataclass(kw_only=True)
class Atlas:
    """Every address of the site, and the routes that nobody has said how to fill in."""

    addresses: list[Address] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def atlas(known: Known, *, actions: Sequence[str] = tuple(ACTS)) -> Atlas:
    """The addresses of the site, each filled with what is known of a case; of its actions all, or some of them."""
    made = Atlas()
    parts = _parts(known, actions)
    for name, route in routes():
        key = name or route
        filled = parts.get(key, _by_reference(known, route) if "<" in route else ({},))
        if not filled:
            made.unknown.append(f"{key} ({route})")
        for values in filled:
            path = route
            for part, value in values.items():
                path = _put(path, part, value)
            made.addresses.append(Address(name=key, path=f"/{path}", hers=bool(values) and key not in OPEN))
    made.addresses += [Address(name=query.partition("?")[0], path=query, hers=False) for query in _queries(known)]
    return made


def _by_reference(known: Known, route: str) -> Filled:
    """A page of a case that asks for its reference alone need not be told of."""
    return ({"reference": known.reference},) if re.findall(r"<\w+:(\w+)>", route) == ["reference"] else ()


def routes() -> Iterator[tuple[str, str]]:
    """The name and the pattern of every route of the site, those of the public too."""

    def walk(patterns: Any, before: str) -> Iterator[tuple[str, str]]:
        for pattern in patterns:
            route = before + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                yield from walk(pattern.url_patterns, route)
            else:
                yield pattern.name or "", route

    yield from walk(get_resolver().url_patterns, "")


# Routes with something to fill in that is nobody's: a question of a form, a published procedure, a link that is wrong.
OPEN = {
    *("follow-link", "follow/<str:secret>/", "sign-in-link", "consent-link"),
    *("complain-remove", "complain-back-link", "complain/back/<str:secret>/"),
    *("signpost-question", "complain-question", "set-up-question"),
    *("procedure", "procedure-version", "procedure-form", "call-me-asked", "told-us", "tell-us-what", "language"),
    # Feedback is no case, and whoever listens at the body may see it; in it stands the word that others do not know.
    *("feedback-one", "feedback-step"),
    # Of the person who follows a complaint: whoever does not is led to where a link is opened, whatever the number.
    *("following-letter", "following-draft", "following-draft-file"),
}


def _parts(known: Known, actions: Sequence[str]) -> dict[str, Filled]:
    """How each route that has something to fill in is filled: what a person of another body could know or guess."""
    case: dict[str, object] = {"reference": known.reference}
    people: Filled = ({"number": known.office.people["mo"]}, {"number": known.office.people["sam"]})
    message: Filled = ({"number": known.waiting}, {"number": known.filed})
    wrong: Filled = ({"secret": "0" * len(known.secret)}, {"secret": known.reference})
    code = known.office.code
    return {
        "paper": tuple(case | {"number": number} for number in known.papers),
        "whole-file-part": (case | {"part": 1},),
        "copy-paper": tuple(case | {"number": number} for number in known.papers),
        "act": tuple(case | {"action": action} for action in actions),
        "act-on": tuple(case | {"action": action, "number": known.letter} for action in ON_SOMETHING),
        "looks-of-person": people,
        "letter": (case | {"number": known.letter},),
        "print-letters": ({"day": MAUNDY_THURSDAY.isoformat()},),
        "incoming-message": message,
        "incoming-aside": message,
        "incoming-tried": message,
        "incoming-seen": message,
        "incoming-file": tuple(each | {"file": 1} for each in message),
        "consent-link": wrong,
        "follow-link": wrong,
        "advocate-letter": tuple(case | {"number": number} for number in known.papers),
        "advocate-draft": tuple(case | {"kind": kind} for kind in DraftKind),
        "following-draft": ({"number": 1},),
        "following-draft-file": ({"number": 1, "file": 1},),
        "following-letter": ({"number": known.letter},),
        "follow/<str:secret>/": wrong,
        "complain-back-link": wrong,
        "complain-remove": ({"number": 1},),
        "complain/back/<str:secret>/": wrong,
        "sign-in-link": wrong,
        **dict.fromkeys(("improvement", "improvement-change"), ({"number": known.improvement},)),
        **dict.fromkeys(("statement", "statement-add", "statement-decline"), ({"number": known.asked},)),
        "feedback-one": ({"number": known.feedback},),
        "feedback-step": tuple({"number": known.feedback, "step": step} for step in STEPS),
        "passkey-remove": ({"number": known.passkey},),
        "device-end": ({"number": known.device},),
        "end-appointment": ({"number": known.appointment},),
        "away-end": ({"number": known.absence},),
        **dict.fromkeys(
            ("person", "team", "leaving", "invite", "revoke-invitation", "password-link", "reset-second-factor"), people
        ),
        "signpost-question": ({"question": "service"}, {"question": "who"}),
        "complain-question": ({"question": "who"}, {"question": "check"}, {"question": "what"}),
        "set-up-question": ({"question": "body"},),
        **dict.fromkeys(("procedure", "call-me-asked"), ({"body": code},)),
        "language": ({"code": "cy"},),
        "tell-us-what": ({"kind": "concern"}, {"kind": "compliment"}, {"kind": "nothing"}),
        "told-us": ({"kind": "concern", "body": code},),
        "procedure-version": ({"body": code, "version": known.version},),
        "procedure-form": ({"body": code, "version": known.version, "form": "procedure.json"},),
    }


def _queries(known: Known) -> Iterator[str]:
    """What could be asked of the lists, to have another's rows shown."""
    mo = known.office.people["mo"]
    for query in (f"person={mo}", "person=0", "page=2", "show=closed", "show=overdue", f"reference={known.reference}"):
        yield f"/work?{query}"
    for query in (f"person={mo}", "person=0", "person=all", "page=2", "show=ourselves", "show=late"):
        yield f"/work/waiting?{query}"
    for of in ("received", "due.overdue", f"person.{mo}", "acknowledged.statute.to-do"):
        yield f"/figures/cases?of={of}"
    yield f"/complaints/new?feedback={known.feedback}"
    for query in ("", "&group=summary&number=new", "&group=subject&number=values"):
        yield f"/returns/cases?year=2026{query}"
    for show in ("waiting", "by-itself", "aside", "quiet"):
        yield f"/incoming?show={show}"
    yield f"/complaints/new?message={known.waiting}"
    yield f"/administration/appoint?person={mo}"
    yield f"/complain?to={known.office.code}"


def _put(path: str, part: str, value: object) -> str:
    for kind in ("str", "int", "slug"):
        path = path.replace(f"<{kind}:{part}>", str(value))
    return path


def typed(known: Known) -> dict[str, str | list[str]]:
    """A plausible form for any page that asks something: the numbers of the case wherever a form could name them."""
    letter = f"{known.reference}.{known.letter}"
    day = {"on-day": "2", "on-month": "4", "on-year": "2026"}
    return {
        "version": str(known.story.case.version),
        "step": "send",
        "letter": [letter],
        "marked": [letter],
        "case": known.reference,
        "reference": known.reference,
        "message": str(known.waiting),
        "meaning": "message",
        "ended": "made",
        "reason": "other",
        "person": str(known.office.people["mo"]),
        "handler": str(known.office.people["olu"]),
        "role": Role.COMPLAINTS_OFFICER.value,
        "words": "x",
        "note": "x",
        **day,
    }


def form_on(page: bytes) -> dict[str, Any]:
    """What the forms of a page would send as they stand, nothing in it that gives the case away."""
    sent: dict[str, Any] = {}
    for form in html.document_fromstring(page.decode()).xpath("//main//form"):
        for name in form.fields:
            value = form.fields[name]
            if name and isinstance(value, str) and TOKEN not in value.lower() and name not in SECRET:
                sent[name] = value or "x"
    return sent


def digest_of_everything() -> dict[str, str]:
    """What stands in each table, but for those of signing in."""
    found = {}
    for model in apps.get_app_config("records").get_models():
        if model._meta.db_table not in ATTEMPTS:
            rows = "\n".join(repr(row) for row in model._default_manager.order_by("pk").values_list())
            found[model._meta.db_table] = hashlib.sha256(rows.encode()).hexdigest()
    return found


def said_of(response: Any) -> str:
    """All that an answer says, in small letters; the address to come back to is the visitor's own.

    They come back to it when they have signed in, or read it in another language.
    """
    content = b"".join(response.streaming_content) if response.streaming else response.content
    headers = [f"{name}: {value}" for name, value in response.headers.items()]
    return COMING_BACK.sub("", "\n".join([*headers, content.decode(errors="replace")])).lower()


@contextmanager
def tables_written() -> Iterator[set[str]]:
    """Into which tables something is written meanwhile, those of signing in too."""
    written: set[str] = set()

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        if found := WRITES.match(sql):
            written.add(found[1])
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield written


@dataclass(frozen=True, kw_only=True)
class Visitor:
    """Who walks: nobody at all, somebody who holds roles at a body, perhaps the body of the case, or an advocate.

    `helps` are the names of the pages that are open to whom the person of the case named.
    """

    who: str
    account: Account | None = None
    helps: frozenset[str] = frozenset()
    person: Person | None = None
    body: str = ""
    roles: tuple[Role, ...] = ()
    at_home: bool = False

    @property
    def signs_in(self) -> bool:
        """Whether they are somebody."""
        return self.account is not None

    def browser(self) -> Browser:
        """A browser of theirs, just opened; whoever works at several bodies has chosen this one."""
        client = Browser(raise_request_exception=False)
        if self.account is not None:
            # Read afresh: an earlier step of the walk may have ended all their sessions, which shows in the account.
            client.signs_in(Account.objects.get(pk=self.account.pk))
        if self.person is not None:
            session = client.session
            session["body"] = self.body
            session.save()
        return client


def a_visitor(office: Office, *roles: Role, known: Known, also: Visitor | None = None) -> Visitor:
    """Somebody of an office who holds some roles and has no part in any case; `also` is who they are elsewhere."""
    made_at = at(SET_UP_ON)
    who = f"{', '.join(roles) or 'somebody without a role'} of {office.code}"
    email = f"{hashlib.sha256(who.encode()).hexdigest()[:12]}@{office.code}.example.nhs.uk"
    account = also.person.account if also and also.person else None
    account = account or Account.objects.create(email=email, name="Vi Visitor", made_at=made_at)
    body, rosa = office.body, office.person("rosa")
    person = Person.objects.create(body=body, part="staff", name="Vi Visitor", made_at=made_at, account=account)
    for role in roles:
        Appointment.objects.create(
            person=person, body=body, role=role.value, from_on=SET_UP_ON, authorised_by=rosa, made_at=made_at
        )
    at_home = office.code == known.office.code
    return Visitor(who=who, account=account, person=person, body=office.code, roles=roles, at_home=at_home)


def an_advocate(
    known: Known, *, of: Case, ended: bool = False, also: Visitor | None = None, helps: frozenset[str] = frozenset()
) -> Visitor:
    """Whom the person of a case named, and who came; `also` is who they are besides."""
    ten = at(MAUNDY_THURSDAY)
    account = also.account if also else None
    account = account or Account.objects.create(email="nia@advocates.example.org", name="Nia Example", made_at=ten)
    NamedAdvocate.objects.create(
        **{"case": of, "account": account, "name": account.name, "email": account.email, "helps": list(Help)},
        **{"entry": 1, "from_on": MAUNDY_THURSDAY, "made_at": ten, "taken_up_at": ten},
        **({"ended_at": ten, "ended_by": EndedBy.PERSON.value} if ended else {}),
    )
    return replace(also, helps=helps) if also else Visitor(who="an advocate", account=account, helps=helps)
