"""An organisation is set up on a new site: the body, its first administrator, its responsible person, its procedure."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify

from putright.casework.adoption import Adoption, adopt
from putright.casework.errors import refused
from putright.casework.passwords import set_password
from putright.domain.access import Actor, Role
from putright.records.models import Account, Appointment, Body, Person
from putright.records.models.person import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class BodySaid:
    """An organisation as it is entered."""

    name: str
    kind: str = "provider"
    code: str = ""
    area: str = ""
    address: tuple[str, ...] = ()
    telephone: str = ""
    email: str = ""
    website: str = ""
    reports_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffSaid:
    """A member of staff as they are entered; with a password, they can sign in."""

    name: str
    post: str
    email: str
    password: str = ""
    telephone: str = ""
    addressed_as: str = ""


def set_up_body(
    *,
    body: BodySaid,
    administrator: StaffSaid,
    responsible_person: StaffSaid,
    procedure: Adoption,
    on: date,
    now: datetime,
    signed_off: bool = False,
) -> Actor:
    """Set up a body with what nobody can yet be asked to allow; answers as whom the administrator now acts.

    The administrator and the responsible person may be one: give the same e-mail address. Where the procedure has
    legal errors, `signed_off` says that the responsible person signs that the law binds instead.
    """
    with transaction.atomic(durable=True):
        row = _body(body, now=now)
        first = add_staff(row, administrator, now=now)
        responsible = first
        if responsible_person.email.strip().lower() != administrator.email.strip().lower():
            responsible = add_staff(row, responsible_person, now=now)
        Appointment.objects.create(person=first, body=row, role=Role.ADMINISTRATOR.value, from_on=on, made_at=now)
        Appointment.objects.create(
            person=responsible,
            body=row,
            role=Role.RESPONSIBLE_PERSON.value,
            from_on=on,
            authorised_by=first,
            made_at=now,
        )
        adopt(row, procedure, by=first, signed_off_by=responsible if signed_off else None, on=on, now=now)
    roles = {Role.ADMINISTRATOR} | ({Role.RESPONSIBLE_PERSON} if responsible == first else set())
    return Actor(person_id=first.pk, body_id=row.pk, roles=frozenset(roles), on=on)


def add_staff(body: Body, said: StaffSaid, *, now: datetime) -> Person:
    """A new member of staff of a body, and what they sign in with if a password is given."""
    if not said.name.strip() or not said.post.strip():
        raise refused("no-name", "Say the name of the member of staff, and what they are called at work.")
    return Person.objects.create(
        body=body,
        part=Part.STAFF,
        account=account_for(body, said, now=now),
        name=said.name.strip(),
        post=said.post.strip(),
        addressed_as=said.addressed_as.strip(),
        telephone=said.telephone.strip(),
        email=said.email.strip(),
        address=body.address,
        made_at=now,
    )


def _body(said: BodySaid, *, now: datetime) -> Body:
    code = said.code or slugify(said.name)[:60]
    if not said.name.strip() or not code:
        raise refused("no-name", "Say the name of the organisation.")
    if Body.objects.filter(code=code).exists():
        raise refused("already-set-up", "This organisation has been set up already.")
    return Body.objects.create(
        code=code,
        name=said.name.strip(),
        kind=said.kind,
        reports_as=said.reports_as,
        area=said.area,
        address="\n".join(line.strip() for line in said.address if line.strip()),
        telephone=said.telephone.strip(),
        email=said.email.strip(),
        website=said.website.strip(),
        made_at=now,
    )


def account_for(body: Body, said: StaffSaid, *, now: datetime) -> Account | None:
    """What a member of staff signs in with, new or known; nothing without a password."""
    if not said.password:
        return None
    email = said.email.strip().lower()
    if Person.objects.filter(body=body, account__email=email).exists():
        raise refused("already-signs-in", "Somebody at this organisation signs in with this email address already.")
    known = Account.objects.filter(email=email).first()
    if known is not None:
        # Whoever administers one body does not set the password of somebody who works for another as well.
        return known
    account = Account(email=email, name=said.name.strip(), made_at=now)
    set_password(account, said.password)
    return account
