"""`putright signpost`: the shape and the exits that other programs rely on, and the page that people read."""

import pytest

KEYS = {"first", "alternative", "excluded", "support", "urgent", "ombudsman_by"}
WESTMINSTER = ("signpost", "--service", "gp", "--area", "westminster", "--on", "2026-03-02")


class TestForPrograms:
    def test_has_the_promised_shape(self, putright):
        ran = putright(*WESTMINSTER, "--json")

        assert ran.code == 0
        assert set(ran.value) >= KEYS
        assert all({"body", "because", "authority", "source"} <= set(each) for each in ran.value["excluded"])
        assert ran.value["first"]["body"] == "provider"
        assert ran.value["alternative"]["body"] == "nw-london-icb"
        assert ran.value["urgent"] is None

    def test_every_part_says_why_and_where_that_was_read(self, putright):
        value = putright(*WESTMINSTER, "--for", "other", "--json").value

        parts = [value["first"], value["alternative"], *value["excluded"], *value["support"], value["ombudsman_by"]]
        assert all(part["because"] and part["authority"] and part["source"] for part in parts)
        assert "consent" in value["notes"][0]["words"]

    def test_an_answer_by_the_practice_shuts_the_board_out(self, putright):
        value = putright(*WESTMINSTER, "--answered-by", "provider", "--json").value

        assert value["first"]["body"] == "phso"
        assert value["alternative"] is None
        assert [(each["body"], each["authority"]) for each in value["excluded"]] == [
            ("nw-london-icb", "SI 2009/309 reg 8(1)(e)")
        ]

    def test_the_practice_decides_the_board_and_the_home_the_advocate(self, putright):
        ran = putright(
            "signpost", "--service", "gp", "--gp", "fic002", "--home", "Westminster", "--on", "2026-03-02", "--json"
        )

        assert ran.value["alternative"]["body"] == "hampshire-iow-icb"
        assert ran.value["support"][0]["body"] == "pohwer"

    def test_a_channel_has_its_hours_instruction_and_promise(self, putright):
        value = putright(*WESTMINSTER, "--json").value

        text = next(each for each in value["ombudsman_by"]["channels"] if each["means"] == "text")
        assert text["hours"] == "Monday to Friday, 08:30 to 17:30"
        assert "call back" in text["instruction"]
        assert "one working day" in text["promise"]
        assert text["verified"] is False

    def test_the_year_runs_from_knowing(self, putright):
        value = putright(*WESTMINSTER, "--known-since", "2025-09-01", "--json").value

        assert value["ombudsman_by"]["by"] == "2026-09-01"
        assert value["ombudsman_by"]["assumed"] is False

    def test_private_care_has_no_ombudsman(self, putright):
        value = putright("signpost", "--service", "dentist", "--private", "--answered-by", "provider", "--json").value

        assert value["first"]["body"] == "iscas"
        assert value["ombudsman_by"] is None

    def test_without_a_day_it_answers_for_today(self, putright):
        assert putright("signpost", "--json").code == 0


class TestForPeople:
    def test_reads_from_first_to_last_day(self, putright):
        ran = putright(*WESTMINSTER, "--for", "other")

        assert ran.code == 0
        headings = [line.split(":")[0] for line in ran.out.splitlines() if line and not line.startswith(" ")]
        assert headings == [
            "Where to go, as at Monday 2 March 2026",
            *("First", "Or", "Not", "Help", "Help", "Help"),
            "Before you go",
            "By Tuesday 2 March 2027",
        ]
        assert max(map(len, ran.out.splitlines())) <= 100

    def test_shows_what_a_page_prints_and_what_was_put_right_in_it(self, putright):
        out = putright(*WESTMINSTER).out

        assert "Printed in: Healthwatch Westminster: help making a complaint, 2.1" in out
        assert "Put right: Instead of the service, not as well as it" in out

    def test_puts_what_is_urgent_before_everything(self, putright):
        out = putright("signpost", "--about", "danger").out

        assert out.splitlines()[2] == "Now: The emergency services"
        assert "999" in out

    def test_says_what_could_not_be_confirmed(self, putright):
        out = putright("signpost", "--service", "gp", "--area", "westminster", "--on", "2026-04-01").out

        assert "not confirmed, so check before you rely on it" in " ".join(out.split())


class TestRefusals:
    @pytest.mark.parametrize(
        ("said", "code", "where"),
        [
            (("--service", "gpp"), "unknown-service", "--service"),
            (("--about", "rudenes"), "unknown-subject", "--about"),
            (("--gp", "A81001"), "unknown-gp", "--gp"),
            (("--on", "tomorrow"), "not-a-date", "--on"),
            (("--known-since", "2026-13-01"), "not-a-date", "--known-since"),
            (("--service", "hmrc", "--private"), "not-private", "--private"),
        ],
    )
    def test_are_findings_and_exit_2(self, putright, said, code, where):
        ran = putright("signpost", *said, "--json")

        assert ran.code == 2
        assert [(each["severity"], each["code"], each["where"]) for each in ran.value["findings"]] == [
            ("error", code, where)
        ]

    def test_an_unknown_service_lists_the_services(self, putright):
        ran = putright("signpost", "--service", "gpp")

        assert ran.code == 2
        assert "Did you mean gp?" in ran.err
        assert "social-care" in ran.err

    def test_a_choice_that_there_is_not_exits_2(self, putright):
        assert putright("signpost", "--answered-by", "nobody").code == 2
