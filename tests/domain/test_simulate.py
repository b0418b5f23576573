"""Does what a procedure comes to agree with docs/rules/simulate.md, and does it hold for any procedure?"""

import re
import xml.etree.ElementTree as ET
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from putright.domain.simulate import MOST_WAYS, Simulation, simulate
from putright.domain.simulate_measuring import Measure
from putright.domain.simulate_snags import SnagKind
from putright.domain.working_days import CalendarEnds
from putright.gateways.procedure_files import laws, programme, read_procedure, shipped_names
from putright.letters.simulated import as_text
from putright.letters.simulated_picture import as_svg
from tests.domain.cases import ENGLAND, HEAD, closed_on
from tests.domain.strategies import EVERYTHING
from tests.tables import RULES, a_day, table, tables

PAGE = RULES / "simulate.md"
TEXT = PAGE.read_text(encoding="utf-8")
RECEIVED = date(2026, 4, 2)
SECTIONS = re.findall(r"^##+ (.+)\n(?:(?!^##).*\n)*?```yaml\n((?:.*\n)*?)```", TEXT, re.MULTILINE)


def made(text: str, received_on: date = RECEIVED, calendar=ENGLAND) -> Simulation:
    text = text if text.startswith("name:") else HEAD + text
    read = read_procedure(text, file="an example").programme
    return simulate(read, _laws(read), calendar, received_on)


def _laws(read):
    return [law for name, law in laws().items() if name == read.procedure.under]


@cache
def of_section(heading: str) -> Simulation:
    return made(dict(SECTIONS)[heading])


def rows(column: str):
    return [
        pytest.param(heading, row, id=f"{heading}: {' '.join(row.values())}")
        for heading, _ in SECTIONS
        for several in tables(PAGE, heading)
        for row in several
        if column in row
    ]


class TestThePage:
    def test_has_an_example_of_every_snag(self):
        shown = {row.values[1]["Snag"] for row in rows("Snag")}

        assert shown == {str(kind) for kind in SnagKind}

    def test_explains_every_snag(self):
        explained = [row["Snag"].strip("`") for row in table("simulate.md", "What can be wrong")]

        assert explained == [str(kind) for kind in SnagKind]

    def test_says_how_many_ways_are_walked(self):
        assert f"At most {MOST_WAYS} ways" in TEXT

    @pytest.mark.parametrize(("heading", "row"), rows("Case"))
    def test_best_and_worst(self, heading, row):
        measure: Measure | None = getattr(getattr(of_section(heading), row["Until"]), row["Case"].replace("-", "_"))

        if row["On"] == "–":
            assert measure is None or not measure.has_limit
        else:
            assert measure is not None
            assert measure.has_limit
            assert (measure.on, measure.working_days, measure.days) == (
                a_day(row["On"]),
                int(row["Working days"]),
                int(row["Calendar days"]),
            )
        if row["Held up by"] != "–":
            assert measure is not None
            assert measure.held_up_by is not None
            assert measure.held_up_by.cites == row["Held up by"]

    @pytest.mark.parametrize("heading", sorted({row.values[0] for row in rows("From")}))
    def test_piece_by_piece(self, heading):
        (listed,) = [several for several in tables(PAGE, heading) if "From" in several[0]]
        simulation = of_section(heading)
        way = (simulation.end or simulation.answer).worst

        assert way is not None
        assert [
            (piece.since, piece.until, str(piece.kind), piece.cites, piece.working_days, piece.days)
            for piece in way.pieces
        ] == [
            (
                a_day(row["From"]),
                a_day(row["To"]),
                row["What"],
                row["By"],
                int(row["Working days"]),
                int(row["Calendar days"]),
            )
            for row in listed
        ]

    @pytest.mark.parametrize("heading", [heading for heading, _ in SECTIONS])
    def test_snags_are_those_of_the_page_and_no_others(self, heading):
        listed = [(row["Snag"], row["Step"]) for several in tables(PAGE, heading) for row in several if "Step" in row]

        assert [(str(one.kind), one.step or "–") for one in of_section(heading).snags] == listed


class TestTheShippedProcedures:
    @pytest.mark.parametrize("name", shipped_names())
    def test_are_all_walked_to_the_end(self, name):
        read = programme(name)
        simulation = simulate(read, _laws(read), ENGLAND, RECEIVED)

        assert simulation.walked
        assert not simulation.is_bounded

    def test_commisceo_has_no_date_until_somebody_completes_the_investigation(self):
        """The detailed reply counts from the end of the investigation, which has no date; the law gives 1 October."""
        read = programme("commisceo")
        answer = simulate(read, _laws(read), ENGLAND, RECEIVED).answer

        assert answer.worst is None
        assert answer.open_ended is not None
        assert answer.open_ended.held_up_by is not None
        assert answer.open_ended.held_up_by.event == "investigation_completed"
        assert answer.by_law is not None
        assert answer.by_law.on == date(2026, 10, 1)


PERIODS = st.sampled_from(("1 working day", "3 working days", "10 working days", "14 days", "2 weeks", "1 month"))


@st.composite
def procedures(draw) -> str:
    """A procedure of a few promises, some waiting for others, some for what nobody promised."""
    due = f"{draw(PERIODS)} after {{}}"
    steps = {
        "write": (due.format("received"), "acknowledged"),
        "answer": (
            f"{draw(PERIODS)} after {draw(st.sampled_from(('received', 'acknowledged', 'details_received')))}",
            "response_sent",
        ),
        "learn": (f"{draw(PERIODS)} after response_sent", "update_sent"),
    }
    kept = {name: steps[name] for name in steps if name == "answer" or draw(st.booleans())}
    lines = [f"  {name}: {{promise: P., due: {due}, met_when: {met}}}\n" for name, (due, met) in kept.items()]
    return HEAD + "steps:\n" + "".join(lines)


EXAMPLES = re.findall(r"```yaml\n(.*?)```", (RULES.parent / "language.md").read_text(encoding="utf-8"), re.DOTALL)


class TestEveryFormOfTheLanguage:
    @pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: text.splitlines()[0])
    def test_can_be_walked_told_and_drawn(self, example):
        simulation = made(example)

        assert simulation.title in as_text(simulation)
        assert ET.fromstring(as_svg(simulation)).get("role") == "img"

    def test_stays_within_its_bounds_and_says_so(self):
        simulation = simulate(EVERYTHING, [], ENGLAND, RECEIVED)

        assert simulation.is_bounded
        assert simulation.walked <= 2 * MOST_WAYS
        assert "not all there are" in as_text(simulation)

    def test_a_day_past_the_last_year_that_is_loaded_is_refused(self):
        with pytest.raises(CalendarEnds):
            made(EXAMPLES[0], ENGLAND.last - timedelta(days=1))


DAYS = st.integers(0, 300).map(lambda days: date(2026, 1, 1) + timedelta(days=days))
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class TestAnyProcedure:
    @FEW
    @given(procedures(), DAYS)
    def test_the_best_is_never_after_the_worst(self, text, day):
        answer = made(text, day).answer
        worst = answer.worst or answer.open_ended

        assert answer.best is not None
        assert worst is None or answer.best.on <= worst.on

    @FEW
    @given(procedures(), DAYS, st.integers(1, 60))
    def test_one_more_bank_holiday_never_shortens_the_worst(self, text, day, after):
        plain, closed = (
            made(text, day).answer.worst,
            made(text, day, closed_on(day + timedelta(days=after))).answer.worst,
        )

        assert (plain is None) == (closed is None)
        assert plain is None or closed is None or plain.on <= closed.on

    @FEW
    @given(procedures(), DAYS)
    def test_the_pieces_of_a_way_join_without_a_gap(self, text, day):
        answer = made(text, day).answer
        for measure in filter(None, (answer.best, answer.worst, answer.open_ended)):
            ends = [day, *(piece.until for piece in measure.pieces)]

            assert [piece.since for piece in measure.pieces] == ends[:-1]
            assert ends[-1] == measure.on

    @FEW
    @given(procedures(), DAYS)
    def test_the_same_question_has_the_same_answer(self, text, day):
        assert made(text, day) == made(text, day)
