"""How is it shown what comes after an answer: what is paid, asked and changed, a second round, the Ombudsman?"""

from typing import Final

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.answer_ombudsman import answer_ombudsman
from putright.casework.actions.answer_questions import answer_questions
from putright.casework.actions.complete_investigation import complete_investigation
from putright.casework.actions.decide_remedy import decide_remedy
from putright.casework.actions.end_improvement import end_improvement
from putright.casework.actions.give_remedy import give_remedy
from putright.casework.actions.open_round import open_round
from putright.casework.actions.plan_improvement import plan_improvement
from putright.casework.actions.record_ombudsman_request import record_ombudsman_request
from putright.casework.actions.record_questions import record_questions
from putright.casework.actions.record_remedy_answer import record_remedy_answer
from putright.casework.actions.sign_response import sign_response
from putright.casework.actions.tell_improvements import tell_improvements
from putright.casework.queries.improvements import ImprovementsShown, improvements
from putright.demo.answers import A_BUS_MISSED, A_LATE_DRESSING
from putright.demo.practice import OFFICER, RESPONSIBLE, Answer, decided, person
from putright.demo.stage import Stage, Tale
from putright.domain.channels import Channel
from putright.domain.issues import Subject
from putright.domain.ombudsman import Asks
from putright.domain.remedies import RemedyKind

_NOTICE: Final = "Put a notice on the check-in screen itself that says what to do when it is wrong."


def remedy_is_paid(tale: Tale) -> None:
    """A fare is paid back: decided with the answer, accepted, and paid."""
    tale.then(
        28,
        RESPONSIBLE,
        decide_remedy,
        issue=1,
        kind=RemedyKind.REPAYMENT,
        words="We pay back the taxi that you took home.",
        by=tale.stage.day(15),
        pence=1_240,
    )


def remedy_was_paid(tale: Tale) -> None:
    """The person takes the payment, and has it."""
    remedy = tale.entry("remedy_decided", OFFICER)
    tale.then(23, OFFICER, record_remedy_answer, remedy=remedy, accepts=True, words="Gave the number of her account.")
    tale.then(22, OFFICER, give_remedy, remedy=remedy, words="Paid by bank transfer, number MADE-UP-0412.")


def something_was_changed(tale: Tale) -> None:
    """One change is made, shown and told to the person; another is overdue."""
    stage = tale.stage
    tale.then(
        24,
        OFFICER,
        plan_improvement,
        owner=stage.people[RESPONSIBLE],
        what=_NOTICE,
        due_on=stage.day(12),
        tells=True,
    )
    tale.then(
        24,
        OFFICER,
        plan_improvement,
        owner=stage.people[OFFICER],
        what="Look at the check-in screen every morning before the doors open, and tick it off.",
        due_on=stage.day(2),
        lesson="A screen that is wrong does more harm than none: people stay where it sends them.",
        tells=True,
    )


def change_was_made(tale: Tale) -> None:
    """What shows it is kept, and the person hears of it."""
    stage, actor, made_on = tale.stage, tale.stage.actors[RESPONSIBLE], tale.stage.day(14)
    planned = improvements(actor, made_on, show=ImprovementsShown.OPEN).lines
    end_improvement(
        actor=actor,
        improvement=next(line.number for line in planned if line.what == _NOTICE),
        on=made_on,
        now=stage.instant(made_on),
        is_made=True,
        words="The notice is on all four screens. A photograph of each is with the minutes of the reception meeting.",
        means=stage.means,
    )
    tale.posted(12, OFFICER, tell_improvements, words="Thank you: without you nobody would have thought of it.")


def questions_are_answered(tale: Tale) -> None:
    """The person asks what the answer means, and is told."""
    tale.then(
        21,
        OFFICER,
        record_questions,
        words="Who looks at the screen when the receptionist is at lunch?\nHow do I say that it is wrong?",
        channel=Channel.EMAIL,
    )
    tale.posted(
        18,
        OFFICER,
        answer_questions,
        answer="Two people at the desk can see the screen, and one of them is always there. Tell either of them, or"
        " press the bell beside the screen.",
    )


def ombudsman_asks(tale: Tale) -> None:
    """The person went to the Ombudsman, who has the file and now asks for comments."""
    tale.then(
        4,
        OFFICER,
        record_ombudsman_request,
        asks=Asks.FILE,
        words="The whole file, by secure transfer. Their reference is MADE-UP/P-4471.",
        answer_by=tale.stage.day(-6),
    )
    tale.then(
        3,
        OFFICER,
        answer_ombudsman,
        request=tale.entry("ombudsman_asked", OFFICER),
        words="The file as one archive, through the Ombudsman's portal.",
        with_file=True,
    )
    tale.then(
        1,
        OFFICER,
        record_ombudsman_request,
        asks=Asks.COMMENTS,
        words="Comments on the provisional view: that nobody said how often the screen is looked at.",
        answer_by=tale.stage.day(-9),
    )


def answered_long_ago(stage: Stage) -> Tale:
    """A complaint that was answered, of which nothing has been heard since: it could be closed."""
    tale = stage.received(
        80,
        person("Orla Hypothetical", 25),
        (Subject.WAITING_TIMES, "I waited an hour and a half for a dressing that took five minutes."),
        (Subject.COMMUNICATIONS, "The notice that the nurse was late hung where nobody sits."),
        wanted="That people are told how long it will be.",
    )
    _answered(tale, 78, 45, A_LATE_DRESSING)
    return tale


def second_round(stage: Stage) -> Tale:
    """A complaint whose answer did not satisfy: the same things are looked at once more, with a day of their own."""
    tale = stage.received(
        60,
        person("Percival Unbeknown", 26),
        (Subject.WAITING_TIMES, "My blood test was an hour late, and I missed the bus to work."),
        (Subject.COMMUNICATIONS, "There was a note at the desk, and I was not at the desk."),
        wanted="To know that it will not happen again.",
    )
    _answered(tale, 58, 20, A_BUS_MISSED)
    tale.posted(
        6,
        OFFICER,
        open_round,
        words="You say that cover is arranged now. You do not say why there was none, though you knew a week before.",
        issues=(1,),
        came_by=Channel.EMAIL,
    )
    return tale


def _answered(tale: Tale, acknowledged: int, answered: int, answer: Answer) -> None:
    tale.posted(acknowledged, OFFICER, acknowledge)
    tale.then(answered + 5, OFFICER, complete_investigation)
    decided(tale, answered + 3, answer)
    tale.posted(answered, RESPONSIBLE, sign_response)
