"""Which messages came in, and wait for somebody to say what becomes of them?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from putright.casework.queries.tray import Lies, Line, Tray, tray
from putright.domain.access import Deed, why_not_here
from putright.domain.incoming import MESSAGE_KIND_WORDS, MessageKind
from putright.web.access import staff
from putright.web.addresses import address
from putright.web.components.tags import Tag
from putright.web.page_request import StaffRequest
from putright.web.pages import errors
from putright.web.templating import show

MOST_PAGES: Final = 10_000
LATE: Final = Tag("Overdue", "red")
SHOWN: Final = {
    Lies.WAITING: "To look at",
    Lies.UNSEEN: "On their cases already",
    Lies.ASIDE: "Put aside",
    Lies.QUIET: "Sent by machines",
}
SAYS: Final = {
    Lies.WAITING: "The oldest first. Open one to put it on its case, to open a complaint from it, or to put it aside.",
    Lies.UNSEEN: (
        "These answered a letter of a case, or named it, and our mail server confirmed who sent them. They are on the"
        " case. Open it to see what is to be done, then mark the message as seen."
    ),
    Lies.ASIDE: "Kept, but on no case. The latest first.",
    Lies.QUIET: "Automatic replies, receipts, mailing lists and reports of mail servers. Nobody need look at them.",
}
NONE: Final = {
    Lies.WAITING: "No message is waiting.",
    Lies.UNSEEN: "Every message on a case has been seen.",
    Lies.ASIDE: "No message has been put aside.",
    Lies.QUIET: "No machine has sent anything.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One kind of message, with how many there are."""

    text: str
    href: str
    count: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One message of the list: who it says it is from, and what kind it is where that is not plain."""

    line: Line
    sender: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingPage:
    """One page of messages."""

    shown: str
    says: str
    none: str
    choices: tuple[Choice, ...]
    rows: tuple[Row, ...]
    before: str
    after: str
    page: int
    overdue: int
    late: Tag = LATE


@staff
@require_safe
def incoming(request: StaffRequest) -> HttpResponse:
    """Show the messages of one kind, a page at a time."""
    if refusal := why_not_here(request.actor, Deed.HANDLE):
        return errors.refused(request, refusal)
    wanted = request.GET.get("show", "")
    lies = Lies(wanted) if wanted in set(Lies) else Lies.WAITING
    typed = request.GET.get("page", "")
    number = int(typed) if typed.isdecimal() and 0 < int(typed[:6]) <= MOST_PAGES else 1
    found = tray(request.actor, lies=lies, page=number)
    request.menu_counts = {"incoming": found.counts[Lies.WAITING]}
    return show(request, "incoming.jinja", _page(found))


def sender_of(name: str, sender: str) -> str:
    """Who a message says it is from."""
    return name or sender or "Nobody named"


def _page(found: Tray) -> IncomingPage:
    return IncomingPage(
        shown=SHOWN[found.lies],
        says=SAYS[found.lies],
        none=NONE[found.lies],
        choices=tuple(
            Choice(
                text=SHOWN[lies], href=_address(lies, 1), count=f"{found.counts[lies]:,}", current=lies is found.lies
            )
            for lies in Lies
        ),
        rows=tuple(_row(line) for line in found.lines),
        before=_address(found.lies, found.page - 1) if found.page > 1 else "",
        after=_address(found.lies, found.page + 1) if found.has_more else "",
        page=found.page,
        overdue=found.overdue if found.lies is Lies.WAITING else 0,
    )


def _row(line: Line) -> Row:
    kind = "" if line.kind is MessageKind.FROM_A_PERSON else MESSAGE_KIND_WORDS[line.kind]
    return Row(line=line, sender=sender_of(line.sender_name, line.sender), kind=kind)


def _address(lies: Lies, page: int) -> str:
    asked = "" if lies is Lies.WAITING else f"show={lies.value}"
    paged = f"page={page}" if page > 1 else ""
    query = "&".join(filter(None, [asked, paged]))
    return address("incoming") + (f"?{query}" if query else "")
