"""How does a square code look that the camera of a telephone reads?"""

from io import BytesIO

import segno

QUIET = 4  # empty squares round it, without which it cannot be read


def svg_of(text: str) -> str:
    """The QR code of a text as SVG, black on white, with the quiet edge that its readers need."""
    out = BytesIO()
    segno.make(text, micro=False, error="m").save(
        out, kind="svg", border=QUIET, light="white", xmldecl=False, svgns=True, nl=False
    )
    return out.getvalue().decode("utf-8")
