"""Is it said where a decision is looked at again by who made it, or by somebody of lower rank?"""

import pytest

from putright.domain.check_people import who_decides_again
from tests.domain.cases import the_programme

PROCEDURE = """
people:
  manager: {{words: The manager, rank: 2}}
  director: {{words: A director, rank: 3{more}}}
  officer: {{words: An officer, rank: 1}}
  panel: The panel
stages:
  - {{name: Answer, begins: received}}
  - {{name: Review, begins: review_requested}}
steps:
  answer: {{promise: We answer., stage: 1, who: manager, due: 20 days after received, met_when: response_sent}}
  told: {{promise: We tell you., stage: 2, who: manager, due: 5 days after stage 2 begins, met_when: update_sent}}
  ask: {{promise: You may ask., stage: 1, who: complainant, effect: lapses, due: 20 days after response_sent}}
  review:
    promise: We look again.
    stage: 2
    who: {who}
    due: 20 days after stage 2 begins
    met_when: review_completed
"""


@pytest.mark.parametrize(
    ("who", "more", "codes"),
    [
        ("director", "", []),
        ("director", ", independent_of: [manager]", []),
        ("director", ", stand_in: [manager]", ["decided-by-the-same"]),
        ("manager", "", ["decided-by-the-same"]),
        ("officer", "", ["decided-by-lower-rank"]),
        ("panel", "", []),
    ],
)
def test_who_looks_again(who, more, codes):
    found = list(who_decides_again(the_programme(PROCEDURE.format(who=who, more=more))))

    assert [one.code for one in found] == codes
    assert all(one.where == ("steps", "review", "who") for one in found)


def test_says_who_and_what_to_do():
    (found,) = who_decides_again(the_programme(PROCEDURE.format(who="officer", more="")))

    assert found.message == (
        "“We look again”: An officer (rank 1) decides again what The manager (rank 2) decided in stage 1. "
        "Name somebody of the same rank or a higher one."
    )
