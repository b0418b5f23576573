"""Which account is behind a session? Read together with what its owner holds, for every page of staff asks both."""

from django.contrib.auth.backends import ModelBackend
from django.db.models import OuterRef, QuerySet, Subquery

from putright.casework.appointments import with_cases
from putright.records.models import Account, Appointment, NamedAdvocate
from putright.records.prepared import prepared


class AccountBackend(ModelBackend):
    """Django's own, which also checks that the session is not older than the password; signing in is in `sign_in`."""

    def get_user(self, user_id: int) -> Account | None:
        """The account, with its appointments of all times in `held` if there are any; nothing for a closed one.

        Whoever holds any is asked in the same go whether somebody names them as their advocate, for the menu.
        """
        held = tuple(_held(account=int(user_id)))
        if not held:
            return Account.objects.filter(pk=user_id, is_active=True).first()
        account = held[0].person.account
        if account is not None:
            account.held = held
            account.helps = held[0].helped is not None  # type: ignore[attr-defined]  # what was asked beside its columns
        return account


@prepared
def _held(*, account: int) -> QuerySet[Appointment, Appointment]:
    rows = Appointment.objects.filter(person__account=account, person__account__is_active=True)
    named = NamedAdvocate.objects.filter(account=OuterRef("person__account"), ended_at=None).order_by("from_on")
    both = with_cases(rows).annotate(helped=Subquery(named.values("case")[:1]))
    return both.select_related("body", "person__account").order_by("body__name", "role")
