"""P3: what does a page of the worklist cost at 100,000 cases, of which one body has 20,000, beside a bare page?

Asked by somebody who sees every case of that body: the first page, the hundredth, a page of 100 rows, one person's.
Beside it django-helpdesk's list of the open tickets of one queue of 20,000, as many tickets in all, in the same run.
The answers are checked first, against the rows of the body read, sorted and counted here.
"""

import json
import re
import sys
from datetime import date
from typing import Any

from bench import helpdesk_site, pages
from bench.measure import elsewhere, in_turns
from bench.pages import ENGINES, Site

FIRST, DEEP, LONG, MINE = "first page", "hundredth page", "page of 100 rows", "one person's first page"
MOST_BARE_PAGES, TIMES_LESS_THAN_THE_PEER = 4, 40
AS_AT = date.fromisoformat(pages.AS_AT)


def main(_arguments: list[str]) -> int:
    """Measures both engines, each in a process of its own; prints and keeps what was found."""
    found = {engine: elsewhere("bench.p3_worklist", engine) for engine in ENGINES}
    pages.result(
        "p3-worklist",
        "a page of the worklist at 100,000 cases, in processor time of the application and the database",
        found,
        peers=dict.fromkeys((FIRST, DEEP, LONG, MINE), helpdesk_site.LIST),
        at_least=TIMES_LESS_THAN_THE_PEER,
        goals=dict.fromkeys((FIRST, DEEP), MOST_BARE_PAGES),
    ).keep()
    return 0


def measured(engine: str) -> dict[str, Any]:
    """What each side costs on one engine, and what was checked."""
    with pages.site(engine) as site:
        mo = site.branches[0].people["mo"]
        addresses = {
            FIRST: "/work",
            DEEP: "/work?page=100",
            LONG: "/work?size=100",
            MINE: f"/work?person={mo}",
        }
        checks = _checked(site, addresses)
        with helpdesk_site.helpdesk(site, site.folder) as peer:
            checks |= peer.checked()
            sides = site.bare_sides() | {name: site.side(at) for name, at in addresses.items()}
            sides[helpdesk_site.LIST] = peer.sides()[helpdesk_site.LIST]
            return {"costs": in_turns(sides, rounds=pages.ROUNDS), "checks": checks}


def _checked(site: Site, addresses: dict[str, str]) -> dict[str, str]:
    """Compares the references of each page, in their order, with the rows that should be there."""
    due = _due(site.branches[0].body_id)
    mine = [row for row in due if row[3] == site.branches[0].people["mo"]]
    expected = {FIRST: due[:25], DEEP: due[2475:2500], LONG: due[:100], MINE: mine[:25]}
    for name, rows in expected.items():
        shown = re.findall(r'href="/cases/(\w{8})"', site.page(addresses[name]))
        if shown != [row[2] for row in rows]:
            raise RuntimeError(f"{name}: the list is wrong: {shown}, not {[row[2] for row in rows]}")
    overdue = sum(row[0] < AS_AT for row in due)
    return {"rows of four pages, in their order": "right", "due in the body": f"{len(due):,}, overdue {overdue:,}"}


def _due(body_id: int) -> list[tuple[date, int, str, int | None]]:
    from putright.records.models import Case

    rows = Case.objects.filter(body=body_id).values_list("next_due_on", "pk", "reference", "handler")
    return sorted((on, pk, reference, handler) for on, pk, reference, handler in rows if on)


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1])))
