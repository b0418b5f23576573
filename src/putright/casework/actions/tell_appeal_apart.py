"""What somebody wrote is found to be, or to hold, an appeal against being on the Special Allocation Scheme."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from putright.casework import adopted
from putright.casework.actions.put_under_procedure import bring_beside
from putright.casework.correspondence import answer_by, correspondence
from putright.casework.errors import refuse, refused
from putright.casework.findings_of import findings_of
from putright.casework.letter_queue import WAITING, send_letter
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.other_bodies import BodyTold, OtherBody, keep_body, other_body
from putright.casework.perform import CaseInHand, Done, holding
from putright.casework.scope_letters import in_words
from putright.casework.splitting import carry_over, enter_what_went, new_case_of
from putright.casework.two_cases import performing_with_a_new_one
from putright.domain.access import Actor, Deed
from putright.domain.allocation import DECIDED, ELSEWHERE, FOUND, why_not_told_apart
from putright.domain.channels import Channel
from putright.domain.holds import held_issues
from putright.domain.references import reference_shown
from putright.domain.several import CHANGED
from putright.domain.splitting import FROM
from putright.letters.allocation_facts import AppealToldApart
from putright.records.models import Issue, OutboxLetter


def tell_appeal_apart(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    issues: tuple[int, ...],
    why: str,
    decided_by: BodyTold | None = None,
    procedure: str = "",
    reference: str = "",
    channel: Channel = Channel.LETTER,
) -> Done:
    """Have issues go on as an appeal, and tell the person where each part goes and why: SI 2015/1862 Sch 3 para 25.

    Where nothing else was complained of the case becomes the appeal; else the appeal is split off into a case of
    its own that keeps every day. `decided_by` is the commissioner whose panel decides; without one, this body does, by
    its own `procedure`. `reference` is one from `splitting.reference_to_give`.
    """
    with performing_with_a_new_one(
        Deed.DECIDE, actor=actor, case=case, on=on, now=now, version=version, means=means
    ) as (hand, keeping):
        rows = _meant(hand, issues)
        told = in_words(rows)
        others = in_words(Issue.objects.filter(case=hand.case, exclusion="").exclude(number__in=issues))
        if not others:
            body = _found(hand, why, decided_by, procedure)
            _tell(hand, told, why, body, channel=channel)
            return hand.done()
        went = [(row.number, row.narrative) for row in rows]
        with holding(new_case_of(hand, reference), keeping, by_id=hand.by_id, on=on, now=now) as new:
            carry_over(hand, new, rows)
            enter_what_went(hand, new, went, why)
            new.note(FROM, facts={"case": hand.case.reference}, papers=[new.keep_text("file-note", _APART, why)])
            body = _found(new, why, decided_by, procedure)
            _tell(new, told, why, body, channel=channel, complaint=others, beside=hand)
        given = reference_shown(new.case.reference)
    return replace(hand.done(), then=f"The appeal is {given}. This case goes on with the complaint.")


_APART = "Why the appeal is a case of its own"


def _meant(hand: CaseInHand, numbers: Sequence[int]) -> list[Issue]:
    """The issues that are meant; raises ActionRefused where they cannot be told apart as an appeal."""
    rows = list(Issue.objects.filter(case=hand.case, exclusion="").select_related("narrative").order_by("number"))
    refuse(
        why_not_told_apart(
            numbers,
            events=hand.events,
            status=hand.position.status,
            dealt_with=[row.number for row in rows],
            decided={row.number for row in rows if row.outcome} | findings_of(hand.case).keys(),
            held=held_issues(hand.events),
        )
    )
    if OutboxLetter.objects.filter(case=hand.case, state__in=WAITING).exists():
        raise refused("letter-waiting", "A letter of this case waits. Send it, or put it aside.")
    return [row for row in rows if row.number in set(numbers)]


def _found(hand: CaseInHand, why: str, decided_by: BodyTold | None, procedure: str) -> OtherBody | None:
    """Put the case under the rules of the appeal in place of a complaint's; whoever decides it, if it is another."""
    papers = [hand.keep_text("decision", "Why it is an appeal", why)]
    body = None
    if decided_by is not None:
        body = other_body(hand, decided_by)
        papers.append(keep_body(hand, body))
        bring_over(hand, ELSEWHERE)
        procedure = ELSEWHERE
    else:
        further = adopted.further_of(hand.case.body, hand.on).get(procedure)
        if further is None or not any(DECIDED in rule.met_by for rule in adopted.programme_of(further).rules):
            message = "Your organisation has adopted no procedure for such appeals. Say who decides it, or adopt one."
            raise refused("no-such-procedure", message)
        bring_beside(hand, further)
    hand.note(FOUND, facts={"body": body.code} if body else {}, papers=papers)
    hand.note(CHANGED, facts={"to": procedure})
    return body


def _tell(
    hand: CaseInHand,
    issues: tuple[str, ...],
    why: str,
    body: OtherBody | None,
    *,
    channel: Channel,
    complaint: tuple[str, ...] = (),
    beside: CaseInHand | None = None,
) -> None:
    """Write the one letter to the person, unless they have died."""
    if hand.case.complainant.death_learnt_on is not None:
        return
    letter = AppealToldApart(
        correspondence=correspondence(hand, to=hand.case.complainant),
        issues=issues,
        why=why,
        body=body.contact if body else None,
        body_name=body.name if body else None,
        complaint=complaint,
        complaint_reference=reference_shown(beside.case.reference) if beside else None,
        answer_by=answer_by(beside.position) if beside else None,
    )
    send_letter(hand, "appeal-told-apart", letter, channel=channel)
