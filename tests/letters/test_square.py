"""Is a square code drawn as it is read, and does it stand in the letter beside the same address in words?"""

import re
from xml.etree import ElementTree

import segno

from putright.letters.composition import compose
from putright.letters.html import as_html
from putright.letters.pdf import PrintSize, as_pdf
from putright.letters.square import QUIET, svg_of
from tests.letters.builders import a_consent_request
from tests.letters.reading import all_text, opened

LINK = "https://complaints.example.nhs.uk/consent/code/K7QM-2X4P-9TBD-H3VN"


def test_it_has_every_dark_square_and_the_quiet_edge() -> None:
    svg = ElementTree.fromstring(svg_of(LINK))
    side = len(segno.make(LINK, micro=False, error="m").matrix) + 2 * QUIET
    dark = sum(map(sum, segno.make(LINK, micro=False, error="m").matrix))
    (path,) = (each for each in svg.iter() if each.get("stroke"))
    drawn = sum(int(width) for width in re.findall(r"h(\d+)", path.get("d", "")))

    assert (svg.get("width"), svg.get("height"), drawn) == (str(side), str(side), dark)


def test_a_letter_with_one_goes_on_as_few_pages_and_says_what_it_is() -> None:
    letter = compose("consent-request", a_consent_request())

    for size in PrintSize:
        pdf = opened(as_pdf(letter, size=size))
        assert "K7QM-2X4P-9TBD-H3VN" in all_text(pdf)
    assert len(opened(as_pdf(letter)).pages) == 3
    assert "A square code that a telephone’s camera reads" in as_html(letter)
