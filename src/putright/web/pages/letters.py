"""Which letters wait to be printed and posted, a sheet for each day; and which go by email, failures first?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from putright.casework.actions.mark_printed import mark_printed
from putright.casework.actions.post_letter import post_letter
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.outgoing import Outgoing, outgoing_of
from putright.casework.queries.print_queue import MOST, QueuedLetter, print_queue
from putright.domain.access import Deed, why_not_here
from putright.web.access import staff
from putright.web.forms import DateField, PageForm
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.posting import Named, letter_value, named_letters
from putright.web.problems import Problem
from putright.web.templating import show
from putright.web.wording import plural

NOTHING_TICKED = Problem("Tick the letters that it is about", "#letter-1")


class PostingForm(PageForm):
    """The day on which they went, asked only of letters that were posted."""

    on = DateField(
        "When were they posted?", name="The day they were posted", required="Enter the day", not_after_today=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One letter of the list: where it stands in it, how the form names it, and whether it is ticked."""

    place: int
    value: str
    letter: QueuedLetter
    ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The letters written on one day."""

    day: date
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersPage:
    """The sheets of a body, and what goes by email."""

    sheets: tuple[Sheet, ...]
    count: int
    is_cut: bool
    outgoing: Outgoing


@staff
@require_http_methods(["GET", "HEAD", "POST"])
def letters(request: StaffRequest) -> HttpResponse:
    """Show the letters that wait, and note which have been printed or posted."""
    if refusal := why_not_here(request.actor, Deed.HANDLE):
        return errors.refused(request, refusal)
    form = PostingForm(request.POST or None, today=request.today, initial={"on": request.today})
    ticked = named_letters(request, "letter")
    if request.method != "POST":
        return _show(request, PostingForm(today=request.today, initial={"on": request.today}), ticked)
    if not ticked:
        return _show(request, _unasked(request), ticked, NOTHING_TICKED)
    if (step := request.POST.get("step")) in ("printed", "unprinted"):
        undo = step == "unprinted"
        marked = mark_printed(actor=request.actor, letters=ticked, now=request.now, undo=undo)
        messages.success(request, f"{plural(marked, 'letter')} marked as {'not printed' if undo else 'printed'}")
        return redirect("letters")
    if not form.is_valid():
        return _show(request, form, ticked)
    return _posted(request, form.cleaned_data["on"], ticked)


def _posted(request: StaffRequest, on: date, ticked: tuple[Named, ...]) -> HttpResponse:
    """Note each as posted; what is refused stays ticked, with the reason beside its case."""
    problems: list[Problem] = []
    left: list[Named] = []
    for reference, number in ticked:
        try:
            post_letter(actor=request.actor, case=reference, on=on, now=request.now, letter=number)
        except ActionRefused as refused:
            left.append((reference, number))
            problems += (
                Problem(f"{reference[:4]}-{reference[4:]}: {each.message}", authority=each.authority)
                for each in refused.refusals
            )
        except NotFound:
            continue
    if gone := len(ticked) - len(left):
        messages.success(request, f"{plural(gone, 'letter')} marked as posted")
    return _show(request, _unasked(request), tuple(left), *problems) if problems else redirect("letters")


def _unasked(request: StaffRequest) -> PostingForm:
    """Return the form as it begins: the mistake lies elsewhere."""
    return PostingForm(today=request.today, initial={"on": request.today})


def _show(request: StaffRequest, form: PostingForm, ticked: tuple[Named, ...], *problems: Problem) -> HttpResponse:
    waiting = print_queue(request.actor)
    lines = [_line(place, letter, ticked) for place, letter in enumerate(waiting, start=1)]
    page = LettersPage(
        sheets=tuple(
            Sheet(day=day, lines=tuple(of_day)) for day, of_day in groupby(lines, lambda line: line.letter.made_on)
        ),
        count=len(waiting),
        is_cut=len(waiting) == MOST,
        outgoing=outgoing_of(request.actor, request.today),
    )
    return show(request, "letters.jinja", page, form=form, problems=tuple(problems))


def _line(place: int, letter: QueuedLetter, ticked: tuple[Named, ...]) -> Line:
    return Line(
        place=place,
        value=letter_value(letter.reference, letter.number),
        letter=letter,
        ticked=(letter.reference, letter.number) in ticked,
    )
