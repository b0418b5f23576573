"""Does a device hold the key it says it does? WebAuthn: what the browser is asked, and whether its answer is right."""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    AuthenticatorData,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

NAME: Final = "Putright"
LONGEST_ANSWER: Final = 20_000
# What the library and the reader of JSON raise where an answer is none.
_WRONG: Final = (ValueError, TypeError, KeyError, AttributeError, AssertionError, RecursionError)

State = Mapping[str, str | None]


class PasskeyRefused(ValueError):
    """The answer is not that of a key that was asked for, at this site, to this question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where the browser is: a passkey made for one host is good for no other."""

    host: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the browser is asked, as JSON; and what must be kept until it answers, to be given back with the answer."""

    options: str
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A key that has answered: what is kept of it (all of it public), a digest of its number, its count of uses."""

    credential: str
    digest: str
    sign_count: int


def ask_for_new(site: Site, *, user: bytes, name: str, known: Sequence[str]) -> Asked:
    """Ask a browser to make a key for somebody, on a device that holds none of those known."""
    options, state = _server(site).register_begin(
        PublicKeyCredentialUserEntity(id=user, name=name, display_name=name),
        credentials=[_opened(each) for each in known],
        resident_key_requirement=ResidentKeyRequirement.DISCOURAGED,
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    return Asked(options=json.dumps(dict(options.public_key)), state=state)


def new_key(site: Site, state: State, answer: str) -> Answered:
    """Return the key that a browser has made in answer; raises PasskeyRefused."""
    try:
        made: AuthenticatorData = _server(site).register_complete(state, _parsed(answer))
        credential = made.credential_data
    except _WRONG as wrong:
        raise PasskeyRefused from wrong
    if credential is None:
        raise PasskeyRefused
    return _answered(credential, made.counter)


def ask_for_known(site: Site, known: Sequence[str]) -> Asked:
    """Ask a browser to show that it holds one of these keys."""
    options, state = _server(site).authenticate_begin(
        [_opened(each) for each in known], user_verification=UserVerificationRequirement.PREFERRED
    )
    return Asked(options=json.dumps(dict(options.public_key)), state=state)


def known_key(site: Site, state: State, known: Sequence[str], answer: str) -> Answered:
    """Return which of the keys has answered; raises PasskeyRefused."""
    try:
        parsed = _parsed(answer)
        used = _server(site).authenticate_complete(state, [_opened(each) for each in known], parsed)
        count = AuthenticationResponse.from_dict(parsed).response.authenticator_data.counter
    except _WRONG as wrong:
        raise PasskeyRefused from wrong
    return _answered(used, count)


def _server(site: Site) -> Fido2Server:
    entity = PublicKeyCredentialRpEntity(id=site.host, name=NAME)
    return Fido2Server(entity, verify_origin=lambda origin: origin == site.origin)


def _parsed(answer: str) -> Mapping[str, object]:
    if len(answer) > LONGEST_ANSWER:
        raise ValueError("longer than any answer of a browser")
    parsed = json.loads(answer)
    if not isinstance(parsed, dict):
        raise TypeError("not an answer of a browser")
    return parsed


def _answered(credential: AttestedCredentialData, count: int) -> Answered:
    return Answered(
        credential=b64encode(bytes(credential)).decode(),
        digest=sha256(credential.credential_id).hexdigest(),
        sign_count=count,
    )


def _opened(kept: str) -> AttestedCredentialData:
    return AttestedCredentialData(b64decode(kept))
