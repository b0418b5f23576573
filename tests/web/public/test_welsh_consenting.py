"""Are the pages wholly in Welsh on which a patient says whether somebody may complain for them?"""

import re
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client

from putright.gateways.clock import FixedClock
from putright.web.language import IN_WELSH
from tests.casework.offices import Office, at
from tests.web.public.consenting import ASKED, a_story_for_gwen, codes_of_letter
from tests.web.public.reading_twice import ReadsTwice
from tests.web.public.test_consent import TUESDAY
from tests.web.reading import read

pytestmark = pytest.mark.django_db

# References and codes, and what was typed into a box that is shown again.
SAME = re.compile(r"^[A-Z0-9]{4}(-[A-Z0-9]{4})+$|^x+$")
NAME = {"full_name": "Gwen Example"}
# What is sent wrongly before each answer is given.
WRONGLY: tuple[dict[str, Any], ...] = ({}, {"answer": "part", **NAME}, {"answer": "part", "may_tell": ["7"], **NAME})
ANSWERS: tuple[dict[str, Any], ...] = (
    {"answer": "part", "may_tell": ["2"], "may_tell_whom": ["1"]},
    {"answer": "no"},
    {"answer": "unaware"},
)


def test_every_page_is_wholly_in_welsh_with_its_mistakes(commisceo: Office, settings: LazySettings) -> None:
    settings.PUTRIGHT_CLOCK = FixedClock(at(TUESDAY))
    reader = ReadsTwice("/consent")
    reader.get("/consent")
    for typed in ("", "AAAA-AAAA-AAAA-AAAA"):
        reader.post("/consent", {"consent_code": typed})
    for answer in ANSWERS:
        reader.post("/consent", {"consent_code": codes_of_letter(a_story_for_gwen(commisceo), TUESDAY)[0]})
        reader.get("/consent/answer")
        for wrong in WRONGLY:
            reader.post("/consent/answer", wrong)
        reader.post("/consent/answer", answer | NAME)
        reader.get("/consent/answer")
        if answer["answer"] == "part":
            reader.post("/consent/answer", answer | NAME)
            reader.get("/consent/take-back")
            reader.post("/consent/take-back", {"words": "x" * 4_001})
            reader.post("/consent/take-back", {"words": ""}, follow=True)
        reader.post("/consent/end", follow=True)

    assert sorted({text for _, text in reader.left if not SAME.search(text)}) == []
    assert reader.read == {name for name in IN_WELSH if name.startswith("consent")}


def test_what_staff_wrote_and_names_say_that_they_are_in_english(
    client: Client, commisceo: Office, settings: LazySettings
) -> None:
    settings.PUTRIGHT_CLOCK = FixedClock(at(TUESDAY))
    client.get("/language/cy")
    client.post("/consent", {"consent_code": codes_of_letter(a_story_for_gwen(commisceo), TUESDAY)[0]})
    page = read(client.get("/consent/answer"))

    said = page.texts("//main//*[@lang='en-GB']")
    assert page.headings[0].endswith("A gaiff Pat Example gwyno ar eich rhan?")
    # Once where it is told what would be shared, once at the box that agrees to it alone.
    assert [said.count(line) for line in (*ASKED["information"], *ASKED["shared_with"][1:])] == [2, 2, 2]
    assert ASKED["about"] in said


def test_the_answer_is_thanked_for_in_welsh_with_the_day(
    client: Client, commisceo: Office, settings: LazySettings
) -> None:
    settings.PUTRIGHT_CLOCK = FixedClock(at(TUESDAY))
    client.get("/language/cy")
    client.post("/consent", {"consent_code": codes_of_letter(a_story_for_gwen(commisceo), TUESDAY)[0]})
    page = read(client.post("/consent/answer", {"answer": "whole", **NAME}, follow=True))

    assert "Mae eich ateb gennym. Diolch." in page.main
    assert "Cytunoch y caiff Pat Example gwyno ar eich rhan. Y diwrnod oedd dydd Mawrth 7 Ebrill 2026." in page.main
