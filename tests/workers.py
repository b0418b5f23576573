"""How many workers run the tests, which does one run, and which are begun first? A file is one's, the longest first.

What a file shares (a browser, a world of cases) is then made once. The marks that pytest-xdist has for this,
`xdist_group`, do nothing with pytest 9.2: they are written into the names of tests, which can no longer be changed.
"""

import os
from collections.abc import Mapping, Sequence
from typing import Final

import pytest
from xdist.scheduler import LoadScopeScheduling

# Files that share something among them: a database of a hundred thousand cases, a scanner of which one is enough.
TOGETHER: Final[Mapping[str, str]] = {
    "tests/scale/": "scale",
    "tests/gateways/test_clamav.py": "clamav",
    "tests/web/public/test_complain_files.py": "clamav",
}
# What takes more than half a minute, the longest first: begun last, it would leave the other workers idle.
# What asks SQLite for its plans at 100,000 cases comes before all: after tests that serve the site in the same process,
# it was seen to plan otherwise with the same statistics, and we do not know why.
LONGEST: Final = (
    "tests/casework/test_figures.py",
    "tests/casework/test_plans.py",
    "tests/journeys/test_commisceo.py",
    "tests/journeys/test_trust.py",
    "tests/web/test_every_address.py",
    "tests/config/test_trust.py",
    "tests/demo/",
    "tests/scale/",
    "tests/journeys/",
    "tests/jobs/test_killed.py",
    "tests/web/public/test_reach_browser.py",
    "tests/web/public/test_public_browser.py",
    "tests/web/office/test_case_browser.py",
    "tests/web/office/test_office_browser.py",
    "tests/casework/test_every_act_by_everybody.py",
    "tests/casework/test_any_order.py",
    "tests/web/public/test_plain_words.py",
    "tests/web/public/test_welsh",
    "tests/jobs/test_reminding.py",
    "tests/jobs/test_due_lists.py",
    "tests/casework/test_access_agrees.py",
    "tests/casework/test_find_case.py",
    "tests/commands/",
    "tests/config/test_serve",
    "tests/domain/test_position_",
    "tests/domain/test_check_",
)


def how_many() -> int:
    """Return how many workers `-n auto` begins: half as many again as there are cores.

    A worker waits nearly a third of its time: for a browser, a server or a program that starts.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores + cores // 2


class ByFile(LoadScopeScheduling):  # type: ignore[misc]  # xdist is untyped
    """Gives a worker a file at a time, or the files that belong together, in the order in which they stand."""

    def __init__(self, config: pytest.Config, log: object = None) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        return unit_of(nodeid)


def unit_of(nodeid: str) -> str:
    """Return what one worker runs as a whole: the file of a test, or the files that it belongs to."""
    found = (unit for path, unit in TOGETHER.items() if nodeid.startswith(path))
    return next(found, nodeid.partition("::")[0])


def in_order(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """Return the tests with those first that take longest, and those together that belong together."""
    places: dict[str, tuple[int, int]] = {}
    for number, item in enumerate(items):
        places.setdefault(unit_of(item.nodeid), (_place(item.nodeid), number))
    return sorted(items, key=lambda item: places[unit_of(item.nodeid)])


def _place(nodeid: str) -> int:
    found = (number for number, path in enumerate(LONGEST) if nodeid.startswith(path))
    return next(found, len(LONGEST))
