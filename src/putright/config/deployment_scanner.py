"""Are files that come in checked for viruses on this installation, by a scanner that answers and knows today's?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from putright.config.config import PREFIX, Config
from putright.config.deployment import Concern, doubtful, is_here, unsafe
from putright.config.scanning import scanner_for
from putright.gateways.virus_scan import OBSTACLE_WORDS, TEST_VIRUS, Clamd, NotScanned, signatures_at

SIGNATURES_OLD_AFTER: Final = timedelta(days=7)
_WHERE: Final = f"{PREFIX}VIRUS_SCANNER"


def scanner_concerns(config: Config, *, now: datetime) -> Iterator[Concern]:
    """Whether there is a scanner, and what it says when it is asked."""
    scanner = scanner_for(config)
    if scanner is None:
        yield _nobody(config)
        return
    parts = urlsplit(scanner.address)
    if parts.scheme == "tcp" and not is_here(parts.hostname or ""):
        yield doubtful(
            "scanner-elsewhere",
            "Files go to the virus scanner over the network, where others may read them: it knows no encryption.",
            cure="Run ClamAV on this machine, or let the way there be one that nobody else is on.",
            where=_WHERE,
        )
    try:
        yield from _asked(scanner, config, now)
    except NotScanned as held_up:
        yield unsafe(
            "scanner-silent",
            f"Files that come in stay closed: {OBSTACLE_WORDS[held_up.obstacle]}.",
            cure="Start ClamAV's daemon (clamav-daemon), and see that this account may open its socket.",
            where=_WHERE,
        )


def _nobody(config: Config) -> Concern:
    if config.unscanned_files == "accept":
        return unsafe(
            "files-not-scanned",
            "Files from strangers are taken, and nobody checks them for viruses before staff open them.",
            cure=f"Install ClamAV and set {_WHERE}, or take {PREFIX}UNSCANNED_FILES away.",
            where=f"{PREFIX}UNSCANNED_FILES",
        )
    return doubtful(
        "no-virus-scanner",
        "There is no virus scanner, so no files are taken: people who complain are told to send papers by post.",
        cure=f"Install ClamAV (clamav-daemon) and set {_WHERE}.",
        where=_WHERE,
    )


def _asked(scanner: Clamd, config: Config, now: datetime) -> Iterator[Concern]:
    if scanner.scan(TEST_VIRUS).is_clean:
        yield unsafe(
            "scanner-finds-nothing",
            "The virus scanner finds nothing in the test file that every scanner knows, so it has no signatures.",
            cure="Install clamav-freshclam, let it fetch them, and see that it fetches them again by itself.",
            where=_WHERE,
        )
    made_on = signatures_at(scanner.version())
    if made_on is not None and now - made_on > SIGNATURES_OLD_AFTER:
        yield doubtful(
            "signatures-old",
            f"The virus scanner's signatures are of {made_on:%-d %B %Y}: it does not know newer viruses.",
            cure="See why clamav-freshclam does not fetch them.",
            where=_WHERE,
        )
    try:
        scanner.scan(bytes(config.upload_megabytes * 1_000_000))
    except NotScanned as held_up:
        yield unsafe(
            "scanner-too-small",
            f"A file of {config.upload_megabytes} megabytes, which the site takes, could not be checked:"
            f" {OBSTACLE_WORDS[held_up.obstacle]}.",
            cure=f"Raise StreamMaxLength in clamd.conf, or lower {PREFIX}UPLOAD_MEGABYTES.",
            where=f"{PREFIX}UPLOAD_MEGABYTES",
        )
