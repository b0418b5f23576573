"""Which other processes can run beside a complaint, what must be done at once, and what of each may be told?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from putright.domain.chronology import Event, in_force
from putright.domain.duty import Refused

RULES: Final = "linked"  # procedures/office/linked.yaml, over a case with its first such process
CANDOUR_RULES: Final = "duty-of-candour"
STARTED, REFERRED, ENDED, HEARD = "process_started", "process_referred", "process_ended", "process_heard_of"
CANDOUR_OWED, CANDOUR_TOLD, CANDOUR_WRITTEN = "candour_owed", "candour_told", "candour_written"
CANDOUR_NOT_POSSIBLE: Final = "candour_not_possible"


class ProcessKind(StrEnum):
    """What else can be going on about the same matter, with rules and people of its own."""

    SAFEGUARDING = "safeguarding"
    CANDOUR = "duty-of-candour"
    INCIDENT = "patient-safety-incident"
    CLAIM = "claim"
    INQUEST = "inquest"
    POLICE = "police"
    DISCIPLINARY = "disciplinary"
    PROFESSIONAL = "professional-regulator"
    FRAUD = "fraud"
    SPEAKING_UP = "speaking-up"
    APPEAL = "appeal"


class HoldsFor(StrEnum):
    """What must be so before issues may wait for another process."""

    PREJUDICE = "prejudice"
    ADVICE = "advice"
    AGREEMENT = "agreement"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessRule:
    """What is so of one kind of process.

    `at_once` is what to do first; `told_as` is how a letter names it to the person, nothing where it is never named to
    them; `owes` is the event with which a duty of its own begins.
    """

    words: str
    at_once: str
    holds_for: HoldsFor
    told_as: str = ""
    owes: str = ""
    authority: str = ""

    @property
    def is_told(self) -> bool:
        """Whether the person who complained may read of it."""
        return bool(self.told_as)


PROCESSES: Final[Mapping[ProcessKind, ProcessRule]] = {
    ProcessKind.SAFEGUARDING: ProcessRule(
        words="Safeguarding",
        at_once=(
            "If somebody is in danger now, ring 999. Refer it to the safeguarding team today, with or without the"
            " person’s agreement, and do not tell anybody who may be the cause of the harm."
        ),
        holds_for=HoldsFor.PREJUDICE,
        owes="safeguarding_raised",
        authority="Care Act 2014 s 42; Children Act 1989 s 47",
    ),
    ProcessKind.CANDOUR: ProcessRule(
        words="Duty of candour",
        at_once=(
            "Tell the person, face to face, what is known and that you are sorry; then write it. The complaint goes on"
            " beside it, and an answer to the complaint is not the note that this duty asks for."
        ),
        holds_for=HoldsFor.NEVER,
        told_as="what the law asks of us after somebody has been harmed",
        owes=CANDOUR_OWED,
        authority="SI 2014/2936 reg 20",
    ),
    ProcessKind.INCIDENT: ProcessRule(
        words="Patient safety incident",
        at_once=(
            "Have it recorded as a patient safety event, if it is not yet. The two look at the same matter: share"
            " what happened when, and ask nobody twice."
        ),
        holds_for=HoldsFor.AGREEMENT,
        told_as="the review of what went wrong",
        owes="incident_found",
    ),
    ProcessKind.CLAIM: ProcessRule(
        words="Claim for compensation",
        at_once=(
            "The complaint goes on. A claim, or the wish to make one, is never by itself a reason to stop; saying sorry"
            " admits nothing. Tell your legal adviser or NHS Resolution."
        ),
        holds_for=HoldsFor.ADVICE,
        told_as="the claim for compensation",
        authority="Department of Health’s clarification on litigation; Compensation Act 2006 s 2",
    ),
    ProcessKind.INQUEST: ProcessRule(
        words="Inquest",
        at_once="Ask the coroner’s officer which issues, if any, would prejudice the inquest. The others go on.",
        holds_for=HoldsFor.PREJUDICE,
        told_as="the coroner’s inquest",
    ),
    ProcessKind.POLICE: ProcessRule(
        words="Police investigation",
        at_once=(
            "The complaint goes on unless it would prejudice what the police do. Ask the officer in charge which"
            " issues would, and until when."
        ),
        holds_for=HoldsFor.PREJUDICE,
        told_as="what the police are looking into",
        authority="Department of Health’s clarification on litigation",
    ),
    ProcessKind.DISCIPLINARY: ProcessRule(
        words="Disciplinary matter",
        at_once=(
            "Refer it to whoever deals with such matters here: the complaint is not the place for it. The person who"
            " complained is told nothing of it, and the member of staff is supported."
        ),
        holds_for=HoldsFor.PREJUDICE,
    ),
    ProcessKind.PROFESSIONAL: ProcessRule(
        words="Professional regulator",
        at_once="Refer it to whoever deals with such matters here. The complaint itself goes on.",
        holds_for=HoldsFor.PREJUDICE,
    ),
    ProcessKind.FRAUD: ProcessRule(
        words="Fraud",
        at_once="Tell the local counter fraud specialist, and nobody else. Ask nobody about it yourself.",
        holds_for=HoldsFor.PREJUDICE,
    ),
    ProcessKind.SPEAKING_UP: ProcessRule(
        words="Freedom to speak up",
        at_once="Pass it to the Freedom to Speak Up Guardian, and keep who spoke up out of the file.",
        holds_for=HoldsFor.PREJUDICE,
    ),
    ProcessKind.APPEAL: ProcessRule(
        words="Appeal with rules of its own",
        at_once=(
            "Continuing healthcare, individual funding, the Mental Health Act and removal from a list have appeals of"
            " their own. Tell the person how to appeal; what is a complaint is answered here."
        ),
        holds_for=HoldsFor.AGREEMENT,
        told_as="your appeal",
    ),
}
PROCESS_WORDS: Final = {kind: rule.words for kind, rule in PROCESSES.items()}
# How a letter speaks of what the person may not read of.
UNNAMED: Final = "other work that has to be done first, of which we may not say more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """One process as it stands: the entry by which it was linked, and what was entered about it since."""

    started: Event
    owed: Event | None = None
    referred: Event | None = None
    told: Event | None = None
    written: Event | None = None
    not_possible: Event | None = None
    ended: Event | None = None

    @property
    def number(self) -> int:
        """The number of the entry by which it was linked."""
        return int(self.started.id or 0)

    @property
    def kind(self) -> ProcessKind:
        """What kind of process it is."""
        return ProcessKind(str(self.started.facts["process"]))

    @property
    def rule(self) -> ProcessRule:
        """What is so of its kind."""
        return PROCESSES[self.kind]

    @property
    def is_open(self) -> bool:
        """Whether it still goes on."""
        return self.ended is None

    @property
    def entries(self) -> frozenset[str]:
        """The entries by which something of it can be pointed at: its start, and those that make its duties owed."""
        return frozenset(each.id for each in (self.started, self.owed, self.told) if each and each.id)


def processes_of(events: Sequence[Event]) -> tuple[Process, ...]:
    """The other processes that a file names, in their order, those too that have ended."""
    standing = in_force(events)
    return tuple(_process(event, standing) for event in standing if _is_ours(event))


def process_at(events: Sequence[Event], entry: int) -> Process | None:
    """The process that an entry of this number linked, or about which it makes something owed."""
    return next((one for one in processes_of(events) if str(entry) in one.entries), None)


def why_not_candour(process: Process, event: str) -> Refused | None:
    """Why what the duty of candour asks cannot be entered about a process; nothing if it can."""
    if process.kind is not ProcessKind.CANDOUR:
        return Refused(code="not-candour", message="Only the duty of candour asks for this. Choose what was done.")
    told = process.told or process.not_possible
    if event in (CANDOUR_TOLD, CANDOUR_NOT_POSSIBLE) and told is not None:
        message = "It is entered already how the person was told, or that it could not be done."
        return Refused(code="already-candour-told", message=message, authority=process.rule.authority)
    if event == CANDOUR_WRITTEN and process.written is not None:
        message = "It is entered already that the person was told in writing."
        return Refused(code="already-candour-written", message=message, authority=process.rule.authority)
    return None


def why_not_ended(process: Process) -> Refused | None:
    """Why a process cannot have ended: something that the law asks of it is still to be done; nothing if it can."""
    if process.kind is not ProcessKind.CANDOUR or process.written or process.not_possible:
        return None
    message = (
        "The person has not been told face to face and in writing. That stays owed: do it first, or enter why not."
    )
    return Refused(code="candour-still-owed", message=message, authority=process.rule.authority)


def _is_ours(event: Event) -> bool:
    """Whether an entry links a process of a kind that we know; a file from elsewhere may name others."""
    return event.event == STARTED and event.id is not None and event.facts.get("process") in set(ProcessKind)


def _process(started: Event, standing: Sequence[Event]) -> Process:
    kind = ProcessKind(str(started.facts["process"]))
    about = {started.id}
    owed = _latest(PROCESSES[kind].owes, standing, about)
    about |= {owed.id} if owed else set()
    told = _latest(CANDOUR_TOLD, standing, about)
    return Process(
        started=started,
        owed=owed,
        referred=_latest(REFERRED, standing, about),
        told=told,
        written=_latest(CANDOUR_WRITTEN, standing, {told.id}) if told else None,
        not_possible=_latest(CANDOUR_NOT_POSSIBLE, standing, about),
        ended=_latest(ENDED, standing, about),
    )


def _latest(kind: str, standing: Sequence[Event], about: set[str | None]) -> Event | None:
    found = [event for event in standing if event.event == kind and event.about in about]
    return found[-1] if found and kind else None
