"""Does every row of docs/rules/signpost.md come true? The tables are the tests."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from typing import Any

import pytest

from putright.domain.directory import Directory
from putright.domain.directory_rows import Buyer, Family, Practice
from putright.domain.guide import AnsweredBy, Role
from putright.domain.signpost import signpost
from putright.domain.signpost_answer import Answer, Excluded, Question, Signpost, Unanswerable
from putright.domain.signpost_desk import desk_for
from putright.gateways.directory_files import directory
from putright.gateways.guide_files import guides
from tests.tables import a_day, named, table

PAGE = "signpost.md"
USUALLY = date(2026, 3, 2)
TODAY = date(2026, 11, 22)
Row = dict[str, str]

SERVICES = table(PAGE, "Every service has a first contact")
WESTMINSTER = table(PAGE, "The Westminster page")
CHOICE = table(PAGE, "A choice that was not offered")
AREAS = table(PAGE, "The board of an area")
LIVING_WELL = table(PAGE, "A practice of the Living Well Partnership")
SCHEME = table(PAGE, "The Special Allocation Service")
DEPARTMENTS = table(PAGE, "Departments, and the Ombudsman")
OTHERS = table(PAGE, "Private care, social care, and other roads")
URGENT = table(PAGE, "What is urgent comes first")
LIMITS = table(PAGE, "By when")
REFUSED = table(PAGE, "What cannot be answered")
ROUTED = [*SERVICES, *WESTMINSTER, *CHOICE, *AREAS, *LIVING_WELL, *SCHEME, *DEPARTMENTS, *OTHERS, *URGENT]


def asked(row: Row) -> Question:
    known = row.get("Known since")
    return Question(
        service=row.get("Service") or None,
        about=row.get("About") or None,
        area=row.get("Area") or None,
        home=row.get("Home") or None,
        gp=row.get("GP") or None,
        answered_by=AnsweredBy(row["Answered by"]) if row.get("Answered by") else None,
        for_other=row.get("For") == "other",
        private=row.get("Private") == "yes",
        known_since=a_day(known) if known else None,
    )


def answer_to(row: Row) -> Signpost:
    on = a_day(row["On"]) if row.get("On") else USUALLY
    return signpost(asked(row), directory(), guides(), on)


def who(part: Any) -> str:
    if part is None:
        return "–"
    return getattr(part, "body", None) or part.role.value


@pytest.mark.parametrize("row", ROUTED, ids=named(ROUTED))
def test_the_answer_is_that_of_the_table(row: Row) -> None:
    answer = answer_to(row)

    assert who(answer.first) == row["First"]
    if "Or" in row:
        assert who(answer.alternative) == row["Or"]
    if "Not" in row:
        assert (" ".join(map(who, answer.excluded)) or "–") == row["Not"]
    if "Help" in row:
        assert " ".join(map(who, answer.support)) == row["Help"]
    if row.get("Ask for"):
        assert answer.first.ask_for == row["Ask for"]
    if "Ends with" in row:
        assert who(answer.ombudsman_by) == row["Ends with"]
    if "Through" in row:
        assert answer.ombudsman_by is not None
        assert (answer.ombudsman_by.through or "–") == row["Through"]
    if "Now" in row:
        assert who(answer.urgent) == row["Now"]
    assert set(row.get("Honours", "").split()) <= answer.printed


def test_every_printed_route_is_reached_by_some_row() -> None:
    printed = {f"{guide.name}:{route}" for guide in guides() for route in guide.routes}
    honoured = {route for row in ROUTED for route in row.get("Honours", "").split()}

    # A hospital's PALS is named in a policy that is not the hospital's (D12): nobody is sent there on its word.
    assert printed - honoured == {"commisceo:pals"}
    assert honoured <= printed


def test_every_service_of_the_register_is_in_the_table() -> None:
    assert [row["Service"] for row in SERVICES] == list(directory().services)


@pytest.mark.parametrize("row", LIMITS, ids=[row["By"] for row in LIMITS])
def test_the_year_is_counted_from_knowing(row: Row) -> None:
    limit = answer_to(row).ombudsman_by

    assert limit is not None
    assert limit.by == a_day(row["By"])
    assert limit.assumed is (row["Known since"] == "")


@pytest.mark.parametrize("row", REFUSED, ids=[row["Asked"] for row in REFUSED])
def test_a_question_that_cannot_be_answered_is_refused_in_words(row: Row) -> None:
    with pytest.raises(Unanswerable) as refused:
        answer_to(row)

    assert refused.value.code == row["Refused"]


def test_an_unknown_service_is_told_with_every_service_there_is() -> None:
    with pytest.raises(Unanswerable) as refused:
        signpost(Question(service="dentits"), directory(), guides(), USUALLY)

    assert "Did you mean dentist?" in refused.value.message
    assert all(service in refused.value.message for service in directory().services)


def test_an_area_that_is_not_known_is_answered_without_names_and_says_so() -> None:
    answer = signpost(Question(service="gp", area="leads"), directory(), guides(), USUALLY)

    assert who(answer.alternative) == "integrated-care-boards"
    assert "“leads”" in answer.notes[0].words
    assert "Did you mean leeds" in answer.notes[0].words


def test_an_area_under_several_boards_is_told_them_all_and_who_knows() -> None:
    answer = signpost(Question(service="gp", area="north-yorkshire"), directory(), guides(), TODAY)

    assert who(answer.alternative) == "integrated-care-boards"
    assert [note.words for note in answer.notes] == [
        "There is more than one commissioner here: NHS Humber and North Yorkshire Integrated Care Board or NHS West "
        "Yorkshire Integrated Care Board or NHS Lancashire and South Cumbria Integrated Care Board. Your GP practice "
        "can tell you which is yours."
    ]


def test_where_only_the_home_is_known_its_board_is_told_as_what_it_may_be() -> None:
    answer = signpost(Question(service="gp", home="kent"), directory(), guides(), TODAY)

    assert [note.words for note in answer.notes] == [
        "If your GP practice is there too (Kent), the commissioner is NHS Kent and Medway Integrated Care Board."
    ]


def test_what_nhs_england_keeps_has_one_commissioner_wherever_it_is() -> None:
    answer = signpost(Question(service="specialised", area="north-yorkshire"), directory(), guides(), TODAY)

    assert who(answer.alternative) == "nhs-england"
    assert answer.notes == ()


def test_a_board_that_the_area_is_not_sure_to_have_is_not_sure() -> None:
    answer = signpost(Question(service="gp", area="leeds"), directory(), guides(), TODAY)

    assert directory().bodies["west-yorkshire-icb"].verified
    assert answer.alternative is not None
    assert not answer.alternative.verified
    assert "no source could be read" in " ".join(answer.alternative.sources)


def with_practice(**known: Any) -> Directory:
    practice = Practice(ods="Y99999", source="fiction", checked_on=TODAY, **{"name": "Fictional Surgery"} | known)
    return replace(directory(), practices={**directory().practices, practice.ods: practice})


@pytest.mark.parametrize(
    ("board", "on", "who_it_is"),
    [
        ("QRV", date(2026, 3, 31), "nw-london-icb"),
        ("QRV", date(2026, 4, 1), "west-and-north-london-icb"),
        ("Z9B2Z", date(2026, 4, 1), "west-and-north-london-icb"),
        ("QWO", date(2026, 4, 1), "west-yorkshire-icb"),
        # It was divided among three, and the code does not say which.
        ("QNQ", date(2026, 4, 1), "integrated-care-boards"),
        ("Q99", date(2026, 4, 1), "integrated-care-boards"),
    ],
)
def test_a_practice_of_the_published_list_has_the_board_of_its_code(board: str, on: date, who_it_is: str) -> None:
    answer = signpost(Question(service="gp", gp="y99999", home="leeds"), with_practice(board=board), guides(), on)

    assert answer.first.name == "Fictional Surgery"
    assert who(answer.alternative) == who_it_is


def test_a_practice_of_the_published_list_is_reached_as_the_list_says_and_through_its_receptionist() -> None:
    register = with_practice(board="QWO", address="1 Fictional Street, Leeds", telephone="0113 496 0000")
    answer = signpost(Question(service="gp", gp="Y99999"), register, guides(), TODAY)

    assert [way.value for way in answer.first.channels] == [
        "0113 496 0000",
        "1 Fictional Street, Leeds",
        "Ask the receptionist for the practice manager's contact",
    ]
    assert [way.means for way in answer.first.channels] == ["telephone", "post", "in-person"]


def test_a_dentist_of_the_published_list_is_named_and_reached_there() -> None:
    dentist = Practice(
        ods="V99999", source="fiction", checked_on=TODAY, name="Fictional Teeth", telephone="0113 496 0009"
    )
    register = replace(directory(), providers={"V99999": dentist})
    answer = signpost(Question(service="dentist", at="v99999"), register, guides(), TODAY)

    assert answer.first.name == "Fictional Teeth"
    assert [way.means for way in answer.first.channels] == ["telephone", "in-person"]
    private = signpost(Question(service="dentist", at="V99999", private=True), register, guides(), TODAY)
    assert "0113 496 0009" not in {way.value for way in private.first.channels}


def test_a_place_that_no_list_has_is_refused_in_words() -> None:
    with pytest.raises(Unanswerable, match="No trust, hospital or dentist with the code 'Z9Z'") as refused:
        signpost(Question(service="hospital", at="Z9Z"), directory(), guides(), TODAY)

    assert (refused.value.code, refused.value.option) == ("unknown-provider", "at")


@pytest.mark.parametrize("service", ["gp", "pharmacy", "dentist", "optician"])
def test_the_receptionist_gives_the_practice_managers_contact(service: str) -> None:
    answer = signpost(Question(service=service, area="westminster"), directory(), guides(), TODAY)

    assert [way.channel for way in answer.first.channels] == ["ask-the-receptionist"]


def test_a_council_that_the_register_knows_by_its_area_alone_is_named_by_it() -> None:
    answer = signpost(Question(service="social-care", home="leeds"), directory(), guides(), TODAY)

    assert (answer.first.body, answer.first.name) == ("local-council", "the council for Leeds")
    assert [each.ask_for for each in answer.support if each.role is Role.ADVOCACY] == ["the council for Leeds"]


@pytest.mark.parametrize("word", ["City of Westminster", "WESTMINSTER", "westminster"])
def test_an_area_is_known_by_its_code_and_by_its_name(word: str) -> None:
    answer = signpost(Question(service="gp", area=word), directory(), guides(), USUALLY)

    assert who(answer.alternative) == "nw-london-icb"


@pytest.mark.parametrize("word", ["GP", "doctor", "general practice"])
def test_a_service_is_known_by_other_words(word: str) -> None:
    assert signpost(Question(service=word), directory(), guides(), USUALLY).first.ask_for == "the practice manager"


def test_a_new_board_whose_own_ways_are_not_known_is_found_through_the_finder() -> None:
    answer = signpost(Question(service="gp", area="westminster"), directory(), guides(), date(2026, 4, 1))

    assert answer.alternative is not None
    assert [channel.channel for channel in answer.alternative.channels] == ["find-icb", "ask-the-practice"]
    assert not answer.alternative.verified


def test_a_text_for_a_call_back_comes_with_its_promise_and_hours() -> None:
    answer = signpost(Question(service="gp", answered_by=AnsweredBy.PROVIDER), directory(), guides(), USUALLY)

    text = next(channel for channel in answer.first.channels if channel.means == "text")
    assert text.hours is not None
    assert (text.hours.opens.hour, text.hours.closes.minute) == (8, 30)
    assert "one working day" in (text.promise or "")


# --- What holds of every question there is --------------------------------------------------------------------------

DAYS = (date(2013, 4, 2), date(2022, 6, 30), date(2022, 7, 1), date(2023, 6, 30), date(2023, 7, 1), date(2026, 11, 21))
EVERY = [
    Question(service=service, about=about, area=area, answered_by=answered, for_other=bool(area), private=private)
    for service, about, area, answered, private in product(
        [None, *directory().services],
        [None, *directory().matters],
        [None, "westminster"],
        [None, *AnsweredBy],
        [False, True],
    )
]


@cache
def every_answer(on: date) -> list[tuple[Question, Signpost]]:
    """Every question with its answer, but those whose parts contradict one another."""
    found = []
    for question in EVERY:
        with suppress(Unanswerable):
            found.append((question, signpost(question, directory(), guides(), on)))
    return found


def test_only_contradictions_are_refused() -> None:
    refused = len(EVERY) - len(every_answer(DAYS[0]))
    matters, areas = len(directory().matters) + 1, 2
    departments = [each for each in directory().services.values() if each.family is Family.DEPARTMENT]
    not_private = len(departments) + 1  # and a commissioner's own decision
    answered_by_nobody = len(directory().services) + 1 - not_private + len(departments) + 1  # private care; social care

    assert refused == (3 * not_private + answered_by_nobody) * matters * areas


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_nobody_is_ever_sent_wrong(on: date) -> None:
    for question, answer in every_answer(on):
        offered = [each for each in (answer.first, answer.alternative, *answer.support) if each]
        gone = {(each.role, each.body) for each in answer.excluded}
        assert not gone & {(each.role, each.body) for each in offered}, question
        told: list[Answer | Excluded] = [*offered, *answer.excluded]
        assert all(each.because and each.authority and each.sources for each in told), question
        assert all(each.words and each.authority for each in answer.notes), question
        assert len({each.role for each in offered}) == len(offered), question
        assert all(each.name and each.name == each.name.strip() for each in offered), question


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_whoever_has_answered_shuts_the_other_door(on: date) -> None:
    for question, answer in every_answer(on):
        desk = desk_for(question, directory(), guides(), on)
        ordinary = desk.matter is None or desk.road in ("choice", "urgent")
        if desk.family is not Family.NHS or question.private or not ordinary or question.answered_by is None:
            continue
        if desk.buyer is Buyer.NONE:
            continue
        offered = {answer.first.role, answer.alternative.role if answer.alternative else None}
        other = Role.COMMISSIONER if question.answered_by is AnsweredBy.PROVIDER else Role.PROVIDER
        shut = [each for each in answer.excluded if each.role is other]
        assert Role.OMBUDSMAN in offered, question
        assert other not in offered, question
        assert [each.authority for each in shut] == ["SI 2009/309 reg 8(1)(e)"], question


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_nobody_is_sent_to_a_body_that_is_gone(on: date) -> None:
    for question, answer in every_answer(on):
        for each in (answer.first, answer.alternative, *answer.support, answer.urgent):
            row = directory().bodies.get(each.body or "") if each else None
            if row is not None:
                assert row.valid_until is None or on <= row.valid_until, (question, row.body)
                assert row.valid_from is None or row.valid_from <= on, (question, row.body)


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_help_is_always_offered_and_never_decides(on: date) -> None:
    for question, answer in every_answer(on):
        assert answer.support, question
        assert {each.role for each in answer.support} <= {Role.ADVOCACY, Role.PALS, Role.HEALTHWATCH, Role.ADVICE}
        assert (answer.urgent is not None) == (question.about in ("danger", "safeguarding")), question
        assert any("consent" in note.words for note in answer.notes) >= question.for_other, question
