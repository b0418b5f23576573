"""Which letters were sent to the person who complained, and what is in one of them?"""

from datetime import date, datetime
from typing import Final

from django.db.models import QuerySet

from putright.casework.errors import NotFound
from putright.casework.looks import keep_look_by_link
from putright.casework.means import Means, means_of_this_site
from putright.casework.open_link import refuse_ended
from putright.casework.queries.papers import PaperContent, whole_content
from putright.domain.answered import ANSWERS
from putright.domain.looks import Look
from putright.letters.texts import Reader, letter_names, letter_text
from putright.records.models import Case, FollowLink, OutboxLetter
from putright.records.models.outbox_letter import State

PDF: Final = "application/pdf"


def letters_to_the_person(case: Case, as_at: date) -> QuerySet[OutboxLetter]:
    """The letters that had gone to the person by a day, the first first; none to staff, to bodies or to a patient.

    Nor what went to somebody who spoke for the complaint before: it was not written to whoever speaks for it now.
    """
    theirs = [name for name in letter_names() if letter_text(name).to is Reader.COMPLAINANT]
    sent = OutboxLetter.objects.filter(case=case, state=State.POSTED, posted_on__lte=as_at, name__in=theirs)
    sent = sent.filter(made_at__gte=case.complainant.made_at)
    return sent.select_related("document__file").order_by("posted_on", "id")


def is_an_answer(row: OutboxLetter) -> bool:
    """Whether a letter is our answer to the complaint, or what a review of it came to."""
    return not ANSWERS.isdisjoint(letter_text(row.name).events) or row.name == "response-easy-read"


def letter_by_link(link: int, number: int, on: date, *, now: datetime, means: Means | None = None) -> PaperContent:
    """A letter that was sent to the person, by the link that was opened; that it was looked at is kept.

    Raises NotFound for any other paper, and ActionRefused for a link that has ended, or a letter whose file is not
    what it was.
    """
    row = FollowLink.objects.select_related("case").filter(pk=link).first()
    if row is None:
        raise NotFound
    refuse_ended(row, on)
    paper = letter_to_the_person(row.case, number, on, means=means or means_of_this_site())
    keep_look_by_link(row.case_id, now=now, look=Look.PAPER, document=number)
    return paper


def letter_to_the_person(case: Case, number: int, on: date, *, means: Means) -> PaperContent:
    """One of those letters as it went; raises NotFound for any other paper. To keep the look is theirs who ask."""
    letter = letters_to_the_person(case, on).filter(document__number=number).first()
    if letter is None or letter.document.disposed_on is not None:
        raise NotFound
    content = whole_content(letter.document, means)
    return PaperContent(
        kind=letter.document.kind,
        title=letter.document.title,
        media_type=letter.document.media_type,
        file_name=f"{case.reference}-{number}.pdf",
        content=content,
        is_words=False,
    )
