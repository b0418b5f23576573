"""Which other organisation is meant: one of the register, or one that somebody names with its address?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.casework.errors import refused
from putright.casework.perform import CaseInHand
from putright.domain.directory import channels_of, holds, name_of
from putright.domain.directory_rows import BodyKind, Means
from putright.gateways.directory_files import directory
from putright.letters.facts import Contact, Recipient
from putright.records.models import Document, Event

UNLISTED: Final = "not-in-the-register"  # as an event names a body that the register does not know
KIND: Final = "other-body"
GREETING: Final = "complaints team"
# Who must deal with complaints under the Regulations (regulation 2).
_KINDS: Final = (BodyKind.PROVIDER, BodyKind.COMMISSIONER, BodyKind.COUNCIL)
# They stand for every body of a kind, so that nothing can be sent to them.
_NOBODY_IN_PARTICULAR: Final = frozenset(
    {"local-practice", "integrated-care-boards", "clinical-commissioning-groups", "local-council"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyTold:
    """Another organisation as somebody names it: by its code in the register, or by its name; and its address."""

    code: str = UNLISTED
    name: str = ""
    address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherBody:
    """Another organisation: as events call it, what it is called, and where letters reach it."""

    code: str
    name: str
    address: tuple[str, ...]

    @property
    def contact(self) -> Contact:
        """The organisation as a letter names it to somebody."""
        return Contact(name=self.name, address=self.address)

    @property
    def recipient(self) -> Recipient:
        """The organisation as an envelope and a greeting name it."""
        return Recipient(name=self.name, greeting=GREETING, address=self.address)


def bodies_to_choose(on: date) -> tuple[tuple[str, str], ...]:
    """The code and the name of each organisation of the register to which a complaint can go on a day, by name."""
    return tuple(sorted(_known(on), key=lambda body: body[1].casefold()))


def body_named(code: str, on: date) -> str:
    """What an organisation is called that an event names."""
    return "An organisation that is not in the register" if code == UNLISTED else name_of(directory(), code, on)


def other_body(hand: CaseInHand, told: BodyTold) -> OtherBody:
    """The organisation that is meant; raises ActionRefused where it is none, our own, or has no address."""
    code, name = told.code, " ".join(told.name.split())
    if code != UNLISTED:
        if code not in dict(_known(hand.on)):
            raise refused("no-such-body", "Choose an organisation of the list, or name another one.")
        name = name_of(directory(), code, hand.on)
    if not name:
        raise refused("no-name", "Say the name of the organisation.")
    if hand.case.body.code == code or hand.case.body.name.casefold() == name.casefold():
        raise refused("own-body", "This is your own organisation. Choose the other one.")
    address = tuple(line.strip() for line in told.address if line.strip()) or _address(code, hand.on)
    if not address:
        raise refused("no-address", f"Say at which address {name} gets its letters: the register has none.")
    return OtherBody(code=code, name=name, address=address)


def keep_body(hand: CaseInHand, body: OtherBody) -> Document:
    """Put an organisation's name and address into the file of the case; the next entry must name the paper."""
    return hand.keep_text(KIND, "The other organisation", "\n".join((body.name, *body.address)))


def kept_body(hand: CaseInHand, entry: int, code: str) -> OtherBody:
    """The organisation whose name and address an entry put into the file."""
    papers = Event.objects.values_list("papers", flat=True).get(case=hand.case, number=entry)
    numbers = [number for number, _ in papers]
    text = Document.objects.get(case=hand.case, number__in=numbers, kind=KIND).text or ""
    name, *address = text.splitlines()
    return OtherBody(code=code, name=name, address=tuple(address))


def _known(on: date) -> Iterator[tuple[str, str]]:
    register = directory()
    for code, body in register.bodies.items():
        if body.kind in _KINDS and code not in _NOBODY_IN_PARTICULAR and holds(body, on):
            yield code, name_of(register, code, on)


def _address(code: str, on: date) -> tuple[str, ...]:
    """The address that the register has for letters, if it is one: several parts with commas between them."""
    ways = (way for way in channels_of(directory(), code, on) if way.means is Means.POST and "," in way.value)
    post = next((way.value for way in ways), "")
    return tuple(line.strip() for line in post.split(",") if line.strip())
