"""Are the questions of finding out, and the answer, wholly in Welsh, whatever is asked, and mistakes among them?"""

from collections.abc import Mapping
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from putright.domain.signpost import CLOSED, REGISTER, SEVERAL_BOARDS
from putright.domain.signpost_answer import Note
from putright.gateways.directory_files import directory
from putright.web.finding.answer import name_in_words, told_of_note
from putright.web.language import IN_WELSH
from tests.web.public.reading_twice import ReadsTwice
from tests.web.public.telling import dated
from tests.web.public.test_find_out import GP
from tests.web.reading import read

TYPED = "example"
HOSPITAL = GP | {
    "service": {"service": "hospital"},
    "where": {"where": "unknown"},
    "practice": {"practice": "unknown"},
}
# One way through for every kind of answer: each road of its own, each family, answered by either, and what is unsure.
WAYS: dict[str, Mapping[str, Mapping[str, str]]] = {
    "a practice": GP,
    "a hospital, for somebody else": HOSPITAL | {"whom": {"whom": "other"}, "since": {}},
    "answered by the service": GP | {"answered": {"answered": "provider"}, "since": dated("since", date(2025, 1, 1))},
    "answered by the commissioner": GP | {"answered": {"answered": "commissioner"}},
    "a practice that is named": GP
    | {
        "practice": {"practice": "named", "practice_words": TYPED},
        "which-practice": {"practice_code": "none"},
    },
    "a choice": GP | {"about": {"about": "choice"}},
    "the scheme": GP | {"about": {"about": "being-on-the-scheme"}, "service": {"service": "special-allocation"}},
    "a concern": HOSPITAL | {"about": {"about": "concern"}},
    "abuse": HOSPITAL | {"about": {"about": "safeguarding"}, "home": {"home": "southend-on-sea"}},
    "a grievance": {"about": {"about": "employment"}, "home": {"home": ""}},
    "the regulators": {"about": {"about": "fitness-to-practise"}, "home": {"home": ""}},
    "private care": HOSPITAL | {"paid": {"paid": "private"}},
    "social care": GP | {"service": {"service": "social-care"}},
    "a department": GP | {"service": {"service": "dwp"}},
    "a commissioner": GP | {"service": {"service": "commissioning"}},
}
KNOWN = directory()
NAMES = {each.name for each in KNOWN.areas.values()} | {each.name for each in KNOWN.names}
NAMES |= {each.name for each in KNOWN.practices.values()}
NAMES |= {channel.value for channel in KNOWN.channels}
NEEDS_NO_ANSWER = {"home", "safe-first", "since"}


def find_out(reader: ReadsTwice, answers: Mapping[str, Mapping[str, str]], known: set[str]) -> None:
    """Answer every question; one that is not `known` yet is read first, and sent empty."""
    reader.post("/find-out")
    address = "/find-out/about"
    while address != "/find-out/answer":
        name = address.removeprefix("/find-out/")
        if name not in known:
            reader.get(address)
        if name not in known | NEEDS_NO_ANSWER:
            reader.post(address, {})
        known.add(name)
        address = reader.post(address, answers.get(name, {"answered": "no"})).headers["Location"]
    reader.get(address)


@pytest.mark.django_db
def test_every_question_and_every_kind_of_answer_is_wholly_in_welsh(day: object) -> None:
    reader, known = ReadsTwice("/find-out/"), set[str]()
    for answers in WAYS.values():
        find_out(reader, answers, known)

    # A name and an address stay as they are, and so does what was typed.
    assert sorted({text for _, text in reader.left} - NAMES - {TYPED}) == []
    assert reader.read == {name for name in IN_WELSH if name.startswith("signpost-")}


@pytest.mark.django_db
def test_a_practice_that_nobody_knows_is_told_so_in_welsh(client: Client, day: object) -> None:
    client.post("/find-out")
    for name in ("about", "service", "paid", "home"):
        client.post(f"/find-out/{name}", GP[name])
    client.get("/language/cy")
    page = client.post("/find-out/practice", {"practice": "named", "practice_words": "zzzz"})

    assert read(page).problems == [
        (
            "Nid ydym yn adnabod practis â’r enw, y cod post neu’r cod hwn. Gwiriwch ef, rhowch lai o’r enw, neu"
            " dewiswch yr ardal yn lle hynny",
            "#practice_words",
        )
    ]


@pytest.mark.parametrize(
    ("name", "welsh"),
    [
        ("your employer", "Eich cyflogwr"),
        ("the council for Southend-on-Sea", "Y cyngor ar gyfer Southend-on-Sea"),
        ("Healthwatch Southend", '<span lang="en-GB">Healthwatch Southend</span>'),
    ],
)
def test_what_somebody_is_called_is_in_welsh_and_a_name_of_their_own_says_that_it_is_not(name: str, welsh: str) -> None:
    with translation.override("cy"):
        assert name_in_words(name) == welsh


@pytest.mark.parametrize(
    ("note", "english", "welsh"),
    [
        (
            Note(sentence=SEVERAL_BOARDS, facts={"boards": ("Board A", "Board B")}, authority=REGISTER),
            "There is more than one commissioner here: Board A or Board B.",
            "Mae mwy nag un comisiynydd yma: Board A neu Board B.",
        ),
        (
            Note(sentence=CLOSED, facts={"practice": "Old Example", "day": date(2026, 3, 31)}, authority=REGISTER),
            "Old Example was open until Tuesday 31 March 2026.",
            "Roedd Old Example ar agor tan dydd Mawrth 31 Mawrth 2026.",
        ),
    ],
)
def test_facts_stand_in_a_sentence_of_the_language(note: Note, english: str, welsh: str) -> None:
    assert note.words.startswith(english)
    assert told_of_note(note).words.startswith(english)
    with translation.override("cy"):
        told = told_of_note(note)

    assert (told.words[: len(welsh)], told.authority) == (welsh, "Y gofrestr o gyrff")


@pytest.mark.django_db
def test_a_language_that_changes_half_way_keeps_the_answers(client: Client, day: object) -> None:
    client.post("/find-out")
    client.post("/find-out/about", {"about": "employment"})
    client.get("/language/cy")
    answer = read(client.post("/find-out/home", {"home": "westminster"}, follow=True))

    assert answer.headings[0] == "Wrth bwy i gwyno"
    assert "Eich gwaith eich hun i un o gyrff y GIG neu i gyngor" in answer.main
    assert answer.texts("//h3")[0] == "Eich cyflogwr"
