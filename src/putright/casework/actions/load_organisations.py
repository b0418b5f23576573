"""A published list of NHS organisations is taken in: what it adds, alters, closes and no longer names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import transaction

from putright.casework.errors import refuse
from putright.casework.perform import day_of
from putright.domain.organisations import Changes, Known, Organisation, Standing, changes, why_not_read
from putright.gateways.organisation_file import ReadList
from putright.records.models import PublishedList, PublishedOrganisation

AT_A_TIME: Final = 500  # rows in one statement
_ALL: Final = (
    *("name", "address", "postcode", "postcode_key", "telephone", "board", "parent", "setting", "standing"),
    *("opened_on", "closed_on", "seen_on", "gone_since"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a list changed, or would; whether this very list was the last that was read."""

    changes: Changes
    rows: int
    was_read_already: bool


def load_organisations(
    *, read: ReadList, dated_on: date, now: datetime, takes_many_gone: bool = False, only_tell: bool = False
) -> Loaded:
    """Take in a list of a day, whole or not at all; with `only_tell` say what it would change, and change nothing.

    For whoever looks after the machine: the list is of no body, and everybody may read it. Reading the same list
    again changes nothing. Raises ActionRefused for one that is older than the last, of a day to come, or cut short.
    """
    with transaction.atomic(durable=True):
        latest = PublishedList.objects.filter(report=read.report.value).order_by("dated_on", "id").last()
        known = _known(read)
        found = changes(known, read.rows)
        refuse(
            why_not_read(
                dated_on=dated_on,
                latest=latest.dated_on if latest else None,
                today=day_of(now),
                standing=sum(not row.gone_since and not row.organisation.is_closed for row in known.values()),
                gone=len(found.gone),
                takes_many_gone=takes_many_gone,
            )
        )
        is_same = latest is not None and (latest.dated_on, latest.digest) == (dated_on, read.digest)
        if not only_tell and not is_same:
            _write(read, known, found, dated_on)
            _note(read, found, dated_on, now)
    return Loaded(changes=found, rows=len(read.rows), was_read_already=is_same)


def _known(read: ReadList) -> dict[str, Known]:
    rows = PublishedOrganisation.objects.filter(report=read.report.value)
    return {row.code: Known(organisation=organisation_of(row), gone_since=row.gone_since) for row in rows}


def organisation_of(row: PublishedOrganisation) -> Organisation:
    """A row as the list had it."""
    return Organisation(
        code=row.code,
        name=row.name,
        address=row.address,
        postcode=row.postcode,
        telephone=row.telephone,
        board=row.board,
        parent=row.parent,
        setting=row.setting,
        standing=Standing(row.standing),
        opened_on=row.opened_on,
        closed_on=row.closed_on,
    )


def _write(read: ReadList, known: dict[str, Known], found: Changes, dated_on: date) -> None:
    changed = (*found.added, *found.closed, *found.back, *(each.organisation for each in found.altered))
    PublishedOrganisation.objects.bulk_create(
        [_row(read, each, dated_on) for each in sorted(changed, key=lambda each: each.code)],
        batch_size=AT_A_TIME,
        update_conflicts=True,
        unique_fields=["report", "code"],
        update_fields=list(_ALL),
    )
    rows = PublishedOrganisation.objects.filter(report=read.report.value, gone_since__isnull=True)
    listed = {each.code for each in read.rows}
    for codes in _batches(sorted(code for code in known if code not in listed)):
        rows.filter(code__in=codes).update(gone_since=dated_on)
    rows.update(seen_on=dated_on)


def _row(read: ReadList, each: Organisation, dated_on: date) -> PublishedOrganisation:
    return PublishedOrganisation(
        report=read.report.value,
        code=each.code,
        name=each.name,
        address=each.address,
        postcode=each.postcode,
        postcode_key=each.postcode.replace(" ", ""),
        telephone=each.telephone,
        board=each.board,
        parent=each.parent,
        setting=each.setting,
        standing=each.standing.value,
        opened_on=each.opened_on,
        closed_on=each.closed_on,
        seen_on=dated_on,
        gone_since=None,
    )


def _note(read: ReadList, found: Changes, dated_on: date, now: datetime) -> None:
    counted = {
        "rows": len(read.rows),
        "added": len(found.added),
        "altered": len(found.altered),
        "closed": len(found.closed),
        "gone": len(found.gone),
        "back": len(found.back),
    }
    of = {"report": read.report.value, "dated_on": dated_on, "digest": read.digest}
    # One that was read, put right by another of the same day, and read again is the latest again.
    PublishedList.objects.filter(**of).delete()
    PublishedList.objects.create(**of, **counted, read_at=now)


def _batches(codes: Sequence[str]) -> Iterable[Sequence[str]]:
    return (codes[begin : begin + AT_A_TIME] for begin in range(0, len(codes), AT_A_TIME))
