"""Do files that came in wait for the virus scanner, and have pages stopped asking it? Asked of the database alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from putright.casework.means import means_of_this_site
from putright.casework.scanner_watch import scanner_seen
from putright.casework.virus_scanning import waiting_count
from putright.config.config import PREFIX
from putright.config.deployment import Concern, doubtful, unsafe
from putright.gateways.virus_scan import OBSTACLE_WORDS
from putright.web.wording import nhs_date_and_time

_WHERE: Final = f"{PREFIX}VIRUS_SCANNER"


def file_concerns() -> Iterator[Concern]:
    """Whether the scanner was last seen to be away, and how many files are closed until it has looked at them."""
    seen, waiting = scanner_seen(means_of_this_site()), waiting_count()
    if not seen.is_set_up:
        return
    if seen.away_since is not None and seen.obstacle is not None:
        yield unsafe(
            "scanner-left-alone",
            f"Since {nhs_date_and_time(seen.away_since)} the virus scanner has not answered, so pages leave it alone:"
            f" {OBSTACLE_WORDS[seen.obstacle]}. Files are taken, and stay closed: {waiting:,} wait.",
            cure="Start ClamAV's daemon; putright work sees within five minutes that it is back, and scans what waits.",
            where=_WHERE,
        )
    elif waiting:
        yield doubtful(
            "files-wait-for-scanner",
            f"Files that are closed until the virus scanner has looked at them: {waiting:,}.",
            cure="See on the page of background work how Check files for viruses went last.",
            where=_WHERE,
        )
