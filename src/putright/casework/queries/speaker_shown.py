"""In what part does whoever complains speak for the patient, what shows it, who saw that, and is the patient young?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from putright.casework.return_said import age_told
from putright.domain.authority import SEEN, SEEN_WORDS, SHOWN_WORDS, SeenAs, Shown, wanted_of, why_not_shown
from putright.domain.chronology import Event, in_force
from putright.domain.speaking import SPEAKS_AS_WORDS, for_the_staff, proof_of, speaker_of
from putright.domain.standing import Basis
from putright.letters.wording import in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerShown:
    """The part in words, what shows it, and what staff mind of a young patient; empty where nothing is known.

    `seen` is what was seen last, by whom, and whether it is enough; `wanted` what a letter asks for.
    """

    speaks_as: str = ""
    shown_by: str = ""
    seen: str = ""
    wanted: str = ""
    to_mind: str = ""


NOT_SAID = SpeakerShown()


def speaker_shown(basis: Basis, events: Sequence[Event], made_by: Mapping[str, str]) -> SpeakerShown:
    """Who speaks on a case, as staff are shown it; the age is the patient's on the day of receipt.

    `made_by` are the names of those who made the entries, by the number of the entry.
    """
    speaker = speaker_of(events)
    proof = proof_of(basis, speaker)
    minded = for_the_staff(basis, age_told(events), speaker)
    return SpeakerShown(
        speaks_as=SPEAKS_AS_WORDS[speaker.speaks_as] if speaker.speaks_as else "",
        shown_by=f"{proof.words} ({proof.authority})" if proof else "",
        seen=_seen(events, made_by),
        wanted="" if why_not_shown(basis, speaker) else wanted_of(basis, speaker),
        to_mind=f"{minded[0]} ({minded[1]})" if minded else "",
    )


def _seen(events: Sequence[Event], made_by: Mapping[str, str]) -> str:
    """What was seen last since somebody else came to speak, by whom, and what it comes to."""
    told = next((event for event in reversed(in_force(events)) if event.event in (SEEN, "spoken_for")), None)
    if told is None or told.event != SEEN:
        return ""
    what = SHOWN_WORDS[Shown(str(told.facts["shown"]))]
    how = SEEN_WORDS[SeenAs(str(told.facts["seen_as"]))].lower()
    by = made_by.get(told.corrects or told.id or "", "")
    enough = "It is enough." if told.facts.get("enough") is True else "It is not enough."
    return f"Seen on {in_words(told.on)}{f' by {by}' if by else ''}: {what[0].lower()}{what[1:]} ({how}). {enough}"
