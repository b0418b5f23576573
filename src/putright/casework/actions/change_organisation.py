"""How an organisation is reached changes."""

from django.db import transaction

from putright.casework.actions.set_up_body import BodySaid
from putright.casework.errors import refuse, refused
from putright.domain.access import Actor, Deed, why_not_here
from putright.records.models import Body


def change_organisation(*, actor: Actor, said: BodySaid) -> None:
    """Change the name, the area and the channels of the actor's body; what it is called in addresses stays.

    Letters written before keep what they said.
    """
    refuse(why_not_here(actor, Deed.DESCRIBE))
    if not said.name.strip():
        raise refused("no-name", "Say the name of the organisation.")
    with transaction.atomic(durable=True):
        row = Body.objects.select_for_update().get(pk=actor.body_id)
        row.name, row.area = said.name.strip(), said.area
        row.address = "\n".join(line.strip() for line in said.address if line.strip())
        row.telephone, row.email, row.website = said.telephone.strip(), said.email.strip(), said.website.strip()
        row.reports_as = said.reports_as
        row.save(update_fields=["name", "area", "address", "telephone", "email", "website", "reports_as"])
