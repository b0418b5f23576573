"""Does what is sent in a passkey's name open nothing, and is no passkey offered where no browser makes one?"""

import json

import pytest
from django.test import Client

from putright.records.models import Passkey
from tests.web.office.conftest import account_of
from tests.web.office.second_steps import gives_password, sets_up
from tests.web.reading import read

HERE = {"host": "localhost"}
ANSWERS = [
    "",
    "null",
    "[]",
    "{}",
    "not json",
    '{"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": {}}',
    json.dumps(
        {
            "id": "AAAA",
            "rawId": "AAAA",
            "type": "public-key",
            "response": {
                "clientDataJSON": "e30",
                "attestationObject": "oA",
                "authenticatorData": "AA",
                "signature": "AA",
            },
        }
    ),
    "[" * 10_000,
    "x" * 30_000,
]


@pytest.fixture
def strict(day):
    """An installation as it comes: staff must take a second step."""
    day.PUTRIGHT_SECOND_FACTOR = True
    return day


@pytest.mark.parametrize("answer", ANSWERS, ids=range(len(ANSWERS)))
def test_what_no_device_would_answer_makes_no_passkey(strict, office, answer):
    client = gives_password(office, "mo")
    client.get("/security/passkeys/add", headers=HERE)
    response = client.post("/security/passkeys/add", {"name": "Mine", "answer": answer}, headers=HERE)

    assert response.status_code == 422
    assert not Passkey.objects.exists()


@pytest.mark.parametrize("answer", ANSWERS, ids=range(len(ANSWERS)))
def test_what_no_device_would_answer_opens_nothing(strict, office, answer):
    Passkey.objects.create(
        account=account_of(office, "mo"),
        credential=A_KEY,
        credential_digest="0" * 64,
        name="Mine",
        made_at=account_of(office, "mo").made_at,
    )
    client = Client(headers=HERE)
    client.post("/sign-in", {"email": office.person("mo").email, "password": "a long enough pass phrase"})
    assert client.get("/sign-in/code").status_code == 200
    response = client.post("/sign-in/passkey", {"answer": answer})

    assert response.headers["Location"] == "/sign-in/code"
    assert client.get("/work").status_code == 302


def test_without_a_question_no_answer_counts(strict, office):
    client = gives_password(office, "mo")

    assert client.post("/sign-in/passkey", {"answer": "{}"}, headers=HERE).headers["Location"] == "/sign-in"
    assert client.post("/security/passkeys/add", {"name": "Mine", "answer": "{}"}, headers=HERE).status_code == 422


def test_at_a_number_or_without_https_there_are_none(strict, office):
    client = gives_password(office, "mo")

    assert "passkey" not in read(client.get("/security/authenticator", headers={"host": "127.0.0.1"})).main
    assert client.get("/security/passkeys/add", headers={"host": "127.0.0.1"}).status_code == 404
    assert "passkey" in read(client.get("/security/authenticator", headers=HERE)).main


def test_a_passkey_of_somebody_else_is_not_removed(strict, office):
    olu, mo = gives_password(office, "olu"), gives_password(office, "mo")
    sets_up(olu)
    sets_up(mo)
    theirs = Passkey.objects.create(
        account=account_of(office, "olu"),
        credential=A_KEY,
        credential_digest="0" * 64,
        name="Hers",
        made_at=account_of(office, "olu").made_at,
    )

    assert mo.post(f"/security/passkeys/{theirs.pk}/remove").status_code == 404
    assert Passkey.objects.filter(pk=theirs.pk).exists()


def _a_key() -> str:
    from base64 import b64encode

    from fido2.cose import ES256
    from fido2.webauthn import AttestedCredentialData

    public = ES256({1: 2, 3: -7, -1: 1, -2: b"\x01" * 32, -3: b"\x02" * 32})
    return b64encode(bytes(AttestedCredentialData.create(b"\x00" * 16, b"\x05" * 16, public))).decode()


A_KEY = _a_key()
