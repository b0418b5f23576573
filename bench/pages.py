"""What does a page cost at 100,000 cases, the database's work included, beside a bare page of the same stack?

The site is served as `putright serve` serves it, in a process of its own, and asked over one kept connection. What is
read is the processor time of the server's processes and, on PostgreSQL, of the database server's. The database is
filled as the tests of scale fill theirs.
"""

import http.client
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

# What a side in another process found is JSON.
from typing import TYPE_CHECKING, Any

from bench.measure import ROOT, Goal, Reading, Result, versions_of

if TYPE_CHECKING:
    from tests.scale.filling import Branch

SETTINGS = "putright.config.settings"
ENGINES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
BARE, FRAME, STOCK = "bare page", "bare page of somebody signed in", "plain Django, one row to somebody signed in"
BARE_ADDRESS, FRAME_ADDRESS = "/bare", "/bare/staff"
HEALTH = "/healthz"
AS_AT = "2026-04-02"
# How often a page is asked for in each round: few times in many rounds, so that other work falls on all sides alike.
TIMES, ROUNDS = 100, 9
SECONDS_TO_START = 60
TICK = os.sysconf("SC_CLK_TCK")


@dataclass
class Site:
    """The served site, what it is filled with, and a session of somebody who sees every case of the largest body."""

    branches: "tuple[Branch, ...]"
    connection: http.client.HTTPConnection
    processes: tuple[int, ...]  # the first of the web server's and, if there is one, of the database server's
    cookie: str
    folder: Path
    plain: "Site | None" = None  # plain Django over the same rows

    def page(self, address: str) -> str:
        """The page at an address; anything but a page is an error. Cookies are sent back, as a browser does."""
        self.connection.request("GET", address, headers={"Cookie": self.cookie})
        response = self.connection.getresponse()
        page = response.read().decode()
        if response.status != http.HTTPStatus.OK:
            raise RuntimeError(f"{address}: {response.status}\n{page[:4000]}")
        self.cookie = with_cookies(self.cookie, response)
        return page

    def bare_sides(self) -> dict[str, Callable[[], Reading]]:
        """The cost of the three pages with hardly anything on them."""
        assert self.plain is not None
        one_row = f"/stock/{self.first_case()}"
        plain = self.plain.side(one_row)
        return {BARE: self.side(BARE_ADDRESS), FRAME: self.side(FRAME_ADDRESS), STOCK: plain}

    def first_case(self) -> int:
        """The number of a case of the largest body."""
        from putright.records.models import Case

        return Case.objects.filter(body=self.branches[0].body_id).order_by("pk").values_list("pk", flat=True)[0]

    def side(self, *addresses: str) -> Callable[[], Reading]:
        """The cost of a page, asked for many times, the addresses in turn."""

        def ask() -> Reading:
            self.connection.close()  # kept from here on; the server lets an idle one go
            before = seconds_of(self.processes)
            for number in range(TIMES):
                self.page(addresses[number % len(addresses)])
            return Reading(TIMES, seconds_of(self.processes) - before)

        return ask


def seconds_of(processes: tuple[int, ...]) -> float:
    """The processor time that these processes, and all that they have started, have had until now."""
    return sum(map(_seconds_of, _with_children(processes)))


def kilobytes_of(processes: tuple[int, ...]) -> int:
    """The kilobytes that these processes, and all that they have started, have in memory."""
    return sum(_pages_of(process) for process in _with_children(processes)) * os.sysconf("SC_PAGE_SIZE") // 1024


def result(
    workload: str,
    question: str,
    found: Mapping[str, dict[str, Any]],
    *,
    peers: Mapping[str, str],
    at_least: float,
    goals: Mapping[str, float],
) -> Result:
    """What was found on both engines: each page of ours beside the peer's, and the bare ones, of the same engine.

    A goal says of a page how many bare ones it may cost; each is judged by all three of them.
    """
    costs: dict[str, list[float]] = {}
    checks: dict[str, str] = {}
    for engine, name in ENGINES.items():
        costs |= {f"{name}, {side}": each for side, each in found[engine]["costs"].items()}
        checks |= {f"{name}, {what}": how for what, how in found[engine]["checks"].items()}
    return Result(
        workload=workload,
        question=question,
        peers={f"{name}, {side}": [f"{name}, {peer}"] for name in ENGINES.values() for side, peer in peers.items()},
        limits={
            f"{name}, {side}": [f"{name}, {limit}" for limit in (BARE, FRAME, STOCK)]
            for name in ENGINES.values()
            for side in peers
        },
        costs=costs,
        goals=[
            goal
            for name in ENGINES.values()
            for side, most in goals.items()
            for goal in (
                *(Goal(f"{name}, {side}", f"{name}, {limit}", at_most=most) for limit in (BARE, FRAME, STOCK)),
                Goal(f"{name}, {side}", f"{name}, {peers[side]}", at_least=at_least),
            )
        ],
        checks=checks,
        versions=versions(),
    )


def versions() -> dict[str, str]:
    """What the pages are served by, and the peer's."""
    return versions_of("Django", "Jinja2", "gunicorn", "psycopg") | _versions_of_the_peer()


def _versions_of_the_peer() -> dict[str, str]:
    pinned = (ROOT / "bench" / "requirements-helpdesk.txt").read_text().split()
    return {f"{name}, of the peer": version for name, _, version in (each.partition("==") for each in pinned)}


@contextmanager
def site(engine: str, sizes: tuple[int, ...] | None = None) -> Iterator[Site]:
    """A served site on one of the engines, filled, its statistics kept."""
    with tempfile.TemporaryDirectory(prefix="putright-bench-") as made:
        folder = Path(made)
        os.environ |= _settings(folder)
        database = _start_postgresql(folder) if engine == "postgresql" else ()
        _set_up()
        from django.core.management import call_command
        from django.db import connections

        from tests.scale import filling

        call_command("migrate", verbosity=0)
        branches = filling.fill(folder / "data" / "documents", sizes or filling.SIZES)
        filling.keep_statistics()
        cookie, plainly = _signed_in(branches[0], "mo")
        connections.close_all()
        with _served() as (process, connection), _served("bench.stock.settings") as (other, theirs):
            plain = Site(branches, theirs, (other, *database), plainly, folder)
            yield Site(branches, connection, (process, *database), cookie, folder, plain)


def _settings(folder: Path) -> dict[str, str]:
    from tests.served import free_port

    for name in [name for name in os.environ if name.startswith("PUTRIGHT_")]:
        del os.environ[name]
    (folder / "data").mkdir(mode=0o700)
    return {
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "PUTRIGHT_DATA": str(folder / "data"),
        "PUTRIGHT_AS_AT": AS_AT,
        "PUTRIGHT_PORT": str(free_port()),
        "PUTRIGHT_LOG_LEVEL": "warning",
        "PUTRIGHT_SECRET_KEY": "a key for measuring",
    }


def _start_postgresql(folder: Path) -> tuple[int, ...]:
    from tests import postgresql

    os.environ["PUTRIGHT_DATABASE_URL"] = postgresql.start(folder / "postgresql")
    return (int((folder / "postgresql" / "rows" / "postmaster.pid").read_text().split()[0]),)


def _set_up() -> None:
    """Set Django up with the site's own settings, and the bare page beside its pages."""
    import django
    from django.conf import settings

    django.setup()
    if os.environ["DJANGO_SETTINGS_MODULE"] == SETTINGS:
        settings.ROOT_URLCONF = "bench.bare_page"


def _signed_in(branch: "Branch", who: str) -> tuple[str, str]:
    """The cookies of two sessions in which somebody of a body has signed in: of the site, and of plain Django."""
    from django.conf import settings

    from putright.records.models import Account, Person

    person = Person.objects.get(pk=branch.people[who])
    account = Account(email=f"{who}@{branch.code}.example.nhs.uk", name=person.name, made_at=person.made_at)
    account.set_unusable_password()
    account.save()
    Person.objects.filter(pk=person.pk).update(account=account)
    plain = _session(account, "django.contrib.sessions.backends.db", "django.contrib.auth.backends.ModelBackend")
    return _session(account, settings.SESSION_ENGINE, settings.AUTHENTICATION_BACKENDS[0]), plain


def _session(account: Any, engine: str, backend: str) -> str:
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from putright.web.signing_in import ASSURED, BEGAN, PROVED, SEEN

    session = import_module(engine).SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = backend
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    now = int(settings.PUTRIGHT_CLOCK.now().timestamp())
    session.update({ASSURED: "app", BEGAN: now, SEEN: now, PROVED: now})
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def with_cookies(before: str, response: http.client.HTTPResponse) -> str:
    """What a browser sends back after a response."""
    kept = dict(one.split("=", 1) for one in before.split("; "))
    given = (set_.partition(";")[0] for set_ in response.headers.get_all("Set-Cookie") or ())
    kept |= dict(one.split("=", 1) for one in given)
    return "; ".join(f"{name}={value}" for name, value in kept.items())


@contextmanager
def _served(settings: str = "") -> Iterator[tuple[int, http.client.HTTPConnection]]:
    """The site, or with other settings what is to be measured beside it."""
    from tests.served import free_port

    environment = os.environ | (
        {"DJANGO_SETTINGS_MODULE": settings, "PUTRIGHT_PORT": str(free_port())} if settings else {}
    )
    port = int(environment["PUTRIGHT_PORT"])
    server = subprocess.Popen(
        [sys.executable, "-m", "bench.pages"], cwd=ROOT, stdout=subprocess.DEVNULL, env=environment
    )
    connection = http.client.HTTPConnection("127.0.0.1", port)
    try:
        _wait_for(server, port)
        yield server.pid, connection
    finally:
        connection.close()
        server.terminate()
        server.wait(timeout=30)


def _wait_for(server: "subprocess.Popen[bytes]", port: int) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        probe = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            probe.request("GET", HEALTH)
            if probe.getresponse().status == http.HTTPStatus.OK:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            probe.close()
    raise RuntimeError("the site did not start")


def _with_children(first: tuple[int, ...]) -> set[int]:
    """These processes and all that they have started."""
    parents = {int(path.name): _numbers(path)[1] for path in Path("/proc").glob("[0-9]*") if _numbers(path)}
    tree, before = set(first), 0
    while len(tree) != before:
        before = len(tree)
        tree |= {process for process, parent in parents.items() if parent in tree}
    return tree


def _seconds_of(process: int) -> float:
    numbers = _numbers(Path(f"/proc/{process}"))
    return (numbers[11] + numbers[12]) / TICK if numbers else 0.0


def _pages_of(process: int) -> int:
    try:
        return int((Path(f"/proc/{process}") / "statm").read_text().split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def _numbers(process: Path) -> list[int]:
    """What the kernel says of a process: after its name and state, its parent, and its time as user and as system."""
    try:
        _, _, rest = (process / "stat").read_text().rpartition(")")
    except (FileNotFoundError, ProcessLookupError):
        return []
    return [0, *(int(number) for number in rest.split()[1:])]


def _serve() -> None:
    """Serve the site that the environment describes, until told to stop."""
    _set_up()
    from putright.config.server import Server
    from putright.config.settings import CONFIG
    from putright.config.static_files import collect_static_files

    collect_static_files(CONFIG.data / "static")
    Server(CONFIG).run()


if __name__ == "__main__":
    _serve()
