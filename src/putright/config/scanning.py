"""Who looks for viruses on this site? ClamAV's daemon, as configured, or nobody."""

from putright.config.config import Config
from putright.gateways.virus_scan import Clamd


def scanner_for(config: Config) -> Clamd | None:
    """Return the virus scanner, or nobody."""
    if not config.virus_scanner:
        return None
    return Clamd(address=config.virus_scanner, seconds=config.virus_scanner_seconds)
