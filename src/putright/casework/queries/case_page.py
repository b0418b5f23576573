"""Everything that somebody who handles a case needs to see of it on a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

# A case comes with what was asked about it, which its model does not name: hence Any.
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from putright.casework import facts_of
from putright.casework.absences import absences_on
from putright.casework.adjustments import needs_of
from putright.casework.errors import NotFound
from putright.casework.kept_position import next_due_on
from putright.casework.looks import keep_look
from putright.casework.queries.advocates_told import AdvocateTold, advocates_told
from putright.casework.queries.after_shown import OmbudsmanShown, ombudsman_shown, refused_after
from putright.casework.queries.contact_shown import NOTHING_ARRANGED, ContactShown, contact_shown
from putright.casework.queries.duties_shown import DutyShown, duties_shown, to_do
from putright.casework.queries.entries_shown import Entry, Paper, entries_shown, paper_shown
from putright.casework.queries.for_return import ForReturn, for_return_of
from putright.casework.queries.given_shown import GivenShown, given_shown
from putright.casework.queries.intake_shown import Intake, bodies_called, intake_of
from putright.casework.queries.letters_shown import LetterShown, letters_of
from putright.casework.queries.linked_shown import NOTHING_LINKED, Linked, linked_of
from putright.casework.queries.safety_shown import NO_FLAGS, SafetyShown, has_flag, safety_shown
from putright.casework.queries.speaker_shown import NOT_SAID, SpeakerShown, speaker_shown
from putright.casework.queries.triage_shown import NOT_TRIAGED, Triage, triage_from
from putright.casework.queries.what_can_be_done import Known, Possible, what_can_be_done
from putright.casework.response_draft import KIND as RESPONSE_DRAFT
from putright.casework.told_rows import ToldEvent, ToldPaper, events_told, papers_told
from putright.domain.access import Actor
from putright.domain.adjustments import Need
from putright.domain.authority import untold_until_shown
from putright.domain.channels import CHANNEL_WORDS, Channel
from putright.domain.chronology import Event as Happened
from putright.domain.chronology import in_force
from putright.domain.consent_told import ConsentLimit, limit_of
from putright.domain.duty import Position, Refused, Warned, WayOn
from putright.domain.holds import holds_of
from putright.domain.issues import OUTCOME_WORDS, SUBJECT_WORDS, Outcome, Subject, overall_outcome
from putright.domain.linked import processes_of
from putright.domain.looks import Look
from putright.domain.misplaced import movable
from putright.domain.named_events import named_events
from putright.domain.programme import Programme
from putright.domain.references import reference_meant, reference_shown
from putright.domain.safety import flags_of
from putright.domain.scope import words_of_exclusion
from putright.domain.speaking import speaker_of
from putright.domain.splitting import days_of_issue
from putright.domain.standing import FOOTINGS, Basis
from putright.domain.vocabulary import CaseStatus
from putright.records.models import (
    Case,
    ContactPerson,
    Event,
    FollowLink,
    FurtherProcedure,
    Issue,
    NamedPerson,
    Person,
    Restriction,
)
from putright.records.prepared import prepared
from putright.records.visible_to import sort_of, visible_to, visible_to_one


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonShown:
    """A person of the case and how to reach them."""

    person_id: int
    name: str
    addressed_as: str
    post: str
    address: tuple[str, ...]
    telephone: str
    email: str
    needs: str
    adjustments: tuple[Need, ...]
    adjustments_on: date | None
    born_on: date | None
    nhs_number: str
    agrees_to_email: bool
    has_died: bool = False
    died_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueShown:
    """One issue: what it is about, the person's own words, and how it came out.

    When it happened and came to notice stand here where it has days of its own.
    """

    number: int
    subject: Subject
    subject_words: str
    words: str
    outcome: Outcome | None
    outcome_words: str
    conclusion: str
    remedy_needed: bool | None
    remedy: str
    exclusion: str
    occurred_on: date | None = None
    known_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureShown:
    """A procedure or law of the case: from which day it governs, and when it gave way; no day while it has not."""

    name: str
    title: str
    version: str
    kind: str
    since: date | None
    until: date | None

    @property
    def governs(self) -> bool:
        """Whether it governs the case now."""
        return self.since is not None and self.until is None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """A case as it stands on a day."""

    as_at: date
    version: int
    reference: str
    reference_shown: str
    body: str
    body_name: str
    status: CaseStatus
    stage: str
    received_on: date
    received_how: str
    basis: Basis
    basis_words: str
    outcome: Outcome | None
    complainant: PersonShown
    patient: PersonShown | None
    handler: PersonShown | None
    named: tuple[PersonShown, ...]
    outcome_wanted: str
    issues: tuple[IssueShown, ...]
    duties: tuple[DutyShown, ...]
    next_due_on: date | None
    choices: tuple[Possible, ...]
    refused: tuple[Refused, ...]
    warnings: tuple[Warned, ...]
    ways_on: tuple[WayOn, ...]
    chronology: tuple[Entry, ...]
    papers: tuple[Paper, ...]
    letters: tuple[LetterShown, ...]
    procedures: tuple[ProcedureShown, ...]
    has_follow_link: bool
    ombudsman: OmbudsmanShown
    is_restricted: bool
    given: tuple[GivenShown, ...]
    advocates: tuple[AdvocateTold, ...] = ()
    intake: Intake = field(default_factory=Intake)
    cover: str = ""  # who is there in place of whoever has the case, while they are away
    back_after: date | None = None
    contact: ContactShown = NOTHING_ARRANGED
    safety: SafetyShown = NO_FLAGS
    for_return: ForReturn | None = None
    triage: Triage = NOT_TRIAGED
    linked: Linked = NOTHING_LINKED
    speaker: SpeakerShown = NOT_SAID
    consent: ConsentLimit | None = None  # what may not be told just now, by the patient's answer
    unshown: ConsentLimit | None = None  # what may not be told before it was seen that somebody may speak

    @property
    def undecided(self) -> tuple[IssueShown, ...]:
        """The issues that are neither left out, nor held, nor have an outcome yet."""
        held = self.linked.held
        return tuple(one for one in self.issues if not (one.exclusion or one.outcome or one.number in held))

    @property
    def to_do(self) -> tuple[DutyShown, ...]:
        """What is still to be done, the binding date soonest; the law's own duty with the promise it belongs to."""
        return to_do(self.duties)

    @property
    def letters_waiting(self) -> tuple[LetterShown, ...]:
        """The letters that have not gone."""
        return tuple(letter for letter in self.letters if letter.is_waiting)

    def choice(self, action: str) -> Possible | None:
        """How one action stands, by its name."""
        return next((choice for choice in self.choices if choice.action == action), None)


def case_page(actor: Actor, reference: str, as_at: date, *, now: datetime) -> CasePage:
    """The case of this reference on a day; that it was looked at is logged once the page is made."""
    meant = reference_meant(reference)
    found = _found(actor, meant, as_at) if meant else []
    if not found:
        raise NotFound
    case = found[0]
    asked = ("has_follow_link", "is_restricted", "has_further_procedures", "has_contact_record", "has_safety_flag")
    flags = {flag: getattr(case, flag) for flag in asked}
    page = _page(actor, case, as_at, **flags)
    page = replace(page, cover=found[0].cover or "", back_after=found[0].back_after)
    keep_look(Look.CASE, by=actor, now=now, case=case.pk)
    return page


def entry_numbers(actor: Actor, reference: str, event: str) -> tuple[int, ...]:
    """The numbers of the entries of a kind, in their order: what a correction or a reply can name."""
    rows = Event.objects.filter(case__in=visible_to(actor), case__reference=reference, event=event)
    return tuple(rows.order_by("number").values_list("number", flat=True))


def _found(actor: Actor, reference: str, as_at: date) -> list[Any]:
    asks = {"me": actor.person_id, "body": actor.body_id}
    return _case(sort_of(actor), **asks, on=actor.on, reference=reference, as_at=as_at)


def _page(
    actor: Actor,
    case: Case,
    as_at: date,
    *,
    has_follow_link: bool,
    is_restricted: bool,
    has_further_procedures: bool,
    has_contact_record: bool,
    has_safety_flag: bool,
) -> CasePage:
    programmes = facts_of.programmes_of(case)
    rows = events_told(case.pk)
    documents = papers_told(case.pk)
    named = [person for (person,) in _named(case=case.pk)]
    people = _people_of(case, rows, documents, named)
    names = {pk: person.name for pk, person in people.items()}
    events = [facts_of.event_of(row, programmes) for row in rows]
    position = facts_of.position_of(programmes, events, as_at)
    papers = {row.number: paper_shown(row, names) for row in documents}
    texts = {row.pk: row.text or "" for row in documents}
    issues = tuple(_issue(row, texts, events) for row in _issues(case=case.pk))
    given = given_shown(case.pk, as_at)
    parts = facts_of.parts_with(case, frozenset(named), frozenset(one.given for one in given), restricted=is_restricted)
    for_return = for_return_of(
        case.body.reports_as,
        events,
        [issue.subject for issue in issues if not issue.exclusion] or [issue.subject for issue in issues],
        received_on=case.received_on,
        basis=Basis(case.basis),
        born_on=people[case.patient_id].born_on,
    )
    contact = contact_shown(actor, parts, case, as_at) if has_contact_record else NOTHING_ARRANGED
    may_have_flags = has_safety_flag or has_contact_record
    safety = safety_shown(actor, parts, case, as_at) if may_have_flags else NO_FLAGS
    advocates = advocates_told(case, as_at, events)
    known = Known(
        basis=Basis(case.basis),
        speaker=speaker_of(events),
        channel=Channel(case.channel),
        is_drafted=any(paper.kind == RESPONSE_DRAFT for paper in papers.values()),
        has_follow_link=has_follow_link,
        intake=intake_of(case, events, issues, bodies_called(rows, documents), documents),
        has_further_procedures=has_further_procedures,
        has_named_events=bool(named_events(programmes)),
        makes_return=for_return is not None,
        refused_after=refused_after(events, position, actor.person_id, as_at),
        complainant_died=people[case.complainant_id].death_learnt_on is not None,
        contact=contact.ladder,
        processes=processes_of(events),
        holds=holds_of(events),
        has_safety_flag=bool(flags_of(events)),
        has_advocate=bool(advocates),
        has_movable=movable({str(row.number) for row in rows if row.papers}, events),
    )
    choices = what_can_be_done(actor, parts, position, known)
    letters = letters_of(case)
    return CasePage(
        as_at=as_at,
        version=case.version,
        reference=case.reference,
        reference_shown=reference_shown(case.reference),
        body=case.body.code,
        body_name=case.body.name,
        status=position.status,
        stage=position.stage or "",
        received_on=case.received_on,
        received_how=CHANNEL_WORDS[Channel(case.channel)],
        basis=Basis(case.basis),
        basis_words=FOOTINGS[Basis(case.basis)].words,
        outcome=overall_outcome([issue.outcome for issue in issues if issue.outcome]),
        complainant=person_shown(people[case.complainant_id]),
        patient=person_shown(people[case.patient_id]) if case.patient_id != case.complainant_id else None,
        handler=person_shown(people[case.handler_id]) if case.handler_id else None,
        named=tuple(person_shown(people[pk]) for pk in named),
        outcome_wanted=next((paper.text or "" for paper in papers.values() if paper.kind == "outcome-wanted"), ""),
        issues=issues,
        duties=duties_shown(position.duties, programmes, choices, letters, as_at=as_at, is_drafted=known.is_drafted),
        next_due_on=next_due_on(position),
        choices=choices,
        refused=position.refused,
        warnings=position.warnings,
        ways_on=position.ways_on,
        chronology=entries_shown(rows, events, papers, programmes, position.duties, names),
        papers=tuple(papers.values()),
        letters=letters,
        procedures=tuple(_procedure(programme, position) for programme in programmes),
        has_follow_link=has_follow_link,
        ombudsman=ombudsman_shown(events),
        intake=known.intake,
        contact=contact,
        safety=safety,
        for_return=for_return,
        triage=triage_from(case.severity, case.path),
        linked=linked_of(events, _papers_of(rows), facts_of.calendar_of(programmes), as_at=as_at),
        speaker=speaker_shown(
            Basis(case.basis), events, {str(row.number): names.get(row.by_id or 0, "") for row in rows}
        ),
        consent=limit_of(in_force(events)),
        unshown=untold_until_shown(Basis(case.basis), events) if case.patient_id != case.complainant_id else None,
        is_restricted=is_restricted,
        given=given,
        advocates=advocates,
    )


def person_shown(person: Person) -> PersonShown:
    """A person of a case as pages show them."""
    return PersonShown(
        person_id=person.pk,
        name=person.name,
        addressed_as=person.addressed_as,
        post=person.post,
        address=tuple(person.address.splitlines()),
        telephone=person.telephone,
        email=person.email,
        needs=person.needs,
        adjustments=needs_of(person),
        adjustments_on=person.adjustments_on,
        born_on=person.born_on,
        nhs_number=person.nhs_number,
        agrees_to_email=person.email_agreed_on is not None,
        has_died=person.death_learnt_on is not None,
        died_on=person.died_on,
    )


@prepared
def _case(sort: Actor, /, *, me: int, body: int, on: date, reference: str, as_at: date) -> QuerySet[Case, Any]:
    links = FollowLink.objects.filter(case=OuterRef("pk"), revoked_at__isnull=True, expires_on__gte=as_at)
    seen = visible_to_one(sort, person=me, body=body, on=on).filter(reference=reference)
    restricted = Restriction.objects.filter(case=OuterRef("pk"), lifted_at__isnull=True)
    contact = ContactPerson.objects.filter(person=OuterRef("complainant"), ended_at__isnull=True)
    further = FurtherProcedure.objects.filter(version__body=OuterRef("body"))
    away = absences_on(as_at).filter(person=OuterRef("handler")).order_by("from_on", "id")
    return seen.select_related("body").annotate(
        cover=Subquery(away.values("cover__name")[:1]),
        back_after=Subquery(away.values("until_on")[:1]),
        has_follow_link=Exists(links),
        is_restricted=Exists(restricted),
        has_further_procedures=Exists(further),
        has_contact_record=Exists(contact),
        has_safety_flag=has_flag(),
    )


@prepared
def _named(*, case: int) -> QuerySet[NamedPerson, tuple[int]]:
    return NamedPerson.objects.filter(case=case).order_by("id").values_list("person")


@prepared
def _issues(*, case: int) -> QuerySet[Issue, Issue]:
    return Issue.objects.filter(case=case).order_by("number")


@prepared
def _people(*, numbers: tuple[int, ...]) -> QuerySet[Person, Person]:
    return Person.objects.filter(pk__in=numbers)


def _people_of(
    case: Case, rows: Iterable[ToldEvent], documents: Iterable[ToldPaper], named: Iterable[int]
) -> dict[int, Person]:
    """Everybody who has a part in the case or did something on it, by one query whatever it was."""
    part = {case.complainant_id, case.patient_id, case.handler_id, *named}
    did = {row.by_id for row in rows} | {row.made_by_id for row in documents}
    return {person.pk: person for person in _people(numbers=tuple(pk for pk in part | did if pk))}


def _papers_of(rows: Iterable[ToldEvent]) -> Mapping[int, tuple[int, ...]]:
    """The numbers of the papers of each entry."""
    return {row.number: tuple(number for number, _ in row.papers) for row in rows}


def _issue(row: Issue, texts: Mapping[int, str], events: Sequence[Happened]) -> IssueShown:
    occurred_on, known_on = days_of_issue(events, row.number)
    outcome = Outcome(row.outcome) if row.outcome else None
    return IssueShown(
        number=row.number,
        subject=Subject(row.subject),
        subject_words=SUBJECT_WORDS[Subject(row.subject)],
        words=texts[row.narrative_id],
        outcome=outcome,
        outcome_words=OUTCOME_WORDS[outcome] if outcome else "",
        conclusion=texts[row.conclusion_id] if row.conclusion_id else "",
        remedy_needed=row.remedy_needed,
        remedy=texts[row.remedy_id] if row.remedy_id else "",
        exclusion=words_of_exclusion(row.exclusion),
        occurred_on=occurred_on,
        known_on=known_on,
    )


def _procedure(programme: Programme, position: Position) -> ProcedureShown:
    procedure = programme.procedure
    reign = next((one for one in position.procedures if one.name == procedure.name), None)
    return ProcedureShown(
        name=procedure.name,
        title=procedure.title,
        version=procedure.version or "",
        kind=procedure.kind.value,
        since=reign.since if reign else None,
        until=reign.until if reign else None,
    )
