"""What is asked for the yearly return on a form, and what was answered?"""

from __future__ import annotations

from collections.abc import Mapping

# What Django's forms clean is untyped, hence Any.
from typing import Any, Final

from django import forms

from putright.casework.queries.for_return import DimensionAsked
from putright.domain.returns import Dimension
from putright.web.forms import CheckboxesField, Choice, SelectField

NOT_SAID: Final = "Not said yet"
BEFORE: Final = "return_"  # how the names of the boxes begin where they stand on a form of other things


def field_of(asked: DimensionAsked, *, hint: str = "") -> forms.Field:
    """The question of one dimension: one answer, or as many as there are."""
    choices = [Choice(code, words) for code, words in asked.choices]
    if asked.of_one:
        return SelectField(asked.asks, choices, unchosen=NOT_SAID, hint=hint)
    return CheckboxesField(asked.asks, choices, small=True, hint=hint)


def said_in(
    answers: Mapping[str, Any], asked: tuple[DimensionAsked, ...], *, before: str = ""
) -> dict[Dimension, frozenset[str]]:
    """What was answered to each question, where it was one; `before` is how the names of the boxes begin."""
    said = {}
    for each in asked:
        answer = answers.get(before + each.dimension.value) or ()
        said[each.dimension] = frozenset({answer} if isinstance(answer, str) else answer)
    return said
