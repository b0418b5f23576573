"""What is wrong with the shape of a procedure file, told to the person who wrote it: one cure a place."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from pydantic_core import ErrorDetails

from putright.domain import procedure as written
from putright.domain.procedure import Procedure
from putright.gateways.file_errors import FileError
from putright.gateways.yaml_lines import Plain, Where, did_you_mean, line_of

# Keys that are written with a space in the file, because they are read aloud.
SPOKEN = {
    "later of": "later_of",
    "earlier of": "earlier_of",
    "by tier": "by_tier",
    "all of": "all_of",
    "any of": "any_of",
}
# The key of a pause that is a word of the programming language as well.
SPOKEN_OF_PAUSES = {"from": "from_event"}
WRITTEN = {field: spoken for spoken, field in (SPOKEN | SPOKEN_OF_PAUSES).items()}


def spoken(where: Where) -> Where:
    """A path with its keys as they are written in the file."""
    return tuple(WRITTEN.get(part, part) if isinstance(part, str) else part for part in where)


def told_at(where: Where, message: str) -> str:
    """A message with the place it is about."""
    place = ".".join(str(part) for part in spoken(where))
    return f"{place}: {message}" if place else message


# What pydantic calls the branches of “a text or one of these”; they are no part of the path in the file.
_BRANCHES = {"str", "Combined", "Group", "Pauses", "Person", "function-wrap[_to_tuple()]"}


def shape_errors(found: list[ErrorDetails], lines: dict[Where, int], file: str) -> list[FileError]:
    """One error a place: of a choice between forms only what is wrong with the form that was tried."""
    by_place: dict[Where, list[ErrorDetails]] = {}
    for error in found:
        by_place.setdefault(spoken(tuple(part for part in error["loc"][1:] if not _is_branch(part))), []).append(error)
    return [
        FileError(file=file, line=line_of(where, lines), message=told_at(where, _cure(errors, where)))
        for where, errors in by_place.items()
        if not (_is_choice(errors) and any(other[: len(where)] == where != other for other in by_place))
    ]


def _is_branch(part: str | int) -> bool:
    return part in _BRANCHES or str(part).startswith("tuple[")


def _is_choice(errors: list[ErrorDetails]) -> bool:
    return any(_is_branch(part) for error in errors for part in error["loc"])


_CURES: Mapping[str, str] = {
    "missing": "this key is missing: every such part must have it",
    "missing_argument": "this key is missing: every such part must have it",
    "missing_keyword_only_argument": "this key is missing: every such part must have it",
    "date_from_datetime_parsing": "this must be a date such as 2026-04-02",
    "date_parsing": "this must be a date such as 2026-04-02",
    "date_type": "this must be a date such as 2026-04-02",
    "int_parsing": "this must be a whole number",
    "int_type": "this must be a whole number",
    "dict_type": "this must be keys with values under it",
    "mapping_type": "this must be keys with values under it",
    "dataclass_type": "this must be keys with values under it",
    "tuple_type": "this must be a list, such as [first, second]",
    "list_type": "this must be a list, such as [first, second]",
    "bool_parsing": "this must be true or false",
    "bool_type": "this must be true or false",
}


def _cure(errors: list[ErrorDetails], where: Where) -> str:
    error, *others = errors
    kind, given = error["type"], error["input"]
    if kind == "unexpected_keyword_argument":
        return _unknown_key(where, given)
    if others:
        return _form_of(where)
    if given is None and kind in _EMPTY:
        return "nothing is written here: write it, or leave the key out"
    if kind == "string_type":
        several = isinstance(given, dict | list)
        return "this must be one text, not several" if several else "this must be text: put it in quotes"
    if kind == "enum":
        return f"{given!r} is not one of {error.get('ctx', {}).get('expected', 'the values allowed')}"
    return _with_example(kind, where) or _CURES.get(kind, str(error["msg"]))


def _unknown_key(where: Where, given: object) -> str:
    if given is None and " " in str(where[-1]):
        return "between braces a comma begins a new key: put the text before it in quotes"
    return f"there is no key {where[-1]} here; {did_you_mean(str(where[-1]), _keystold_at(where))}"


def _with_example(kind: str, where: Where) -> str | None:
    """What a part of the wrong shape looks like when it is right."""
    if kind in ("dataclass_type", "dict_type", "mapping_type") and (example := _EXAMPLES.get(_key_of(where))):
        return f"this must be keys with values under it, such as {example}"
    if kind in ("int_parsing", "int_type") and where[-1] == "stage":
        return "this must be the number of a stage, such as 2, counted in the order of stages"
    return None


def _form_of(where: Where) -> str:
    if where[0] == "pauses":
        return "this must be a name such as consent_requested, or a list of them" if len(where) > 1 else _PAUSE_FORM
    if where[0] == "people":
        return "this must be a name in words, or words: with stand_in, independent_of or rank beside it"
    return _DATE_FORM if _DATED & set(where) else _CONDITION_FORM


def _key_of(where: Where) -> str:
    return next((part for part in reversed(where) if isinstance(part, str)), "")


_EMPTY = ("string_type", "dataclass_type", "dict_type", "mapping_type", "list_type", "tuple_type")
_EXAMPLES: Mapping[str, str] = {
    "may_move": "{by: timescale_changed}",
    "stages": "{name: Review, begins: review_requested}",
    "pauses": "{steps: [answer]}",
    "goes_next": "{to: ombudsman, opens: response_sent}",
    "accepts": "{limit: 12 months after event_occurred}",
    "people": "practice-manager: The practice manager",
    "steps": "acknowledge: and under it promise: and due:",
}
_PAUSE_FORM = "this must be keys with values such as steps: [answer], or a list of such pauses"
_DATED = {"due", "limit", "within", "no_later_than"}
_DATE_FORM = (
    "this must be a text such as “3 working days after received”, "
    "or one of the forms “later of”, “earlier of”, “by tier”"
)
_CONDITION_FORM = "this must be a text such as acknowledged, a list of them, or one of the forms “all of”, “any of”"


def misread(plain: Plain, where: Where, lines: dict[Where, int], file: str) -> Iterator[FileError]:
    """What would be taken for something that nobody wrote: a number for a date, true for 1, a key for machines."""
    if isinstance(plain, list):
        for number, item in enumerate(plain):
            yield from misread(item, (*where, number), lines, file)
    for key, value in plain.items() if isinstance(plain, dict) else ():
        at = (*where, key)
        cure = _mistaken(key, value, at)
        if cure is None:
            yield from misread(value, at, lines, file)
        else:
            yield FileError(file=file, line=line_of(at, lines), message=told_at(at, cure))


def _mistaken(key: str, value: Plain, at: Where) -> str | None:
    if key in WRITTEN:
        return f"write {WRITTEN[key]}, with a space" if " " in WRITTEN[key] else f"write {WRITTEN[key]}"
    if key in _DATES and len(at) == 1 and isinstance(value, bool | int | float):
        return _CURES["date_type"]
    if key in _NUMBERS and isinstance(value, bool):
        return _CURES["int_type"]
    return None


_DATES = {"effective", "published", "reviewed", "review"}
_NUMBERS = {"stage", "from_age", "at_most", "rank"}


_ITEMS: Mapping[str, type] = {
    "steps": written.Step,
    "stages": written.Stage,
    "pledges": written.Pledge,
    "events": written.OwnEvent,
    "goes_next": written.GoesNext,
    "mentions": written.Mention,
    "unclear": written.Unclear,
}
_PARTS: Mapping[str, type] = {
    "accepts": written.Accepts,
    "representation": written.Representation,
}


def _keystold_at(where: Where) -> list[str]:
    """The keys that may stand where an unknown one was found."""
    match where:
        case (*above, _) if "may_move" in above:
            shape: type = written.MayMove
        case (str(part), _, _) if part in _ITEMS:
            shape = _ITEMS[part]
        case ("pauses", _) | ("pauses", _, _):
            shape = written.Pauses
        case ("people", _, _):
            shape = written.Person
        case (str(part), _) if part in _PARTS:
            shape = _PARTS[part]
        case (_,):
            shape = Procedure
        case _:
            return list(SPOKEN)
    return [WRITTEN.get(field.name, field.name) for field in fields(shape)]
