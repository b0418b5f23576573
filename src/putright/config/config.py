"""What can be set, and what is it set to? One frozen value, read once from the environment's PUTRIGHT_ variables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from pathlib import Path

# What a field's metadata holds is of any type.
from typing import Any, cast
from urllib.parse import urlsplit

from putright.config import readers
from putright.config.exits import BadInput

PREFIX = "PUTRIGHT_"
LONGEST_NAME_IN_A_MESSAGE = 60


class ConfigError(BadInput):
    """The settings cannot be used; says everything that is wrong with them, and how to put it right."""


def _read_by(read: Callable[[str], object], shown: str, meaning: str) -> dict[str, object]:
    return {"read": read, "shown": shown, "meaning": meaning}


def _secret(read: Callable[[str], object], shown: str, meaning: str) -> dict[str, object]:
    """A setting that is never shown, and may stand in a file of its own instead: NAME_FILE names it."""
    return {**_read_by(read, shown, meaning), "is_secret": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything an installation may set; each field says how it is read and what it means."""

    data: Path = field(
        default_factory=lambda: readers.folder("data"),
        metadata=_read_by(
            readers.folder,
            "`data`",
            "The folder that holds everything: the SQLite database, the documents, the secret key. Back this up.",
        ),
    )
    host: str = field(
        default="127.0.0.1",
        metadata=_read_by(
            str,
            "`127.0.0.1`",
            "The network address to listen on. `0.0.0.0` is all of the machine's; then set the public address.",
        ),
    )
    port: int = field(
        default=8000,
        metadata=_read_by(readers.whole_number(1, 65535), "`8000`", "The port to listen on."),
    )
    address: str = field(
        default="",
        metadata=_read_by(
            readers.web_address,
            "`http://HOST:PORT`",
            "The address people use, such as `https://complaints.example.nhs.uk`. Links in letters begin with it. With"
            " `https` the cookies are sent over https alone.",
        ),
    )
    hosts: tuple[str, ...] = field(
        default=(),
        metadata=_read_by(
            readers.words,
            "none",
            "Further host names that the site answers to, besides the one of the address and this machine's own.",
        ),
    )
    behind_proxy: bool = field(
        default=False,
        metadata=_read_by(
            readers.yes_or_no,
            "`no`",
            "`yes` where a server in front speaks https, sets `X-Forwarded-Proto`, removing a visitor's own, and adds"
            " the visitor's address to `X-Forwarded-For`.",
        ),
    )
    database_url: str = field(
        default="",
        repr=False,
        metadata=_secret(
            readers.database_address,
            "SQLite in the data folder",
            "A PostgreSQL database: `postgresql://name:password@host:5432/database`. Needs `putright[postgres]`."
            " Behind a pooler of connections that keeps no prepared statements it ends in `?prepare_threshold=never`.",
        ),
    )
    secret_key: str = field(
        default="",
        repr=False,
        metadata=_secret(
            str,
            "generated, kept in the data folder",
            "Signs cookies and seals what staff sign in with. Several machines that serve one site must be given the"
            " same. Older keys may follow it, each after a space or on a line of its own: they are read with alone.",
        ),
    )
    as_at: datetime | None = field(
        default=None,
        metadata=_read_by(
            readers.day_or_instant,
            "the present",
            "A day or an instant that the site takes for now, and at which it stands still. For demonstrations.",
        ),
    )
    processes: int = field(
        default=1,
        metadata=_read_by(
            readers.whole_number(1, 64), "`1`", "Processes that serve pages. More than one is for PostgreSQL."
        ),
    )
    threads: int = field(
        default=8,
        metadata=_read_by(readers.whole_number(1, 64), "`8`", "Pages that each process makes at the same time."),
    )
    upload_megabytes: int = field(
        default=10,
        metadata=_read_by(readers.whole_number(1, 100), "`10`", "The largest file that may be sent in."),
    )
    virus_scanner: str = field(
        default="",
        metadata=_read_by(
            readers.scanner_address,
            "none",
            "Where ClamAV's daemon answers: `unix:///run/clamav/clamd.ctl` or `tcp://127.0.0.1:3310`. Files that come"
            " in are kept closed until it has found nothing in them.",
        ),
    )
    virus_scanner_seconds: int = field(
        default=20,
        metadata=_read_by(
            readers.whole_number(1, 300),
            "`20`",
            "How long the virus scanner may take over one file in the background; a page waits 2 seconds at most. After"
            " that the file is kept closed and tried again.",
        ),
    )
    unscanned_files: str = field(
        default="refuse",
        metadata=_read_by(
            readers.one_of("refuse", "accept"),
            "`refuse`",
            "What happens to files where there is no virus scanner: `refuse`, none are taken, and people are told to"
            " send papers by post; `accept`, they are taken, and staff read at each that it was not checked. A"
            " demonstration accepts them.",
        ),
    )
    session_hours: int = field(
        default=10,
        metadata=_read_by(readers.whole_number(1, 168), "`10`", "How long a sign-in, or a form half filled in, lasts."),
    )
    idle_minutes: int = field(
        default=60,
        metadata=_read_by(
            readers.whole_number(5, 1440),
            "`60`",
            "After how many minutes in which nothing is done a member of staff is signed out.",
        ),
    )
    second_factor: bool = field(
        default=True,
        metadata=_read_by(
            readers.yes_or_no,
            "`yes`",
            "Whether staff must take a second step to sign in, such as a code from an app. With `no` those who have set"
            " one up are asked for it still. Nobody of a demonstration must.",
        ),
    )
    oidc_issuer: str = field(
        default="",
        metadata=_read_by(
            readers.identity_service,
            "none",
            "An identity service that staff may sign in with, by OpenID Connect, such as"
            " `https://identity.example.nhs.uk`. Register `ADDRESS/sign-in/identity/back` there.",
        ),
    )
    oidc_name: str = field(
        default="your identity service",
        metadata=_read_by(str, "`your identity service`", "What staff call the identity service."),
    )
    oidc_client_id: str = field(
        default="", metadata=_read_by(str, "none; needed with an issuer", "As whom the service knows this site.")
    )
    oidc_client_secret: str = field(
        default="",
        repr=False,
        metadata=_secret(str, "none", "The secret that the service gave this site; or else a private key."),
    )
    oidc_private_key: str = field(
        default="",
        repr=False,
        metadata=_secret(
            readers.private_key,
            "none",
            "The private key (PEM) with which this site shows the service who it is: `private_key_jwt`.",
        ),
    )
    oidc_algorithm: str = field(
        default="rs512",
        metadata=_read_by(
            readers.one_of("rs256", "rs384", "rs512", "ps256", "es256", "es512"),
            "`rs512`",
            "How that key signs.",
        ),
    )
    oidc_scopes: tuple[str, ...] = field(
        default=("openid", "profile"),
        metadata=_read_by(readers.words, "`openid profile`", "What is asked of the service about a person."),
    )
    oidc_second_factor: tuple[str, ...] = field(
        default=(),
        metadata=_read_by(
            readers.words,
            "none",
            "Which words of the service (its `acr`, `amr` or `id_assurance_level`) say that it has asked for a second"
            " step itself, such as `mfa`. Without one of them this site asks for its own.",
        ),
    )
    log_level: str = field(
        default="info",
        metadata=_read_by(
            readers.one_of("debug", "info", "warning", "error"),
            "`info`",
            "How much is logged: `debug`, `info`, `warning` or `error`. Never names, never texts.",
        ),
    )
    mail: str = field(
        default="none",
        metadata=_read_by(
            readers.one_of("none", "smtp", "notify"),
            "`none`",
            "How letters go by email: `smtp`, a mail server; `notify`, GOV.UK Notify; `none`, from somebody's own"
            " mailbox.",
        ),
    )
    mail_from: str = field(
        default="",
        metadata=_read_by(
            readers.mail_address,
            "none; needed for `smtp`",
            "The address that emails come from, such as `complaints@example.nhs.uk`.",
        ),
    )
    mail_reply_to: str = field(
        default="",
        metadata=_read_by(
            readers.mail_address,
            "the organisation's own",
            "Where answers go. `{reference}` in it stands for the case's: `complaints+{reference}@example.nhs.uk`.",
        ),
    )
    smtp_host: str = field(
        default="", metadata=_read_by(str, "none; needed for `smtp`", "The name of the mail server.")
    )
    smtp_port: int = field(
        default=587, metadata=_read_by(readers.whole_number(1, 65535), "`587`", "The port of the mail server.")
    )
    smtp_security: str = field(
        default="starttls",
        metadata=_read_by(
            readers.one_of("starttls", "tls", "none"),
            "`starttls`",
            "How the connection is encrypted: `starttls` (port 587), `tls` from the start (port 465), or `none`: only"
            " for a relay inside your own network, and never with a password but on this machine.",
        ),
    )
    smtp_user: str = field(default="", metadata=_read_by(str, "none", "The name to sign in with at the mail server."))
    smtp_password: str = field(
        default="", repr=False, metadata=_secret(str, "none", "The password to sign in with at the mail server.")
    )
    smtp_certificates: Path | None = field(
        default=None,
        metadata=_read_by(
            readers.folder,
            "those that the machine trusts",
            "A file of certificates in PEM by which the mail server is known, such as your network's own authority.",
        ),
    )
    smtp_seconds: int = field(
        default=120,
        metadata=_read_by(
            readers.whole_number(5, 300), "`120`", "How long the mail server may take over one message in all."
        ),
    )
    notify_key: str = field(
        default="", repr=False, metadata=_secret(str, "none; needed for `notify`", "The API key of GOV.UK Notify.")
    )
    notify_template: str = field(
        default="",
        metadata=_read_by(
            str,
            "none; needed for `notify`",
            "The number of the email template at GOV.UK Notify. It has `((subject))`, `((message))` and"
            " `((link_to_file))`.",
        ),
    )
    texts: str = field(
        default="none",
        metadata=_read_by(
            readers.one_of("none", "notify"),
            "`none`",
            "How codes go by text message to people who have lost their link: `notify`, GOV.UK Notify, with the same"
            " key as emails; `none`, not at all, and pages do not speak of it.",
        ),
    )
    notify_text_template: str = field(
        default="",
        metadata=_read_by(
            str,
            "none; needed for texts by `notify`",
            "The number of the text message template at GOV.UK Notify. It is `((message))` alone.",
        ),
    )
    mailboxes: Path | None = field(
        default=None,
        metadata=_read_by(
            readers.folder,
            "none",
            "A file that says from which mailboxes and folders messages are taken in, and for which organisation. The"
            " guide for administrators shows one.",
        ),
    )
    notify_address: str = field(
        default="https://api.notifications.service.gov.uk",
        metadata=_read_by(readers.web_address, "GOV.UK Notify's", "Where GOV.UK Notify answers; for trials."),
    )
    # Not a setting: which files secrets were read from.
    secret_files: Mapping[str, Path] = field(default_factory=dict)

    @property
    def secret_keys(self) -> tuple[str, ...]:
        """Return the secret key that is set, and after it the older ones that are only read with."""
        return tuple(self.secret_key.split())

    @property
    def public_address(self) -> str:
        """Return the address that people use, without a slash at its end."""
        return self.address or f"http://{self.host}:{self.port}"

    @property
    def is_https(self) -> bool:
        """Return whether people reach the site over https alone."""
        return self.public_address.startswith("https://")

    @property
    def demo_sign_ins(self) -> Path:
        """Return the file that `putright demo` writes last: who can sign in. A site with it is a demonstration."""
        return self.data / "demo-sign-ins.txt"

    @property
    def set_up_code(self) -> Path:
        """Return the file that holds the code for setting up, while nothing has been set up."""
        return self.data / "set-up-code"

    @property
    def host_names(self) -> tuple[str, ...]:
        """Return every host name that the site answers to."""
        named = (urlsplit(self.public_address).hostname or "", *self.hosts, "localhost", "127.0.0.1", "[::1]")
        return tuple(dict.fromkeys(name for name in named if name and name != "0.0.0.0"))  # noqa: S104 - refused here


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One row of the table of settings: its variable, what stands when it is not set, what it means."""

    field: str
    variable: str
    default: str
    meaning: str
    read: Callable[[str], object]
    is_file: bool = False


def settings_table() -> tuple[Setting, ...]:
    """Return every setting there is, in the order of `Config`; after each secret that it may stand in a file."""
    return tuple(row for each in fields(Config) if each.metadata for row in _rows(each.name, each.metadata))


def _rows(name: str, metadata: Mapping[str, Any]) -> Iterator[Setting]:
    variable, read = PREFIX + name.upper(), metadata["read"]
    yield Setting(field=name, variable=variable, default=metadata["shown"], meaning=metadata["meaning"], read=read)
    if metadata.get("is_secret"):
        yield Setting(
            field=name,
            variable=f"{variable}_FILE",
            default="none",
            meaning=f"A file that holds what `{variable}` would, in place of it.",
            read=lambda text: read(readers.secret_in(text)),
            is_file=True,
        )


def config_from(environment: Mapping[str, str]) -> Config:
    """Return what the PUTRIGHT_ variables of an environment set; an empty one counts as not set.

    >>> config_from({"PUTRIGHT_PORT": "9000", "HOME": "/"}).port
    9000
    """
    known = {setting.variable: setting for setting in settings_table()}
    given = {name: text.strip() for name, text in environment.items() if name.startswith(PREFIX)}
    problems = [_unknown(name, tuple(known)) for name in given if name not in known]
    values: dict[str, object] = {}
    files: dict[str, Path] = {}
    for name, text in given.items():
        if name not in known or not text:
            continue
        setting = known[name]
        if setting.is_file:
            files[name] = readers.folder(text)
            if given.get(name.removesuffix("_FILE")):
                problems.append(f"{name} and {name.removesuffix('_FILE')} are both set. Take one of them away.")
        try:
            values[setting.field] = setting.read(text)
        except ValueError as error:
            problems.append(f"{name}: {error}")
    if problems:
        raise ConfigError(*problems)
    # Each field's own reader has made its value, so the types are those of the fields.
    return Config(**cast("dict[str, str]", values), secret_files=files)  # type: ignore[arg-type]


def _unknown(name: str, known: tuple[str, ...]) -> str:
    return f"{name[:LONGEST_NAME_IN_A_MESSAGE]} is not a setting. There are: {', '.join(known)}"
