"""Has every sentence of the five documents become something, and does everything promised come from a sentence?"""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from putright.domain.procedure import Procedure
from putright.domain.vocabulary import ProcedureKind
from putright.gateways.directory_files import directory
from putright.gateways.guide_files import guide_names, guides
from putright.gateways.procedure_files import programme, shipped_names
from tests.architecture.source import ROOT
from tests.tables import tables

PROMISES = ROOT / "docs" / "promises"
DOCUMENTS = ("000", "001", "002", "003", "004")
COLUMNS = ["No", "Clause", "In our words", "Became", "Defect"]
KINDS = {
    "step",
    "pledge",
    "route",
    "channel",
    "person",
    "accepts",
    "representation",
    "moves",
    "dates",
    "description",
}


@cache
def rows(document: str) -> list[dict[str, str]]:
    path = PROMISES / f"{document}.md"
    heading = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
    return tables(path, heading)[0]


@cache
def overview() -> dict[str, dict[str, str]]:
    found = tables(PROMISES / "README.md", "What became of every sentence")[0]
    return {row["File"][1:4]: row for row in found}


def targets(document: str) -> Iterator[str]:
    for row in rows(document):
        yield from row["Became"].split("; ")


def procedures() -> list[Procedure]:
    found = [programme(name).procedure for name in shipped_names()]
    return [each for each in found if each.kind is not ProcedureKind.STATUTE]


@cache
def there_is() -> frozenset[str]:
    """Everything in the data that a row can name."""
    found = {"description", *(f"channel {each.channel}" for each in directory().channels)}
    for each in procedures():
        found |= {f"step {each.name}:{name}" for name in each.steps}
        found |= {f"pledge {each.name}:{name}" for name in each.pledges}
        found |= {f"route {each.name}:{way.to}" for way in each.goes_next}
        found |= {f"person {each.name}:{name}" for name in each.people}
        parts = {
            "accepts": each.accepts,
            "representation": each.representation,
            "moves": each.may_move,
            "dates": each.published or each.effective,
        }
        found |= {f"{part} {each.name}" for part, stated in parts.items() if stated}
    for guide in guides():
        found |= {f"route {guide.name}:{route}" for route in guide.routes}
        if guide.name in guide_names():
            found |= {f"pledge {guide.name}:{name}" for name in guide.pledges}
    return frozenset(found)


def printed_channels() -> set[str]:
    """The channels of the register that the documents print, found by their value."""
    mentions = [mention for each in procedures() for mention in each.mentions]
    mentions += [mention for guide in guides() if guide.name in guide_names() for mention in guide.mentions]
    values = {_plain(mention.channel) for mention in mentions if mention.channel}
    return {f"channel {each.channel}" for each in directory().channels if _plain(each.value) in values}


def _plain(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


@pytest.mark.parametrize("document", DOCUMENTS)
class TestADocument:
    def test_has_a_row_for_every_sentence_in_order(self, document: str) -> None:
        counted = int(overview()[document]["Rows"])

        assert list(rows(document)[0]) == COLUMNS
        assert [int(row["No"]) for row in rows(document)] == list(range(1, counted + 1))

    def test_names_the_text_that_was_read(self, document: str) -> None:
        digest = overview()[document]["SHA-256 of the text that was read"]

        assert re.fullmatch(r"[0-9a-f]{64}", digest)

    def test_says_of_each_row_what_it_became(self, document: str) -> None:
        assert [target for target in targets(document) if target.split()[0] not in KINDS] == []
        assert [target for target in targets(document) if target not in there_is()] == []

    def test_never_calls_a_row_both_a_description_and_something_owed(self, document: str) -> None:
        mixed = [row["No"] for row in rows(document) if "description" in row["Became"] and ";" in row["Became"]]

        assert mixed == []

    def test_names_defects_by_their_numbers(self, document: str) -> None:
        numbers = [number for row in rows(document) for number in row["Defect"].split()]

        assert all(re.fullmatch(r"D(0[1-9]|[1-3][0-9]|4[0-4])", number) for number in numbers)

    def test_says_where_and_in_words(self, document: str) -> None:
        assert all(row["Clause"] and row["In our words"].endswith(".") for row in rows(document))


def test_the_overview_lists_the_documents_there_are() -> None:
    assert tuple(overview()) == DOCUMENTS
    assert {path.stem for path in PROMISES.glob("[0-9]*.md")} == set(DOCUMENTS)


def test_nothing_in_the_data_is_without_a_sentence() -> None:
    named = {target for document in DOCUMENTS for target in targets(document)}
    owed = {each for each in there_is() if not each.startswith(("channel ", "description"))} | printed_channels()

    assert sorted(owed - named) == []


def test_every_step_and_pledge_is_named_in_each_clause_that_it_cites() -> None:
    named: dict[str, set[str]] = {}
    for document in DOCUMENTS:
        for row in rows(document):
            for target in row["Became"].split("; "):
                named.setdefault(target, set()).add(row["Clause"])

    for procedure in procedures():
        promised = {
            **{f"step {procedure.name}:{name}": step.clause for name, step in procedure.steps.items()},
            **{f"pledge {procedure.name}:{name}": pledge.clause for name, pledge in procedure.pledges.items()},
        }
        for target, clause in promised.items():
            cited = (clause or "").removeprefix("choice page ").split(" and ")
            assert set(cited) <= named[target], f"{target} cites {clause}, and its rows stand in {named[target]}"
