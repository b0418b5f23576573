"""Is a published list taken in whole, once, with nothing lost, and is a practice found by what people know of it?"""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from putright.casework.actions.load_organisations import Loaded, load_organisations
from putright.casework.actions.note_successors import note_successors
from putright.casework.errors import ActionRefused
from putright.casework.queries.practices import lists_read, practices_like, register_with
from putright.domain.guide import Role
from putright.domain.organisations import Report
from putright.domain.signpost import signpost
from putright.domain.signpost_answer import Question, Signpost
from putright.gateways.directory_files import directory
from putright.gateways.guide_files import guides
from putright.gateways.organisation_file import read_list
from putright.gateways.successor_file import read_successors
from putright.records.models import PublishedList, PublishedOrganisation

pytestmark = pytest.mark.django_db

MADE_UP = Path(__file__).parents[1] / "gateways" / "organisations"
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def load(dated_on: date, *, file: str = "", only_tell: bool = False, anyway: bool = False) -> Loaded:
    path = MADE_UP / (file or f"epraccur-{dated_on:%Y-%m}.csv")
    read = read_list(path, Report.PRACTICES)
    return load_organisations(read=read, dated_on=dated_on, now=NOW, only_tell=only_tell, takes_many_gone=anyway)


def row(code: str) -> PublishedOrganisation:
    return PublishedOrganisation.objects.get(code=code)


def rows() -> list[dict[str, object]]:
    return [dict(row) for row in PublishedOrganisation.objects.order_by("code").values()]


class TestTakingIn:
    def test_the_first_list_is_all_new(self) -> None:
        loaded = load(OCTOBER)

        assert (len(loaded.changes.added), loaded.rows, PublishedOrganisation.objects.count()) == (20, 20, 20)

    def test_the_next_says_what_changed_and_deletes_nobody(self) -> None:
        load(OCTOBER)
        found = load(NOVEMBER).changes

        assert [each.code for each in found.added] == ["Z99021"]
        assert [each.code for each in found.closed] == ["Z99004"]
        assert [each.code for each in found.gone] == ["Z99020"]
        what = {each.organisation.code: each.what for each in found.altered}
        assert what["Z99001"] == ("telephone", "setting")
        assert what["Z99003"] == ("board", "setting")
        assert PublishedOrganisation.objects.count() == 21
        assert (row("Z99020").gone_since, row("Z99020").seen_on) == (NOVEMBER, OCTOBER)
        assert (row("Z99004").closed_on, row("Z99004").gone_since) == (date(2026, 10, 31), None)
        assert row("Z99001").telephone == "0113 496 0101"
        assert row("Z99021").seen_on == NOVEMBER

    def test_the_same_list_again_changes_nothing(self) -> None:
        load(OCTOBER)
        load(NOVEMBER)
        was = rows()
        again = load(NOVEMBER)

        assert again.was_read_already
        assert again.changes.are_none
        assert rows() == was
        assert PublishedList.objects.count() == 2

    def test_the_same_rows_of_a_later_day_say_only_that_they_were_seen(self) -> None:
        load(OCTOBER)
        later = load(NOVEMBER, file="epraccur-2026-10.csv")

        assert later.changes.are_none
        assert {each["seen_on"] for each in rows()} == {NOVEMBER}

    def test_asked_only_to_tell_it_writes_nothing(self) -> None:
        load(OCTOBER)
        was = rows()
        told = load(NOVEMBER, only_tell=True)

        assert [each.code for each in told.changes.added] == ["Z99021"]
        assert rows() == was
        assert PublishedList.objects.count() == 1

    def test_one_that_is_listed_again_is_no_longer_gone(self) -> None:
        load(OCTOBER)
        load(NOVEMBER)
        found = load(NOVEMBER, file="epraccur-2026-10.csv").changes

        assert [each.code for each in found.back] == ["Z99020"]
        assert row("Z99020").gone_since is None

    def test_a_list_that_is_older_is_refused_and_nothing_is_written(self) -> None:
        load(NOVEMBER)
        was = rows()
        with pytest.raises(ActionRefused) as refused:
            load(OCTOBER)

        assert refused.value.refusal.code == "older"
        assert rows() == was

    def test_a_list_that_was_cut_short_is_refused_until_somebody_has_looked(self) -> None:
        PublishedOrganisation.objects.bulk_create(
            PublishedOrganisation(report="epraccur", code=f"Z98{n:03}", name="X", standing="active", seen_on=OCTOBER)
            for n in range(100)
        )
        with pytest.raises(ActionRefused) as refused:
            load(NOVEMBER)
        assert refused.value.refusal.code == "many-gone"
        assert not PublishedOrganisation.objects.filter(gone_since__isnull=False).exists()

        assert len(load(NOVEMBER, anyway=True).changes.gone) == 100

    def test_lists_of_two_kinds_do_not_touch_each_other(self) -> None:
        load(OCTOBER)
        trusts = read_list(MADE_UP / "etr.csv", Report.TRUSTS)
        loaded = load_organisations(read=trusts, dated_on=OCTOBER, now=NOW)

        assert len(loaded.changes.added) == 2
        assert loaded.changes.gone == ()

    @pytest.mark.parametrize(("on", "is_stale"), [(date(2027, 11, 1), False), (date(2027, 11, 2), True)])
    def test_a_list_that_is_more_than_a_year_old_says_so(self, on: date, is_stale: bool) -> None:
        load(OCTOBER)
        load(NOVEMBER)
        (read,) = lists_read(on)

        assert (read.dated_on, read.rows, read.gone, read.is_stale) == (NOVEMBER, 20, 1, is_stale)


class TestFindingAPractice:
    @pytest.fixture(autouse=True)
    def _read(self) -> None:
        load(OCTOBER)
        load(NOVEMBER)

    @pytest.mark.parametrize(
        ("words", "codes"),
        [
            ("z99001", ["Z99001"]),
            ("ZZ99 3AA", ["Z99001"]),
            ("zz993ab", ["Z99002"]),
            ("zz98", ["Z99003", "Z99021"]),  # in the order of the names; one of the postcode has closed
            ("fictional surgery", ["Z99001"]),
            ("surgery the", ["Z99001"]),
            ("o'fiction", ["Z99002"]),
            ("made-up green", ["Z99021"]),  # the street of one; the other of that name has closed
            ("Z99005", ["Z99005"]),  # by its code even one that has closed
            ("walk-in", []),  # no GP practice
            ("Z99", []),
            ("10%", []),
            ("a", []),
            ("", []),
            ("atlantis", []),
        ],
    )
    def test_by_what_people_know_of_it(self, words: str, codes: list[str]) -> None:
        found = practices_like(words)

        assert sorted(each.ods for each in found.practices) == codes
        assert not found.has_more

    def test_of_many_ten_are_named_and_that_there_are_more(self) -> None:
        found = practices_like("fictional practice")

        assert (len(found.practices), found.has_more) == (10, True)

    def test_it_is_written_as_people_write(self) -> None:
        (practice,) = practices_like("Z99002").practices

        assert (practice.name, practice.address) == (
            "Dr O'Fiction & Partners",
            "2 Fictional Street, Leeds, West Yorkshire, ZZ99 3AB",
        )


def test_where_no_list_was_read_the_fictional_practices_are_found() -> None:
    assert [each.ods for each in practices_like("marylebone").practices] == ["FIC001"]
    assert [each.ods for each in practices_like("fic002").practices] == ["FIC002"]


class TestTheAnswer:
    @pytest.fixture(autouse=True)
    def _read(self) -> None:
        load(OCTOBER)
        load(NOVEMBER)

    @staticmethod
    def ask(code: str, on: date = date(2026, 11, 22)) -> Signpost:
        return signpost(Question(service="gp", gp=code), register_with(code), guides(), on)

    def test_names_the_practice_its_contact_and_its_board(self) -> None:
        answer = self.ask("z99003")

        assert answer.first.name == "Invented Lane Medical Centre"
        assert [way.value for way in answer.first.channels][:2] == [
            "020 7946 0003",
            "3 Invented Lane, London, ZZ98 1AA",
        ]
        assert answer.alternative is not None
        assert answer.alternative.body == "west-and-north-london-icb"
        assert answer.alternative.verified
        assert (
            "NHS Organisation Data Service, list of GP practices of Sunday 1 November 2026"
            in answer.alternative.sources
        )

    def test_is_as_old_as_the_list(self) -> None:
        answer = self.ask("Z99001")

        assert answer.first.checked_on == NOVEMBER
        assert answer.alternative is not None
        assert answer.alternative.checked_on == NOVEMBER

    def test_says_that_a_practice_has_closed(self) -> None:
        assert [note.words for note in self.ask("Z99005").notes] == [
            "Fictional Closed Practice was open until Tuesday 31 March 2020. Its commissioner takes the complaint, and "
            "knows who has its records."
        ]

    def test_says_that_a_practice_is_no_longer_listed(self) -> None:
        assert (
            "Fictional Practice Number 20 was open until Saturday 31 October 2026." in self.ask("Z99020").notes[0].words
        )

    def test_goes_to_whoever_took_its_place(self) -> None:
        note_successors(read=read_successors(MADE_UP / "successors.csv"))
        answer = self.ask("Z99004")

        assert answer.first.name == "Fictional New Health Centre"
        assert "Made-Up Green Practice has closed. Fictional New Health Centre stands in its place." in (
            note.words for note in answer.notes
        )

    def test_a_circle_of_successors_comes_to_an_end(self, tmp_path: Path) -> None:
        path = tmp_path / "successors.csv"
        path.write_text("code,became,since\nZ99004,Z99005,2026-11-01\nZ99005,Z99004,2026-11-01\n")
        note_successors(read=read_successors(path))

        assert self.ask("Z99004").first.name == "Fictional Closed Practice"

    def test_a_code_that_no_list_has_is_not_known(self) -> None:
        assert register_with("Z00000") is directory()
        assert register_with(None) is directory()

    def test_the_advocate_still_goes_by_the_home(self) -> None:
        question = Question(service="gp", gp="Z99003", home="kent")
        answer = signpost(question, register_with("Z99003"), guides(), date(2026, 11, 22))

        assert [each.body for each in answer.support if each.role is Role.ADVOCACY] == ["the-advocacy-people"]


class TestSuccessors:
    def test_are_kept_once_and_put_right(self, tmp_path: Path) -> None:
        load(NOVEMBER)
        path = tmp_path / "successors.csv"
        path.write_text("code,became,since\nZ99004,Z99021,2026-11-02\nZ99004,Z00000,2026-11-01\n")

        first = note_successors(read=read_successors(MADE_UP / "successors.csv"))
        again = note_successors(read=read_successors(MADE_UP / "successors.csv"))
        moved = note_successors(read=read_successors(path))

        assert (first.added, first.altered, first.same, first.unknown) == (1, 0, 0, ())
        assert (again.added, again.altered, again.same) == (0, 0, 1)
        assert (moved.added, moved.altered, moved.same, moved.unknown) == (1, 1, 0, ("Z00000",))
