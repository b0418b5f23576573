"""Some issues of a case become a case of their own, for another procedure or because they are answered apart."""

from dataclasses import replace
from datetime import date, datetime

from putright.casework import adopted
from putright.casework.actions.put_under_procedure import bring_beside
from putright.casework.correspondence import answer_by, correspondence
from putright.casework.errors import refuse, refused
from putright.casework.findings_of import findings_of
from putright.casework.letter_queue import WAITING, send_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done, holding
from putright.casework.scope_letters import in_words
from putright.casework.splitting import carry_over, enter_what_went, new_case_of
from putright.casework.two_cases import performing_with_a_new_one
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.holds import held_issues
from putright.domain.references import reference_shown
from putright.domain.several import CHANGED
from putright.domain.splitting import FROM, why_not_split
from putright.letters.linked_facts import SplitNotice
from putright.records.models import Issue, OutboxLetter


def split_case(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    issues: tuple[int, ...],
    why: str,
    procedure: str = "",
    reference: str = "",
    channel: Channel = Channel.LETTER,
) -> Done:
    """Make a case of some issues. It knows all that counts for the whole complaint, on its days, and keeps every date.

    `procedure` puts the new case under another procedure of the body from this day on, in the place of the first; `why`
    is told to the person, who gets one letter; `reference` is one from `reference_to_give`. It can be taken back with
    `take_back_split` while nothing is done there.
    """
    with performing_with_a_new_one(
        Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means
    ) as (hand, keeping):
        rows = _to_split_off(hand, issues)
        went = [(row.number, row.narrative) for row in rows]
        told = in_words(rows)
        with holding(new_case_of(hand, reference), keeping, by_id=hand.by_id, on=on, now=now) as new:
            carry_over(hand, new, rows)
            rules = _put_under(new, procedure) if procedure else None
            enter_what_went(hand, new, went, why)
            note = new.keep_text("file-note", "Why it is a case of its own", why)
            new.note(FROM, facts={"case": hand.case.reference}, papers=[note])
            _tell(hand, new, told, why, rules, channel=channel)
        given = reference_shown(new.case.reference)
    return replace(hand.done(), then=f"The new case is {given}. It is linked with this one.")


def _to_split_off(hand: CaseInHand, numbers: tuple[int, ...]) -> list[Issue]:
    """The issues that are meant; raises ActionRefused where they cannot become a case of their own."""
    rows = list(Issue.objects.filter(case=hand.case, exclusion="").select_related("narrative").order_by("number"))
    decided = {row.number for row in rows if row.outcome} | findings_of(hand.case).keys()
    refuse(
        why_not_split(
            numbers,
            status=hand.position.status,
            dealt_with=[row.number for row in rows],
            decided=decided,
            held=held_issues(hand.events),
        )
    )
    if OutboxLetter.objects.filter(case=hand.case, state__in=WAITING).exists():
        message = "A letter of this case waits. Send it, or put it aside, so that it counts for both cases or for none."
        raise refused("letter-waiting", message)
    return [row for row in rows if row.number in numbers]


def _put_under(new: CaseInHand, procedure: str) -> str:
    """Put the new case under another procedure of the body; its title."""
    further = adopted.further_of(new.case.body, new.on).get(procedure)
    if further is None:
        raise refused("no-such-procedure", "Choose a procedure that the organisation had adopted by this day.")
    bring_beside(new, further)
    new.note(CHANGED, facts={"to": procedure})
    return adopted.programme_of(further).procedure.title


def _tell(
    hand: CaseInHand, new: CaseInHand, there: tuple[str, ...], why: str, rules: str | None, *, channel: Channel
) -> None:
    """Write the one letter to the person, unless they have died."""
    if hand.case.complainant.death_learnt_on is not None:
        return
    left = Issue.objects.filter(case=hand.case, exclusion="").order_by("number")
    letter = SplitNotice(
        correspondence=correspondence(hand, to=hand.case.complainant),
        here=in_words(left),
        there=there,
        other_reference=reference_shown(new.case.reference),
        why=why,
        answer_by=answer_by(hand.position),
        rules=rules,
    )
    send_letter(hand, "split-notice", letter, channel=channel)
