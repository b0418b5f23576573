"""Which scanners do the tests hand to casework in place of a daemon? Ones whose answers can be told beforehand."""

from dataclasses import dataclass, field

from putright.gateways.virus_scan import NotScanned, Obstacle, Verdict
from tests.sample_files import EICAR


@dataclass
class ToldScanner:
    """Finds EICAR, unless something is in the way; counts how often it was asked. It keeps to what Clamd promises."""

    obstacle: Obstacle | None = None
    virus: str = "Eicar-Test-Signature"
    asked: list[bytes] = field(default_factory=list)

    def scan(self, content: bytes) -> Verdict:
        """Say what was told."""
        self.asked.append(content)
        if self.obstacle is not None:
            raise NotScanned(self.obstacle)
        return Verdict(virus=self.virus if EICAR in content else "")
