"""Which messages has somebody put into a folder? Files that end in .eml, each moved on once it has been taken in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from putright.domain.delivery import Trouble
from putright.gateways.mail_in import LARGEST
from putright.gateways.mailbox import Arrived, MailboxAway, Place

ENDING: Final = ".eml"
DONE: Final = "done"
REFUSED: Final = "refused"
MOST_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class DroppedFolder:
    """A folder; whoever writes into it writes under another name first and renames the whole file to NAME.eml."""

    path: Path

    def arrivals(self, after: Place) -> Iterator[Arrived]:
        """What lies in the folder, the oldest first; raises MailboxAway where it cannot be read."""
        del after  # what has been taken in lies here no more
        try:
            found = [(each.stat().st_mtime, each.name, each) for each in self.path.iterdir() if _is_a_message(each)]
            for written, name, each in sorted(found)[:MOST_AT_ONCE]:
                content = each.read_bytes() if each.stat().st_size <= LARGEST else None
                yield Arrived(key=name, content=content, arrived_at=datetime.fromtimestamp(written, UTC))
        except OSError:
            raise MailboxAway(Trouble.UNREACHABLE) from None

    def settle(self, arrived: Arrived, *, refused: str = "") -> None:
        """Move a message to the folder `done`, or to `refused` with a file beside it that says why."""
        old = self.path / arrived.key
        folder = self.path / (REFUSED if refused else DONE)
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            new = _free(folder / arrived.key)
            if refused:
                new.with_suffix(".txt").write_text(f"{refused}\n", encoding="utf-8")
            old.replace(new)
        except FileNotFoundError:
            return  # somebody has moved it on before us
        except OSError:
            raise MailboxAway(Trouble.UNREACHABLE) from None


def _is_a_message(path: Path) -> bool:
    return path.suffix.lower() == ENDING and not path.name.startswith(".") and path.is_file() and not path.is_symlink()


def _free(path: Path) -> Path:
    """The path, or where another message of that name is there already, one beside it."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def digest_of_place(mailbox: str, arrived: Arrived) -> str:
    """What tells a message that was not read from others: where it lies, and its bytes if we have them."""
    at = f"{mailbox}\0{arrived.place.validity if arrived.place else ''}\0{arrived.key}\0{arrived.arrived_at}"
    return sha256(arrived.content if arrived.content else at.encode("utf-8", "replace")).hexdigest()
