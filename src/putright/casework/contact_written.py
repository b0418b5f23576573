"""What is written of a step about somebody's contact: why it is taken, and what they are told?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.casework.contact import KIND, OnTheLadder
from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse, refused
from putright.casework.letter_queue import send_letter
from putright.casework.office_rules import bring_over
from putright.casework.perform import CaseInHand
from putright.domain.channels import Channel
from putright.domain.chronology import in_force
from putright.domain.contact import GUIDANCE, RULES, TERM_TOLD, ContactTerm, LimitSaid, Rung, why_not_considered
from putright.domain.periods import in_words
from putright.letters.contact_facts import ContactEnded, ContactLimited
from putright.records.models import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """What was considered before a step, in words: each must be answered, if only to say that there is nothing."""

    adjustments: str
    vulnerability: str
    meeting: str | None = None
    reprisal: str | None = None

    @property
    def answers(self) -> tuple[tuple[str, str], ...]:
        """Each question of this step with its answer."""
        asked = (
            ("What would make it easier for the person", self.adjustments),
            ("What is known of illness, disability, grief or danger", self.vulnerability),
            ("Whether a meeting or mediation would help", self.meeting),
            ("How it is certain that this is not because they complained", self.reprisal),
        )
        return tuple((question, answer) for question, answer in asked if answer is not None)


NOTHING_CONSIDERED: Final = Considered(adjustments="", vulnerability="")


def paper_of_reasons(
    hand: CaseInHand, title: str, why: str, considered: Considered, entries: Sequence[int], danger: str
) -> Document:
    """One paper that says what a step rests on: what happened, the entries of it, and what was considered."""
    refuse(why_not_considered([answer for _, answer in considered.answers]))
    if not why.strip():
        raise refused("nothing-written", "Nothing is written of what has happened. The person has to be told why.")
    standing = {event.id: event for event in in_force(hand.events)}
    rests = [f"Entry {entry}, {in_words(standing[str(entry)].on)}" for entry in entries]
    parts = [
        f"What has happened\n{why.strip()}",
        *(["Entries of the case\n" + "\n".join(rests)] if rests else []),
        *([f"Why it could not wait for the step before\n{danger.strip()}"] if danger.strip() else []),
        *(f"{question}\n{answer.strip()}" for question, answer in considered.answers),
    ]
    return hand.keep_text(KIND, title, "\n\n".join(parts))


def refuse_without_entries(entries: Sequence[int]) -> None:
    """Raise ActionRefused if a step rests on no entry of the case: what nobody wrote down is no reason."""
    if not entries:
        raise refused(
            "no-evidence",
            "Choose the entries of this case that show what has happened: calls, messages, notes. Write them down"
            " first if they are not there.",
            GUIDANCE,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitTold:
    """What the person is told of a limit: how they reach the body meanwhile, why, what makes it easier, and how."""

    arranged: str
    why: str
    helps: str
    channel: Channel


def write_limit(
    here: OnTheLadder, rung: Rung, said: LimitSaid, told: LimitTold, *, reasons: Document, about: int | None = None
) -> None:
    """Decide a limit, or that it goes on, and write to the person; it counts once the letter has gone."""
    hand = here.hand
    if not told.arranged.strip():
        raise refused(
            "no-way-open", "Write down exactly how the person reaches us meanwhile. One way always stays open."
        )
    bring_over(hand, RULES)
    arranged = hand.keep_text(KIND, "How the person reaches us", told.arranged)
    here.decide(rung, papers=[reasons, arranged], until=said.until, about=about)
    warning = here.ladder.last(Rung.WARNING, hand.on)
    letter = ContactLimited(
        correspondence=correspondence(hand, to=hand.case.complainant, terms=said.terms),
        why=told.why,
        terms=tuple(TERM_TOLD[term] for term in ContactTerm if term in said.terms),
        arranged=told.arranged,
        until=said.until,
        warned_on=warning.counts_from if warning else None,
        renewed=rung is Rung.RENEWAL,
        helps=told.helps.strip() or None,
    )
    row = send_letter(hand, "contact-limited", letter, channel=told.channel, saying={"date": said.until})
    here.take(rung, until=said.until, terms=said.terms, arranged=arranged, letter=row.document)


def write_end(here: OnTheLadder, *, why: str, channel: Channel, appealed_on: date | None = None) -> None:
    """Write to the person that their contact is limited no longer, and add the step: it counts at once."""
    hand = here.hand
    letter = ContactEnded(
        correspondence=correspondence(hand, to=hand.case.complainant, terms=()),
        ended_on=hand.on,
        why=why,
        appealed_on=appealed_on,
    )
    row = send_letter(hand, "contact-ended", letter, channel=channel)
    here.take(Rung.END, letter=row.document)
