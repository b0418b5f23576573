"""What is each key of a procedure file for, and what may stand there? The tables of docs/language.md, for editors."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from putright.gateways.shipped import shipped

Value = str | int | bool | None | list["Value"] | dict[str, "Value"]

# The headings of the page under which the keys of a file and of a step are explained.
_HEADING_OF: Final = MappingProxyType({"Procedure": "What a file holds", "Step": "A step"})
# The keys of the parts inside them, of which the page tells in its sections.
_PARTS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "MayMove": {
            "by": "The events that state a new date.",
            "before_due": "Whether a date can be moved only until it has passed; true if nothing is said.",
            "no_later_than": "The furthest day to which the date can be moved.",
            "by_up_to": "How far each notice may move the date beyond the one in force.",
            "at_most": "How many times the date can be moved.",
            "only_later": "Whether only a later date is heard; false if nothing is said.",
            "must_say": "What a notice has to state to have effect.",
        },
        "Combined": {
            "later_of": "The latest of these dates; provisional while one of them is unknown.",
            "earlier_of": "The earliest of these dates; one that is unknown is left out.",
            "by_tier": "A date for each tier; a person sets the tier.",
        },
        "Group": {"all_of": "Every one of these.", "any_of": "Any one of these."},
        "Stage": {
            "name": "What the stage is called.",
            "begins": "The event that begins it.",
            "clause": "Where it stands in the document.",
        },
        "Pauses": {
            "steps": "The steps whose clocks may be stopped; all for every one.",
            "from_event": "The events that stop the clock; paused if nothing is said.",
            "until": "The events that let the clock run again.",
            "no_longer_than": "After what time the clock runs again by itself.",
            "clause": "Where it stands in the document.",
        },
        "Person": {
            "words": "Who it is, in words.",
            "stand_in": "Who does it in their absence.",
            "independent_of": "Of whom this person must be independent.",
            "rank": "How high this person ranks; a higher number is a higher rank.",
        },
        "Accepts": {
            "limit": "Until when a complaint is taken up.",
            "lateness": "What is said of a later complaint.",
            "clause": "Where it stands in the document.",
        },
        "Representation": {
            "consent": "When the consent of the person concerned is asked for.",
            "from_age": "From what age on a person's own consent is asked for.",
            "unless": "The bases of complaining for another that need no consent.",
            "clause": "Where it stands in the document.",
            "reading": "How you read what the document leaves unclear.",
        },
        "GoesNext": {
            "to": "To whom a person may go next.",
            "opens": "What has to have happened first.",
            "within": "Until when one can go there.",
            "clause": "Where it stands in the document.",
            "words": "The same in words for the person.",
        },
        "Mention": {
            "body": "Whom the document names, as it names them.",
            "channel": "How to reach them, as the document says.",
            "role": "As what they are named.",
            "clause": "Where it stands in the document.",
            "reading": "How you read what the document leaves unclear.",
        },
        "Pledge": {"words": "What is promised, without a time.", "clause": "Where it stands in the document."},
        "OwnEvent": {
            "words": "What has happened, in a short sentence such as “The panel met”.",
            "arrives": "Whether it comes to the body from outside, so that day_of_receipt holds for it.",
            "facts": "What the event may say of itself, each with its kind.",
        },
        "Unclear": {
            "clause": "Where it stands in the document.",
            "says": "What the document says.",
            "reading": "How you read it.",
            "code": "What kind of finding it is: docs/rules/check.md lists them.",
            "authority": "By what law it is a finding.",
        },
    }
)
_EXAMPLES: Final[Mapping[tuple[str, str], tuple[Value, ...]]] = MappingProxyType(
    {
        ("Procedure", "name"): ("elm-tree-surgery",),
        ("Procedure", "title"): ("Elm Tree Surgery: if you are not happy",),
        ("Procedure", "effective"): ("2026-01-05",),
        ("Procedure", "day_of_receipt"): ("next working day", "next working day after 16:00"),
        ("Procedure", "ends_when"): (["closed", "withdrawn", "transferred"],),
        ("Procedure", "people"): ({"practice-manager": "The practice manager"},),
        ("Step", "promise"): ("We acknowledge your complaint within three working days.",),
        ("Step", "due"): (
            "3 working days after received",
            "6 months beginning with received",
            "no set time after received",
            "on response_period_set.date",
            {"later of": ["20 working days after received", "10 working days after details_received"]},
        ),
        ("Step", "met_when"): (
            "acknowledged",
            ["response_sent", "meeting_held"],
            {"all of": ["acknowledged", "discussion_offered"]},
        ),
        ("Step", "only_if"): ("meeting_declined", "received.channel is oral or telephone", "acknowledge is missed"),
        ("Step", "unless"): ("response_sent",),
        ("Step", "clause"): ("2", "3.10"),
        ("Step", "who"): ("practice-manager", "complainant"),
        ("Step", "repeat"): ("every 4 weeks until response_sent",),
        ("Step", "each"): ("statement_requested",),
        ("Step", "needs"): (["consent_given"],),
        ("Step", "holds_back"): ("closed",),
        ("Step", "may_move"): ({"by": "timescale_changed", "must_say": ["reason"]},),
        ("Stage", "begins"): ("received", "review_requested"),
        ("Accepts", "limit"): ("12 months after event_occurred",),
        ("GoesNext", "to"): ("ombudsman",),
        ("OwnEvent", "facts"): ({"adjourned_to": "date"},),
    }
)


def described(shape: str, key: str) -> str:
    """What a key is for, by the name of the part of the file in which it stands."""
    if shape in _HEADING_OF:
        return _table(_HEADING_OF[shape]).get(key, "On whose authority it is owed, where that is not the file's own.")
    return _PARTS[shape][key]


def examples_of(shape: str, key: str) -> tuple[Value, ...]:
    """What may stand under a key; nothing where its description says enough."""
    return _EXAMPLES.get((shape, key), ())


@cache
def _table(heading: str) -> Mapping[str, str]:
    """The rows of the table under a heading of the page: each key with its explanation, without the links in it."""
    text = (shipped("docs") / "language.md").read_text(encoding="utf-8")
    section = re.split(r"^## ", text.split(f"\n## {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    return dict(_rows(section))


def _rows(section: str) -> Iterator[tuple[str, str]]:
    for keys, words in re.findall(r"^\| (`[^|]+`) \| ([^|]+) \|$", section, re.MULTILINE):
        plain = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"“\1” in docs/language.md", words)
        plain = re.sub(r"`([^`]+)`", r"“\1”", plain)
        for key in re.findall(r"`([^`]+)`", keys):
            yield key, plain
