"""What becomes of letters when the worker that sends them is killed, again and again, at whatever moment?"""

import json
import math
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.gateways.mail_servers import Box, mail_server
from tests.served import environment

ROOT = Path(__file__).resolve().parents[2]
CLAIM_SECONDS = 11 * 60
LATEST = 0.05  # seconds after its beginning, by which a worker is in the midst of its work
AFTERWARDS = 0.004  # seconds after the server's word, within which the worker keeps that it has it
IN_VAIN = 2.0


@dataclass(frozen=True)
class Found:
    """What there was in the end: how often the worker was killed, and what the server and the tables held."""

    letters: int
    kills: int
    kills_with_a_letter_taken: int
    copies: Counter[str]
    bodies: dict[str, set[bytes]]
    ids: list[str]
    progress: list[str]
    acknowledged: list[int]
    misfits: list[str]

    @property
    def lost(self) -> int:
        """How many letters never came."""
        return len(set(self.ids) - set(self.copies))

    @property
    def further_copies(self) -> int:
        """How many copies came besides the first of each letter."""
        return sum(self.copies.values()) - len(self.copies)


def kill_again_and_again(
    data: Path, *, times: int, letters: int, seed: int, seconds: float = math.inf, **settings: str
) -> Found:
    """Let workers send letters, killing each at a moment drawn by chance; then let the rest be sent.

    After so many seconds no further worker is begun.
    """
    chance, box, taken = random.Random(seed), Box(), list[bool]()
    with mail_server(box) as (_, port):
        command = [sys.executable, "-m", "tests.jobs.doomed_worker", str(port), str(letters)]
        surroundings = {**environment(data=str(data), **settings), "DJANGO_SETTINGS_MODULE": "putright.config.settings"}
        with subprocess.Popen(
            command, cwd=ROOT, env=surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as doomed:
            ask = asker(doomed)
            ask(None)
            until = time.monotonic() + seconds
            while len(taken) < times and time.monotonic() < until:
                taken.append(_one_life(ask, box, chance, (len(taken) + 1) * CLAIM_SECONDS))
            ask(f"finish {(times + 1) * CLAIM_SECONDS}")
            told = json.loads(ask("tell"))
            assert doomed.stdin is not None
            doomed.stdin.close()
            doomed.wait(timeout=30)
    bodies: dict[str, set[bytes]] = {}
    for message_id, body in zip(box.ids, box.took, strict=True):
        bodies.setdefault(message_id, set()).add(body)
    return Found(
        letters=letters,
        kills=len(taken),
        kills_with_a_letter_taken=sum(taken),
        copies=Counter(box.ids),
        bodies=bodies,
        **told,
    )


def _one_life(ask: Callable[[str | None], str], box: Box, chance: random.Random, later: int) -> bool:
    """Begin a worker and kill it; whether the server had taken a letter whose taking may not have been kept."""
    before, at_letter = len(box.took), chance.choice((1, 1, 2))
    how = chance.choice(("at any time", "before the answer", "after the answer"))
    dead, pid = threading.Event(), int(ask(f"go {later}"))

    def kill() -> None:
        if not dead.is_set():
            dead.set()
            os.kill(pid, signal.SIGKILL)

    def on_taking() -> None:
        if len(box.took) - before < at_letter or how == "at any time":
            return
        if how == "before the answer":
            kill()
        else:
            threading.Timer(chance.random() * AFTERWARDS, kill).start()

    box.on_taking = on_taking
    if how == "at any time":
        threading.Timer(chance.random() * LATEST, kill).start()
    if not dead.wait(IN_VAIN):
        kill()
    ask("wait")
    box.on_taking = None
    return len(box.took) > before


def asker(doomed: "subprocess.Popen[str]") -> Callable[[str | None], str]:
    """What tells a process a line and returns its answer; nothing is told where it is to speak first."""

    def ask(line: str | None) -> str:
        assert doomed.stdin is not None
        assert doomed.stdout is not None
        if line is not None:
            doomed.stdin.write(f"{line}\n")
            doomed.stdin.flush()
        answer = doomed.stdout.readline().strip()
        assert answer, "the process that begins workers has ended"
        return answer

    return ask
