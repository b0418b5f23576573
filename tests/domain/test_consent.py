"""Does docs/rules/consent.md say what a patient agrees to, by which code, and what follows from the answer?"""

from datetime import date

import pytest

from putright.domain.chronology import in_force
from putright.domain.consent import (
    EVENT_OF,
    GIVEN,
    LASTS,
    Asked,
    ConsentAnswer,
    FormStands,
    FormState,
    Ticked,
    can_answer,
    can_take_back,
    extent_of,
    is_over,
    ticked_by,
    why_not_so,
)
from putright.domain.consent_told import consent_told, limit_of
from putright.domain.form_codes import FormCode, form_meant, forms_named
from putright.domain.incoming import Candidate, Sign, match
from putright.domain.references import SYMBOLS
from putright.gateways.procedure_files import programme
from tests.domain.cases import PROCEDURES, happened
from tests.domain.cases import stands as stands_on
from tests.tables import a_day, named, table

PAGE = "consent.md"
ANSWERS = table(PAGE, "What an answer is")
LINKS = table(PAGE, "What the code of a letter can do")
CODES = table(PAGE, "Which form a code is of")
DUTIES = table(PAGE, "What follows from an answer")
TOLD = table(PAGE, "What whoever complains is told")
MIND = table(PAGE, "What staff must mind")
ASKED = Asked(about="It.", information=("one", "two"), shared_with=("Pat", "Sam"))
BUT = {
    "letter put aside": {"letter_put_aside": True},
    "case closed": {"case_open": False},
    "patient died": {"patient_died": True},
    "not accepted": {"representative_refused": True},
    "": {},
}


def numbers(cell: str) -> frozenset[int]:
    return frozenset(int(number) for number in cell.split(",") if number.strip())


@pytest.mark.parametrize("row", ANSWERS, ids=named(ANSWERS))
def test_what_an_answer_is(row: dict[str, str]) -> None:
    answer = ConsentAnswer(row["Answer"])
    ticked = Ticked(information=numbers(row["Things ticked"]), shared_with=numbers(row["People ticked"]))
    refusal = why_not_so(answer, ticked, ASKED)

    assert (refusal.code if refusal else "") == row["Refused as"]
    if refusal is None:
        agreed, event = ticked_by(answer, ticked, ASKED), EVENT_OF[answer]
        assert event == row["Recorded"]
        assert (extent_of(agreed, ASKED) if event == GIVEN else "") == row["Extent"]
        assert agreed == Ticked() or event == GIVEN


@pytest.mark.parametrize("row", LINKS, ids=[" ".join(list(row.values())[:4]) for row in LINKS])
def test_what_the_code_of_a_letter_can_do(row: dict[str, str]) -> None:
    asked_on, on = a_day(row["Asked on"]), a_day(row["Looked at on"])
    form = FormStands(state=FormState(row["Form"]), asked_on=asked_on, expires_on=asked_on + LASTS, **BUT[row["But"]])
    can = (can_answer(form, on), can_take_back(form, on), not is_over(form, on))

    assert can == tuple(row[column] == "yes" for column in ("Answers", "Takes back", "Opens"))


@pytest.mark.parametrize("row", CODES, ids=named(CODES))
def test_which_form_a_code_is_of(row: dict[str, str]) -> None:
    code = form_meant(row["Typed"])

    assert (
        (code.reference, str(code.form)) == (row["Case"], row["Form"])
        if code
        else (row["Case"], row["Form"])
        == (
            "",
            "",
        )
    )


@pytest.mark.parametrize("row", DUTIES, ids=named(DUTIES))
def test_what_follows(row: dict[str, str]) -> None:
    files = [
        programme(str(PROCEDURES / f"{name}.yaml"))
        for name in ("england-2009", "office/consent", "office/patient-unaware")
    ]
    position = stands_on(files, row["What happened"], row["As at"])
    (duty,) = (duty for duty in position.duties if duty.id.endswith(row["Duty"]))

    assert (duty.state.value, duty.due_on) == (row["State"], a_day(row["Due"]))


@pytest.mark.parametrize("row", TOLD, ids=[row["What happened"][30:] or "nothing" for row in TOLD])
def test_what_whoever_complains_is_told(row: dict[str, str]) -> None:
    assert (consent_told(in_force(happened(row["What happened"]))) or "") == row["Told"]


@pytest.mark.parametrize("row", MIND, ids=[row["What happened"][30:] or "nothing" for row in MIND])
def test_what_staff_must_mind(row: dict[str, str]) -> None:
    limit = limit_of(in_force(happened(row["What happened"])))

    if row["Mind"] == "no":
        assert limit is None
    else:
        assert limit is not None
        assert row["Mind"] in limit.words
        assert limit.since == a_day(row["Since"])


@pytest.mark.parametrize("form", [1, 9, 31])
def test_every_slip_of_the_pen_in_a_code_is_noticed(form: int) -> None:
    plain = FormCode(reference="ZX0020GD", form=form).shown.replace("-", "")
    wrong = [plain[:at] + symbol + plain[at + 1 :] for at in range(len(plain)) for symbol in SYMBOLS]
    swapped = [plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :] for at in range(len(plain) - 1)]

    assert {form_meant(typed) for typed in (*wrong, *swapped) if typed != plain} == {None}


def test_a_code_is_found_in_a_subject_and_in_the_name_of_a_file() -> None:
    texts = ("Re: form ZX00-20GD-C1EZ, signed", "scan_ZX0020GDC1EZ_0001.pdf", "ZX00-20GD", "xZX00-20GD-C1EZ")

    assert forms_named(texts) == (FormCode(reference="ZX0020GD", form=1),)


def test_a_form_waits_for_somebody_who_reads_it_though_it_answers_our_letter() -> None:
    both = [Candidate(reference="A", sign=sign, knows_sender=True) for sign in (Sign.ANSWER, Sign.FORM)]
    matched = match(both, is_sender_proven=True)

    assert (matched.goes_on, [each.sign for each in matched.suggested]) == (None, [Sign.FORM])


def test_the_last_days_are_counted_on_a_calendar() -> None:
    # Two years of 366 days after Tuesday 7 April 2026: Saturday 8 April 2028, for 2028 has a 29 February.
    assert date(2026, 4, 7) + LASTS == date(2028, 4, 8)
