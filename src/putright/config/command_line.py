"""What can be done from a terminal? `putright COMMAND` finds the command's own file and runs it."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module, metadata
from pkgutil import iter_modules
from typing import Protocol, TypeAlias, cast

from putright.config import commands
from putright.config.exits import BAD_INPUT, INTERRUPTED, BadInput

Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


class Command(Protocol):
    """What a file in config/commands holds. It imports nothing heavy until it runs."""

    register: Callable[[Subparsers], None]
    run: Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        args = parser_for(given).parse_args(given)
        return load(args.command).run(args)
    except BadInput as refused:
        if "--json" in given:
            print(json.dumps({"findings": [_finding(problem) for problem in refused.problems]}, indent=2))
        print(*(f"putright: {problem}" for problem in refused.problems), sep="\n", file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output stopped reading (`putright … | head`); Python must not complain at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED


def _finding(problem: str) -> dict[str, str]:
    """Return what is wrong with the input in the shape of a finding."""
    return {"severity": "error", "code": "bad-input", "message": problem, "authority": "", "where": "command line"}


def parser_for(given: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser; it loads one command's file where the command is plain, and all where help is wanted."""
    parser = argparse.ArgumentParser(
        prog="putright",
        description="Complaints handled the way you said you would.",
        epilog="`putright COMMAND --help` says what a command takes. Settings are in docs/settings.md.",
        allow_abbrev=False,
        formatter_class=_formatter,
    )
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, title="commands")
    names = command_names()
    if given and given[0] in names:
        names = (given[0],)
    else:
        parser.add_argument("--version", action="version", version=f"putright {metadata.version('putright')}")
    for name in names:
        load(name).register(subparsers)
    return parser


def command_names() -> tuple[str, ...]:
    """Return the names of all commands, in alphabetical order."""
    return tuple(sorted(module.name for module in iter_modules(commands.__path__)))


def load(name: str) -> Command:
    """Return the file of one command."""
    return cast(Command, import_module(f"{commands.__name__}.{name}"))


def _formatter(prog: str) -> argparse.HelpFormatter:
    """Return argparse's own, told how wide the commands are: it forgets how far they are indented."""
    made = argparse.HelpFormatter(prog, max_help_position=28)
    made._action_max_length = 4 + max(len(name) for name in command_names())
    return made
