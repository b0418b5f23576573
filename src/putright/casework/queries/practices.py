"""Which GP practice does somebody mean, and what is known of it? From the register, and from the published lists."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from django.db.models import Q, QuerySet

from putright.domain.directory import Directory
from putright.domain.directory_rows import Practice, Source
from putright.domain.organisations import STALE_AFTER, Report, name_to_read
from putright.domain.periods import in_words
from putright.gateways.directory_files import directory
from putright.gateways.organisation_file import GP_SETTINGS
from putright.records.models import OrganisationSuccession, PublishedList, PublishedOrganisation

MOST_FOUND: Final = 10
FEWEST_LETTERS: Final = 3
PUBLISHED: Final = "published-practices"
_ONE_DAY: Final = timedelta(days=1)
_POSTCODE: Final = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?([0-9][A-Z]{0,2})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticesFound:
    """Which practices fit what was typed; whether there are more than are named."""

    practices: tuple[Practice, ...]
    has_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRead:
    """A published list as it was last read, and whether that is more than a year ago."""

    report: Report
    dated_on: date
    rows: int
    added: int
    altered: int
    closed: int
    gone: int
    back: int
    is_stale: bool


def register_with(code: str | None) -> Directory:
    """The register, with the practice of a code that only the published list knows; or whoever took its place."""
    register, wanted = directory(), (code or "").strip().upper()
    if not wanted or wanted in register.practices:
        return register
    row = PublishedOrganisation.objects.filter(report=Report.PRACTICES.value, code=wanted).first()
    if row is None:
        return register
    heir = _heir_of(row)
    practice = replace(_practice(heir), ods=wanted, stands_for=name_to_read(row.name) if heir != row else None)
    title = f"NHS Organisation Data Service, list of GP practices of {in_words(heir.seen_on)}"
    return replace(
        register,
        practices={**register.practices, wanted: practice},
        sources={**register.sources, PUBLISHED: Source(source=PUBLISHED, title=title)},
    )


def practices_like(words: str) -> PracticesFound:
    """The practices of which somebody knows the code, the postcode or some words of the name; those that stand first.

    The fictional ones of the register are looked through only where no list was read.
    """
    wanted = " ".join(words.upper().split())
    code, rows = wanted.replace(" ", ""), _standing()
    if code in directory().practices:
        return PracticesFound(practices=(directory().practices[code],), has_more=False)
    if exact := PublishedOrganisation.objects.filter(report=Report.PRACTICES.value, code=code).first():
        return PracticesFound(practices=(_practice(exact),), has_more=False)
    if len(code) < FEWEST_LETTERS:
        return PracticesFound(practices=(), has_more=False)
    if not PublishedList.objects.filter(report=Report.PRACTICES.value).exists():
        return _of_register(wanted)
    fitting = rows.filter(postcode_key__startswith=code) if _POSTCODE.fullmatch(code) else _named(rows, wanted)
    found = [_practice(row) for row in fitting.order_by("name", "code")[: MOST_FOUND + 1]]
    return PracticesFound(practices=tuple(found[:MOST_FOUND]), has_more=len(found) > MOST_FOUND)


def lists_read(on: date) -> tuple[ListRead, ...]:
    """Each published list as it was last read, by its name."""
    found: dict[str, PublishedList] = {}
    for row in PublishedList.objects.order_by("report", "dated_on", "id"):
        found[row.report] = row
    return tuple(
        ListRead(
            report=Report(row.report),
            dated_on=row.dated_on,
            rows=row.rows,
            added=row.added,
            altered=row.altered,
            closed=row.closed,
            gone=row.gone,
            back=row.back,
            is_stale=on - row.dated_on > STALE_AFTER,
        )
        for row in found.values()
    )


def _standing() -> QuerySet[PublishedOrganisation]:
    closed = Q(standing="closed") | Q(closed_on__isnull=False) | Q(gone_since__isnull=False)
    return PublishedOrganisation.objects.filter(report=Report.PRACTICES.value, setting__in=GP_SETTINGS).exclude(closed)


def _named(rows: QuerySet[PublishedOrganisation], wanted: str) -> QuerySet[PublishedOrganisation]:
    for word in wanted.split():
        rows = rows.filter(Q(name__icontains=word) | Q(address__icontains=word))
    return rows


def _of_register(wanted: str) -> PracticesFound:
    fitting = [each for each in directory().practices.values() if _has(each.name.upper(), wanted.split())]
    return PracticesFound(practices=tuple(fitting[:MOST_FOUND]), has_more=len(fitting) > MOST_FOUND)


def _has(name: str, words: Iterable[str]) -> bool:
    return all(word in name for word in words)


def _heir_of(row: PublishedOrganisation) -> PublishedOrganisation:
    """Who stands in the place of a practice that is gone, to the end of the line; itself where nobody is known."""
    seen = {row.code}
    while _last_day(row) is not None:
        became = OrganisationSuccession.objects.filter(code=row.code).exclude(became__in=seen).order_by("-since", "id")
        heirs = PublishedOrganisation.objects.filter(report=Report.PRACTICES.value, code__in=became.values("became"))
        heir = heirs.order_by("code").first()
        if heir is None:
            break
        row = heir
        seen.add(row.code)
    return row


def _practice(row: PublishedOrganisation) -> Practice:
    return Practice(
        ods=row.code,
        name=name_to_read(row.name),
        board=row.board or None,
        address=", ".join(part for part in (name_to_read(row.address), row.postcode) if part) or None,
        telephone=row.telephone or None,
        valid_from=row.opened_on,
        valid_until=_last_day(row),
        source=PUBLISHED,
        checked_on=row.seen_on,
    )


def _last_day(row: PublishedOrganisation) -> date | None:
    if row.closed_on is not None:
        return row.closed_on
    if row.gone_since is not None:
        return row.gone_since - _ONE_DAY
    return row.seen_on - _ONE_DAY if row.standing == "closed" else None
