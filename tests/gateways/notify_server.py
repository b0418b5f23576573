"""Which GOV.UK Notify do the tests send through? A server of this machine that answers as its documentation says."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt

SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506"
# Made up, and in two parts, so that nobody takes it for a key of somebody's.
SECRET = "3d844edf-8d35-48ac-" + "975b-e847b4f122b0"
KEY = f"example-{SERVICE}-{SECRET}"
TEMPLATE = "8b6d5b4c-0000-4000-8000-a1b2c3d4e5f6"
TEXT_TEMPLATE = "8b6d5b4c-0000-4000-8000-f6e5d4c3b2a1"
_TEMPLATES = {"/v2/notifications/email": TEMPLATE, "/v2/notifications/sms": TEXT_TEMPLATE}


@dataclass
class Service:
    """What a service was asked, and what it answers: 201, unless `status` says otherwise.

    `on_taking` is called once it has a message, before it answers.
    """

    status: int = 201
    took: list[dict[str, Any]] = field(default_factory=list)
    issued: list[int] = field(default_factory=list)
    loses_answers: bool = False
    on_taking: Callable[[], None] | None = None


@contextmanager
def notify_server(service: Service) -> Iterator[str]:  # noqa: C901 - a server is a class of its own
    """The service; yields its address."""

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if not self._knows():
                self._answer(403, {"errors": [{"error": "AuthError", "message": "Invalid token"}]})
            elif said["template_id"] != _TEMPLATES.get(self.path):
                self._answer(404, {"errors": [{"error": "NoResultFound"}]})
            elif service.status != 201:
                self._answer(service.status, {"errors": [{"error": "Error", "message": _to(said)}]})
            else:
                service.took.append(said)
                if service.on_taking is not None:
                    service.on_taking()
                if service.loses_answers:
                    self.close_connection = True
                    return
                self._answer(201, {"id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": said["reference"]})

        def do_GET(self) -> None:
            asked = parse_qs(urlsplit(self.path).query).get("reference", [""])[0]
            known = [{"reference": one["reference"]} for one in service.took if one["reference"] == asked]
            self._answer(200 if self._knows() else 403, {"notifications": known})

        def _knows(self) -> bool:
            token = self.headers["Authorization"].removeprefix("Bearer ")
            try:
                claims = jwt.decode(token, SECRET, algorithms=["HS256"], options={"verify_iat": False})
            except jwt.InvalidTokenError:
                return False
            service.issued.append(claims["iat"])
            return bool(claims["iss"] == SERVICE)

        def _answer(self, status: int, said: dict[str, Any]) -> None:
            body = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join(timeout=5)
        server.server_close()


def _to(said: dict[str, Any]) -> str:
    """Whom a message is for; Notify repeats it where it refuses one."""
    return str(said.get("email_address") or said["phone_number"])
