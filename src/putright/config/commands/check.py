"""Is this installation safe to take real complaints? Its settings, files, scanner and database are looked at."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from putright.config.exits import DONE, FOUND

if TYPE_CHECKING:
    from putright.config.command_line import Subparsers
    from putright.config.config import Config
    from putright.config.deployment import Concern


def register(subparsers: Subparsers) -> None:
    """Say what `putright check` takes."""
    parser = subparsers.add_parser(
        "check",
        help="say what is unsafe about this installation",
        description="Look at the settings, the data folder, the virus scanner and the database as the site would use"
        " them, and say what is unsafe and what to do about it. Nothing is made or changed. Ends with 1 if anything is"
        " unsafe.",
    )
    parser.add_argument("--deploy", action="store_true", required=True, help="what matters where others can reach it")
    parser.add_argument("--data", metavar="DIR", help="the folder that holds everything (default: data)")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")


def run(args: argparse.Namespace) -> int:
    """Look, and print what was found, the gravest first."""
    from putright.config.deployment import as_finding
    from putright.config.installation import configured
    from putright.config.said import print_json
    from putright.domain.findings import Severity

    config = configured({"data": args.data})
    order = tuple(Severity)
    found = sorted(_concerns(config), key=lambda concern: order.index(concern.severity))
    if args.json:
        print_json({"findings": [as_finding(concern) for concern in found]})
    else:
        for concern in found:
            print(_lines(concern))
        print(_outcome(found))
    return FOUND if any(concern.severity is Severity.ERROR for concern in found) else DONE


def _concerns(config: Config) -> Iterator[Concern]:
    import os

    from putright.config.deployment import concerns, unsafe
    from putright.config.deployment_mailboxes import mailbox_concerns
    from putright.config.deployment_scanner import scanner_concerns
    from putright.gateways.clock import SystemClock

    now = SystemClock().now()
    yield from concerns(config, today=now.date(), user=os.geteuid() if hasattr(os, "geteuid") else None)
    yield from mailbox_concerns(config)
    yield from scanner_concerns(config, now=now)
    if not _is_made(config):
        yield unsafe(
            "nothing-there",
            "There is no site in the data folder yet, so its database was not looked at.",
            cure="Run putright serve once, then ask again; or name the folder with --data.",
            where=str(config.data),
        )
        return
    yield from _of_the_site()


def _of_the_site() -> Iterator[Concern]:
    """What can be told only by opening the site; with settings that it does not open with, those are what is told."""
    import django

    from putright.config.config import ConfigError
    from putright.config.deployment import unsafe
    from putright.gateways.clock import SystemClock

    try:
        django.setup()
    except ConfigError as refused:
        for problem in refused.problems:
            yield unsafe(
                "does-not-start",
                f"With these settings the site does not start: {problem}",
                cure="Put the setting right, then ask again.",
                where="settings",
            )
        return
    from putright.config.deployment_database import database_concerns

    yield from database_concerns(SystemClock())


def _is_made(config: Config) -> bool:
    """Whether there is a site to look at: its key, and its database unless that is elsewhere."""
    from putright.config.installation import kept_secret_keys

    has_key = bool(config.secret_keys or kept_secret_keys(config.data))
    return has_key and bool(config.database_url or (config.data / "putright.sqlite3").exists())


def _lines(concern: Concern) -> str:
    return f"{concern.severity.value}: {concern.says}\n  {concern.cure}\n  {concern.where} [{concern.code}]"


def _outcome(found: list[Concern]) -> str:
    from putright.domain.findings import Severity

    errors = sum(concern.severity is Severity.ERROR for concern in found)
    if not errors:
        return "Nothing unsafe was found."
    found_are = "1 thing is" if errors == 1 else f"{errors} things are"
    return f"{found_are} unsafe. Each is explained in docs/guide/safe-to-use.md."
