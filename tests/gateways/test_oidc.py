"""Is the word of an identity service believed only when every part of it fits what was asked?"""

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey

from putright.gateways.oidc import Asked, Identified, NotIdentified, Provider, ask, identify
from putright.gateways.secrets import SeededSecrets
from tests.gateways.identity_services import Liar, lying_service

NOW = datetime(2026, 4, 2, 10, tzinfo=UTC)
SECONDS = int(NOW.timestamp())
CALLBACK = "https://complaints.example.nhs.uk/sign-in/identity/back"


@pytest.fixture
def service() -> Iterator[Liar]:
    """A service that tells the truth until it is told otherwise."""
    with lying_service(sub="ada", aud="putright", iat=SECONDS, exp=SECONDS + 300, acr="AAL2", amr=["pwd", "mfa"]) as it:
        it.claims["iss"] = it.issuer
        yield it


def provider(service: Liar, **said: Any) -> Provider:
    return Provider(**{"issuer": service.issuer, "client_id": "putright", "client_secret": "hush", **said})


def asked(service: Liar, **said: Any) -> Asked:
    """Ask, and let the service know the nonce, as it would from the browser."""
    question = ask(provider(service, **said), callback=CALLBACK, secrets=SeededSecrets("a question"))
    service.claims.setdefault("nonce", question.nonce)
    return question


def comes_back(service: Liar, **said: Any) -> Identified:
    question = asked(service, **said)
    return identify(
        provider(service, **said),
        callback=CALLBACK,
        code="a code",
        nonce=question.nonce,
        verifier=question.verifier,
        now=NOW,
    )


def test_the_question_holds_state_nonce_and_a_challenge_and_no_secret(service: Liar) -> None:
    question = asked(service)
    words = {name: values[0] for name, values in parse_qs(urlsplit(question.address).query).items()}
    challenge = urlsafe_b64encode(sha256(question.verifier.encode()).digest()).decode().rstrip("=")

    assert words == {
        "response_type": "code",
        "client_id": "putright",
        "redirect_uri": CALLBACK,
        "scope": "openid",
        "state": question.state,
        "nonce": question.nonce,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    assert len({question.state, question.nonce, question.verifier}) == 3
    assert question.verifier not in question.address


def test_who_comes_back_is_who_the_token_names_with_how_sure_it_is(service: Liar) -> None:
    found = comes_back(service)

    assert (found.issuer, found.subject) == (service.issuer, "ada")
    assert found.assurance == {"AAL2", "pwd", "mfa"}
    (sent,) = service.asked
    assert sent["code"] == "a code"
    assert len(sent["code_verifier"]) >= 43
    assert sent["authorization"].startswith("Basic ")


def test_with_a_private_key_no_secret_is_sent(service: Liar) -> None:
    own = RSAKey.generate_key(2048)
    pem = own.as_pem(private=True).decode()
    comes_back(service, client_secret="", private_key=pem, algorithm="RS512")
    (sent,) = service.asked

    assert sent["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    assertion = jwt.decode(sent["client_assertion"], own, algorithms=["RS512"])
    assert assertion.header["alg"] == "RS512"
    assert (assertion.claims["iss"], assertion.claims["sub"]) == ("putright", "putright")
    assert assertion.claims["aud"] == f"{service.issuer}/token"
    assert "client_secret" not in sent
    assert not sent["authorization"]


@pytest.mark.parametrize(
    "lie",
    [
        {"iss": "https://another.example"},
        {"aud": "another"},
        {"aud": ["putright", "another"]},
        {"nonce": "another"},
        {"nonce": None},
        {"exp": SECONDS - 61},
        {"iat": SECONDS + 120},
        {"sub": ""},
        {"sub": 7},
        {"sub": "x" * 256},
        {"sub": None},
        {"exp": None},
    ],
    ids=str,
)
def test_a_token_that_does_not_fit_is_not_believed(service: Liar, lie: dict[str, Any]) -> None:
    asked(service)
    service.claims |= lie
    service.claims = {name: value for name, value in service.claims.items() if value is not None}
    question = ask(provider(service), callback=CALLBACK, secrets=SeededSecrets("a question"))

    with pytest.raises(NotIdentified):
        identify(
            provider(service),
            callback=CALLBACK,
            code="a code",
            nonce=question.nonce,
            verifier=question.verifier,
            now=NOW,
        )


@pytest.mark.parametrize(
    ("claims", "is_believed"),
    [
        ({"exp": SECONDS - 59}, True),
        ({"exp": SECONDS - 61}, False),
        ({"iat": SECONDS + 59}, True),
        ({"iat": SECONDS + 61}, False),
    ],
    ids=str,
)
def test_clocks_may_differ_by_a_minute(service: Liar, claims: dict[str, int], is_believed: bool) -> None:
    service.claims |= claims
    if is_believed:
        assert comes_back(service).subject == "ada"
    else:
        with pytest.raises(NotIdentified):
            comes_back(service)


def test_a_service_may_change_its_keys_between_two_sign_ins(service: Liar) -> None:
    old, new = service.key, RSAKey.generate_key(2048)
    comes_back(service)
    service.key = new
    service.asked.clear()
    assert comes_back(service).subject == "ada"

    service.signs_with = old  # which it no longer names
    service.asked.clear()
    with pytest.raises(NotIdentified):
        comes_back(service)


def test_a_service_may_name_several_keys_while_it_changes_them(service: Liar) -> None:
    new = RSAKey.generate_key(2048)
    service.next_key = new
    assert comes_back(service).subject == "ada"

    service.asked.clear()
    service.signs_with, service.key_id = new, "two"
    assert comes_back(service).subject == "ada"


def test_a_token_for_several_is_believed_if_it_was_made_for_us(service: Liar) -> None:
    service.claims |= {"aud": ["another", "putright"], "azp": "putright"}

    assert comes_back(service).subject == "ada"


def test_a_token_signed_by_somebody_else_is_not_believed(service: Liar) -> None:
    service.signs_with = RSAKey.generate_key(2048)

    with pytest.raises(NotIdentified):
        comes_back(service)


@pytest.mark.parametrize("forge", ["none", "shared"])
def test_a_token_that_anybody_could_have_made_is_not_believed(service: Liar, forge: str) -> None:
    asked(service)
    algorithm = b"none" if forge == "none" else b"HS256"
    parts = [b'{"alg":"' + algorithm + b'","kid":"one"}', json.dumps(service.claims).encode()]
    signed = b".".join(urlsafe_b64encode(part).rstrip(b"=") for part in parts)
    # The public key, which everybody has, taken for a shared secret.
    seal = b"" if forge == "none" else hmac.digest(service.key.as_pem(private=False), signed, "sha256")
    service.id_token = (signed + b"." + urlsafe_b64encode(seal).rstrip(b"=")).decode()

    with pytest.raises(NotIdentified):
        comes_back(service)


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "....", "é" * 100])
def test_what_is_no_token_is_not_believed(service: Liar, token: str) -> None:
    service.id_token = token or " "

    with pytest.raises(NotIdentified):
        comes_back(service)


@pytest.mark.parametrize(
    "said",
    [
        {"issuer": "https://another.example"},
        {"token_endpoint": "http://identity.example/token"},
        {"jwks_uri": "file:///etc/passwd"},
        {"authorization_endpoint": None},
    ],
    ids=str,
)
def test_a_service_that_says_odd_things_of_itself_is_not_asked(service: Liar, said: dict[str, Any]) -> None:
    service.says_of_itself = said

    with pytest.raises(NotIdentified):
        comes_back(service)


def test_a_service_that_does_not_answer_is_told(service: Liar) -> None:
    gone = Provider(issuer="http://localhost:9", client_id="putright", client_secret="hush")

    with pytest.raises(NotIdentified):
        ask(gone, callback=CALLBACK, secrets=SeededSecrets("a question"))


def test_nothing_secret_is_shown_of_a_provider(service: Liar) -> None:
    assert "hush" not in repr(provider(service))
