"""What does a published list of NHS organisations say, and what has changed since the one that was read before it?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from putright.domain.duty import Refused


class Report(StrEnum):
    """Which published list it is, by the name of its report."""

    PRACTICES = "epraccur"
    DENTISTS = "egdpprac"
    TRUSTS = "etr"
    TRUST_SITES = "ets"
    SUB_BOARDS = "eccg"


class Standing(StrEnum):
    """How an organisation stands in the list."""

    ACTIVE = "active"
    CLOSED = "closed"
    DORMANT = "dormant"
    PROPOSED = "proposed"


REPORT_WORDS: Final = {
    Report.PRACTICES: "GP practices",
    Report.DENTISTS: "dental practices",
    Report.TRUSTS: "NHS trusts",
    Report.TRUST_SITES: "sites of NHS trusts",
    Report.SUB_BOARDS: "parts of integrated care boards",
}
# A list from which more than this part is gone was probably cut short on its way here: a reading.
MOST_GONE: Final = 10  # in a hundred
STALE_AFTER: Final = timedelta(days=365)
_SMALL: Final = frozenset({"and", "at", "by", "for", "in", "of", "on", "the", "to", "under", "upon", "with"})
_AS_THEY_ARE: Final = frozenset({"GP", "NHS", "ICB", "UK", "II", "III", "CIC", "PMS", "SPMS", "LLP"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One row of a list, as it is published: `board` is the code of the board in whose area it stands."""

    code: str
    name: str
    address: str
    postcode: str
    telephone: str
    board: str
    parent: str
    setting: str
    standing: Standing
    opened_on: date | None
    closed_on: date | None

    @property
    def is_closed(self) -> bool:
        """Whether the list itself says that it is no more."""
        return self.standing is Standing.CLOSED or self.closed_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An organisation as it was last read, and since which list it is gone, if it is."""

    organisation: Organisation
    gone_since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """An organisation of which the list says something else than before, and of what."""

    organisation: Organisation
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a list changes: whom it has anew, tells otherwise of, closes, no longer names, and names again."""

    added: tuple[Organisation, ...]
    altered: tuple[Altered, ...]
    closed: tuple[Organisation, ...]
    gone: tuple[Organisation, ...]
    back: tuple[Organisation, ...]
    same: int

    @property
    def are_none(self) -> bool:
        """Whether the list says just what is known."""
        return not (self.added or self.altered or self.closed or self.gone or self.back)


def changes(known: Mapping[str, Known], read: Sequence[Organisation]) -> Changes:
    """What a whole list changes in what is known; a row that it no longer has is gone, and is ended, never deleted.

    Each row counts once: who is back or newly closed is not altered as well.
    """
    found = {row.code: row for row in read}
    added = tuple(row for row in read if row.code not in known)
    before = [(known[row.code], row) for row in read if row.code in known]
    back = tuple(row for was, row in before if was.gone_since)
    closed = tuple(
        row for was, row in before if not was.gone_since and row.is_closed and not was.organisation.is_closed
    )
    told = {row.code for row in (*back, *closed)}
    altered = tuple(
        Altered(organisation=row, what=what)
        for was, row in before
        if row.code not in told and (what := _differs(was.organisation, row))
    )
    gone = tuple(
        was.organisation
        for code, was in known.items()
        if code not in found and not was.gone_since and not was.organisation.is_closed
    )
    same = len(read) - len(added) - len(back) - len(closed) - len(altered)
    return Changes(added=added, altered=altered, closed=closed, gone=gone, back=back, same=same)


def why_not_read(
    *, dated_on: date, latest: date | None, today: date, standing: int, gone: int, takes_many_gone: bool
) -> Refused | None:
    """Why a list is not taken in: it is of a day to come, older than one that was read, or too much is gone from it.

    `standing` counts the organisations that stood before it, `gone` those of them that it does not name.
    """
    if dated_on > today:
        message = "The day of the list is still to come. Say on which day it was published."
        return Refused(code="not-yet", message=message)
    if latest is not None and dated_on < latest:
        message = f"A list of {latest.isoformat()} was read already, and this one is older: nothing was changed."
        return Refused(code="older", message=message)
    if not takes_many_gone and gone * 100 > standing * MOST_GONE:
        message = (
            f"{gone} of the {standing} organisations that stand are not in this list: it may have been cut short. "
            "Look at it; if they are gone indeed, say so with --many-are-gone."
        )
        return Refused(code="many-gone", message=message)
    return None


def boards_unknown(read: Iterable[Organisation], boards: Iterable[str]) -> Mapping[str, int]:
    """The codes of boards that the register does not know, with how many open organisations have each."""
    known, found = frozenset(boards), dict[str, int]()
    for row in read:
        if row.board and row.board not in known and not row.is_closed:
            found[row.board] = found.get(row.board, 0) + 1
    return dict(sorted(found.items()))


def name_to_read(name: str) -> str:
    """A name as people write it: the lists print capitals alone.

    >>> name_to_read("THE MARYLEBONE HEALTH CENTRE")
    'The Marylebone Health Centre'
    >>> name_to_read("DR O'NEILL & PARTNERS, ST-ANNE'S NHS SURGERY")
    "Dr O'Neill & Partners, St-Anne's NHS Surgery"
    """
    if name != name.upper():
        return name
    words = name.split()
    return " ".join(_word(word, first=not place) for place, word in enumerate(words))


def _word(word: str, *, first: bool) -> str:
    bare = word.strip("(),.&")
    if bare in _AS_THEY_ARE:
        return word
    if bare.lower() in _SMALL and not first:
        return word.lower()
    return "-".join(_capital(part) for part in word.split("-"))


def _capital(part: str) -> str:
    lower = part.lower()
    if lower[:1].isdigit():  # 1st, 2a
        return lower
    begins = next((place for place, letter in enumerate(lower) if letter.isalpha()), 0)
    after = lower[:begins] + lower[begins : begins + 1].upper() + lower[begins + 1 :]
    return f"O'{after[2:3].upper()}{after[3:]}" if after.startswith("O'") else after


def _differs(was: Organisation, row: Organisation) -> tuple[str, ...]:
    return tuple(each.name for each in fields(row) if getattr(was, each.name) != getattr(row, each.name))
