"""How does a form ask what is put right, by whom and when?"""

from __future__ import annotations

from django import forms

from putright.letters.facts import Improvement
from putright.web.acts.act import ActForm, Part
from putright.web.forms import Choice, DateField, RadiosField, TextareaField, TextField

MOST = 3
DONE, TO_DO = "done", "to-do"
_ORDINALS = ("first", "second", "third")
_NEEDED = {"what": "Say what is put right", "who": "Say who sees to it", "when": "Say whether it has been done"}


def add_improvements(form: ActForm, known: tuple[Improvement, ...] = (), *, one_is_needed: bool = False) -> None:
    """Add the questions on what is put right, with what has been answered before."""
    for number in range(1, MOST + 1):
        for name, field in _questions(number, is_needed=one_is_needed and number == 1).items():
            if isinstance(field, DateField):
                field.today = form.today
            form.fields[name] = field
    for number, improvement in enumerate(known[:MOST], start=1):
        form.initial.update(
            {
                f"what_{number}": improvement.what,
                f"who_{number}": improvement.who,
                f"when_{number}": DONE if improvement.done_on else TO_DO,
                f"done_on_{number}": improvement.done_on,
                f"due_on_{number}": improvement.due_on,
            }
        )


def parts_with_improvements(form: ActForm) -> tuple[Part, ...]:
    """The form with each thing that is put right in a part of its own; what is empty after the first is folded."""
    names = {name for number in range(1, MOST + 1) for name in _names(number)}
    others = Part(heading="", fields=tuple(bound for bound in form.asked if bound.name not in names))
    rows = (_part(form, number) for number in range(1, MOST + 1))
    return (others, *rows)


def check_improvements(form: ActForm) -> None:
    """Say at the question what is missing of something that is put right."""
    for number in range(1, MOST + 1):
        answers = form.cleaned_data
        if not any(answers.get(name) for name in _names(number)):
            continue
        for name, words in _NEEDED.items():
            if not answers.get(f"{name}_{number}") and f"{name}_{number}" not in form.errors:
                form.add_error(f"{name}_{number}", words)


def improvements_said(form: ActForm) -> tuple[Improvement, ...]:
    """What is put right."""
    answers = form.cleaned_data
    return tuple(
        Improvement(
            what=answers[f"what_{number}"],
            who=answers[f"who_{number}"],
            done_on=answers.get(f"done_on_{number}"),
            due_on=answers.get(f"due_on_{number}"),
        )
        for number in range(1, MOST + 1)
        if answers.get(f"what_{number}")
    )


def _names(number: int) -> tuple[str, ...]:
    return tuple(f"{name}_{number}" for name in ("what", "who", "when", "done_on", "due_on"))


def _part(form: ActForm, number: int) -> Part:
    revealed = {f"done_on_{number}", f"due_on_{number}"}
    fields = tuple(form[name] for name in _names(number) if name not in revealed)
    is_empty = not any(bound.value() for bound in fields)
    return Part(
        heading=f"The {_ORDINALS[number - 1]} thing that is put right", fields=fields, folded=number > 1 and is_empty
    )


def _questions(number: int, *, is_needed: bool) -> dict[str, forms.Field]:
    needed = _NEEDED if is_needed else dict.fromkeys(_NEEDED, "")
    choices = (
        Choice(DONE, "It has been done", reveals=(f"done_on_{number}",)),
        Choice(TO_DO, "It is still to be done", reveals=(f"due_on_{number}",)),
    )
    return {
        f"what_{number}": TextareaField("What is put right?", required=needed["what"], rows=2, max_length=2_000),
        f"who_{number}": TextField(
            "Who sees to it?", required=needed["who"], hint="A post rather than a name", max_length=120
        ),
        f"when_{number}": RadiosField("Has it been done?", choices, required=needed["when"]),
        f"done_on_{number}": DateField(
            "On which day?", name="The day it was done", required="Enter the day it was done", not_after_today=True
        ),
        f"due_on_{number}": DateField(
            "By which day?", name="The day it is to be done", required="Enter the day by which it will be done"
        ),
    }
