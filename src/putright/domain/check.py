"""What is wrong with a published procedure, held against the law it stands under, against itself and the day?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Final

from putright.domain.check_cover import not_in_every_case
from putright.domain.check_document import out_of_date
from putright.domain.check_guide import of_guide
from putright.domain.check_law import less_than_the_law
from putright.domain.check_names import not_named
from putright.domain.check_people import who_decides_again
from putright.domain.check_probe import receipt_days
from putright.domain.check_register import kind_of, out_of_date_bodies, wrong_for_the_service
from putright.domain.check_sense import senseless
from putright.domain.check_silence import silent_on_the_law
from putright.domain.check_ways_on import sent_to_who_decides_nothing, ways_on
from putright.domain.check_wording import unclear_wording, written_down
from putright.domain.directory import Directory
from putright.domain.directory_rows import BodyKind
from putright.domain.findings import Finding, Place, Severity, finding, rank
from putright.domain.guide import Guide
from putright.domain.procedure import Procedure
from putright.domain.programme import Programme
from putright.domain.vocabulary import NO_LAW, ProcedureKind
from putright.domain.working_days import WorkingCalendar

__all__ = ["Finding", "Severity", "check", "check_guide"]

LAWS: Final = (ProcedureKind.STATUTE, ProcedureKind.CODE)


def check(
    programme: Programme,
    as_at: date,
    *,
    laws: Mapping[str, Programme],
    directory: Directory | None,
    calendar: WorkingCalendar | None,
) -> tuple[Finding, ...]:
    """Every finding against a procedure on a day, the gravest first and then in the order of the file.

    `laws` are the statutes and codes there are, by name; `calendar` is the one that the file names, nothing where there
    is none of that name. Without a register of bodies nothing is said of them.
    """
    found = list(_all_of(programme, as_at, laws, directory, calendar))
    found += written_down(programme.procedure.unclear, found)
    return _in_order(found, programme)


def check_guide(guide: Guide, as_at: date, *, directory: Directory | None) -> tuple[Finding, ...]:
    """Every finding against a page of routes on a day, the gravest first and then in the order of the file."""
    found = list(of_guide(guide, as_at, directory))
    found += written_down(guide.unclear, found)
    return tuple(
        sorted(found, key=lambda one: (rank(one.severity), _place(one.where, _KEYS_OF_GUIDE, list(guide.routes))))
    )


def _all_of(
    programme: Programme,
    as_at: date,
    laws: Mapping[str, Programme],
    directory: Directory | None,
    calendar: WorkingCalendar | None,
) -> Iterator[Finding]:
    procedure, law = programme.procedure, _law_of(programme, laws)
    yield from _law_and_calendar(programme, law, calendar)
    if calendar is not None:
        days = receipt_days(as_at, calendar)
        yield from senseless(programme, calendar, days)
        if law is not None:
            yield from less_than_the_law(programme, law, calendar, days)
            yield from not_in_every_case(programme, law, calendar, days[0])
        if procedure.kind is ProcedureKind.PROCEDURE:
            yield from unclear_wording(programme, law, calendar, days[0])
            yield from out_of_date(procedure, as_at, calendar) if procedure.part_of is None else ()
    if procedure.kind is not ProcedureKind.PROCEDURE:
        return
    if procedure.part_of is None:
        yield from _whole_document(programme, law, directory)
    yield from sent_to_who_decides_nothing(programme)
    yield from who_decides_again(programme)
    if directory is not None:
        yield from out_of_date_bodies(procedure.body, procedure.mentions, as_at, directory)
        yield from wrong_for_the_service(procedure.body, procedure.mentions, as_at, directory)


def _law_of(programme: Programme, laws: Mapping[str, Programme]) -> Programme | None:
    law = laws.get(programme.procedure.under)
    return law if law is not None and law is not programme and law.procedure.kind in LAWS else None


def _law_and_calendar(
    programme: Programme, law: Programme | None, calendar: WorkingCalendar | None
) -> Iterator[Finding]:
    procedure = programme.procedure
    if law is None and procedure.under != NO_LAW:
        yield finding(
            "law-unknown",
            ("under",),
            f"It stands under {procedure.under}, and there is no law of that name here.",
            cure="Name one that there is, or write under: none.",
        )
    named = {rule.name for rule in law.rules} if law else set()
    for name, step in procedure.steps.items():
        if step.fulfils is not None and step.fulfils not in named and (law or procedure.under == NO_LAW):
            there = f"The law's steps are: {', '.join(law.order)}." if law else "It stands under no law."
            yield finding(
                "fulfils-unknown",
                ("steps", name, "fulfils"),
                f"It is said to fulfil {step.fulfils}, which is no step of the law it stands under.",
                cure=there,
            )
    if calendar is None:
        yield finding(
            "calendar-unknown",
            ("calendar",),
            f"It counts working days by the calendar {procedure.calendar}, which is not loaded, so no date can be "
            "counted or compared.",
            cure="Name one that is, such as england-and-wales.",
        )


def _whole_document(programme: Programme, law: Programme | None, directory: Directory | None) -> Iterator[Finding]:
    """What a whole document should say; of one part of somebody's page it cannot be told."""
    procedure = programme.procedure
    kind = kind_of(directory, procedure.body) if directory else None
    if law is not None:
        yield from silent_on_the_law(programme, law)
        yield from not_named(programme, law, is_commissioner=kind is BodyKind.COMMISSIONER)
        yield from ways_on(programme, law)
    elif not procedure.goes_next and kind is not BodyKind.OMBUDSMAN and procedure.under == NO_LAW:
        yield finding(
            "no-way-on",
            ("goes_next",),
            "It does not say where a person can go who is not satisfied at the end. Say where, or that it is the last "
            "stage.",
        )


_KEYS: Final = {field.name: number for number, field in enumerate(fields(Procedure))}
_KEYS_OF_GUIDE: Final = {field.name: number for number, field in enumerate(fields(Guide))}


def _in_order(found: Iterable[Finding], programme: Programme) -> tuple[Finding, ...]:
    def key(one: Finding) -> tuple[int, tuple[tuple[int, str], ...], str]:
        return rank(one.severity), _place(one.where, _KEYS, programme.order), one.code

    return tuple(sorted(dict.fromkeys(found), key=key))


def _place(where: Place, keys: Mapping[str, int], order: Iterable[str]) -> tuple[tuple[int, str], ...]:
    """A path as something to sort by: keys in the order of the language, steps in the order of the file."""
    names = {name: number for number, name in enumerate(order)}
    first = ((keys.get(str(where[0]), len(keys)), ""),) if where else ()
    rest = ((part, "") if isinstance(part, int) else (names.get(part, len(names)), part) for part in where[1:])
    return (*first, *rest)
