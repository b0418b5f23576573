"""Is what may be recorded on a case as docs/rules/permitted.md says?"""

import pytest

from putright.domain.vocabulary import CORE_EVENTS
from tests.domain.cases import happened, shipped, stands, the_programme
from tests.tables import table

AS_AT = "Thu 9 Apr 2026"


def case_of(row):
    return stands(shipped(row["Procedure"]), happened(row["What happened"]), AS_AT)


def named(row):
    return f"{row['Procedure']}, {row['What happened']}: {row['Event']}"


class TestThePage:
    @pytest.mark.parametrize("row", table("permitted.md", "Refused"), ids=named)
    def test_says_what_is_refused_why_and_on_what_authority(self, row):
        refused = case_of(row).refusal_of(row["Event"])

        assert refused is not None
        assert (refused.code, refused.authority) == (row["Code"], row["Authority"])
        assert row["Says so"] in refused.message

    @pytest.mark.parametrize("row", table("permitted.md", "Permitted"), ids=named)
    def test_says_what_is_permitted_and_what_it_would_meet(self, row):
        position = case_of(row)

        (permitted,) = [each for each in position.permitted if each.event == row["Event"]]
        assert permitted.meets == (() if row["Meets"] == "–" else tuple(row["Meets"].split("; ")))
        assert position.permits(row["Event"])


class TestARefusal:
    def test_names_what_a_step_needs_first(self):
        made = the_programme(
            """
            steps:
              answer:
                {promise: A., due: 9 days after received, met_when: update_sent, needs: [issues_agreed], clause: "7"}
            """
        )

        refused = stands(made, "received Thu 2 Apr 2026", AS_AT).refusal_of("update_sent")

        assert refused is not None
        assert (refused.code, refused.message, refused.authority) == (
            "needs-issues-agreed",
            "This needs first: the issues were agreed",
            "clause 7",
        )
        agreed = stands(made, "received Thu 2 Apr 2026; issues_agreed Tue 7 Apr 2026", AS_AT)
        assert agreed.permits("update_sent")

    def test_is_not_made_of_what_only_makes_a_date_provisional(self):
        made = the_programme(
            """
            steps:
              decide:
                promise: A.
                due: {later of: [9 days after received, 3 days after details_received]}
                met_when: outcome_decided
            """
        )

        assert stands(made, "received Thu 2 Apr 2026", AS_AT).permits("outcome_decided")

    def test_is_never_made_of_a_correction(self):
        position = stands(shipped("commisceo"), "received Thu 2 Apr 2026", AS_AT)

        listed = {*(each.event for each in position.permitted), *(each.event for each in position.refused)}
        assert listed >= set(CORE_EVENTS) - {"entered_in_error"}
        assert "entered_in_error" not in listed

    def test_without_a_law_over_it_leaves_a_case_free_to_close(self):
        made = the_programme("steps: {answer: {promise: A., due: on received, met_when: response_sent}}")

        assert stands(made, "received Thu 2 Apr 2026", AS_AT).permits("closed")
