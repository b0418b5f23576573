"""How are pages served? gunicorn on one port, a process or more, each with its threads, as configured."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from pathlib import Path
from threading import Thread

# gunicorn is untyped.
from typing import TYPE_CHECKING, Any

from django.core.handlers.wsgi import WSGIHandler
from gunicorn.app.base import BaseApplication

from putright.config.config import Config
from putright.config.exits import BadInput
from putright.config.logging import logging_for
from putright.gateways.set_up_code import code_in

if TYPE_CHECKING:
    from putright.jobs.work import Work

SECONDS_A_PAGE_MAY_TAKE = 60
SECONDS_TO_FINISH = 10
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - gunicorn's own heartbeat file, opened by it and at once unlinked


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn is untyped
    """The web server, which runs until it is told to stop."""

    def __init__(self, config: Config) -> None:
        """Keep the configuration; gunicorn asks for it in `load_config`."""
        self._config = config
        super().__init__()

    def load_config(self) -> None:
        """Tell gunicorn what to be."""
        for name, value in _options(self._config).items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        """Return the application; loaded once, before the processes are made."""
        from putright.config.wsgi import application  # noqa: PLC0415 - sets Django up, which must come last

        return application


def refuse_busy_port(config: Config) -> None:
    """Refuse, before anything is made ready, a port that cannot be had."""
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((config.host, config.port))
        except OSError as error:
            raise BadInput(_port_problem(config, error)) from error


def greeting(config: Config) -> str:
    """Return what is printed once pages are served: the address, the day if it stands still, how to begin."""
    lines = [f"Putright is at {config.public_address}/"]
    if config.as_at:
        lines.append(
            f"It stands still at {config.as_at:%A %-d %B %Y, %H:%M}: for demonstration, not for real complaints."
        )
    if code := code_in(config.set_up_code):
        lines += [
            "",
            "Nothing has been set up yet. To set up an organisation, open",
            f"  {config.public_address}/set-up",
            f"and give this code, which is good for one setting up:  {code}",
            "",
        ]
    if config.demo_sign_ins.exists():
        lines += ["", config.demo_sign_ins.read_text(encoding="utf-8").strip(), ""]
    return "\n".join([*lines, "Stop it with Ctrl+C."])


def _options(config: Config) -> dict[str, Any]:
    host = f"[{config.host}]" if ":" in config.host else config.host

    def when_ready(_server: object) -> None:
        print(greeting(config), flush=True)  # noqa: T201 - the one thing this command says

    return {
        **(_hooks_that_work() if works_itself(config) else {}),
        "bind": [f"{host}:{config.port}"],
        "workers": config.processes,
        "worker_class": "gthread",
        "threads": config.threads,
        "preload_app": True,
        "timeout": SECONDS_A_PAGE_MAY_TAKE,
        "graceful_timeout": SECONDS_TO_FINISH,
        "worker_tmp_dir": str(IN_MEMORY) if IN_MEMORY.is_dir() else None,
        "control_socket_disable": True,
        "accesslog": None,
        "logconfig_dict": logging_for(config.log_level),
        "when_ready": when_ready,
        "proc_name": "putright",
    }


def works_itself(config: Config) -> bool:
    """Return whether the server does the background work too: on SQLite, unless its clock stands still."""
    return not config.database_url and config.as_at is None


def _hooks_that_work() -> dict[str, Callable[..., None]]:
    """Return what gunicorn is to do in each process that serves: begin the work in a thread, and end it with itself."""
    begun: list[tuple[Work, Thread]] = []

    def post_worker_init(_worker: object) -> None:
        from putright.jobs.loop import in_a_thread, work_of_this_site  # noqa: PLC0415 - holds tables

        work = work_of_this_site()
        begun.append((work, in_a_thread(work)))

    def worker_exit(_server: object, _worker: object) -> None:
        from putright.jobs.loop import stop_thread  # noqa: PLC0415 - as above

        while begun:
            stop_thread(*begun.pop())

    return {"post_worker_init": post_worker_init, "worker_exit": worker_exit}


def _port_problem(config: Config, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {config.port} is in use already. Give another with --port, or `make start PORT=8001`."
    return f"Port {config.port} of {config.host} cannot be had: {error.strerror}. Give others with --host and --port."
