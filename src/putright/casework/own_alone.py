"""May the administrator of one body change how somebody signs in? Not if that opens anything beyond the body."""

from putright.casework.errors import NotFound, refused
from putright.domain.access import Actor
from putright.records.models import Account, NamedAdvocate, Person
from putright.records.models.person import Part


def staff_member(actor: Actor, person: int) -> Person:
    """A member of staff of the actor's body, held until the transaction ends; raises NotFound."""
    rows = Person.objects.select_for_update(of=("self",)).select_related("body", "account")
    row = rows.filter(pk=person, body=actor.body_id, part=Part.STAFF).first()
    if row is None:
        raise NotFound
    return row


def account_alone(row: Person) -> Account:
    """What the person signs in with, if it opens nothing at another body; else raises ActionRefused."""
    if row.account is None:
        raise refused("does-not-sign-in", "This person does not sign in. Invite them.")
    if works_elsewhere(row):
        raise refused(
            "works-elsewhere",
            "What this person signs in with opens something beyond your organisation too, so no administrator of one"
            " organisation can do this. Whoever looks after the machine can.",
        )
    return row.account


def works_elsewhere(row: Person) -> bool:
    """Whether the person signs in for another body too, or as the advocate of somebody: no body may come in as that."""
    if row.account_id is None:
        return False
    elsewhere = Person.objects.filter(account=row.account_id).exclude(pk=row.pk)
    return elsewhere.exists() or NamedAdvocate.objects.filter(account=row.account_id, ended_at=None).exists()
