"""How do tests come by a letter that asks a patient for consent, and by what is printed in it?"""

import re
from datetime import date
from typing import Any

from putright.casework.actions.request_consent import request_consent
from putright.casework.said import PersonSaid
from putright.domain.standing import Basis
from tests.casework.offices import Office, Story, a_story
from tests.letters.reading import all_text, opened

GWEN = PersonSaid(name="Gwen Example", address=("3 Sample Road",), born_on=date(1958, 5, 1))
ASKED: dict[str, Any] = {
    "about": "How long you waited on 16 March.",
    "information": ("what your notes say about that day", "your blood tests"),
    "shared_with": ("Pat Example", "Example Hospital"),
}
_CODE = r"([0-9A-Z]{4}(?:-[0-9A-Z]{4}){%d})"


def a_story_for_gwen(office: Office) -> Story:
    """A complaint that Pat makes for Gwen, at her wish."""
    return a_story(office, basis=Basis.REQUESTED, patient=GWEN)


def codes_of_letter(story: Story, on: date, **said: Any) -> tuple[str, str]:
    """Ask Gwen, and return the code for the web and that of the form, as her letter prints them."""
    done = story.does(request_consent, "mo", on, **{**ASKED, **said})
    kept = story.case.documents.get(number=done.letter).file_id
    assert kept is not None
    pdf = story.office.means.files.read(kept)
    printed = " ".join(all_text(opened(pdf)).split())
    web = re.search(r"Your code: " + _CODE % 3, printed)
    form = re.search(r"The code of this form: " + _CODE % 2, printed)
    assert web is not None
    assert form is not None
    return web[1], form[1]
