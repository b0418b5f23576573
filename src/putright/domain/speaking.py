"""In what part does somebody speak for a patient, what shows that they may, and is the patient asked as well?

Nobody is turned away for want of a paper: what can be looked into is looked into while it comes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, FactValue, in_force
from putright.domain.duty import Refused
from putright.domain.standing import CHILD_BELOW, FOOTINGS, Basis, Needed

PRESUMED_ABLE_FROM: Final = 16  # Family Law Reform Act 1969 s 8; Mental Capacity Act 2005 s 2(5)
GILLICK: Final = "Gillick v West Norfolk and Wisbech AHA [1986] AC 112"
ABLE_FROM_16: Final = "Family Law Reform Act 1969 s 8"


class SpeaksAs(StrEnum):
    """In what part somebody speaks for a patient."""

    PARENT = "parent"
    RELATIVE = "relative"
    ADVOCATE = "advocate"
    MP = "mp"
    COUNCILLOR = "councillor"
    ATTORNEY = "attorney"
    DEPUTY = "deputy"
    PERSONAL_REPRESENTATIVE = "personal-representative"
    ANOTHER = "another"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What shows that somebody may speak; `paper` is what they can add a copy of, by what law."""

    words: str
    authority: str
    paper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks for the patient, as far as they said so.

    `through_another` is whether an elected member was asked by somebody else than the patient; `can_decide` whether a
    child can decide this themselves; nothing where nobody has said.
    """

    speaks_as: SpeaksAs | None = None
    through_another: bool = False
    can_decide: bool | None = None


NOBODY: Final = Speaker()
ELECTED: Final = frozenset({SpeaksAs.MP, SpeaksAs.COUNCILLOR})
SPEAKS_AS_WORDS: Final = {
    SpeaksAs.PARENT: "Their parent or guardian",
    SpeaksAs.RELATIVE: "A relative, friend or carer",
    SpeaksAs.ADVOCATE: "An advocate",
    SpeaksAs.MP: "An MP, or an MP’s office",
    SpeaksAs.COUNCILLOR: "A councillor",
    SpeaksAs.ATTORNEY: "An attorney for health and welfare",
    SpeaksAs.DEPUTY: "A deputy appointed by a court",
    SpeaksAs.PERSONAL_REPRESENTATIVE: "The executor or administrator",
    SpeaksAs.ANOTHER: "Somebody else",
}

_CONSENT: Final = Proof(words="the patient’s consent", authority=FOOTINGS[Basis.REQUESTED].authority)
_BY_ANY_MEANS: Final = Proof(
    words="the patient’s consent, given in any way they can", authority=FOOTINGS[Basis.PHYSICAL_INCAPACITY].authority
)
_SIGNED: Final = Proof(
    words="the patient’s consent, which names the advocate",
    authority=FOOTINGS[Basis.REQUESTED].authority,
    paper="the form that the patient signed for you",
)
_THEIR_WORD: Final = Proof(
    words="their word that the patient asked them", authority="Data Protection Act 2018 sch 1 para 24"
)
_GROUNDS: Final = Proof(
    words="reasonable grounds for complaining instead of the child", authority="SI 2009/309 reg 5(3)"
)
_INTERESTS: Final = Proof(
    words="why it is in the patient’s best interests",
    authority="Mental Capacity Act 2005 s 4, and SI 2009/309 reg 5(4)",
)
_LASTING_POWER: Final = Proof(
    words="the lasting power of attorney for health and welfare, as registered",
    authority="Mental Capacity Act 2005 s 9 to 11",
    paper="the lasting power of attorney for health and welfare",
)
_COURT_ORDER: Final = Proof(
    words="the order of the Court of Protection",
    authority="Mental Capacity Act 2005 s 16",
    paper="the order of the Court of Protection",
)
_CLOSENESS: Final = Proof(words="how they were connected to the patient", authority="SI 2009/309 reg 5(2)(a)")
_GRANT: Final = Proof(
    words="the will, the grant of probate or the letters of administration",
    authority="SI 2009/309 reg 5(2)(a), and Access to Health Records Act 1990 s 3(1)(f)",
    paper="the will, the grant of probate or the letters of administration",
)


def _anybody(proof: Proof, **more: Proof) -> dict[SpeaksAs, Proof]:
    """Who can speak on every footing, and whoever else can on this one, before them."""
    common = (SpeaksAs.RELATIVE, SpeaksAs.ADVOCATE, SpeaksAs.MP, SpeaksAs.COUNCILLOR, SpeaksAs.ANOTHER)
    own = {SpeaksAs(name.replace("_", "-")): each for name, each in more.items()}
    first = {part: each for part, each in own.items() if part not in common}
    return {**first, **{part: own.get(part, proof) for part in common}}


# Who can speak on which footing, in the order in which it is asked, and what shows it: regulation 5(2).
PROOFS: Final[Mapping[Basis, Mapping[SpeaksAs, Proof]]] = {
    Basis.REQUESTED: _anybody(_CONSENT, advocate=_SIGNED, mp=_THEIR_WORD, councillor=_THEIR_WORD),
    Basis.CHILD: _anybody(_GROUNDS, parent=_GROUNDS),
    Basis.LACKS_CAPACITY: _anybody(_INTERESTS, attorney=_LASTING_POWER, deputy=_COURT_ORDER),
    Basis.PHYSICAL_INCAPACITY: _anybody(_BY_ANY_MEANS, mp=_THEIR_WORD, councillor=_THEIR_WORD),
    Basis.DECEASED: _anybody(_CLOSENESS, personal_representative=_GRANT),
}


def speakers_on(basis: Basis) -> tuple[SpeaksAs, ...]:
    """In which parts somebody can speak on a footing; none where they speak for themselves."""
    return tuple(PROOFS.get(basis, ()))


def why_not_as(basis: Basis, speaker: Speaker) -> Refused | None:
    """Why nobody speaks on this footing in this part; nothing if they can, or have not said in which."""
    if speaker.speaks_as is None or speaker.speaks_as in speakers_on(basis):
        return None
    message = f"{SPEAKS_AS_WORDS[speaker.speaks_as]} does not go with this. {_instead(basis, speaker.speaks_as)}"
    return Refused(code="not-in-this-part", message=message, authority="SI 2009/309 reg 5")


def proof_of(basis: Basis, speaker: Speaker) -> Proof | None:
    """What shows that somebody may speak; nothing where they speak for themselves, or have not said in which part."""
    if speaker.speaks_as is None:
        return None
    if speaker.speaks_as in ELECTED and speaker.through_another and basis is Basis.REQUESTED:
        return _CONSENT
    if speaker.speaks_as in ELECTED and speaker.through_another and basis is Basis.PHYSICAL_INCAPACITY:
        return _BY_ANY_MEANS
    return PROOFS.get(basis, {}).get(speaker.speaks_as)


def is_told_by_their_word(basis: Basis, speaker: Speaker) -> bool:
    """Whether an elected member whom the patient asked may be told without the patient's consent on paper."""
    return proof_of(basis, speaker) is _THEIR_WORD


def needed_for(basis: Basis, speaker: Speaker) -> Needed:
    """What is needed before whoever complains is told anything about the patient."""
    if basis is Basis.CHILD and speaker.can_decide:
        return Needed.CHILDS_CONSENT
    return Needed.NOTHING if is_told_by_their_word(basis, speaker) else FOOTINGS[basis].needed


def can_decide(patient_age: int | None, *, said: bool | None) -> bool | None:
    """Whether a child is taken to be able to decide this: from 16 unless it is said that they cannot; else as is said.

    >>> can_decide(16, said=None), can_decide(16, said=False), can_decide(15, said=None), can_decide(9, said=True)
    (True, False, None, True)
    """
    if said is None and patient_age is not None and PRESUMED_ABLE_FROM <= patient_age < CHILD_BELOW:
        return True
    return said


def said_of(facts: Mapping[str, FactValue]) -> Speaker:
    """Who speaks, as the entry of receipt says it."""
    part, decides = facts.get("speaks_as"), facts.get("can_decide")
    return Speaker(
        speaks_as=SpeaksAs(part) if isinstance(part, str) and part in set(SpeaksAs) else None,
        through_another=facts.get("through_another") is True,
        can_decide=decides if isinstance(decides, bool) else None,
    )


def speaker_of(events: Sequence[Event]) -> Speaker:
    """Who speaks on a case: as it was said on receipt, or nothing known once somebody else speaks for it."""
    told = next((event for event in reversed(in_force(events)) if event.event in ("received", "spoken_for")), None)
    return said_of(told.facts) if told is not None else NOBODY


def facts_said(speaker: Speaker) -> dict[str, FactValue]:
    """What the entry of receipt says of who speaks.

    >>> facts_said(Speaker(speaks_as=SpeaksAs.MP, through_another=True))
    {'speaks_as': 'mp', 'through_another': True}
    """
    facts: dict[str, FactValue] = {}
    if speaker.speaks_as is not None:
        facts["speaks_as"] = speaker.speaks_as.value
    if speaker.through_another:
        facts["through_another"] = True
    if speaker.can_decide is not None:
        facts["can_decide"] = speaker.can_decide
    return facts


def for_the_staff(basis: Basis, patient_age: int | None, speaker: Speaker) -> tuple[str, str] | None:
    """What staff mind where the patient is young, and by what law; nothing where that changes nothing."""
    if patient_age is None or not 0 <= patient_age < CHILD_BELOW:
        return None
    if basis is Basis.SELF and patient_age >= PRESUMED_ABLE_FROM:
        return "At 16 or 17 somebody complains for themselves like an adult. No parent need agree.", ABLE_FROM_16
    if basis is Basis.SELF:
        words = (
            "A person under 16 complains for themselves where they understand what that means. Nobody else need agree."
            " Ask whether they want somebody to help them, and tell nobody else of it unless they agree."
        )
        return words, GILLICK
    if basis is Basis.CHILD and speaker.can_decide:
        words = "This child can decide for themselves. Ask them too before anybody is told about their care."
        return words, ABLE_FROM_16 if patient_age >= PRESUMED_ABLE_FROM else GILLICK
    return None


def _instead(basis: Basis, part: SpeaksAs) -> str:
    """What to choose instead, for the likely slips."""
    if basis not in PROOFS:
        return "Whoever complains for themselves speaks for nobody else."
    if basis is Basis.DECEASED and part in (SpeaksAs.ATTORNEY, SpeaksAs.DEPUTY):
        return "That power ends when the person dies. Choose the executor or administrator, or a relative."
    if part in (SpeaksAs.ATTORNEY, SpeaksAs.DEPUTY):
        return "That power is for a patient who cannot decide. If they can, they have asked somebody to complain."
    if part is SpeaksAs.PERSONAL_REPRESENTATIVE:
        return "That is for a patient who has died."
    return "That is for a child. Choose a relative."
