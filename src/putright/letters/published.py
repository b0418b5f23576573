"""How does a body's procedure read on its public page? In plain words, its promises beside what the law says."""

from collections.abc import Iterable, Mapping

from markdown_it import MarkdownIt

from putright.domain.explain import in_plain
from putright.domain.periods import in_words
from putright.domain.programme import Programme, Rule
from putright.domain.vocabulary import Strength

HEADINGS = ("What is promised", "By when", "Where it says so", "What the law says")


def as_markdown(programme: Programme, law: Programme | None) -> str:
    """The public page of a procedure as Markdown (regulation 16): promises, dates, the law, readings and pledges."""
    procedure = programme.procedure
    parts = [
        f"# {procedure.title}",
        *_facts(programme),
        *_promises(programme, law),
        *_section(
            "What else is promised", (f"- {one.words}{_clause(one.clause)}" for one in procedure.pledges.values())
        ),
        *_section("Where you can go next", _ways_on(programme)),
        *_section("How unclear wording is read", _readings(programme)),
    ]
    return "\n".join(parts) + "\n"


def as_html(programme: Programme, law: Programme | None) -> str:
    """The public page as a piece of HTML; everything in it is escaped, nothing runs."""
    return str(MarkdownIt("commonmark", {"html": False}).enable("table").render(as_markdown(programme, law)))


def promises(programme: Programme, law: Programme | None) -> tuple[tuple[str, str, str, str], ...]:
    """The rows of the table of promises: what, by when, where it says so, and what the law says."""
    lawful = {rule.name: rule for rule in law.rules} if law else {}
    in_order = sorted(programme.rules, key=lambda rule: programme.order.index(rule.name))
    return tuple((rule.step.promise, _when(rule), rule.step.clause or "", _law(rule, lawful)) for rule in in_order)


def _when(rule: Rule) -> str:
    aim = (
        " (an aim)" if rule.strength is Strength.AIM else " (if it chooses to)" if rule.strength is Strength.MAY else ""
    )
    return f"{in_plain(str(rule.due))}{aim}"


def _law(rule: Rule, lawful: Mapping[str, Rule]) -> str:
    fulfilled = lawful.get(rule.step.fulfils or "")
    return f"{in_plain(str(fulfilled.due))} ({fulfilled.cites})" if fulfilled else ""


def _facts(programme: Programme) -> Iterable[str]:
    procedure = programme.procedure
    said = {
        "Version": procedure.version,
        "In force from": in_words(procedure.effective) if procedure.effective else None,
        "Published": in_words(procedure.published) if procedure.published else None,
        "To be reviewed by": in_words(procedure.review) if procedure.review else None,
    }
    known = [f"- {name}: {value}" for name, value in said.items() if value]
    yield ""
    yield from known or ["This procedure was published without a date or version."]


def _promises(programme: Programme, law: Programme | None) -> Iterable[str]:
    yield "\n## What is promised, and by when\n"
    yield f"| {' | '.join(HEADINGS)} |"
    yield "| --- | --- | --- | --- |"
    for row in promises(programme, law):
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |"
    if law:
        yield "\nWhere the law's date is earlier than the procedure's, the law's date binds. Its clocks never pause."


def _ways_on(programme: Programme) -> Iterable[str]:
    for way in programme.procedure.goes_next:
        yield f"- {way.words or way.to}{_clause(way.clause)}"


def _readings(programme: Programme) -> Iterable[str]:
    for one in programme.procedure.unclear:
        yield f"- {one.says} Read as: {one.reading}{_clause(one.clause)}"


def _clause(clause: str | None) -> str:
    return f" (clause {clause})" if clause else ""


def _section(heading: str, lines: Iterable[str]) -> Iterable[str]:
    written = list(lines)
    return [f"\n## {heading}\n", *written] if written else []
