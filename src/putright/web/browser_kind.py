"""Which kind of browser is this, in words that its owner knows it by? Nothing that tells two of them apart."""

from __future__ import annotations

from typing import Final

UNKNOWN: Final = "Another browser"
# In this order: later ones call themselves by the names of earlier ones too.
BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS: Final = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def browser_kind(said: str) -> str:
    """Return the kind of browser that this User-Agent header tells of.

    >>> browser_kind("Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0")
    'Firefox on Windows'
    """
    browser = next((name for mark, name in BROWSERS if mark in said), "")
    system = next((name for mark, name in SYSTEMS if mark in said), "")
    if browser and system:
        return f"{browser} on {system}"
    return browser or system or UNKNOWN
