"""Where do random bytes come from? From the machine; in the demo from a seed, so that it comes out the same again."""

from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_bytes
from typing import Protocol


class Secrets(Protocol):
    """Something that gives random bytes."""

    def random(self, size: int) -> bytes:
        """Return this many bytes that nobody can foretell."""
        ...


@dataclass(frozen=True, slots=True)
class SystemSecrets:
    """The random bytes of the machine."""

    def random(self, size: int) -> bytes:
        """Return this many bytes that nobody can foretell."""
        return token_bytes(size)


@dataclass(slots=True)
class SeededSecrets:
    """Bytes that look random and are the same for the same seed: for the demo and for tests alone, never for people."""

    seed: str
    _given: int = field(default=0, init=False)

    def random(self, size: int) -> bytes:
        """Return the next bytes of the sequence that the seed begins."""
        made = b""
        while len(made) < size:
            self._given += 1
            made += sha256(f"{self.seed}:{self._given}".encode()).digest()
        return made[:size]
