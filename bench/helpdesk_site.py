"""What does django-helpdesk cost at the same size, on the same engine, in the same run?

Its package serves its own pages from an environment of its own, by the same web server with as many threads; its
database is filled with as many tickets as there are cases, and somebody of the staff is signed in.
"""

import http.client
import json
import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# A database's entry in Django's settings has values of many types, hence Any.
from typing import Any

from bench.measure import ROOT, Reading, peers_python
from bench.pages import Site, seconds_of, with_cookies

REQUIREMENTS = ROOT / "bench" / "requirements-helpdesk.txt"
LIST, LONG, USUAL = (
    "django-helpdesk, list",
    "django-helpdesk, ticket of 40 entries",
    "django-helpdesk, ticket of 9 entries",
)
# The open tickets of one queue, the first due first; the page asks for its rows by itself.
LIST_ADDRESS = "/tickets/?queue=1&status=1&status=2&sort=due_date"
ROWS, NOTE = "?draw=1&start=0&length=25", "A note of a call"
TIMES = {LIST: 5, LONG: 10, USUAL: 20}
SECONDS_TO_START = 60


@dataclass
class Helpdesk:
    """The peer, served, and a session of somebody who sees every ticket."""

    connection: http.client.HTTPConnection
    processes: tuple[int, ...]
    cookie: str
    rows: str
    tickets: dict[str, str]
    seconds_to_boot: float = 0.0

    def page(self, address: str) -> str:
        """The page at an address; anything but a page is an error."""
        self.connection.request("GET", address, headers={"Cookie": self.cookie})
        response = self.connection.getresponse()
        page = response.read().decode()
        if response.status != http.HTTPStatus.OK:
            raise RuntimeError(f"django-helpdesk, {address}: {response.status}\n{page[:4000]}")
        self.cookie = with_cookies(self.cookie, response)
        return page

    def sides(self) -> dict[str, Callable[[], Reading]]:
        """The cost of its list, which is a page and its rows, and of its two tickets."""
        addresses = {LIST: (LIST_ADDRESS, self.rows)} | {name: (at,) for name, at in self.tickets.items()}
        return {name: self.side(TIMES[name], *each) for name, each in addresses.items()}

    def checked(self) -> dict[str, str]:
        """See that the list is one of 25 open tickets in their order, and that a ticket shows all its entries."""
        shown = [row["due_date"] for row in json.loads(self.page(self.rows))["data"]]
        notes = {name: self.page(at).count(NOTE) for name, at in self.tickets.items()}
        if len(shown) != 25 or shown != sorted(shown) or notes != {LONG: 40, USUAL: 9}:
            raise RuntimeError(f"django-helpdesk shows something else: {shown}, {notes}")
        return {"django-helpdesk's 25 rows in their order, and the entries of its tickets": "right"}

    def side(self, times: int, *addresses: str) -> Callable[[], Reading]:
        """The cost of some pages that are one operation, asked for so many times."""

        def ask() -> Reading:
            self.connection.close()  # kept from here on; the server lets an idle one go
            before = seconds_of(self.processes)
            for _ in range(times):
                for address in addresses:
                    self.page(address)
            return Reading(times, seconds_of(self.processes) - before)

        return ask


@contextmanager
def helpdesk(site: Site, folder: Path) -> Iterator[Helpdesk]:
    """django-helpdesk beside a served site, with as many tickets in as many queues as the site has cases in bodies."""
    from putright.config.settings import CONFIG

    sizes = [branch.size for branch in site.branches]
    with served(_database(folder), folder, sizes, processes=CONFIG.processes, threads=CONFIG.threads) as peer:
        peer.processes = (*peer.processes, *site.processes[1:])
        yield peer


@contextmanager
def served(
    database: Mapping[str, Any], folder: Path, sizes: Sequence[int], *, processes: int, threads: int
) -> Iterator[Helpdesk]:
    """django-helpdesk filled and served by itself."""
    from tests.served import free_port

    python, port = peers_python(REQUIREMENTS), free_port()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "bench.helpdesk.settings",
        "PYTHONPATH": str(ROOT),
        "HELPDESK_FOLDER": str(folder),
        "HELPDESK_DATABASE": json.dumps(database),
    }
    command = [str(python), "-m", "bench.helpdesk.fill", json.dumps(sizes)]
    made = json.loads(subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)
    begun = time.monotonic()
    server = subprocess.Popen(_serving(python, port, processes, threads), env=environment, cwd=ROOT)
    connection = http.client.HTTPConnection("127.0.0.1", port)
    try:
        tickets = {LONG: f"/tickets/{made['long']}/", USUAL: f"/tickets/{made['usual']}/"}
        peer = Helpdesk(connection, (server.pid,), made["cookie"], "", tickets)
        first = _first_page(peer, server)
        peer.seconds_to_boot, peer.rows = time.monotonic() - begun, _rows_of(first)
        yield peer
    finally:
        connection.close()
        server.terminate()
        server.wait(timeout=30)


def _serving(python: Path, port: int, processes: int, threads: int) -> list[str]:
    return [
        *(str(python), "-m", "gunicorn", "bench.helpdesk.wsgi:application", "--preload", "--log-level", "warning"),
        *("--bind", f"127.0.0.1:{port}", "--worker-class", "gthread"),
        *("--workers", str(processes), "--threads", str(threads)),
    ]


def _database(folder: Path) -> dict[str, Any]:
    """A database of its own, set as ours is: a file, or one of the same server."""
    from django.conf import settings
    from django.db import connection

    wanted = ("ENGINE", "USER", "PASSWORD", "HOST", "PORT", "CONN_MAX_AGE", "CONN_HEALTH_CHECKS", "OPTIONS")
    ours = settings.DATABASES["default"]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("CREATE DATABASE helpdesk")
        connection.close()
    name = "helpdesk" if connection.vendor == "postgresql" else str(folder / "helpdesk.sqlite3")
    return {"NAME": name} | {key: ours[key] for key in wanted if key in ours}


def _first_page(peer: Helpdesk, server: "subprocess.Popen[bytes]") -> str:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        try:
            return peer.page(LIST_ADDRESS)
        except OSError:
            peer.connection.close()
            time.sleep(0.02)
    raise RuntimeError("django-helpdesk did not start")


def _rows_of(page: str) -> str:
    found = re.search(r'"url": "(/datatables_ticket_list/[^"]+)"', page)
    if found is None:
        raise RuntimeError("django-helpdesk's list does not say where its rows are")
    return found[1] + ROWS
