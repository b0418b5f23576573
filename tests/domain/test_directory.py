"""Is the register true to its days, and is a broken one refused with line and cure?"""

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from putright.domain.directory import (
    Directory,
    buyer_of,
    channels_of,
    covering,
    holds,
    name_of,
    standing,
    successors,
    today_of,
)
from putright.domain.directory_rows import (
    Body,
    BodyKind,
    Buyer,
    Change,
    Covers,
    Means,
    NameUse,
    Purpose,
    Succession,
)
from putright.domain.guide import Guide
from putright.domain.procedure import Procedure
from putright.gateways.directory_files import SHAPES, directory, read_directory
from putright.gateways.file_errors import FileRefused
from putright.gateways.guide_files import guide_names, guides, read_guide
from putright.gateways.procedure_files import programme, shipped_names
from putright.gateways.shipped import shipped


class TestTheShippedRegister:
    def test_each_fact_has_a_source_and_the_day_it_was_checked(self) -> None:
        register = directory()
        rows: list[Any] = [
            *register.areas.values(),
            *register.bodies.values(),
            *register.names,
            *register.successions,
            *register.channels,
            *register.coverage,
            *register.services.values(),
            *register.commissioning,
            *register.practices.values(),
            *register.matters.values(),
            *register.reasons.values(),
        ]

        assert all(row.source in register.sources for row in rows)
        assert all(row.checked_on >= date(2026, 1, 1) for row in rows)

    def test_what_was_never_read_is_marked_as_not_verified(self) -> None:
        register = directory()
        rows: list[Any] = [
            *register.bodies.values(),
            *register.names,
            *register.successions,
            *register.channels,
            *register.coverage,
            *register.commissioning,
            *register.matters.values(),
        ]

        assert [row for row in rows if row.source == "memory" and row.verified] == []

    def test_every_practice_is_fictional_and_says_so(self) -> None:
        practices = directory().practices.values()

        assert practices
        assert all(each.fictional and each.source == "fiction" and each.ods.startswith("FIC") for each in practices)
        assert all("Example" in each.name for each in practices)

    @pytest.mark.parametrize(
        ("body", "last", "became", "how"),
        [
            ("nhs-improvement", date(2022, 6, 30), "nhs-england", Change.ABOLISHED),
            ("clinical-commissioning-groups", date(2022, 6, 30), "integrated-care-boards", Change.ABOLISHED),
            ("nw-london-icb", date(2026, 3, 31), "west-and-north-london-icb", Change.MERGED),
            ("southend-university-hospital", date(2020, 3, 31), "mid-and-south-essex-nhs-ft", Change.MERGED),
            ("uk-border-agency", date(2013, 3, 31), "uk-visas-and-immigration", Change.ABOLISHED),
        ],
    )
    def test_a_body_stands_to_its_last_day_and_its_successor_from_the_next(
        self, body: str, last: date, became: str, how: Change
    ) -> None:
        assert today_of(directory(), body, last) == (body,)
        assert became in today_of(directory(), body, last + timedelta(days=1))
        assert successors(directory(), body, last) == ()
        assert successors(directory(), body, last + timedelta(days=1))[0].how is how

    def test_successions_are_followed_to_the_end(self) -> None:
        assert today_of(directory(), "central-london-ccg", date(2026, 4, 1)) == ("west-and-north-london-icb",)
        assert [change.became for change in successors(directory(), "central-london-ccg", date(2026, 4, 1))] == [
            "nw-london-ccg",
            "nw-london-icb",
            "west-and-north-london-icb",
        ]

    def test_a_body_that_was_split_has_several_successors(self) -> None:
        assert set(today_of(directory(), "uk-border-agency", date(2026, 4, 1))) == {
            "uk-visas-and-immigration",
            "border-force",
            "immigration-enforcement",
        }

    def test_a_duty_can_move_while_the_body_goes_on(self) -> None:
        day = date(2023, 7, 1)

        assert today_of(directory(), "nhs-england", day) == ("nhs-england",)
        assert today_of(directory(), "nhs-england", day, duty="primary-care-complaints") == ("integrated-care-boards",)
        assert today_of(directory(), "nhs-england", date(2023, 6, 30), duty="primary-care-complaints") == (
            "nhs-england",
        )

    def test_a_body_of_which_nothing_is_known_stands_for_nothing(self) -> None:
        assert today_of(directory(), "nobody", date(2026, 4, 1)) == ()
        assert name_of(directory(), "nobody", date(2026, 4, 1)) == "nobody"

    def test_a_name_is_that_of_the_day_and_the_last_one_of_a_body_that_is_gone(self) -> None:
        assert name_of(directory(), "nhs-website", date(2018, 12, 31)) == "NHS Choices"
        assert name_of(directory(), "nhs-website", date(2019, 1, 1)) == "The NHS website"
        assert name_of(directory(), "nhs-improvement", date(2026, 1, 1)) == "NHS Improvement"

    @pytest.mark.parametrize("service", ["gp", "pharmacy", "dentist", "optician", "special-allocation"])
    def test_primary_care_was_nhs_englands_to_30_june_2023(self, service: str) -> None:
        before, after = (buyer_of(directory(), service, day) for day in (date(2023, 6, 30), date(2023, 7, 1)))

        assert before is not None
        assert after is not None
        assert (before.by, after.by) == (Buyer.NHS_ENGLAND, Buyer.LOCAL)

    @pytest.mark.parametrize("day", [date(2022, 7, 1), date(2026, 3, 31), date(2026, 4, 1), date(2026, 11, 21)])
    def test_every_area_has_a_commissioner_and_only_the_divided_ones_have_several(self, day: date) -> None:
        divided = {"north-yorkshire": 3, "cumberland": 2, "westmorland-and-furness": 2}
        until_the_mergers = {"essex": 3, "hampshire": 2, "hertfordshire": 2, "suffolk": 2, "surrey": 2}
        several = divided | (until_the_mergers if day < date(2026, 4, 1) else {})

        for area in directory().areas.values():
            boards = {row.body for row in covering(directory(), Covers.COMMISSIONER, area.area, day)}
            there = area.valid_from is None or area.valid_from <= day
            assert len(boards) == (several.get(area.area, 1) if there else 0), (area.area, day)

    def test_the_whole_of_england_is_there(self) -> None:
        # 21 counties, 63 unitary councils (Scilly among them), 36 metropolitan boroughs, 32 London boroughs, the City.
        assert len(directory().areas) == 21 + 63 + 36 + 32 + 1

    @pytest.mark.parametrize(
        ("day", "boards"), [(date(2022, 7, 1), 42), (date(2026, 3, 31), 42), (date(2026, 4, 1), 36)]
    )
    def test_there_were_42_boards_and_are_36(self, day: date, boards: int) -> None:
        found = [body for body in directory().bodies.values() if body.ods and holds(body, day)]

        assert len(found) == boards
        assert {row.body for row in standing(directory().coverage, day) if row.part is Covers.COMMISSIONER} == {
            body.body for body in found
        }

    def test_each_board_has_a_code_of_its_own(self) -> None:
        codes = [body.ods for body in directory().bodies.values() if body.ods]

        assert len(codes) == len(set(codes)) == 48

    def test_a_board_that_was_divided_has_every_heir(self) -> None:
        assert set(today_of(directory(), "frimley-icb", date(2026, 4, 1))) == {
            "thames-valley-icb",
            "surrey-sussex-icb",
            "hampshire-iow-icb",
        }

    def test_the_ombudsman_has_one_postal_address_on_any_day(self) -> None:
        for day in (date(2013, 4, 2), date(2021, 6, 30), date(2021, 7, 1), date(2026, 11, 21)):
            posts = [way for way in channels_of(directory(), "phso", day) if way.means is Means.POST]
            assert len(posts) == 1, day
        assert "Citygate" in posts[0].value

    def test_channels_are_told_by_what_they_are_for(self) -> None:
        day = date(2026, 4, 2)

        press = channels_of(directory(), "phso", day, Purpose.PRESS)
        assert {way.value for way in press} == {"0300 061 4996", "0300 061 4272", "press@ombudsman.org.uk"}
        assert not {way.channel for way in press} & {
            way.channel for way in channels_of(directory(), "phso", day, Purpose.COMPLAINTS)
        }

    def test_a_channel_of_a_body_that_is_gone_is_gone_too(self) -> None:
        for channel in directory().channels:
            body = directory().bodies[channel.body]
            if body.valid_until is not None:
                assert channel.valid_until is not None, channel.channel
                assert channel.valid_until <= body.valid_until, channel.channel


class TestSuccessionsOfAnyShape:
    """No real register holds these, but following one must come to an end."""

    @staticmethod
    def register(*changes: tuple[str, str]) -> Directory:
        day = date(2026, 11, 21)
        bodies = {
            name: Body(body=name, kind=BodyKind.PROVIDER, source="s", checked_on=day)
            for pair in changes
            for name in pair
        }
        made = tuple(
            Succession(body=body, became=became, how=Change.MERGED, since=date(2020, 1, 1), source="s", checked_on=day)
            for body, became in changes
        )
        nothing: dict[str, Any] = {}
        return Directory(
            sources=nothing,
            areas=nothing,
            bodies=bodies,
            services=nothing,
            practices=nothing,
            matters=nothing,
            reasons=nothing,
            successions=made,
        )

    def test_a_body_split_and_joined_again_has_one_successor(self) -> None:
        register = self.register(("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"))

        assert today_of(register, "a", date(2026, 1, 1)) == ("d",)

    def test_a_circle_comes_to_an_end(self) -> None:
        register = self.register(("a", "b"), ("b", "a"))

        assert len(successors(register, "a", date(2026, 1, 1))) == 2


class TestWhatTheDocumentsPrint:
    @staticmethod
    def mentions() -> list[tuple[str, str, str | None]]:
        read: list[Procedure | Guide] = [programme(name).procedure for name in shipped_names()]
        read += [each for each in guides() if each.name in guide_names()]
        return [(each.name, mention.body, mention.channel) for each in read for mention in each.mentions]

    def test_every_body_that_they_name_is_in_the_register_under_that_name(self) -> None:
        known = {_plain(name.name) for name in directory().names}

        assert [(where, body) for where, body, _ in self.mentions() if _plain(body) not in known] == []

    def test_every_channel_that_they_print_is_in_the_register(self) -> None:
        known = {_plain(channel.value) for channel in directory().channels}

        assert [(where, way) for where, _, way in self.mentions() if way and _plain(way) not in known] == []

    def test_the_body_of_every_procedure_is_in_the_register(self) -> None:
        bodies = {programme(name).procedure.body for name in shipped_names()} - {None}

        assert bodies <= set(directory().bodies)

    def test_the_name_that_commisceo_gives_to_a_pals_is_marked_as_a_mistake(self) -> None:
        wrong = [name for name in directory().names if name.use is NameUse.MISTAKEN]

        assert [(name.body, name.name) for name in wrong] == [("southend-pals", "Patient liaison advisory service")]


def _plain(text: str) -> str:
    plain = "".join(character for character in text.casefold() if character.isalnum())
    return plain.removeprefix("the")


class TestAFact:
    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2022, 6, 30), False),
            (date(2022, 7, 1), True),
            (date(2026, 3, 31), True),
            (date(2026, 4, 1), False),
        ],
    )
    def test_holds_on_its_first_day_and_on_its_last(self, day: date, expected: bool) -> None:
        assert holds(directory().bodies["nw-london-icb"], day) is expected


class TestABrokenRegister:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        shutil.copytree(shipped("directory"), tmp_path / "directory")
        return tmp_path / "directory"

    @staticmethod
    def errors(folder: Path) -> str:
        with pytest.raises(FileRefused) as refused:
            read_directory(folder)
        return str(refused.value)

    def test_the_shipped_one_is_whole(self, folder: Path) -> None:
        assert {path.stem for path in folder.glob("*.yaml")} == set(SHAPES)
        assert read_directory(folder).bodies == directory().bodies

    @pytest.mark.parametrize(
        ("file", "row", "told"),
        [
            (
                "bodies",
                "- {body: x, kind: provider, source: memory, checked_on: 2026-11-21, telefone: 1}",
                "there is no key telefone here",
            ),
            ("bodies", "- {body: x, kind: provider, checked_on: 2026-11-21}", "source: this key is missing"),
            (
                "bodies",
                "- {body: phso, kind: ombudsman, source: memory, checked_on: 2026-11-21}",
                "body phso stands already on line",
            ),
            (
                "bodies",
                "- {body: x, kind: provider, source: memory, checked_on: 2026-11-21}",
                "x has no name: add one to names.yaml",
            ),
            (
                "names",
                "- {body: phsoo, name: X, source: memory, checked_on: 2026-11-21}",
                "bodies.yaml has no phsoo; did you mean phso?",
            ),
            (
                "names",
                "- {body: phso, name: X, source: memory, checked_on: 2026-11-21}",
                "its days overlap those of line",
            ),
            ("names", "- {body: phso, name: X, use: also, source: rumour, checked_on: 2026-11-21}", "no rumour"),
            (
                "areas",
                "- {area: x, name: X, valid_from: 2026-02-01, valid_until: 2026-01-01, source: memory, "
                "checked_on: 2026-11-21}",
                "valid_until 2026-01-01 is before valid_from 2026-02-01",
            ),
            (
                "successions",
                "- {body: dwp, became: hmrc, how: merged, since: 2026-01-01, source: memory, checked_on: 2026-11-21}",
                "dwp ends on no day, not on the day before 2026-01-01",
            ),
            (
                "successions",
                "- {body: nhs-improvement, became: essex-icb, how: merged, since: 2022-07-01, source: memory, "
                "checked_on: 2026-11-21}",
                "essex-icb begins on 2026-04-01, after it takes the place of nhs-improvement",
            ),
            (
                "commissioning",
                "- {service: gp, by: local, valid_from: 2020-01-01, source: memory, checked_on: 2026-11-21}",
                "its days overlap those of line",
            ),
            (
                "channels",
                "- {channel: x, body: phso, means: pigeon, value: coo, source: memory, checked_on: 2026-11-21}",
                "'post', 'email', 'telephone'",
            ),
            ("areas", "- {area: x, name: X, source: memory, checked_on: yesterday}", "a date such as 2026-04-02"),
            ("areas", "- westminster", "this must be keys with values"),
            ("areas", "- {area: 7, name: X, source: memory, checked_on: 2026-11-21}", "put quotes round 7"),
            ("areas", "- {area: x, area: y}", "the key area stands twice"),
        ],
    )
    def test_a_wrong_row_is_refused_with_file_line_and_cure(self, folder: Path, file: str, row: str, told: str) -> None:
        path = folder / f"{file}.yaml"
        text = path.read_text(encoding="utf-8").rstrip("\n")
        path.write_text(f"{text}\n{row}\n", encoding="utf-8")
        last = len(text.splitlines()) + 1

        message = self.errors(folder)

        assert f"{file}.yaml:{last}: " in message
        assert told in message

    def test_a_file_that_is_missing_is_named(self, folder: Path) -> None:
        (folder / "areas.yaml").unlink()

        assert "areas.yaml:1: the file cannot be read" in self.errors(folder)

    def test_a_file_that_is_no_list_is_told_what_it_should_be(self, folder: Path) -> None:
        (folder / "areas.yaml").write_text("area: westminster\n", encoding="utf-8")

        assert "begin each fact with a hyphen" in self.errors(folder)

    def test_a_file_that_is_not_utf_8_is_refused(self, folder: Path) -> None:
        (folder / "areas.yaml").write_bytes(b"- {area: caf\xe9}\n")

        assert "save it as UTF-8" in self.errors(folder)


class TestAGuide:
    def test_there_are_two(self) -> None:
        assert guide_names() == ("patient-choice", "westminster")

    @pytest.mark.parametrize(
        ("line", "told"),
        [
            ("    services_: [gp]", "there is no key services_ here; did you mean services?"),
            ("    to: nobody", "Input should be"),
        ],
    )
    def test_a_wrong_route_is_refused_with_line_and_cure(self, tmp_path: Path, line: str, told: str) -> None:
        path = tmp_path / "guide.yaml"
        to = "" if "to:" in line else "    to: pals\n"
        path.write_text(
            f"name: g\ntitle: G\nkind: guide\nsource: S\nroutes:\n  pals:\n    words: W\n{to}{line}\n", encoding="utf-8"
        )

        with pytest.raises(FileRefused) as refused:
            read_guide(path)

        assert told in str(refused.value)
        assert "guide.yaml:" in str(refused.value)

    def test_a_procedure_is_not_read_as_a_guide(self, tmp_path: Path) -> None:
        path = tmp_path / "guide.yaml"
        path.write_text("name: g\ntitle: G\nkind: procedure\nsource: S\nroutes: {}\n", encoding="utf-8")

        with pytest.raises(FileRefused, match="a guide says kind: guide"):
            read_guide(path)
