"""Is every date explained in the sentences of docs/rules/explain.md, from the values it was worked out with?"""

import doctest
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from putright.casework.follow_words import LAW_WORDS, TOLD
from putright.domain import days_named, plain
from putright.domain.days_named import days_named as named
from putright.domain.explain import explain, how_it_came
from putright.domain.periods import in_words
from putright.domain.plain import inside, words_of
from putright.domain.working_days import WEEKDAYS
from tests.domain.cases import ENGLAND, shipped, stands
from tests.domain.sections import Section
from tests.tables import RULES, tables

PAGE = RULES / "explain.md"
TEXT = PAGE.read_text(encoding="utf-8")
_ASKED = re.compile(
    r"^(?P<how>Asked|Told) of `(?P<duty>[\w/-]+)` in `(?P<procedure>[\w-]+)` on (?P<on>[^;]+); "
    r"happened: (?P<events>.+)$",
    re.MULTILINE,
)


def questions():
    for heading in re.findall(r"^## (.+)$", TEXT, re.MULTILINE):
        section = Section(PAGE, heading)
        asked = list(_ASKED.finditer(section.text))
        assert len(asked) == len(tables(PAGE, heading)), heading
        for question, rows in zip(asked, tables(PAGE, heading), strict=True):
            said = [row["What is said"] for row in rows]
            yield pytest.param(section, question, said, id=f"{heading}: {question['duty']}, {question['on']}")


def asked_for(section, question):
    programmes = section.programmes()
    position = stands(programmes, question["events"], question["on"])
    name = question["duty"] if "/" in question["duty"] else f"{question['duty']}/1"
    duty = next(one for one in position.duties if (one.procedure, one.id) == (question["procedure"], name))
    return duty, next(made for made in programmes if made.name == duty.procedure), position


@pytest.mark.parametrize(("section", "question", "said"), list(questions()))
def test_a_date_is_explained_as_the_page_says(section, question, said):
    duty, programme, position = asked_for(section, question)
    if question["how"] == "Told":
        words = words_of(programme, told=TOLD, promises=LAW_WORDS, person="you")
        explained = how_it_came(duty, words, beside=position.duties)
    else:
        explained = explain(duty, words_of(programme), beside=position.duties)

    assert list(explained) == said


@pytest.mark.parametrize("module", [plain, days_named], ids=lambda module: module.__name__)
def test_the_examples_in_the_text_hold(module):
    assert doctest.testmod(module).failed == 0


class TestTheDaysThatWereNotCounted:
    @given(start=st.dates(date(2024, 1, 1), date(2027, 6, 30)), days=st.integers(1, 90))
    def test_every_holiday_is_named_and_every_weekend_is_there(self, start, days):
        skipped = ENGLAND.non_working(start, ENGLAND.add(start, days))
        told = named(skipped)

        assert all(in_words(day) in told and reason in told for day, reason in skipped if reason not in WEEKDAYS)
        assert all(str(day.day) in told for day, _ in skipped)

    def test_a_weekend_in_two_months_is_told_day_by_day(self):
        """Seven working days after Thursday 22 October 2026 take in Saturday 31 October and Sunday 1 November."""
        skipped = ENGLAND.non_working(date(2026, 10, 16), date(2026, 11, 9))

        assert named(skipped) == (
            "the weekends of 17–18 and 24–25 October; 7–8 November 2026, "
            "Saturday 31 October 2026, Sunday 1 November 2026"
        )

    def test_the_year_is_said_once_for_each_year(self):
        """From Friday 11 December 2026 to Monday 11 January 2027."""
        skipped = ENGLAND.non_working(date(2026, 12, 11), date(2027, 1, 11))

        assert named(skipped).endswith(
            "the weekends of 12–13, 19–20 and 26–27 December 2026; 2–3 and 9–10 January 2027"
        )


class TestWhatBinds:
    def test_of_a_limit_on_the_person_the_later_of_two_dates_counts(self):
        position = stands(shipped("commisceo"), "received Thu 2 Apr 2026", "Thu 9 Apr 2026")
        duty = position.duty("acknowledge", procedure="commisceo")
        limit = replace(
            duty,
            rule=replace(duty.rule, who="complainant"),
            due_on=date(2026, 4, 9),
            binding_on=date(2026, 4, 20),
            binding_authority="Act s. 9(4)",
        )

        assert (
            "What binds is Monday 20 April 2026: Act s. 9(4) gives that day, the later of the two, for it limits "
            "the person who complains."
        ) in explain(limit)

    def test_the_same_day_by_two_authorities_is_said_to_be_the_same(self):
        position = stands(shipped("living-well-partnership"), "received Wed 1 Apr 2026", "Wed 1 Apr 2026")
        duty = position.duty("acknowledge", procedure="living-well-partnership")

        assert "SI 2009/309 reg 13(3) gives the same day." in explain(duty, beside=position.duties)


@pytest.mark.parametrize(
    ("sentence", "within"),
    [
        ("The panel met.", "the panel met"),
        ("NHS England answered", "NHS England answered"),
        ("Healthwatch was told", "Healthwatch was told"),
        ("A Medical Director was named", "a Medical Director was named"),
        ("You told us more.", "you told us more"),
    ],
)
def test_a_sentence_stands_inside_another(sentence, within):
    assert inside(sentence) == within
