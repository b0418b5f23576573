"""What is in one paper of a case?"""

from dataclasses import dataclass
from datetime import datetime

from putright.casework.errors import NotFound
from putright.casework.means import Means, means_of_this_site
from putright.domain.access import Actor
from putright.domain.references import reference_meant
from putright.gateways.file_kinds import ENDINGS
from putright.records.models import Document, ReadLog
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
    """One paper of a case, by its number there; that it was read is logged."""
    meant = reference_meant(reference)
    cases = visible_to(actor)
    row = Document.objects.filter(case__in=cases, case__reference=meant, number=number).first() if meant else None
    if row is None or row.disposed_on is not None:
        raise NotFound
    content = (row.text or "").encode()
    if row.stored_as is not None:
        content = (means or means_of_this_site()).files.read(row.stored_as)
    ReadLog.objects.create(case_id=row.case_id, person_id=actor.person_id, what="paper", document=number, at=now)
    return PaperContent(
        kind=row.kind,
        title=row.title,
        media_type=row.media_type,
        file_name=f"{meant}-{number}{ENDINGS.get(row.media_type, ('',))[0]}",
        content=content,
        is_words=row.stored_as is None,
    )
