"""What does an email, or a text, say to whoever follows a complaint? Words that tell nothing of the complaint."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from putright.letters.covering import FOLDER, Covering, filled
from putright.letters.wording import in_words


def code_sent(
    *,
    sender: str,
    code: str,
    until: datetime,
    contact: Sequence[str],
    confirms_address: bool = False,
    folder: Path = FOLDER,
) -> Covering:
    """The email with a code: to see a complaint, or to show that a new address is the person's own."""
    said = {"sender": sender, "code": code, "until": f"{until:%H:%M}", "contact": "\n".join(contact)}
    name = "new-address-code" if confirms_address else "follow-code"
    return Covering(subject=f"A code from {sender}", text=filled(folder / f"{name}.txt", said))


def code_texted(*, code: str, until: datetime, folder: Path = FOLDER) -> str:
    """The text message with a code. It names nobody, and says nothing of what the code is for: others may read it."""
    return " ".join(filled(folder / "code-by-text.txt", {"code": code, "until": f"{until:%H:%M}"}).split())


def word_of_change(*, sender: str, day: date, contact: Sequence[str], folder: Path = FOLDER) -> Covering:
    """The email to the address that we had, when something changed in how the person is reached."""
    said = {"sender": sender, "day": in_words(day), "contact": "\n".join(contact)}
    return Covering(
        subject=f"{sender}: how we reach you has changed", text=filled(folder / "contact-changed.txt", said)
    )


def word_of_news(*, sender: str, address: str, contact: Sequence[str], folder: Path = FOLDER) -> Covering:
    """The email that says that there is something new to read; it says neither what nor about what."""
    said = {"sender": sender, "address": address, "contact": "\n".join(contact)}
    return Covering(
        subject=f"{sender}: there is something new for you", text=filled(folder / "something-new.txt", said)
    )
