"""What may stand in a procedure file, told to an editor as a JSON Schema: made of the types that the file becomes."""

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from pydantic import TypeAdapter

from putright.domain.procedure import Procedure
from putright.domain.vocabulary import CORE_EVENTS, NO_LAW
from putright.gateways import procedure_patterns as patterns
from putright.gateways.calendar_files import calendar_names
from putright.gateways.procedure_errors import WRITTEN
from putright.gateways.procedure_files import laws
from putright.gateways.procedure_keys import Value, described, examples_of

Schema = dict[str, Value]

ADDRESS: Final = "/procedures/schema.json"


def _form(pattern: str, otherwise: str) -> Schema:
    return {"type": "string", "pattern": pattern, "patternErrorMessage": otherwise}


# The forms that a text may have: each stands once among the definitions, with what an editor says of another.
_FORMS: Final[Mapping[str, Schema]] = MappingProxyType(
    {
        "DateRule": _form(patterns.DUE, "Write it like “3 working days after received”."),
        "Condition": _form(patterns.CONDITION, "Write it like “acknowledged” or “received.channel is oral”."),
        "Repetition": _form(patterns.REPEAT, "Write it like “every 4 weeks until response_sent”."),
        "LengthOfTime": _form(patterns.PERIOD, "Write it like “20 working days”."),
        "Beginning": _form(patterns.BEGINS, "Write an event, such as review_requested."),
        "DayOfReceipt": _form(patterns.DAY_OF_RECEIPT, "Write “next working day” or “next working day after 16:00”."),
        "Day": _form(patterns.DATE, "Write a date like 2026-04-02."),
        "Name": _form(patterns.FILE_NAME, "Write lower-case words joined by hyphens."),
        "Event": {
            "type": "string",
            "anyOf": [{"enum": list(CORE_EVENTS)}, {"pattern": patterns.EVENT_NAME}],
            "description": "An event of docs/events.md, or one of your own.",
        },
    }
)
_FORM_OF: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("Procedure", "name"): "Name",
        ("Procedure", "day_of_receipt"): "DayOfReceipt",
        **{("Procedure", key): "Day" for key in ("effective", "until", "published", "reviewed", "review")},
        **{("Step", key): "Condition" for key in ("met_when", "only_if", "unless")},
        **{("Group", key): "Condition" for key in ("all_of", "any_of")},
        **{("Combined", key): "DateRule" for key in ("later_of", "earlier_of", "by_tier")},
        ("Step", "due"): "DateRule",
        ("Step", "repeat"): "Repetition",
        ("Stage", "begins"): "Beginning",
        ("MayMove", "no_later_than"): "DateRule",
        ("MayMove", "by_up_to"): "LengthOfTime",
        ("Pauses", "no_longer_than"): "LengthOfTime",
        ("Accepts", "limit"): "DateRule",
        ("GoesNext", "opens"): "Condition",
        ("GoesNext", "within"): "DateRule",
        **{("Step", key): "Event" for key in ("each", "needs", "survives", "holds_back")},
        **{("Pauses", key): "Event" for key in ("from_event", "until")},
        ("Procedure", "ends_when"): "Event",
        ("MayMove", "by"): "Event",
    }
)
_NAMES_OF: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("Procedure", "steps"): patterns.STEP_NAME,
        ("Procedure", "events"): patterns.EVENT_NAME,
        ("Procedure", "people"): patterns.FILE_NAME,
    }
)
_LEAST: Final[Mapping[tuple[str, str], int]] = MappingProxyType(
    {("Step", "stage"): 1, ("Representation", "from_age"): 0, ("MayMove", "at_most"): 1}
)


@cache
def procedure_schema() -> str:
    """The JSON Schema of a procedure file (draft 2020-12), with its keys as they are written in the file."""
    made: Schema = TypeAdapter(Procedure).json_schema()
    parts = made.pop("$defs")
    assert isinstance(parts, dict)  # noqa: S101 # pydantic makes one for each of the types
    whole: Schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://putright.example{ADDRESS}",
        "title": "A complaints procedure",
        "description": "What a body promises to people who complain: see docs/language.md.",
        **_shaped("Procedure", made),
        "allOf": _conditions_of_file(),
        "$defs": {**{name: _shaped(name, part) for name, part in parts.items()}, **_FORMS},
    }
    return json.dumps(_written(whole), indent=2, ensure_ascii=False)


def _shaped(shape: str, part: Value) -> Schema:
    """One part of the file: closed, each key with its words, its form and its examples."""
    made = dict(part) if isinstance(part, dict) else {}
    properties = made.get("properties")
    if not isinstance(properties, dict):
        return made
    made["properties"] = {key: _key(shape, key, value) for key, value in properties.items()}
    made["additionalProperties"] = False
    if shape in ("Combined", "Group"):
        made |= {"minProperties": 1, "maxProperties": 1}
    if shape == "Step":
        made |= {"allOf": _conditions_of_step(), "not": {"required": ["repeat", "each"]}}
    if shape == "Pauses":
        made["dependentRequired"] = {"until": ["from_event"]}
    return made


def _key(shape: str, key: str, value: Value) -> Schema:
    made: Schema = {**(value if isinstance(value, dict) else {})}
    place = (shape, key)
    if place in _FORM_OF:
        made = _in_form(made, {"$ref": f"#/$defs/{_FORM_OF[place]}"})
    if place in _NAMES_OF:
        made["propertyNames"] = {"pattern": _NAMES_OF[place]}
        made |= {"minProperties": 1} if key == "steps" else {}
    if place in _LEAST:
        made = _numbered(made, _LEAST[place])
    if place == ("Procedure", "calendar"):
        made["enum"] = list(calendar_names())
    if place == ("Procedure", "under"):
        made["anyOf"] = [{"enum": [*laws(), NO_LAW]}, {"pattern": patterns.FILE_NAME}]
    told: Schema = {"title": WRITTEN.get(key, key), "description": described(shape, key)}
    examples = list(examples_of(shape, key))
    return {**made, **told, **({"examples": examples} if examples else {})}


def _in_form(part: Value, form: Schema) -> Schema:
    """The same, where every text that may stand there is of a form; null and other types stay as they are."""
    made: Schema = dict(part) if isinstance(part, dict) else {}
    if made.get("type") == "string":
        return {**{key: value for key, value in made.items() if key not in ("type", "format")}, **form}
    for key in ("anyOf", "prefixItems"):
        several = made.get(key)
        if isinstance(several, list):
            made[key] = [_in_form(one, form) for one in several]
    for key in ("items", "additionalProperties"):
        if isinstance(made.get(key), dict):
            made[key] = _in_form(made[key], form)
    return made


def _numbered(part: Schema, least: int) -> Schema:
    several = part.get("anyOf")
    if isinstance(several, list):
        return {**part, "anyOf": [_numbered(one, least) if isinstance(one, dict) else one for one in several]}
    return {**part, "minimum": least} if part.get("type") == "integer" else part


def _conditions_of_file() -> list[Value]:
    """What one key of the file asks of another: the law's own steps to fulfil, and stages for steps to stand in."""
    steps_of = {name: list(made.procedure.steps) for name, made in laws().items()}
    fulfilled: list[Value] = [
        {
            "if": {"properties": {"under": {"const": name}}, "required": ["under"]},
            "then": _of_every_step({"fulfils": {"enum": [*steps, None]}}),
        }
        for name, steps in steps_of.items()
    ]
    no_stages: Schema = {"if": {"not": {"required": ["stages"]}}, "then": _of_every_step({"stage": {"type": "null"}})}
    return [*fulfilled, no_stages]


def _of_every_step(properties: Schema) -> Schema:
    return {"properties": {"steps": {"additionalProperties": {"properties": properties}}}}


def _conditions_of_step() -> list[Value]:
    """A step is met by something unless a right ends with its date; days of our own reading are explained."""
    ends: Schema = {"properties": {"effect": {"enum": ["lapses", "closes"]}}, "required": ["effect"]}
    read: Schema = {"properties": {"due": {"type": "string", "pattern": patterns.READ_DAYS}}, "required": ["due"]}
    return [
        {"if": {"not": ends}, "then": {"required": ["met_when"]}},
        {"if": read, "then": {"required": ["reading"]}},
    ]


def _written(part: object) -> object:
    """Keys as they are written in the file; those of the schema's own are none of them."""
    if isinstance(part, list):
        return [_written(item) for item in part]
    if isinstance(part, dict):
        return {WRITTEN.get(key, key): _written(value) for key, value in part.items()}
    return WRITTEN.get(part, part) if isinstance(part, str) and part in ("from_event",) else part
