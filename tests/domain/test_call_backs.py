"""Does docs/rules/incoming.md say how a request to be rung stands where nobody answers, and by whose rules?"""

import pytest

from putright.domain.call_backs import CallRules, call_back_of, rules_by
from putright.domain.incoming import call_back_by
from putright.gateways.procedure_files import programme
from tests.domain.cases import ENGLAND, PROCEDURES, the_programme
from tests.tables import a_day, table

ROWS = table("incoming.md", "Somebody who asked to be rung, and does not answer")
OFFICE = programme(str(PROCEDURES / "office" / "call-back.yaml"))


@pytest.mark.parametrize("row", ROWS, ids=[" ".join(list(row.values())[:4]) for row in ROWS])
def test_how_it_stands(row: dict[str, str]) -> None:
    rules = CallRules(most=int(row["Days"]), try_keeps=row["A try keeps it?"] == "yes")
    by = call_back_by(a_day(row["Asked on"]), ENGLAND)
    tried = [a_day(day) for day in row["Tried on"].split(", ") if day]
    found = call_back_of(by=by, tried=tried, rules=rules, calendar=ENGLAND)

    assert found.by == a_day(row["Promised by"])
    assert found.again_by == (a_day(row["Again by"]) if row["Again by"] else None)
    assert (found.is_to_write, found.is_kept) == (row["Write?"] == "yes", row["Kept?"] == "yes")


def test_rules_of_ours_try_on_three_days_and_a_try_keeps_nothing() -> None:
    assert rules_by(None, OFFICE) == CallRules(most=3, try_keeps=False)


def test_published_procedures_say_nothing_of_tries() -> None:
    for name in ("ombudsman", "nw-london-icb"):
        assert rules_by(programme(str(PROCEDURES / f"{name}.yaml")), OFFICE) == CallRules(most=3)


def test_a_body_may_try_more_often_and_count_a_try() -> None:
    own = the_programme(
        """
        steps:
          ring:
            promise: We ring you, or try to, within one working day.
            each: call_back_requested
            due: 1 working day after call_back_requested
            met_when: [called_back, call_tried]
          again:
            promise: We try on five days.
            due: 1 working day after call_back_requested
            repeat: every 1 working day at most 5 times
            met_when: [called_back, call_tried]
        """
    )

    assert rules_by(own, OFFICE) == CallRules(most=5, try_keeps=True)
