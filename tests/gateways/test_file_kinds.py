"""Is a file known by what is in it, whatever its name says, and is what could do harm of no kind?"""

import struct
import zipfile
from io import BytesIO

import pytest

from putright.gateways.file_kinds import (
    EVERY_ENDING,
    HEIC,
    JPEG,
    KINDS_IN_WORDS,
    LONGEST_NAME,
    OFFERED,
    OLD_WORD,
    OPEN_DOCUMENT,
    PDF,
    PNG,
    TEXT,
    WORD,
    Unfit,
    UnfitFile,
    clean_name,
    examine,
)
from tests.gateways.test_pdf_lock import locked
from tests.sample_files import PDF as A_PDF
from tests.sample_files import a_docx, a_heic, a_jpeg, a_png, an_archive, an_odt

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CALENDAR = b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n" * 9 + b"END:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("letter.pdf", A_PDF, PDF),
        ("LETTER.PDF", A_PDF, PDF),
        ("photo.png", a_png(), PNG),
        ("photo.jpeg", a_jpeg(), JPEG),
        ("IMG_0042.HEIC", a_heic(), HEIC),
        ("photo.heif", a_heic(), HEIC),
        ("old.doc", OLD + b"...", OLD_WORD),
        ("note.txt", "Café, 5 o’clock\r\n".encode(), TEXT),
        ("note.txt", "Caf\xe9".encode("cp1252"), TEXT),
        ("letter.docx", a_docx(), WORD),
        ("letter.odt", an_odt(), OPEN_DOCUMENT),
        ("chart.docx", a_docx(word__embeddings__Sheet_xlsx=an_archive(xl__workbook_xml=b"<x/>")), WORD),
        ("long.docx", a_docx(word__styles_xml=b"<style/>" * 200_000), WORD),
    ],
)
def test_a_file_whose_name_and_content_agree_is_of_its_kind(name, content, kind):
    assert examine(name, content) == kind


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("letter.pdf", b"MZ\x90\x00 a program"),
        ("letter.pdf", a_png()),
        ("letter.pdf", b"<html><script>alert(1)</script>"),
        ("letter.pdf.exe", A_PDF),
        ("page.html", b"<html>"),
        ("picture.svg", b"<svg onload='alert(1)'/>"),
        ("invitation.ics", CALENDAR),
        ("papers.zip", an_archive(letter_pdf=A_PDF)),
        ("letter.docx", b"PK\x03\x04 broken"),
        ("letter.docx", an_archive(readme_txt=b"nothing")),
        ("sheet.docx", an_archive(xl__workbook_xml=b"<x/>")),
        ("note.txt", b"\x00\x01\x02"),
        ("no-ending", A_PDF),
        ("photo.png", a_png(0, 0)),
        ("photo.png", b"\x89PNG\r\n\x1a\n and no more"),
        ("photo.jpg", b"\xff\xd8\xff\xe0 a photo"),
        ("photo.jpg", b"\xff\xd8\xff"),
        ("photo.heic", b"\0\0\0\x18ftypheic\0\0\0\0"),
        ("film.heic", b"\0\0\0\x18ftypisom\0\0\0\0"),
    ],
)
def test_a_file_that_pretends_or_is_broken_is_not_what_its_name_says(name, content):
    assert why_not(name, content) is Unfit.NOT_AS_NAMED


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("letter.docm", a_docx(word__vbaProject_bin=b"x"), Unfit.PROGRAM),
        ("letter.docx", a_docx(word__vbaProject_bin=b"x"), Unfit.PROGRAM),
        ("letter.odt", an_odt(Basic__Standard__script_xml=b"x"), Unfit.PROGRAM),
        ("letter.docx", a_docx(word__setup_exe=b"MZ"), Unfit.PROGRAM),
        ("old.doc", OLD + "_VBA_PROJECT".encode("utf-16-le"), Unfit.PROGRAM),
        ("letter.docx", a_docx(word__more_bin=an_archive(letter_pdf=A_PDF)), Unfit.ARCHIVE),
        ("letter.docx", a_docx(word__more_png=b"7z\xbc\xaf\x27\x1c..."), Unfit.ARCHIVE),
        ("letter.odt", an_odt(Pictures__one_gz=b"\x1f\x8b\x08..."), Unfit.ARCHIVE),
        ("letter.docx", a_docx(word__big_xml=b"0" * 50_000_000), Unfit.OPENS_OUT),
        ("photo.png", a_png(30_000, 30_000), Unfit.PIXELS),
        ("photo.jpg", a_jpeg(65_535, 65_535), Unfit.PIXELS),
        ("photo.heic", a_heic(60_000, 60_000), Unfit.PIXELS),
    ],
)
def test_a_file_that_could_do_harm_is_refused_and_says_which(name, content, why):
    assert why_not(name, content) is why


def test_an_archive_of_very_many_files_is_refused_without_being_opened():
    content = a_docx(**{f"word__{number}": b"" for number in range(5_001)})

    assert why_not("letter.docx", content) is Unfit.OPENS_OUT


def test_an_archive_that_lies_about_the_size_of_what_is_inside_is_refused():
    content = bytearray(a_docx(word__big_xml=b"0" * 1_000_000))
    at = content.find(b"PK\x01\x02", content.find(b"PK\x01\x02") + 1)
    struct.pack_into("<I", content, at + 24, 5)

    assert why_not("letter.docx", bytes(content)) is Unfit.NOT_AS_NAMED


def test_a_document_whose_inside_is_locked_is_refused():
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", b"<w/>")
    content = bytearray(made.getvalue())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(mark) + place] |= 1

    assert why_not("letter.docx", bytes(content)) is Unfit.LOCKED


def test_a_word_document_that_needs_a_password_says_so_whatever_it_is_called():
    content = OLD + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")

    assert why_not("letter.docx", content) is why_not("letter.doc", content) is Unfit.LOCKED


def test_a_pdf_that_needs_a_password_says_so_and_one_that_opens_for_everybody_is_taken():
    assert why_not("letter.pdf", locked(6, user="open sesame")) is Unfit.LOCKED
    assert examine("letter.pdf", locked(6, user="")) == PDF


@pytest.mark.parametrize(
    "content",
    [
        A_PDF + an_archive(setup_exe=b"MZ"),  # two kinds in one: opened as what it begins as, and never in the page
        A_PDF + b"<html><script>alert(1)</script>",
        b"\xff\xd8\xff" + an_archive(word__document_xml=b"<w/>"),
        a_png() + b"MZ\x90\0",
    ],
)
def test_one_that_is_two_kinds_at_once_is_the_kind_that_it_begins_as_or_none(content):
    ending = {b"%PDF": ".pdf", b"\x89PNG": ".png"}.get(content[:4], ".jpg")

    with pytest.raises(UnfitFile):
        examine(f"letter{'.html' if ending == '.pdf' else '.docx'}", content)
    if ending != ".jpg":
        assert examine(f"letter{ending}", content) in (PDF, PNG)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("letter.pdf.exe", A_PDF),
        ("letter.exe.pdf", b"MZ\x90\0"),
        ("page.svg.png", b"<svg onload='alert(1)'/>"),
        ("page.html.txt.html", b"words"),
    ],
)
def test_of_two_endings_the_last_must_fit_the_content(name, content):
    assert why_not(name, content) is Unfit.NOT_AS_NAMED


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("letter.pdf", "letter.pdf"),
        ("My  letter .PDF", "My letter .PDF"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\Ida\\letter.pdf", "letter.pdf"),
        ("let\nter\r\nX-Header: 1.pdf", "letterX-Header: 1.pdf"),
        ("fdp.\u202eletter.pdf", "fdp.letter.pdf"),
        ("zero\u200bwidth.pdf", "zerowidth.pdf"),
        ("Llythyr Siân.pdf", "Llythyr Siân.pdf"),
        ("Llythyr Sia\u0302n.pdf", "Llythyr Siân.pdf"),
        (".pdf", "file.pdf"),
        ("...pdf", "file.pdf"),
    ],
)
def test_a_name_is_one_plain_line_without_folders(name, cleaned):
    assert clean_name(name, PDF) == cleaned


def test_a_long_name_keeps_its_ending():
    cleaned = clean_name("x" * 300 + ".pdf", PDF)

    assert len(cleaned) == LONGEST_NAME
    assert cleaned.endswith("x.pdf")


def test_heic_is_taken_and_not_offered():
    assert set(EVERY_ENDING) - set(OFFERED) == {".heic", ".heif"}
    assert "HEIC" in KINDS_IN_WORDS


def why_not(name, content):
    """Why a file is not kept."""
    with pytest.raises(UnfitFile) as refused:
        examine(name, content)
    return refused.value.why
