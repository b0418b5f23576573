"""Which NHS organisations are there? The published lists are taken in, and what was taken in is looked up."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from putright.config.exits import DONE, BadInput
from putright.domain.organisations import REPORT_WORDS, Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from putright.casework.actions.load_organisations import Loaded
    from putright.casework.queries.practices import ListRead
    from putright.config.command_line import Subparsers
    from putright.domain.directory_rows import Practice
    from putright.domain.organisations import Changes
    from putright.gateways.organisation_file import ReadList

MOST_TOLD = 20  # of each kind of change, for people; programs are told all


def register(subparsers: Subparsers) -> None:
    """Say what `putright organisations` takes."""
    parser = subparsers.add_parser(
        "organisations",
        help="take in the published lists of NHS organisations",
        description="Take in the lists that the NHS Organisation Data Service publishes, so that people can name their"
        " GP practice and are told its own contact and its commissioner. Nothing is downloaded: fetch the list, and"
        " give the file.",
    )
    what = parser.add_subparsers(dest="what", metavar="load|successors|lists|find", required=True)
    load = what.add_parser(
        "load",
        help="take in a list, and say what it changes",
        description="Take in a whole list as it is published: a CSV file of 27 columns without a heading. What it"
        " no longer names is ended, never deleted. The same list read again changes nothing.",
        epilog="Lists: " + "; ".join(f"{report}, {words}" for report, words in REPORT_WORDS.items()) + ".",
    )
    load.add_argument("report", metavar="LIST", choices=[each.value for each in Report], help="such as epraccur")
    load.add_argument("file", metavar="FILE", help="the file, as it was published")
    load.add_argument("--dated", metavar="DATE", required=True, help="the day on which it was published")
    load.add_argument("--dry-run", action="store_true", help="say what it would change, and change nothing")
    load.add_argument(
        "--many-are-gone", action="store_true", help="take it in though more than a tenth is no longer in it"
    )
    successors = what.add_parser(
        "successors",
        help="say who took the place of organisations that closed",
        description="Take in a file of who took whose place: its first line is code,became,since; each other names an"
        " organisation, the one that took its place, and the day, such as 2026-04-01.",
    )
    successors.add_argument("file", metavar="FILE", help="the file")
    successors.add_argument("--dry-run", action="store_true", help="say what it would change, and change nothing")
    lists = what.add_parser("lists", help="say which lists were read, of which day")
    find = what.add_parser("find", help="find a GP practice by its code, its postcode or words of its name")
    find.add_argument("words", metavar="WORD", nargs="+", help="what is known of it")
    for each in (load, successors, lists, find):
        each.add_argument("--data", metavar="DIR", help="the folder that holds everything (default: data)")
        each.add_argument("--json", action="store_true", help="print the answer as JSON")


def run(args: argparse.Namespace) -> int:
    """Do what was asked."""
    return {"load": _load, "successors": _successors, "lists": _lists, "find": _find}[args.what](args)


# --- Taking in ------------------------------------------------------------------------------------------------------


def _load(args: argparse.Namespace) -> int:
    from putright.config.installation import open_site
    from putright.config.said import print_json, refuse
    from putright.gateways.file_errors import FileRefused
    from putright.gateways.organisation_file import read_list

    dated_on = _day(args.dated)
    try:
        read = read_list(Path(args.file), Report(args.report))
    except FileRefused as refused:
        return refuse(refused.errors, as_json=args.json)
    open_site({"data": args.data})
    # These hold tables, so they come after the site is open.
    from django.conf import settings

    from putright.casework.actions.load_organisations import load_organisations
    from putright.casework.errors import ActionRefused

    try:
        loaded = load_organisations(
            read=read,
            dated_on=dated_on,
            now=settings.PUTRIGHT_CLOCK.now(),
            takes_many_gone=args.many_are_gone,
            only_tell=args.dry_run,
        )
    except ActionRefused as refused:
        raise BadInput(refused.refusal.message) from None
    unknown = _boards_unknown(read)
    if args.json:
        print_json(_as_json(read, dated_on, loaded, unknown))
    else:
        print("\n".join(_told(read, dated_on, loaded, unknown, only_tell=args.dry_run)))
    return DONE


def _boards_unknown(read: ReadList) -> Mapping[str, int]:
    from putright.domain.organisations import boards_unknown
    from putright.gateways.directory_files import directory

    return boards_unknown(read.rows, (body.ods for body in directory().bodies.values() if body.ods))


def _told(
    read: ReadList, dated_on: date, loaded: Loaded, unknown: Mapping[str, int], *, only_tell: bool
) -> Iterator[str]:
    from putright.domain.periods import in_words

    yield f"{REPORT_WORDS[read.report]} ({read.report}), list of {in_words(dated_on)}: {loaded.rows} rows"
    if loaded.was_read_already:
        yield "This very list was read already: nothing was changed."
        return
    changed = loaded.changes
    for words, codes in _changed(changed).items():
        if codes:
            yield f"{words}: {len(codes)}"
            yield from (f"  {each}" for each in codes[:MOST_TOLD])
            if len(codes) > MOST_TOLD:
                yield f"  and {len(codes) - MOST_TOLD} more (--json names all)"
    yield f"As before: {changed.same}"
    for code, count in unknown.items():
        yield f"The register knows no board with the code {code}, which {count} of them have."
    if only_tell:
        yield "Nothing was changed: this only says what would be."


def _changed(changed: Changes) -> Mapping[str, list[str]]:
    return {
        "New": [f"{each.code} {each.name}" for each in changed.added],
        "Altered": [f"{each.organisation.code} {', '.join(each.what)}" for each in changed.altered],
        "Closed": [f"{each.code} {each.name}" for each in changed.closed],
        "No longer listed": [f"{each.code} {each.name}" for each in changed.gone],
        "Listed again": [f"{each.code} {each.name}" for each in changed.back],
    }


def _as_json(read: ReadList, dated_on: date, loaded: Loaded, unknown: Mapping[str, int]) -> dict[str, object]:
    changed = loaded.changes
    return {
        "list": read.report.value,
        "dated_on": dated_on.isoformat(),
        "rows": loaded.rows,
        "read_already": loaded.was_read_already,
        "added": [each.code for each in changed.added],
        "altered": [{"code": each.organisation.code, "what": list(each.what)} for each in changed.altered],
        "closed": [each.code for each in changed.closed],
        "gone": [each.code for each in changed.gone],
        "back": [each.code for each in changed.back],
        "same": changed.same,
        "boards_unknown": dict(unknown),
    }


def _successors(args: argparse.Namespace) -> int:
    from putright.config.installation import open_site
    from putright.config.said import print_json, refuse
    from putright.gateways.file_errors import FileRefused
    from putright.gateways.successor_file import read_successors

    try:
        read = read_successors(Path(args.file))
    except FileRefused as refused:
        return refuse(refused.errors, as_json=args.json)
    open_site({"data": args.data})
    from putright.casework.actions.note_successors import note_successors

    noted = note_successors(read=read, only_tell=args.dry_run)
    if args.json:
        counts = {"added": noted.added, "altered": noted.altered, "same": noted.same}
        print_json({**counts, "unknown": list(noted.unknown)})
        return DONE
    print(f"Successors: {noted.added} new, {noted.altered} with another day, {noted.same} as before")
    for code in noted.unknown:
        print(f"No list that was read names {code}.")
    if args.dry_run:
        print("Nothing was changed: this only says what would be.")
    return DONE


def _day(text: str) -> date:
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"--dated: {text!r} is not a date: write it like 2026-11-01.") from None


# --- Looking up -----------------------------------------------------------------------------------------------------


def _lists(args: argparse.Namespace) -> int:
    from putright.config.installation import open_site
    from putright.config.said import print_json

    open_site({"data": args.data})
    from django.conf import settings

    from putright.casework.queries.practices import lists_read

    found = lists_read(settings.PUTRIGHT_CLOCK.now().date())
    if args.json:
        print_json([_list_json(each) for each in found])
    else:
        print("\n".join(map(_list_told, found)) or "No list was read yet.")
    return DONE


def _list_told(each: ListRead) -> str:
    from putright.domain.periods import in_words

    stale = " More than a year ago: read a newer one." if each.is_stale else ""
    return f"{REPORT_WORDS[each.report]} ({each.report}): {each.rows} rows, list of {in_words(each.dated_on)}.{stale}"


def _list_json(each: ListRead) -> dict[str, object]:
    return {
        "list": each.report.value,
        "dated_on": each.dated_on.isoformat(),
        "rows": each.rows,
        "added": each.added,
        "altered": each.altered,
        "closed": each.closed,
        "gone": each.gone,
        "back": each.back,
        "more_than_a_year_ago": each.is_stale,
    }


def _find(args: argparse.Namespace) -> int:
    from putright.config.installation import open_site
    from putright.config.said import print_json

    open_site({"data": args.data})
    from putright.casework.queries.practices import practices_like

    found = practices_like(" ".join(args.words))
    if args.json:
        print_json({"practices": [_practice_json(each) for each in found.practices], "has_more": found.has_more})
        return DONE
    for each in found.practices:
        closed = f" (until {each.valid_until.isoformat()})" if each.valid_until else ""
        print(f"{each.ods} {each.name}{closed}{f', {each.address}' if each.address else ''}")
    if found.has_more:
        print("There are more: say more of it.")
    if not found.practices:
        print("No practice that is known here fits that.")
    return DONE


def _practice_json(each: Practice) -> dict[str, object]:
    return {
        "code": each.ods,
        "name": each.name,
        "address": each.address,
        "telephone": each.telephone,
        "board": each.board,
        "area": each.area,
        "until": each.valid_until.isoformat() if each.valid_until else None,
        "checked_on": each.checked_on.isoformat(),
    }
