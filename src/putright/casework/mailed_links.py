"""How does a link to choose a password with go by email? A worker sends it; its secret is kept nowhere."""

from datetime import UTC, datetime, timedelta

from putright.casework.email_queue import new_message_id
from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.sign_in_links import make_link, secret_of_mail
from putright.records.models import Account, Delivery, Person


def mail_invitation(person: Person, *, email: str, by_id: int, lasts: timedelta, now: datetime, means: Means) -> None:
    """Let a link that invites a person wait for a worker, who sends it at once."""
    _mail(person, None, email=email, by_id=by_id, lasts=lasts, now=now, means=means)


def mail_renewal(account: Account, person: Person, *, lasts: timedelta, now: datetime, means: Means) -> None:
    """Let a link that renews a password wait for a worker; `person` is in whose name the email goes."""
    _mail(person, account, email=account.email, by_id=None, lasts=lasts, now=now, means=means)


def _mail(
    person: Person,
    account: Account | None,
    *,
    email: str,
    by_id: int | None,
    lasts: timedelta,
    now: datetime,
    means: Means,
) -> None:
    if means.mail is None:
        raise refused("no-mail", "No way to send email is set up here. Hand the link over yourself.")
    message_id = new_message_id(means.secrets, means.mail)
    link = make_link(
        person=None if account else person,
        account=account,
        email=email,
        by_id=by_id,
        lasts=lasts,
        now=now,
        means=means,
        secret=secret_of_mail(message_id),
    )
    at = now.astimezone(UTC)
    Delivery.objects.create(
        body_id=person.body_id, person=person, link_id=link.number, message_id=message_id, queued_at=at, try_at=at
    )
