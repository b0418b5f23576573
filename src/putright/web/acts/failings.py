"""How does the form of the response ask what should have happened, and what it meant that it did not?"""

from __future__ import annotations

from collections.abc import Iterable

from putright.casework.response_draft import Failing
from putright.web.acts.act import ActForm, Part
from putright.web.forms import TextareaField

_MOST = 4_000


def add_failings(form: ActForm, found: Iterable[Failing], said: Iterable[Failing]) -> None:
    """Add two questions for each issue on which something fell short; they begin with what was found."""
    written = {failing.issue: failing for failing in said}
    for one in found:
        begin = written.get(one.issue, one)
        form.fields[f"should_{one.issue}"] = TextareaField(
            "What should have happened?", hint="What the person could expect, in plain words.", rows=3, max_length=_MOST
        )
        form.fields[f"effect_{one.issue}"] = TextareaField(
            "What did it mean for the person that it did not?",
            hint="Write to them: “You were …”.",
            rows=3,
            max_length=_MOST,
        )
        form.initial.update({f"should_{one.issue}": begin.should, f"effect_{one.issue}": begin.effect})


def failing_parts(form: ActForm) -> tuple[Part, ...]:
    """Each issue on which something fell short, as a part of the form."""
    return tuple(
        Part(
            heading=f"What went wrong on issue {issue}",
            fields=(form[f"should_{issue}"], form[f"effect_{issue}"]),
        )
        for issue in _issues(form)
    )


def failings_said(form: ActForm) -> tuple[Failing, ...]:
    """What the response is to say of each."""
    answers = form.cleaned_data
    return tuple(
        Failing(issue=issue, should=answers[f"should_{issue}"], effect=answers[f"effect_{issue}"])
        for issue in _issues(form)
    )


def _issues(form: ActForm) -> list[int]:
    return [int(name.removeprefix("should_")) for name in form.fields if name.startswith("should_")]
