"""What is the file that the person takes with them: what we sent them, what they sent us, and what happened when?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from putright.casework import facts_of
from putright.casework.correspondence import ombudsman_by
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.follow_words import told_of
from putright.casework.helpers import ombudsman_on
from putright.casework.looks import keep_look_by_link
from putright.casework.means import Means, means_of_this_site
from putright.casework.message_papers import TITLE as AN_EMAIL
from putright.casework.open_link import refuse_ended
from putright.casework.queries.letters_told import letters_to_the_person
from putright.casework.queries.papers import whole_content
from putright.domain import chronology
from putright.domain.looks import Look
from putright.domain.own_file import is_theirs
from putright.domain.page_talk import SENT as WRITTEN_TO_THEM
from putright.domain.references import reference_shown
from putright.domain.scanning import Scan, why_not_opened
from putright.gateways.file_kinds import ENDINGS
from putright.gateways.own_archive import archive_to_take
from putright.letters.own_file import Line, OwnFile, as_page
from putright.records.models import Case, Document, FollowLink
from putright.records.models import Event as EventRow

CONTENTS: Final = "1 Read this first.html"
_FROM_US, _FROM_YOU = "2 What we sent you", "3 What you sent us"
_NOT_CHECKED: Final = "It is not here, because it was not checked for viruses, or one was found in it. Ask us for it."
_GONE: Final = "It cannot be put here at the moment. Ask us for it."
_TITLES: Final = {
    "narrative": "What happened, in your words",
    "outcome-wanted": "What you would like to happen",
    "details": "What you told us as well",
    "message": "Your message",
    "questions": "What you asked about our answer",
    "review-request": "Why you asked us to look again",
    "second-round": "Why our answer was not enough for you",
    "written-record-corrected": "What you put right",
}
_UNFIT: Final = re.compile(r"[^\w ,()-]+")
_LONGEST: Final = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paper:
    """A paper that goes into the file: of which day it is, what it is called, and its row."""

    on: date
    title: str
    row: Document


def write_own_file(link: int, place: Path, on: date, *, now: datetime, means: Means | None = None) -> str:
    """Write the person's own file at a place, and return the case's reference; that it was taken is kept as a look.

    In it are the letters that went to them and what they brought, each as it is, and a page of contents. Of what staff
    wrote for themselves, of statements and of what came from others there is nothing. Raises NotFound, and
    ActionRefused for a link that has ended.
    """
    row = FollowLink.objects.select_related("case__body", "case__complainant").filter(pk=link).first()
    if row is None:
        raise NotFound
    refuse_ended(row, on)
    write_file_of(row.case, place, on, means=means or means_of_this_site())
    keep_look_by_link(row.case_id, now=now, look=Look.WHOLE_FILE)
    return row.case.reference


def write_file_of(case: Case, place: Path, on: date, *, means: Means) -> None:
    """Write it for whoever may have it; to keep that they took it is theirs who ask."""
    programmes = facts_of.programmes_of(case)
    events = facts_of.chronology_of(case, programmes)
    with archive_to_take(place) as put:
        told = []
        ours = sorted((*_letters(case, on), *_messages(case, events)), key=lambda paper: paper.on)
        for folder, papers in ((_FROM_US, ours), (_FROM_YOU, _brought(case, events))):
            lines = []
            for number, paper in enumerate(papers, start=1):
                line, content = _line(paper, folder, number, means)
                if content is not None:
                    put(line.name, content)
                lines.append(line)
            told.append(tuple(lines))
        page = OwnFile(
            reference=reference_shown(case.reference),
            body=case.body.name,
            person=case.complainant.name,
            made_on=on,
            received_on=case.received_on,
            from_us=told[0],
            from_you=told[1],
            happened=tuple(_happened(events, on)),
            ombudsman=ombudsman_on(on),
            ombudsman_by=ombudsman_by(facts_of.position_of(programmes, events, on)),
        )
        put(CONTENTS, as_page(page).encode())


def _letters(case: Case, on: date) -> Iterator[_Paper]:
    for letter in letters_to_the_person(case, on):
        if letter.posted_on is not None:
            yield _Paper(on=letter.posted_on, title=letter.document.title, row=letter.document)


def _messages(case: Case, events: tuple[chronology.Event, ...]) -> Iterator[_Paper]:
    """What we wrote to them on the page itself."""
    for event, rows in _with_papers(case, events):
        if event.event == WRITTEN_TO_THEM:
            for row in rows:
                yield _Paper(on=event.on, title="A message from us", row=row)


def _brought(case: Case, events: tuple[chronology.Event, ...]) -> Iterator[_Paper]:
    """What the person brought, in the order in which it came; nothing of an entry that was found to be a mistake."""
    for event, rows in _with_papers(case, events):
        sent = _was_sent_by(case, rows)
        for row in rows:
            if is_theirs(event, row.kind, email_was_theirs=sent):
                title = row.title if row.kind in ("attachment", "further-answer") else _TITLES.get(row.kind, row.title)
                yield _Paper(on=event.on, title=title, row=row)


def _with_papers(case: Case, events: tuple[chronology.Event, ...]) -> Iterator[tuple[chronology.Event, list[Document]]]:
    # What came from, or went to, somebody who spoke for the complaint before is not theirs who speak for it now.
    rows = Document.objects.filter(case=case, made_at__gte=case.complainant.made_at)
    papers = {row.number: row for row in rows.select_related("file")}
    named = dict(EventRow.objects.filter(case=case).values_list("number", "papers"))
    for event in chronology.in_force(events):
        yield event, [papers[number] for number, _ in named.get(int(event.id or 0), ()) if number in papers]


def _was_sent_by(case: Case, rows: list[Document]) -> bool | None:
    """Whether an email came from the person's own address, as our mail server confirmed; nothing where none came."""
    email = next((row for row in rows if row.kind == "message" and row.title == AN_EMAIL), None)
    if email is None:
        return None
    first, mine = (email.text or "").partition("\n")[0].lower(), case.complainant.email.lower()
    return bool(mine) and f"<{mine}> (our mail server has confirmed" in first


def _line(paper: _Paper, folder: str, number: int, means: Means) -> tuple[Line, bytes | None]:
    """What the page of contents says of a paper, and its content, if it can be handed over."""
    row = paper.row
    if row.disposed_on is not None:
        return Line(on=paper.on, title=paper.title, why_not=_GONE), None
    ending = ".txt" if row.file is None else ENDINGS.get(row.media_type, ("",))[0]
    stem = _UNFIT.sub(" ", paper.title.removesuffix(ending)).strip()[:_LONGEST].strip()
    line = Line(on=paper.on, title=paper.title, name=f"{folder}/{number:02} {paper.on.isoformat()} {stem}{ending}")
    if row.file is None:
        return line, (row.text or "").encode()
    if why_not_opened(Scan(row.file.scan)) is not None:
        return Line(on=paper.on, title=paper.title, why_not=_NOT_CHECKED), None
    try:
        return line, whole_content(row, means)
    except ActionRefused:
        return Line(on=paper.on, title=paper.title, why_not=_GONE), None


def _happened(events: tuple[chronology.Event, ...], on: date) -> Iterator[tuple[date, str]]:
    told = told_of(events)
    for event in sorted(chronology.in_force(events), key=lambda each: each.on):
        if event.event in told and event.on <= on:
            yield event.on, told[event.event]
