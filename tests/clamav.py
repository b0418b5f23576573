"""Where does the tests' virus scanner come from? ClamAV's own daemon, with one signature of our own and no downloads.

`python -m tests.clamav` says whether the tests with it will run; with CLAMAV=install, as in `.ci/run`, it first
installs what is missing, where it can.
"""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path

from putright.gateways.virus_scan import Clamd, NotScanned
from tests.sample_files import EICAR
from tests.served import free_port

SIGNATURE = "Putright-Test-Signature"
SECONDS_TO_START = 60
HOW_TO_GET_IT = (
    "ClamAV's daemon is not here, so the tests that ask it did not run (its protocol is tested all the same). Install"
    " it (on Debian and Ubuntu, as root: apt-get install --no-install-recommends clamav-daemon), or name it:"
    " CLAMD=/where/it/is/clamd make test"
)


class NoDaemon(RuntimeError):
    """There is no daemon, or it does not start; says what to do."""


def program() -> str:
    """Return the program of the daemon; raises NoDaemon."""
    for name in (os.environ.get("CLAMD", ""), "clamd", "/usr/sbin/clamd"):
        if name and (found := shutil.which(name)):
            return found
    raise NoDaemon(HOW_TO_GET_IT)


@cache
def daemon() -> str:
    """Start the daemon, once a process of tests, on this machine alone; return its address; stop it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="putright-clamav-"))
    port = free_port()
    (folder / "signatures").mkdir()
    (folder / "signatures" / "putright.ndb").write_text(f"{SIGNATURE}:0:*:{EICAR.hex()}\n")
    (folder / "clamd.conf").write_text(
        f"Foreground yes\nTCPAddr 127.0.0.1\nTCPSocket {port}\nDatabaseDirectory {folder}/signatures\n"
        f"StreamMaxLength 12M\nMaxThreads 4\nTemporaryDirectory {folder}\n"
    )
    with open(folder / "log", "wb") as log:
        server = subprocess.Popen([program(), "--config-file", folder / "clamd.conf"], stdout=log, stderr=log)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(_stop, server)
    address = f"tcp://127.0.0.1:{port}"
    _wait_for(server, address, folder / "log")
    return address


def _wait_for(server: "subprocess.Popen[bytes]", address: str, log: Path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        try:
            Clamd(address=address, seconds=5).version()
        except NotScanned:
            time.sleep(0.05)
        else:
            return
    raise NoDaemon(f"ClamAV's daemon did not start:\n{log.read_text(errors='replace')[-2000:]}")


def _stop(server: "subprocess.Popen[bytes]") -> None:
    server.terminate()
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.kill()


def _install() -> None:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Debian's ClamAV for the tests of the virus scanner", file=sys.stderr, flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", "clamav-daemon"]
        for command in (["apt-get", "update", "-q"], install):
            subprocess.run(["timeout", "300", *command], check=False, stdout=subprocess.DEVNULL, env=quiet)


def _main() -> None:
    if os.environ.get("CLAMAV") == "install":
        try:
            program()
        except NoDaemon:
            _install()
    try:
        print(f"== virus scanner: {program()}")
    except NoDaemon as missing:
        print(f"== virus scanner: {missing}")


if __name__ == "__main__":
    _main()
