"""P5a: what does a page of complaining cost, its answer posted and the next question shown, beside a bare form?

One person after another answers every page and sends, as a browser does. The bare form is plain Django's, of one box:
what was typed goes into the session, and the form is shown again. Both are asked among 100,000 cases and among a few
hundred, for nothing may grow with the table.
"""

import json
import re
import sys
from collections.abc import Callable
from typing import Any, Final

import requests

from bench import pages
from bench.measure import Goal, Reading, Result, elsewhere, in_turns
from bench.pages import ENGINES, Site

QUESTION, SENDING, FORM = "a question answered, the next shown", "sent, and the page after it", "plain Django, a form"
SIZES: Final = {"100,000 cases": None, "300 cases": (200, 100)}
MOST_BARE_FORMS, MOST_GROWTH = 3, 1.2
PEOPLE, TIMES = 6, 150  # who complains in each round, and how often the bare form is filled in
_TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def main(_arguments: list[str]) -> int:
    """Measures both engines with both tables, each in a process of its own; prints and keeps what was found."""
    found = {
        (name, size): elsewhere("bench.p5a_form_pages", engine, size)
        for engine, name in ENGINES.items()
        for size in SIZES
    }
    many, few = SIZES
    ours = [f"{name}, {size}: {side}" for name, size in found for side in (QUESTION, SENDING)]
    Result(
        workload="p5-form-pages",
        question="a page of complaining, in processor time of the application and the database",
        peers={},
        limits={side: [f"{side.partition(':')[0]}: {FORM}"] for side in ours},
        costs={
            f"{name}, {size}: {side}": costs
            for (name, size), each in found.items()
            for side, costs in each["costs"].items()
        },
        goals=[
            *(Goal(side, f"{side.partition(':')[0]}: {FORM}", at_most=MOST_BARE_FORMS) for side in ours),
            *(
                Goal(f"{name}, {many}: {side}", f"{name}, {few}: {side}", at_most=MOST_GROWTH)
                for name in ENGINES.values()
                for side in (QUESTION, SENDING)
            ),
        ],
        checks={f"{name}, {size}": each["checked"] for (name, size), each in found.items()},
        versions=pages.versions(),
    ).keep()
    return 0


def measured(engine: str, size: str) -> dict[str, Any]:
    """What each side costs on one engine, and what was checked."""
    with pages.site(engine, SIZES[size]) as site:
        assert site.plain is not None
        checked = _checked(site)
        sides = {
            QUESTION: lambda: _complaining(site)[0],
            SENDING: lambda: _complaining(site)[1],
            FORM: _bare(site.plain),
        }
        return {"costs": in_turns(sides), "checked": checked}


def _complaining(site: Site) -> tuple[Reading, Reading]:
    """What the questions, and what the sending, of some people's complaints cost."""
    answered = asked = sent = sending = 0.0
    for _ in range(PEOPLE):
        browser, page, before = _begun(site)
        while not page.url.endswith("/complain/check"):
            page = browser.post(page.url, data=_answer(site, page), headers={"Referer": page.url})
            answered += 1
        between = pages.seconds_of(site.processes)
        page = browser.post(page.url, data=_token(page), headers={"Referer": page.url})
        if not page.url.endswith("/complain/sent"):
            raise RuntimeError(f"not sent: {page.status_code} at {page.url}")
        asked, sending, sent = asked + between - before, sending + pages.seconds_of(site.processes) - between, sent + 1
    return Reading(int(answered), asked), Reading(int(sent), sending)


def _begun(site: Site) -> tuple[requests.Session, requests.Response, float]:
    browser = requests.Session()
    page = browser.get(f"{_base(site)}/complain/to")
    page.raise_for_status()
    return browser, page, pages.seconds_of(site.processes)


def _answer(site: Site, page: requests.Response) -> dict[str, Any]:
    from tests.web.public.telling import a_telling

    page.raise_for_status()
    told = a_telling(to={"to": site.branches[0].code})
    return {**told[page.url.rpartition("/")[2]], **_token(page)}


def _bare(site: Site) -> Callable[[], Reading]:
    """The cost of plain Django's form, filled in and shown again."""

    def ask() -> Reading:
        browser = requests.Session()
        page = browser.get(f"{_base(site)}/stock/say")
        before = pages.seconds_of(site.processes)
        for number in range(TIMES):
            page = browser.post(page.url, data={"words": f"Words of number {number}", **_token(page)})
            page.raise_for_status()
        return Reading(TIMES, pages.seconds_of(site.processes) - before)

    return ask


def _checked(site: Site) -> str:
    """Every complaint that is sent is there, and the bare form shows what was typed before."""
    from putright.records.models import Case

    assert site.plain is not None
    before = Case.objects.count()
    _complaining(site)
    come = Case.objects.count() - before
    browser = requests.Session()
    page = browser.get(f"{_base(site.plain)}/stock/say")
    shown = browser.post(page.url, data={"words": "Nobody rang.", **_token(page)}).text.count("Nobody rang.")
    if (come, shown) != (PEOPLE, 1):
        raise RuntimeError(f"{come} complaints of {PEOPLE} came; the bare form shows its words {shown} times")
    return f"{come} complaints of {PEOPLE} came; among {before:,}"


def _base(site: Site) -> str:
    return f"http://{site.connection.host}:{site.connection.port}"


def _token(page: requests.Response) -> dict[str, str]:
    found = _TOKEN.search(page.text)
    return {"csrfmiddlewaretoken": found[1]} if found else {}


if __name__ == "__main__":
    print(json.dumps(measured(*sys.argv[1:])))
