"""Is a file known by what is in it, whatever its name says?"""

import zipfile
from io import BytesIO

import pytest

from putright.gateways.file_kinds import JPEG, OLD_WORD, OPEN_DOCUMENT, PDF, PNG, TEXT, WORD, kind_of


def an_archive(**files: bytes) -> bytes:
    """A zip file; a double underscore in a name stands for a slash, a single one for a dot."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return made.getvalue()


DOCX = an_archive(word__document_xml=b"<w/>")
ODT = an_archive(mimetype=OPEN_DOCUMENT.encode(), content_xml=b"<o/>")
WITH_MACROS = an_archive(word__document_xml=b"<w/>", word__vbaProject_bin=b"x")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("letter.pdf", b"%PDF-1.7 ...", PDF),
        ("LETTER.PDF", b"%PDF-1.7 ...", PDF),
        ("photo.png", b"\x89PNG\r\n\x1a\n...", PNG),
        ("photo.jpeg", b"\xff\xd8\xff\xe0...", JPEG),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", OLD_WORD),
        ("note.txt", "Café, 5 o’clock\r\n".encode(), TEXT),
        ("letter.docx", DOCX, WORD),
        ("letter.odt", ODT, OPEN_DOCUMENT),
    ],
)
def test_a_file_whose_name_and_content_agree_is_of_its_kind(name, content, kind):
    assert kind_of(name, content) == kind


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("letter.pdf", b"MZ\x90\x00 a program"),
        ("letter.pdf", b"\x89PNG\r\n\x1a\n..."),
        ("letter.pdf", b"<html><script>alert(1)</script>"),
        ("page.html", b"<html>"),
        ("picture.svg", b"<svg onload='alert(1)'/>"),
        ("letter.docm", WITH_MACROS),
        ("letter.docx", WITH_MACROS),
        ("letter.docx", b"PK\x03\x04 broken"),
        ("letter.docx", an_archive(readme_txt=b"nothing")),
        ("note.txt", b"\x00\x01\x02"),
        ("no-ending", b"%PDF-1.7"),
    ],
)
def test_a_file_that_pretends_or_carries_a_program_is_of_no_kind(name, content):
    assert kind_of(name, content) is None
