"""Is the page of a case read by index at 100,000 cases, in as many queries whatever has happened on it?"""

from pathlib import Path
from typing import Final

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from putright.casework.actions.add_file_note import add_file_note
from putright.casework.means import Means
from putright.casework.queries.case_page import case_page
from putright.gateways.clock import FixedClock
from putright.gateways.file_store import FileStore
from putright.gateways.secrets import SeededSecrets
from putright.records.models import Case
from tests.casework.offices import at
from tests.scale.filling import TODAY, Branch
from tests.scale.people import actor, signed_in
from tests.scale.plans import Asked, asked

pytestmark = pytest.mark.django_db

MOST_QUERIES: Final = 12
# How many events each story has; but for these two no stories have the same number.
STORIES: Final = {
    "just received": 3,
    "withdrawn, or a letter waits": 5,
    "a statement is asked for": 9,
    "answered": 12,
    "closed, or under review": 13,
}


def a_case(branch: Branch, events: int) -> Case:
    """A case of a body on which so much has happened."""
    return Case.objects.filter(body=branch.body_id, chain_count=events).order_by("pk")[0]


def queries_of(branch: Branch, case: Case, who: str = "mo") -> list[Asked]:
    """What the database is asked for the page of a case, once its procedures have been read."""
    case_page(actor(branch, who), case.reference, TODAY, now=at(TODAY))
    with asked() as queries:
        case_page(actor(branch, who), case.reference, TODAY, now=at(TODAY))
    return queries


@pytest.mark.usefixtures("statistics")
class TestNoTableIsReadWhole:
    @pytest.mark.parametrize("events", STORIES.values(), ids=STORIES)
    def test_at_any_stage(self, branches, events):
        for query in queries_of(branches[0], a_case(branches[0], events)):
            assert query.scans() == [], query.plan()

    def test_for_the_investigator_who_has_it(self, branches):
        for query in queries_of(branches[0], a_case(branches[0], 9), "ines"):
            assert query.scans() == [], query.plan()

    def test_for_who_reviews_it(self, branches):
        case = Case.objects.filter(body=branches[0].body_id, review_requested_on__isnull=False)[0]

        for query in queries_of(branches[0], case, "max"):
            assert query.scans() == [], query.plan()


@pytest.mark.usefixtures("statistics")
def test_costs_no_more_at_a_large_body_than_at_a_small(branches):
    large, small = (
        sum(query.work() for query in queries_of(branch, a_case(branch, 13)) if query.only_reads)
        for branch in (branches[0], branches[-1])
    )

    assert large <= 1.3 * small


class TestTheQueries:
    """Of the whole page: the session, the account, the roles and the note that it was read count too."""

    @pytest.mark.parametrize("events", [5, 60])
    def test_are_at_most_twelve(self, branches, settings, tmp_path, events):
        settings.PUTRIGHT_CLOCK = FixedClock(at(TODAY))
        case = a_case(branches[0], 5)
        self.write_notes(branches[0], case, events - 5, tmp_path)
        client = signed_in(branches[0], "mo")
        client.get(f"/cases/{case.reference}")
        with CaptureQueriesContext(connection) as captured:
            response = client.get(f"/cases/{case.reference}")

        assert response.status_code == 200
        assert response.content.decode().count("A note of a call") == events - 5
        assert len(captured) <= MOST_QUERIES, [query["sql"] for query in captured]

    def write_notes(self, branch: Branch, case: Case, many: int, folder: Path) -> None:
        means = Means(files=FileStore(folder), secrets=SeededSecrets("notes"))
        for number in range(many):
            add_file_note(
                actor=actor(branch, "mo"),
                case=case.reference,
                on=TODAY,
                now=at(TODAY),
                words=f"A note of a call, number {number}.",
                means=means,
            )
        case.refresh_from_db()
        assert case.chain_count == 5 + many
