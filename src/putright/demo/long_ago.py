"""Which files in the demonstration have been kept for ten years, and which of them is still needed?"""

from typing import Final

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.keep_file_longer import keep_file_longer
from putright.casework.actions.propose_destruction import propose_destruction
from putright.casework.actions.withdraw import withdraw
from putright.demo.practice import OFFICER, RESPONSIBLE, person
from putright.demo.stage import Stage, Tale
from putright.domain.channels import Channel
from putright.domain.issues import Subject
from putright.domain.keeping import KeptFor

# In working days.
_TEN_YEARS: Final = 2_600  # and some weeks
_EIGHT_YEARS: Final = 2_070


def time_is_up(stage: Stage) -> Tale:
    """A file whose ten years are over: one person proposes to destroy it, and another has still to look."""
    tale = stage.received(
        _TEN_YEARS,
        person("Quilla Longpast", 27),
        (Subject.FACILITIES, "The lift was out of order for three weeks."),
        wanted="That it is mended.",
        channel=Channel.LETTER,
        by=OFFICER,
    )
    _withdrawn(tale, _TEN_YEARS, "The lift runs again, and that is all she wanted.")
    tale.then(
        4,
        RESPONSIBLE,
        propose_destruction,
        words="Ten years are over. Nobody has asked for it, and nothing goes on about it.",
    )
    return tale


def needed_still(stage: Stage) -> Tale:
    """A file not quite as old, which a claim keeps beyond its time, and which is looked at again on a day."""
    tale = stage.received(
        _EIGHT_YEARS,
        person("Rufus Yesteryear", 28),
        (Subject.CLINICAL_TREATMENT, "I was given the wrong strength of my tablets for two months."),
        wanted="To know how that could happen.",
        channel=Channel.LETTER,
        by=OFFICER,
    )
    _withdrawn(tale, _EIGHT_YEARS, "His solicitor advises him to wait. He may come back to it.")
    tale.then(
        50,
        RESPONSIBLE,
        keep_file_longer,
        why=KeptFor.CLAIM,
        words="A solicitor wrote that a claim is being prepared, and asked us to keep every paper.",
        look_again_on=stage.day(-15),
    )
    return tale


def _withdrawn(tale: Tale, received: int, note: str) -> None:
    tale.posted(received - 1, OFFICER, acknowledge)
    tale.posted(
        received - 8,
        OFFICER,
        withdraw,
        channel=Channel.TELEPHONE,
        note=note,
        confirmed_by=Channel.LETTER,
    )
