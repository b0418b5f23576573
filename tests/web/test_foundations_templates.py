"""Are the templates sound: no name that nothing gives them, no address of ours missing, no script or style inside?"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.contrib.staticfiles import finders
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.urls import reverse
from jinja2 import meta, nodes
from jinja2.exceptions import UndefinedError

from putright import web
from putright.domain.vocabulary import DutyState
from putright.web import wording
from putright.web.components import Tag, duty_tag

TEMPLATES = Path(web.__file__).parent / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.jinja"))
# What `show`, Django and the environment give to every template.
GIVEN = {"page", "form", "problems", "shell", "notices", "request", "csrf_input", "static", "url", "drawn"}


def environment():
    engine = engines["jinja2"]
    assert isinstance(engine, Jinja2)
    return engine.env


@pytest.mark.parametrize("name", NAMES)
class TestEveryTemplate:
    def test_uses_only_names_that_it_is_given(self, name):
        parsed = environment().parse((TEMPLATES / name).read_text())
        imported = {macro for found in parsed.find_all(nodes.FromImport) for macro in found.names}
        # What stands before the blocks of a page is there in each of them.
        own = {made.name for made in parsed.body if isinstance(made, nodes.Macro)}
        sets = [made.target for made in parsed.body if isinstance(made, nodes.Assign)]
        own |= {target.name for target in sets if isinstance(target, nodes.Name)}

        assert meta.find_undeclared_variables(parsed) - GIVEN - imported - own <= {
            "caller",
            "_trans",
        }  # of translations

    def test_compiles(self, name):
        environment().get_template(name)

    def test_has_no_script_or_style_of_its_own(self, name):
        source = (TEMPLATES / name).read_text()

        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son(click|load|change|submit)=", source)
        assert "|safe" not in source.replace(" ", "")

    def test_names_addresses_and_files_that_exist(self, name):
        source = (TEMPLATES / name).read_text()

        for address in re.findall(r'url\("([\w-]+)"\)', source):
            assert reverse(address)
        for file in re.findall(r'static\("([^"]+)"\)', source):
            assert finders.find(file), file


@dataclass(frozen=True)
class APage:
    heading: str


def rendered(source: str, **context: object) -> str:
    return engines["jinja2"].from_string(source).render(context)


class TestTheEnvironment:
    def test_a_page_value_without_the_part_asked_for_is_a_mistake(self):
        with pytest.raises(UndefinedError, match="APage has no 'headng'"):
            rendered("{{ page.headng }}", page=APage("x"))

    def test_a_name_that_is_not_given_is_empty_as_the_nhs_macros_need(self):
        assert rendered("{{ nothing.of.this }}") == ""

    def test_what_a_person_typed_is_never_markup(self):
        assert rendered("{{ page.heading }}", page=APage("<b>&")) == "&lt;b&gt;&amp;"


LONDON = ZoneInfo("Europe/London")
WRITTEN = [
    ("nhs_date", date(2026, 4, 2), "2 April 2026"),
    ("nhs_date_with_weekday", date(2026, 4, 2), "Thursday 2 April 2026"),
    ("nhs_date_with_weekday", date(2026, 12, 25), "Friday 25 December 2026"),
    # Half past midnight in London, still the evening before in UTC.
    ("nhs_date", datetime(2026, 7, 1, 23, 30, tzinfo=ZoneInfo("UTC")), "2 July 2026"),
    ("nhs_time", datetime(2026, 7, 1, 16, 30, tzinfo=ZoneInfo("UTC")), "5:30pm"),
    ("nhs_time", time(9, 0), "9am"),
    ("nhs_time", time(0, 5), "12:05am"),
    ("nhs_time", time(12, 5), "12:05pm"),
    ("nhs_time", time(12, 0, 59), "midday"),
    ("nhs_time", time(0, 0), "midnight"),
    ("nhs_date_and_time", datetime(2026, 4, 2, 17, 30, tzinfo=LONDON), "2 April 2026 at 5:30pm"),
    ("file_size", 20_000_000, "20MB"),
    ("file_size", 999, "999 bytes"),
    ("file_size", 1, "1 byte"),
]


@pytest.mark.parametrize(("filter_name", "given", "words"), WRITTEN)
def test_dates_times_and_sizes_are_written_as_the_nhs_writes_them(filter_name, given, words):
    assert getattr(wording, filter_name)(given) == words
    assert rendered("{{ given | " + filter_name + " }}", given=given) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 working days"), (1, "1 working day"), (2, "2 working days"), (1200, "1,200 working days")],
)
def test_counts_agree_with_their_nouns(count, words):
    assert wording.plural(count, "working day") == words


TODAY = date(2026, 4, 9)  # a Thursday
TAGS = [
    # state              the date that binds   paused  the word
    (DutyState.OPEN,        date(2026, 4, 9),    False, "Due today"),
    (DutyState.OPEN,        date(2026, 4, 10),   False, "Due tomorrow"),
    (DutyState.OPEN,        date(2026, 4, 11),   False, "To do"),
    (DutyState.OPEN,        None,                False, "To do"),
    (DutyState.OPEN,        date(2026, 4, 8),    False, "Overdue"),
    (DutyState.OPEN,        date(2026, 4, 8),    True,  "Paused"),
    (DutyState.OVERDUE,     date(2026, 4, 8),    False, "Overdue"),
    (DutyState.MET,         date(2026, 4, 8),    False, "Done"),
    (DutyState.MET_LATE,    date(2026, 4, 8),    False, "Done late"),
    (DutyState.MISSED,      date(2026, 4, 8),    False, "Missed"),
    (DutyState.LAPSED,      date(2026, 4, 8),    False, "Lapsed"),
    (DutyState.CANCELLED,   None,                False, "No longer needed"),
    (DutyState.NOT_STARTED, None,                False, "Not started"),
]  # fmt: skip


@pytest.mark.parametrize(("state", "binding_on", "paused", "word"), TAGS)
def test_a_duty_is_tagged_by_where_it_stands(state, binding_on, paused, word):
    assert duty_tag(state, binding_on=binding_on, today=TODAY, paused=paused).text == word


def test_every_state_of_a_duty_has_a_tag():
    assert all(isinstance(duty_tag(state, binding_on=None, today=TODAY), Tag) for state in DutyState)
