"""Is what is taken out of a page of a PDF gone from its picture, and is everything else still there?"""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import typst
from PIL import Image

from putright.gateways.pdf_pages import CannotBeOpened, draw, words_of

PAGES = """#set page(width: 100mm, height: 100mm, margin: 10mm)
#set text(font: "Liberation Sans", size: 12pt)
In bed four was Sam \\ Ample. Mo came late.
#pagebreak()
#set page(width: 100mm, height: 50mm)
Nothing about anybody."""


def pdf(source: str = PAGES) -> bytes:
    made = typst.compile(source.encode(), format="pdf")
    assert isinstance(made, bytes)
    return made


def black(picture: Path) -> int:
    """How many dots of a picture are quite black."""
    with Image.open(picture) as image:
        return sum(count for count, colour in image.getcolors(1 << 24) or [] if colour == (0, 0, 0))


def test_the_words_of_each_page_are_told() -> None:
    first, second = words_of(pdf())

    assert " ".join(first.split()) == "In bed four was Sam Ample. Mo came late."
    assert second.strip() == "Nothing about anybody."


def test_words_are_black_on_the_picture_over_the_end_of_a_line(tmp_path: Path) -> None:
    sought = ["Sam Ample", "nobody of that name"]
    plain = draw(tmp_path, pdf(), name="plain", leave_out=[2], sought=[], bands={})
    told = draw(tmp_path, pdf(), name="out", leave_out=[2], sought=sought, bands={})

    assert [page.found for page in plain] == [(), ()]
    assert [page.found for page in told] == [(0,), ()]
    # Two boxes: of three letters and of five, some 2 mm each and more than 4 mm high, at 5.9 dots to the millimetre.
    assert black(tmp_path / "out-1.png") - black(tmp_path / "plain-1.png") > 3_000
    # What stands after it in the second line is as it was.
    with Image.open(tmp_path / "out-1.png") as out, Image.open(tmp_path / "plain-1.png") as before:
        part = (out.width * 30 // 100, out.height * 16 // 100, out.width * 60 // 100, out.height * 22 // 100)
        assert out.crop(part).tobytes() == before.crop(part).tobytes()


def test_a_band_is_black_from_side_to_side(tmp_path: Path) -> None:
    draw(tmp_path, pdf(), name="out", leave_out=[1], sought=[], bands={2: [(20, 70)]})

    with Image.open(tmp_path / "out-2.png") as image:
        width, height = image.size
        band = image.crop((0, height * 20 // 100, width, height * 70 // 100))
        assert band.getcolors() == [(band.width * band.height, (0, 0, 0))]
        assert image.getpixel((3, 3)) == (255, 255, 255)


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_is_turned_or_cut_is_black_where_its_words_are(tmp_path: Path, turned: int) -> None:
    with pikepdf.open(BytesIO(pdf())) as opened:
        page = opened.pages[0]
        page.Rotate = turned
        page.CropBox = pikepdf.Array([20, 20, 270, 270])
        kept = BytesIO()
        opened.save(kept)

    draw(tmp_path, kept.getvalue(), name="plain", leave_out=[2], sought=[], bands={})
    draw(tmp_path, kept.getvalue(), name="all", leave_out=[2], sought=["In bed four", "Mo came"], bands={})
    draw(
        tmp_path,
        kept.getvalue(),
        name="out",
        leave_out=[2],
        sought=["In bed four was Sam", "Ample. Mo came late."],
        bands={},
    )

    # With every word sought, nothing is left of any but black boxes: no dot is grey, as the edges of letters are.
    with Image.open(tmp_path / "out-1.png") as image:
        assert {colour for _, colour in image.getcolors(1 << 24) or []} == {(0, 0, 0), (255, 255, 255)}
    assert black(tmp_path / "plain-1.png") < black(tmp_path / "all-1.png") < black(tmp_path / "out-1.png")


def test_only_the_pages_asked_for_are_drawn_and_the_pictures_say_nothing_of_themselves(tmp_path: Path) -> None:
    draw(tmp_path, pdf(), name="some", leave_out=[1], sought=[], bands={})
    draw(tmp_path, pdf(), name="every", leave_out=[], sought=[], bands={})

    assert sorted(each.name for each in tmp_path.iterdir()) == ["every-1.png", "every-2.png", "some-2.png"]
    with Image.open(tmp_path / "some-2.png") as image:
        assert (image.info, image.size) == ({}, (591, 296))  # 100 and 50 mm at 150 dots to an inch


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\nnothing", b"\x89PNG"])
def test_what_cannot_be_opened_is_said(content: bytes) -> None:
    with pytest.raises(CannotBeOpened):
        words_of(content)


def test_a_file_that_is_too_long_is_not_opened() -> None:
    with pytest.raises(CannotBeOpened):
        words_of(pdf("#for _ in range(201) [#pagebreak(weak: false) a]"))
