"""How does somebody sign in, where are they signed in now, and what was done about it?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Q

from putright.casework.errors import refuse
from putright.casework.identities import has_identity
from putright.casework.own_alone import works_elsewhere
from putright.casework.second_factor import Means, means_of
from putright.casework.sign_in_links import open_links
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.signing_in import ACCESS_EVENT_WORDS, AccessEvent
from putright.records.models import AccessEntry, Account, Passkey, Person, SignedIn
from putright.records.models.person import Part

MOST_ENTRIES: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PasskeyShown:
    """A passkey by the name its owner gave it."""

    number: int
    name: str
    made_at: datetime
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceShown:
    """A browser in which somebody is signed in."""

    number: int
    browser: str
    began_at: datetime
    last_used_at: datetime
    is_this: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessEntryShown:
    """What was done about somebody's signing in; by nobody where they did it themselves."""

    at: datetime
    words: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSecurity:
    """Everything about one's own signing in."""

    email: str
    has_password: bool
    has_identity: bool
    second: Means
    passkeys: tuple[PasskeyShown, ...]
    devices: tuple[DeviceShown, ...]
    entries: tuple[AccessEntryShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningInShown:
    """What an administrator sees of how a member of staff signs in: never a secret, never where they are."""

    email: str
    has_account: bool
    invited_until: datetime | None
    second: Means
    works_elsewhere: bool
    entries: tuple[AccessEntryShown, ...]


def own_security(account: Account, session_key: str) -> OwnSecurity:
    """How the holder of an account signs in, as they see it in the browser of a session."""
    keys = Passkey.objects.filter(account=account).order_by("made_at", "id")
    devices = SignedIn.objects.filter(account=account).order_by("-last_used_at", "-id")
    entries = AccessEntry.objects.filter(account=account)
    return OwnSecurity(
        email=account.email,
        has_password=account.has_usable_password(),
        has_identity=has_identity(account.pk),
        second=means_of(account.pk),
        passkeys=tuple(
            PasskeyShown(number=key.pk, name=key.name, made_at=key.made_at, last_used_at=key.last_used_at)
            for key in keys
        ),
        devices=tuple(
            DeviceShown(
                number=row.pk,
                browser=row.browser,
                began_at=row.began_at,
                last_used_at=row.last_used_at,
                is_this=row.session_key == session_key,
            )
            for row in devices
        ),
        entries=_shown(entries.select_related("by").order_by("-at", "-id")[:MOST_ENTRIES]),
    )


def signing_in_of(actor: Actor, person: int, *, now: datetime) -> SigningInShown | None:
    """How a member of staff of the actor's body signs in, for those who administer it; nothing for anybody else."""
    refuse(why_not_here(actor, Deed.ADMINISTER))
    rows = Person.objects.filter(pk=person, body=actor.body_id, part=Part.STAFF).select_related("account")
    row = rows.first()
    if row is None:
        return None
    invitation = open_links(now=now).filter(person=row).order_by("-expires_at").first()
    return SigningInShown(
        email=row.account.email if row.account else row.email,
        has_account=row.account is not None,
        invited_until=invitation.expires_at if invitation else None,
        second=means_of(row.account_id or 0),
        works_elsewhere=works_elsewhere(row),
        entries=_shown(_about(row)),
    )


def _about(row: Person) -> Iterable[AccessEntry]:
    """What was done about a person here, and what they did about their own account; not what another body did."""
    theirs = Q(account=row.account_id, body__isnull=True) if row.account_id else Q(pk__in=[])
    entries = AccessEntry.objects.filter(Q(person=row) | theirs)
    return entries.select_related("by").order_by("-at", "-id")[:MOST_ENTRIES]


def _shown(entries: Iterable[AccessEntry]) -> tuple[AccessEntryShown, ...]:
    return tuple(
        AccessEntryShown(
            at=each.at,
            words=ACCESS_EVENT_WORDS[AccessEvent(each.event)],
            by=each.by.name if each.by else "",
            reason=each.reason,
        )
        for each in entries
    )
