"""Who speaks for the patient, as the answers of a form say it: the public one, or the one that staff fill in?"""

from __future__ import annotations

from collections.abc import Mapping

# What Django's forms clean is untyped, hence Any.
from typing import Any, Final

from putright.domain.speaking import ELECTED, Speaker, SpeaksAs

# Answers in somebody's own words about who speaks: the box, and the title of the paper.
OF_SPEAKERS: Final = {
    "connection": "How the person is connected to the patient",
    "service_of_advocate": "Which advocacy service the person works for",
    "constituent": "Who asked the MP or the councillor to help",
}
_DECIDES: Final = {"yes": True, "no": False}


def speaker_told(answered: Mapping[str, Any]) -> Speaker:
    """In what part somebody speaks, and whether a child can decide; what they are not sure of is not said."""
    part = answered.get("speaks_as")
    return Speaker(
        speaks_as=SpeaksAs(part) if part else None,
        through_another=part in ELECTED and bool(answered.get("constituent")),
        can_decide=_DECIDES.get(answered.get("child_decides") or ""),
    )
