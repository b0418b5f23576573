"""The demonstration: made by the real command, whole or not at all, and the same again for the same day."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.demonstration import DAY, demonstration, putright


def rows(data: Path, sql: str) -> list[tuple]:
    """What the store of a demonstration holds."""
    with closing(sqlite3.connect(data / "putright.sqlite3")) as store:
        return store.execute(sql).fetchall()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration as at the day before Good Friday."""
    return demonstration(tmp_path_factory, tmp_path_factory.mktemp("demo") / "data")


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another for the same day, made where an earlier run was cut short and left half of one behind."""
    place = tmp_path_factory.mktemp("again")
    half = place / "data.making"
    half.mkdir()
    (half / "putright.sqlite3").write_bytes(b"half")
    ran = putright("demo", "--data", place / "data", "--as-at", DAY)
    assert ran.returncode == 0, ran.stderr
    return place / "data"


class TestDemo:
    def test_is_the_same_again_for_the_same_day(self, made: Path, again: Path):
        everything = "SELECT case_id, number, event, seal FROM records_event ORDER BY case_id, number"
        assert rows(again, everything) == rows(made, everything)
        assert (again / "demo-sign-ins.txt").read_text() == (made / "demo-sign-ins.txt").read_text()

    def test_has_cases_at_every_stage_of_both_procedures(self, made: Path):
        """Every event of the two published procedures happens to somebody, from receipt to the end of a review."""
        happened = {event for (event,) in rows(made, "SELECT DISTINCT event FROM records_event")}

        assert happened >= {
            *("received", "registered", "next_steps_told", "acknowledged", "discussion_offered", "discussion_held"),
            *("details_requested", "details_received", "details_acknowledged", "consent_requested"),
            *("statement_requested", "statement_received", "examined", "meeting_offered", "meeting_accepted"),
            *("meeting_declined", "meeting_held", "investigation_completed", "outcome_decided", "timescale_changed"),
            *("update_sent", "delay_explained", "response_signed", "response_sent", "review_requested"),
            *("review_completed", "review_response_sent", "closed", "withdrawn"),
        }

    def test_has_a_commissioner_with_a_choice_still_to_be_offered(self, made: Path):
        told = rows(
            made,
            "SELECT c.status, count(e.id) FROM records_case c JOIN records_body b ON b.id = c.body_id"
            " JOIN records_event e ON e.case_id = c.id AND e.event IN ('choice_described', 'choice_offered')"
            " WHERE b.kind = 'commissioner' GROUP BY c.id ORDER BY 1",
        )

        assert told == [("closed", 2), ("responded", 1)]

    def test_shows_what_comes_after_an_answer(self, made: Path):
        """What a complaints manager asks to see last: questions, a round more, the Ombudsman, ten years, a limit."""
        happened = {event for (event,) in rows(made, "SELECT DISTINCT event FROM records_event")}

        assert happened >= {
            *("questions_asked", "questions_answered", "round_opened", "round_told", "withdrawal_confirmed"),
            *("ombudsman_asked", "ombudsman_answered", "escalated", "destruction_proposed", "file_kept_longer"),
            *("remedy_decided", "remedy_accepted", "remedy_given", "improvement_made", "improvement_told"),
            *("contact_limited", "concern_raised", "process_started", "issue_held"),
            *("split_off", "split_from", "severity_set", "path_told", "breach_reported"),
        }

    @pytest.mark.parametrize(
        ("page", "sql"),
        [
            ("incoming calls", "SELECT 1 FROM records_incomingmessage WHERE kind = 'call' AND lying = 'waiting'"),
            ("who is away", "SELECT 1 FROM records_absence WHERE from_on <= '2026-04-02' AND until_on >= '2026-04-02'"),
            ("improvements", "SELECT 1 FROM records_improvement WHERE state = 'to-do' AND due_on < '2026-04-02'"),
            ("concerns that became complaints", "SELECT 1 FROM records_feedback WHERE case_id IS NOT NULL"),
            ("what waits", "SELECT 1 FROM records_wait"),
            (
                "how it went, shown where five people said it in a month",
                "SELECT 1 FROM records_experienceanswer GROUP BY body_id, year, month HAVING count(*) >= 5",
            ),
            (
                "what people say about themselves, shown once its quarter is over",
                "SELECT 1 FROM records_equalitycount WHERE quarter < '2026-04-01' AND count >= 5",
            ),
            ("calls to make", "SELECT 1 FROM records_incomingmessage WHERE kind = 'call-back' AND lying = 'waiting'"),
            ("told on a page", "SELECT 1 FROM records_feedback WHERE channel = 'online' AND kind = 'concern'"),
            ("an answer of a patient on the web", "SELECT 1 FROM records_askedconsent WHERE state = 'given'"),
            ("a letter that a patient can answer", "SELECT 1 FROM records_askedconsent WHERE state = 'waiting'"),
            (
                "things of different days in one complaint",
                "SELECT 1 FROM records_event WHERE event = 'event_occurred' AND issue = 3",
            ),
        ],
    )
    def test_leaves_no_page_of_the_menu_empty(self, made: Path, page: str, sql: str):
        assert rows(made, sql), page

    def test_tells_each_story_in_the_order_in_which_it_happened(self, made: Path):
        """Nobody wrote down on one day what comes, on the file, after an entry of a later day."""
        back_in_time = rows(
            made,
            "SELECT c.reference, before.event, later.event FROM records_event later"
            " JOIN records_event before ON before.case_id = later.case_id AND before.number = later.number - 1"
            " JOIN records_case c ON c.id = later.case_id"
            " WHERE later.recorded_at < before.recorded_at",
        )

        assert back_in_time == []

    def test_has_something_due_on_its_day(self, made: Path):
        (due,) = rows(made, "SELECT count(*) FROM records_case WHERE next_due_on = '2026-04-02'")[0]

        assert due >= 1

    def test_names_nobody_real(self, made: Path):
        """Addresses end in example domains, telephones are kept for fiction, and no NHS number is given."""
        people = rows(made, "SELECT email, telephone, nhs_number FROM records_person")

        assert all(
            not email or email.endswith((".example.nhs.uk", "example.nhs.uk", "@example.org")) for email, _, _ in people
        )
        assert all(not telephone or telephone.startswith("07700 900") for _, telephone, _ in people)
        assert all(not number for _, _, number in people)

    def test_can_be_verified(self, made: Path):
        ran = putright("verify", "--data", made)

        assert ran.returncode == 0, ran.stdout + ran.stderr

    def test_prints_who_can_sign_in(self, made: Path):
        told = (made / "demo-sign-ins.txt").read_text()

        assert "olivia.ormonde@livingwell.example.nhs.uk" in told
        assert "Reference" in told

    @pytest.mark.parametrize("day", ["2026-01-01", "2028-02-29", "2026-03-29"])
    def test_can_be_made_for_any_day(self, tmp_path: Path, day: str):
        """New Year's Day, a leap day, and the Sunday on which the clocks go forward."""
        ran = putright("demo", "--data", tmp_path / "data", "--as-at", day)

        assert ran.returncode == 0, ran.stderr


class TestAFolderThatIsNotEmpty:
    def test_is_refused_and_left_alone(self, tmp_path: Path):
        (tmp_path / "somebody's.txt").write_text("mine")

        ran = putright("demo", "--data", tmp_path)

        assert ran.returncode == 2
        assert "is not empty" in ran.stderr
        assert [path.name for path in tmp_path.iterdir()] == ["somebody's.txt"]

    def test_leaves_no_half_demonstration_behind(self, again: Path):
        """What an earlier run left when it was cut short is not taken for a demonstration, and is cleared away."""
        assert [path.name for path in again.parent.iterdir()] == ["data"]
