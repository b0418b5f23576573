"""`putright procedure simulate` and `diff`: what they print, in which shapes, and how they end."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

RECEIVED = ("--received", "2026-04-02")
SVG = "{http://www.w3.org/2000/svg}"
OLD = """\
name: elm-tree
title: "Elm Tree <Surgery> & Co"
kind: procedure
under: none
people: {manager: The manager}
steps:
  answer: {clause: "2", promise: We answer., who: manager, due: 20 working days after received, met_when: response_sent}
goes_next:
  - {to: ombudsman, opens: response_sent}
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.yaml"
    path.write_text(OLD, encoding="utf-8")
    return path


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = tmp_path / "new.yaml"
    path.write_text(OLD.replace("20 working days", "30 working days"), encoding="utf-8")
    return path


class TestSimulate:
    def test_says_the_best_and_the_worst_in_sentences(self, putright, old):
        """Twenty working days after Thursday 2 April 2026 are Tuesday 5 May, past Easter and the May bank holiday."""
        ran = putright("procedure", "simulate", old, *RECEIVED)

        assert ran.code == 0
        assert "At best on the day the complaint is received (0 working days)." in ran.out
        assert "At worst on Tuesday 5 May 2026, 20 working days (33 calendar days) after." in ran.out
        assert "What holds it up most: “We answer” (clause 2)" in ran.out

    def test_says_it_where_nobody_promised_a_day(self, putright):
        ran = putright("procedure", "simulate", "commisceo", *RECEIVED)

        assert (
            "At worst no date: it could be for ever. Nobody promises a day for this: the investigation was completed."
            in ran.out
        )
        assert "If the law is kept as well, at worst on Thursday 1 October 2026" in ran.out

    def test_is_the_same_every_time(self, putright):
        first, second = (putright("procedure", "simulate", "commisceo", *RECEIVED) for _ in range(2))

        assert first.out == second.out

    def test_as_json_has_the_promised_shape(self, putright, old):
        ran = putright("procedure", "simulate", old, *RECEIVED, "--format", "json")

        assert set(ran.value) == {
            *("title", "received_on", "answer", "end", "put_off_without_limit", "may_be_paused"),
            *("snags", "walked", "is_bounded"),
        }
        assert ran.value["answer"]["worst"]["on"] == "2026-05-05"
        assert ran.value["answer"]["worst"]["held_up_by"]["cites"] == "clause 2"
        assert ran.value["end"] is None

    def test_as_a_picture_has_a_title_and_says_in_words_what_it_shows(self, putright, old):
        ran = putright("procedure", "simulate", old, *RECEIVED, "--format", "svg")
        picture = ET.fromstring(ran.out)

        title, told = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
        assert picture.get("role") == "img"
        assert picture.get("aria-labelledby") == "way-title way-words"
        assert title is not None
        assert title.text == "At best and at worst: Elm Tree <Surgery> & Co"
        assert told is not None
        assert "Tuesday 5 May 2026" in (told.text or "")

    def test_as_html_escapes_what_the_file_says(self, putright, old):
        ran = putright("procedure", "simulate", old, *RECEIVED, "--format", "html")

        assert "Elm Tree &lt;Surgery&gt; &amp; Co" in ran.out
        assert "<Surgery>" not in ran.out

    def test_begins_today_where_no_day_is_given(self, putright, old):
        assert putright("procedure", "simulate", old).code == 0

    @pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "1066-10-14"])
    def test_a_day_that_cannot_be_used_is_refused(self, putright, old, day):
        ran = putright("procedure", "simulate", old, "--received", day)

        assert ran.code == 2
        assert day[:4] in ran.err

    def test_a_file_that_cannot_be_read_is_refused_in_the_shape_of_findings(self, putright):
        ran = putright("procedure", "simulate", "nothing", "--format", "json")

        assert ran.code == 2
        assert ran.value["findings"][0]["severity"] == "error"


class TestDiff:
    def test_ends_with_1_where_anything_is_worse(self, putright, old, new):
        ran = putright("procedure", "diff", old, new, "--as-at", "2026-04-02")

        assert ran.code == 1
        assert "Worse for people who complain" in ran.out
        assert "30 working days after the complaint was received. It was 20 working days." in ran.out

    def test_ends_with_0_where_nothing_is(self, putright, old, new):
        ran = putright("procedure", "diff", new, old)

        assert ran.code == 0
        assert "Better for people who complain" in ran.out

    def test_says_that_nothing_changes(self, putright, old):
        ran = putright("procedure", "diff", old, old)

        assert (ran.code, ran.out) == (0, "Nothing changes for people who complain.\n")

    def test_as_json_has_the_promised_shape(self, putright, old, new):
        ran = putright("procedure", "diff", old, new, "--as-at", "2026-04-02", "--json")
        (change,) = ran.value["changes"]

        assert ran.value["as_at"] == "2026-04-02"
        assert set(change) == {"side", "kind", "message", "step", "cites"}
        assert (change["side"], change["kind"], change["step"], change["cites"]) == (
            "worse",
            "time",
            "answer",
            "clause 2",
        )

    def test_a_file_that_cannot_be_read_is_refused_in_the_shape_of_findings(self, putright, old):
        ran = putright("procedure", "diff", old, "nothing", "--json")

        assert ran.code == 2
        assert ran.value["findings"][0]["severity"] == "error"
