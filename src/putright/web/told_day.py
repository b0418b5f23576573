"""By which day was something promised to whoever asked for it on a page, for the page that says so afterwards?

It is kept with the visit. In the address anybody could write another day, and have a body seem to promise it.
"""

from __future__ import annotations

from datetime import date

from putright.web.page_request import PageRequest


def keep_day(request: PageRequest, what: str, body: str, day: date | None) -> None:
    """Keep the day for what was asked of a body; with no day, forget one that was told before."""
    if day is None:
        request.session.pop(_key(what, body), None)
    else:
        request.session[_key(what, body)] = day.isoformat()


def day_told(request: PageRequest, what: str, body: str) -> date | None:
    """Return the day that was told in this visit, or nothing."""
    told = request.session.get(_key(what, body))
    return date.fromisoformat(told) if told else None


def _key(what: str, body: str) -> str:
    return f"told-day:{what}:{body}"
