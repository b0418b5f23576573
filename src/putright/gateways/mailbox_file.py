"""Which mailboxes are messages taken from? Read from a file of theirs; strict, and every error names its line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from putright.gateways.dropped_folder import DroppedFolder
from putright.gateways.imap import Imap, ImapSecurity
from putright.gateways.mailbox import Mailbox, Source
from putright.gateways.yaml_lines import NotPlain, Plain, Where, read_plain

_OF_EACH: Final = {"name", "body", "proves"}
_OF_A_FOLDER: Final = {"folder"}
_OF_A_SERVER: Final = {"host", "port", "security", "user", "password_file", "mailbox", "seconds", "certificates"}
_LONGEST_NAME: Final = 60
_LARGEST_PORT: Final = 65_535
_PORTS: Final = {ImapSecurity.TLS: 993, ImapSecurity.STARTTLS: 143, ImapSecurity.NONE: 143}
_HERE: Final = ("localhost", "127.0.0.1", "::1")


class UnsoundMailboxes(ValueError):
    """The file of the mailboxes cannot be used; says in which line what is wrong."""


def read_mailboxes(file: Path) -> tuple[Mailbox, ...]:
    """The mailboxes of a file, in its order; raises UnsoundMailboxes. Nothing is connected to."""
    try:
        rows, lines = read_plain(file.read_text(encoding="utf-8"))
        return tuple(_mailboxes(rows, lines))
    except OSError as error:
        raise UnsoundMailboxes(f"{file} cannot be read: {error.strerror}") from None
    except UnicodeError:
        raise UnsoundMailboxes(f"{file} is not a text in UTF-8") from None
    except NotPlain as fault:
        raise UnsoundMailboxes(f"{file.name}: {fault}") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a file of mailboxes names on this machine, whether it is there or not."""

    password_files: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()


def named_in(file: Path) -> Named:
    """The files and folders that a file of mailboxes names, as far as it can be read; it may be wrong otherwise."""
    try:
        rows, _ = read_plain(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, NotPlain):
        return Named()
    said = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return Named(password_files=_paths(said, "password_file"), folders=_paths(said, "folder"))


def _paths(said: list[dict[str, Plain]], key: str) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(Path(each) for row in said if isinstance(each := row.get(key), str) and each.strip()))


def _mailboxes(rows: Plain, lines: Mapping[Where, int]) -> Iterator[Mailbox]:
    if not isinstance(rows, list):
        raise NotPlain(1, "list the mailboxes, each beginning with “- name: …”")
    names: set[str] = set()
    for number, row in enumerate(rows):
        line = lines.get((number,), 1)
        if not isinstance(row, dict):
            raise NotPlain(line, "a mailbox has a name, a body, and a folder or a host")
        mailbox = _mailbox(_Row(row, line))
        if mailbox.name in names:
            raise NotPlain(line, f"there are two mailboxes of the name {mailbox.name}")
        names.add(mailbox.name)
        yield mailbox


class _Row:
    """What a file says of one mailbox, and where."""

    def __init__(self, said: Mapping[str, Plain], line: int) -> None:
        self.said, self.line = said, line

    def word(self, key: str, otherwise: str | None = None) -> str:
        """A text that must be there, unless something stands in its place."""
        value = self.said.get(key, otherwise)
        if value is None or isinstance(value, list | dict | bool) or not str(value).strip():
            raise NotPlain(self.line, f"{key} is needed, as a word")
        return str(value).strip()

    def number(self, key: str, otherwise: int, *, most: int) -> int:
        """A whole number of one or more."""
        value = self.said.get(key, otherwise)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            raise NotPlain(self.line, f"{key} must be a whole number from 1 to {most}")
        return value

    def words(self, key: str) -> tuple[str, ...]:
        """One word, or a list of them; none where it is left out."""
        value = self.said.get(key, [])
        several = value if isinstance(value, list) else [value]
        if not all(isinstance(one, str) and one.strip() for one in several):
            raise NotPlain(self.line, f"{key} must be a word, or a list of words")
        return tuple(str(one).strip().lower() for one in several)

    def refuse_others(self, known: set[str]) -> None:
        """Refuse what is not known: a misspelt word must not go unnoticed."""
        for key in self.said:
            if key not in known:
                raise NotPlain(self.line, f"{key} is not known here. There are: {', '.join(sorted(known))}")


def _mailbox(row: _Row) -> Mailbox:
    name = row.word("name")
    if len(name) > _LONGEST_NAME:
        raise NotPlain(row.line, f"the name is longer than {_LONGEST_NAME} characters")
    if ("folder" in row.said) == ("host" in row.said):
        raise NotPlain(row.line, "a mailbox has either a folder or a host")
    row.refuse_others(_OF_EACH | (_OF_A_FOLDER if "folder" in row.said else _OF_A_SERVER))
    source: Source = DroppedFolder(Path(row.word("folder"))) if "folder" in row.said else _server(row)
    return Mailbox(name=name, body=row.word("body"), source=source, proves=frozenset(row.words("proves")))


def _server(row: _Row) -> Imap:
    said = row.word("security", "tls")
    if said not in set(ImapSecurity):
        raise NotPlain(row.line, "security is tls, starttls or none")
    security, host = ImapSecurity(said), row.word("host")
    if security is ImapSecurity.NONE and host not in _HERE:
        raise NotPlain(row.line, "with security: none the password would go over the network to be read by anybody")
    folder = row.word("mailbox", "INBOX")
    if not folder.isascii() or not folder.isprintable():
        raise NotPlain(row.line, "mailbox must be written in plain letters")
    return Imap(
        host=host,
        port=row.number("port", _PORTS[security], most=_LARGEST_PORT),
        security=security,
        user=row.word("user"),
        password=_password(row),
        folder=folder,
        seconds=row.number("seconds", 60, most=600),
        trusted=row.word("certificates") if "certificates" in row.said else None,
    )


def _password(row: _Row) -> str:
    file = Path(row.word("password_file"))
    try:
        return file.read_text(encoding="utf-8").strip("\r\n")
    except (OSError, UnicodeError):
        raise NotPlain(row.line, f"the file of the password, {file}, cannot be read") from None
