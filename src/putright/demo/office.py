"""What goes on at an office beside its cases: calls of nobody yet known, absences, papers that went astray?"""

from datetime import time, timedelta
from typing import Final

from putright.casework.actions.follow_up_breach import FollowUp, follow_up_breach
from putright.casework.actions.judge_breach import judge_breach
from putright.casework.actions.note_call import note_call
from putright.casework.actions.record_absence import record_absence
from putright.casework.actions.record_breach import record_breach
from putright.demo.practice import OFFICER, RESPONSIBLE
from putright.demo.stage import Stage, Tale
from putright.domain.breaches import How, Risk

_FOUND_AT: Final = time(9, 10)


def people_ring(stage: Stage) -> None:
    """Two calls wait to be put where they belong: the number of one is known on a case."""
    somebody_rings(
        stage,
        OFFICER,
        "He asks whether the answer may come by letter as well as by email, for his sister to read.",
        name="Gethin Madeup",
        telephone="07700 900117",
    )
    somebody_rings(
        stage,
        OFFICER,
        "Her son's vaccination was cancelled twice by text. She does not want to write, and asks what she can do.",
        name="Mrs Notional",
        telephone="07700 900161",
    )


def somebody_rings(stage: Stage, officer: str, words: str, *, name: str = "", telephone: str = "") -> None:
    """A call on the last working day or today, of which nobody has said yet what becomes of it."""
    day = stage.day(1)
    note_call(
        actor=stage.actors[officer],
        words=words,
        on=day,
        now=stage.instant(day) + timedelta(minutes=25),
        name=name,
        telephone=telephone,
        means=stage.means,
    )


def somebody_is_away(stage: Stage, who: str, cover: str, first: int, last: int) -> None:
    """Somebody is away from one day to another, both as working days ago, and somebody else is there instead."""
    record_absence(
        actor=stage.actors[who],
        person=stage.people[who],
        cover=stage.people[cover],
        from_on=stage.day(first),
        until_on=stage.day(last),
        now=stage.instant(stage.day(max(first + 1, 1))),
        means=stage.means,
    )


def papers_went_astray(tale: Tale) -> None:
    """The letter of which the complaint tells is itself a breach: judged, told to the Commissioner, and got back."""
    tale.then(
        17,
        OFFICER,
        record_breach,
        words="A hospital letter about another patient lay in the copy of a record that was handed over.",
        how=How.WRONG_PAPERS,
        known_at=_FOUND_AT,
    )
    breach = tale.entry("breach_found", OFFICER)
    reasons = "It names an illness that people keep to themselves. Whoever had it rang at once."
    tale.then(17, RESPONSIBLE, judge_breach, breach=breach, risk=Risk.LIKELY, reasons=reasons)
    tale.then(
        17,  # the same day: 72 hours run through weekends, too
        OFFICER,
        follow_up_breach,
        breach=breach,
        done=FollowUp.REPORTED,
        words="Told the Commissioner through the form on the web, number MADE-UP-IC-77.",
    )
    tale.then(
        16,
        OFFICER,
        follow_up_breach,
        breach=breach,
        done=FollowUp.CONTAINED,
        words="He brought the letter back. No copy was made.",
    )
