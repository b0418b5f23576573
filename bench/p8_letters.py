"""P8: what does a final response cost, from its facts to an accessible PDF, its text filled and its parts checked?

A thousand letters, no two the same, in one process. Beside them, the same letters made by WeasyPrint from HTML, and two
limits: typst given the data of our template, made before; and typst given the same words with hardly any design.
"""

import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from html import escape
from pathlib import Path

from bench.measure import ROOT, Goal, Reading, Result, elsewhere, in_turns, peers_python, timed, versions_of
from putright.domain.response import IssueAnswer
from putright.letters import pdf
from putright.letters.composition import Letter, compose
from putright.letters.errors import IncompleteResponse
from putright.letters.facts import FinalResponse
from putright.letters.html import as_html
from tests.letters import builders
from tests.letters.reading import all_text, opened

LETTERS, LETTERS_OF_THE_PEER = 1_000, 40
OURS, WORDS = "putright", "putright, the words without the paper"
TYPST, PLAIN, WEASYPRINT = "bare typst, our template", "bare typst, the words plainly set", "WeasyPrint"
# In so many times the limit's time, it makes 0.7 of its letters.
MOST_OF_THE_LIMIT = 1 / 0.7
SURNAMES = ("Okafor", "Patel", "Brown", "Nowak", "Khan", "Williams", "Ahmed", "Jones", "Begum", "Smith")
CSS = (
    "@page { size: A4; margin: 25mm } body { font: 12pt/1.5 sans-serif } h1 { font-size: 16pt } h2 { font-size: 14pt }"
)


def main(_arguments: list[str]) -> int:
    """Checks some letters, measures the sides in turns, and keeps the result."""
    facts = [_facts(number) for number in range(LETTERS)]
    letters = [compose("final-response", each) for each in facts]
    checks = _checked(facts, letters)
    with tempfile.TemporaryDirectory(prefix="putright-bench-") as folder:
        pages = Path(folder) / "letters.json"
        pages.write_text(json.dumps([_html(letter) for letter in letters[: LETTERS_OF_THE_PEER + 3]]))
        sides = _sides(facts, letters, pages)
        checks |= _checked_peer(facts[0], sides[WEASYPRINT], pages)
        costs = in_turns(sides)
    Result(
        workload="p8-letters",
        question="a final response, from its facts to an accessible PDF of PDF/UA-1",
        peers={OURS: [WEASYPRINT]},
        limits={OURS: [TYPST, PLAIN, WORDS]},
        costs=costs,
        goals=[
            Goal(OURS, WEASYPRINT, at_least=8),
            Goal(OURS, TYPST, at_most=round(MOST_OF_THE_LIMIT, 2)),
            Goal(OURS, PLAIN, at_most=round(MOST_OF_THE_LIMIT, 2)),
        ],
        checks=checks,
        versions=versions_of("typst") | {"weasyprint": _requirements().read_text().strip().partition("==")[2]},
    ).keep()
    return 0


def _sides(facts: Sequence[FinalResponse], letters: Sequence[Letter], pages: Path) -> dict[str, Callable[[], Reading]]:
    ours, plain = [_source(letter) for letter in letters], [_plain(letter) for letter in letters]
    weasyprint = partial(elsewhere, "bench.weasyprint_letters", str(pages), python=peers_python(_requirements()))
    return {
        OURS: lambda: timed(lambda: [pdf.as_pdf(compose("final-response", each)) for each in facts], len(facts)),
        WORDS: lambda: timed(lambda: [compose("final-response", each) for each in facts], len(facts)),
        TYPST: lambda: timed(lambda: [_compiled(source) for source in ours], len(ours)),
        PLAIN: lambda: timed(lambda: [_compiled(source) for source in plain], len(plain)),
        WEASYPRINT: lambda: Reading(**weasyprint()),
    }


def _requirements() -> Path:
    return ROOT / "bench" / "requirements-weasyprint.txt"


def _facts(number: int) -> FinalResponse:
    """A final response like no other: its people, its days, how many issues it answers."""
    surname = SURNAMES[number % len(SURNAMES)]
    received_on = date(2026, 1, 5) + timedelta(days=number % 60)
    whole = builders.a_final_response()
    to = replace(whole.correspondence.recipient, name=f"Ms {surname} {number}", greeting=f"Ms {surname}")
    answers = [
        IssueAnswer(
            issue=f"{answer.issue} ({number}-{place})",
            conclusion=f"{answer.conclusion} Our note of this has the number {number * 10 + place}.",
            remedial_action_needed=answer.remedial_action_needed,
            remedial_action=answer.remedial_action,
        )
        for place, answer in enumerate(whole.content.answers[: 1 + number % 3])
    ]
    return replace(
        whole,
        correspondence=replace(whole.correspondence, reference=f"7K2M-{number:04d}", recipient=to),
        received_on=received_on,
        patient_name=f"Mr {surname} {number}",
        content=replace(whole.content, answers=tuple(answers)),
    )


def _checked(facts: Sequence[FinalResponse], letters: Sequence[Letter]) -> dict[str, str]:
    """Read some of the PDFs back, and see that a response that lacks what the law requires is refused."""
    for number in (0, 1, 2, 500, LETTERS - 1):
        text = all_text(opened(pdf.as_pdf(letters[number])))
        for expected in (f"7K2M-{number:04d}", facts[number].patient_name, f"the number {number * 10}"):
            if " ".join(expected.split()) not in " ".join(text.split()):
                raise RuntimeError(f"letter {number} lacks {expected!r}: {text}")
    try:
        compose("final-response", replace(facts[0], content=replace(facts[0].content, how_considered="")))
    except IncompleteResponse:
        return {"five letters read back from their PDF": "right", "a response without a required part": "refused"}
    raise RuntimeError("a response that lacks what the law requires was written")


def _checked_peer(facts: FinalResponse, side: Callable[[], Reading], pages: Path) -> dict[str, str]:
    """Read back what the peer makes: the same words, and tagged as we tag them."""
    side()
    made = opened(pages.with_suffix(".pdf").read_bytes())
    with made.open_metadata() as about:
        if about.get("pdfuaid:part") != "1" or facts.correspondence.reference not in all_text(made):
            raise RuntimeError("the peer's letter is another one, or not PDF/UA-1")
    return {"the peer's first letter": "the same words, as PDF/UA-1"}


def _source(letter: Letter) -> bytes:
    quoted = pdf._quoted(pdf._data(letter, pdf.PrintSize.STANDARD))
    return f'#import "template.typ": letter\n#letter(json(bytes("{quoted}")))'.encode("ascii")


def _plain(letter: Letter) -> bytes:
    """The same words with a title, headings and paragraphs: about the least that is an accessible letter."""
    lines = [line.strip() for line in letter.markdown.splitlines()]
    parts = [
        f"#heading({_quoted(line.lstrip('# '))})" if line.startswith("#") else f"#par({_quoted(line)})"
        for line in lines
        if line
    ]
    head = (
        f'#set document(title: {_quoted(letter.title)})\n#set text(font: "{pdf.FAMILIES[0]}", size: 12pt, lang: "en")'
    )
    return "\n".join([head, *parts]).encode()


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _compiled(source: bytes) -> bytes:
    written = datetime.combine(date(2026, 5, 28), time(), UTC)
    made = pdf._compiler().compile(source, format="pdf", pdf_standards=["ua-1"], timestamp=written)
    if not isinstance(made, bytes):
        raise TypeError(made)
    return made


def _html(letter: Letter) -> str:
    head = f"<meta charset='utf-8'><title>{escape(letter.title)}</title><style>{CSS}</style>"
    return f"<!DOCTYPE html><html lang='en-GB'><head>{head}</head><body>{as_html(letter, top=1)}</body></html>"


if __name__ == "__main__":
    raise SystemExit(main([]))
