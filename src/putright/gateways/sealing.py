"""How is a secret kept in the database so that the database alone does not tell it? AES-256-GCM under a derived key."""

from base64 import b64decode, b64encode
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE_BYTES: Final = 12
_KEY_BYTES: Final = 32
_FORM: Final = "1:"  # before what is sealed: by which method


class SealBroken(ValueError):
    """What was kept cannot be opened: it was altered, belongs to something else, or the key is another."""


def seal(content: bytes, *, key: str, about: str, nonce: bytes) -> str:
    """Seal some bytes, with a `nonce` of 12 random ones; only with what they are `about` are they opened again."""
    sealed = AESGCM(_derived(key)).encrypt(nonce, content, about.encode())
    return _FORM + b64encode(nonce + sealed).decode()


def unseal(sealed: str, *, key: str, about: str) -> bytes:
    """Open what was sealed under the same key about the same thing; raises SealBroken."""
    if not sealed.startswith(_FORM):
        raise SealBroken
    try:
        kept = b64decode(sealed.removeprefix(_FORM), validate=True)
        return AESGCM(_derived(key)).decrypt(kept[:NONCE_BYTES], kept[NONCE_BYTES:], about.encode())
    except (InvalidTag, ValueError) as error:
        raise SealBroken from error


def _derived(key: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=_KEY_BYTES, salt=None, info=b"putright sealing 1").derive(key.encode())
