"""Is a promise held against the law in the cases that numbers, exceptions and the passing of time make?"""

import pytest

from putright.domain.check_cover import not_in_every_case
from putright.gateways.procedure_files import programme
from tests.domain.cases import ENGLAND, the_programme
from tests.domain.strategies import FIRST

HEAD = "name: a\ntitle: A\nkind: procedure\nunder: england-2009\n"
STEP = "promise: A., due: 3 working days after received, met_when: acknowledged, fulfils: acknowledge"


@pytest.mark.parametrize(
    ("condition", "case"),
    [
        ("unless: received.patient_age is under 16", "when the patient age is under 16"),
        ("unless: received.channel is not letter", "when the complaint is spoken"),
        ("unless: received.patient_age is over 25", "when the patient age is over 25"),
        ("only_if: received.patient_age is at least 16", "when the complaint comes by letter"),
        ("only_if: 8 weeks have passed since received", "when the complaint comes by letter"),
    ],
)
def test_leaves_out_a_case_in_which_the_law_holds(condition, case):
    made = the_programme(f"{HEAD}steps:\n  one: {{{STEP}, {condition}}}\n")

    (found,) = not_in_every_case(made, programme("england-2009"), ENGLAND, FIRST)

    assert case in found.message


def test_leaves_nothing_out_where_it_is_not_conditional():
    made = the_programme(f"{HEAD}steps:\n  one: {{{STEP}}}\n")

    assert not list(not_in_every_case(made, programme("england-2009"), ENGLAND, FIRST))
