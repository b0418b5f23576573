"""P10: how long from nothing to the first page, how long to boot, how much memory after a full mix of pages?

`make start` runs in a new clone of what is committed, in a new folder; then the site is stopped and started again; then
one site is asked a mix of pages while another, of the same memory at its start, is asked only whether it is well.
Beside it django-helpdesk, with three hundred tickets, boots and is asked a mix of its pages.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

from bench import helpdesk_site
from bench.measure import RESULTS, ROOT, machine
from bench.pages import kilobytes_of

MIX = 400  # pages of each side before the memory is read
TICKETS = 300
GOALS = {"make start, seconds": 60.0, "boot, seconds": 1.5, "memory, times the bare worker's": 2.0}


def main(arguments: list[str]) -> int:
    """Measures all three; prints and keeps what was found."""
    with tempfile.TemporaryDirectory(prefix="putright-p10-") as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        data = clone / "data"
        started = _seconds_to_healthy(["make", "start", "PORT=8951", f"DATA={data}"], clone, 8951, stop=True)
        putright = str(clone / ".venv" / "bin" / "putright")
        boots = [
            _seconds_to_healthy([putright, "serve", "--data", str(data), "--port", "8952"], clone, 8952, stop=True)
            for _ in range(3)
        ]
        bare, mixed = _memory(putright, data, clone)
    peer = _peer()
    reached = {
        "make start, seconds": round(started, 1),
        "boot, seconds": round(sorted(boots)[1], 2),
        "memory, times the bare worker's": round(mixed / bare, 2),
    }
    found = {
        "workload": "p10-start",
        "question": "from nothing to the first page; boot; the worker's memory after a full mix",
        "reached": reached,
        "boots": [round(boot, 2) for boot in boots],
        "resident_megabytes": {"bare": round(bare / 1024, 1), "after the mix": round(mixed / 1024, 1)},
        "django-helpdesk": peer,
        "goals": [
            {"goal": f"{what}: at most {most}", "reached": reached[what], "met": reached[what] <= most}
            for what, most in GOALS.items()
        ],
        "machine": machine(),
    }
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / "p10-start.json").write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(found, indent=2))
    return 0


def _peer() -> dict[str, float]:
    """How django-helpdesk boots, and what a mix of its pages adds to its memory."""
    with tempfile.TemporaryDirectory(prefix="putright-p10-") as folder:
        database = {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{folder}/helpdesk.sqlite3", "CONN_MAX_AGE": None}
        with helpdesk_site.served(database, Path(folder), [TICKETS], processes=1, threads=8) as peer:
            bare = kilobytes_of(peer.processes[:1])
            lists = [helpdesk_site.LIST_ADDRESS, peer.rows]
            pages = [
                *lists,
                *peer.tickets.values(),
                "/dashboard/",
                "/reports/",
                "/reports/daysuntilticketclosedbymonth/",
            ]
            for number in range(MIX):
                peer.page(pages[number % len(pages)])
            mixed = kilobytes_of(peer.processes[:1])
            boot = peer.seconds_to_boot
    return {
        "boot to its first list, seconds": round(boot, 2),
        "resident megabytes, after its first list": round(bare / 1024, 1),
        "resident megabytes, after a mix": round(mixed / 1024, 1),
    }


def _environment() -> dict[str, str]:
    return {name: text for name, text in os.environ.items() if not name.startswith(("PUTRIGHT_", "PYTHON", "VIRTUAL"))}


def _seconds_to_healthy(command: list[str], folder: Path, port: int, *, stop: bool) -> float:
    begun = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait(process, port)
        return time.monotonic() - begun
    finally:
        if stop:
            _stop(process)


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    while process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.02)
    raise RuntimeError("the site ended before it was ready")


def _stop(process: "subprocess.Popen[bytes]") -> None:
    os.killpg(process.pid, signal.SIGTERM)
    process.wait(timeout=30)


def _memory(putright: str, data: Path, clone: Path) -> tuple[int, int]:
    """Resident kilobytes of the whole process tree: of a site only asked for its health, and of one after the mix."""
    sizes = []
    for name, port in (("bare", 8953), ("mix", 8954)):
        own = data.with_name(f"data-{name}")
        shutil.copytree(data, own)
        command = [putright, "serve", "--data", str(own), "--port", str(port)]
        process = subprocess.Popen(
            command,
            cwd=clone,
            env=_environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            _wait(process, port)
            _ask(port, ["/healthz"] * 50) if name == "bare" else _full_mix(port, own)
            sizes.append(kilobytes_of((process.pid,)))
        finally:
            _stop(process)
    return sizes[0], sizes[1]


def _full_mix(port: int, data: Path) -> None:
    """Public pages, the worklist and every case page in turn, signed in as the officer of the demonstration."""
    told = (data / "demo-sign-ins.txt").read_text(encoding="utf-8")
    password = re.search(r"password: (\S+)", told)
    assert password is not None, told
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    address = f"http://127.0.0.1:{port}"
    page = opener.open(f"{address}/sign-in").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token is not None, "the sign-in page has no form"
    form = {
        "csrfmiddlewaretoken": token[1],
        "email": "olivia.ormonde@livingwell.example.nhs.uk",
        "password": password[1],
    }
    signing_in = urllib.request.Request(
        f"{address}/sign-in", urllib.parse.urlencode(form).encode(), {"Referer": f"{address}/sign-in"}
    )
    worklist = opener.open(signing_in).read().decode()
    cases = sorted(set(re.findall(r'href="(/cases/[0-9A-Za-z-]+)"', worklist)))
    assert cases, "the worklist shows no case"
    pages = ["/", "/work", "/letters", "/complain", "/procedures", "/procedures/commisceo", *cases]
    for number in range(MIX):
        opener.open(f"{address}{pages[number % len(pages)]}").read()


def _ask(port: int, pages: list[str]) -> None:
    for page in pages:
        urllib.request.urlopen(f"http://127.0.0.1:{port}{page}").read()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
