"""Does the drawing show every dark square of the code, and no other?"""

import re

import segno
from hypothesis import given
from hypothesis import strategies as st

from putright.gateways.square_code import QUIET, square_code


@given(st.text(min_size=1, max_size=120))
def test_the_path_fills_the_dark_squares(text: str) -> None:
    code = square_code(text)
    rows = [list(row) for row in segno.make(text, micro=False, error="m").matrix]
    drawn = {
        (int(x) + step, int(y))
        for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", code.path)
        for step in range(int(width))
    }

    assert code.side == len(rows) + 2 * QUIET
    assert drawn == {(x + QUIET, y + QUIET) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark}
    assert re.fullmatch(r"(M\d+ \d+h\d+v1h-\d+z)+", code.path)
