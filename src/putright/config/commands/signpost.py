"""Where should a complaint go, and why there? The same answer for people and for programs."""

from __future__ import annotations

import argparse
from textwrap import fill
from typing import TYPE_CHECKING

from putright.config.exits import BAD_INPUT, DONE, BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from putright.config.command_line import Subparsers
    from putright.domain.directory import Directory
    from putright.domain.directory_rows import Channel
    from putright.domain.signpost_answer import Answer, OmbudsmanBy, Printed, Question, Signpost, Unanswerable


WIDTH = 100


def register(subparsers: Subparsers) -> None:
    """Say what `putright signpost` takes."""
    parser = subparsers.add_parser(
        "signpost",
        help="say where a complaint should go",
        description="Say where a complaint should go: first, or instead, and where not and why; who helps; and by when "
        "to be with the Ombudsman. Every answer names its reason, its authority and its source.",
    )
    parser.add_argument("--service", metavar="S", help="what is complained of, such as gp, hospital or social-care")
    parser.add_argument("--about", metavar="SUBJECT", help="what it is about, such as choice, concern or danger")
    parser.add_argument("--area", metavar="A", help="the area of the service, such as westminster")
    parser.add_argument("--home", metavar="COUNCIL", help="the council where the person lives (default: the area)")
    parser.add_argument(
        "--gp", metavar="ODS", help="the code of the person's GP practice, which decides the commissioner"
    )
    parser.add_argument(
        "--at", metavar="ODS", help="the code of the trust, hospital or dentist, from the lists in the folder of --data"
    )
    parser.add_argument("--on", metavar="DATE", help="the day as at which to answer (default: today)")
    parser.add_argument("--answered-by", choices=("provider", "commissioner"), help="who has already answered it")
    parser.add_argument("--for", dest="whom", choices=("self", "other"), default="self", help="whose complaint it is")
    parser.add_argument("--private", action="store_true", help="the care was not paid for by the NHS")
    parser.add_argument("--known-since", metavar="DATE", help="the day the person first knew of the matter")
    parser.add_argument(
        "--data",
        metavar="DIR",
        help="the folder whose published lists of organisations are looked up too (default: none)",
    )
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")


def run(args: argparse.Namespace) -> int:
    """Answer the question that was put."""
    from putright.config.said import print_json
    from putright.domain.signpost import signpost
    from putright.domain.signpost_answer import Unanswerable
    from putright.gateways.clock import SystemClock
    from putright.gateways.guide_files import guides
    from putright.gateways.signpost_json import signpost_json

    try:
        on = _day(args.on, "on") if args.on else SystemClock().now().date()
        answer = signpost(_question(args), _register(args), guides(), on)
    except Unanswerable as refused:
        return _refuse(refused, as_json=args.json)
    if args.json:
        print_json(signpost_json(answer))
    else:
        print("\n".join(_folded(line) for line in _lines(answer)))
    return DONE


def _register(args: argparse.Namespace) -> Directory:
    """The register; with a folder, and the practice that its published list has by the code."""
    from putright.gateways.directory_files import directory

    if not args.data:
        return directory()
    from putright.config.installation import open_site

    open_site({"data": args.data})
    # It holds tables, so it comes after the site is open.
    from putright.casework.queries.practices import register_with

    return register_with(args.gp, args.at)


def _question(args: argparse.Namespace) -> Question:
    from putright.domain.guide import AnsweredBy
    from putright.domain.signpost_answer import Question

    return Question(
        service=args.service,
        about=args.about,
        area=args.area,
        home=args.home,
        gp=args.gp,
        at=args.at,
        answered_by=AnsweredBy(args.answered_by) if args.answered_by else None,
        for_other=args.whom == "other",
        private=args.private,
        known_since=_day(args.known_since, "known-since") if args.known_since else None,
    )


def _day(text: str, option: str) -> date:
    from datetime import date

    from putright.domain.signpost_answer import Unanswerable

    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is not a date: write it like 2026-04-02."
        raise Unanswerable("not-a-date", option, message) from None


def _refuse(refused: Unanswerable, *, as_json: bool) -> int:
    from putright.config.said import print_json

    if not as_json:
        raise BadInput(f"--{refused.option}: {refused.message}")
    found = {
        "severity": "error",
        "code": refused.code,
        "message": refused.message,
        "authority": "docs/rules/signpost.md",
        "where": f"--{refused.option}",
    }
    print_json({"findings": [found]})
    return BAD_INPUT


# --- The answer to read ---------------------------------------------------------------------------------------------


def _lines(answer: Signpost) -> Iterator[str]:
    from putright.domain.periods import in_words

    yield f"Where to go, as at {in_words(answer.on)}"
    if answer.urgent:
        yield from _part("Now", answer.urgent)
    yield from _part("First", answer.first)
    if answer.alternative:
        yield from _part("Or", answer.alternative)
    for excluded in answer.excluded:
        yield from ("", f"Not: {excluded.name}", f"  {excluded.because} ({excluded.authority})")
        yield from _printed(excluded.printed)
    for support in answer.support:
        yield from _part("Help", support)
    for note in answer.notes:
        yield from ("", "Before you go", f"  {note.words} ({note.authority})")
        yield from _printed(note.printed)
    if answer.ombudsman_by:
        yield from _by(answer.ombudsman_by)


def _folded(line: str) -> str:
    """A line no wider than a terminal, what follows set in as it is; addresses are never broken."""
    inset = " " * (len(line) - len(line.lstrip()))
    return fill(line, WIDTH, subsequent_indent=inset, break_long_words=False, break_on_hyphens=False)


def _part(heading: str, answer: Answer) -> Iterator[str]:
    ask_for = f" (ask for {answer.ask_for})" if answer.ask_for else ""
    yield from ("", f"{heading}: {answer.name}{ask_for}")
    yield f"  {answer.because} ({answer.authority})"
    for channel in answer.channels:
        yield f"  {_channel(channel)}"
    yield from _printed(answer.printed)
    unsure = "" if answer.verified else "; not confirmed, so check before you rely on it"
    yield f"  Source: {'; '.join(answer.sources)}{unsure}"


def _channel(channel: Channel) -> str:
    hours = (
        f", {channel.hours.days} {channel.hours.opens:%H:%M} to {channel.hours.closes:%H:%M}" if channel.hours else ""
    )
    more = " ".join(text for text in (channel.instruction, channel.promise) if text)
    unsure = "" if channel.verified else " [not confirmed]"
    return f"{channel.means.capitalize()}: {channel.value}{hours}{unsure}{f'. {more}' if more else ''}"


def _printed(printed: tuple[Printed, ...]) -> Iterator[str]:
    for each in printed:
        yield f"  Printed in: {each.title}{f', {each.clause}' if each.clause else ''}"
        if each.put_right:
            yield f"    Put right: {each.put_right}"


def _by(limit: OmbudsmanBy) -> Iterator[str]:
    from putright.domain.periods import in_words

    yield from ("", f"By {in_words(limit.by)}: {limit.name}", f"  {limit.because} ({limit.authority})")
    yield from _printed(limit.printed)
