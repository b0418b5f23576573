"""What becomes of a file that was chosen on a form? It is looked at once, and what is wrong is said at its box."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from putright.casework.errors import ActionRefused
from putright.casework.incoming_files import take_in
from putright.casework.kept_files import takes_files
from putright.casework.means import means_of_this_site
from putright.casework.said import FileSaid
from putright.casework.scanner_watch import PAGE_SECONDS
from putright.web.forms import PageForm

NO_FILES: Final = (
    "No files are taken at present, because nothing here checks them for viruses. Keep the papers with the case on"
    " paper, and ask whoever looks after Putright to set up the virus scanner."
)


def site_takes_files() -> bool:
    """Whether this site takes files at all."""
    return takes_files(means_of_this_site())


def site_scans_files() -> bool:
    """Whether what is taken is checked for viruses."""
    return means_of_this_site().scanner is not None


def taken_in(form: PageForm, box: str, *, now: datetime) -> FileSaid | None:
    """The file of a box, once it has been looked at; a mistake of the box where it cannot be kept; or nothing."""
    file = form.cleaned_data.get(box)
    if not isinstance(file, UploadedFile):
        return None
    try:
        return take_in(str(file.name), file.read(), now=now, seconds=PAGE_SECONDS / max(1, len(form.files)))
    except ActionRefused as refused:
        form.add_error(box, ValidationError(refused.refusal.message, code=refused.refusal.code))
        return None
