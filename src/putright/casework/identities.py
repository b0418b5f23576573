"""Whose account does an identity open? That of whoever linked it, never one that has the same address."""

from datetime import datetime

from putright.casework.errors import refused
from putright.gateways.oidc import Identified
from putright.records.models import Account, Identity

__all__ = ["Identified", "has_identity", "keep", "known_by"]


def known_by(identified: Identified, *, now: datetime) -> Account:
    """The account that an identity opens; raises ActionRefused for one that nobody has linked."""
    rows = Identity.objects.filter(issuer=identified.issuer, subject=identified.subject, account__is_active=True)
    row = rows.select_related("account").first()
    if row is None:
        raise refused(
            "not-invited",
            "Nobody here signs in with this identity yet. Take up your invitation first, or sign in with your password"
            " and link the identity under “Your sign-in”.",
        )
    Identity.objects.filter(pk=row.pk).update(last_used_at=now)
    return row.account


def keep(account: Account, identified: Identified, *, now: datetime) -> None:
    """Link an identity with an account; raises ActionRefused where it opens one already, or the account has another."""
    known = Identity.objects.filter(issuer=identified.issuer)
    if known.filter(subject=identified.subject).exists() or known.filter(account=account).exists():
        raise refused("already-linked", "This identity, or this account, is linked already.")
    Identity.objects.create(account=account, issuer=identified.issuer, subject=identified.subject, made_at=now)


def has_identity(account_id: int) -> bool:
    """Whether somebody can sign in with an identity service."""
    return Identity.objects.filter(account=account_id).exists()
