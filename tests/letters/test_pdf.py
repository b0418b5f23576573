"""Is the PDF of a letter accessible, complete, the same each time, and blind to markup that people type?"""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pikepdf
import pytest
import typst
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from putright.letters import pdf as printing
from putright.letters.blocks import Heading, words_in
from putright.letters.composition import compose
from putright.letters.facts import Contact, Handler, Recipient, Writer, WrittenRecord
from putright.letters.fonts import FAMILIES, FOLDER, printable_characters
from putright.letters.pdf import PrintSize, as_pdf
from putright.letters.plain_text import cleaned
from putright.letters.texts import letter_names
from tests.letters.builders import (
    a_consent_request,
    a_correspondence,
    a_final_response,
    a_response_content,
    a_written_record,
)
from tests.letters.every_letter import FACTS
from tests.letters.reading import ARTIFACT, all_text, marked_text, opened, page_text, pieces, tags_in, text_under

A4 = [0, 0, 595.28, 841.89]
RIGHT_EDGE = 210 - 22


def without_spaces(text: str) -> str:
    """What is left of a text when the ends of lines do not matter."""
    return re.sub(r"[\s\u200b\u200c\u200d]", "", text)


def a_record_pdf(record: str) -> pikepdf.Pdf:
    return opened(as_pdf(compose("written-record", a_written_record(record=record))))


@pytest.mark.parametrize("name", letter_names())
class TestEveryLetter:
    def test_is_tagged_and_says_so(self, name):
        letter = compose(name, FACTS[name])
        pdf = opened(as_pdf(letter))

        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == letter.title

    def test_has_one_title_and_its_headings_in_order(self, name):
        letter = compose(name, FACTS[name])
        pdf = opened(as_pdf(letter))

        headings = [tag for tag in tags_in(pdf.Root.StructTreeRoot) if re.fullmatch(r"H\d", tag)]
        assert headings == ["H1", *(f"H{block.level}" for block in letter.blocks if isinstance(block, Heading))]
        assert text_under(pdf, "H1") == [letter.title]

    def test_reads_out_every_word_in_order(self, name):
        letter = compose(name, FACTS[name])
        words = [run.text for block in letter.blocks for line in words_in(block) for run in line]

        read = without_spaces(all_text(opened(as_pdf(letter))))

        assert in_order(read, (letter.sender[0], *letter.recipient, letter.greeting, letter.title, *words))

    def test_is_on_a4_with_the_reference_and_the_number_on_every_page(self, name):
        pdf = opened(as_pdf(compose(name, FACTS[name])))

        for number, page in enumerate(pdf.pages, start=1):
            assert [float(edge) for edge in page.MediaBox] == pytest.approx(A4, abs=0.1)
            # The foot of a page is an artifact: it is seen, and not read out in the middle of a sentence.
            assert marked_text(page)[ARTIFACT] == f"7K2M-9QXRPage {number} of {len(pdf.pages)}"

    def test_has_the_same_bytes_each_time_and_in_another_process(self, name):
        letter = compose(name, FACTS[name])

        first = as_pdf(letter)
        printing._compiler.cache_clear()

        assert as_pdf(letter) == first

    def test_can_be_had_in_large_print(self, name):
        letter = compose(name, FACTS[name])

        large = opened(as_pdf(letter, size=PrintSize.LARGE))

        assert without_spaces(all_text(large)) == without_spaces(all_text(opened(as_pdf(letter))))
        assert len(large.pages) > 1


class TestTheLayout:
    def test_the_address_alone_stands_in_the_window(self):
        pdf = opened(as_pdf(compose("written-record", FACTS["written-record"])))

        seen = [one.text for one in pieces(pdf.pages[0]) if 20 <= one.left <= 110 and 46 <= one.down <= 92]

        assert "".join(seen) == "Ms Grace Okafor Flat 2 14 Station Road Exampleton EX2 2BB "

    def test_a_long_address_still_ends_in_the_window(self):
        lines = tuple(f"Line {number}" for number in range(1, 10))
        recipient = Recipient(name="Ms Grace Okafor", greeting="Ms Okafor", address=(*lines, "EX2 2BB"))
        facts = a_written_record(correspondence=a_correspondence(recipient=recipient))

        pdf = opened(as_pdf(compose("written-record", facts)))

        (postcode,) = (one for one in pieces(pdf.pages[0]) if one.text.startswith("EX2 2BB"))
        assert postcode.down <= 84

    def test_the_form_is_on_a_page_of_its_own_after_the_signature(self):
        pdf = opened(as_pdf(compose("consent-request", a_consent_request())))

        *letter, form = (page_text(page) for page in pdf.pages)

        assert "Yours sincerely" in letter[-1]
        assert form.startswith("Form: your choice")
        assert "Your signature:" in form

    def test_the_signature_never_stands_alone_on_a_page(self):
        for lines in range(1, 60):
            facts = a_written_record(record="\n".join(f"Line {number}." for number in range(lines)))

            pdf = opened(as_pdf(compose("written-record", facts)))

            assert not page_text(pdf.pages[-1]).startswith("Yours")

    def test_a_body_of_which_only_the_name_is_known_can_write(self):
        facts = a_written_record(correspondence=a_correspondence(sender=Contact(name="Willow Lane Surgery")))

        assert "Willow Lane Surgery" in all_text(opened(as_pdf(compose("written-record", facts))))

    def test_a_draft_says_so_on_every_page_and_in_its_title(self):
        content = a_response_content(signature=None)
        letter = compose("final-response", a_final_response(content=content), draft=True)

        pdf = opened(as_pdf(letter))

        assert str(pdf.docinfo.Title) == "Draft: do not send: Our answer to your complaint"
        assert all("Draft: do not send" in marked_text(page)[ARTIFACT] for page in pdf.pages)

    def test_quotations_and_lists_are_tagged_as_such(self):
        record = opened(as_pdf(compose("written-record", FACTS["written-record"])))
        steps = opened(as_pdf(compose("acknowledgement", FACTS["acknowledgement"])))

        assert "BlockQuote" in tags_in(record.Root.StructTreeRoot)
        assert {"L", "LI", "LBody"} <= set(tags_in(steps.Root.StructTreeRoot))

    def test_is_dated_by_the_letter_and_not_by_the_clock(self):
        facts = a_written_record(correspondence=a_correspondence(written_on=date(2026, 3, 29)))

        pdf = opened(as_pdf(compose("written-record", facts)))

        assert str(pdf.docinfo.CreationDate) == "D:20260329000000Z"


class TestWhatPeopleType:
    """Typst's language, Markdown and HTML are only text; every script and sign is printed or described."""

    @pytest.mark.parametrize(
        "typed",
        [
            '#read("/etc/passwd")',
            '#include "template.typ"',
            '"))) #panic("out") #(((',
            '\\\\")) #sys.inputs',
            "#{ while true {} }",
            "= Heading *strong* _emph_ `raw` $x^2$ <label> @ref // comment /* more */",
            "# Heading **bold** [link](http://a.example.org) <b>tag</b> &amp; \\u{41}",
            "Llŷr o Landŵr",
            "مرحبا بكم في المستشفى",
            "ਸਤ ਸ੍ਰੀ ਅਕਾਲ নমস্কার નમસ્તે नमस्ते வணக்கம்",
            "🙁 \x00\x07\x1b \u202e",
            "x" * 400,
            "W" * 400,
        ],
    )
    def test_is_printed_as_it_was_typed(self, typed):
        said = without_spaces(cleaned(typed))

        read = without_spaces(all_text(a_record_pdf(typed)))

        # Arabic is drawn from the right, and so comes out of a PDF in the order in which it is seen.
        assert said in read or said[::-1] in read

    @pytest.mark.parametrize("size", PrintSize)
    @pytest.mark.parametrize("word", ["W" * 400, "http://example.org/" + "a" * 300, "ŵ" * 90 + " " + "@" * 200])
    def test_runs_off_no_page(self, word, size):
        letter = compose("written-record", with_everywhere(word))

        pdf = opened(as_pdf(letter, size=size))

        # A space may hang over the edge.
        assert max(one.right for page in pdf.pages for one in pieces(page)) <= RIGHT_EDGE + 2

    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    @given(typed=st.text(min_size=1).filter(cleaned))
    @example(typed="क\u0301\u0327 x\u094d")
    @example(typed="\u0301")
    def test_never_stops_a_letter_from_being_printed(self, typed):
        pdf = opened(as_pdf(compose("written-record", with_everywhere(typed))))

        assert text_under(pdf, "H1") == ["A written copy of your complaint"]
        assert len(text_under(pdf, "H2")) == 7


class TestTheFonts:
    def test_have_every_character_that_we_say_they_have(self):
        characters = sorted(printable_characters())
        record = "\n".join(" ".join(characters[start : start + 40]) for start in range(0, len(characters), 40))

        # PDF/UA refuses a character that no font has.
        assert as_pdf(compose("written-record", a_written_record(record=record)))

    def test_are_those_of_the_folder_with_their_licence(self):
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER]).families()

        assert sorted(fonts) == sorted(FAMILIES)
        assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "OFL.txt").read_text("utf-8")


def test_several_letters_at_once_come_out_right():
    letters = [compose(name, FACTS[name]) for name in letter_names()] * 3

    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(as_pdf, letters))

    assert together == [as_pdf(letter) for letter in letters]


def with_everywhere(typed: str) -> WrittenRecord:
    """A letter with the same words wherever a person may type them; a reference is never typed."""
    return a_written_record(
        record=typed,
        outcome_wanted=typed,
        taken_by=typed,
        correspondence=a_correspondence(
            sender=Contact(name=typed, address=(typed,), phone=typed, email=typed),
            recipient=Recipient(name=typed, greeting=typed, address=(typed, typed)),
            handler=Handler(name=typed, post=typed),
            writer=Writer(name=typed, post=typed),
            advocacy=Contact(name=typed, website=typed),
        ),
    )


def in_order(read: str, words) -> bool:
    place = 0
    for word in map(without_spaces, words):
        place = read.find(word, place)
        if place < 0:
            return False
        place += len(word)
    return True
