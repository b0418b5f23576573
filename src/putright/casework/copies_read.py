"""What can be found in a paper of a copy: its words, page for page, and whether those stand there that are to go?"""

from collections.abc import Sequence

from putright.casework.means import Means
from putright.casework.whole_file import how_laid
from putright.domain.chain import salted_digest
from putright.domain.taken_out import places
from putright.domain.whole_file import Laid
from putright.gateways.file_store import FileMissing
from putright.gateways.pdf_pages import CannotBeOpened, words_of
from putright.records.models import Document


def pages_in(row: Document, means: Means) -> int:
    """How many pages a paper has that can be left out one by one; none where it is words, or cannot be shown."""
    return len(words_by_page(row, means)) if how_laid(row) in (Laid.PDF, Laid.PICTURE) else 0


def found_in(row: Document, sought: Sequence[str], means: Means) -> frozenset[str]:
    """Which words stand in a paper, or in its title."""
    texts = (row.title, *words_by_page(row, means))
    return frozenset(each for each in sought if any(places(text, each) for text in texts))


def words_by_page(row: Document, means: Means) -> tuple[str, ...]:
    """The words of each page; those of a paper of words are one page, and a picture has one without any."""
    match how_laid(row):
        case Laid.WORDS:
            return (row.text or "",)
        case Laid.PICTURE:
            return ("",)
        case Laid.LISTED:
            return ()
    content = content_of(row, means)
    try:
        return words_of(content) if content else ()
    except CannotBeOpened:
        return ()


def content_of(row: Document, means: Means) -> bytes | None:
    """The file of a paper as it was put on file; nothing where it is gone, or is no longer that."""
    try:
        content = means.files.read(row.stored_as or "")
    except FileMissing:
        return None
    return content if salted_digest(content, bytes.fromhex(row.salt)) == row.digest else None
