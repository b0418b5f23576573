"""What becomes of a file that is too big? It is thrown away as it arrives, and the rest of the form is kept."""

from __future__ import annotations

from io import BytesIO

# What Django passes along about a file is its own affair, hence Any.
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class OversizeFile(UploadedFile):  # type: ignore[type-arg]  # generic in the stubs alone
    """What is left of a file that was too big: its name and how much of it arrived. The form's field refuses it."""

    def __init__(self, name: str, size: int) -> None:
        """Stand for a file of this name and size."""
        super().__init__(BytesIO(), name, "application/octet-stream", size)


class LimitedUpload(TemporaryFileUploadHandler):
    """Files go to disk, and no further than the limit for one file."""

    arrived = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self.arrived = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write the next part, or count it once there is too much."""
        self.arrived += len(raw_data)
        if not self._too_big():
            super().receive_data_chunk(raw_data, start)
        elif not self.file.closed:
            self.file.close()

    def file_complete(self, file_size: int) -> UploadedFile[bytes] | None:
        """Hand over the file, or what stands for it."""
        if self._too_big():
            return OversizeFile(str(self.file_name), self.arrived)
        return super().file_complete(file_size)

    def _too_big(self) -> bool:
        return self.arrived > int(settings.PUTRIGHT_UPLOAD_LIMIT)
