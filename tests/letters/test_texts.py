"""Is every letter's text sound, plain, and true to what it is for?"""

import itertools
import re

import pytest

from putright.domain.vocabulary import CORE_EVENTS
from putright.letters.blocks import Heading, words_in
from putright.letters.composition import compose
from putright.letters.errors import UnknownLetter, UnsoundText
from putright.letters.texts import FOLDER, Reader, letter_names, letter_text, read_letter_text
from tests.letters.every_letter import FACTS
from tests.plain_words import OTHERWISE, measured

LETTERS = letter_names()
OUTWARD = [name for name in LETTERS if letter_text(name).to.is_person]
TO_STAFF = [name for name in LETTERS if letter_text(name).to is Reader.STAFF]
FRONT = "---\ntitle: A title\nto: {to}\nfulfils: SI 2009/309\nevents: [{events}]\nrequires: [{requires}]\n---\n"


def a_source(body: str, *, to="staff", events="update_sent", requires="done_so_far") -> str:
    return FRONT.format(to=to, events=events, requires=requires) + body


class TestEveryLetter:
    def test_has_a_file_and_every_file_is_a_letter(self):
        assert {path.stem for path in FOLDER.glob("*.md")} == set(LETTERS)

    def test_uses_every_part(self):
        used = {part for name in LETTERS for part in letter_text(name).parts}
        within = {
            part for path in FOLDER.rglob("*.md") for part in re.findall(r"\{part ([a-z-]+)\}", path.read_text("utf-8"))
        }

        assert {path.stem for path in FOLDER.glob("parts/*.md")} == used | within

    @pytest.mark.parametrize("name", LETTERS)
    def test_records_events_that_there_are(self, name):
        text = letter_text(name)

        assert text.events
        assert {*text.events, *text.events_if.values()} <= set(CORE_EVENTS)

    @pytest.mark.parametrize("name", OUTWARD)
    def test_outward_says_where_advocacy_is_to_be_had_and_offers_other_forms(self, name):
        assert {"advocacy", "formats"} <= set(letter_text(name).parts)

    def test_to_staff_says_where_support_is_to_be_had(self):
        assert TO_STAFF == ["statement-request"]
        assert "support" in letter_text("statement-request").requires

    @pytest.mark.parametrize("name", LETTERS)
    def test_has_headings_in_order(self, name):
        levels = [block.level for block in compose(name, FACTS[name]).blocks if isinstance(block, Heading)]

        assert levels[0] == 2
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


class TestPlainWords:
    """A reading age of 9 to 11 is the aim: short sentences, short words (Flesch and Kincaid's grade plus five)."""

    @pytest.mark.parametrize("name", LETTERS)
    def test_every_letter_can_be_read_at_nine(self, name):
        assert measured(own_sentences(name)).age <= 9

    @pytest.mark.parametrize("name", LETTERS)
    def test_no_sentence_is_long(self, name):
        longest = max(own_sentences(name), key=lambda sentence: len(sentence.split()))

        assert len(longest.split()) <= 20, longest

    @pytest.mark.parametrize("name", LETTERS)
    def test_dates_and_times_are_written_as_the_nhs_writes_them(self, name):
        assert not OTHERWISE.search(" ".join(own_sentences(name)))

    @pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.md")), ids=lambda path: path.stem)
    def test_no_text_uses_words_of_the_office(self, path):
        words = (
            r"\b(?:utilise|commence|prior to|in accordance with|pursuant|aforementioned|hereby|regarding|endeavour)\b"
        )

        assert not re.search(words, path.read_text("utf-8"), re.IGNORECASE)


class TestAnUnsoundText:
    @pytest.mark.parametrize(
        ("source", "said"),
        [
            ("Dear you", "begins with its front matter"),
            ("---\ntitle: x\n---\nDear you", "the front matter says"),
            (a_source("Hello", to="everybody"), "'everybody' is not a valid Reader"),
            (a_source("Hello {colour}"), "there is no field 'colour'"),
            (a_source("Hello", requires="colour"), "there is no field 'colour'"),
            (a_source("We are late: {delay_reason}"), "{delay_reason} may be missing"),
            (a_source("{if delay_reason}\nLate.\n{end}\n{delay_reason}"), "{delay_reason} may be missing"),
            (a_source("{unless delay_reason}\n{delay_reason}\n{end}"), "{delay_reason} may be missing"),
            (a_source("{if delay_reason}\nLate."), "has no {end}"),
            (a_source("Hello\n{end}"), "an {end} too many"),
            (a_source("{if}\nHello\n{end}"), "{if} names no field"),
            (a_source("{each done_so_far}\nHello\n{end}"), "not a list of rows"),
            (a_source("Hello {Done_so_far}"), "this is no placeholder"),
            (a_source("Hello {done_so_far"), "this is no placeholder"),
            (a_source("{part tea}"), "there is no part 'tea'"),
            (a_source("1. First"), "ordered list"),
            (a_source("Hello", to="complainant"), "add {part advocacy}"),
            (a_source("Hello").replace("title: A title", "title: [A"), "progress-update.md"),
        ],
    )
    def test_is_refused(self, source, said):
        with pytest.raises(UnsoundText, match=re.escape(said)) as refusal:
            read_letter_text("progress-update", source)

        assert str(refusal.value).startswith("progress-update.md: ")

    def test_a_letter_that_there_is_not_is_refused(self):
        with pytest.raises(UnknownLetter, match="no letter 'love-letter'"):
            letter_text("love-letter")


def own_sentences(name: str) -> list[str]:
    """The sentences of a letter that are ours, with the facts in them."""
    lines = [
        "".join(run.text for run in words)
        for block in compose(name, FACTS[name]).blocks
        for words in words_in(block)
        if not any("\n" in run.text for run in words)
    ]
    sentences = (part for line in lines for part in re.split(r"(?<=[.?!:]) ", line))
    return [sentence for sentence in sentences if len(sentence.split()) > 3]
