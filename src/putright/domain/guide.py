"""What does a publisher print about where to complain? The routes of its page, and what is wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from putright.domain.procedure import Mention, Pledge, Procedure, Unclear
from putright.domain.vocabulary import ProcedureKind


class Role(StrEnum):
    """In what part a body appears to somebody who asks where to go."""

    PROVIDER = "provider"
    REFERRER = "referrer"
    COMMISSIONER = "commissioner"
    CHOICE_OVERSIGHT = "choice-oversight"
    OMBUDSMAN = "ombudsman"
    CARE_OMBUDSMAN = "care-ombudsman"
    ADJUDICATOR = "adjudicator"
    MEMBER_OF_PARLIAMENT = "member-of-parliament"
    DEPARTMENT = "department"
    COUNCIL = "council"
    APPEAL = "appeal"
    OTHER_ROAD = "other-road"
    EMERGENCY = "emergency"
    ADVOCACY = "advocacy"
    HEALTHWATCH = "healthwatch"
    PALS = "pals"
    ADVICE = "advice"
    CONSENT = "consent"


class AnsweredBy(StrEnum):
    """Who has already answered the complaint under the regulations."""

    PROVIDER = "provider"
    COMMISSIONER = "commissioner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One way that a page prints: to whom, for whom, and what is put right where it is printed wrong."""

    words: str
    to: Role
    clause: str | None = None
    services: tuple[str, ...] = ()
    about: str | None = None
    areas: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    provider: str | None = None
    answered_by: tuple[AnsweredBy, ...] = ()
    for_other: bool = False
    closed: bool = False
    defects: tuple[str, ...] = ()
    put_right: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A published page that says where to complain about other bodies."""

    name: str
    title: str
    kind: ProcedureKind
    source: str
    routes: Mapping[str, Route]
    publisher: str | None = None
    published: date | None = None
    review: date | None = None
    mentions: tuple[Mention, ...] = ()
    pledges: Mapping[str, Pledge] = field(default_factory=lambda: MappingProxyType({}))
    unclear: tuple[Unclear, ...] = ()


_ROLES = {role.value: role for role in Role}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What of a question decides which printed routes speak to it."""

    service: str | None
    about: str | None
    area: str | None
    home: str | None
    provider: str | None
    answered_by: AnsweredBy | None
    for_other: bool


def speaks_to(route: Route, asked: Asked) -> bool:
    """Whether a printed route is about the situation asked about; a condition the page leaves out holds for all."""
    return (
        (not route.services or asked.service in route.services)
        and (route.about is None or route.about == asked.about)
        and (not route.areas or asked.area in route.areas)
        and (not route.home or asked.home in route.home)
        and (route.provider is None or route.provider == asked.provider)
        and (not route.answered_by or asked.answered_by in route.answered_by)
        and (asked.for_other or not route.for_other)
    )


def guide_from(procedure: Procedure, *, is_provider: bool) -> Guide:
    """The routes that a body's own procedure prints, read as a guide: whom it names, and in which part.

    A provider's procedure speaks of complaints about that provider alone.
    """
    provider = procedure.body if is_provider else None
    routes: dict[str, Route] = {}
    for mention in procedure.mentions:
        role = _ROLES.get(mention.role or "")
        if role is not None:
            words = f"Names {mention.body} as {role}"
            made = Route(words=words, to=role, clause=mention.clause, provider=provider)
            routes.setdefault(role.value, made)
    if (rule := procedure.representation) is not None:
        words = "Asks for consent where somebody complains for another"
        routes["consent"] = Route(words=words, to=Role.CONSENT, clause=rule.clause, provider=provider, for_other=True)
    return Guide(
        name=procedure.name,
        title=procedure.title,
        kind=procedure.kind,
        source=procedure.source or procedure.title,
        routes=routes,
        publisher=procedure.body,
        published=procedure.published,
        review=procedure.review,
        mentions=procedure.mentions,
        pledges=procedure.pledges,
        unclear=procedure.unclear,
    )
