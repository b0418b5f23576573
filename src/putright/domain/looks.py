"""At what did somebody look, and was it theirs to look at?"""

from enum import StrEnum
from typing import Final


class Look(StrEnum):
    """What was looked at."""

    CASE = "case"
    FOUND = "found"
    INVESTIGATION = "investigation"
    PAPER = "paper"
    PRINTED = "printed"
    WHOLE_FILE = "whole-file"
    FOLLOW = "follow"
    ADVOCATE = "advocate"
    CONSENT = "consent"
    PROGRESS = "progress"
    STATEMENT = "statement"
    MESSAGE = "message"
    MESSAGE_FILE = "message-file"
    LIST = "list"
    LOOKS = "looks"
    LOOKS_OF_PERSON = "looks-of-person"
    COUNTS = "counts"
    SAFETY = "safety"


LOOK_WORDS: Final = {
    Look.CASE: "The case",
    Look.FOUND: "The case, among those that were found",
    Look.INVESTIGATION: "The investigation",
    Look.PAPER: "A paper",
    Look.PRINTED: "A letter, to print it",
    Look.WHOLE_FILE: "The whole file, as a PDF",
    Look.FOLLOW: "The page for the person who complained",
    Look.CONSENT: "The page on which the patient says whether they agree",
    Look.ADVOCATE: "The page for the person who complained, as their advocate",
    Look.PROGRESS: "What the person who complained is shown",
    Look.STATEMENT: "What they were asked for a statement about",
    Look.MESSAGE: "A message that came in",
    Look.MESSAGE_FILE: "A file of a message that came in",
    Look.LIST: "The case, in a list that was downloaded",
    Look.LOOKS: "Who has looked at the case",
    Look.LOOKS_OF_PERSON: "What somebody has looked at",
    Look.COUNTS: "How much everybody has looked at",
    Look.SAFETY: "What to know before meeting or ringing the person, and why",
}
