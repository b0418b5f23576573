"""The person withdraws one thing that they complained of; the rest goes on."""

from datetime import date, datetime

from putright.casework.correspondence import answer_by, correspondence
from putright.casework.errors import refuse
from putright.casework.letter_queue import send_letter
from putright.casework.means import Means
from putright.casework.office_rules import bring_over
from putright.casework.perform import CaseInHand, Done, performing
from putright.casework.scope_letters import in_words
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.holds import held_issues
from putright.domain.issue_withdrawal import RULES, WITHDRAWN, why_not_withdrawn, withdrawn_issues
from putright.domain.scope import WITHDRAWN as NOT_ANSWERED
from putright.domain.standing import Basis
from putright.domain.withdrawing import why_not_by_them
from putright.letters.issue_facts import IssueWithdrawn
from putright.records.models import Issue


def withdraw_issue(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    issue: int,
    said_by: Channel,
    note: str = "",
    patient_agrees: bool = False,
    channel: Channel = Channel.LETTER,
) -> Done:
    """Record that an issue was withdrawn and how the person said so, and confirm in writing what goes on.

    No date of the complaint changes. `patient_agrees` says whether the patient wants it too, where somebody complains
    at the patient's wish.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        refuse(why_not_by_them(Basis(hand.case.basis), patient_agrees=patient_agrees))
        rows = {row.number: row for row in Issue.objects.filter(case=hand.case, exclusion="")}
        refuse(
            why_not_withdrawn(
                issue,
                status=hand.position.status,
                live=rows.keys(),
                answered={number for number, row in rows.items() if row.outcome},
                withdrawn=withdrawn_issues(hand.events),
                held=held_issues(hand.events),
            )
        )
        bring_over(hand, RULES)
        papers = hand.keep_if_said("file-note", "What the person said", note)
        hand.record(WITHDRAWN, issue=issue, facts={"channel": said_by.value}, papers=papers)
        row = rows[issue]
        row.exclusion = NOT_ANSWERED
        row.save(update_fields=["exclusion"])
        _confirm(hand, row, on, channel=channel)
    return hand.done()


def _confirm(hand: CaseInHand, row: Issue, on: date, *, channel: Channel) -> None:
    """Write to the person, unless they have died; the letter is of today, whenever they said it."""
    if hand.case.complainant.death_learnt_on is not None:
        return
    hand.on = hand.today
    letter = IssueWithdrawn(
        correspondence=correspondence(hand, to=hand.case.complainant),
        withdrawn_on=on,
        issues=in_words([row]),
        others=in_words(Issue.objects.filter(case=hand.case, exclusion="").order_by("number")),
        answer_by=answer_by(hand.position),
    )
    send_letter(hand, "issue-withdrawn", letter, channel=channel)
