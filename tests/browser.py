"""Which browser do the tests open? One that is there, or one that is installed here; an error that says how otherwise.

`python -m tests.browser` finds or installs it and prints where it is; `make test` does so before it begins.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache, wraps

from playwright.sync_api import Browser, Locator, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No sandbox for root, who cannot have one; and no calls home, which a closed network refuses by the dozen.
QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)
HOW_TO_GET_IT = (
    "No browser was found for the tests, and none could be installed. Install Chromium (on Debian, as root:"
    " apt-get install chromium; elsewhere: .venv/bin/python -m playwright install --with-deps chromium), or name one:"
    " CHROMIUM=/where/it/is make test"
)


class NoBrowser(RuntimeError):
    """There is no browser; says how to get one."""


@cache
def browser_path() -> str:
    """Return the program of a Chromium that starts, installing one if need be."""
    for found in _candidates():
        if _starts(found):
            return found
    raise NoBrowser(HOW_TO_GET_IT)


def _then_whole(press):
    """A press comes back as soon as a new page has begun to arrive; what is read at once must be all of it."""

    @wraps(press)
    def pressed(self: Locator, *which, **said) -> None:
        press(self, *which, **said)
        self.page.wait_for_load_state()

    return pressed


def launched(playwright: Playwright) -> Browser:
    """Return a running browser without a window."""
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=browser_path(), args=[*QUIET, *as_root])


def _candidates() -> Iterator[str]:
    """Yield programs, the cheapest to come by first; what is further down is installed only when asked for."""
    if named := os.environ.get("CHROMIUM"):
        yield named
        return
    yield from _on_the_path()
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    yield own
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _say("Installing Debian's Chromium for the browser tests")
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-q"], check=False, stdout=subprocess.DEVNULL, env=quiet)
        install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-liberation"]
        subprocess.run(install, check=False, stdout=subprocess.DEVNULL, env=quiet)
        yield from _on_the_path()
    _say("Downloading Playwright's Chromium for the browser tests")
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    yield own


def _on_the_path() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))


def _starts(program: str) -> bool:
    """Return whether a program is there and is a browser, not a stub that says where to get one."""
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and any(name in done.stdout for name in ("Chromium", "Chrome"))


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


# Every journey presses by these two; none can forget to wait.
Locator.click = _then_whole(Locator.click)  # type: ignore[method-assign]  # the one place where it is
Locator.press = _then_whole(Locator.press)  # type: ignore[method-assign]  # as above


if __name__ == "__main__":
    try:
        print(f"== browser: {browser_path()}")
    except NoBrowser as missing:
        raise SystemExit(str(missing)) from None
