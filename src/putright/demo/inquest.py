"""How is it shown that one part of a complaint waits for an inquest, and another becomes a case of its own?"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.hold_issues import hold_issues
from putright.casework.actions.link_process import link_process
from putright.casework.actions.receive_complaint import unused_reference
from putright.casework.actions.set_severity import set_severity
from putright.casework.actions.set_tier import set_tier
from putright.casework.actions.split_case import split_case
from putright.casework.said import PersonSaid
from putright.demo.stage import Stage, Tale
from putright.domain.channels import Channel
from putright.domain.holds import Grounds
from putright.domain.issues import Subject
from putright.domain.linked import ProcessKind
from putright.domain.standing import Basis
from putright.domain.triage import Severity

OFFICER: Final = "officer"
MANAGER: Final = "manager"


def somebody_died(stage: Stage, daughter: PersonSaid, father: PersonSaid) -> Iterator[Tale]:
    """A daughter writes about three things: one waits, one goes on, and one can be answered at once, apart."""
    tale = stage.received(
        15,
        daughter,
        (Subject.CLINICAL_TREATMENT, "My father was given another patient's tablets the night before he died."),
        (Subject.COMMUNICATIONS, "Nobody rang us until the next day, and then it was a machine."),
        (Subject.FACILITIES, "His watch and his glasses were not among the things that we were given back."),
        wanted="The truth about that night. And his watch.",
        channel=Channel.LETTER,
        by=OFFICER,
        patient=replace(father, telephone="", email=""),
        basis=Basis.DECEASED,
    )
    tale.posted(13, OFFICER, acknowledge)
    tale.then(13, OFFICER, set_severity, severity=Severity.HIGH, reason="He may have died of it.")
    tale.posted(12, MANAGER, set_tier, tier="red", why="We have to ask everybody who cared for him that night.")
    tale.then(
        11,
        OFFICER,
        link_process,
        process=ProcessKind.INQUEST,
        words="The coroner has opened an inquest and hears the night nurse first.",
        reference="MADE-UP/INQ/58",
        contact="The coroner's officer, 01632 960158",
        began_on=tale.stage.day(14),
    )
    tale.posted(
        10,
        MANAGER,
        hold_issues,
        process=tale.entry("process_started", OFFICER),
        issues=(1,),
        grounds=Grounds(
            prejudice="The coroner hears the nurse first. Asked by us now she would have told it twice.",
            explanation="The coroner will ask the nurse what happened that night. We must not ask her first.",
        ),
        asked_by="The coroner's officer",
        asked_how=Channel.TELEPHONE,
        review_on=stage.day(-10),
    )
    apart = unused_reference(stage.means)
    tale.posted(
        8,
        OFFICER,
        split_case,
        reference=apart,
        issues=(3,),
        why="What became of his things can be found out now, and need not wait for anything else.",
    )
    tale.then(3, OFFICER, add_file_note, words="The daughter rang. She is glad that the watch is looked for apart.")
    yield tale
    yield replace(tale, reference=apart, secret="")
