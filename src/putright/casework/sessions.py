"""How do the visits of somebody who has signed in come to an end before they sign out themselves?"""

from django.contrib.sessions.models import Session
from django.db.models import F

from putright.records.models import Account, Person, SignedIn


def end_sessions(account: Account, *, but: str | None = None) -> int:
    """End every visit of an account, or all but one; return how many there were that are known of.

    Without `but` the account counts on what each session must agree with, so that none can be missed.
    """
    rows = SignedIn.objects.filter(account=account)
    if but is not None:
        rows = rows.exclude(session_key=but)
    keys = list(rows.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    rows.delete()
    if but is None:
        Account.objects.filter(pk=account.pk).update(sessions_ended=F("sessions_ended") + 1)
        account.refresh_from_db(fields=["sessions_ended"])
    return len(keys)


def end_sessions_of(person: Person) -> None:
    """End every visit of a member of staff who can sign in."""
    if person.account is not None:
        end_sessions(person.account)
