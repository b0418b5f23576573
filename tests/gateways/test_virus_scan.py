"""Is a file scanned by ClamAV's protocol, and is nothing taken for clean that the daemon did not call so?"""

import socket
import struct
import time
from pathlib import Path

import pytest

from putright.gateways.virus_scan import Clamd, NotScanned, Obstacle
from tests.gateways.clamd_server import Answer, Talk, clamd
from tests.sample_files import EICAR

SECONDS = 0.3


def obstacle_of(scanner: Clamd, content: bytes = b"words") -> Obstacle:
    """Why a file could not be scanned."""
    with pytest.raises(NotScanned) as held_up:
        scanner.scan(content)
    return held_up.value.obstacle


def answering(answer: bytes) -> Answer:
    """A daemon that reads everything and then says this, and no more."""

    def say(talk: Talk) -> None:
        talk.command()
        talk.content()
        talk.say(answer)

    return say


class TestTheDaemon:
    @pytest.mark.parametrize("content", [b"", b"words", b"x" * 65_536, b"x" * 3_000_001])
    def test_finds_nothing_in_a_file_of_any_length(self, content: bytes) -> None:
        with clamd() as address:
            assert Clamd(address=address).scan(content).is_clean

    def test_finds_a_virus_and_names_it(self) -> None:
        with clamd() as address:
            found = Clamd(address=address).scan(b"before " + EICAR)

        assert (found.is_clean, found.virus) == (False, "Eicar-Test-Signature")

    def test_is_reached_over_a_socket_of_this_machine(self, tmp_path: Path) -> None:
        with clamd(path=str(tmp_path / "clamd")) as address:
            assert not Clamd(address=address).scan(EICAR).is_clean

    def test_says_of_what_day_its_signatures_are(self) -> None:
        with clamd() as address:
            assert Clamd(address=address).version() == "ClamAV 1.4.6/27890/Sat Nov 21 09:12:04 2026"


class TestNothingIsKnown:
    def test_where_nobody_listens(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as once:
            port = once.getsockname()[1]

        assert obstacle_of(Clamd(address=f"tcp://127.0.0.1:{port}")) is Obstacle.UNREACHABLE

    def test_where_there_is_no_socket(self, tmp_path: Path) -> None:
        assert obstacle_of(Clamd(address=f"unix://{tmp_path}/clamd")) is Obstacle.UNREACHABLE

    @pytest.mark.parametrize(
        ("answer", "obstacle"),
        [
            (b"", Obstacle.UNREADABLE),
            (b"stream: OK", Obstacle.UNREADABLE),
            (b"stream: O", Obstacle.UNREADABLE),
            (b"stream: OK FOUN", Obstacle.UNREADABLE),
            (b"OK\0", Obstacle.UNREADABLE),
            (b"stream: OKAY\0", Obstacle.UNREADABLE),
            (b"HTTP/1.1 200 OK\r\n\r\n\0", Obstacle.UNREADABLE),
            (b"\xff\xfe\0", Obstacle.UNREADABLE),
            (b"x" * 100_000, Obstacle.UNREADABLE),
            (b"stream: Can't allocate memory ERROR\0", Obstacle.FAILED),
            (b"INSTREAM size limit exceeded. ERROR\0", Obstacle.TOO_LARGE),
        ],
    )
    def test_from_an_answer_that_is_not_a_whole_ok(self, answer: bytes, obstacle: Obstacle) -> None:
        with clamd(answering(answer)) as address:
            assert obstacle_of(Clamd(address=address)) is obstacle

    def test_where_it_stops_listening_because_the_file_is_too_large(self) -> None:
        def refuse(talk: Talk) -> None:
            talk.command()
            talk.stream.read(100_000)
            talk.say(b"INSTREAM size limit exceeded. ERROR\0")
            talk.sock.shutdown(socket.SHUT_WR)
            talk.stream.read()

        with clamd(refuse) as address:
            assert obstacle_of(Clamd(address=address), b"x" * 20_000_000) is Obstacle.TOO_LARGE

    def test_where_it_is_gone_in_the_middle(self) -> None:
        def go(talk: Talk) -> None:
            talk.command()
            talk.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

        with clamd(go) as address:
            assert obstacle_of(Clamd(address=address), b"x" * 20_000_000) in {Obstacle.FAILED, Obstacle.UNREADABLE}

    @pytest.mark.parametrize(
        "says", [lambda talk: talk.hang(), lambda talk: (talk.command(), talk.content(), talk.hang())], ids=["", "read"]
    )
    def test_where_it_hangs_and_not_for_longer_than_allowed(self, says: Answer) -> None:
        with clamd(says) as address:
            began = time.monotonic()
            obstacle = obstacle_of(Clamd(address=address, seconds=SECONDS), b"x" * 20_000_000)

        assert obstacle is Obstacle.TIMED_OUT
        assert time.monotonic() - began < 50 * SECONDS

    def test_where_it_says_a_letter_now_and_then(self) -> None:
        def drip(talk: Talk) -> None:
            talk.command()
            talk.content()
            for _ in range(1000):
                talk.say(b"s")
                time.sleep(SECONDS / 5)

        with clamd(drip) as address:
            began = time.monotonic()
            obstacle = obstacle_of(Clamd(address=address, seconds=SECONDS))

        assert obstacle is Obstacle.TIMED_OUT
        assert time.monotonic() - began < 50 * SECONDS

    def test_and_what_is_raised_says_nothing_of_the_file(self) -> None:
        with clamd(answering(b"stream: OK")) as address, pytest.raises(NotScanned) as held_up:
            Clamd(address=address).scan(b"Gwendolen")

        assert "Gwendolen" not in repr(held_up.value)
