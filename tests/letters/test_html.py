"""Does the page before a letter is sent show the letter, the whole letter, and only the letter?"""

import itertools
import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from putright.letters.blocks import words_in
from putright.letters.composition import compose
from putright.letters.html import as_html
from putright.letters.plain_text import cleaned
from putright.letters.texts import letter_names
from tests.letters.builders import a_consent_request, a_final_response, a_response_content, a_written_record
from tests.letters.every_letter import FACTS

ELEMENTS = {"article", "p", "strong", "br", "time", "h2", "h3", "h4", "ul", "li", "blockquote", "hr", "span"}
MARKUP = ['<script>alert("x")</script>', "<b>", "</p>", "&lt;", "&", "'", '"', "{{ 7 * 7 }}", "{% x %}", "]]>"]
ATTRIBUTES = {"class", "lang", "datetime"}


class Reading(HTMLParser):
    """The elements of a piece of HTML, their attributes, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.open: list[str] = []
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("br", "hr"):
            self.open.append(tag)
        self.words += "\n"

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


class TestEveryLetter:
    @pytest.mark.parametrize("name", letter_names())
    def test_shows_every_word(self, name):
        letter = compose(name, FACTS[name])

        words = squeezed(Reading(as_html(letter)).words)

        for block in letter.document:
            for line in words_in(block):
                assert squeezed("".join(run.text for run in line)) in words

    @pytest.mark.parametrize("name", letter_names())
    def test_has_one_heading_structure_below_that_of_the_page(self, name):
        headings = [tag for tag in Reading(as_html(compose(name, FACTS[name]))).elements if re.fullmatch(r"h\d", tag)]

        assert headings[0] == "h2"
        assert headings.count("h2") == 1
        assert all(int(after[1]) - int(before[1]) <= 1 for before, after in itertools.pairwise(headings))

    def test_may_be_a_page_of_its_own(self):
        html = as_html(compose("final-response", a_final_response()), top=1)

        assert '<h1 class="letter-heading-1">Our answer to your complaint</h1>' in html
        assert '<h3 class="letter-heading-3">1. You waited four hours to be seen</h3>' in html

    def test_is_safe_to_put_into_a_template(self):
        assert isinstance(as_html(compose("written-record", a_written_record())), Markup)

    def test_says_what_is_to_be_written_by_hand(self):
        html = as_html(compose("consent-request", a_consent_request()))

        assert 'Your signature: <span class="letter-line">to be filled in</span>' in html

    def test_a_draft_says_so_first(self):
        letter = compose("final-response", a_final_response(content=a_response_content(signature=None)), draft=True)

        assert Reading(as_html(letter)).words.strip().startswith("Draft: do not send")


class TestWhatPeopleType:
    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.sampled_from(MARKUP) | st.text()).map("".join).filter(cleaned))
    def test_is_only_text(self, typed):
        reading = Reading(as_html(compose("written-record", a_written_record(record=typed, taken_by=typed))))

        assert set(reading.elements) <= ELEMENTS
        assert reading.attributes <= ATTRIBUTES
        assert reading.open == []
        assert squeezed(cleaned(typed)) in squeezed(reading.words)
