"""Which scanners do the tests hand to casework in place of a daemon? Ones whose answers can be told beforehand."""

from dataclasses import dataclass, field

from putright.gateways.virus_scan import NotScanned, Obstacle, Verdict
from tests.sample_files import EICAR

VERSION = "ClamAV 1.4.6/27890/Wed Apr  1 09:12:04 2026"
NEWER_VERSION = "ClamAV 1.4.6/27891/Thu Apr  2 09:12:04 2026"


@dataclass
class ToldScanner:
    """Finds EICAR, unless something is in the way; counts how often it was asked. It keeps to what Clamd promises."""

    obstacle: Obstacle | None = None
    virus: str = "Eicar-Test-Signature"
    asked: list[bytes] = field(default_factory=list)
    calls_itself: str = VERSION
    looked_for: list[int] = field(default_factory=list)  # how often it was asked what it calls itself
    knows: list[bytes] = field(default_factory=lambda: [EICAR])
    too_slow_for: bytes | None = None
    given: list[float] = field(default_factory=list)  # the seconds within which it was to answer

    def scan(self, content: bytes) -> Verdict:
        """Say what was told."""
        self.asked.append(content)
        if self.obstacle is not None:
            raise NotScanned(self.obstacle)
        if self.too_slow_for is not None and self.too_slow_for in content:
            raise NotScanned(Obstacle.TIMED_OUT)
        return Verdict(virus=self.virus if any(known in content for known in self.knows) else "")

    def version(self) -> str:
        """Say what it was told to call itself, unless it is away; what is in the way of one file is not in the way."""
        self.looked_for.append(1)
        if self.obstacle in {Obstacle.UNREACHABLE, Obstacle.TIMED_OUT}:
            raise NotScanned(self.obstacle)
        return self.calls_itself

    def within(self, seconds: float) -> "ToldScanner":
        """The same, noting how long it was given."""
        self.given.append(seconds)
        return self
