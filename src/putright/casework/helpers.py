"""Who can help a person with their complaint, and where may it go next, on a day? Read from the dated register."""

from datetime import date
from typing import Final

from putright.domain.directory import channels_of, covering, is_sure, name_of
from putright.domain.directory_rows import Channel, Covers, Means, Purpose
from putright.gateways.directory_files import directory
from putright.letters.facts import Contact
from putright.records.models import Case

OMBUDSMAN: Final = "phso"
ADVOCACY_ANYWHERE: Final = "nhs-complaints-advocacy"
HEALTHWATCH_ANYWHERE: Final = "local-healthwatch"
NOT_SURE: Final = "We could not confirm these details this year. Check them before you rely on them."

_TOLD: Final = (Means.POST, Means.TELEPHONE, Means.TEXTPHONE, Means.EMAIL, Means.WEBSITE)
_FOR_PEOPLE: Final = (Purpose.COMPLAINTS, Purpose.ENQUIRIES, Purpose.FIND)


def advocacy_for(case: Case, on: date) -> Contact:
    """Where the person gets free help from an advocate: by where they live, else by where the body is."""
    return _contact(_serving(case, Covers.ADVOCACY, on) or ADVOCACY_ANYWHERE, on)


def healthwatch_for(case: Case, on: date) -> Contact:
    """The local Healthwatch, by where the person lives, else by where the body is."""
    return _contact(_serving(case, Covers.HEALTHWATCH, on) or HEALTHWATCH_ANYWHERE, on)


def ombudsman_on(on: date) -> Contact:
    """The Health Service Ombudsman as reached on a day."""
    return _contact(OMBUDSMAN, on)


def _serving(case: Case, part: Covers, on: date) -> str | None:
    area = case.complainant.home or case.body.area
    rows = covering(directory(), part, area, on) if area else ()
    return rows[0].body if rows else None


def _contact(body: str, on: date) -> Contact:
    ways = channels_of(directory(), body, on, *_FOR_PEOPLE)
    post = _first(ways, Means.POST)
    told = [way for way in ways if way.means in _TOLD]
    return Contact(
        name=name_of(directory(), body, on),
        address=tuple(line.strip() for line in post.split(",")) if post else (),
        phone=_first(ways, Means.TELEPHONE),
        textphone=_first(ways, Means.TEXTPHONE),
        email=_first(ways, Means.EMAIL),
        website=_first(ways, Means.WEBSITE),
        note=NOT_SURE if told and not is_sure(told, on) else None,
    )


def _first(ways: tuple[Channel, ...], means: Means) -> str | None:
    return next((way.value for way in ways if way.means is means), None)
