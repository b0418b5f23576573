"""What is a person told in writing when something is not dealt with, or is after all?"""

from collections.abc import Iterable

from putright.casework.correspondence import answer_by, correspondence, ombudsman_by
from putright.casework.letter_queue import send_letter
from putright.casework.perform import CaseInHand
from putright.domain.channels import Channel
from putright.domain.issues import SUBJECT_WORDS, Subject
from putright.domain.refusing import GROUND_INSTEAD, GROUND_TOLD
from putright.domain.scope import Ground
from putright.letters.intake_facts import ExclusionNotice, ExclusionTakenBack
from putright.records.models import Issue


def explain_exclusion(
    hand: CaseInHand, issues: Iterable[Issue], ground: Ground, reasons: str, *, channel: Channel
) -> None:
    """Write what is not dealt with, why, where to turn instead, and what goes on: regulation 8(2) and (3)."""
    others = Issue.objects.filter(case=hand.case, exclusion="").order_by("number")
    letter = ExclusionNotice(
        correspondence=correspondence(hand, to=hand.case.complainant),
        issues=in_words(issues),
        ground=GROUND_TOLD[ground],
        reasons=reasons,
        instead=GROUND_INSTEAD[ground],
        others=in_words(others),
        ombudsman_by=ombudsman_by(hand.position),
    )
    send_letter(hand, "exclusion-notice", letter, channel=channel)


def explain_taking_back(hand: CaseInHand, issues: Iterable[Issue], reasons: str, *, channel: Channel) -> None:
    """Write that something is looked into after all."""
    letter = ExclusionTakenBack(
        correspondence=correspondence(hand, to=hand.case.complainant),
        issues=in_words(issues),
        reasons=reasons,
        answer_by=answer_by(hand.position),
    )
    send_letter(hand, "exclusion-taken-back", letter, channel=channel)


def in_words(issues: Iterable[Issue]) -> tuple[str, ...]:
    """What each issue is about."""
    return tuple(SUBJECT_WORDS[Subject(issue.subject)] for issue in issues)
