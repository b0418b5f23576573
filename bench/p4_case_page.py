"""P4: what does the page of a case cost at 100,000 cases, the note that it was read included, beside a bare page?

One case has forty events, its letter and its papers; the other nine, as they are on a usual day. Beside them
django-helpdesk's page of a ticket with as many entries, among as many tickets, in the same run.
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import helpdesk_site, pages
from bench.measure import elsewhere, in_turns
from bench.pages import ENGINES, Site

if TYPE_CHECKING:
    from putright.records.models import Case

EVENTS = 40
LONG, USUAL = "case of forty events", "case of nine events"
MOST_BARE_PAGES, TIMES_LESS_THAN_THE_PEER = 6, 5
NOTE = "A note of a call"


def main(_arguments: list[str]) -> int:
    """Measures both engines, each in a process of its own; prints and keeps what was found."""
    found = {engine: elsewhere("bench.p4_case_page", engine) for engine in ENGINES}
    pages.result(
        "p4-case-page",
        "the page of a case at 100,000 cases, in processor time of the application and the database",
        found,
        peers={LONG: helpdesk_site.LONG, USUAL: helpdesk_site.USUAL},
        at_least=TIMES_LESS_THAN_THE_PEER,
        goals=dict.fromkeys((LONG, USUAL), MOST_BARE_PAGES),
    ).keep()
    return 0


def measured(engine: str) -> dict[str, Any]:
    """What each side costs on one engine, and what was checked."""
    with pages.site(engine) as site:
        long, usual = _long_case(site), _case(site, 9)
        checks = _checked(site, long)
        addresses = {LONG: _page_of(long), USUAL: _page_of(usual)}
        with helpdesk_site.helpdesk(site, site.folder) as peer:
            checks |= peer.checked()
            sides = site.bare_sides() | {name: site.side(at) for name, at in addresses.items()} | peer.sides()
            del sides[helpdesk_site.LIST]
            return {"costs": in_turns(sides, rounds=pages.ROUNDS), "checks": checks}


def _page_of(case: "Case") -> str:
    return f"/cases/{case.reference}"


def _case(site: Site, events: int) -> "Case":
    from putright.records.models import Case

    return Case.objects.filter(body=site.branches[0].body_id, chain_count=events).order_by("pk")[0]


def _long_case(site: Site) -> "Case":
    """An answered case, with notes of calls until it has forty events."""
    from putright.casework.actions.add_file_note import add_file_note
    from putright.casework.means import Means
    from putright.gateways.file_store import FileStore
    from putright.gateways.secrets import SeededSecrets
    from tests.casework.offices import at
    from tests.scale.filling import TODAY
    from tests.scale.people import actor

    case = _case(site, 13)
    with tempfile.TemporaryDirectory() as folder:
        means = Means(files=FileStore(Path(folder)), secrets=SeededSecrets("notes"))
        for number in range(EVENTS - case.chain_count):
            add_file_note(
                actor=actor(site.branches[0], "mo"),
                case=case.reference,
                on=TODAY,
                now=at(TODAY),
                words=f"{NOTE}, number {number}.",
                means=means,
            )
    case.refresh_from_db()
    return case


def _checked(site: Site, case: "Case") -> dict[str, str]:
    from putright.records.models import ReadLog

    before = ReadLog.objects.filter(case=case).count()
    page = site.page(_page_of(case))
    read = ReadLog.objects.filter(case=case).count() - before
    notes = page.count(NOTE)
    if (case.chain_count, notes, read) != (EVENTS, EVENTS - 13, 1):
        raise RuntimeError(f"{case.chain_count} events, {notes} notes on the page, {read} reads noted")
    return {"every note is on the page, and that it was read is noted": "right", "events": str(case.chain_count)}


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1])))
