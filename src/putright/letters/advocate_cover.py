"""What do the emails say to somebody who was named as an advocate? Not by whom, and nothing of the complaint."""

from datetime import datetime
from pathlib import Path

from putright.letters.covering import FOLDER, Covering, filled
from putright.letters.wording import in_words


def advocate_invited(*, sender: str, address: str, until: datetime, folder: Path = FOLDER) -> Covering:
    """The email with the link by which an advocate comes in; `sender` is the body to which somebody complains."""
    said = {"sender": sender, "address": address, "until": f"{until:%H:%M} on {in_words(until.date())}"}
    return Covering(
        subject=f"You are asked to help somebody with a complaint to {sender}",
        text=filled(folder / "advocate-named.txt", said),
    )


def advocate_news(*, sender: str, address: str, folder: Path = FOLDER) -> Covering:
    """The email that says that the person has answered what their advocate wrote; neither who, nor what they said."""
    said = {"sender": sender, "address": address}
    text = filled(folder / "advocate-news.txt", said)
    return Covering(subject="There is something new for you as an advocate", text=text)


def advocate_ended(*, sender: str, address: str, folder: Path = FOLDER) -> Covering:
    """The email that says that their help has ended; neither whose complaint it was, nor why."""
    said = {"sender": sender, "address": address}
    text = filled(folder / "advocate-ended.txt", said)
    return Covering(subject="Your help as an advocate in one complaint has ended", text=text)
