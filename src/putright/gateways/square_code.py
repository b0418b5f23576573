"""How does a text become the square picture that a telephone reads? As an SVG drawing, made here."""

import io

import segno


def square_code(text: str, *, title: str) -> str:
    """Return an SVG with the modules of the QR code, dark on white, and its title for those who do not see it."""
    out = io.BytesIO()
    segno.make(text, micro=False, error="m").save(
        out,
        kind="svg",
        scale=1,
        border=4,
        dark="#000",
        light="#fff",
        xmldecl=False,
        svgclass="app-square-code",
        lineclass=None,
        omitsize=True,
        title=title,
        nl=False,
    )
    return out.getvalue().decode()
