"""How is a case made of some issues of another, knowing all that was said, done and told for the whole complaint?"""

from collections.abc import Sequence
from typing import Final

from putright.casework.actions.receive_complaint import unused_reference
from putright.casework.case_keys import keep_keys
from putright.casework.means import means_of_this_site
from putright.casework.perform import CaseInHand
from putright.domain.chronology import issue_of
from putright.domain.references import reference_meant, reference_shown
from putright.domain.splitting import OFF, carried
from putright.gateways.file_store import FileMissing
from putright.records.models import Case, CasePart, CaseProcedure, Document, Issue, NamedPerson, Restriction

# What came with the complaint and is about all of it.
_CAME: Final = ("outcome-wanted", "further-answer", "other-body", "taken-by", "attachment")
_KNOWN_BY: Final = "Carried over from the case it was split off from"


def reference_to_give() -> str:
    """A reference for a case that is to be split off: it stands in the letter that is read before anything is kept."""
    return unused_reference(means_of_this_site())


def new_case_of(hand: CaseInHand, reference: str) -> Case:
    """A case of the same complaint, people, day and rules, in the same hands and kept from the same eyes.

    It gets the reference, if that is one and no case has it by now, or else another.
    """
    old, meant = hand.case, reference_meant(reference)
    if meant is None or Case.objects.filter(reference=meant).exists():
        meant = unused_reference(hand.means)
    case = Case.objects.create(
        reference=meant,
        body=old.body,
        complaint=old.complaint,
        complainant=old.complainant,
        patient=old.patient,
        basis=old.basis,
        channel=old.channel,
        received_on=old.received_on,
        handler=old.handler,
        severity=old.severity,
        path=old.path,
        made_at=hand.now,
        computed_on=hand.today,
        version=0,
    )
    for row in CaseProcedure.objects.filter(case=old).order_by("place"):
        CaseProcedure.objects.create(
            case=case, procedure_id=row.procedure_id, place=row.place, from_on=row.from_on, until_on=row.until_on
        )
    for named in NamedPerson.objects.filter(case=old):
        NamedPerson.objects.create(case=case, person_id=named.person_id, made_at=hand.now)
    keep_keys(case)
    return case


def carry_over(hand: CaseInHand, new: CaseInHand, issues: Sequence[Issue]) -> None:
    """Enter in the new file what counts for it, each on its own day; the issues go with it."""
    numbers: dict[str | None, int] = {}
    places = {str(issue.number): place for place, issue in enumerate(issues, start=1)}
    for event in carried(hand.events, places):
        papers = _papers(hand, new, issues) if event.event == "received" else []
        numbers[event.id] = new.note(
            event.event,
            on=event.on,
            at=event.at,
            about=numbers.get(event.about),
            issue=places.get(issue_of(event) or ""),
            facts=event.facts,
            papers=papers,
        )
    _keep_from_the_same_eyes(hand, new)


def _papers(hand: CaseInHand, new: CaseInHand, issues: Sequence[Issue]) -> list[Document]:
    papers = [_issue(new, number, issue) for number, issue in enumerate(issues, start=1)]
    there = Document.objects.filter(case=hand.case, kind__in=_CAME, disposed_on__isnull=True).select_related("file")
    for paper in there.order_by("number"):
        try:
            papers.append(new.keep_again(paper))
        except FileMissing:  # it stays listed in the first case, where its absence shows
            continue
    return papers


def _issue(new: CaseInHand, number: int, issue: Issue) -> Document:
    """Move an issue to the new case; its words stay with the first one as well."""
    narrative = new.keep_text("narrative", f"Issue {number}, in the person's words", issue.narrative.text or "–")
    issue.case, issue.number, issue.narrative = new.case, number, narrative
    issue.save(update_fields=["case", "number", "narrative"])
    return narrative


def _keep_from_the_same_eyes(hand: CaseInHand, new: CaseInHand) -> None:
    """Whoever was given the first case has the new one too, and whoever was kept from it is kept from both."""
    for part in CasePart.objects.filter(case=hand.case, ended_at__isnull=True).order_by("entry"):
        entry = new.note("case_given", facts={"role": part.role})
        CasePart.objects.create(
            case=new.case,
            person_id=part.person_id,
            role=part.role,
            from_on=part.from_on,
            until_on=part.until_on,
            entry=entry,
            given_by_id=hand.by_id,
            made_at=hand.now,
        )
    if Restriction.objects.filter(case=hand.case, lifted_at__isnull=True).exists():
        reason = f"{_KNOWN_BY}, {reference_shown(hand.case.reference)}, which is restricted."
        paper = new.keep_text("restriction", "Why the case is restricted", reason)
        Restriction.objects.create(case=new.case, body=new.case.body, made_at=hand.now, made_by=hand.acting())
        new.note("case_restricted", papers=[paper])


def enter_what_went(hand: CaseInHand, new: CaseInHand, issues: Sequence[tuple[int, Document]], why: str) -> None:
    """Enter in the first file each issue that went, with its words, and why."""
    reason = hand.keep_text("file-note", "Why part of the complaint is dealt with in a case of its own", why)
    for number, narrative in issues:
        hand.note(OFF, issue=number, facts={"case": new.case.reference}, papers=[narrative, reason])
