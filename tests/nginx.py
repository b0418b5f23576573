"""Where is a real web server for the tests to stand before the site? nginx, on this machine alone, if there is one.

`python -m tests.nginx` says whether the tests with it will run; with NGINX=install, as in `.ci/run`, it first
installs what is missing, where it can.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.gateways.mail_servers import make_certificate
from tests.served import free_port

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "guide" / "two-installations.md"
WHY_NOT = "no nginx here: on Debian and Ubuntu, as root, apt-get install nginx-light"
SECONDS_TO_START = 20


def _program() -> str | None:
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/sbin")


def why_not() -> str:
    """Why these tests do not run here; nothing where they do."""
    return "" if _program() else WHY_NOT


@contextmanager
def nginx(folder: Path, *, sites: tuple[int, int]) -> Iterator[tuple[str, Path]]:
    """nginx, set up word for word as the guide says, before sites on two ports; yields its address and certificate."""
    port, certificate, key = free_port(), folder / "front.pem", folder / "front.key"
    make_certificate(certificate, key)
    configuration = folder / "nginx.conf"
    configuration.write_text(_around(folder, _of_the_guide(port, sites, certificate, key)), encoding="utf-8")
    with open(folder / "nginx.out", "wb") as log:
        server = subprocess.Popen([_program() or "nginx", "-c", configuration, "-p", folder], stdout=log, stderr=log)
    try:
        _wait_for(server, port, folder / "nginx.out")
        yield f"https://localhost:{port}", certificate
    finally:
        server.terminate()
        server.wait(timeout=30)


def _of_the_guide(port: int, sites: tuple[int, int], certificate: Path, key: Path) -> str:
    (block,) = re.findall(r"```nginx\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    here = {
        "127.0.0.1:8001": f"127.0.0.1:{sites[0]}",
        "127.0.0.1:8002": f"127.0.0.1:{sites[1]}",
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        "/etc/ssl/complaints.pem": str(certificate),
        "/etc/ssl/complaints.key": str(key),
    }
    for written, meant in here.items():
        assert written in block, f"the guide no longer says {written}"
        block = block.replace(written, meant)
    return str(block)


def _around(folder: Path, block: str) -> str:
    """What Debian's own file has around a site, kept in a folder of the test."""
    kept = "".join(
        f"  {kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return f"""
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/nginx-error.log;
{"user root;" if os.geteuid() == 0 else ""}
events {{}}
http {{
  access_log off;
{kept}
{block}
}}
"""


def _wait_for(server: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"nginx did not start: {log.read_text(encoding='utf-8')}")


def main() -> int:
    """Install it where that is asked and can be done; say whether the tests with it will run."""
    can_install = os.geteuid() == 0 and shutil.which("apt-get")
    if _program() is None and os.environ.get("NGINX") == "install" and can_install:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "nginx-light"]
        for command in (["apt-get", "update", "-qq"], install):
            subprocess.run(["timeout", "300", *command], check=False, stdout=subprocess.DEVNULL, env=quiet)
    reason = why_not()
    print(f"== web server: nginx's tests do not run: {reason}" if reason else f"== web server: {_program()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
