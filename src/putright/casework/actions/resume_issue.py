"""The person wants an answer after all to something that they had withdrawn."""

from datetime import date, datetime

from putright.casework.correspondence import answer_by, correspondence
from putright.casework.errors import refuse, refused
from putright.casework.letter_queue import WAITING, send_letter
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.scope_letters import in_words
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.issue_withdrawal import RESUMED, why_not_resumed, withdrawn_issues
from putright.letters.issue_facts import IssueResumed
from putright.records.models import Issue, OutboxLetter


def resume_issue(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    issue: int,
    note: str = "",
    channel: Channel = Channel.LETTER,
) -> Done:
    """Look into a withdrawn issue again, with what was said, found and planned on it before, and tell the person."""
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        withdrawn = withdrawn_issues(hand.events)
        refuse(why_not_resumed(issue, status=hand.position.status, withdrawn=withdrawn))
        if OutboxLetter.objects.filter(case=hand.case, name="issue-withdrawn", state__in=WAITING).exists():
            raise refused(
                "letter-waiting", "The letter that it is withdrawn still waits. Post it, or put it aside first."
            )
        papers = hand.keep_if_said("file-note", "What the person said", note)
        hand.record(RESUMED, issue=issue, papers=papers)
        row = Issue.objects.get(case=hand.case, number=issue)
        row.exclusion = ""
        row.save(update_fields=["exclusion"])
        if hand.case.complainant.death_learnt_on is None:
            hand.on = hand.today
            letter = IssueResumed(
                correspondence=correspondence(hand, to=hand.case.complainant),
                issues=in_words([row]),
                answer_by=answer_by(hand.position),
            )
            send_letter(hand, "issue-resumed", letter, channel=channel)
    return hand.done()
