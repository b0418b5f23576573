"""Is it known on which day something will stand differently although nothing happens?"""

from datetime import date

import pytest

from tests.domain.cases import stands, the_programme

MET = "met_when: acknowledged"


@pytest.mark.parametrize(
    ("procedure", "events", "as_at", "turns_on"),
    [
        # eight weeks after Wednesday 1 April are over at the end of Wednesday 27 May
        (f"only_if: 8 weeks have passed since received, {MET}", "received Wed 1 Apr 2026", "Wed 27 May 2026", "28 May"),
        (f"only_if: 8 weeks have passed since received, {MET}", "received Wed 1 Apr 2026", "Thu 28 May 2026", None),
        (f"unless: 1 month has passed since received, {MET}", "received Wed 1 Apr 2026", "Thu 2 Apr 2026", "2 May"),
        (MET, "received Wed 1 Apr 2026", "Thu 2 Apr 2026", None),
    ],
)
def test_of_conditions_on_time(procedure, events, as_at, turns_on):
    made = the_programme(f"steps:\n  one: {{promise: A., due: 3 working days after received, {procedure}}}\n")

    assert stands(made, events, as_at).turns_on == a_day_of_2026(turns_on)


def test_of_a_clock_that_runs_again_by_itself():
    """Ten working days from Thursday 9 April, that day the first, are over at the end of Wednesday 22 April."""
    made = the_programme(
        """
        pauses: {steps: all, from: consent_requested, no_longer_than: 10 working days}
        steps: {one: {promise: A., due: 20 working days after received, met_when: response_sent}}
        """
    )
    story = "received Wed 1 Apr 2026; consent_requested Thu 9 Apr 2026"

    assert stands(made, story, "Mon 13 Apr 2026").turns_on == date(2026, 4, 23)
    assert stands(made, story, "Thu 23 Apr 2026").turns_on is None


def a_day_of_2026(text):
    if text is None:
        return None
    day, month = text.split()
    return date(2026, {"Apr": 4, "May": 5}[month], int(day))
