"""May a file that came in be kept, and is there a virus in it? Looked at before anything is written."""

from typing import Final

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
    Unfit.PIXELS: "The selected picture has too many pixels to be opened safely. Save a smaller copy and choose that",
}
VIRUS_WORDS: Final = (
    "A virus was found in the selected file, so it was not kept. Check your device for viruses, then choose another"
    " copy, or send the paper itself by post"
)


def take_in(name: str, content: bytes, *, means: Means | None = None) -> FileSaid:
    """Return a file that came in, its kind told by its content and its name cleaned; raises ActionRefused.

    No transaction may be open: the virus scanner is asked over a network. Where it cannot answer, the file is kept
    closed until it can.
    """
    means = means or means_of_this_site()
    if not takes_files(means):
        raise files_not_taken()
    try:
        media_type = examine(name, content)
    except UnfitFile as unfit:
        raise refused(f"file-{unfit.why}", UNFIT_WORDS[unfit.why]) from None
    return FileSaid(
        name=clean_name(name, media_type), media_type=media_type, content=content, scan=_looked_at(content, means)
    )


def _looked_at(content: bytes, means: Means) -> Scan:
    if means.scanner is None:
        return Scan.UNSCANNED
    try:
        verdict = means.scanner.scan(content)
    except NotScanned:
        return Scan.HELD_UP
    if not verdict.is_clean:
        raise refused("virus-found", VIRUS_WORDS)
    return Scan.CLEAN
