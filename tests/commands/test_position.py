"""`putright position` and `putright chronology`: the shapes and exits that other programs rely on."""

import pytest

COMMISCEO = ("position", "--procedure", "commisceo")
RECEIVED = {"event": "received", "on": "2026-04-02", "facts": {"channel": "letter"}}
# The keys that design §6 promises to other programs.
KEYS = {"as_at", "status", "stage", "lead", "procedures", "duties", "permitted", "refused", "warnings"}
DUTY_KEYS = {
    *("id", "step", "about", "issue", "procedure", "promise", "clause", "authority", "cites", "strength", "effect"),
    *("who", "starts_on", "starts_because", "not_before", "due_on", "due_at", "original_due_on", "binding_on"),
    *("binding_authority", "moves", "waiting_for", "missed_on", "state", "paused", "done_on"),
}


class TestPosition:
    def test_has_the_promised_shape(self, putright, chronology):
        ran = putright(
            "position",
            "--procedure",
            "commisceo",
            "--chronology",
            chronology(RECEIVED),
            "--as-at",
            "2026-04-09",
            "--json",
        )

        assert ran.code == 0
        assert set(ran.value) >= KEYS
        assert all(set(duty) >= DUTY_KEYS for duty in ran.value["duties"])
        assert {one["name"] for one in ran.value["procedures"]} == {"commisceo", "england-2009"}

    def test_shows_the_promise_beside_the_law_that_binds(self, putright, chronology):
        """Received Thursday 2 April 2026, before Good Friday: 10 working days are Monday 20 April, 3 are Thursday 9."""
        ran = putright(
            "position",
            "--procedure",
            "commisceo",
            "--chronology",
            chronology(RECEIVED),
            "--as-at",
            "2026-04-09",
            "--json",
        )

        policy, law = (duty for duty in ran.value["duties"] if duty["step"] == "acknowledge")
        assert (policy["due_on"], policy["binding_on"]) == ("2026-04-20", "2026-04-09")
        assert policy["binding_authority"] == "SI 2009/309 reg 13(3)"
        assert (policy["state"], policy["cites"], policy["authority"]) == ("open", "clause 1", "policy")
        assert (law["due_on"], law["authority"], law["procedure"]) == ("2026-04-09", "statute", "england-2009")

    def test_says_which_step_a_permitted_event_meets(self, putright, chronology):
        ran = putright(
            "position",
            "--procedure",
            "commisceo",
            "--chronology",
            chronology(RECEIVED),
            "--as-at",
            "2026-04-02",
            "--json",
        )

        assert {"event": "acknowledged", "meets": ["acknowledge"]} in ran.value["permitted"]
        refused = {one["event"]: one for one in ran.value["refused"]}
        assert refused["response_sent"]["authority"] == "SI 2009/309 reg 14(2)"
        assert set(refused["response_sent"]) == {"event", "code", "because", "authority"}

    def test_takes_in_the_whole_day_for_a_date_and_only_what_had_happened_for_an_instant(self, putright, chronology):
        asked = {"event": "call_back_requested", "on": "2026-04-02", "at": "2026-04-02T18:00:00+01:00"}
        file = chronology(asked)

        def called_back_by(as_at: str) -> dict:
            ran = putright("position", "--procedure", "ombudsman", "--chronology", file, "--as-at", as_at, "--json")
            return next(duty for duty in ran.value["duties"] if duty["step"] == "call-back")

        assert called_back_by("2026-04-02T17:59:00+01:00")["state"] == "not-started"
        # Friday 3 and Monday 6 April are holidays and 4-5 a weekend, so the next working day is Tuesday 7 April.
        assert called_back_by("2026-04-07")["due_at"] == "2026-04-07T17:30:00+01:00"
        assert called_back_by("2026-04-07T17:30:00+01:00")["state"] == "open"
        assert called_back_by("2026-04-07T17:31:00+01:00")["state"] == "overdue"

    def test_keeps_the_bodys_own_closures_out_of_the_laws_dates(self, putright, chronology, tmp_path):
        closures = tmp_path / "closures.csv"
        closures.write_text("date,name\n2026-04-07,Training day\n", encoding="utf-8")

        ran = putright(
            *("position", "--procedure", "living-well-partnership", "--chronology", chronology(RECEIVED)),
            *("--as-at", "2026-04-02", "--closures", closures, "--json"),
        )

        policy, law = (duty for duty in ran.value["duties"] if duty["step"] == "acknowledge")
        assert (policy["due_on"], law["due_on"]) == ("2026-04-10", "2026-04-09")
        assert policy["binding_on"] == "2026-04-09"

    def test_explains_a_date_with_each_day_that_was_skipped(self, putright, chronology):
        ran = putright(
            *("position", "--procedure", "commisceo", "--chronology", chronology(RECEIVED)),
            *("--as-at", "2026-04-09", "--explain", "register"),
        )

        assert ran.code == 0
        assert "Friday 3 April 2026 (Good Friday)" in ran.out
        assert "Monday 6 April 2026 (Easter Monday)" in ran.out
        assert "Due on Tuesday 7 April 2026." in ran.out

    def test_prints_a_table_for_people(self, putright, chronology):
        ran = putright(*COMMISCEO, "--chronology", chronology(RECEIVED), "--as-at", "2026-04-09")

        assert "commisceo     acknowledge/1" in ran.out
        assert "Thu 09 Apr 2026" in ran.out

    @pytest.mark.parametrize(
        ("changed", "says"),
        [
            ({"--procedure": "no-such"}, "shipped procedures are"),
            ({"--as-at": "yesterday"}, "--as-at must be a date"),
            ({"--calendar": "france"}, "choose one of"),
            ({"--chronology": "no-such.jsonl"}, "cannot be read"),
            ({"--explain": "no-such"}, "there is no step called no-such"),
        ],
    )
    def test_refuses_what_it_cannot_use_and_says_what_to_do(self, putright, chronology, changed, says):
        given = {"--procedure": "commisceo", "--chronology": chronology(RECEIVED), "--as-at": "2026-04-09"} | changed
        flat = [part for pair in given.items() for part in pair]

        assert putright("position", *flat).code == 2
        told = putright("position", *flat, "--json")
        assert told.code == 2
        assert all(finding["severity"] == "error" for finding in told.value["findings"])
        assert says in told.out

    def test_refuses_a_date_past_the_last_loaded_year_and_names_it(self, putright, chronology):
        late = {"event": "received", "on": "2028-12-29"}

        ran = putright(*COMMISCEO, "--chronology", chronology(late), "--as-at", "2028-12-30")

        assert ran.code == 2
        assert "2029" in ran.err


class TestChronologyCheck:
    def test_accepts_what_is_well_formed(self, putright, chronology):
        assert putright("chronology", "check", chronology(RECEIVED)).code == 0

    @pytest.mark.parametrize(
        ("lines", "says"),
        [
            (["not json"], "not a JSON object"),
            (["[1]"], "must be a JSON object"),
            ([{"event": "received"}], "on must be a date"),
            ([{"event": "received", "on": "2026-02-30"}], "on must be a date"),
            ([{"event": "recieved", "on": "2026-04-02"}], "did you mean received?"),
            ([{"event": "received", "on": "2026-04-02", "colour": "red"}], "there is no key colour"),
            ([{"event": "received", "on": "2026-04-02", "facts": {"colour": "red"}}], "no fact called colour"),
            ([{"event": "received", "on": "2026-04-02", "facts": {"subject": "my mother was ill"}}], "must be a code"),
            ([{"event": "received", "on": "2026-04-02", "facts": {"patient_age": "old"}}], "whole number"),
            ([{"event": "response_period_set", "on": "2026-04-02"}], "must say its date"),
            (['{"event": "received", "event": "received", "on": "2026-04-02"}'], "stands twice"),
            ([{"event": "received", "on": "2026-04-02", "at": "2026-04-03T09:00:00+01:00"}], "one of them is wrong"),
            ([{"event": "acknowledged", "on": "2026-04-03"}, RECEIVED], "put the lines in the order"),
            ([RECEIVED | {"id": "a"}, {"event": "acknowledged", "on": "2026-04-03", "id": "a"}], "already used"),
            ([RECEIVED | {"corrects": "x"}], "no earlier line has that id"),
            ([""], "there is no event"),
        ],
    )
    def test_refuses_what_is_not_and_says_what_to_do(self, putright, chronology, lines, says):
        ran = putright("chronology", "check", chronology(*lines), "--json")

        assert ran.code == 2
        assert says in ran.out

    def test_takes_an_instant_just_before_midnight_in_london_summer_time_as_that_day(self, putright, chronology):
        evening = {"event": "received", "on": "2026-04-02", "at": "2026-04-02T22:59:00Z"}

        assert putright("chronology", "check", chronology(evening)).code == 0
        assert putright("chronology", "check", chronology(evening | {"at": "2026-04-02T23:01:00Z"})).code == 2

    def test_lets_a_late_entry_stand_when_it_says_when_it_was_recorded(self, putright, chronology):
        late = {"event": "event_occurred", "on": "2026-01-05", "recorded_at": "2026-04-03T09:00:00+01:00"}

        assert putright("chronology", "check", chronology(RECEIVED, late)).code == 0

    def test_has_a_schema_that_its_own_lines_satisfy(self, putright):
        import jsonschema

        schema = putright("chronology", "schema").value
        jsonschema.Draft202012Validator.check_schema(schema)

        jsonschema.validate(RECEIVED, schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(RECEIVED | {"facts": {"colour": "red"}}, schema)


class TestProcedureShow:
    @pytest.mark.parametrize("name", ["commisceo", "living-well-partnership", "england-2009", "ombudsman"])
    def test_shows_each_form_of_each_shipped_procedure(self, putright, name):
        assert putright("procedure", "show", name).out.startswith("# ")
        assert putright("procedure", "show", name, "--format", "html").out.startswith("<!DOCTYPE html>")
        assert putright("procedure", "show", name, "--format", "svg").out.startswith("<svg")
        assert putright("procedure", "show", name, "--format", "json").value["name"] == name

    def test_shows_what_the_law_says_beside_a_later_promise(self, putright):
        page = putright("procedure", "show", "commisceo").out

        row = next(line for line in page.splitlines() if line.startswith("| We acknowledge your complaint in writing"))
        assert "10 working days after the complaint was received" in row
        assert "3 working days after the complaint was received (SI 2009/309 reg 13(3))" in row

    def test_gives_a_schema_that_the_shown_value_satisfies(self, putright):
        import jsonschema

        schema = putright("procedure", "schema").value

        jsonschema.validate(putright("procedure", "show", "commisceo", "--format", "json").value, schema)


def test_help_names_every_command(putright):
    ran = putright("--help")

    assert ran.code == 0
    for command in ("serve", "position", "procedure", "chronology"):
        assert command in ran.out
