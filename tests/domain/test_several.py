"""Which events can stand on a case of several procedures, where they name some of the same?"""

from putright.domain.several import kinds_of
from putright.domain.vocabulary import CORE_EVENTS, FactKind
from tests.domain.cases import the_programme

STEP = "steps: {one: {promise: We answer., due: 5 days after received, met_when: response_sent}}"


def naming(events):
    return the_programme(f"events: {events}\n{STEP}")


def test_the_events_of_the_language_are_there_and_those_of_each_procedure():
    kinds = kinds_of([naming("{panel_met: {words: The panel met}}"), naming("{board_met: {words: The board met}}")])

    assert set(kinds) == {*CORE_EVENTS, "panel_met", "board_met"}


def test_an_event_of_the_language_may_be_given_words_and_facts_of_ones_own():
    kinds = kinds_of([naming("{meeting_held: {words: We met you, facts: {floor: number}}}"), naming("{}")])

    assert kinds["meeting_held"].words == "We met you"
    assert kinds["meeting_held"].facts["floor"] is FactKind.NUMBER
    assert kinds["meeting_held"].facts["reason"] is FactKind.CODE


def test_an_event_that_two_procedures_name_may_say_what_either_provides_for():
    kinds = kinds_of(
        [
            naming("{panel_met: {words: The panel met, facts: {adjourned_to: date}}}"),
            naming("{panel_met: {words: Their panel met, facts: {members: number}}}"),
        ]
    )

    assert {"adjourned_to", "members"} <= set(kinds["panel_met"].facts)
