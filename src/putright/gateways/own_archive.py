"""How is a handful of files put into one that anybody can open? As a ZIP, the same bytes from the same files."""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_ALWAYS: Final = (1980, 1, 1, 0, 0, 0)
_UTF_8: Final = 0x800  # names with letters beyond ASCII, said so to whoever opens it


@contextmanager
def archive_to_take(place: Path) -> Iterator[Callable[[str, bytes], None]]:
    """Write files into an archive at a place, each under its name; half of one is not left there."""
    try:
        with zipfile.ZipFile(place, "w", allowZip64=True) as packed:

            def put(name: str, content: bytes) -> None:
                info = zipfile.ZipInfo(name, date_time=_ALWAYS)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o644 << 16
                info.flag_bits |= _UTF_8
                packed.writestr(info, content)

            yield put
    except BaseException:
        place.unlink(missing_ok=True)
        raise
