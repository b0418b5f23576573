"""What becomes of messages when the worker that takes them in is killed, again and again, at whatever moment?"""

import json
import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from tests.gateways.imap_server import Box, imap_server
from tests.gateways.mails import a_mail, with_file
from tests.jobs.killing import IN_VAIN, LATEST, ROOT, asker
from tests.sample_files import PDF
from tests.served import environment

PROVED = "mx.practice.example.nhs.uk; dmarc=pass header.from=example.org"
AFTERWARDS = 0.04  # seconds after a message was handed over, within which it is read, stored and entered
STATEMENTS = 90  # that a worker may send the database in a life: about three messages
A_MINUTE_MORE = 60


@dataclass(frozen=True)
class Sent:
    """A message as it was sent: what it says, which case it is sure to be about, and whether a file came with it."""

    message_id: str
    says: str
    case: str = ""
    has_file: bool = False


@dataclass
class Story:
    """What was sent where, and what there was in the end."""

    sent: list[Sent] = field(default_factory=list)
    dropped: int = 0
    kills: int = 0
    kills_in_the_midst: int = 0
    told: dict[str, Any] = field(default_factory=dict)


def kill_readers(data: Path, *, times: int, seed: int, cases: int = 5, **settings: str) -> Story:
    """Let workers take messages in, killing each at a moment drawn by chance; then let the rest be taken in."""
    chance, box, story = random.Random(seed), Box(), Story()
    with imap_server(box) as port:
        command = [sys.executable, "-m", "tests.jobs.doomed_reader", str(port), str(cases)]
        surroundings = {**environment(data=str(data), **settings), "DJANGO_SETTINGS_MODULE": "putright.config.settings"}
        with subprocess.Popen(
            command, cwd=ROOT, env=surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as doomed:
            ask = asker(doomed)
            first = json.loads(ask(None))
            a_life = int(first["holds"]) + A_MINUTE_MORE
            for number in range(1, times + 1):
                _send(story, box, data / "dropped", first["cases"], chance)
                _one_life(ask, box, chance, story, number * a_life)
            for more in (1, 2):  # the second finds nothing new
                ask(f"finish {(times + more) * a_life}")
            story.told = json.loads(ask("tell"))
            assert doomed.stdin is not None
            doomed.stdin.close()
            doomed.wait(timeout=30)
    return story


def _send(story: Story, box: Box, folder: Path, cases: list[str], chance: random.Random) -> None:
    """Send a few: to the mailbox, into the folder, and one to both."""
    folder.mkdir(mode=0o700, exist_ok=True)
    for to_server, to_folder in ((True, False), (True, False), (False, True), (True, True)):
        sent, mail = _a_message(len(story.sent), cases, chance)
        story.sent.append(sent)
        content = mail.as_bytes()
        if to_server:
            box.messages[max(box.messages, default=0) + 1] = content
        if to_folder:
            story.dropped += 1
            half = folder / f"{len(story.sent)}.part"
            half.write_bytes(content)
            half.rename(half.with_suffix(".eml"))


def _a_message(number: int, cases: list[str], chance: random.Random) -> tuple[Sent, EmailMessage]:
    """A message of a stranger, or one that is sure to be about a case; with a file or without."""
    place, is_sure, has_file = number % len(cases), chance.random() < 0.5, chance.random() < 0.5
    message_id, says = f"<{number}@mail.example.org>", f"This is message {number}."
    said = {"Message-ID": message_id, "From": f"Pat Example <pat-{place}@example.org>"}
    if is_sure:
        said |= {"Subject": f"My complaint {cases[place]}", "Authentication-Results": PROVED}
    mail = a_mail(says, **{"Message_ID": message_id, **said})
    if has_file:
        with_file(mail, "letter.pdf", PDF + f"% {number}\n".encode(), "application/pdf")
    return Sent(message_id, says, cases[place] if is_sure else "", has_file), mail


def _one_life(ask: Callable[[str | None], str], box: Box, chance: random.Random, story: Story, later: int) -> None:
    """Begin a worker and kill it; count whether it had a message in hand."""
    how = chance.choice(("at any time", "statement", "statement", "statement", "after the message", "folder"))
    much = {"statement": chance.randint(1, STATEMENTS), "folder": round(chance.random() * AFTERWARDS, 4)}.get(how)
    fetched, dead = [0], threading.Event()

    def kill() -> None:
        if not dead.is_set():
            dead.set()
            os.kill(pid, signal.SIGKILL)

    def on_fetching() -> None:
        fetched[0] += 1
        if how == "after the message":
            threading.Timer(chance.random() * AFTERWARDS, kill).start()

    box.on_fetching = on_fetching
    pid = int(ask(f"go {later} {how}={much}" if much else f"go {later} told"))
    if how == "at any time":
        threading.Timer(chance.random() * LATEST, kill).start()
    if not much and not dead.wait(IN_VAIN):
        kill()
    if how == "statement":  # fewer may have been needed, and then it lives on
        timer = threading.Timer(IN_VAIN, kill)
        timer.start()
        ask("wait")
        timer.cancel()
    else:
        ask("wait")
    dead.set()
    box.on_fetching = None
    story.kills += 1
    story.kills_in_the_midst += bool(fetched[0]) or how == "folder"
