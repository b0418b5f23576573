"""Why did something take longer than was promised?"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class DelayReason(StrEnum):
    """The kinds of reason for a delay, so that they can be counted; the letter gives the reason in words."""

    AWAITING_RECORDS = "awaiting-records"
    AWAITING_STAFF = "awaiting-staff"
    AWAITING_CONSENT = "awaiting-consent"
    AWAITING_COMPLAINANT = "awaiting-complainant"
    ANOTHER_BODY = "another-body"
    COMPLEXITY = "complexity"
    OUR_CAPACITY = "our-capacity"
    OTHER = "other"


DELAY_REASON_WORDS: Final = {
    DelayReason.AWAITING_RECORDS: "We are waiting for records",
    DelayReason.AWAITING_STAFF: "We are waiting for a member of staff to answer",
    DelayReason.AWAITING_CONSENT: "We are waiting for consent",
    DelayReason.AWAITING_COMPLAINANT: "We are waiting for something from the person who complained",
    DelayReason.ANOTHER_BODY: "Another organisation has a part in it",
    DelayReason.COMPLEXITY: "There is a lot to look into",
    DelayReason.OUR_CAPACITY: "We have not had enough people for it",
    DelayReason.OTHER: "Another reason",
}

# To the person themselves; the letter says more.
REASON_TOLD: Final[Mapping[str, str]] = {
    **{reason.value: words for reason, words in DELAY_REASON_WORDS.items()},
    DelayReason.AWAITING_COMPLAINANT: "We are waiting for something from you",
    DelayReason.OTHER: "Our letter says why",
}
