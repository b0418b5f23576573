"""Is a PDF that needs a password told from one that is only encrypted and opens for everybody?"""

from io import BytesIO

import pikepdf
import pytest

from putright.gateways.pdf_lock import needs_password
from tests.sample_files import PDF

REVISIONS = (2, 3, 4, 5, 6)
pytestmark = pytest.mark.filterwarnings("ignore:Encryption R=5 is deprecated")  # and is met all the same


def a_pdf(**said: object) -> bytes:
    """A PDF of one empty page."""
    made = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(made, **said)  # type: ignore[arg-type]  # as pikepdf takes it
    return made.getvalue()


def locked(revision: int, *, user: str, **further: object) -> bytes:
    """One that is encrypted, with the password of a user."""
    can = {"aes": revision >= 4, "metadata": revision >= 4, **further}
    return a_pdf(encryption=pikepdf.Encryption(owner="owner", user=user, R=revision, **can))  # type: ignore[arg-type]


@pytest.mark.parametrize("revision", REVISIONS)
def test_one_with_a_password_needs_it(revision: int) -> None:
    assert needs_password(locked(revision, user="open sesame"))


@pytest.mark.parametrize("revision", REVISIONS)
def test_one_that_only_its_owner_may_change_opens_for_everybody(revision: int) -> None:
    assert not needs_password(locked(revision, user=""))


def test_one_whose_description_stays_readable_is_told_too() -> None:
    assert not needs_password(locked(4, user="", metadata=False))
    assert needs_password(locked(4, user="open sesame", metadata=False))


@pytest.mark.parametrize("round_trip", range(12))
def test_it_does_not_hang_on_what_the_random_strings_hold(round_trip: int) -> None:
    """Brackets and backslashes among the bytes of a key are written otherwise each time."""
    password = f"{round_trip}" if round_trip % 2 else ""

    assert needs_password(locked(6, user=password)) is bool(password)
    assert needs_password(locked(3, user=password)) is bool(password)


@pytest.mark.parametrize(
    "content",
    [
        PDF,
        a_pdf(),
        PDF + b"/Encrypt 5 0 R",
        PDF + b"5 0 obj <</Filter /Standard /R 6 /P -4 /O (x /U <6>>> endobj trailer << /Encrypt 5 0 R >>",
        PDF + b"5 0 obj <</Filter /Mine /R 6 /P -4 /O (x) /U (y)>> endobj trailer << /Encrypt 5 0 R >>",
        PDF + b"5 0 obj <</Filter /Standard /R 9 /P -4 /O (x) /U (y)>> endobj trailer << /Encrypt 5 0 R >>",
        PDF + b"A letter about /Encrypt and nothing else",
    ],
)
def test_what_is_not_encrypted_or_cannot_be_told_counts_as_open(content: bytes) -> None:
    assert not needs_password(content)
