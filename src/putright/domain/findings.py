"""What can be said against a published procedure: every kind of finding, how grave it is, and on whose authority."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from putright.domain.finding_kinds import ERRORS, NOTED_ON, NOTES, WARNINGS
from putright.domain.programme import Rule

Place = tuple[str | int, ...]

# The authority of a finding that needs no law: the document does not agree with itself, or with the day.
ITSELF: Final = "the document itself"
REGISTER: Final = "the register of bodies"


class Severity(StrEnum):
    """How grave a finding is: less than the law or against it; silent, out of date or at odds with itself; unclear."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a complaints manager should know of a file: how grave, what, by what authority, and where.

    `says` is for anybody to read; `cure` is for whoever writes the file, and has no place on a public page.
    """

    severity: Severity
    code: str
    says: str
    cure: str
    authority: str
    where: Place

    @property
    def message(self) -> str:
        """What it says and how to cure it, for whoever writes the file."""
        return f"{self.says} {self.cure}".rstrip()


SEVERITY_OF: Final[Mapping[str, Severity]] = {
    **dict.fromkeys(ERRORS, Severity.ERROR),
    **dict.fromkeys(WARNINGS, Severity.WARNING),
    **dict.fromkeys(NOTES, Severity.NOTE),
}
MEANING_OF: Final[Mapping[str, str]] = {**ERRORS, **WARNINGS, **NOTES}
_GRAVEST_FIRST: Final = {severity: rank for rank, severity in enumerate(Severity)}


def finding(code: str, where: Place, says: str, *, cure: str = "", authority: str | None = None) -> Finding:
    """A finding of one of the kinds there are; how grave it is follows from its kind."""
    by = authority or NOTED_ON.get(code, ITSELF)
    return Finding(severity=SEVERITY_OF[code], code=code, says=says, cure=cure, authority=by, where=where)


def of_step(code: str, rule: Rule, key: str, says: str, *, cure: str = "", authority: str | None = None) -> Finding:
    """A finding against one promise, which it names."""
    promise = rule.step.promise.strip().rstrip(".")
    return finding(code, ("steps", rule.name, key), f"“{promise}”: {says}", cure=cure, authority=authority)


def noted(code: str, where: Place, said: str, read: str | None, *, authority: str | None = None) -> Finding:
    """A finding that the file itself makes of its wording: what kind it is, what is said, and how it is read."""
    parts = [MEANING_OF[code], f"It says: {_ended(said)}", f"Read as: {_ended(read)}" if read else ""]
    return finding(code, where, " ".join(part for part in parts if part), authority=authority)


def unknown_code(code: str, where: Place) -> Finding:
    """A code in a file that is none of the kinds of findings."""
    message = f"There is no finding called {code}. Use one of those in docs/rules/check.md, or leave it out."
    return finding("unknown-code", where, message)


def rank(severity: Severity) -> int:
    """Nought for the gravest."""
    return _GRAVEST_FIRST[severity]


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", ".”")) else f"{text}."
