"""Does any address of the site give away a case, or let it be changed, to somebody who may not see it?

Every route is walked: a new one that nobody has said how to fill in (tests/web/walking.py) fails here.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from putright.casework.facts_of import parts_of
from putright.domain.access import NOT_KEPT_OUT, REACH, Deed, Role, may_view
from putright.gateways.clock import FixedClock
from putright.records.models import NamedPerson, Restriction
from putright.web.acts.every import ACTS
from tests.casework.offices import MAUNDY_THURSDAY, a_story, an_office, at
from tests.web.office.conftest import account_of, give_accounts
from tests.web.office.desk import Browser
from tests.web.walking import (
    ATTEMPTS,
    STAFF_TOKEN,
    TOKEN,
    Address,
    Known,
    Visitor,
    a_rich_case,
    a_visitor,
    an_advocate,
    atlas,
    digest_of_everything,
    form_on,
    said_of,
    tables_written,
    typed,
)
from tests.worlds import standing

# What somebody who may not see the case is answered at an address that names something of it.
CLOSED = {302, 403, 404, 405}
# Where they are led then: to prove who they are.
SIGN_IN = ("/sign-in?", "/sign-in/again")
# Whoever signs in and is nobody at any body may be an advocate, and is led to the people they help.
HELPED = (*SIGN_IN, "/advocate")
FOUND, BROKEN = 302, 500
# What somebody may do there concerns themselves alone, or their own organisation: nobody else's rows.
THEIR_OWN = {
    "organisation": {"records_body"},
    "looks": {"records_readlog"},  # to look at the log of one's own body is itself a look
    "looks-of-person": {"records_readlog"},
    "authenticator": {"records_authenticator"},
    "incoming-call": {"records_incomingmessage"},  # whoever takes calls writes one down at their own body
    # Feedback is its body's, whoever may see the case; of another body it is not there.
    **dict.fromkeys(("feedback-one", "/complaints/new"), frozenset({"records_feedbacklook"})),
    "feedback-step": {"records_feedbacklook", "records_feedback", "records_feedbackentry", "records_feedbacknote"},
    **dict.fromkeys(
        ("identity-end", "password-end", "devices-end"), frozenset({"records_account", "records_accessentry"})
    ),
}
# What an advocate does for whom they help: that they looked is kept, what they write, and on the case that they stop.
ON_THEIR_CASE = {"records_readlog"}
WHAT_ADVOCATES_DO = {
    "advocate-draft": {"records_advocatedraft"},
    "advocate-stop": {
        *("records_advocatedraft", "records_namedadvocate", "records_signinlink"),
        *("records_case", "records_duty", "records_event", "records_wait"),  # the entry, and what follows from it
    },
}
# Pages whose form need not be read: an action asks the same whatever it is about, and nobody signs in by a walk.
FORMLESS = {"act-on", "sign-in", "sign-out", "devices-end", "password-end", "follow-link", "follow/<str:secret>/"}
# What an administrator opens of the people of their own organisation; a case has there no more than its reference.
OF_PEOPLE = {"end-appointment", "person", "leaving", "invite", "revoke-invitation", "password-link"}
OF_PEOPLE |= {"reset-second-factor", "stand-in", "team", "away-end"}

# What concerns everybody of the body, whoever may see the case: what is changed because of it, and who is away.
OF_THE_HOUSE = {"improvement", "improvement-change", "away-end"}


# What stands on the form of each page for those who may open it, read once while the case stands.
FORMS: dict[str, dict[str, Any]] = {}


@pytest.fixture(scope="module")
def _standing(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Known]:
    folder = tmp_path_factory.mktemp("every-address")
    now = override_settings(PUTRIGHT_CLOCK=FixedClock(at(MAUNDY_THURSDAY)), MEDIA_ROOT=folder)
    with now, standing(django_db_blocker):
        office = an_office(folder, procedure="commisceo")
        give_accounts(office)
        known = a_rich_case(office)
        readers = [Visit(visitor=Visitor(who=who, account=account_of(office, who))) for who in ("mo", "ada")]
        FORMS.update({address.path: form_at(readers, address) for address in atlas(known).addresses})
        yield known
        FORMS.clear()


@pytest.fixture
def known(db: None, _standing: Known) -> Known:
    """A rich case of one body, at ten in the morning of the day before Good Friday 2026."""
    return _standing


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One request of the walk."""

    address: Address
    method: str
    form: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.method} {self.address.path}"


def asks(known: Known, *, actions: Sequence[str] = tuple(ACTS)) -> list[Ask]:
    """Every request of the walk; the forms are those that somebody sees who may do all of it."""
    found = atlas(known, actions=actions)
    assert not found.unknown, f"say in tests/web/walking.py how these are filled in: {', '.join(found.unknown)}"
    plain = typed(known)
    looks = [Ask(address=address, method="GET", form={}) for address in found.addresses]
    sent = [Ask(address=address, method="POST", form=form_for(address, plain)) for address in found.addresses]
    return looks + sent


def form_for(address: Address, plain: dict[str, Any]) -> dict[str, Any]:
    """What is sent there; where the address names nothing of the case, the form does."""
    form = FORMS[address.path]
    return plain | form if address.hers else form | plain


@dataclass(kw_only=True)
class Visit:
    """Somebody at a browser: a new one wherever the last answer may have made another of it, by signing out for one."""

    visitor: Visitor
    browser: Browser | None = None

    def asks(self, ask: Ask) -> tuple[Any, set[str]]:
        """What is answered, and into which tables it wrote something."""
        browser = self.browser or self.begun()
        with tables_written() as written:
            response = answer(browser, ask)
        is_as_it_was = not written and set(response.cookies) <= {settings.CSRF_COOKIE_NAME}
        self.browser = browser if is_as_it_was or ask.method == "GET" else None
        return response, written - ATTEMPTS

    def begun(self) -> Browser:
        """A browser that has been used, which is noted once."""
        browser = self.visitor.browser()
        if self.visitor.signs_in:
            browser.get("/security")
        return browser


def form_at(readers: Iterable[Visit], address: Address) -> dict[str, Any]:
    """The form of a page as it is for those who may open it; an action asks the same whatever it is about."""
    for reader in () if address.name in FORMLESS else readers:
        response, _ = reader.asks(Ask(address=address, method="GET", form={}))
        if response.cookies:
            reader.browser = None
        said_of(response)  # a file is closed once it has been read
        if (
            response.status_code == 200
            and not response.streaming
            and response.headers["Content-Type"].startswith("text/html")
        ):
            return form_on(response.content)
    return {}


def walk(visitor: Visitor, asked: Iterable[Ask], known: Known) -> Iterator[str]:
    """What was wrong with each answer, those to looking first: what is sent may sign the visitor out."""
    asked = [ask for ask in asked if ask.method == "GET" or not looks_after(visitor, ask)]
    looking = Visit(visitor=visitor)
    for ask in [ask for ask in asked if ask.method == "GET"]:
        yield from step(looking, ask, known)
    yield from not_signed_in(visitor, looking.browser or visitor.browser())
    sending = Visit(visitor=visitor)
    # Whoever stops as an advocate has nothing any more to walk on.
    for ask in sorted(
        (ask for ask in asked if ask.method == "POST"), key=lambda ask: ask.address.name == "advocate-stop"
    ):
        yield from step(sending, ask, known)
    yield from not_signed_in(visitor, sending.browser or visitor.browser())


def step(visit: Visit, ask: Ask, known: Known) -> Iterator[str]:
    """What was wrong with one answer."""
    visitor = visit.visitor
    response, written = visit.asks(ask)
    changed = written - own_tables(visitor, ask)
    yield from (f"{visitor.who}: {ask}: wrote into {table}" for table in sorted(changed))
    yield from (f"{visitor.who}: {ask}: {fault}" for fault in faults(visitor, ask, response, known))


def own_tables(visitor: Visitor, ask: Ask) -> AbstractSet[str]:
    """Into which tables the visitor may have something written there."""
    name = ask.address.name
    if name in visitor.helps:
        return ON_THEIR_CASE | (WHAT_ADVOCATES_DO.get(name, set()) if ask.method == "POST" else set())
    return THEIR_OWN.get(name, set())


def not_signed_in(visitor: Visitor, browser: Browser) -> Iterator[str]:
    """Whether a browser is no longer where somebody has signed in, so that what it was answered proves nothing."""
    location = browser.get("/security").headers.get("Location", "")
    if visitor.signs_in and location.startswith("/sign-in?"):
        yield f"{visitor.who} was not signed in"


def looks_after(visitor: Visitor, ask: Ask) -> bool:
    """Whether the page is one of a person whom the visitor looks after."""
    return visitor.at_home and Role.ADMINISTRATOR in visitor.roles and ask.address.name in OF_PEOPLE


def answer(browser: Browser, ask: Ask) -> Any:
    """What a visitor is answered in a browser of theirs."""
    return browser.post(ask.address.path, ask.form) if ask.method == "POST" else browser.get(ask.address.path)


def audits(visitor: Visitor, ask: Ask) -> bool:
    """Whether the page says at what a colleague looked, to somebody who may see that: of no case that is hidden."""
    may = any(role in REACH[Deed.AUDIT] for role in visitor.roles)
    return visitor.at_home and may and ask.address.name == "looks-of-person"


def is_at_home(visitor: Visitor, ask: Ask) -> bool:
    """Whether the page is one of the visitor's own body, on which not a word of the case stands."""
    return visitor.at_home and ask.address.name in OF_THE_HOUSE


def is_open_to(visitor: Visitor, ask: Ask) -> bool:
    """Whether the visitor may have the page, though it names something of the case or of the people of its body."""
    helps = ask.address.name in visitor.helps
    return helps or looks_after(visitor, ask) or audits(visitor, ask) or is_at_home(visitor, ask)


def faults(visitor: Visitor, ask: Ask, response: Any, known: Known) -> Iterator[str]:
    """What is wrong with an answer."""
    status, location = response.status_code, response.headers.get("Location", "")
    if status >= BROKEN:
        yield f"broke with {status}"
    if ask.address.hers and not is_open_to(visitor, ask):
        if status not in CLOSED:
            yield f"was answered with {status}"
        if status == FOUND and not location.startswith(SIGN_IN if visitor.person or not visitor.signs_in else HELPED):
            yield f"was led to {location}"
    said, sent = said_of(response), sent_by(visitor, ask)
    yield from (f"gave away {word}" for word in secrets(visitor, ask, known) if word in said and word not in sent)


def secrets(visitor: Visitor, ask: Ask, known: Known) -> tuple[str, ...]:
    """The words that the visitor is not to read there."""
    if ask.address.name in visitor.helps:
        return ()
    if looks_after(visitor, ask):
        return (TOKEN,)
    return known.words if visitor.at_home else (*known.words, STAFF_TOKEN)


def sent_by(visitor: Visitor, ask: Ask) -> str:
    """What the visitor has said themselves, and may read again: what they typed, or asked a list for."""
    is_echoed = not visitor.signs_in or not ask.address.hers
    return f"{ask.form} {ask.address.path if is_echoed else ''}".lower()


class TestTheWalkItself:
    def test_finds_every_route_filled_in(self, known: Known) -> None:
        names = {ask.address.name for ask in asks(known)}

        assert {"home", "case", "paper", "act", "letter", "print-letters", "incoming-file", "healthz"} <= names

    def test_sees_the_case_where_somebody_may_see_it(self, known: Known) -> None:
        """A walk that could find nothing would prove nothing."""
        visitor = Visitor(
            who="Mo",
            account=account_of(known.office, "mo"),
            person=known.office.person("mo"),
            body=known.office.code,
            at_home=True,
        )
        found = " ".join(walk(visitor, [ask for ask in asks(known) if ask.method == "GET"], known))

        for path in ("", "/papers/1", "/acknowledge"):
            assert f"GET /cases/{known.reference}{path}: was answered with 200" in found
        for path in ("/work", "/incoming?show=waiting", "/letters", f"/incoming/{known.waiting}"):
            assert f"GET {path}: gave away quillfeather" in found
        assert f"GET /cases/{known.reference}: wrote into records_readlog" in found


def walked(visitors: Iterable[Visitor], known: Known, *, actions: Sequence[str] = tuple(ACTS)) -> list[str]:
    """Everything that was wrong on the walks of some visitors, and whether anything is as it was not before."""
    asked, before = asks(known, actions=actions), digest_of_everything()
    wrong = [fault for visitor in visitors for fault in walk(visitor, asked, known)]
    own = set().union(*THEIR_OWN.values(), ON_THEIR_CASE, *WHAT_ADVOCATES_DO.values())
    after = digest_of_everything()
    return wrong + [f"{table} is changed" for table in after if after[table] != before[table] and table not in own]


# One page does every action, and asks casework for the case before anything else: one who holds every role walks all.
SOME_ACTIONS = tuple(ACTS)[::10]


class TestSomebodyOfAnotherBody:
    def test_gets_nothing_at_any_address_who_holds_every_role(self, known: Known, tmp_path: Path) -> None:
        other = an_office(tmp_path, procedure="living-well-partnership")

        assert walked([a_visitor(other, *Role, known=known)], known) == []

    def test_gets_nothing_in_any_one_role(self, known: Known, tmp_path: Path) -> None:
        other = an_office(tmp_path, procedure="living-well-partnership")
        visitors = [a_visitor(other, *roles, known=known) for roles in [(), *((role,) for role in Role)]]

        assert walked(visitors, known, actions=SOME_ACTIONS) == []

    def test_gets_nothing_while_they_act_for_one_body_though_they_work_at_both(
        self, known: Known, tmp_path: Path
    ) -> None:
        other = an_office(tmp_path, procedure="living-well-partnership")
        here = a_visitor(known.office, Role.COMPLAINTS_MANAGER, known=known)
        there = a_visitor(other, Role.COMPLAINTS_MANAGER, known=known, also=here)

        assert walked([there], known, actions=SOME_ACTIONS) == []


class TestNobody:
    def test_gets_nothing_who_has_not_signed_in(self, known: Known) -> None:
        assert walked([Visitor(who="a stranger")], known) == []


class TestSomebodyOfTheBodyWhoMayNotSeeTheCase:
    def test_gets_nothing_in_any_role_that_does_not_reach_it(self, known: Known) -> None:
        held = [(), *((role,) for role in Role if not may_see(known, role))]
        visitors = [a_visitor(known.office, *roles, known=known) for roles in held]

        assert {Role.ADMINISTRATOR, Role.INVESTIGATOR, Role.MEDICAL_DIRECTOR} <= {role for (*_, role) in held[1:]}
        assert walked(visitors, known, actions=SOME_ACTIONS) == []

    def test_gets_nothing_whom_it_names_whatever_else_they_are(self, known: Known) -> None:
        roles = [role for role in Role if role is not Role.ADMINISTRATOR]
        named = a_visitor(known.office, *roles, known=known)
        assert named.person is not None
        NamedPerson.objects.create(case=known.story.case, person=named.person, made_at=at(MAUNDY_THURSDAY))

        assert walked([named], known) == []

    def test_gets_nothing_of_a_case_that_is_restricted_to_others(self, known: Known) -> None:
        case = known.story.case
        Restriction.objects.create(
            case=case, body=case.body, made_by=known.office.person("rosa"), made_at=at(MAUNDY_THURSDAY)
        )
        roles = [role for role in Role if role not in NOT_KEPT_OUT and role is not Role.ADMINISTRATOR]

        assert walked([a_visitor(known.office, *roles, known=known)], known) == []


# No letter has gone and the Ombudsman is not open: those pages are closed to an advocate too.
THEIR_PAGES = frozenset(
    {"advocate", "advocate-case", "advocate-draft", "advocate-meeting", "advocate-prepare", "advocate-stop"}
)


class TestAnAdvocate:
    def test_gets_nothing_who_helps_somebody_else_and_once_helped_this_person(self, known: Known) -> None:
        other = a_story(known.office)
        visitor = an_advocate(known, of=other.case)
        an_advocate(known, of=known.story.case, ended=True, also=visitor)

        assert walked([visitor], known, actions=SOME_ACTIONS) == []

    def test_gets_their_own_pages_of_the_case_and_no_other_whatever_they_are_elsewhere(
        self, known: Known, tmp_path: Path
    ) -> None:
        other = an_office(tmp_path, procedure="living-well-partnership")
        elsewhere = a_visitor(other, *Role, known=known)
        visitor = an_advocate(known, of=known.story.case, also=elsewhere, helps=THEIR_PAGES)
        opens = f"/advocate/{known.reference}"
        assert TOKEN in said_of(visitor.browser().get(opens))

        assert walked([visitor], known, actions=SOME_ACTIONS) == []
        assert visitor.browser().get(opens).status_code == 404  # the walk ended by stopping

    def test_of_this_case_gets_nothing_while_they_work_for_its_body(self, known: Known) -> None:
        colleague = a_visitor(known.office, Role.ADMINISTRATOR, known=known)
        visitor = an_advocate(known, of=known.story.case, also=colleague)
        asked = [ask for ask in asks(known, actions=SOME_ACTIONS) if ask.address.name.startswith("advocate")]

        assert list(walk(visitor, asked, known)) == []


def may_see(known: Known, role: Role) -> bool:
    """Whether a role alone lets somebody see the case, to whom it was not given."""
    actor = replace(known.office.actor("mo"), person_id=0, roles=frozenset({role}))
    return may_view(actor, parts_of(known.story.case))
