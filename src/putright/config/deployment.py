"""What is unsafe about an installation, as far as its settings and its files tell, and what is to be done about it?"""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from ipaddress import ip_address
from pathlib import Path
from shutil import disk_usage
from typing import Final
from urllib.parse import parse_qs, urlsplit

from putright.config.config import PREFIX, Config
from putright.config.installation import SECRET_KEY_FILE, kept_secret_keys
from putright.domain.findings import Severity
from putright.gateways.head_files import FOLDER as HEADS

GUIDE: Final = "docs/guide/safe-to-use.md"
SHORTEST_KEY: Final = 32
HEADS_OLD_AFTER: Final = timedelta(days=2)
ROOM_WANTED: Final = 1_000_000_000  # bytes
ROOM_NEEDED: Final = 100_000_000
_ENCRYPTED: Final = frozenset({"require", "verify-ca", "verify-full"})
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One thing that is unsafe: how grave, what it is, what to do, and where it is set or stands."""

    severity: Severity
    code: str
    says: str
    cure: str
    where: str

    @property
    def message(self) -> str:
        """What it is and what to do, in one."""
        return f"{self.says} {self.cure}"


def unsafe(code: str, says: str, *, cure: str, where: str) -> Concern:
    """Something with which no real complaint should be taken."""
    return Concern(severity=Severity.ERROR, code=code, says=says, cure=cure, where=where)


def doubtful(code: str, says: str, *, cure: str, where: str) -> Concern:
    """Something that may be right, and is to be known."""
    return Concern(severity=Severity.WARNING, code=code, says=says, cure=cure, where=where)


def concerns(config: Config, *, today: date, user: int | None) -> Iterator[Concern]:
    """Everything that settings and files tell; `user` is the number of whoever asks, where the machine has such."""
    yield from _demonstration(config)
    yield from _who_reads(config, user)
    yield from _secrets(config)
    yield from _network(config)
    yield from _rows(config)
    yield from _mail(config)
    yield from _sign_in(config)
    yield from _kept_apart(config, today)
    yield from _room(config)


def _demonstration(config: Config) -> Iterator[Concern]:
    if config.demo_sign_ins.exists():
        yield unsafe(
            "demonstration",
            "The data folder holds the demonstration: made-up cases, and people whose password is public.",
            cure="Serve another, empty folder with --data for real complaints.",
            where=str(config.demo_sign_ins),
        )
    if config.as_at is not None:
        yield unsafe(
            "clock-stands-still",
            "The site takes one day for now, so no date is right and nothing falls due.",
            cure=f"Take {PREFIX}AS_AT away.",
            where=f"{PREFIX}AS_AT",
        )
    if config.log_level == "debug":
        yield doubtful(
            "log-says-much",
            "The log says more than it needs to.",
            cure=f"Take {PREFIX}LOG_LEVEL away once you have found what you look for.",
            where=f"{PREFIX}LOG_LEVEL",
        )
    if config.set_up_code.exists():
        yield doubtful(
            "not-set-up",
            "Nothing has been set up yet: whoever has the code of the data folder can do it.",
            cure="Open the site and set up the organisation.",
            where=str(config.set_up_code),
        )


def _who_reads(config: Config, user: int | None) -> Iterator[Concern]:
    if user == 0:
        yield doubtful(
            "runs-as-root",
            "You are root. A site that runs as root puts the whole machine behind its pages.",
            cure="Make an account of its own for Putright, and run every command as that.",
            where="command line",
        )
    for place in _private(config):
        mode = stat.S_IMODE(place.stat().st_mode)
        if mode & _OTHERS:
            yield unsafe(
                "read-by-others",
                f"Other accounts of this machine may open {place.name} (its mode is {mode:04o}).",
                cure=f"Run: chmod go= '{place}'",
                where=str(place),
            )
        if user and place.stat().st_uid != user:
            yield doubtful(
                "of-another-account",
                f"{place.name} belongs to another account than yours.",
                cure="Run this as the account that serves the site, or give that account the folder and all in it.",
                where=str(place),
            )


def _private(config: Config) -> Iterator[Path]:
    """What only the account that serves the site should be able to open, where it is there."""
    own = ("", SECRET_KEY_FILE, "putright.sqlite3", "documents", HEADS)
    # Whoever cannot open the folder cannot open what is in it, whatever its own mode: it is named once.
    inside = [config.data / name for name in own[1:]] if _is_open(config.data) else [config.data / SECRET_KEY_FILE]
    for place in (config.data, *inside, *config.secret_files.values()):
        if place.exists():
            yield place


def _is_open(folder: Path) -> bool:
    return folder.exists() and bool(stat.S_IMODE(folder.stat().st_mode) & _OTHERS)


def _secrets(config: Config) -> Iterator[Concern]:
    if len(config.secret_keys or kept_secret_keys(config.data)) > 1:
        yield doubtful(
            "older-keys-kept",
            "Older secret keys are still read with: whoever has one of them can make what staff sign in with.",
            cure="Go on with docs/guide/changing-secrets.md, at last with putright key --drop-older.",
            where=f"{PREFIX}SECRET_KEY",
        )
    if any(len(key) < SHORTEST_KEY for key in config.secret_keys[:1]):
        yield unsafe(
            "secret-key-short",
            f"The secret key has fewer than {SHORTEST_KEY} characters, so it can be guessed.",
            cure="Take it away, and one is made; or give a long random one, the same to each machine of the site.",
            where=f"{PREFIX}SECRET_KEY",
        )


def _network(config: Config) -> Iterator[Concern]:
    address = urlsplit(config.public_address)
    if not config.is_https and not is_here(address.hostname or ""):
        yield unsafe(
            "address-not-https",
            "People reach the site over http, so anybody on the way reads what they write, and their passwords.",
            cure=f"Put a web server in front that speaks https, and give {PREFIX}ADDRESS with https://.",
            where=f"{PREFIX}ADDRESS",
        )
    if is_here(address.hostname or "") and is_here(config.host):
        yield doubtful(
            "this-machine-alone",
            "Only this machine reaches the site: nobody can complain on it, and links in letters lead nowhere.",
            cure=f"Put a web server in front that speaks https, and give {PREFIX}ADDRESS with https://.",
            where=f"{PREFIX}ADDRESS",
        )
    if not config.is_https and not is_here(config.host):
        yield unsafe(
            "heard-without-https",
            f"The site answers to other machines on {config.host}, without https.",
            cure=f"Take {PREFIX}HOST away, and put a web server in front that speaks https.",
            where=f"{PREFIX}HOST",
        )
    if config.is_https and not config.behind_proxy:
        yield unsafe(
            "proxy-not-named",
            "The address is https, which a web server in front must speak, and none is named: all visitors seem to be"
            " one, and the waits after wrong passwords hold up everybody.",
            cure=f"Set {PREFIX}BEHIND_PROXY to yes.",
            where=f"{PREFIX}BEHIND_PROXY",
        )
    if config.behind_proxy and not is_here(config.host):
        yield doubtful(
            "proxy-passed-by",
            "Visitors who reach this machine past the web server can say that they come from anywhere.",
            cure=f"Take {PREFIX}HOST away, or let only the web server through to the port.",
            where=f"{PREFIX}HOST",
        )


def _rows(config: Config) -> Iterator[Concern]:
    if not config.database_url and config.processes > 1:
        yield unsafe(
            "sqlite-shared",
            "Several processes write to one SQLite database, and keep one another waiting.",
            cure=f"Take {PREFIX}PROCESSES away, or use PostgreSQL with {PREFIX}DATABASE_URL.",
            where=f"{PREFIX}PROCESSES",
        )
    parts = urlsplit(config.database_url)
    modes = parse_qs(parts.query).get("sslmode", [""])
    if config.database_url and parts.hostname and not is_here(parts.hostname) and modes[0] not in _ENCRYPTED:
        yield unsafe(
            "database-not-encrypted",
            "The database is on another machine, and the way to it may not be encrypted.",
            cure="Add ?sslmode=verify-full to its address.",
            where=f"{PREFIX}DATABASE_URL",
        )


def _mail(config: Config) -> Iterator[Concern]:
    if config.mail == "none":
        yield doubtful(
            "no-mail",
            "No email is sent: not the letters that people agreed to have so, nor the list of what is due.",
            cure=f"Set {PREFIX}MAIL to smtp or notify.",
            where=f"{PREFIX}MAIL",
        )
    if config.mail == "smtp" and config.smtp_security == "none" and not is_here(config.smtp_host):
        yield unsafe(
            "mail-not-encrypted",
            "Letters go to the mail server so that anybody on the way can read them.",
            cure=f"Set {PREFIX}SMTP_SECURITY to starttls or tls, unless the way is a network of your own.",
            where=f"{PREFIX}SMTP_SECURITY",
        )


def _sign_in(config: Config) -> Iterator[Concern]:
    if not config.second_factor:
        yield unsafe(
            "second-step-off",
            "A password alone lets staff in.",
            cure=f"Take {PREFIX}SECOND_FACTOR away, unless another wall stands in front.",
            where=f"{PREFIX}SECOND_FACTOR",
        )


def _kept_apart(config: Config, today: date) -> Iterator[Concern]:
    folder = config.data / HEADS
    kept = sorted(folder.glob("*.jsonl"))
    if not kept:
        yield doubtful(
            "heads-never-kept",
            "The ends of the chronologies were never kept, so entries that are cut off would not be missed.",
            cure="Run: putright verify --keep-heads; the worker does it every night.",
            where=str(folder),
        )
    elif kept[-1].stem < (today - HEADS_OLD_AFTER).isoformat():
        yield doubtful(
            "heads-old",
            f"The ends of the chronologies were last kept on {kept[-1].stem}.",
            cure="See on the page of background work why; then run: putright verify --keep-heads",
            where=str(folder),
        )
    yield Concern(
        severity=Severity.NOTE,
        code="backups-not-seen",
        says="Putright cannot see whether backups are taken.",
        cure="Copy the data folder, and a PostgreSQL database too, every night to another machine, and try a copy.",
        where=str(config.data),
    )


def _room(config: Config) -> Iterator[Concern]:
    """Whether the disk has room for what comes: every complaint brings a few megabytes at most."""
    free = disk_usage(config.data).free if config.data.exists() else ROOM_WANTED
    if free < ROOM_WANTED:
        yield (unsafe if free < ROOM_NEEDED else doubtful)(
            "little-room",
            f"The disk of the data folder has room for {free // 1_000_000:,} megabytes. Once it is full nothing can be"
            " taken in.",
            cure="Make room, or move the data folder to a larger disk.",
            where=str(config.data),
        )


def is_here(host: str) -> bool:
    """Whether a name or a number is this machine's own, which no other can reach."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def as_finding(concern: Concern) -> Mapping[str, str]:
    """A concern in the shape of a finding."""
    return {
        "severity": concern.severity.value,
        "code": concern.code,
        "message": concern.message,
        "authority": GUIDE,
        "where": concern.where,
    }
