"""Does `putright serve` make ready what is not there, say where the site is, and refuse plainly what it cannot do?"""

import gzip
import re
import socket
import stat
import subprocess
import sys
import urllib.error
import urllib.request
from email.message import Message
from pathlib import Path

import pytest

from putright.config.config import config_from
from putright.config.installation import kept_secret_keys
from putright.config.server import greeting
from tests.served import environment, run_serve, served


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_an_empty_folder_becomes_a_site_and_stays_one(data: Path) -> None:
    with served(data) as address:
        assert _get(f"{address}/healthz")[0] == 200
    made = {path.name for path in data.iterdir()}
    key = (data / "secret-key").read_text()

    with served(data) as address:
        assert _get(f"{address}/healthz")[1] == b"ok\n"

    assert made >= {"putright.sqlite3", "secret-key", "static"}
    assert (data / "secret-key").read_text() == key


def test_only_its_owner_reads_the_data_folder(data: Path) -> None:
    with served(data):
        pass

    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert stat.S_IMODE((data / "secret-key").stat().st_mode) == 0o600


def test_styles_are_named_by_their_content_kept_for_good_and_sent_small(data: Path) -> None:
    with served(data) as address:
        _, page, _ = _get(f"{address}/")
        [style, *_] = re.findall(rb'href="(/static/[^"]+\.css)"', page)
        status, body, headers = _get(address + style.decode(), accept="gzip")

    assert status == 200
    assert "immutable" in headers["Cache-Control"]
    assert headers["Content-Encoding"] == "gzip"
    assert len(body) < len(gzip.decompress(body)) / 4


def test_what_is_logged_names_no_secret_and_no_query(data: Path) -> None:
    secret = "q83vASNFZ4mrze8BI0VniQ"
    with served(data) as address:
        _get(f"{address}/follow/{secret}?q=Example")
        log = next(data.parent.glob("data-*.log"))

    said = log.read_text()
    assert "/follow/[secret]" in said
    assert secret not in said
    assert "Example" not in said


@pytest.mark.parametrize("host", ["elsewhere.example.org", "127.0.0.1.example.org"])
def test_a_site_answers_to_its_own_name_only(data: Path, host: str) -> None:
    with served(data) as address:
        status, _, _ = _get(f"{address}/", host=host)

    assert status == 400


def test_a_port_in_use_ends_with_2_and_says_what_to_do(data: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run_serve(data, environment(), "--port", str(taken.getsockname()[1]))

    assert done.returncode == 2
    assert "is in use already. Give another with --port" in done.stderr
    assert not data.exists()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["--port", "http"], "PUTRIGHT_PORT: give a whole number from 1 to 65535, not 'http'"),
        (["--as-at", "yesterday"], "PUTRIGHT_AS_AT: give a day like 2026-04-02"),
        (["--host", "192.0.2.1"], "Give others with --host and --port."),  # an address of no machine (RFC 5737)
    ],
)
def test_what_cannot_be_used_ends_with_2_and_says_why(data: Path, given: list[str], says: str) -> None:
    done = run_serve(data, environment(), *given)

    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_made_ends_with_2_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    done = run_serve(tmp_path / "file" / "data", environment())

    assert done.returncode == 2
    assert "cannot be made" in done.stderr


def test_the_greeting_says_where_the_site_is_and_who_can_sign_in(tmp_path: Path) -> None:
    (tmp_path / "demo-sign-ins.txt").write_text("Ada Example, complaints manager: ada@example.org\n")

    said = greeting(config_from({"PUTRIGHT_DATA": str(tmp_path), "PUTRIGHT_AS_AT": "2026-04-02"}))

    assert "http://127.0.0.1:8000/" in said
    assert "Thursday 2 April 2026" in said
    assert "ada@example.org" in said


def test_of_keys_made_at_the_same_time_one_is_kept_by_all(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from putright.config.installation import *;"
        "folder = Path(sys.argv[1]); keep_a_secret_key(folder); print(*kept_secret_keys(folder))"
    )
    makers = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]

    made = {maker.communicate(timeout=60)[0].strip() for maker in makers}

    assert tuple(made) == kept_secret_keys(tmp_path)
    assert len(kept_secret_keys(tmp_path)[0]) >= 64
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def _get(url: str, *, host: str = "", accept: str = "") -> tuple[int, bytes, Message]:
    request = urllib.request.Request(
        url, headers={k: v for k, v in {"Host": host, "Accept-Encoding": accept}.items() if v}
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            return response.status, response.read(), response.headers
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.read(), refused.headers


def test_a_new_site_prints_the_code_for_setting_it_up(data: Path) -> None:
    with served(data) as address:
        code = (data / "set-up-code").read_text()
        _, page, _ = _get(f"{address}/privacy")
        printed = next(data.parent.glob("data-*.log")).read_text()

    assert b'<h1 class="nhsuk-heading-l">Set up Putright</h1>' in page
    assert code.encode() not in page
    assert f"{address}/set-up\n" in printed
    assert code in printed
    assert stat.S_IMODE((data / "set-up-code").stat().st_mode) == 0o600
