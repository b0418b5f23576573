"""Are the vendored files what `tests/web/vendor/refresh.py` made of the published ones, and nothing else?"""

import re

import pytest

from tests.web.vendor.refresh import HERE, NHSUK, altered_css, altered_js, checksums

FOLDERS = [(NHSUK, {"VENDORED.md", "SHA256SUMS"}), (HERE, {"SHA256SUMS", "README.md", "refresh.py"})]


@pytest.mark.parametrize(("folder", "ours"), FOLDERS)
def test_every_vendored_file_has_the_checksum_that_was_kept(folder, ours):
    there = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in ours and "__pycache__" not in path.parts
    }

    assert checksums(there) == (folder / "SHA256SUMS").read_text()


def test_the_stylesheet_loads_nothing_that_is_not_beside_it():
    css = next(NHSUK.glob("*.css")).read_text()
    loaded = {address for address in re.findall(r"url\(([^)]+)\)", css) if not address.startswith("data:")}

    assert "@font-face" not in css
    assert loaded
    assert all((NHSUK / address).is_file() for address in loaded)
    assert "sourceMappingURL" not in css


def test_no_picture_is_the_logo_of_the_nhs():
    assert [
        path.name for path in NHSUK.rglob("*") if re.search(r"favicon|icon-\d|mask|opengraph|logo", path.name)
    ] == []


def test_a_stylesheet_is_altered_as_the_note_says():
    published = (
        "@font-face{font-family:F;src:url(https://x)}a{b:url(/assets/images/c.svg)}\n/*# sourceMappingURL=d.map */\n"
    )

    assert altered_css(published) == "a{b:url(images/c.svg)}\n"


def test_a_script_that_has_changed_is_looked_at_again_by_a_person():
    with pytest.raises(ValueError, match="look again"):
        altered_js("nothing of the kind")
