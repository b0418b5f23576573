"""Is the file of a case handed over whole, and does whoever has it see what was altered, put in or taken away?"""

import json
import zipfile
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from putright.casework.actions.add_file_note import add_file_note
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.handover import hand_over
from putright.casework.said import FileSaid
from putright.config.command_line import main
from putright.domain.scanning import Scan
from putright.gateways.handover_file import NotAHandover, faults_of
from putright.records.models import ReadLog, StoredFile
from tests.casework.offices import Office, Story, a_story, at
from tests.sample_files import a_png

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 4, 7)


@pytest.fixture
def story(commisceo: Office) -> Story:
    story = a_story(commisceo, files=(FileSaid(name="x.png", media_type="image/png", content=a_png()),))
    story.does(add_file_note, "mo", TUESDAY, words="She rang.")
    return story


@pytest.fixture
def archive(story: Story, tmp_path: Path) -> Path:
    place = tmp_path / "file.zip"
    means = story.office.means
    hand_over(story.office.actor("mo", TUESDAY), story.reference, place, now=at(TUESDAY), means=means)
    return place


def codes(archive: Path) -> list[str]:
    return [fault.code for fault in faults_of(archive)[3]]


def altered(archive: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The archive written anew with something changed in it."""
    with zipfile.ZipFile(archive) as packed:
        inside = {name: packed.read(name) for name in packed.namelist()}
    change(inside)
    other = archive.with_name("other.zip")
    with zipfile.ZipFile(other, "w") as packed:
        for name, content in inside.items():
            packed.writestr(name, content)
    return other


def in_manifest(inside: dict[str, bytes], change: Callable[[Any], None]) -> None:
    manifest = json.loads(inside["manifest.json"])
    change(manifest)
    inside["manifest.json"] = json.dumps(manifest).encode()


class TestTheArchive:
    def test_is_whole_and_says_so_without_the_database(self, story: Story, archive: Path) -> None:
        case, entries, papers, faults = faults_of(archive)

        assert (case, entries, papers) == (story.reference, story.case.chain_count, story.case.documents.count())
        assert faults == ()
        assert main(["handover", str(archive)]) == 0

    def test_holds_every_paper_as_it_was_put_on_file(self, archive: Path) -> None:
        with zipfile.ZipFile(archive) as packed:
            names = packed.namelist()
            assert a_png() in [packed.read(name) for name in names if name.endswith(".png")]
            assert b"She rang." in [packed.read(name) for name in names if name.endswith(".txt")]
            sums = packed.read("sha256sums.txt").decode().splitlines()
        assert [line.split("  ")[1] for line in sums] == [name for name in names if name.startswith("papers/")]

    def test_is_the_same_each_time(self, story: Story, archive: Path, tmp_path: Path) -> None:
        again = tmp_path / "again.zip"
        hand_over(story.office.actor("mo"), story.reference, again, now=at(TUESDAY), means=story.office.means)

        assert again.read_bytes() == archive.read_bytes()

    def test_is_noted_as_a_look_at_the_whole_file(self, archive: Path) -> None:
        assert ReadLog.objects.filter(what="whole-file").count() == 1

    def test_says_which_paper_is_held_back_and_why(self, story: Story, tmp_path: Path) -> None:
        StoredFile.objects.filter(documents__kind="attachment").update(scan=Scan.FOUND.value, virus="Eicar")
        place = tmp_path / "file.zip"
        hand_over(story.office.actor("mo"), story.reference, place, now=at(TUESDAY), means=story.office.means)

        with zipfile.ZipFile(place) as packed:
            assert "a virus was found in it" in packed.read("read-me.txt").decode()
            assert not [name for name in packed.namelist() if name.endswith(".png")]
        assert codes(place) == []

    def test_is_for_those_who_handle_the_case(self, story: Story, tmp_path: Path) -> None:
        ines = story.office.actor("ines", TUESDAY)
        with pytest.raises((ActionRefused, NotFound)):
            hand_over(ines, story.reference, tmp_path / "file.zip", now=at(TUESDAY), means=story.office.means)
        assert not (tmp_path / "file.zip").exists()


class TestWhatDoesNotFit:
    def test_a_paper_with_other_words(self, archive: Path) -> None:
        def change(inside: dict[str, bytes]) -> None:
            name = next(name for name in inside if name.endswith("file-note.txt"))
            inside[name] = b"She did not ring."

        assert codes(altered(archive, change)) == ["file-altered"]

    def test_even_where_the_checksum_was_altered_with_it(self, archive: Path) -> None:
        def change(inside: dict[str, bytes]) -> None:
            name = next(name for name in inside if name.endswith("file-note.txt"))
            inside[name] = b"She did not ring."

            def listed(manifest: Any) -> None:
                paper = next(paper for paper in manifest["papers"] if paper.get("name") == name)
                paper["sha256"] = sha256(inside[name]).hexdigest()

            in_manifest(inside, listed)

        assert codes(altered(archive, change)) == ["file-altered"]

    def test_an_entry_with_another_day(self, archive: Path) -> None:
        def change(manifest: Any) -> None:
            manifest["entries"][0]["entry"]["on"] = "2026-04-03"

        assert codes(altered(archive, lambda inside: in_manifest(inside, change)))[0] == "entry-altered"

    def test_an_end_that_was_cut_off(self, archive: Path) -> None:
        found = codes(altered(archive, lambda inside: in_manifest(inside, lambda manifest: manifest["entries"].pop())))

        assert found[0] == "tail-missing"
        assert "paper-unsealed" in found

    def test_a_paper_that_was_taken_out_or_put_in(self, archive: Path) -> None:
        def out(inside: dict[str, bytes]) -> None:
            del inside[next(name for name in inside if name.endswith(".png"))]

        assert codes(altered(archive, out)) == ["file-missing"]
        assert codes(altered(archive, lambda inside: inside.update({"papers/extra.txt": b"x"}))) == ["file-not-listed"]

    def test_a_paper_that_the_list_forgets(self, archive: Path) -> None:
        def change(inside: dict[str, bytes]) -> None:
            in_manifest(inside, lambda manifest: manifest["papers"].pop(0))

        assert "paper-missing" in codes(altered(archive, change))


class TestWhatIsNoArchive:
    @pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x05\x06" + bytes(18)])
    def test_is_said(self, tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
        place = tmp_path / "x.zip"
        place.write_bytes(content)

        with pytest.raises(NotAHandover):
            faults_of(place)
        assert main(["handover", str(place)]) == 2
        assert "is not the file of a case that was handed over" in capsys.readouterr().err
