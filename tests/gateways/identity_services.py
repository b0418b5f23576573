"""Which identity services do the tests speak with? One that really runs, and one that can be told to lie."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.served import free_port

STARTS_WITHIN = 30


@dataclass(frozen=True, kw_only=True)
class Service:
    """A service that really runs: where, and what time it is there."""

    issuer: str
    now: datetime

    def signs_in(self, address: str, subject: str) -> str:
        """Sign somebody in on its page, as a browser would; return the address that the browser is sent back to."""
        answer = requests.post(address, data={"sub": subject}, allow_redirects=False, timeout=10)
        assert answer.status_code == 302, answer.text[:2000]
        return answer.headers["Location"]

    def knows(self, subject: str, **claims: Any) -> None:
        """Say something more of a person in every token."""
        requests.put(f"{self.issuer}/users/{subject}", json=claims, timeout=10).raise_for_status()


@contextmanager
def real_service() -> Iterator[Service]:
    """Run oidc-provider-mock, which insists on a nonce."""
    port = free_port()
    words = ["-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port), "--require-nonce", "true"]
    server = subprocess.Popen([sys.executable, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    issuer = f"http://localhost:{port}"
    try:
        yield Service(issuer=issuer, now=_when_it_answers(server, issuer))
    finally:
        server.terminate()
        server.wait(timeout=10)


def _when_it_answers(server: "subprocess.Popen[bytes]", issuer: str) -> datetime:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and server.poll() is None:
        try:
            return parsedate_to_datetime(requests.get(issuer, timeout=5).headers["Date"])
        except requests.ConnectionError:
            time.sleep(0.1)
    raise RuntimeError("the identity service did not start")


@dataclass
class Liar:
    """A service that answers what it is told to, and keeps what it was asked."""

    key: RSAKey
    claims: dict[str, Any]
    port: int
    signs_with: RSAKey | None = None
    next_key: RSAKey | None = None
    key_id: str = "one"
    algorithm: str = "RS256"
    asked: list[dict[str, str]] = field(default_factory=list)
    says_of_itself: dict[str, Any] = field(default_factory=dict)
    id_token: str = ""

    @property
    def issuer(self) -> str:
        return f"http://localhost:{self.port}"

    def answer(self, path: str, posted: dict[str, str]) -> tuple[int, Any]:
        """What it answers to an address."""
        if path.endswith("/openid-configuration"):
            return 200, {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/jwks",
                **self.says_of_itself,
            }
        if path == "/jwks":
            keys = {"one": self.key, "two": self.next_key}
            return 200, {"keys": [key.as_dict(private=False) | {"kid": name} for name, key in keys.items() if key]}
        self.asked.append(posted)
        if self.asked[:-1] and self.asked[-2].get("code") == posted.get("code"):
            return 400, {"error": "invalid_grant"}
        return 200, {"access_token": "x", "token_type": "Bearer", "expires_in": 60, "id_token": self.token()}

    def token(self) -> str:
        """The token with what it claims."""
        header = {"alg": self.algorithm, "kid": self.key_id}
        return self.id_token or jwt.encode(
            header, self.claims, self.signs_with or self.key, algorithms=[self.algorithm]
        )


@contextmanager
def lying_service(**claims: Any) -> Iterator[Liar]:
    """Run a service that can be told what to say."""
    liar = Liar(key=RSAKey.generate_key(2048), claims=claims, port=free_port())

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send(*liar.answer(urlsplit(self.path).path, {}))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            posted = {name: values[0] for name, values in parse_qs(body).items()}
            self._send(*liar.answer(self.path, posted | {"authorization": self.headers.get("Authorization", "")}))

        def _send(self, status: int, said: Any) -> None:
            content = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            pass

    server = HTTPServer(("localhost", liar.port), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield liar
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
