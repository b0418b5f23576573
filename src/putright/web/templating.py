"""How does a page value become a page? The environment of all templates, and the one function that shows a page."""

from __future__ import annotations

import dataclasses
from functools import cache
from http import HTTPStatus

# The environment's options and globals are untyped in Jinja2 and Django, hence Any.
from typing import Any

from django.contrib.messages import WARNING, get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils import translation
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader
from jinja2.exceptions import UndefinedError
from jinja2.ext import i18n

from putright.web import wording
from putright.web.addresses import address, addresses
from putright.web.as_written import as_written, clause, in_words, ours, quoted
from putright.web.following_words import may_in_words
from putright.web.forms.drawing import drawn
from putright.web.forms.page_form import PageForm
from putright.web.language import translated
from putright.web.problems import Problem
from putright.web.quick_output import QuickOutput, escaped
from putright.web.shell import shell_of
from putright.web.why_told import why_told

_FILTERS = (
    *("nhs_date", "nhs_date_with_weekday", "nhs_time", "nhs_date_and_time"),
    *("plural", "file_size", "by_law_or_policy", "web_address"),
)


class UndefinedOutsideValues(ChainableUndefined):
    """A missing name is empty, as the NHS macros need; a missing part of a page value is a mistake, and is refused."""

    def __init__(self, hint: str | None = None, obj: Any = None, name: str | None = None, *rest: Any) -> None:
        """Stand for a missing name, unless a dataclass of ours was asked for it."""
        if dataclasses.is_dataclass(obj):
            raise UndefinedError(f"{type(obj).__name__} has no {name!r}")
        super().__init__(hint, obj, name, *rest)


def environment(**options: Any) -> Environment:
    """Return the environment of every template: ours first, then the macros of the NHS design system."""
    packages = [PackageLoader(package) for package in ("putright.web", "nhsuk_frontend_jinja", "putright.letters")]
    loader = ChoiceLoader([options.pop("loader"), *packages])
    always = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "undefined": UndefinedOutsideValues}
    made = Environment(**{**options, **always}, loader=loader, extensions=[i18n])  # noqa: S701 - autoescape is always on
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_callables(translation.gettext, translation.ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.code_generator_class, made.escaped = QuickOutput, escaped  # type: ignore[attr-defined]  # what it writes asks
    made.globals |= {"static": cache(static), "url": address, "drawn": drawn}
    made.filters |= {name: getattr(wording, name) for name in _FILTERS}
    made.filters |= {"translated": translated, "as_written": as_written, "ours": ours, "quoted": quoted}
    made.filters["in_words"] = in_words
    made.filters |= {"clause": clause, "may_in_words": may_in_words, "why_told": why_told}
    return made


def show(
    request: HttpRequest,
    template: str,
    page: object = None,
    *,
    form: PageForm | None = None,
    problems: tuple[Problem, ...] = (),
    status: int | None = None,
    bare: bool = False,
) -> HttpResponse:
    """Return the page: 422 with its list of mistakes where the form, or `problems`, has any, else 200.

    A `bare` page asks the database nothing, not even who is signed in.
    """
    problems = (form.problems if form and form.is_bound else ()) + problems
    if status is None:
        status = HTTPStatus.UNPROCESSABLE_ENTITY if problems else HTTPStatus.OK
    shell = shell_of(request, bare=bare)
    context = {
        "page": page,
        "form": form,
        "problems": problems,
        "shell": shell,
        "url": addresses(),  # as among the globals, which serve what is told nothing of the page
        "notices": [] if bare else [(str(message), message.level >= WARNING) for message in get_messages(request)],
    }
    response = render(request, template, context, status=status)
    if shell.person:
        # Wards share computers: after signing out, the way back must not show a case.
        response.headers["Cache-Control"] = "no-store, private"
    return response
