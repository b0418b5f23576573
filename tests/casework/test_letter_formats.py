"""Does whoever needs large print get every letter in it, and nobody else?"""

from io import BytesIO

import pikepdf
import pytest

from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.request_statement import request_statement
from putright.casework.means import Means
from putright.casework.said import PersonSaid
from putright.domain.adjustments import Adjustment, Need
from putright.records.models import Document
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story

STANDARD, LARGE = 12.0, 18.0


def most_used_size(content: bytes) -> float:
    """The size in which most of the words of a PDF are set, in points."""
    sizes: dict[float, int] = {}
    with pikepdf.open(BytesIO(content)) as pdf:
        size = 0.0
        for page in pdf.pages:
            for instruction in pikepdf.parse_content_stream(page):
                name = str(instruction.operator)
                if name == "Tf" and isinstance(instruction, pikepdf.ContentStreamInstruction):
                    size = round(float(instruction.operands[1]), 1)
                elif name in ("Tj", "TJ"):
                    sizes[size] = sizes.get(size, 0) + 1
    return max(sizes, key=lambda each: sizes[each])


def letter_of(story: Story, means: Means) -> bytes:
    paper = Document.objects.filter(case=story.case, kind="letter").last()
    assert paper is not None
    assert paper.stored_as is not None
    return means.files.read(paper.stored_as)


@pytest.mark.parametrize(("needs", "size"), [((), STANDARD), ((Need(adjustment=Adjustment.LARGE_PRINT),), LARGE)])
def test_a_letter_is_as_large_as_its_reader_needs(commisceo: Office, needs: tuple[Need, ...], size: float) -> None:
    pat = PersonSaid(name="Pat Example", address=("2 Sample Road",), adjustments=needs)
    story = a_story(commisceo, complainant=pat)
    story.does(acknowledge, "mo", MAUNDY_THURSDAY)

    assert most_used_size(letter_of(story, commisceo.means)) == size


def test_a_letter_to_staff_is_not_large_because_the_person_needs_it(commisceo: Office) -> None:
    needs = (Need(adjustment=Adjustment.LARGE_PRINT),)
    story = a_story(
        commisceo, complainant=PersonSaid(name="Pat Example", address=("2 Sample Road",), adjustments=needs)
    )
    said = {"person": commisceo.people["sam"], "about": "A talk", "questions": ("What?",)}
    story.does(request_statement, "mo", MAUNDY_THURSDAY, **said)

    assert most_used_size(letter_of(story, commisceo.means)) == STANDARD
