"""Facts for the letters that follow an answer, or the end of a case; people are made up."""

from dataclasses import replace
from datetime import date

from putright.letters.after_facts import (
    QuestionsAnswered,
    ReviewRefused,
    SecondLook,
    StaysWithdrawn,
    TakenUpAgain,
    WithdrawalConfirmed,
)
from putright.letters.copy_facts import CopyEnclosed, LeftOut
from putright.letters.easy_facts import EasyReadResponse, EasySaid
from putright.letters.every_letter import LetterFacts
from putright.letters.facts import FurtherWay
from putright.letters.improvement_facts import ChangeMade, ImprovementsMade
from tests.letters.builders import a_correspondence


def questions_answered(**changes) -> QuestionsAnswered:
    facts = QuestionsAnswered(
        correspondence=a_correspondence(),
        asked_on=date(2026, 6, 8),
        answered_on=date(2026, 5, 28),
        questions=("Who was the second nurse?", "Is the new rule in place?"),
        answer="The second nurse was from an agency. The new rule began on 1 June.",
        ombudsman_by=date(2027, 3, 31),
    )
    return replace(facts, **changes)


def a_second_look(**changes) -> SecondLook:
    facts = SecondLook(
        correspondence=a_correspondence(),
        received_on=date(2026, 4, 2),
        answered_on=date(2026, 5, 28),
        asked_on=date(2026, 6, 8),
        issues=("Waiting times",),
        answer_by=date(2026, 7, 13),
        meeting=True,
        ombudsman_by=date(2027, 3, 31),
    )
    return replace(facts, **changes)


def a_review_refused(**changes) -> ReviewRefused:
    facts = ReviewRefused(
        correspondence=a_correspondence(),
        requested_on=date(2026, 12, 7),
        last_day=date(2026, 11, 30),
        reasons="You told us that you were well and had our answer in June.",
        further=(FurtherWay(words="The independent adjudication service.", by=date(2027, 1, 8)),),
        ombudsman_by=date(2027, 3, 31),
    )
    return replace(facts, **changes)


def a_withdrawal_confirmed(**changes) -> WithdrawalConfirmed:
    facts = WithdrawalConfirmed(
        correspondence=a_correspondence(),
        received_on=date(2026, 4, 2),
        withdrawn_on=date(2026, 4, 14),
        until=date(2027, 3, 16),
        goes_on_because="You told us that a door did not shut. We want to be sure that it does.",
        ombudsman_by=date(2027, 3, 31),
    )
    return replace(facts, **changes)


def taken_up_again(**changes) -> TakenUpAgain:
    facts = TakenUpAgain(
        correspondence=a_correspondence(),
        received_on=date(2026, 4, 2),
        withdrawn_on=date(2026, 4, 14),
        asked_on=date(2026, 4, 20),
        answer_by=date(2026, 10, 1),
        words="Dr Example will ring you about the meeting.",
    )
    return replace(facts, **changes)


def stays_withdrawn(**changes) -> StaysWithdrawn:
    facts = StaysWithdrawn(
        correspondence=a_correspondence(),
        withdrawn_on=date(2026, 4, 14),
        asked_on=date(2027, 11, 8),
        reasons="The ward was closed in 2026, and nobody who worked there can be asked any more.",
        ombudsman_by=date(2027, 3, 31),
    )
    return replace(facts, **changes)


def improvements_made(**changes) -> ImprovementsMade:
    facts = ImprovementsMade(
        correspondence=a_correspondence(),
        received_on=date(2026, 4, 2),
        changes=(
            ChangeMade(
                what="A bell at the desk.",
                made_on=date(2026, 6, 1),
                shown_by="It stands on the left. Staff answer it within a minute.",
            ),
        ),
        words="Please come in and try it.",
    )
    return replace(facts, **changes)


def a_copy_enclosed(**changes) -> CopyEnclosed:
    facts = CopyEnclosed(
        correspondence=a_correspondence(),
        received_on=date(2026, 4, 2),
        papers="7",
        why="You asked us for everything that we keep about you.",
        left_out=(
            LeftOut(what="1 whole paper and words", why="This is about somebody else."),
            LeftOut(what="2 whole pages", why="This is advice from a lawyer."),
        ),
    )
    return replace(facts, **changes)


def an_easy_read_response(**changes) -> EasyReadResponse:
    facts = EasyReadResponse(
        correspondence=a_correspondence(),
        received_on=date(2026, 4, 2),
        told=(EasySaid(words="Somebody was rude to you.", picture="Two people talking"),),
        found=(EasySaid(words="You are right."), EasySaid(words="We are sorry.", picture="A sad face")),
        next=(EasySaid(words="We teach our staff to be kind.", picture="People in a class"),),
        unhappy=(EasySaid(words="You can tell us."), EasySaid(words="You can go to the Ombudsman.")),
        ombudsman_by=date(2027, 3, 16),
    )
    return replace(facts, **changes)


AFTER_FACTS: dict[str, LetterFacts] = {
    "questions-answered": questions_answered(),
    "second-look": a_second_look(),
    "review-refused": a_review_refused(),
    "withdrawal-confirmed": a_withdrawal_confirmed(),
    "taken-up-again": taken_up_again(),
    "stays-withdrawn": stays_withdrawn(),
    "improvements-made": improvements_made(),
    "response-easy-read": an_easy_read_response(),
    "copy-enclosed": a_copy_enclosed(),
    "copy-for-somebody": a_copy_enclosed(why="The coroner asked for it. An inquest was opened on 4 May."),
}
