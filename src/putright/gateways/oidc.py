"""Who does an identity service say somebody is? OpenID Connect: the code flow with PKCE, every part of it checked."""

from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

# What a service answers is JSON of any shape, hence Any.
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, KeySet, RSAKey

from putright.gateways.secrets import Secrets

SECONDS: Final = 10.0  # for each answer of the service
LEEWAY: Final = 60  # seconds by which its clock and ours may differ
RANDOM_BYTES: Final = 32
LONGEST_SUBJECT: Final = 255
# Signatures alone: a token that anybody could have made, or that a shared secret made, is none.
_ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
_ASSURANCE: Final = ("acr", "amr", "id_assurance_level", "authentication_assurance_level")


class NotIdentified(Exception):
    """The service has not said who somebody is, or not so that it can be believed; says nothing about the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """An identity service, and as whom it knows this site."""

    issuer: str
    client_id: str
    client_secret: str = field(default="", repr=False)
    private_key: str = field(default="", repr=False)
    algorithm: str = "RS512"
    scopes: tuple[str, ...] = ("openid",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Where to send somebody, and what must be kept for this browser until they come back."""

    address: str
    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """Who somebody is to the service, and the words in which it says how sure it is."""

    issuer: str
    subject: str
    assurance: frozenset[str]


def ask(provider: Provider, *, callback: str, secrets: Secrets) -> Asked:
    """Make the question for one sign-in; raises NotIdentified where the service cannot be reached."""
    state, nonce, verifier = (_word(secrets) for _ in range(3))
    found = _discovered(provider)
    try:
        address, _ = _session(provider, callback, found).create_authorization_url(
            _endpoint(found, "authorization_endpoint"), state=state, nonce=nonce, code_verifier=verifier
        )
    except AuthlibBaseError as wrong:
        raise NotIdentified from wrong
    return Asked(address=address, state=state, nonce=nonce, verifier=verifier)


def identify(provider: Provider, *, callback: str, code: str, nonce: str, verifier: str, now: datetime) -> Identified:
    """Return who came back with a code; raises NotIdentified for anything that does not fit what was asked."""
    found = _discovered(provider)
    try:
        token = _session(provider, callback, found).fetch_token(
            _endpoint(found, "token_endpoint"), grant_type="authorization_code", code=code, code_verifier=verifier
        )
        keys = KeySet.import_key_set(_answer_of(_endpoint(found, "jwks_uri")))  # type: ignore[arg-type]  # checked there
        claims = jwt.decode(str(token.get("id_token", "")), keys, algorithms=list(_ALGORITHMS)).claims
        _registry(provider, nonce, now).validate(claims)
    except (AuthlibBaseError, JoseError, requests.RequestException, ValueError, TypeError, KeyError) as wrong:
        raise NotIdentified from wrong
    return _identified(provider, claims, now)


def leaving_address(provider: Provider, *, back: str) -> str:
    """Where to send somebody who wants to sign out at the service too, to come `back` from there; "" where it has none.

    Without a token of theirs, which would tell in an address who they are: so the service asks them itself whether they
    mean it. Raises NotIdentified where the service cannot be reached.
    """
    found = _discovered(provider)
    if not found.get("end_session_endpoint"):
        return ""
    address = _endpoint(found, "end_session_endpoint")
    words = urlencode({"client_id": provider.client_id, "post_logout_redirect_uri": back})
    return f"{address}{'&' if '?' in address else '?'}{words}"


def _identified(provider: Provider, claims: Mapping[str, Any], now: datetime) -> Identified:
    audience, subject = claims["aud"], claims["sub"]
    is_ours_alone = audience in (provider.client_id, [provider.client_id])
    if not is_ours_alone and claims.get("azp") != provider.client_id:
        raise NotIdentified
    if not isinstance(subject, str) or not subject or len(subject) > LONGEST_SUBJECT:
        raise NotIdentified
    said = [claims.get(name) for name in _ASSURANCE]
    words = [word for each in said for word in (each if isinstance(each, list) else [each]) if isinstance(word, str)]
    return Identified(issuer=provider.issuer, subject=subject, assurance=frozenset(words))


def _registry(provider: Provider, nonce: str, now: datetime) -> jwt.JWTClaimsRegistry:
    return jwt.JWTClaimsRegistry(
        now=int(now.timestamp()),
        leeway=LEEWAY,
        iss={"essential": True, "value": provider.issuer},
        aud={"essential": True, "value": provider.client_id},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": nonce},
    )


def _session(provider: Provider, callback: str, found: Mapping[str, Any]) -> OAuth2Session:
    by_key = bool(provider.private_key)
    session = OAuth2Session(
        provider.client_id,
        _key(provider) if by_key else provider.client_secret,
        token_endpoint_auth_method="private_key_jwt" if by_key else "client_secret_basic",
        scope=" ".join(provider.scopes),
        redirect_uri=callback,
        code_challenge_method="S256",
        default_timeout=SECONDS,
    )
    if by_key:
        session.register_client_auth_method(PrivateKeyJWT(_endpoint(found, "token_endpoint"), alg=provider.algorithm))
    return session


def _key(provider: Provider) -> RSAKey | ECKey:
    kind = ECKey if provider.algorithm.startswith("ES") else RSAKey
    try:
        return kind.import_key(provider.private_key)
    except (JoseError, ValueError) as wrong:
        raise NotIdentified from wrong


def _discovered(provider: Provider) -> Mapping[str, Any]:
    """What the service says of itself; what calls itself by another name is another."""
    try:
        found = _answer_of(f"{provider.issuer}/.well-known/openid-configuration")
    except (requests.RequestException, ValueError) as wrong:
        raise NotIdentified from wrong
    if str(found.get("issuer", "")).rstrip("/") != provider.issuer:
        raise NotIdentified
    return found


def _endpoint(found: Mapping[str, Any], name: str) -> str:
    address = str(found.get(name, ""))
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname == "localhost"):
        raise NotIdentified
    return address


def _answer_of(address: str) -> Mapping[str, Any]:
    answer = requests.get(address, timeout=SECONDS, allow_redirects=False)
    answer.raise_for_status()
    said = answer.json()
    if answer.status_code != requests.codes.ok or not isinstance(said, dict):
        raise ValueError("not an answer of an identity service")
    return said


def _word(secrets: Secrets) -> str:
    return urlsafe_b64encode(secrets.random(RANDOM_BYTES)).decode().rstrip("=")
