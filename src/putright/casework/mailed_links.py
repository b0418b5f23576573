"""How does a link to choose a password with go by email? A worker sends it; its secret is kept nowhere."""

from datetime import UTC, datetime, timedelta

from putright.casework.email_queue import new_message_id
from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.sign_in_links import make_link, secret_of_mail
from putright.records.models import Account, Delivery, NamedAdvocate, Person

NO_MAIL_TO_ADVOCATES = (
    "No email can be sent from here, so nobody can be invited. Leave the email address out: the advocate is then known"
    " to the organisation, and sees nothing here."
)


def mail_invitation(person: Person, *, email: str, by_id: int, lasts: timedelta, now: datetime, means: Means) -> None:
    """Let a link that invites a person wait for a worker, who sends it at once."""
    _mail(person, None, email=email, by_id=by_id, lasts=lasts, now=now, means=means)


def mail_renewal(account: Account, person: Person, *, lasts: timedelta, now: datetime, means: Means) -> None:
    """Let a link that renews a password wait for a worker; `person` is in whose name the email goes."""
    _mail(person, account, email=account.email, by_id=None, lasts=lasts, now=now, means=means)


def mail_naming(naming: NamedAdvocate, *, lasts: timedelta, now: datetime, means: Means) -> None:
    """Let a link wait for a worker that invites somebody whom the person who complained has named as their advocate.

    It goes by email alone: that it was taken up shows whose address it is.
    """
    if means.mail is None:
        raise refused("no-mail", NO_MAIL_TO_ADVOCATES)
    person = naming.case.complainant
    _mail(person, None, email=naming.email, by_id=None, lasts=lasts, now=now, means=means, naming=naming)


def _mail(
    person: Person,
    account: Account | None,
    *,
    email: str,
    by_id: int | None,
    lasts: timedelta,
    now: datetime,
    means: Means,
    naming: NamedAdvocate | None = None,
) -> None:
    if means.mail is None:
        raise refused("no-mail", "No way to send email is set up here. Hand the link over yourself.")
    message_id = new_message_id(means.secrets, means.mail)
    link = make_link(
        person=None if account or naming else person,
        account=account,
        naming=naming,
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
