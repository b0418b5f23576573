"""What becomes of a file that is too big, or for which there is no room? The rest of the form is kept."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO

# What Django passes along about a file is its own affair, hence Any.
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler

log = logging.getLogger(__name__)


class OversizeFile(UploadedFile):  # type: ignore[type-arg]  # generic in the stubs alone
    """What is left of a file that was too big: its name and how much of it arrived. The form's field refuses it."""

    def __init__(self, name: str, size: int) -> None:
        """Stand for a file of this name and size."""
        super().__init__(BytesIO(), name, "application/octet-stream", size)


class UnwrittenFile(OversizeFile):
    """What is left of a file that could not be written down: the disk is full. The form's field refuses it."""


class LimitedUpload(TemporaryFileUploadHandler):
    """Files go to disk, and no further than the limit for one file or than there is room."""

    arrived = 0
    is_unwritten = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        self.arrived, self.is_unwritten = 0, False
        with self._writing():
            super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write the next part, or count it once there is too much."""
        self.arrived += len(raw_data)
        if self.is_unwritten:
            return
        if not self._too_big():
            with self._writing():
                super().receive_data_chunk(raw_data, start)
        elif not self.file.closed:
            self.file.close()

    def file_complete(self, file_size: int) -> UploadedFile[bytes] | None:
        """Hand over the file, or what stands for it."""
        if self._too_big():
            return OversizeFile(str(self.file_name), self.arrived)
        file: UploadedFile[bytes] | None = None
        if not self.is_unwritten:
            with self._writing():
                file = super().file_complete(file_size)
                if file is not None and file.file is not None:
                    file.file.flush()  # what did not fit may show only now
        return UnwrittenFile(str(self.file_name), self.arrived) if self.is_unwritten else file

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            log.error("a file that was sent in could not be written down: %s", error.strerror)
            self.is_unwritten = True
            with suppress(OSError, AttributeError):  # it writes once more as it closes; or was never opened
                self.file.close()

    def _too_big(self) -> bool:
        return self.arrived > int(settings.PUTRIGHT_UPLOAD_LIMIT)
