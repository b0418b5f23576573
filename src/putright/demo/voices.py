"""What do people say in the demonstration who do not complain, or not at first? Concerns, praise, a comment."""

from datetime import date

from putright.casework.actions.close_feedback import close_feedback
from putright.casework.actions.note_feedback import note_feedback
from putright.casework.actions.record_feedback import FeedbackSaid, record_feedback
from putright.casework.said import PersonSaid
from putright.demo.stage import Stage
from putright.domain.channels import Channel
from putright.domain.feedback import Ending, FeedbackKind, Rating

BY = "pals"


def concern_of(stage: Stage, person: PersonSaid, words: str, *, day: date) -> int:
    """Keep a concern that is told on a day; its number, so that a complaint can come of it."""
    said = FeedbackSaid(
        kind=FeedbackKind.CONCERN, channel=Channel.TELEPHONE, words=words, where="Front desk", person=person
    )
    return _kept(stage, day, said)


def people_speak(stage: Stage) -> None:
    """Keep what was said to the Patient Advice and Liaison Officer."""
    _kept(
        stage,
        stage.day(3),
        FeedbackSaid(
            kind=FeedbackKind.CONCERN,
            channel=Channel.TELEPHONE,
            words="The prescription line rings out every morning. I do not want to complain, I want it answered.",
            where="Dispensary",
            person=PersonSaid(name="Rowan Fabricated", telephone="07700 900151"),
        ),
    )
    asked = _kept(
        stage,
        stage.day(0),
        FeedbackSaid(
            kind=FeedbackKind.QUESTION,
            channel=Channel.IN_PERSON,
            words="Which of your surgeries has a ramp that takes a wide wheelchair?",
            person=PersonSaid(name="Imani Pretend", telephone="07700 900152", needs="A wide door"),
        ),
    )
    actor = stage.actors[BY]
    note_feedback(actor=actor, feedback=asked, words="I asked the premises manager.", now=stage.now)
    thanks = _kept(
        stage,
        stage.day(6),
        FeedbackSaid(
            kind=FeedbackKind.COMPLIMENT,
            channel=Channel.LETTER,
            words="The nurse who took my blood talked me through it. For the first time I was not afraid.",
            where="Treatment room",
            person=PersonSaid(name="Bo Makebelieve", address=("52 Example Road", "Southampton", "SO99 9ZZ")),
        ),
    )
    day = stage.day(5)
    close_feedback(
        actor=actor,
        feedback=thanks,
        ending=Ending.SHARED,
        done="Read out at the team meeting.",
        on=day,
        now=stage.instant(day),
    )
    _kept(
        stage,
        stage.day(2),
        FeedbackSaid(
            kind=FeedbackKind.FRIENDS_AND_FAMILY,
            channel=Channel.ONLINE,
            words="Quick and kind, but the screen in the waiting room was broken.",
            rating=Rating.GOOD,
        ),
    )


def _kept(stage: Stage, day: date, said: FeedbackSaid) -> int:
    return record_feedback(actor=stage.actors[BY], said=said, on=day, now=stage.instant(day))
