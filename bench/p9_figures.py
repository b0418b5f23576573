"""P9: what does the page of figures cost at 100,000 cases, of which the body that asks has 20,000?

What is due, how old, in time or late against each date, with whom, for whom it waits: each number with its address.
Beside it the counts alone, by two plain statements that a person would write, without asking who may see what; and
django-helpdesk's own page of figures over as many tickets, in the same run. The answers are checked first, against
the rows of the body read and counted here. England's 2.5 million cases are not tried: the limit is of one body.
"""

import json
import re
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

from bench import helpdesk_site, pages
from bench.measure import Goal, Reading, Result, elsewhere, in_turns
from bench.pages import ENGINES, Site, kilobytes_of, seconds_of

QUARTER, YEAR = "figures of three months", "figures of twelve months"
COUNTS: Final = {QUARTER: "the counts of three months alone", YEAR: "the counts of twelve months alone"}
PEER = "django-helpdesk, its reports"
MOST_COUNTS, TIMES_LESS_THAN_THE_PEER, MOST_GROWTH = 2.5, 30, 10_000
AS_AT = date.fromisoformat(pages.AS_AT)
# The months that the periods of the page hold: this month and those before it.
FIRST_DAYS: Final = {QUARTER: date(2026, 2, 1), YEAR: date(2025, 5, 1)}
PERIODS: Final = {QUARTER: "three-months", YEAR: "twelve-months"}
TIMES: Final = 20


def main(_arguments: list[str]) -> int:
    """Measures both engines, each in a process of its own; prints and keeps what was found."""
    found = {engine: elsewhere("bench.p9_figures", engine) for engine in ENGINES}
    sides = {f"{name}, {side}": name for name in ENGINES.values() for side in (QUARTER, YEAR)}
    pairs = {side: f"{name}, {COUNTS[side.removeprefix(f'{name}, ')]}" for side, name in sides.items()}
    Result(
        workload="p9-figures",
        question="the figures of a body at 100,000 cases, in processor time of the application and the database",
        peers={side: [f"{name}, {PEER}"] for side, name in sides.items()},
        limits={side: [pairs[side]] for side in sides},
        costs={
            f"{name}, {side}": costs
            for engine, name in ENGINES.items()
            for side, costs in found[engine]["costs"].items()
        },
        goals=[
            goal
            for side, name in sides.items()
            for goal in (
                Goal(side, pairs[side], at_most=MOST_COUNTS),
                Goal(side, f"{name}, {PEER}", at_least=TIMES_LESS_THAN_THE_PEER),
            )
        ],
        checks={
            f"{name}, {what}": how for engine, name in ENGINES.items() for what, how in found[engine]["checks"].items()
        },
        versions=pages.versions(),
    ).keep()
    return 0


def measured(engine: str) -> dict[str, Any]:
    """What each side costs on one engine, and what was checked."""
    with pages.site(engine) as site, helpdesk_site.helpdesk(site, site.folder) as peer:
        addresses = {side: f"/figures?period={period}" for side, period in PERIODS.items()}
        checks = _checked(site, addresses)
        before = kilobytes_of(site.processes[:1])
        sides: dict[str, Callable[[], Reading]] = {side: site.side(at) for side, at in addresses.items()}
        sides |= {name: _counts(site, FIRST_DAYS[side]) for side, name in COUNTS.items()}
        sides[PEER] = peer.side(5, "/reports/")
        costs = in_turns(sides, rounds=pages.ROUNDS)
        grown = kilobytes_of(site.processes[:1]) - before
        checks["kilobytes by which the server grew over all rounds"] = (
            f"{grown:,}: {'no' if grown <= MOST_GROWTH else 'MORE'} more than {MOST_GROWTH:,}"
        )
        return {"costs": costs, "checks": checks}


def _counts(site: Site, first: date) -> Callable[[], Reading]:
    """The same counts as the database makes them for two plain statements, over one kept connection."""

    def ask() -> Reading:
        before = seconds_of(site.processes[1:]) + time.process_time()
        for _ in range(TIMES):
            _counted(site.branches[0].body_id, first)
        return Reading(TIMES, seconds_of(site.processes[1:]) + time.process_time() - before)

    return ask


def _counted(body: int, first: date) -> tuple[list[Any], list[Any]]:
    from django.db import connection

    soon, weeks = AS_AT + timedelta(days=7), [AS_AT - timedelta(weeks=many) for many in (4, 8, 13, 26)]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT handler_id, COUNT(*) FILTER (WHERE next_due_on < %s), COUNT(*) FILTER (WHERE next_due_on = %s),"
            " COUNT(*) FILTER (WHERE next_due_on > %s AND next_due_on <= %s), COUNT(*) FILTER (WHERE next_due_on > %s),"
            " COUNT(*) FILTER (WHERE is_open AND next_due_on IS NULL), COUNT(*) FILTER (WHERE is_open),"
            " COUNT(*) FILTER (WHERE is_open AND received_on > %s),"
            " COUNT(*) FILTER (WHERE is_open AND received_on > %s),"
            " COUNT(*) FILTER (WHERE is_open AND received_on > %s),"
            " COUNT(*) FILTER (WHERE is_open AND received_on > %s),"
            " COUNT(*) FILTER (WHERE received_on >= %s) FROM records_case WHERE body_id = %s GROUP BY handler_id",
            [AS_AT, AS_AT, AS_AT, soon, soon, *weeks, first, body],
        )
        cases = cursor.fetchall()
        cursor.execute(
            "SELECT procedure, step, state, COUNT(DISTINCT case_id) FROM records_duty"
            " JOIN records_case ON records_case.id = case_id"
            " WHERE body_id = %s AND received_on >= %s AND received_on <= %s GROUP BY procedure, step, state",
            [body, first, AS_AT],
        )
        return cases, cursor.fetchall()


def _checked(site: Site, addresses: dict[str, str]) -> dict[str, str]:
    """Compares what is overdue and what was received with the rows of the body, read and counted here."""
    from putright.records.models import Case

    rows = list(Case.objects.filter(body=site.branches[0].body_id).values_list("next_due_on", "received_on"))
    overdue = sum(due is not None and due < AS_AT for due, _ in rows)
    for side, address in addresses.items():
        received = sum(FIRST_DAYS[side] <= day <= AS_AT for _, day in rows)
        page = site.page(address)
        shown = {name: _shown(page, name) for name in ("due.overdue", "received")}
        if shown != {"due.overdue": overdue, "received": received}:
            raise RuntimeError(f"{side}: {shown}, not {overdue} overdue and {received} received")
    return {"overdue and received, of both periods": "right", "overdue in the body": f"{overdue:,}"}


def _shown(page: str, figure: str) -> int:
    found = re.search(rf'href="/figures/cases\?of={re.escape(figure)}&[^"]*"[^>]*>\s*([\d,]+)', page)
    return int(found[1].replace(",", "")) if found else -1


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1])))
