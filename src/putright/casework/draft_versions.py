"""Which versions of the response were drafted, by whom, and what did others say of each?"""

from collections.abc import Sequence
from dataclasses import dataclass

from putright.casework.response_draft import KIND
from putright.domain.chronology import Event as Entry
from putright.domain.chronology import in_force
from putright.records.models import Case, Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One draft: its place among the versions, its paper, and the entry by which it was written."""

    place: int
    paper: Document
    entry: int | None


def versions_of(case: Case, events: Sequence[Entry]) -> tuple[Version, ...]:
    """Every draft of the response, the earliest first; the entries stand in the same order as their papers."""
    papers = Document.objects.filter(case=case, kind=KIND).select_related("made_by").order_by("number")
    entries = [int(event.id or 0) for event in events if event.event == "response_prepared"]
    standing = {int(event.id or 0) for event in in_force(list(events))}
    found = []
    for place, paper in enumerate(papers, start=1):
        entry = entries[place - 1] if place <= len(entries) else None
        found.append(Version(place=place, paper=paper, entry=entry if entry in standing else None))
    return tuple(found)


def check_of(version: Version, events: Sequence[Entry]) -> Entry | None:
    """The latest check of a draft, by somebody else."""
    about = str(version.entry)
    checks = [one for one in in_force(list(events)) if one.event == "response_checked" and one.about == about]
    return checks[-1] if checks else None
