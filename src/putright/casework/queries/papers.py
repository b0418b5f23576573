"""What is in one paper of a case?"""

from dataclasses import dataclass
from datetime import datetime

from putright.casework.copies import KIND as COPY_LOG
from putright.casework.copies import log_in_words
from putright.casework.errors import NotFound, refuse, refused
from putright.casework.looks import keep_look
from putright.casework.means import Means, means_of_this_site
from putright.domain.access import Actor
from putright.domain.chain import salted_digest
from putright.domain.looks import Look
from putright.domain.references import reference_meant
from putright.domain.scanning import Scan, why_not_opened
from putright.gateways.file_kinds import ENDINGS
from putright.gateways.file_store import FileMissing
from putright.letters.calendar_entry import CALENDAR
from putright.records.models import Document
from putright.records.visible_to import visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperContent:
    """The content of a paper, and under which name it may be saved."""

    kind: str
    title: str
    media_type: str
    file_name: str
    content: bytes
    is_words: bool

    @property
    def is_ours(self) -> bool:
        """Whether it is a letter that we wrote, in which nothing can lurk."""
        return self.kind == "letter"


def document_for(
    actor: Actor, reference: str, number: int, *, now: datetime, means: Means | None = None
) -> PaperContent:
    """One paper of a case, by its number there; that it was read is logged.

    Raises ActionRefused for a file that is held back, is not there or is no longer what it was: none is handed over as
    though it were.
    """
    meant = reference_meant(reference)
    cases = visible_to(actor)
    rows = Document.objects.filter(case__in=cases, case__reference=meant, number=number).select_related("file")
    row = rows.first() if meant else None
    if row is None or row.disposed_on is not None:
        raise NotFound
    text = row.text or ""
    content = (log_in_words(text) if row.kind == COPY_LOG else text).encode()
    if row.file is not None:
        refuse(why_not_opened(Scan(row.file.scan)))
        content = whole_content(row, means or means_of_this_site())
    keep_look(Look.PAPER, by=actor, now=now, case=row.case_id, document=number)
    return PaperContent(
        kind=row.kind,
        title=row.title,
        media_type=row.media_type,
        file_name=f"{meant}-{number}{_ending(row.media_type)}",
        content=content,
        is_words=row.stored_as is None,
    )


def _ending(media_type: str) -> str:
    """What the name of a file ends in; an entry for calendars is made here, and never taken in."""
    return ".ics" if media_type == CALENDAR else ENDINGS.get(media_type, ("",))[0]


def whole_content(row: Document, means: Means) -> bytes:
    """The content of a file that is a paper of a case; raises ActionRefused where it is not there, or not as it was."""
    try:
        content = means.files.read(row.stored_as or "")
    except FileMissing:
        message = (
            "The file of this paper is not where it was stored. Tell whoever looks after Putright: a backup has it."
        )
        raise refused("file-missing", message) from None
    if salted_digest(content, bytes.fromhex(row.salt)) != row.digest:
        message = (
            "The file of this paper has been altered since it was put on file, so it is not shown. Tell whoever looks"
            " after Putright: a backup has it as it was."
        )
        raise refused("paper-altered", message)
    return content
