"""At which age can a text be read? Its sentences are taken from the page or the letter, and measured by textstat.

Flesch and Kincaid's grade is that of a school year in the United States; who is in it is five years older.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import html
from textstat import textstat

FROM_GRADE_TO_AGE = 5
# Texts of less than this are labels, which a formula made for prose says nothing of.
FEWEST_WORDS = 4
# Two or three sentences are measured with much chance: with fewer words a page is held to its sentences alone.
ENOUGH_WORDS = 30
LONGEST_SENTENCE = 25
# What people cannot leave out and our own sentences do not choose; each counts as one short word.
NAMES = re.compile(
    r"Parliamentary and Health Service Ombudsman|Local Government and Social Care Ombudsman|Healthwatch England|"
    r"Ombudsman|NHS England|Information Commissioner(?:’s Office)?|The [\w-]+ example|[A-Z]\w+ Example\w*|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?= \d)|\d+ (?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December) \d{4}|[A-Z0-9]{4}-[A-Z0-9]{4}|https?://\S+|\S+@\S+|[\d ]{5,}"
)
# Where a page holds what is not prose of ours: figures, ways to reach somebody, citations, what somebody typed, code.
NOT_PROSE = (
    "self::table or self::dl or self::script or self::style or self::svg or self::select or self::textarea"
    " or self::address or self::code or self::pre or @hidden"
    " or contains(concat(' ', @class, ' '), ' app-authority ') or contains(@class, 'app-as-typed')"
    " or contains(@class, 'app-contact') or contains(@class, 'app-ways') or contains(@class, 'nhsuk-u-visually-hidden')"
    " or @data-words"
)
# A date or a time as the NHS content guide does not write it: it has 2 April 2026, 5:30pm, midday.
OTHERWISE = re.compile(
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{1,2}(?:st|nd|rd|th)\b(?= (?:of )?[A-Z])|"
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?= \d)|"
    r"\b(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b(?= \d)|"
    r"\b0\d (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r"\b(?:January|February|March|April|June|July|August|September|October|November|December) \d{1,2},|"
    r"day, \d{1,2} [A-Z]|\b\d{1,2}:\d{2}(?!\d|[ap]m)|\b\d{1,2}(?:[.:]\d{2})? [ap]m\b|\b\d{1,2}\.\d{2}[ap]m|"
    r"\b\d{1,2}:00[ap]m|\b12[ap]m\b|\b\d{1,2} noon\b|\b[ap]\.m\."
)
BLOCKS = {
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "label",
    "legend",
    "div",
    "summary",
    "dd",
    "figcaption",
    "main",
    "ol",
    "ul",
}
ENDS = re.compile(r"(?<=[.?!:;]) +")


@dataclass(frozen=True)
class Measured:
    """How a text was measured: the age at which it can be read, its words, and its longest sentence."""

    age: float
    words: int
    longest: str

    @property
    def is_prose(self) -> bool:
        """Whether there is enough of it for a formula."""
        return self.words >= ENOUGH_WORDS


def measured(sentences: Sequence[str]) -> Measured:
    """Measure sentences, each of which may hold names and dates."""
    plain = [_ended(NAMES.sub("it", sentence)) for sentence in sentences]
    plain = [sentence for sentence in plain if len(sentence.split()) >= FEWEST_WORDS]
    if not plain:
        return Measured(age=0.0, words=0, longest="")
    text = " ".join(plain)
    return Measured(
        age=round(textstat.flesch_kincaid_grade(text) + FROM_GRADE_TO_AGE, 1),
        words=textstat.lexicon_count(text),
        longest=max(plain, key=lambda sentence: len(sentence.split())),
    )


def sentences_of(page: str) -> list[str]:
    """The sentences of the content of a page that are prose of ours."""
    tree = html.document_fromstring(page)
    for element in tree.xpath(f"//*[{NOT_PROSE}]"):
        element.drop_tree()
    return [sentence for block in _blocks(tree.xpath("//main")[0]) for sentence in sentences_in(block)]


def sentences_in(text: str) -> list[str]:
    """The sentences of a text; what follows a colon or a semicolon is read as a sentence of its own."""
    return [each for each in ENDS.split(" ".join(text.split())) if each]


def text_of(page: str) -> str:
    """All that can be read on a page, but what stands for the browser alone."""
    tree = html.document_fromstring(page)
    for element in tree.xpath("//script | //style | //svg | //code | //pre"):
        element.drop_tree()
    return " ".join(" ".join(tree.itertext()).split())


def _blocks(element: html.HtmlElement) -> Iterator[str]:
    """The text of each innermost block, in order; the text between blocks is a block too."""
    held = [element.text or ""]
    for child in element:
        if child.tag in BLOCKS or child.xpath(f".//*[{' or '.join(f'self::{tag}' for tag in BLOCKS)}]"):
            yield "".join(held)
            yield from _blocks(child)
            held = []
        elif child.tag == "br":
            held.append(". ")
        elif isinstance(child.tag, str):
            held.append(" ".join(child.itertext()) if child.tag != "a" else "".join(child.itertext()))
        held.append(child.tail or "")
    yield "".join(held)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence.rstrip(':;,')}."
