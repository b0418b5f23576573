"""Do the bodies that a document names still stand, are they reached so, and are they the right ones?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from putright.domain.directory import (
    Directory,
    buyer_of,
    covering,
    holds,
    name_of,
    standing,
    successors,
    today_of,
)
from putright.domain.directory_rows import BodyKind, Buyer, Change, Channel, Coverage, Covers, Means, Name, NameUse
from putright.domain.findings import REGISTER, Finding, Place, finding
from putright.domain.guide import Role
from putright.domain.periods import in_words
from putright.domain.procedure import Mention

_LETTERS: Final = re.compile(r"[^a-z0-9]+")
_DIGITS: Final = re.compile(r"\D+")
_BY_NUMBER: Final = (Means.TELEPHONE, Means.VOICEMAIL, Means.TEXTPHONE, Means.TEXT)


def named(directory: Directory, printed: str, as_at: date) -> Name | None:
    """The name in the register that a document prints; one that holds on the day before one that does not."""
    found = [row for row in directory.names if _bare(row.name) == _bare(printed)]
    return next(iter([*standing(found, as_at), *found]), None)


def kind_of(directory: Directory, body: str | None) -> BodyKind | None:
    """What kind of body stands under a code; nothing where the register does not know it."""
    row = directory.bodies.get(body or "")
    return row.kind if row else None


def out_of_date_bodies(
    body: str | None, mentions: Sequence[Mention], as_at: date, directory: Directory
) -> Iterator[Finding]:
    """Each body named in a document that is gone or goes by another name, and each dead way of reaching one."""
    told: set[str] = set()
    if body is not None and (gone := _gone(body, ("body",), as_at, directory)):
        told.add(body)
        yield gone
    for number, mention in enumerate(mentions):
        name = named(directory, mention.body, as_at)
        if name is None:
            continue
        if name.body not in told and (found := _of_name(name, mention, number, as_at, directory)):
            told.add(name.body)
            yield found
        yield from _dead_channel(name.body, mention, number, as_at, directory)


def _of_name(name: Name, mention: Mention, number: int, as_at: date, directory: Directory) -> Finding | None:
    where: Place = ("mentions", number, "body")
    gone = _gone(name.body, where, as_at, directory, printed=mention.body)
    if gone is not None:
        return gone
    right = name_of(directory, name.body, as_at)
    if name.use is NameUse.MISTAKEN:
        message = f"“{mention.body}” is not what it is called. Its name is: {right}."
        return finding("body-misnamed", where, message, authority=_source(directory, name.source))
    if name.use is NameUse.FORMER or not holds(name, as_at):
        message = f"“{mention.body}” goes by another name now: {right}. Print that."
        return finding("body-renamed", where, message, authority=_source(directory, name.source))
    return None


def _gone(body: str, where: Place, as_at: date, directory: Directory, *, printed: str | None = None) -> Finding | None:
    """That a body stands no more on a day, and what stands in its place."""
    row = directory.bodies.get(body)
    if row is None or row.valid_until is None or as_at <= row.valid_until:
        return None
    called = printed or name_of(directory, body, row.valid_until)
    changes = successors(directory, body, as_at)
    first = [change for change in changes if change.body == body]
    how = {Change.MERGED: "was merged into another body", Change.RENAMED: "was renamed"}
    became = " and ".join(name_of(directory, one, as_at) for one in today_of(directory, body, as_at) if one != body)
    sure = (
        "" if row.verified and all(change.verified for change in changes) else " (not confirmed: check before printing)"
    )
    return finding(
        "body-renamed" if first and all(change.how is Change.RENAMED for change in first) else "body-gone",
        where,
        f"{called} {how.get(first[0].how, 'was abolished') if first else 'ended'}; its last day was "
        f"{in_words(row.valid_until)}. " + (f"Name in its place: {became}{sure}." if became else f"Take it out{sure}."),
        authority=_source(directory, (first[0].source if first else row.source)),
    )


def _dead_channel(body: str, mention: Mention, number: int, as_at: date, directory: Directory) -> Iterator[Finding]:
    printed = mention.channel
    if printed is None:
        return
    rows = [row for row in directory.channels if row.body == body and _is_same(row, printed)]
    if rows and not standing(rows, as_at):
        row = rows[-1]
        now = _today(row, as_at, directory)
        until = f"; the register has it until {in_words(row.valid_until)}" if row.valid_until else ""
        yield finding(
            "channel-out-of-date",
            ("mentions", number, "channel"),
            f"{mention.body} is not reached so any more: {printed}{until}. "
            + (f"Print instead: {now}." if now else "Take it out, and print what the body publishes today."),
            authority=_source(directory, row.source),
        )


def _today(row: Channel, as_at: date, directory: Directory) -> str | None:
    """The like way of reaching the body, or those that stand in its place, on a day."""
    bodies = today_of(directory, row.body, as_at) or (row.body,)
    ways = standing((way for way in directory.channels if way.body in bodies), as_at)
    return next((way.value for way in ways if way.means is row.means and way.purpose is row.purpose), None)


def _is_same(row: Channel, printed: str) -> bool:
    if row.means in _BY_NUMBER:
        return _DIGITS.sub("", row.value) == _DIGITS.sub("", printed) != ""
    return _place(row.value) == _place(printed)


def _place(text: str) -> str:
    return _bare(text.casefold().removeprefix("https://").removeprefix("http://").removeprefix("www."))


def _bare(text: str) -> str:
    return _LETTERS.sub("", text.casefold().removeprefix("the "))


def wrong_for_the_service(
    body: str | None, mentions: Sequence[Mention], as_at: date, directory: Directory
) -> Iterator[Finding]:
    """A commissioner who takes no complaints about the body's service on the day, and a PALS that is not the body's."""
    serves = standing((row for row in directory.coverage if row.body == body and row.part is Covers.PROVIDER), as_at)
    services = [row for row in serves if row.service is not None]
    if not services:
        return
    commissioners = _first_of_role(Role.COMMISSIONER, mentions)
    right = _commissioners(services, as_at, directory)
    for number, mention in commissioners:
        name = named(directory, mention.body, as_at)
        if name and right and name.body not in right and kind_of(directory, name.body) is BodyKind.COMMISSIONER:
            yield _another_commissioner(mention, number, services[0], right, as_at, directory)
    known = (directory.services.get(row.service or "") for row in services)
    if not any(service.has_pals for service in known if service):
        for number, _ in tuple(_first_of_role(Role.PALS, mentions))[:1]:
            yield finding(
                "another-bodys-pals",
                ("mentions", number, "role"),
                "A hospital's Patient Advice and Liaison Service takes concerns about that hospital. It cannot help "
                "with a complaint about this body: name the advocacy service where the person lives.",
                authority=REGISTER,
            )


def _first_of_role(role: Role, mentions: Sequence[Mention]) -> Iterable[tuple[int, Mention]]:
    """The first mention of each body in a role: it is named once with each of its addresses."""
    seen: set[str] = set()
    for number, mention in enumerate(mentions):
        if mention.role == role and mention.body not in seen:
            seen.add(mention.body)
            yield number, mention


def _commissioners(services: Sequence[Coverage], as_at: date, directory: Directory) -> frozenset[str]:
    """Who takes complaints about these services, as a commissioner, on a day."""
    found: set[str] = set()
    for row in services:
        buyer = buyer_of(directory, row.service or "", as_at)
        if buyer is not None and buyer.by is Buyer.NHS_ENGLAND:
            found.add(Buyer.NHS_ENGLAND)
        elif buyer is not None and buyer.by is Buyer.LOCAL:
            local = covering(directory, Covers.COMMISSIONER, row.area, as_at, service=row.service)
            found |= {one.body for one in local}
    return frozenset(found)


def _another_commissioner(
    mention: Mention, number: int, row: Coverage, right: Iterable[str], as_at: date, directory: Directory
) -> Finding:
    buyer = buyer_of(directory, row.service or "", as_at)
    since = f"Since {in_words(buyer.valid_from)} complaints" if buyer and buyer.valid_from else "Complaints"
    names = " or ".join(sorted(name_of(directory, one, as_at) for one in right))
    service = directory.services.get(row.service or "")
    kind = f"this kind of service ({service.name})" if service else "such a service"
    return finding(
        "commissioner-changed",
        ("mentions", number, "body"),
        f"{since} to the commissioner about {kind} do not go to {mention.body} but, for this body, to {names}.",
        cure="Name it, with its contact details.",
        authority=_source(directory, buyer.source if buyer else ""),
    )


def _source(directory: Directory, source: str) -> str:
    found = directory.sources.get(source)
    return f"{REGISTER}: {found.title}" if found else REGISTER
