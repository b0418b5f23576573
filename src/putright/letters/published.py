"""How does a body's procedure read on its public page? In plain words, its promises beside what the law says."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader
from jinja2.ext import i18n
from markupsafe import Markup

from putright.domain.findings import Finding
from putright.domain.plain import inside
from putright.domain.programme import Programme
from putright.letters.published_facts import Line, Published, StageShown, fact_in_words, published
from putright.letters.published_steps import StepShown
from putright.letters.timetable import svg_of

HEADINGS: Final = ("What is promised", "By when", "Where it says so", "What the law says")


def as_markdown(programme: Programme, law: Programme | None, findings: Sequence[Finding] = ()) -> str:
    """The public page of a procedure as Markdown (regulation 16): promises, dates, the law, readings and pledges."""
    page = published(programme, law, findings)
    parts = [f"# {page.title}\n", *_facts(page), *_more_by_law(page)]
    for stage in page.stages:
        parts += _stage(stage)
    if page.law:
        parts.append(f"\n{LAW_COUNTS}")
    for part in page.parts:
        parts += [f"\n## {part.heading}\n", *map(_line, part.lines)]
    return "\n".join(parts) + "\n"


def as_html(programme: Programme, law: Programme | None, findings: Sequence[Finding] = ()) -> str:
    """The public page as a file that stands alone: its own style, no script, nothing from elsewhere."""
    page = published(programme, law, findings)
    template = _templates().get_template("procedure.html.jinja")
    return template.render(page=page, picture=Markup(svg_of(page)), style=Markup(page_style()), law_counts=LAW_COUNTS)  # noqa: S704 # our own drawing and style


LAW_COUNTS: Final = (
    "Where the law's day comes before the procedure's, the law's day counts. The law's time is never paused."
)


@cache
def _templates() -> Environment:
    """The templates of the file that stands alone: it is in English, so what a page translates stays as it is."""
    made = Environment(
        loader=PackageLoader("putright.letters"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[i18n],
    )
    made.policies["ext.i18n.trimmed"] = True
    made.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    made.filters |= {"as_written": str, "ours": str, "in_words": fact_in_words}
    return made


@cache
def page_style() -> str:
    """The style of the page that stands alone."""
    return files("putright.letters").joinpath("templates/procedure.css").read_text(encoding="utf-8")


def _facts(page: Published) -> Iterator[str]:
    yield from (f"- {name}: {fact_in_words(value)}" for name, value in page.facts)


def _more_by_law(page: Published) -> Iterator[str]:
    if page.more_by_law:
        yield "\n## Where the law promises you more\n"
        yield "This is the procedure as it was published. In these places the law promises more, and the law counts:\n"
        yield from (f"- {one.words} ({one.clause})" for one in page.more_by_law)


def _stage(stage: StageShown) -> Iterator[str]:
    yield f"\n## {stage.heading}\n"
    if stage.begins:
        yield f"{stage.begins}\n"
    if stage.steps:
        yield f"| {' | '.join(HEADINGS)} |"
        yield "| --- | --- | --- | --- |"
        yield from map(_row, stage.steps)


def _row(step: StepShown) -> str:
    who = [f"Who: {step.who}."] if step.who else []
    law = f"{step.law}. The law's date counts." if step.law_counts and step.law else step.law
    read = [f"How this is read: {step.reading}"] if step.reading else []
    cells = (" ".join([step.promise, *who, *step.notes, *read]), step.when, step.clause, law)
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")


def _line(line: Line) -> str:
    return f"- {line.said}{f' ({inside(line.where)})' if line.where else ''}"
