"""In what part does whoever complains speak for the patient, what shows that they may, and is the patient young?"""

from collections.abc import Sequence
from dataclasses import dataclass

from putright.casework.return_said import age_told
from putright.domain.chronology import Event
from putright.domain.speaking import SPEAKS_AS_WORDS, for_the_staff, proof_of, speaker_of
from putright.domain.standing import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerShown:
    """The part in words, what shows it, and what staff mind of a young patient; empty where nothing is known."""

    speaks_as: str = ""
    shown_by: str = ""
    to_mind: str = ""


NOT_SAID = SpeakerShown()


def speaker_shown(basis: Basis, events: Sequence[Event]) -> SpeakerShown:
    """Who speaks on a case, as staff are shown it; the age is the patient's on the day of receipt."""
    speaker = speaker_of(events)
    proof = proof_of(basis, speaker)
    minded = for_the_staff(basis, age_told(events), speaker)
    return SpeakerShown(
        speaks_as=SPEAKS_AS_WORDS[speaker.speaks_as] if speaker.speaks_as else "",
        shown_by=f"{proof.words} ({proof.authority})" if proof else "",
        to_mind=f"{minded[0]} ({minded[1]})" if minded else "",
    )
