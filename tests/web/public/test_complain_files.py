"""Do the files of a complaint survive a mistake elsewhere, can they be taken off, and is a virus never kept?"""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from putright.casework.form_files import KEPT_FOR, MOST_ON_A_FORM
from putright.gateways.clock import FixedClock
from putright.gateways.virus_scan import Clamd, Obstacle
from putright.records.models import Case, Document, FormFile, StoredFile
from tests import clamav
from tests.gateways.test_file_store import no_room_for
from tests.gateways.test_pdf_lock import locked
from tests.sample_files import EICAR, PDF, a_docx, a_heic, a_jpeg, a_png
from tests.scanners import ToldScanner
from tests.web.public.telling import a_telling, tell_all
from tests.web.reading import read

CHECK = "/complain/check"
WRONG = b"MZ\x90\x00 a program"


@pytest.fixture
def scanner(day):
    """A scanner, to be told what to answer."""
    told = ToldScanner()
    day.PUTRIGHT_SCANNER, day.PUTRIGHT_TAKES_UNSCANNED = told, False
    return told


@pytest.fixture
def filled_in(client, commisceo):
    """Somebody who has answered every question."""
    tell_all(client, a_telling())
    return client


def a_file(name="letter.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def kept_on(client):
    """The names of the files on the form, as the page shows them."""
    return [text.split(" ")[0] for text in read(client.get(CHECK)).texts("//li[@class='app-files__file']/div[1]")]


class TestAFileThatWasChosen:
    def test_is_added_without_sending(self, filled_in, scanner):
        response = filled_in.post(CHECK, {"add": "1", "file_1": a_file()})

        assert response.headers["Location"] == f"{CHECK}#files"
        assert kept_on(filled_in) == ["letter.pdf"]
        assert not Case.objects.exists()

    def test_survives_a_mistake_at_another(self, filled_in, scanner):
        response = filled_in.post(CHECK, {"file_1": a_file(), "file_2": a_file("wrong.pdf", WRONG)})
        page = read(response)

        assert response.status_code == 422
        assert [problem[1] for problem in page.problems] == ["#file_2"]
        assert "letter.pdf" in page.main
        assert filled_in.post(CHECK).headers["Location"] == "/complain/sent"
        assert [paper.title for paper in Document.objects.filter(kind="attachment")] == ["letter.pdf"]

    def test_survives_an_answer_that_is_changed(self, filled_in, scanner):
        filled_in.post(CHECK, {"add": "1", "file_1": a_file()})
        filled_in.post("/complain/wanted", {"wanted": "Something else.", "changing": "1"})

        assert kept_on(filled_in) == ["letter.pdf"]

    def test_goes_with_the_complaint_and_is_then_kept_there_alone(self, filled_in, scanner, commisceo):
        filled_in.post(CHECK, {"add": "1", "file_1": a_file(), "file_2": a_file("photo.png", a_png())})
        filled_in.post(CHECK)

        assert [paper.title for paper in Document.objects.filter(kind="attachment")] == ["letter.pdf", "photo.png"]
        assert not FormFile.objects.exists()
        assert StoredFile.objects.count() == 2

    def test_can_be_taken_off(self, filled_in, scanner, commisceo):
        filled_in.post(CHECK, {"add": "1", "file_1": a_file(), "file_2": a_file("photo.png", a_png())})

        filled_in.post(CHECK, {"remove": "1"})

        assert kept_on(filled_in) == ["photo.png"]
        assert StoredFile.objects.count() == len(list(commisceo.means.files.names())) == 1

    @pytest.mark.parametrize("number", ["", "x", "-1", "²", "99", "9" * 400])
    def test_is_not_taken_off_by_a_number_that_is_none(self, filled_in, scanner, number):
        filled_in.post(CHECK, {"add": "1", "file_1": a_file()})

        assert filled_in.post(CHECK, {"remove": number}).status_code == 302
        assert kept_on(filled_in) == ["letter.pdf"]

    def test_chosen_twice_is_kept_once(self, filled_in, scanner):
        for _ in range(2):
            filled_in.post(CHECK, {"add": "1", "file_1": a_file()})

        assert kept_on(filled_in) == ["letter.pdf"]

    def test_is_one_of_three_at_most(self, filled_in, scanner):
        for number in range(MOST_ON_A_FORM):
            filled_in.post(CHECK, {"add": "1", "file_1": a_file(f"{number}.pdf", PDF + str(number).encode())})
        page = read(filled_in.get(CHECK))
        assert page.texts("//input[@type='file']") == []

        response = filled_in.post(CHECK, {"add": "1", "file_1": a_file("more.pdf", PDF + b"more")})

        assert read(response).problems == [("Up to 3 files can come with a complaint. Remove one of them", "#file_1")]
        assert len(kept_on(filled_in)) == MOST_ON_A_FORM

    def test_belongs_to_nobody_else(self, filled_in, scanner, django_user_model):
        filled_in.post(CHECK, {"add": "1", "file_1": a_file()})
        other = filled_in.__class__()
        tell_all(other, a_telling())

        assert kept_on(other) == []
        other.post(CHECK, {"remove": "1"})
        assert kept_on(filled_in) == ["letter.pdf"]

    def test_is_swept_away_after_a_day(self, filled_in, scanner, day, commisceo, client):
        filled_in.post(CHECK, {"add": "1", "file_1": a_file()})

        day.PUTRIGHT_CLOCK = FixedClock(day.PUTRIGHT_CLOCK.now() + KEPT_FOR + timedelta(minutes=1))
        other = client.__class__()
        tell_all(other, a_telling())
        other.post(CHECK, {"add": "1", "file_1": a_file("other.png", a_png())})

        assert [row.name for row in FormFile.objects.all()] == ["other.png"]
        assert len(list(commisceo.means.files.names())) == 1

    def test_must_have_been_chosen_to_be_added(self, filled_in, scanner):
        response = filled_in.post(CHECK, {"add": "1"})

        assert read(response).problems == [("Choose a file to add", "#file_1")]

    def test_has_a_name_of_one_plain_line(self, filled_in, scanner):
        filled_in.post(CHECK, {"add": "1", "file_1": a_file("fdp.\u202eletter.pdf")})

        assert FormFile.objects.get().name == "fdp.letter.pdf"

    def test_has_no_name_on_the_disk_or_in_the_log(self, filled_in, scanner, commisceo, caplog):
        filled_in.post(CHECK, {"add": "1", "file_1": a_file("Gwendolen.pdf"), "file_2": a_file("Ida.pdf", WRONG)})

        assert "Gwendolen" not in caplog.text
        assert "Ida" not in caplog.text
        assert all("Gwendolen" not in name for name in commisceo.means.files.names())


class TestAVirus:
    def test_is_told_and_the_rest_is_kept(self, filled_in, scanner, commisceo):
        response = filled_in.post(
            CHECK, {"file_1": a_file(content=PDF + EICAR), "file_2": a_file("photo.png", a_png())}
        )
        page = read(response)

        assert response.status_code == 422
        assert page.problems[0][0].startswith("A virus was found in the selected file, so it was not kept.")
        assert kept_on(filled_in) == ["photo.png"]
        assert len(list(commisceo.means.files.names())) == 1

    def test_found_after_the_file_was_chosen_is_told_before_it_is_sent(self, filled_in, scanner):
        filled_in.post(CHECK, {"add": "1", "file_1": a_file()})
        StoredFile.objects.update(scan="virus-found", virus="Late")

        response = filled_in.post(CHECK)

        assert read(response).problems[0][0].startswith("A virus was found in one of your files. Remove that file")
        assert not Case.objects.exists()

    @pytest.mark.parametrize("obstacle", Obstacle)
    def test_that_could_not_be_looked_for_holds_nobody_up(self, filled_in, scanner, obstacle):
        scanner.obstacle = obstacle
        filled_in.post(CHECK, {"add": "1", "file_1": a_file()})

        assert "It will be checked for viruses later" in read(filled_in.get(CHECK)).main
        assert filled_in.post(CHECK).headers["Location"] == "/complain/sent"
        assert StoredFile.objects.get(documents__kind="attachment").scan == "held-up"


class TestThePage:
    def test_says_that_files_are_checked_only_where_they_are(self, filled_in, day):
        assert "We check them for viruses." not in read(filled_in.get(CHECK)).main

        day.PUTRIGHT_SCANNER = ToldScanner()
        assert "We check them for viruses." in read(filled_in.get(CHECK)).main


class TestWhereNoFilesAreTaken:
    def test_the_page_says_so_and_asks_for_none(self, filled_in, day):
        day.PUTRIGHT_TAKES_UNSCANNED = False
        page = read(filled_in.get(CHECK))

        assert "We cannot take files here at present." in page.main
        assert page.texts("//input[@type='file']") == []
        assert filled_in.post(CHECK).headers["Location"] == "/complain/sent"

    def test_one_that_is_sent_all_the_same_is_refused_in_words(self, filled_in, day):
        day.PUTRIGHT_TAKES_UNSCANNED = False
        response = filled_in.post(CHECK, {"file_1": a_file()})

        assert response.status_code == 422
        assert "cannot be checked for viruses" in read(response).problems[0][0]


class TestAPhotograph:
    def test_is_kept_as_it_was_sent_with_where_and_when_it_was_taken_and_people_are_told(self, filled_in, commisceo):
        photo = a_jpeg(4, 3) + b"GPS 51.5N 0.1W"

        page = read(filled_in.post(CHECK, {"file_1": a_file("photo.jpg", photo), "add": "1"}, follow=True))
        kept = FormFile.objects.get().file_id

        assert "A photo can say where and when it was taken, and is kept as you send it." in page.main
        assert commisceo.means.files.read(kept) == photo

    def test_of_a_telephone_is_taken_by_what_is_in_it(self, filled_in, scanner):
        files = {"file_1": a_file("IMG_0042.HEIC", a_heic()), "file_2": a_file("IMG_0043.HEIC", b"no picture")}
        response = filled_in.post(CHECK, files)

        assert kept_on(filled_in) == ["IMG_0042.HEIC"]
        assert [problem[1] for problem in read(response).problems] == ["#file_2"]


class TestAHostileFile:
    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("page.svg", b"<svg onload='alert(1)'/>", "must be one of these kinds: PDF"),
            ("page.html", b"<script>alert(1)</script>", "must be one of these kinds: PDF"),
            ("letter.pdf.exe", PDF, "must be one of these kinds: PDF"),
            ("letter.pdf", b"<script>alert(1)</script>", "is not what its name says"),
            ("letter.pdf", b"", "The selected file is empty."),
            ("papers.docx", a_docx(word__more_bin=a_docx()), "has another file packed inside it"),
            ("bomb.docx", a_docx(word__big_xml=b"0" * 50_000_000), "would become far too large"),
            ("letter.docx", a_docx(word__vbaProject_bin=b"x"), "holds a program (macros)"),
            ("letter.pdf", locked(6, user="open sesame"), "opens only with a password"),
            ("photo.png", a_png(30_000, 30_000), "has too many pixels"),
            (f"{'x' * 240}.pdf", PDF, "must be 200 characters or fewer"),
        ],
    )
    def test_is_refused_at_its_box_in_words_that_say_what_to_do(self, filled_in, scanner, name, content, words):
        response = filled_in.post(CHECK, {"file_1": a_file(name, content)})
        (problem,) = read(response).problems

        assert (response.status_code, problem[1]) == (422, "#file_1")
        assert words in problem[0]
        assert not FormFile.objects.exists()
        assert not StoredFile.objects.filter(form_files__isnull=False).exists()

    def test_has_its_name_turned_the_right_way_round(self, filled_in, scanner):
        filled_in.post(CHECK, {"add": "1", "file_1": a_file("invoice\u202efdp.pdf")})

        assert kept_on(filled_in) == ["invoicefdp.pdf"]


class TestAFullDisk:
    def test_is_told_at_the_file_and_the_answers_are_kept(self, filled_in, scanner):
        content = PDF + b"x" * 3_000_000

        with no_room_for(2_900_000):
            response = filled_in.post(CHECK, {"file_1": a_file(content=content)})

        assert response.status_code == 422
        assert read(response).problems[0][0].startswith("The selected file could not be taken in, because there is no")
        assert "They said that they would ring on Monday." in read(response).main
        assert not FormFile.objects.exists()


def test_clamav_itself_lets_a_letter_through_and_refuses_a_virus(filled_in, day):
    try:
        clamav.program()
    except clamav.NoDaemon as missing:
        pytest.skip(f"issue 4: {missing}")
    day.PUTRIGHT_SCANNER, day.PUTRIGHT_TAKES_UNSCANNED = Clamd(address=clamav.daemon()), False

    response = filled_in.post(CHECK, {"file_1": a_file(), "file_2": a_file("virus.pdf", PDF + EICAR)})

    assert read(response).problems[0][0].startswith("A virus was found in the selected file")
    assert filled_in.post(CHECK).headers["Location"] == "/complain/sent"
    assert StoredFile.objects.get(documents__kind="attachment").scan == "clean"
