"""Which practice, hospital or trust does somebody mean? From the register, and from the published lists."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from django.db.models import Q, QuerySet

from putright.domain.directory import Directory
from putright.domain.directory_rows import Practice, Source
from putright.domain.organisations import REPORT_WORDS, STALE_AFTER, Report, name_to_read
from putright.domain.periods import in_words
from putright.gateways.directory_files import directory
from putright.gateways.organisation_file import GP_SETTINGS
from putright.records.models import OrganisationSuccession, PublishedList, PublishedOrganisation

MOST_FOUND: Final = 10
FEWEST_LETTERS: Final = 3
_TRUST_CODE: Final = 3  # letters and figures
_PROVIDERS: Final = tuple(report.value for report in Report if report is not Report.PRACTICES)
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


def register_with(gp: str | None, at: str | None = None) -> Directory:
    """The register, with the practice and the provider of codes that only the published lists know.

    Where one is gone, whoever took its place stands for it.
    """
    register, wanted = directory(), _code(gp)
    if wanted and wanted not in register.practices:
        register = _with_practice(register, wanted)
    return _with_provider(register, _code(at)) if at else register


def _code(typed: str | None) -> str:
    return (typed or "").strip().upper()


def _with_practice(register: Directory, code: str) -> Directory:
    row = PublishedOrganisation.objects.filter(report=Report.PRACTICES.value, code=code).first()
    if row is None:
        return register
    found, source = _listed(row)
    sources = {**register.sources, source.source: source}
    return replace(register, practices={**register.practices, code: found}, sources=sources)


def _with_provider(register: Directory, code: str) -> Directory:
    row = PublishedOrganisation.objects.filter(report__in=_PROVIDERS, code=code).order_by("report").first()
    if row is None:
        return register
    found, source = _listed(row)
    return replace(register, providers={code: found}, sources={**register.sources, source.source: source})


def _listed(row: PublishedOrganisation) -> tuple[Practice, Source]:
    """What a list says of a place, or of whoever took its place, and which list that is."""
    heir, report = _heir_of(row), Report(row.report)
    found = replace(_practice(heir), ods=row.code, stands_for=name_to_read(row.name) if heir != row else None)
    if trust := _trust_of(heir):  # which answers for what its hospitals do
        found = replace(
            found, name=_at_a_trust(heir, trust), address=_address(trust), telephone=trust.telephone or None
        )
    title = f"NHS Organisation Data Service, list of {REPORT_WORDS[report]} of {in_words(heir.seen_on)}"
    return found, Source(source=_source(report), title=title)


def is_listed(service: str) -> bool:
    """Whether a list was read in which those who give a service stand."""
    found = directory().services.get(service)
    return found is not None and PublishedList.objects.filter(report__in=found.listed).exists()


def providers_like(words: str, service: str) -> PracticesFound:
    """Those who give a service of whom somebody knows the code, the postcode or some words of the name."""
    found = directory().services.get(service)
    return _like(" ".join(words.upper().split()), found.listed if found else ())


def practices_like(words: str) -> PracticesFound:
    """The practices of which somebody knows the code, the postcode or some words of the name; those that stand first.

    The fictional ones of the register are looked through only where no list was read.
    """
    wanted = " ".join(words.upper().split())
    code = wanted.replace(" ", "")
    if code in directory().practices:
        return PracticesFound(practices=(directory().practices[code],), has_more=False)
    is_read = PublishedList.objects.filter(report=Report.PRACTICES.value).exists()
    if len(code) >= FEWEST_LETTERS and not is_read:
        return _of_register(wanted)
    return _like(wanted, (Report.PRACTICES.value,))


def _like(wanted: str, reports: Collection[str]) -> PracticesFound:
    code, rows = wanted.replace(" ", ""), _standing(reports)
    if exact := PublishedOrganisation.objects.filter(report__in=reports, code=code).first():
        return PracticesFound(practices=(_practice(exact),), has_more=False)
    if len(code) < FEWEST_LETTERS:
        return PracticesFound(practices=(), has_more=False)
    fitting = rows.filter(postcode_key__startswith=code) if _POSTCODE.fullmatch(code) else _named(rows, wanted)
    found = [_practice(row) for row in fitting.order_by("name", "report", "code")[: MOST_FOUND + 1]]
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


def _standing(reports: Collection[str]) -> QuerySet[PublishedOrganisation]:
    """Those of some lists that are not closed; of the list of practices, which holds other places too, GP practices."""
    closed = Q(standing="closed") | Q(closed_on__isnull=False) | Q(gone_since__isnull=False)
    other = Q(report=Report.PRACTICES.value) & ~Q(setting__in=GP_SETTINGS)
    return PublishedOrganisation.objects.filter(report__in=reports).exclude(closed).exclude(other)


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
        heirs = PublishedOrganisation.objects.filter(report=row.report, code__in=became.values("became"))
        heir = heirs.order_by("code").first()
        if heir is None:
            break
        row = heir
        seen.add(row.code)
    return row


def _trust_of(row: PublishedOrganisation) -> PublishedOrganisation | None:
    """The trust of which a place is a site: its code begins with that of the trust."""
    if row.report != Report.TRUST_SITES.value:
        return None
    return PublishedOrganisation.objects.filter(report=Report.TRUSTS.value, code=row.code[:_TRUST_CODE]).first()


def _at_a_trust(site: PublishedOrganisation, trust: PublishedOrganisation) -> str:
    return f"{name_to_read(site.name)}, part of {name_to_read(trust.name)}"


def _address(row: PublishedOrganisation) -> str | None:
    return ", ".join(part for part in (name_to_read(row.address), row.postcode) if part) or None


def _practice(row: PublishedOrganisation) -> Practice:
    return Practice(
        ods=row.code,
        name=name_to_read(row.name),
        board=row.board or None,
        address=_address(row),
        telephone=row.telephone or None,
        valid_from=row.opened_on,
        valid_until=_last_day(row),
        source=_source(Report(row.report)),
        checked_on=row.seen_on,
    )


def _source(report: Report) -> str:
    return f"published-{report}"


def _last_day(row: PublishedOrganisation) -> date | None:
    if row.closed_on is not None:
        return row.closed_on
    if row.gone_since is not None:
        return row.gone_since - _ONE_DAY
    return row.seen_on - _ONE_DAY if row.standing == "closed" else None
