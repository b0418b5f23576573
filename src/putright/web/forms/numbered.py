"""How is a form asked once more, of something else? The same questions under names of their own."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace

from django import forms

from putright.web.forms.drawing import look_of
from putright.web.forms.look import Look
from putright.web.forms.page_form import PageForm


def box_of(name: str, number: int) -> str:
    """Return what a field is called the so-manieth time that it is asked.

    >>> box_of("occurred_on", 1), box_of("occurred_on", 3)
    ('occurred_on', 'occurred_on_3')
    """
    return name if number == 1 else f"{name}_{number}"


def numbered(form: type[PageForm], number: int, *, labels: Mapping[str, str] | None = None) -> type[PageForm]:
    """Return the form with its fields named for the so-manieth time; `labels` are other words for some of them."""
    fields: dict[str, object] = {"__doc__": form.__doc__}
    for name, field in form.base_fields.items():
        fields[box_of(name, number)] = _put_otherwise(field, number, (labels or {}).get(name, ""))
    return type(f"{form.__name__}{number}", (PageForm,), fields)


def _put_otherwise(field: forms.Field, number: int, label: str) -> forms.Field:
    made = deepcopy(field)
    look = look_of(made)
    choices = tuple(
        replace(choice, reveals=tuple(box_of(name, number) for name in choice.reveals)) for choice in look.choices
    )
    put: Look = replace(look, choices=choices, label=label or look.label)
    made.look = put  # type: ignore[attr-defined]  # every field of ours has one
    return made
