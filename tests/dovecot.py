"""Where is a real mail server for the tests to read a mailbox of? Dovecot, on this machine alone, if there is one.

`python -m tests.dovecot` says whether the tests with it will run; with DOVECOT=install, as in `.ci/run`, it first
installs what is missing, where it can.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.gateways.mail_servers import make_certificate
from tests.served import free_port

USER, PASSWORD = "complaints", "a pass word ü"
WHY_NOT = "no dovecot here: on Debian and Ubuntu, as root, apt-get install dovecot-imapd"
SECONDS_TO_START = 20


def _program() -> str | None:
    return shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/sbin")


def why_not() -> str:
    """Why these tests do not run here; nothing where they do."""
    if _program() is None:
        return WHY_NOT
    return "" if os.geteuid() == 0 else "Dovecot is started by root alone"


@contextmanager
def dovecot() -> Iterator[tuple[int, int, Path, Path]]:
    """A running server with one mailbox; yields the ports of TLS and of STARTTLS, its certificate and its Maildir."""
    with tempfile.TemporaryDirectory(prefix="putright-dovecot-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # it reads its passwords as a user of its own
        yield from _served(folder)


def _served(folder: Path) -> Iterator[tuple[int, int, Path, Path]]:
    tls, plain = free_port(), free_port()
    certificate, key, maildir = folder / "certificate.pem", folder / "key.pem", folder / "mail" / "Maildir"
    make_certificate(certificate, key)
    for each in ("new", "cur", "tmp"):
        (maildir / each).mkdir(parents=True)
    (folder / "passwd").write_text(f"{USER}:{{PLAIN}}{PASSWORD}:::::\n", encoding="utf-8")
    configuration = folder / "dovecot.conf"
    configuration.write_text(_configuration(folder, tls, plain), encoding="utf-8")
    _own(folder / "mail")
    with open(folder / "out.log", "wb") as log:
        server = subprocess.Popen([_program() or "dovecot", "-F", "-c", configuration], stdout=log, stderr=log)
    try:
        _wait_for(server, tls, folder / "out.log")
        yield tls, plain, certificate, maildir
    finally:
        server.terminate()
        server.wait(timeout=30)


def deliver(maildir: Path, name: str, content: bytes) -> None:
    """Lay a message into the mailbox, as a mail server does."""
    half = maildir / "tmp" / name
    half.write_bytes(content)
    shutil.chown(half, "mail", "mail")
    half.rename(maildir / "new" / name)


def _configuration(folder: Path, tls: int, plain: int) -> str:
    return f"""
base_dir = {folder}/run
state_dir = {folder}/state
instance_name = putright-tests-{os.getpid()}
log_path = {folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{folder}/certificate.pem
ssl_key = <{folder}/key.pem
auth_mechanisms = plain
mail_location = maildir:{folder}/mail/Maildir
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
passdb {{
  driver = passwd-file
  args = {folder}/passwd
}}
userdb {{
  driver = static
  args = uid=mail gid=mail home={folder}/mail
}}
service imap-login {{
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {tls}
    ssl = yes
  }}
}}
"""


def _own(folder: Path) -> None:
    for each in [folder, *folder.rglob("*")]:
        shutil.chown(each, "mail", "mail")


def _wait_for(server: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"dovecot did not start: {log.read_text(encoding='utf-8')}")


def main() -> int:
    """Install it where that is asked and can be done; say whether the tests with it will run."""
    can_install = os.geteuid() == 0 and shutil.which("apt-get")
    if _program() is None and os.environ.get("DOVECOT") == "install" and can_install:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "dovecot-imapd"]
        for command in (["apt-get", "update", "-qq"], install):
            subprocess.run(["timeout", "300", *command], check=False, stdout=subprocess.DEVNULL, env=quiet)
    reason = why_not()
    print(f"== mailbox: Dovecot's tests do not run: {reason}" if reason else f"== mailbox: {_program()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
