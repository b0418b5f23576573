"""Where do messages come in, and what is said of each besides what it says itself? The same for every mailbox."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from putright.domain.delivery import Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How far a mailbox has been read: its own numbering, and the last number in it."""

    validity: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A message as it lies in a mailbox: where, since when, and its bytes; none where it is too large to be fetched."""

    key: str
    content: bytes | None = field(repr=False)
    arrived_at: datetime | None = None
    place: Place | None = None


class MailboxAway(Exception):
    """A mailbox cannot be read now; says why, and nothing of any message."""

    def __init__(self, trouble: Trouble) -> None:
        """Keep what is in the way."""
        super().__init__(trouble.value)
        self.trouble = trouble


class Source(Protocol):
    """A mailbox as messages are taken from it."""

    def arrivals(self, after: Place) -> Iterator[Arrived]:
        """What lies in it behind a place, the oldest first, a few hundred at most; raises MailboxAway."""
        ...

    def settle(self, arrived: Arrived, *, refused: str = "") -> None:
        """Let it be seen in the mailbox that a message has been taken in, or why it was refused. Safe to repeat."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """A mailbox of a body; what the servers in `proves` say of a sender is believed."""

    name: str
    body: str
    source: Source
    proves: frozenset[str] = frozenset()
