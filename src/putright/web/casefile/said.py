"""What exactly was promised in passing? The words stand in a paper of the entry; the duty only knows its number."""

from __future__ import annotations

from putright.casework.queries.case_page import CasePage


def what_was_promised(case: CasePage) -> dict[str, str]:
    """The words of each promise, by the number of the entry by which it was made."""
    made = (entry for entry in case.chronology if entry.event == "promise_made")
    return {str(entry.number): " ".join((paper.text or "").split()) for entry in made for paper in entry.papers[:1]}
