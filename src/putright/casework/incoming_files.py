"""May a file that came in be kept, and is there a virus in it? Looked at before anything is written."""

from datetime import datetime
from typing import Final

from putright.casework import scanner_watch
from putright.casework.errors import refused
from putright.casework.kept_files import files_not_taken, takes_files
from putright.casework.means import Means, means_of_this_site
from putright.casework.said import FileSaid
from putright.domain.scanning import Scan
from putright.gateways.file_kinds import Unfit, UnfitFile, clean_name, examine
from putright.gateways.virus_scan import NotScanned

UNFIT_WORDS: Final = {
    Unfit.NOT_AS_NAMED: (
        "The selected file is not what its name says, or is of a kind that we cannot keep. Save it as a PDF and choose"
        " that"
    ),
    Unfit.PROGRAM: "The selected file holds a program (macros). Save it as a PDF and choose that",
    Unfit.ARCHIVE: (
        "The selected file has another file packed inside it. Take that out and choose it on its own, or save the"
        " document as a PDF"
    ),
    Unfit.OPENS_OUT: "The selected file would become far too large when it is opened. Save it as a PDF and choose that",
    Unfit.LOCKED: (
        "The selected file opens only with a password, so we could not read it. Save it without the password, or print"
        " it to a PDF, and choose that"
    ),
    Unfit.PIXELS: "The selected picture has too many pixels to be opened safely. Save a smaller copy and choose that",
}
VIRUS_WORDS: Final = (
    "A virus was found in the selected file, so it was not kept. Check your device for viruses, then choose another"
    " copy, or send the paper itself by post"
)


def take_in(
    name: str, content: bytes, *, now: datetime, means: Means | None = None, seconds: float | None = None
) -> FileSaid:
    """Return a file that came in, its kind told by its content and its name cleaned; raises ActionRefused.

    No transaction may be open: the virus scanner is asked over a network, for up to so many seconds. Where it does
    not answer, the file is kept closed until it does.
    """
    means = means or means_of_this_site()
    if not takes_files(means):
        raise files_not_taken()
    try:
        media_type = examine(name, content)
    except UnfitFile as unfit:
        raise refused(f"file-{unfit.why}", UNFIT_WORDS[unfit.why]) from None
    scan, knew = _looked_at(content, means, now=now, seconds=seconds)
    name = clean_name(name, media_type)
    return FileSaid(name=name, media_type=media_type, content=content, scan=scan, signatures_at=knew)


def _looked_at(content: bytes, means: Means, *, now: datetime, seconds: float | None) -> tuple[Scan, datetime | None]:
    """How far the looking for viruses has come, and how new what the scanner knew was."""
    if means.scanner is None:
        return Scan.UNSCANNED, None
    scanner = means.scanner if seconds is None else means.scanner.within(seconds)
    try:
        verdict, knew = scanner_watch.ask(scanner, content, now=now)
    except NotScanned:
        return Scan.HELD_UP, None
    if not verdict.is_clean:
        raise refused("virus-found", VIRUS_WORDS)
    return Scan.CLEAN, knew
