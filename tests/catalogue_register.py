"""Which words of ours does the register of bodies hold, and so the answer to whom to complain?

Names of organisations, addresses and titles of law are no words of ours: they stay as they are.
"""

import re
from collections.abc import Iterator
from datetime import date

from putright.domain import signpost, signpost_roads
from putright.domain.directory import name_of
from putright.domain.directory_rows import Means
from putright.gateways.directory_files import directory

# Bodies whose names say what they are, or that have a name in Welsh of their own.
CALLED_BY_WHAT_THEY_ARE = (
    *("local-practice", "local-council", "local-healthwatch", "hospital-pals", "nhs-complaints-advocacy"),
    *("integrated-care-boards", "government-department", "member-of-parliament", "emergency-services"),
    *("professional-regulators", "phso", "lgsco", "citizens-advice", "information-commissioner", "cqc"),
    *("counter-fraud", "hmrc", "dwp", "iscas"),
)
TODAY = date(2026, 11, 22)


def of_the_register() -> Iterator[tuple[str, str]]:
    """Every word of ours with the file in which it stands."""
    for name, rows in ROWS.items():
        yield from ((f"directory/{name}.yaml", words) for words in rows() if words)
    for words in (*signpost.NOTES, *signpost_roads.IN_WORDS):
        yield "domain/signpost.py", words


def _reasons() -> Iterator[str]:
    for reason in directory().reasons.values():
        yield reason.words
        # What has no number in it is no citation: "Safety comes first".
        yield "" if re.search(r"\d", reason.authority) else reason.authority


def _matters() -> Iterator[str]:
    for matter in directory().matters.values():
        yield from (matter.name, matter.words, matter.to or "")
        yield "" if re.search(r"\d", matter.authority) else matter.authority


def _services() -> Iterator[str]:
    for service in directory().services.values():
        yield from (service.name, service.provider, service.ask_for or "")


def _channels() -> Iterator[str]:
    for channel in directory().channels:
        yield from (channel.instruction or "", channel.promise or "")
        yield channel.hours.days if channel.hours else ""
        yield channel.value if channel.means is Means.IN_PERSON or channel.value.startswith("The ") else ""


def _names() -> Iterator[str]:
    return (name_of(directory(), body, TODAY) for body in CALLED_BY_WHAT_THEY_ARE)


ROWS = {"reasons": _reasons, "matters": _matters, "services": _services, "channels": _channels, "names": _names}
