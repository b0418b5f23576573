"""Can somebody choose Welsh, and is a page then wholly in Welsh, with the right language said of every part?"""

import re
from collections.abc import Iterator

import pytest
from babel import Locale
from babel.messages.catalog import Message
from babel.messages.mofile import read_mo
from django.conf import LazySettings
from django.test import Client
from django.utils import translation
from lxml import html
from markupsafe import Markup

from putright.casework.errors import refused
from putright.domain.duty import Refused
from putright.gateways.notify import NotifyTexts
from putright.records.models import Case, IncomingMessage
from putright.web.forms.drawing import drawn
from putright.web.language import IN_WELSH, READ_IN_WELSH
from putright.web.pages.follow import FollowForm
from putright.web.public_urls import public_addresses
from putright.web.wording import MONTHS, WEEKDAYS
from tests import catalogue
from tests.casework.offices import MAUNDY_THURSDAY
from tests.jobs.working import MAIL
from tests.web.public.telling import Answer, sent
from tests.web.public.test_call_me import SAID
from tests.web.reading import read

MARKS = re.compile(r"%\(\w+\)[sd]|%%|<[^>]+>")
CHOSEN = {"cookie": "putright-language=cy"}
# Read in both languages: names, and what is typed as it stands.
SAME = {"Post", "Putright", "English", "Cymraeg", "Text Relay", "999", "111", "JavaScript"}
# Words that no sentence in Welsh has, and where they may stand: in a name, and between quotation marks.
ENGLISH_WITHIN = re.compile(
    r"\b(?:the|and|you|your|of|was|were|with|that|this|have|has|been|they|their|will|what|when|who|which|are|our|us|not)\b",
    re.IGNORECASE,
)
NAMED = re.compile(r"The [\w-]+ example\b|\bNHS [\w, ]+ Integrated Care Board\b|\bCity of \w+|“[^”]*”")
# What went wrong and what was done is never somebody else's words but for the law, though a page can say that it is.
OF_OURS_ALWAYS = (
    "ancestor::*[contains(@class, 'nhsuk-error-summary') or contains(@class, 'nhsuk-notification-banner__heading')]"
    " and not(ancestor::*[@class='app-authority'])"
)
DATA = re.compile(r"^The [\w-]+ example$|^putright-|@|example\.nhs\.uk|^www\.|^1 Example Street|^\+?[\d ]+$")
# The pages of the list with what they ask, missing answers among them.
READ = (
    *("/", "/how-complaints-work", "/without-the-web", "/accessibility-statement", "/privacy", "/cookies"),
    *("/find-out", "/call-me", "/call-me?to=commisceo", "/call-me/commisceo", "/procedures", "/follow"),
    *("/follow-code", "/follow-code/enter"),
)
# Whole parts of the site are read by a file of their own, which looks that it has read all of them.
READ_ELSEWHERE = ("following", "complain", "signpost-", "tell-us", "told-us", "consent", "procedure-")
# No pages: what opens something and leads on to its page, and what is a file.
LEADS_ON = {"consent-end", "consent-link", "follow-link", "following-end", "language"}
FILES = {
    *("following-calendar", "following-draft-file", "following-file", "following-letter"),
    *("procedure-form", "procedure-schema"),
}
ASKED = ("/call-me", "/follow", "/follow-code", "/follow-code/enter")


class TestTheCatalogue:
    @pytest.mark.parametrize("language", catalogue.languages())
    def test_holds_every_word_that_is_marked_and_no_other(self, language: str) -> None:
        kept, marked = catalogue.catalogue(language), catalogue.marked()
        held, wanted = {each.id for each in kept if each.id}, {each.id for each in marked if each.id}

        assert (wanted - held, held - wanted) == (set(), set()), "run `make words`, and translate what is new"
        assert [each.id for each in kept if each.fuzzy and each.id] == []
        assert dict(kept.obsolete) == {}

    @pytest.mark.parametrize("language", catalogue.languages())
    def test_has_every_word_translated_with_its_marks_and_figures(self, language: str) -> None:
        for each in (one for one in catalogue.catalogue(language) if one.id):
            for source, target in pairs(each):
                assert target, source
                assert sorted(MARKS.findall(target)) == sorted(MARKS.findall(source)), source

    @pytest.mark.parametrize("language", catalogue.languages())
    def test_is_compiled_as_it_stands(self, language: str) -> None:
        path = catalogue.source(language)

        assert path.with_suffix(".mo").read_bytes() == catalogue.compiled(catalogue.catalogue(language)), "`make words`"
        with path.with_suffix(".mo").open("rb") as file:
            kept = read_mo(file).get("Back")
        assert kept
        assert kept.string == "Yn ôl"

    def test_has_the_days_and_months_of_the_calendar(self) -> None:
        calendar = Locale("cy")
        months = {number: in_welsh(name) for number, name in enumerate(MONTHS, 1)}
        days = {number: in_welsh(name) for number, name in enumerate(WEEKDAYS)}

        assert months == dict(calendar.months["format"]["wide"])
        # Within a sentence a day begins with a small letter.
        assert days == {
            number: name.replace("Dydd", "dydd") for number, name in calendar.days["format"]["wide"].items()
        }


def pairs(message: Message) -> Iterator[tuple[str, str]]:
    """Each text with what it became; every plural is compared with the plural."""
    source, target = message.id, message.string
    if isinstance(source, str):
        assert isinstance(target, str)
        yield source, target
    else:
        yield from ((source[1], each) for each in target or ())


def in_welsh(words: str) -> object:
    """What words became."""
    found = catalogue.catalogue("cy").get(words)
    return found and found.string


def said(page: bytes) -> list[str]:
    """What can be read on a page, text by text, but for what says of itself that it is in English."""
    tree = html.document_fromstring(page.decode())
    apart = f"//*[@lang='en-GB' and not(self::html) and not({OF_OURS_ALWAYS})] | //script | //style | //svg"
    for element in tree.xpath(apart):
        element.drop_tree()
    texts = (" ".join(text.split()) for text in tree.xpath("//text() | //@aria-label | //@alt | //@placeholder"))
    return [text for text in texts if re.search("[A-Za-z]{2}", text)]


@pytest.mark.django_db
class TestThePages:
    def test_every_page_is_wholly_in_welsh(
        self, client: Client, commisceo: object, living_well: object, settings: LazySettings
    ) -> None:
        left = [("/follow-code, without email", text) for text in both(client, "/follow-code")]
        settings.PUTRIGHT_MAIL = MAIL
        client.post("/follow-code", {"reference": "ZX00-20GD", "email": "nobody@example.org"})
        for address in READ:
            left += [(address, text) for text in both(client, address)]
        for address in ASKED:
            wrong = {"to": "", "telephone": "x"}
            left += [(f"{address}, with mistakes", text) for text in both(client, address, wrong)]
        settings.PUTRIGHT_TEXTS = NotifyTexts(key="", template="")
        for address in ("/follow", "/follow-code", "/privacy"):
            left += [(f"{address}, by text", text) for text in both(client, address)]
        by_text = {"reference": "ZX00-20GD", "by": "text", "mobile": "020 7946 0018"}
        left += [("/follow-code, no mobile number", text) for text in both(client, "/follow-code", by_text)]
        client.post("/follow-code", {**by_text, "mobile": "07700 900999"})
        left += [("/follow-code/enter, by text", text) for text in both(client, "/follow-code/enter")]

        assert left == []

    def test_the_list_of_pages_is_read_whole(self) -> None:
        from django.urls import resolve

        here = {name for name in IN_WELSH if not name.startswith(READ_ELSEWHERE)} - {"procedure"}
        assert {resolve(address.partition("?")[0]).url_name for address in READ} == here

    def test_no_page_for_everybody_is_left_out(self) -> None:
        """`docs/welsh.md` says so: what is not named here is a page, and is in Welsh."""
        here = {each.name for each in public_addresses if each.name}

        assert here - IN_WELSH == LEADS_ON | FILES

    def test_the_page_says_its_language_and_offers_the_other(self, client: Client, commisceo: object) -> None:
        english = read(client.get("/call-me?to=commisceo"))
        welsh = client.get(english.links["Cymraeg"], follow=True)

        assert english.tree.get("lang") == "en-GB"
        assert (read(welsh).tree.get("lang"), read(welsh).headings) == ("cy", ["Gofyn inni eich ffonio"])
        assert welsh.redirect_chain == [("/call-me?to=commisceo", 302)]
        assert read(client.get(read(welsh).links["English"], follow=True)).headings == ["Ask us to call you"]

    def test_a_page_that_is_in_english_alone_says_so_in_welsh(self, client: Client) -> None:
        page = read(client.get("/sign-in", headers=CHOSEN))

        assert page.tree.get("lang") == "en-GB"
        assert page.texts("//aside[@lang='cy']/p") == ["Nid yw’r dudalen hon ar gael yn Gymraeg eto."]
        assert page.headings == ["Sign in as staff"]

    def test_a_page_after_it_is_in_english_again(self, client: Client, commisceo: object) -> None:
        client.get("/", headers=CHOSEN)

        assert read(client.get("/")).tree.get("lang") == "en-GB"

    def test_what_the_rules_refuse_in_english_says_that_it_is(self) -> None:
        form = FollowForm({"reference": "", "follow_code": "x"}, today=MAUNDY_THURSDAY)
        form.refuse(Refused(code="not-now", message="Nothing can be opened today."))
        with translation.override("cy"):
            found = [(problem.text, problem.is_english) for problem in form.problems]

        assert found == [("Nothing can be opened today.", True), ("Rhowch y cyfeirnod", False)]
        assert not any(problem.is_english for problem in form.problems)

    def test_what_the_rules_refuse_with_a_figure_is_whole_in_welsh_too(self) -> None:
        sentence = "Up to %(most)s files can come with a complaint. Remove one of them"
        form = FollowForm({"reference": "ZX00-20GD", "follow_code": "x"}, today=MAUNDY_THURSDAY)
        form.refuse(refused("too-many-files", sentence, most=3).refusal, field="reference")
        with translation.override("cy"):
            (told,) = form.problems
            box = drawn(form["reference"], lambda _: Markup()).parameters["errorMessage"]

        welsh = "Gall hyd at 3 ffeil ddod gyda chwyn. Tynnwch un ohonynt"
        assert (told.text, told.is_english, box) == (welsh, False, {"text": welsh, "visuallyHiddenText": "Gwall"})
        assert [each.text for each in form.problems] == [sentence.replace("%(most)s", "3")]

    def test_a_day_is_written_in_welsh(self, client: Client, commisceo: object) -> None:
        client.cookies["putright-language"] = "cy"
        client.post("/call-me", SAID)

        assert "dydd Mawrth 7 Ebrill 2026" in read(client.get("/call-me/commisceo")).main

    def test_caches_keep_the_languages_apart(self, client: Client, db: None) -> None:
        assert "Cookie" in client.get("/").headers["Vary"]


@pytest.mark.django_db
class TestChoosing:
    @pytest.mark.parametrize(
        "address", ["https://elsewhere.example", "//elsewhere.example", "/follow/AAAA", "javascript:x", "", "home"]
    )
    def test_it_leads_nowhere_else(self, client: Client, address: str) -> None:
        assert client.get("/language/cy", {"to": address}).headers["Location"] == "/"

    def test_a_language_that_there_is_not_is_not_kept(self, client: Client) -> None:
        assert client.get("/language/fr").cookies == {}

    @pytest.mark.parametrize("kept", ["fr", "../cy", "cy;x", ""])
    def test_a_cookie_that_means_nothing_is_english(self, client: Client, kept: str) -> None:
        client.cookies["putright-language"] = kept

        assert read(client.get("/")).tree.get("lang") == "en-GB"

    def test_the_cookie_holds_the_language_alone(self, client: Client) -> None:
        (kept,) = client.get("/language/cy").cookies.values()

        assert (kept.key, kept.value, kept["httponly"], kept["samesite"]) == ("putright-language", "cy", True, "Lax")


@pytest.mark.django_db
class TestWhatStaffAreTold:
    """The language in which somebody read is no answer to which one they would like: staff are to ask."""

    def test_who_complains(self, client: Client, commisceo: object) -> None:
        client.get("/language/cy")
        sent(client)

        assert READ_IN_WELSH in Case.objects.get().complainant.needs

    def test_who_asks_for_a_call(self, client: Client, commisceo: object) -> None:
        client.get("/language/cy")
        asked = {"form": "x" * 32, "to": "commisceo", "full_name": "Pat Example", "telephone": "01632 960555"}
        client.post("/call-me", asked | {"best": "any", "message": "yes", "needs": "A signer"})

        assert f"A signer. {READ_IN_WELSH}" in IncomingMessage.objects.get().text

    def test_nothing_of_who_read_in_english(self, client: Client, commisceo: object) -> None:
        sent(client)

        assert "Welsh" not in Case.objects.get().complainant.needs


def both(client: Client, address: str, sent: Answer | None = None) -> list[str]:
    """What is left in English on a page that is read in both languages, or that comes back where this was sent."""
    client.cookies.pop("putright-language", None)
    english = client.get(address) if sent is None else client.post(address, sent)
    client.cookies["putright-language"] = "cy"
    welsh = client.get(address) if sent is None else client.post(address, sent)
    return left_in_english(english, welsh)


def left_in_english(english, welsh) -> list[str]:
    """What reads the same in both languages and ought not to, and what has English in the middle of the Welsh."""
    assert english.status_code == welsh.status_code
    texts = set(said(welsh.content))
    left = texts & set(said(english.content)) | {text for text in texts if ENGLISH_WITHIN.search(NAMED.sub("", text))}
    return sorted(text for text in left if text not in SAME and not is_data(text))


def is_data(text: str) -> bool:
    """Whether it is a name or an address: of an organisation, of a cookie, of a made-up person."""
    return bool(DATA.search(text))
