"""How does a test see the site as people do? Served by the real command, in a process of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS_TO_START = 180  # as long as it takes where much else goes on; nobody waits longer than it does take


@contextmanager
def served(data: Path, *, as_at: str | None = None, **settings: str) -> Iterator[str]:
    """Serve the site from a data folder, as at a day if one is given; yield its address, without a slash at its end."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    options = ["--data", str(data), "--port", str(port), *(["--as-at", as_at] if as_at else [])]
    log = data.with_name(f"{data.name}-{port}.log")
    with open(log, "wb") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "putright", "serve", *options],
            stdout=out,
            stderr=out,
            env=environment(**settings),
        )
    try:
        _wait_for(server, address, log)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=90)


def run_serve(data: Path, surroundings: dict[str, str], *options: str) -> "subprocess.CompletedProcess[str]":
    """Run `putright serve` where it is expected to end by itself; return how it ended."""
    command = [sys.executable, "-m", "putright", "serve", "--data", str(data), *options]
    if "--port" not in options:
        command += ["--port", str(free_port())]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=surroundings, check=False)


def environment(**settings: str) -> dict[str, str]:
    """Return this process's environment with these PUTRIGHT_ settings and none of the tests' own."""
    plain = {name: text for name, text in os.environ.items() if not name.startswith(("PUTRIGHT_", "DJANGO_", "COV_"))}
    return plain | {f"PUTRIGHT_{name.upper()}": text for name, text in settings.items()}


def free_port() -> int:
    """Return a port that nothing listens on now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _wait_for(server: "subprocess.Popen[bytes]", address: str, log: Path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5):
                return
        except urllib.error.HTTPError as not_ready:
            not_ready.close()
            time.sleep(0.05)
        except OSError:  # not there yet, or too busy to answer
            time.sleep(0.05)
    message = f"the site did not start:\n{log.read_text(errors='replace')[-4000:]}"
    raise RuntimeError(message)
