"""Which letters can be written, what does each need, and how do the texts work? docs/letters.md comes from here."""

from dataclasses import MISSING, fields
from typing import get_args, get_origin, get_type_hints

from putright.letters.every_letter import FACTS_OF
from putright.letters.texts import LetterText, letter_names, letter_text

_PAGE = """\
# Letters

*Printed from `letters/catalogue.py` and the texts of the letters by `make docs`.*

A letter is made of a **text**, which anybody can read and which is the same for everyone, and **facts**, which are
one case's. `compose(name, facts)` gives the letter, with its words as blocks and as Markdown; `as_pdf(letter)` prints
it and `as_html(letter)` shows it on a page. The same facts give the same letter, byte for byte, on every machine.

## The texts

A text is a Markdown file in `src/putright/letters/texts/`. It begins with what the letter is for:

| Line | Says |
|---|---|
| `title` | the subject of the letter, and the title of the document |
| `to` | who reads it: `complainant`, `patient`, `staff` or another `body` |
| `fulfils` | the regulation, or the body's own promise, that the letter serves |
| `events` | what has happened once the letter is sent |
| `events_if` | what has also happened if a field is there |
| `requires` | the fields without which the letter cannot be written |

The rest is what the reader reads. Beside plain Markdown (headings of level 2 and 3, paragraphs, **bold**, lists with
bullets, quotations) a text may have these, and nothing else:

| In the text | Becomes |
|---|---|
| `{due_on}` in a sentence | the words of the field: 2 April 2026; bread, milk and tea |
| `{record}` alone | the paragraphs that were typed, or the lines of an address |
| `- {issues}` | a bullet for each of them |
| `{if reply_by}` … `{end}` | what stands between, if the field is there |
| `{unless reply_by}` … `{end}` | what stands between, if it is not |
| `{each next_steps}` … `{end}` | what stands between, once for each, with the fields of each |
| `{part advocacy}` | the text of `texts/parts/advocacy.md` |
| `- [ ] Yes` | a box to tick |
| `Your name: ____` | a line to write on |
| `[[{web_link}]]` | a square code that a telephone's camera reads; say the same in words beside it |
| `---` | a new page; the signature comes before it |

Words such as `{if …}` and `{end}` stand on lines of their own. A text is checked when it is first read: a field that
there is not, a field that may be missing where it stands, an `{if}` without its `{end}`, Markdown that a letter has
no place for, or a letter outward that does not say where advocacy is to be had (regulation 3(2)(d)) is an error that
names the file and the fault. So a letter is never half filled: what it needs is there, or it is not written and the
field is named.

Write for a reader of about nine: short sentences, everyday words, no italics, no capitals for emphasis. The tests
measure the reading age of every letter and the length of its sentences.

**Why not a template language that exists?** With one, facts become text first and the whole is read as Markdown
after, so everything that a person typed must be escaped, in every place, for ever. Here the text is read first, once,
and the facts go into the places that were found: what people type is never read as markup, because it is never read.
It is also checked without any facts at all, and takes a third of a millisecond. That is worth five words and two
short files.

## What people type

Line ends and spaces are made regular, and characters that show nothing (controls, marks that turn the direction of
writing) are left out. Fonts for the Latin, Greek, Cyrillic, Hebrew and Arabic alphabets and for Devanagari, Bengali,
Gurmukhi, Gujarati and Tamil come with the program. What none of them can show is said in words, in the same place in
the PDF, the page and the Markdown: `[crying face]`, `[writing in Thai that we cannot print]`. The words as they were
typed stay in the case.

## The paper

A4, 12 point in a typeface like Arial (`PrintSize.LARGE` gives 18 point), the address where the window of a DL
envelope shows it and nothing else there, marks for folding, the reference and "Page 1 of 2" on every page, room for a
signature unless the letter was signed electronically. The PDF is tagged (PDF/UA-1): title, language, headings, lists
and quotations in reading order; the foot of each page is not read out. Nothing in it comes from the clock: its date
is the letter's.

## A final response

It is written only if nothing is missing that regulation 14(2) asks for; `rules/final-response.md` has every case.
Before it is signed it can be read as a draft, `compose(name, facts, draft=True)`: every page then says that it must
not be sent, and it says where words are still to be written.

## The letters

Every letter also has what every letter has: who writes, to whom, the reference, the date, who looks after the
complaint and how to reach them, who signs, advocacy and the Ombudsman (`Correspondence`).

"""


def letters_page() -> str:
    """Return docs/letters.md: how the texts work, and every letter with its fields."""
    return _PAGE + "\n".join(_entry(letter_text(name)) for name in letter_names())


def _entry(text: LetterText) -> str:
    events = [f"`{event}`" for event in text.events]
    events += [f"`{event}` if `{field}` is there" for field, event in text.events_if.items()]
    kinds = get_type_hints(FACTS_OF[text.name])
    rows = [
        f"| `{field.name}` | {_kind(kinds[field.name])} | {'yes' if field.default is MISSING else ''} |"
        for field in fields(FACTS_OF[text.name])
        if field.name != "correspondence"
    ]
    return "\n".join(
        (
            f"### {text.title}",
            "",
            f"`{text.name}`, to the {text.to}. Fulfils: {text.fulfils}. Records: {', '.join(events)}.",
            "",
            "| Field | What it is | Needed |",
            "|---|---|---|",
            *rows,
            "",
        )
    )


def _kind(kind: object) -> str:
    """What kind of fact a field holds, in words."""
    parts = [part for part in get_args(kind) if part not in (type(None), Ellipsis)]
    if not parts:
        return _NAMES.get(kind, getattr(kind, "__name__", str(kind)))
    return f"list: {_kind(parts[0])}" if get_origin(kind) is tuple else _kind(parts[0])


_NAMES: dict[object, str] = {str: "words", bool: "yes or no"}
