"""What does the NHS macro of a question need to know: its words, what was typed, what is wrong?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

# Parameters of the macros are plain dictionaries of anything, hence Any.
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from markupsafe import Markup

from putright.web.as_written import as_written
from putright.web.forms.counting import words_of_count
from putright.web.forms.dates import PARTS, TypedDate
from putright.web.forms.look import Choice, Component, Look
from putright.web.language import Language, translated
from putright.web.problems import told

_BOXES = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
_BIRTHDAY = {"day": "bday-day", "month": "bday-month", "year": "bday-year"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """The component to draw and the parameters of its macro."""

    component: str
    parameters: dict[str, Any]


def look_of(field: forms.Field) -> Look:
    """Return how the field is put; a field of Django's own is a mistake."""
    look = getattr(field, "look", None)
    if not isinstance(look, Look):
        raise TypeError(f"{type(field).__name__} is not one of the fields of putright.web.forms")
    return look


def drawn(
    bound: BoundField, draw: Callable[[BoundField], Markup], *, heading: bool = False, caption: str = "", size: str = ""
) -> Drawn:
    """Return what draws the question; as the page's `heading` its label is the one h1. `draw` draws what it reveals."""
    look = look_of(bound.field)
    words = {"text": _asked(look), "size": size or ("l" if heading else look.size), "isPageHeading": heading}
    if caption:
        words["caption"] = translated(caption)
    common: dict[str, Any] = {"hint": {"text": translated(look.hint)}} if look.hint else {}
    if bound.errors:
        common["errorMessage"] = _mistake(bound)
    parameters = {**common, **(look.parameters or {}), **_PARAMETERS[look.component](bound, look, words, draw)}
    return Drawn(look.component, parameters)


def target_of(form: forms.Form, name: str) -> str:
    """Return the link to the first box to correct for a field, or nothing where there is no box."""
    if name == NON_FIELD_ERRORS or look_of(form.fields[name]).component is Component.HIDDEN:
        return ""
    if look_of(form.fields[name]).component is Component.DATE:
        return f"#{name}-{_wrong_parts(form[name])[0]}"
    return f"#{name}"


def _asked(look: Look) -> str:
    """Return the label in the language of the page, saying so where no answer is needed."""
    label = translated(look.label)
    return gettext("%(question)s (optional)") % {"question": label} if look.optional and label else label


def _mistake(bound: BoundField) -> dict[str, Any]:
    """Return the mistake of a field; a refusal can stand in English on a page that does not, and says so."""
    text = str(bound.errors[0])
    refusal = getattr(bound.form, "refusals", {}).get(text)
    words, is_english = told(refusal) if refusal else (translated(text), False)
    language = {"attributes": {"lang": Language.ENGLISH.value}} if is_english else {}
    return {"text": words, "visuallyHiddenText": gettext("Error"), **language}


def _one_box(bound: BoundField, look: Look, words: dict[str, Any], draw: object) -> dict[str, Any]:
    return {"id": bound.html_name, "name": bound.html_name, "label": words, "value": _text(bound.value())}


def _lines(bound: BoundField, look: Look, words: dict[str, Any], draw: object) -> dict[str, Any]:
    counted = words_of_count() if "maxlength" in (look.parameters or {}) else {}
    return {**_one_box(bound, look, words, draw), **counted}


def _empty_box(bound: BoundField, look: Look, words: dict[str, Any], draw: object) -> dict[str, Any]:
    return {"id": bound.html_name, "name": bound.html_name, "label": words}


def _select(bound: BoundField, look: Look, words: dict[str, Any], draw: object) -> dict[str, Any]:
    chosen = _text(bound.value())
    items = [{"value": c.value, "text": translated(c.text), "selected": c.value == chosen} for c in look.choices]
    return {"id": bound.html_name, "name": bound.html_name, "label": words, "items": items}


def _date_boxes(bound: BoundField, look: Look, words: dict[str, Any], draw: object) -> dict[str, Any]:
    typed = bound.value()
    typed = TypedDate.of(typed) if isinstance(typed, date) else typed or TypedDate()
    wrong = _wrong_parts(bound) if bound.errors else ()
    name, birth = bound.html_name, (look.parameters or {}).get("birth")
    items = [
        {
            "id": f"{name}-{part}",
            "name": f"{name}-{part}",
            "label": translated(_BOXES[part]),
            "value": getattr(typed, part),
            "width": 4 if part == "year" else 2,
            "error": part in wrong,
            "autocomplete": _BIRTHDAY[part] if birth else None,
        }
        for part in PARTS
    ]
    return {"id": name, "items": items, "fieldset": {"legend": words}}


def _choices(
    bound: BoundField, look: Look, words: dict[str, Any], draw: Callable[[BoundField], Markup]
) -> dict[str, Any]:
    value = bound.value()
    chosen = {_text(one) for one in value} if isinstance(value, list | tuple) else {_text(value)}
    items: list[dict[str, Any]] = []
    for choice in look.choices:
        if choice.divider:
            items.append({"divider": translated(choice.divider)})
        items.append(_choice(bound, choice, choice.value in chosen, draw))
    return {"idPrefix": bound.html_name, "name": bound.html_name, "items": items, "fieldset": {"legend": words}}


def _choice(bound: BoundField, choice: Choice, checked: bool, draw: Callable[[BoundField], Markup]) -> dict[str, Any]:
    text = as_written(choice.text) if choice.is_data else translated(choice.text)
    item: dict[str, Any] = {"value": choice.value, "text": text, "checked": checked}
    if choice.hint:
        item["hint"] = {"text": translated(choice.hint)}
    if choice.alone:
        item["behaviour"] = "exclusive"
    if choice.reveals:
        item["conditional"] = {"html": Markup("").join(draw(bound.form[name]) for name in choice.reveals)}
    return item


def _hidden(bound: BoundField, look: Look, words: dict[str, Any], draw: object) -> dict[str, Any]:
    return {"name": bound.html_name, "value": _text(bound.value())}


def _wrong_parts(bound: BoundField) -> tuple[str, ...]:
    """Return the boxes to look at: those that cannot be read, or else all three."""
    return tuple(getattr(bound.field, "wrong_parts", ())) or PARTS


def _text(value: object) -> str:
    return "" if value is None else str(value)


_PARAMETERS: dict[Component, Callable[..., dict[str, Any]]] = {
    Component.INPUT: _one_box,
    Component.PASSWORD: _empty_box,
    Component.TEXTAREA: _lines,
    Component.DATE: _date_boxes,
    Component.RADIOS: _choices,
    Component.CHECKBOXES: _choices,
    Component.SELECT: _select,
    Component.FILE: _empty_box,
    Component.HIDDEN: _hidden,
}
