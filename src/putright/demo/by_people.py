"""What do people do themselves in the demonstration, on the pages for everybody and on that of their complaint?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import zip_longest
from typing import Any, Final

from putright.casework.actions.answer_consent import answer_consent
from putright.casework.actions.ask_for_call_back import CallAsked, ask_for_call_back
from putright.casework.actions.count_about_person import count_about_person
from putright.casework.actions.give_feedback import give_feedback
from putright.casework.actions.offer_meeting import Meeting, offer_meeting
from putright.casework.actions.request_consent import request_consent
from putright.casework.actions.say_how_it_went import say_how_it_went
from putright.casework.consent_forms import new_secret, open_form
from putright.casework.means import Means
from putright.casework.open_link import open_link
from putright.casework.said import PersonSaid
from putright.demo.stage import MORNING, Stage, Tale
from putright.domain.consent import ConsentAnswer, Ticked
from putright.domain.equalities import Question, quarter_from
from putright.domain.experience import Asked, HowFar, Said
from putright.domain.feedback import FeedbackKind
from putright.domain.incoming import BestTime
from putright.domain.periods import LONDON
from putright.gateways.secrets import SeededSecrets
from putright.letters.facts import MeetingTime

_LATER: Final = timedelta(minutes=40)  # of a morning: after what staff do on it

# One line a person: how far each of the six things was so, in their order, nothing for what was left out; and words.
_HOW_IT_WENT: Final = (
    ("554445", "Thank you for ringing me before you wrote. I had not slept for thinking about that letter."),
    ("343234", ""),
    ("45355-", "The page told me every week what came next, and I did not have to ring."),
    ("252212", "I got an answer to what I asked. I do not believe that anything changes."),
    ("444334", ""),
)

# One line an answer: how many people gave it in the last quarter that is over.
_ABOUT_PEOPLE: Final = {
    Question.AGE: {"18-34": 6, "35-49": 9, "50-64": 11, "65-79": 8, "80-and-over": 5},
    Question.SEX: {"female": 23, "male": 14},
    Question.ETHNIC_GROUP: {"asian": 7, "black": 6, "mixed": 2, "white": 20, "other": 1},
    Question.DISABILITY: {"yes-a-lot": 9, "yes-a-little": 12, "no": 16},
    Question.RELIGION: {"none": 15, "christian": 13, "muslim": 6, "hindu": 1},
    Question.ORIENTATION: {"straight": 26, "bisexual": 2, "gay-or-lesbian": 3},
}


def asked_for_consent(tale: Tale, working_days_ago: int, by: str, /, **said: Any) -> str:  # Any: as of any action
    """A letter asks the patient for consent; return the code that is printed in it, which nobody can read again."""
    written = replace(tale, stage=replace(tale.stage, means=_own_means(tale)))
    written.posted(working_days_ago, by, request_consent, **said)
    return new_secret(_own_means(tale))


def _own_means(tale: Tale) -> Means:
    """Random bytes of the case alone, so that the code of its letter can be made again for whoever tries it."""
    return replace(tale.stage.means, secrets=SeededSecrets(f"consent in case {tale.reference}"))


def patient_answers(tale: Tale, working_days_ago: int, code: str, *, told: Sequence[int], name: str) -> None:
    """The patient types the code of the letter and agrees to some of it: those of its lines that are named."""
    stage = tale.stage
    day = stage.day(working_days_ago)
    now = stage.instant(day)
    answer_consent(
        form=open_form(code, visitor="", on=day, now=now),
        answer=ConsentAnswer.PART,
        ticked=Ticked(information=frozenset(told), shared_with=frozenset({1})),
        name=name,
        words="My notes from before the operation are my own business.",
        on=day,
        now=now,
        means=stage.means,
    )


def meeting_is_offered(tale: Tale, working_days_ago: int, by: str) -> None:
    """The person is offered two times to meet, and has not answered yet."""
    stage = tale.stage
    meeting = Meeting(
        meet_with=("Olivia Ormonde, who deals with your complaint", "The practice manager"),
        times=(
            MeetingTime(on=stage.day(-6), starts=time(10, 30)),
            MeetingTime(on=stage.day(-7), starts=time(16)),
        ),
        place="The meeting room, 1 Example Street, Southampton",
        safety_considered=True,
        topics=("How the copy of your record was put together", "Who may have seen what is in your own record"),
        reply_by=stage.day(-4),
    )
    tale.posted(working_days_ago, by, offer_meeting, meeting=meeting)


def people_say_how_it_went(told: Sequence[Tale], working_days_ago: int) -> None:
    """Five people say on one day how it went, so that it can be shown: their complaints are answered or have ended."""
    for tale, (answers, words) in zip(told, _HOW_IT_WENT, strict=True):
        day = tale.stage.day(working_days_ago)
        now = tale.stage.instant(day) + _LATER
        how = {asked: HowFar(given) for asked, given in zip(Asked, answers, strict=True) if given != "-"}
        link = open_link(tale.secret, visitor="", on=day, now=now)
        say_how_it_went(link=link, said=Said(answers=how, words=words), on=day, now=now)


def people_are_counted(stage: Stage) -> None:
    """People answered in the last quarter that is over what they were asked about themselves."""
    within = datetime.combine(quarter_from(stage.today) - timedelta(days=20), MORNING, tzinfo=LONDON)
    given = [list(Counter(answers).elements()) for answers in _ABOUT_PEOPLE.values()]
    for one in zip_longest(*given):  # somebody who gave one answer to each question, or left some out
        answers = {question: answer for question, answer in zip(_ABOUT_PEOPLE, one, strict=True) if answer}
        count_about_person(body=stage.company.body.code, answers=answers, now=within)


def people_tell_without_complaining(stage: Stage) -> None:
    """Thanks without a name, a question, something to be put right soon; and somebody asks to be rung."""
    body = stage.company.body.code
    nobody = PersonSaid(name="")
    for days, kind, words, where, person in (
        (2, FeedbackKind.COMPLIMENT, "The receptionist found me a chair before I could ask.", "Front desk", nobody),
        (
            1,
            FeedbackKind.CONCERN,
            "The automatic door at the back shuts too fast. My wheelchair was caught in it twice.",
            "Back entrance",
            PersonSaid(name="Morwenna Invented", telephone="07700 900153"),
        ),
        (
            0,
            FeedbackKind.QUESTION,
            "Can my daughter collect my prescription if I write down that she may?",
            "Dispensary",
            PersonSaid(name="Tobias Unlisted", email="tobias.unlisted@example.org"),
        ),
    ):
        give_feedback(body=body, kind=kind, words=words, where=where, person=person, now=stage.instant(stage.day(days)))
    asked = CallAsked(
        name="Blodwen Notional",
        telephone="07700 900162",
        best=BestTime.MORNING,
        may_leave_message=False,
        about="How my mother was spoken to at the flu clinic.",
        needs="Please speak slowly. I hear badly on the telephone.",
    )
    now = stage.instant(stage.day(1))
    ask_for_call_back(body=body, asked=asked, form="demonstration", now=now, means=stage.means)
