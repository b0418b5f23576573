"""Is the page of a complaint wholly in Welsh, with all that its person does there, and does data say what it is?"""

import re
from pathlib import Path

import pytest
from django.conf import LazySettings

from putright.web.following_acts import LINES
from putright.web.language import IN_WELSH
from tests.casework.offices import Office
from tests.jobs.working import MAIL
from tests.web.public.every_page import following_pages
from tests.web.public.reading_twice import ReadsTwice

TEMPLATES = Path(__file__).resolve().parents[3] / "src/putright/web/templates"
SHOWN = (
    *TEMPLATES.glob("following*.jinja"),
    *TEMPLATES.glob("components/following_*.jinja"),
    *(
        TEMPLATES / f"components/{name}.jinja"
        for name in ("contact", "meeting_words", "notices", "promise", "timeline")
    ),
)
HERE = "/following"
# Names and references are the same everywhere, and so is what was typed into a box that is shown again.
OF_THE_STORY = re.compile(r"^Nia Example$|^Who decided it\?$|^plan\.pdf$|^[A-Z0-9]{4}-[A-Z0-9]{4}$")
_OUT = re.compile(
    r"{#.*?#}|{% trans\b.*?{% endtrans %}|{%.*?%}|{{.*?}}|<[^>]*>",
    re.DOTALL,
)
_SAID = re.compile(r'(?<!_\()"[A-Z][a-z]+[^"{}]* [^"{}]*"')


@pytest.mark.django_db
def test_every_page_of_a_complaint_is_wholly_in_welsh(commisceo: Office, settings: LazySettings) -> None:
    reader = ReadsTwice(HERE)
    settings.PUTRIGHT_MAIL = MAIL
    for _page in following_pages(reader, commisceo, settings):
        pass

    assert [found for found in reader.left if not OF_THE_STORY.search(found[1])] == []
    assert {name for name in IN_WELSH if name.startswith("following")} - reader.read == set()


@pytest.mark.parametrize("template", SHOWN, ids=lambda template: template.stem)
def test_no_words_stand_unmarked_in_a_template(template: Path) -> None:
    source = template.read_text()
    plain = " ".join(_OUT.sub(" ", source).split())
    said = [found for found in _SAID.findall(re.sub(r"<[^>{]*>", "", source)) if "jinja" not in found]

    assert (re.findall(r"[A-Za-z]{2}[^{}<]*", plain), said) == ([], [])


def test_each_thing_that_the_person_can_do_is_in_welsh() -> None:
    assert {line.address for line in LINES.values()} - IN_WELSH <= {"following-stop-email"}
