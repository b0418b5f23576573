"""How commands say what is wrong with what they were given: the same findings as text or as JSON, and exit code 2."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from putright.config.exits import BAD_INPUT, BadInput
from putright.domain.periods import LONDON
from putright.gateways.file_errors import FileError


def refuse(errors: Iterable[FileError], *, as_json: bool) -> int:
    """Print every error as a finding and return the exit code for bad input."""
    if as_json:
        print_json({"findings": [as_finding(error) for error in errors]})
        return BAD_INPUT
    raise BadInput(*(str(error) for error in errors))


def as_finding(error: FileError) -> Mapping[str, object]:
    """An error of a file in the shape of a finding."""
    return {
        "severity": "error",
        "code": error.code,
        "message": error.message,
        "authority": "docs/language.md",
        "where": f"{error.file}:{error.line}",
    }


def print_json(value: object) -> None:
    """Print a value as JSON that a person can read too."""
    print(json.dumps(value, indent=2, ensure_ascii=False))


def as_at_from(said: str) -> date | datetime:
    """The day or the instant that was named; raises BadInput."""
    try:
        if len(said) == len("2026-04-02"):
            return date.fromisoformat(said)
        instant = datetime.fromisoformat(said)
        instant = instant if instant.tzinfo else instant.replace(tzinfo=LONDON)
        instant.astimezone(LONDON)  # at either end of the calendar there may be no such day in London
        return instant
    except (ValueError, OverflowError):
        message = f"--as-at must be a date such as 2026-04-09 or an instant such as 2026-04-09T17:30+01:00, not {said}"
        raise BadInput(message) from None
