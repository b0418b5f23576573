"""How is an empty site filled with made-up cases at every stage? By the same actions that people use on pages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from putright.casework.actions.adopt_procedure import adopt_procedure
from putright.casework.actions.appoint_person import appoint_person
from putright.casework.actions.set_up_body import set_up_body
from putright.casework.actor import Actor
from putright.casework.adoption import Adoption
from putright.casework.appointments import actor_of
from putright.casework.means import Means
from putright.casework.queries.staff import staff_of
from putright.demo import board, commisceo, living_well, trust
from putright.demo.advocate import ADVOCATE, advocate_is_named
from putright.demo.cast import BOARD, COMMISCEO, COMPANIES, LIVING_WELL, PASSWORD, TRUST, Company
from putright.demo.guests import GUESTS, guests_come
from putright.demo.stage import Stage, Tale
from putright.domain.periods import LONDON
from putright.domain.working_days import WorkingCalendar

TALES = {
    LIVING_WELL.procedure: living_well.tales,
    COMMISCEO.procedure: commisceo.tales,
    BOARD.procedure: board.tales,
    TRUST.procedure: trust.tales,
}


_HELPED = (5, 22)  # of the stories: under investigation at the first organisation, a meeting ahead at the second


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """Somebody who can sign in to the demonstration."""

    name: str
    post: str
    body: str
    email: str
    password: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What the demonstration holds: who can sign in, and what to follow as a person and to answer as a patient."""

    sign_ins: tuple[SignIn, ...]
    cases: int
    follow_reference: str
    follow_secret: str
    consent_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a demonstration is made with; the same setting makes the same references, events and digests."""

    today: date
    now: datetime
    calendar: WorkingCalendar
    means: Means
    sources: dict[str, Adoption]


def fill(setting: Setting) -> Filled:
    """Fill an empty site with organisations, people and cases, as at a day."""
    tales = [tale for company in COMPANIES for tale in _tales(company, setting)]
    tales += guests_come(tales)
    advocate_is_named([tales[number] for number in _HELPED])
    followed = tales[5]
    return Filled(
        sign_ins=tuple(_sign_ins()),
        cases=len(tales),
        follow_reference=followed.reference,
        follow_secret=followed.secret,
        consent_code=next(tale.consent_code for tale in tales if tale.consent_code),
    )


def _tales(company: Company, setting: Setting) -> Iterator[Tale]:
    opened_on = setting.today - company.opened
    opened_at = datetime.combine(opened_on, time(9), tzinfo=LONDON)
    first, second, *others = company.players
    administrator = set_up_body(
        body=company.body,
        administrator=first.staff,
        responsible_person=second.staff,
        procedure=setting.sources[company.procedure],
        on=opened_on,
        now=opened_at,
        signed_off=True,
    )
    for player in others:
        appoint_person(actor=administrator, person=player.staff, role=player.role, on=opened_on, now=opened_at)
    people = {person.name: person.person_id for person in staff_of(administrator, setting.today)}
    known = {player.called: people[player.name] for player in company.players}
    for name in company.beside:
        adopt_procedure(
            actor=administrator,
            procedure=replace(setting.sources[name], beside=True),
            on=opened_on,
            now=opened_at,
            signed_off_by=known["responsible"],
        )
    stage = Stage(
        company=company,
        today=setting.today,
        now=setting.now,
        calendar=setting.calendar,
        means=setting.means,
        actors={called: _actor(person, administrator, setting) for called, person in known.items()},
        people=known,
    )
    yield from TALES[company.procedure](stage)


def _actor(person: int, administrator: Actor, setting: Setting) -> Actor:
    return actor_of(person, administrator.body_id, on=setting.today)


def _sign_ins() -> Iterator[SignIn]:
    for company in COMPANIES:
        guests = GUESTS if company is COMPANIES[0] else ()
        for player in (*company.players, *guests):
            if player.role is not None:
                yield SignIn(
                    name=player.name, post=player.post, body=company.body.name, email=player.email, password=PASSWORD
                )
    yield SignIn(
        name=ADVOCATE.name,
        post="Independent complaints advocate",
        body=ADVOCATE.service,
        email=ADVOCATE.email,
        password=PASSWORD,
    )
