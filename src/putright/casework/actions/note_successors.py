"""It is known who took the place of an organisation that closed: kept, so that who asks for the one finds the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from putright.gateways.successor_file import Successor
from putright.records.models import OrganisationSuccession, PublishedOrganisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """How many successors were new, and how many had another day; and which codes no list has named."""

    added: int
    altered: int
    same: int
    unknown: tuple[str, ...]


def note_successors(*, read: Sequence[Successor], only_tell: bool = False) -> Noted:
    """Keep who took whose place; said again it changes nothing, and with another day it is put right."""
    with transaction.atomic(durable=True):
        known = {(row.code, row.became): row for row in OrganisationSuccession.objects.all()}
        added = [each for each in read if (each.code, each.became) not in known]
        moved = [each for each in read if each not in added and known[each.code, each.became].since != each.since]
        if not only_tell:
            OrganisationSuccession.objects.bulk_create(
                OrganisationSuccession(code=each.code, became=each.became, since=each.since) for each in added
            )
            for each in moved:
                OrganisationSuccession.objects.filter(code=each.code, became=each.became).update(since=each.since)
        codes = {code for each in read for code in (each.code, each.became)}
        named = set(PublishedOrganisation.objects.filter(code__in=codes).values_list("code", flat=True))
    same = len(read) - len(added) - len(moved)
    return Noted(added=len(added), altered=len(moved), same=same, unknown=tuple(sorted(codes - named)))
