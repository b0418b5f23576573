"""Is the whole file handed over as one archive from its page, to those who may handle the case?"""

import io
import zipfile

from tests.casework.offices import a_story
from tests.web.reading import read


def test_the_archive_is_downloaded_and_lies_nowhere_afterwards(signed_in, office, tmp_path):
    reference = a_story(office).reference
    browser = signed_in(office, "mo")
    assert "Download the archive" in read(browser.get(f"/cases/{reference}/whole-file")).links

    response = browser.get(f"/cases/{reference}/whole-file/handover")
    content = b"".join(response.streaming_content)
    assert response.headers["Content-Disposition"] == f'attachment; filename="{reference}-file.zip"'
    assert response.headers["Cache-Control"] == "no-store, private"
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert "manifest.json" in packed.namelist()


def test_nobody_else_has_it(signed_in, office, neighbour):
    reference = a_story(office).reference

    assert signed_in(neighbour, "mo").get(f"/cases/{reference}/whole-file/handover").status_code == 404
    assert signed_in(office, "ines").get(f"/cases/{reference}/whole-file/handover").status_code in (403, 404)
