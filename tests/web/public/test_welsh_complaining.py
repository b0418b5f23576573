"""Is all of complaining in Welsh, whoever complains and whatever they get wrong, and does only their text arrive?"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from http import HTTPStatus
from typing import Any  # what the rows of the database hold

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from putright.casework.other_bodies import UNLISTED, bodies_to_choose
from putright.gateways.directory_files import directory
from putright.records.models import Case
from putright.web.language import IN_WELSH, READ_IN_WELSH
from tests.casework.offices import MAUNDY_THURSDAY
from tests.jobs.working import MAIL
from tests.sample_files import PDF
from tests.scanners import ToldScanner
from tests.web.public.telling import Answer, Answers, a_telling, dated, sent, tell, tell_all
from tests.web.public.test_save import comes_back, path_of, the_link
from tests.web.public.test_welsh import both, left_in_english
from tests.web.reading import read

pytestmark = pytest.mark.django_db

WELSH = "cy"
SAM = {"patient_name": "Sam Quill", "child_reason": "Shy", **dated("patient_born_on", date(2012, 5, 5))}
GROWN: Answer = {**SAM, "child_decides": "no", **dated("patient_born_on", date(2001, 5, 5))}
ROSA = {"patient_name": "Rosa Quill", **dated("patient_born_on", date(1950, 5, 5))}
LONG_AGO, TO_COME = date(2024, 5, 6), date(2027, 1, 1)
# What is typed by mistake besides nothing at all, question by question.
WRONG: dict[str, tuple[Answer, ...]] = {
    "what-happened": ({"subject_1": "no-such", "words_1": "x" * 20_001},),
    "when": (
        {"occurred": "exact", **dated("occurred_on", TO_COME)},
        {"occurred": "exact"},
        {"occurred": "exact", "occurred_on-day": "31", "occurred_on-month": "6", "occurred_on-year": "2025"},
        {"occurred": "about"},
    ),
    "noticed": ({"noticed": "exact"}, {"noticed": "about"}),
    "before": ({"before": "pending"}, {"before": "answered"}),
    "together": ({"together": "yes"}, {"together": "yes", "together_with": UNLISTED, "share": "yes"}),
    "reach": ({"prefer": "post"}, {"prefer": "telephone"}, {"prefer": "email", "email": "x", "telephone": "x"}),
    "safely": ({"safely": ["no-phone", "time-to-call"]}, {"safely": ["no-phone", "none"]}),
    "needs": ({"needs": ["interpreter", "other"]}, {"needs": ["bsl", "none"]}),
    "child": (GROWN,),
    "speaking": ({"speaks_as": "relative"}, {"speaks_as": "advocate"}, {"speaks_as": "another"}),
}
# Ida Quill complains of two things, the first of them long ago, and answers whatever can be asked of somebody.
TOLD = a_telling(
    when={"occurred": "exact", **dated("occurred_on", LONG_AGO)},
    sooner={"sooner": "Ill"},
    anything_else={"more_1": "yes"},
    what_happened_2={"subject_2": "access", "words_2": "Lost letter"},
    when_2={"occurred_2": "exact", **dated("occurred_on_2", LONG_AGO)},
    noticed_2={"noticed_2": "then"},
    sooner_2={"sooner_2": "Ill"},
    wanted_2={"wanted_2": "Letter"},
    anything_else_2={"more_2": "no"},
    before={"before": "answered", "answered_whom": "Clinic", "answered_when": "", "answered_said": ""},
    again={"again": "Notes"},
    reach={"email": "ida@example.org", "prefer": "email"},
    by_email={"by_email": "yes"},
    needs={"needs": ["large-print", "interpreter"], "language": "Kurdi"},
)
# Ida Quill is an advocate here; another service is looking into it, and an organisation that is not listed had a part.
FOR_ROSA = a_telling(
    whose={"basis": "requested"},
    patient=ROSA,
    speaking={"speaks_as": "advocate", "service_of_advocate": "Example Voices"},
    before={"before": "pending", "pending_whom": "Clinic", "pending_when": "March"},
    together={"together": "yes", "together_with": UNLISTED, "together_name": "Clinic", "share": "yes"},
    safely={"safely": ["no-messages"]},
)
# What somebody typed, and names of places and organisations, read the same in both languages; so do these two words.
NAMES = {area.name for area in directory().areas.values()} | {name for _, name in bodies_to_choose(MAUNDY_THURSDAY)}
SAME = {"Sikh", "letter.pdf", "They said that they would ring on Monday. Nobody rang."}
OF_THIS_FORM = re.compile(
    r"x{3,}|http://testserver/\S+|[A-Z0-9]{4}-[A-Z0-9]{4}|[\w-]{22}|.* example\. 1 Example Street, .*"
)


def typed(told: Mapping[str, Answer]) -> set[str]:
    """Every line that was typed or chosen, as a page shows it."""
    said = (value for answer in told.values() for value in answer.values())
    return {line for value in said if isinstance(value, str) for line in value.split("\r\n")}


TYPED = typed(TOLD) | typed(a_telling()) | typed({"child": SAM, "patient": ROSA}) | NAMES | SAME


def left(client: Client, address: str, sent: Answer | None = None) -> list[tuple[str, str]]:
    """What is left in English on a page, or on the page that comes back where this was sent."""
    return [(address, text) for text in both(client, address, sent) if not is_theirs(text)]


def is_theirs(text: str) -> bool:
    """Whether it is theirs and not ours: their words, a name, their link or reference, or where an organisation is."""
    return text in TYPED or bool(OF_THIS_FORM.fullmatch(text))


def left_by_mistake(client: Client, question: str) -> Iterator[tuple[str, str]]:
    """The same of a question with nothing answered, and with each mistake; nothing can be the answer to some."""
    address = f"/complain/{question}"
    if client.post(address).status_code == HTTPStatus.UNPROCESSABLE_ENTITY:
        yield from left(client, address, {})
    for wrong in WRONG.get(question, ()):
        yield from left(client, address, wrong)


def walked(client: Client, told: Answers) -> Iterator[tuple[str, str]]:
    """What is left in English on the way through every question that is asked of somebody who answers so."""
    address = "/complain/to"
    while address != "/complain/check":
        name = address.removeprefix("/complain/")
        yield from left(client, address)
        yield from left_by_mistake(client, name)
        address = tell(client, name, told[name]).headers["Location"]
    yield from left(client, address)


class TestTheWay:
    def test_of_somebody_who_complains_for_themselves(self, client: Client, commisceo: object) -> None:
        assert sorted(set(walked(client, TOLD))) == []

        assert {"again", "sooner-2", "by-email", "counted"} <= set(TOLD)
        assert client.get("/complain/check").status_code == HTTPStatus.OK

    @pytest.mark.parametrize(
        ("basis", "patient", "answer"),
        [
            ("child", "child", {**SAM, "child_decides": "unsure"}),
            ("requested", "patient", ROSA),
            ("lacks-capacity", "patient", ROSA),
            ("deceased", "patient", ROSA),
        ],
    )
    def test_of_somebody_who_complains_for_another(
        self, client: Client, commisceo: object, living_well: object, basis: str, patient: str, answer: dict[str, str]
    ) -> None:
        tell(client, "to", {"to": "commisceo"})
        found = left(client, "/complain/to") if basis == "child" else []
        tell(client, "whose", {"basis": basis})
        for question, said_there in ((patient, answer), ("speaking", {"speaks_as": "mp"})):
            found += [*left(client, f"/complain/{question}"), *left_by_mistake(client, question)]
            tell(client, question, said_there)

        assert found == []
        assert read(client.get("/complain/what-happened")).headings == ["Gwneud cwyn - Beth ddigwyddodd?"]

    def test_with_what_stands_around_it(
        self, client: Client, commisceo: object, living_well: object, settings: LazySettings
    ) -> None:
        found = [*left(client, "/complain"), *left(client, "/complain?to=commisceo")]
        found += [*left(client, "/complain/on-paper"), *left(client, "/complain/on-paper?to=commisceo")]
        tell_all(client, TOLD)
        found += [*left(client, "/complain?to=commisceo"), *left(client, "/complain/remove/2")]
        found += self.saved(client, settings)

        assert found == []

    def saved(self, client: Client, settings: LazySettings) -> Iterator[tuple[str, str]]:
        client.post("/complain/check", {"save": "1"})
        yield from left(client, "/complain/saved")
        settings.PUTRIGHT_MAIL = MAIL
        for mistake in ({"mail": "1"}, {"mail": "1", "to": "x"}):
            yield from left(client, "/complain/saved", mistake)
        yield from left(client, "/complain")
        link = path_of(the_link(client))
        other = Client()
        other.cookies["putright-language"] = WELSH
        tell(other, "to", {"to": "commisceo"})
        other.get(link)
        yield from left(other, "/complain/back")
        yield from left(other, "/complain/back/" + "A" * 22)

    def test_with_files_and_a_paper_that_shows_who_may(
        self, client: Client, commisceo: object, settings: LazySettings
    ) -> None:
        told = a_telling(whose={"basis": "deceased"}, patient=ROSA, speaking={"speaks_as": "personal-representative"})
        settings.PUTRIGHT_SCANNER, settings.PUTRIGHT_TAKES_UNSCANNED = ToldScanner(), False
        tell_all(client, told)
        client.post("/complain/check", {"add": "1", "file_1": SimpleUploadedFile("letter.pdf", PDF)})
        found = [*left(client, "/complain/check"), *left(client, "/complain/check", {"add": "1"})]
        for name, content in (("letter.pdf", b"MZ\x90\x00 a program"), ("letter.exe", PDF), ("letter.txt", b"")):
            found += wrong_file(client, name, content)

        assert found == []

    def test_to_the_page_that_says_that_it_is_sent(self, client: Client, commisceo: object) -> None:
        sent(client, TOLD)
        found = [*left(client, "/complain/about-you"), *left(client, "/complain/about-you", {"age": "none-such"})]
        found += left(client, "/complain/sent")
        quoted = read(client.get("/complain/sent")).texts("//main//q[@lang='en-GB']")
        assert "We tell you what will happen next." in quoted
        client.post("/complain/sent")
        found += left(client, "/complain/sent")

        assert found == []

    def test_every_page_of_it_is_on_the_list(self) -> None:
        names = {name for name in IN_WELSH if name.startswith("complain")}

        assert names == {"complain", "complain-on-paper", "complain-about-you", "complain-back-link"} | {
            f"complain-{page}" for page in ("question", "check", "done", "saved", "back", "remove")
        }


def wrong_file(client: Client, name: str, content: bytes) -> list[tuple[str, str]]:
    """What is left in English where a file cannot be taken."""
    pages = []
    for language in ("en-GB", WELSH):
        client.cookies["putright-language"] = language
        pages.append(client.post("/complain/check", {"add": "1", "file_2": SimpleUploadedFile(name, content)}))
    assert pages[0].status_code == HTTPStatus.UNPROCESSABLE_ENTITY, name
    return [(name, text) for text in left_in_english(*pages) if not is_theirs(text)]


class TestWhatIsDoneInWelsh:
    def test_is_said_in_welsh(self, client: Client, commisceo: object, settings: LazySettings) -> None:
        settings.PUTRIGHT_MAIL = MAIL
        client.cookies["putright-language"] = WELSH
        notices = [noticed(client.post("/complain/to", {"save": "1"}, follow=True))]
        tell_all(client, TOLD)
        notices.append(noticed(client.post("/complain/remove/2", {"remove": "1"}, follow=True)))
        client.post("/complain/wanted", {"wanted": "", "save": "1"})
        link = the_link(client)
        notices.append(noticed(client.post("/complain/saved", {"mail": "1", "to": "ida@example.org"}, follow=True)))
        notices.append(noticed(client.post("/complain/saved", {"put-away": "1"}, follow=True)))
        client.get(path_of(link))
        notices.append(noticed(client.post("/complain/back", {"delete": "1"}, follow=True)))

        assert notices == [
            "Nid oes dim i’w gadw eto. Atebwch y cwestiwn hwn yn gyntaf.",
            "Rydym wedi’i dynnu allan. Mae gweddill yr hyn a ddywedoch wrthym yma o hyd.",
            "Rydym yn anfon y ddolen. Gall gymryd ychydig funudau i gyrraedd. "
            "Nid oes mwy na 5 y dydd yn mynd i un cyfeiriad.",
            "Nid yw’r ddolen yn cael ei dangos yn y porwr hwn mwyach. Mae’n gweithio o hyd.",
            "Mae’r hyn a gadwoch wedi’i ddileu.",
        ]

    def test_an_answer_that_comes_too_late_is_answered_in_welsh(self, client: Client, commisceo: object) -> None:
        client.cookies["putright-language"] = WELSH

        assert noticed(client.post("/complain/wanted", {"wanted": "Letter"}, follow=True)).startswith("Buoch i ffwrdd")


class TestTheLanguageOfTheLetters:
    def test_is_said_to_whoever_chose_welsh_alone(self, client: Client, commisceo: object) -> None:
        assert "in Welsh" not in read(client.get("/complain?to=commisceo")).main
        client.cookies["putright-language"] = WELSH

        assert "Mae ei lythyrau yn Saesneg" in read(client.get("/complain?to=commisceo")).main
        assert "Mae ei lythyrau yn Saesneg" in sent(client).main


class TestChoosingHalfWay:
    def test_keeps_the_answers(self, client: Client, commisceo: object) -> None:
        tell(client, "to", {"to": "commisceo"})
        tell(client, "whose", {"basis": "self"})
        tell(client, "what-happened", TOLD["what-happened"])
        asked = read(client.get("/complain/what-happened"))
        chosen = client.get(asked.links["Cymraeg"], follow=True)

        assert chosen.redirect_chain == [("/complain/what-happened", HTTPStatus.FOUND)]
        assert "Nobody rang." in chosen.content.decode()
        assert read(chosen).headings == ["Gwneud cwyn - Beth ddigwyddodd?"]

    def test_a_month_in_welsh_is_a_month_in_english_too(self, client: Client, commisceo: object) -> None:
        client.cookies["putright-language"] = WELSH
        in_words = {"occurred": "exact", "occurred_on-day": "16", "occurred_on-month": "Mawrth"}
        tell_all(client, a_telling(when={**in_words, "occurred_on-year": "2026"}))
        client.cookies["putright-language"] = "en-GB"

        assert "16 March 2026" in read(client.get("/complain/check")).main

    def test_what_was_saved_in_one_language_goes_on_in_the_other(self, client: Client, commisceo: object) -> None:
        client.cookies["putright-language"] = WELSH
        tell(client, "to", {"to": "commisceo"})
        tell(client, "whose", {"basis": "self"})
        tell(client, "what-happened", {**TOLD["what-happened"], "save": "1"})
        browser, back = comes_back(the_link(client))

        assert back.headers["Location"] == "/complain/what-happened"
        assert read(browser.get("/complain/what-happened")).headings == ["Make a complaint - What happened?"]


class TestWhatArrives:
    @pytest.mark.parametrize("told", [TOLD, FOR_ROSA], ids=["for herself", "as an advocate"])
    def test_is_the_same_but_for_what_staff_are_told_of_the_language(
        self, client: Client, commisceo: object, living_well: object, told: Answers
    ) -> None:
        in_english = arrived(client, told)
        other = Client()
        other.cookies["putright-language"] = WELSH
        in_welsh = arrived(other, told)

        assert in_welsh[0].split("\n") == [*filter(None, in_english[0].split("\n")), READ_IN_WELSH]
        assert in_welsh[1:] == in_english[1:]


def arrived(client: Client, told: Answers) -> tuple[str, list[Mapping[str, Any]]]:
    """What staff have of the complaint that was sent last: what the person needs; and all else that was kept of it."""
    assert sent(client, told).headings
    case = Case.objects.latest("pk")
    kept = [
        *case.documents.order_by("number").values("kind", "title", "text"),
        *case.events.order_by("number").values("event", "on", "facts"),
        *case.issues.order_by("number").values("subject", "narrative__text"),
        {"basis": case.basis, "adjustments": case.complainant.adjustments},
    ]
    return case.complainant.needs, kept


def noticed(response) -> str:
    """What the page says of what was just done."""
    (text,) = read(response).texts("//p[@class='nhsuk-notification-banner__heading']")
    return text
