"""Of which form are the rules of a procedure file? The grammar as patterns, which an editor can hold a text against."""

from typing import Final

_EVENT: Final = r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
_FACT: Final = rf"{_EVENT}\.[a-z][a-z0-9_]*"
_STEP: Final = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_ONE: Final = (
    rf"(?:latest {_EVENT}(?:\.[a-z][a-z0-9_]*)?|stage [1-9][0-9]? begins|the first date"
    rf"|{_STEP} is (?:missed|due|done|moved)|{_FACT}|{_EVENT})"
)
_START: Final = rf"{_ONE}(?: or(?: else)? {_ONE})*"
_UNIT: Final = r"(?:(?:working |\(working\) |\(calendar\) )?days?|weeks?|months?|years?|hours?)"
_PERIOD: Final = rf"(?:[0-9]{{1,4}}-)?[1-9][0-9]{{0,3}} {_UNIT}"
_AFTER: Final = rf"(?:after|of|from|beginning with|before) {_START}"
_HOUR: Final = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_BASE: Final = (
    rf"(?:{_PERIOD} {_AFTER}(?: or the next working day)?(?: by {_HOUR})?"
    rf"|on {_START}|at once after {_START}|no set time after {_START})"
)
_VALUE: Final = r"[^\s,]+"
_CONDITION: Final = (
    rf"(?:{_PERIOD} (?:have|has) passed since {_START}"
    rf"|{_STEP} is (?:missed|due|done|moved)|stage [1-9][0-9]? begins"
    rf"|{_EVENT} within {_PERIOD} {_AFTER}"
    rf"|{_FACT} is (?:under|over|at least|at most) [0-9]+"
    rf"|{_FACT} is (?:not )?{_VALUE}(?: or {_VALUE})*"
    rf"|{_FACT}|{_EVENT})"
)


def _whole(pattern: str) -> str:
    """A pattern that takes in the whole text; words stand apart by spaces, and commas are passed over."""
    apart = pattern.replace(" ", r"[\s,]+")
    return rf"^[\s,]*{apart}[\s,]*$"


DUE: Final = _whole(rf"(?:not before {_BASE}|{_BASE}(?: but no later than {_BASE})?(?: not before {_BASE})?)")
CONDITION: Final = _whole(_CONDITION)
REPEAT: Final = _whole(rf"(?:in )?every {_PERIOD}(?: at most [0-9]+ times?)?(?: until {_CONDITION})?")
PERIOD: Final = _whole(_PERIOD)
BEGINS: Final = _whole(rf"{_EVENT}(?: or(?: else)? {_EVENT})*")
DAY_OF_RECEIPT: Final = rf"^next working day(?: after {_HOUR})?$"
EVENT_NAME: Final = rf"^{_EVENT}$"
STEP_NAME: Final = rf"^(?!all$){_STEP}$"
FILE_NAME: Final = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
DATE: Final = r"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"
READ_DAYS: Final = r"\((?:working|calendar)\)"
