"""How a test writes down a procedure and what happened, as a person would."""

import re
import textwrap
from datetime import date, datetime, time
from pathlib import Path

from putright.domain.chronology import Event, FactValue
from putright.domain.duty import Position
from putright.domain.periods import LONDON
from putright.domain.position import position
from putright.domain.programme import Programme
from putright.domain.working_days import WorkingCalendar
from putright.gateways.calendar_files import calendar_named
from putright.gateways.procedure_files import programme, read_procedure, with_their_laws
from tests.tables import a_day

PROCEDURES = Path(__file__).parent.parent.parent / "procedures"
ENGLAND = calendar_named("england-and-wales")
HEAD = "name: example\ntitle: An example\nkind: procedure\nunder: none\n"
_EVENT = re.compile(
    r"(?P<event>[a-z_]+) (?P<day>[A-Z][a-z]{2,8} \d{1,2} [A-Z][a-z]{2,8} \d{4})(?: (?P<time>\d{2}:\d{2}))?"
    r"(?: #(?P<id>[\w-]+))?(?: about (?P<about>[\w-]+))?(?: issue (?P<issue>[\w-]+))?"
    r"(?: corrects (?P<corrects>[\w-]+))?(?: \((?P<facts>[^)]*)\))?"
)


def the_programme(text: str) -> Programme:
    """The programme of a procedure file, or of the steps (and stages, and so on) of one, without its head."""
    text = textwrap.dedent(text).strip() + "\n"
    if not text.startswith("name:"):
        text = HEAD + text
    return read_procedure(text, file="example.yaml").programme


def with_its_law(*made: Programme) -> list[Programme]:
    """Programmes and the laws they stand under."""
    return with_their_laws(made)


def shipped(name: str) -> list[Programme]:
    """A shipped procedure, or one of those in procedures/examples, and its law."""
    return with_its_law(programme(str(PROCEDURES / f"{name}.yaml")))


def happened(text: str) -> list[Event]:
    """What “received Thu 2 Apr 2026 (channel oral); acknowledged Wed 8 Apr 2026 09:00” says happened."""
    return [an_event(part.strip()) for part in text.split(";") if part.strip() and part.strip() != "–"]


def an_event(text: str) -> Event:
    """One event, with its day, and where there is one its hour, id, `about`, issue, what it corrects and its facts."""
    found = _EVENT.fullmatch(text)
    assert found, f"“{text}” is not written like received Thu 2 Apr 2026 (channel oral)"
    on = a_day(found["day"])
    hour = found["time"]
    at = datetime.combine(on, time.fromisoformat(hour), tzinfo=LONDON) if hour else None
    facts = dict(_fact(part) for part in (found["facts"] or "").split(",") if part.strip())
    return Event(
        event=found["event"],
        on=on,
        at=at,
        id=found["id"],
        about=found["about"],
        issue=found["issue"],
        corrects=found["corrects"],
        facts=facts,
    )


def _fact(text: str) -> tuple[str, FactValue]:
    name, _, value = text.strip().partition(" ")
    if name == "steps":
        return name, tuple(value.split(" and "))
    if value in ("yes", "no"):
        return name, value == "yes"
    if value.isdigit():
        return name, int(value)
    return name, a_day(value) if re.match(r"[A-Z][a-z]{2} \d", value) else value


def stands(programmes, events: list[Event] | str, as_at: date | datetime | str, **more) -> Position:
    """The position on a day, over the bank holidays that the (first) procedure names."""
    if isinstance(events, str):
        events = happened(events)
    first = programmes if isinstance(programmes, Programme) else programmes[0]
    return position(programmes, events, calendar_named(first.procedure.calendar), when(as_at), **more)


def when(text: date | datetime | str) -> date | datetime:
    """The day, or with an hour the instant, that a cell names."""
    if not isinstance(text, str):
        return text
    day, _, hour = text.rpartition(" ") if ":" in text else (text, "", "")
    on = a_day(day)
    return datetime.combine(on, time.fromisoformat(hour), tzinfo=LONDON) if hour else on


def closed_on(*days: date) -> WorkingCalendar:
    """The bank holidays of England with further days that are not worked."""
    return ENGLAND.with_closures(dict.fromkeys(days, "Proclaimed"))
