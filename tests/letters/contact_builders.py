"""Facts for the letters about how somebody contacts the body; people are made up."""

from dataclasses import replace
from datetime import date

from putright.letters.contact_facts import ContactAppealAnswered, ContactEnded, ContactLimited, ContactWarning
from putright.letters.every_letter import LetterFacts
from tests.letters.builders import a_correspondence

UNTIL = date(2026, 9, 1)


def a_contact_warning(**changes) -> ContactWarning:
    facts = ContactWarning(
        correspondence=a_correspondence(),
        what_happened="You rang us 14 times between 4 and 8 May. On 6 May you shouted at the person who answered.",
        what_we_ask="Please ring no more than once a week. Please speak calmly with the people who answer.",
        spoken_on=date(2026, 5, 1),
        helps="We will ring you each Friday at ten, so that you need not ring us.",
    )
    return replace(facts, **changes)


def a_contact_limited(**changes) -> ContactLimited:
    facts = ContactLimited(
        correspondence=a_correspondence(),
        why="You have rung us 20 times since then, and you swore at two of our staff.",
        terms=("Please write to us. We will not take your calls for now.", "One person will answer you."),
        arranged="Please write to Sam Patel at the address above. Sam will answer you within five days.",
        until=UNTIL,
        warned_on=date(2026, 5, 18),
        helps="You told us that you find it hard to write. You can send us a voice message.",
    )
    return replace(facts, **changes)


def a_contact_ended(**changes) -> ContactEnded:
    facts = ContactEnded(
        correspondence=a_correspondence(), ended_on=date(2026, 7, 6), why="You have kept to it. Thank you."
    )
    return replace(facts, **changes)


def a_contact_appeal_answered(**changes) -> ContactAppealAnswered:
    facts = ContactAppealAnswered(
        correspondence=a_correspondence(),
        appealed_on=date(2026, 6, 5),
        why="The calls went on after we had warned you. You can still write to us, and we answer you.",
        until=UNTIL,
    )
    return replace(facts, **changes)


CONTACT_FACTS: dict[str, LetterFacts] = {
    "contact-warning": a_contact_warning(),
    "contact-limited": a_contact_limited(),
    "contact-ended": a_contact_ended(),
    "contact-appeal-answered": a_contact_appeal_answered(),
}
