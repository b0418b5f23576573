"""Do those who decide read with the figures how people say it went, of many together, and nobody else?"""

import pytest

from putright.domain.experience import FEWEST
from putright.records.models import ExperienceAnswer
from tests.casework.offices import a_story
from tests.web.reading import read

HEADING = "How people say it went"


@pytest.fixture
def said(office):
    """Five people in March 2026, four in February, and five so far in April, which still runs."""
    a_story(office)
    for month, people in ((3, FEWEST), (2, FEWEST - 1), (4, FEWEST)):
        for number in range(people):
            words = "Nobody told me anything." if (month, number) == (3, 0) else ""
            answers = {"safe": 4, **({"finding": 2} if number else {})}
            ExperienceAnswer.objects.create(body=office.body, year=2026, month=month, answers=answers, words=words)


def test_a_manager_reads_the_months_of_many(signed_in, office, said):
    page = read(signed_in(office, "mo").get("/figures"))

    assert HEADING in page.texts("//h2")
    assert "March 2026: 5 people" in page.main
    assert "February 2026: fewer than 5 people answered." in page.main
    assert "April 2026: shown once the month is over." in page.main
    assert "Nobody told me anything." in page.main
    rows = {
        " ".join(row.text_content().split()) for row in page.tree.xpath("//table[caption[contains(., 'March')]]//tr")
    }
    assert any("I felt safe to do it." in row and "Mostly 5" in row for row in rows)
    assert any("easy to find out" in row and "Fewer than 5 answered this" in row for row in rows)


def test_before_anybody_has_said_anything_it_says_so(signed_in, office):
    a_story(office)

    assert "Nobody has said yet how it went." in read(signed_in(office, "mo").get("/figures")).main


def test_nobody_who_decides_nothing_reads_of_it(signed_in, office, said):
    page = read(signed_in(office, "olu").get("/figures"))

    assert HEADING not in page.texts("//h2")
    assert "Nobody told me" not in page.main
