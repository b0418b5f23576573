"""What does a link by which somebody chooses their password open?"""

from dataclasses import dataclass
from datetime import datetime

from putright.casework.errors import NotFound
from putright.casework.open_link import refuse_wrong
from putright.casework.sign_in_links import link_is_over, link_of, open_links
from putright.records.models import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkShown:
    """Whom a link is for: an invitation names the body, for an advocate the one complained to; another link none."""

    name: str
    email: str
    body_name: str
    is_invitation: bool
    is_naming: bool  # of an invitation: somebody who complains named its holder as their advocate
    has_password: bool  # of an invitation: its address signs in for another body already


def open_sign_in_link(secret: str, *, visitor: str, now: datetime) -> int:
    """The number of the link with this secret; whoever guesses from one place soon may guess no more.

    Raises NotFound for one that opens nothing, whatever the reason.
    """
    try:
        return link_of(secret.strip(), now=now).pk
    except NotFound:
        refuse_wrong(visitor, now=now)
        raise


def invitation_to(email: str, *, now: datetime) -> int:
    """The number of the last invitation to an address that is still open; raises NotFound. For a demonstration."""
    row = open_links(now=now).filter(email=email, account=None).order_by("-pk").first()
    if row is None:
        raise NotFound
    return row.pk


def sign_in_link(number: int, *, now: datetime) -> LinkShown:
    """What a link that was opened is for; raises ActionRefused once it is over."""
    row = open_links(now=now).filter(pk=number).select_related("person__body", "account", "naming__case__body").first()
    if row is None:
        raise link_is_over()
    invited = row.person or row.naming
    holder = invited or row.account
    body = row.person.body if row.person else row.naming.case.body if row.naming else None
    return LinkShown(
        name=holder.name if holder else "",
        email=row.email,
        body_name=body.name if body else "",
        is_invitation=invited is not None,
        is_naming=row.naming is not None,
        has_password=invited is not None and Account.objects.filter(email=row.email, is_active=True).exists(),
    )
