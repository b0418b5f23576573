"""What stands around the content of a page: the banner of a demonstration, who is signed in, the staff's menu?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from putright.casework.actor import Actor
from putright.casework.queries.places import Place
from putright.domain.access import Deed, Role, reaches, why_not_here
from putright.domain.improvements import may_read_improvements
from putright.gateways.clock import FixedClock
from putright.web.language import NAMES, Language, is_in_welsh, language_chosen, spoken
from putright.web.onward import choosing
from putright.web.security import SECRET_PREFIXES


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuItem:
    """One place of the staff's menu; `name` is the name of its address."""

    name: str
    text: str
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLanguage:
    """The language in which a page can be read instead: its code, its own name, and the link that chooses it."""

    code: str
    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """The frame of one page."""

    demo: bool
    as_at: date | None
    person: str
    place: str
    elsewhere: str
    menu: tuple[MenuItem, ...]
    finds: bool = True  # whether there may be a case to be found
    language: Language = Language.ENGLISH
    other_language: OtherLanguage | None = None
    lacks_welsh: bool = False  # whether Welsh was chosen, and the page is in English alone


# The staff's pages that have a place in the menu: the name of the address and the words.
STAFF_MENU: tuple[tuple[str, str], ...] = (
    ("work", "Worklist"),
    ("waiting", "Tasks and waiting"),
    ("incoming", "Incoming"),
    ("letters", "Letters to post"),
    ("statements", "Statements"),
    ("improvements", "Improvements"),
    ("new-complaint", "New complaint"),
    ("to-take", "Cases to take"),
    ("figures", "Figures"),
    ("feedback", "Feedback"),
    ("returns", "Returns"),
    ("looks", "Who looks"),
    ("administration", "Administration"),
    ("organisation", "Organisation"),
)
# What somebody must be allowed, somewhere at the body, for whom a page is in the menu.
NEEDS = {
    "work": Deed.FOLLOW,
    "waiting": Deed.SEE,
    "incoming": Deed.HANDLE,
    "letters": Deed.HANDLE,
    "statements": Deed.STATE,
    "new-complaint": Deed.RECEIVE,
    "figures": Deed.SEE,
    "feedback": Deed.LISTEN,
    "returns": Deed.HANDLE,
    "looks": Deed.AUDIT,
    "administration": Deed.ADMINISTER,
    "organisation": Deed.DESCRIBE,
}


def shell_of(request: HttpRequest, *, bare: bool = False) -> Shell:
    """Return the frame of the page; a `bare` one asks no table, so that it holds when little else does."""
    person = "" if bare else _person(request)
    return Shell(
        demo=_is_demo(),
        as_at=settings.PUTRIGHT_CLOCK.now().date() if isinstance(settings.PUTRIGHT_CLOCK, FixedClock) else None,
        person=person,
        place=_place(request),
        elsewhere=choosing(request) if getattr(request, "works_elsewhere", False) else "",
        menu=_menu(request) if person else (),
        finds=_finds(request),
        language=spoken(),
        other_language=_other_language(request),
        lacks_welsh=not person and language_chosen(request) is Language.WELSH and not is_in_welsh(request),
    )


def _other_language(request: HttpRequest) -> OtherLanguage | None:
    """Return the other language of the page; the link holds the address of the page, as a page that is read has it."""
    if not is_in_welsh(request) or request.path_info.startswith(SECRET_PREFIXES):
        return None  # a secret in an address must not be written into another
    other = Language.ENGLISH if spoken() is Language.WELSH else Language.WELSH
    back = request.get_full_path() if request.method in ("GET", "HEAD") else request.path
    address = f"{reverse('language', args=[other.value.lower()])}?{urlencode({'to': back})}"
    return OtherLanguage(code=other.value, name=NAMES[other], address=address)


def _is_demo() -> bool:
    """Return whether the people and cases are made up; a clock that stands still is only for those."""
    return bool(settings.PUTRIGHT_DEMO) or isinstance(settings.PUTRIGHT_CLOCK, FixedClock)


def _person(request: HttpRequest) -> str:
    """Return the name of the person signed in, or nothing."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return ""
    return str(user.get_full_name())


def _place(request: HttpRequest) -> str:
    """Return the name of the body for which the person acts, once a staff page has found it out."""
    place: Place | None = getattr(request, "place", None)
    return place.body_name if place else ""


def _menu(request: HttpRequest) -> tuple[MenuItem, ...]:
    """Return what the person's roles open; on a page that does not ask for their roles, the way to the worklist."""
    match = request.resolver_match
    here = (match.url_name or "") if match else ""
    actor: Actor | None = getattr(request, "actor", None)
    # A page that knows how much waits at a place says so.
    counts: Mapping[str, int] = getattr(request, "menu_counts", {})
    helps = (MenuItem(name="advocate", text="People you help", current=here == "advocate"),)
    if actor is None and getattr(request.user, "held", None) is None:
        return helps  # nobody at any body: an advocate whom somebody named
    theirs = tuple(
        MenuItem(name=name, text=f"{text} ({counts[name]:,})" if counts.get(name) else text, current=name == here)
        for name, text in STAFF_MENU
        if _opens(name, actor)
    )
    return theirs + helps if here.startswith("advocate") or getattr(request.user, "helps", False) else theirs


def _finds(request: HttpRequest) -> bool:
    actor: Actor | None = getattr(request, "actor", None)
    return actor is None or bool(reaches(actor, Deed.SEE))


def _opens(name: str, actor: Actor | None) -> bool:
    """Whether somebody has the page: of some cases those two, any other for what concerns no case in particular."""
    if name == "to-take":
        return actor is not None and Role.STAND_IN in actor.roles
    if name == "improvements":
        return actor is not None and may_read_improvements(actor)
    deed = NEEDS.get(name)
    if deed is None or actor is None:
        return deed is None or name == "work"
    if name in ("work", "waiting", "statements"):
        return bool(reaches(actor, deed))
    has_it = why_not_here(actor, deed) is None
    # Whoever administers finds the organisation there.
    return has_it and not (name == "organisation" and why_not_here(actor, Deed.ADMINISTER) is None)
