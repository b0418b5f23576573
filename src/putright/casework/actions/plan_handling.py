"""It is agreed with the person, or set, how their complaint is handled; later versions say why they differ."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse
from putright.casework.handling_plans import KIND, WHY_KIND, plans_of, response_day
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.chronology import FactValue
from putright.domain.handling import HandlingPlan, as_text, why_not_planned
from putright.letters.facts import ResponsePeriod
from putright.letters.plan_facts import HandlingAgreed


def plan_handling(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    plan: HandlingPlan,
    agreed: bool,
    why: str = "",
    channel: Channel = Channel.LETTER,
) -> Done:
    """Keep the plan as a version and write to the person what it is: regulations 13(7) and (8).

    One that was agreed records the agreed day of the answer, where that is new, and is confirmed by letter; one that
    was set is told by the letter that sets the day.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        before = plans_of(hand.case, hand.events)
        latest = before[-1].plan if before else None
        refuse(why_not_planned(plan, latest, agreed=agreed, why=why, today=hand.today))
        place = len(before) + 1
        paper = hand.keep_text(KIND, f"How the complaint is handled, version {place}", as_text(plan))
        papers = [paper, *hand.keep_if_said(WHY_KIND, f"Why version {place} differs", why)]
        facts: dict[str, FactValue] = {"agreed": agreed, "paper": paper.number}
        hand.note("handling_planned", facts=facts, papers=papers)
        if agreed:
            _confirm(hand, plan, why=why if before else "", channel=channel)
        else:
            _set(hand, plan, channel)
    return hand.done()


def _confirm(hand: CaseInHand, plan: HandlingPlan, *, why: str, channel: Channel) -> None:
    if hand.position.refusal_of("issues_agreed") is None:
        hand.note("issues_agreed")
    if plan.respond_by is not None and plan.respond_by != response_day(hand.events):
        hand.record("response_period_agreed", facts={"date": plan.respond_by})
    letter = HandlingAgreed(
        correspondence=correspondence(hand, to=hand.case.complainant),
        issues=plan.issues,
        how=plan.how,
        wanted=plan.wanted or None,
        who=plan.who or None,
        respond_by=plan.respond_by,
        why=why.strip() or None,
    )
    send_letter(hand, "handling-agreed", letter, channel=channel)


def _set(hand: CaseInHand, plan: HandlingPlan, channel: Channel) -> None:
    if plan.respond_by is None:
        raise ValueError("a plan that was set has a day")
    letter = ResponsePeriod(
        correspondence=correspondence(hand, to=hand.case.complainant),
        how_handled=_in_a_letter(plan),
        respond_by=plan.respond_by,
    )
    send_letter(hand, "response-period", letter, channel=channel, saying={"date": plan.respond_by})


def _in_a_letter(plan: HandlingPlan) -> str:
    parts = [f"We look into this: {_listed(plan.issues)}", _listed(plan.how)]
    parts += [f"It is done by {_listed(plan.who)}"] if plan.who else []
    return "\n\n".join(parts)


def _listed(lines: tuple[str, ...]) -> str:
    """Lines as sentences."""
    return " ".join(line if line.endswith((".", "!", "?")) else f"{line}." for line in lines)
