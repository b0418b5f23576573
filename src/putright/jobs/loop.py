"""How does a worker go on? Pass after pass until it is told to stop, in a process or a thread of its own."""

import logging
import os
import socket
from threading import Event, Thread
from typing import Final

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connections

from putright.casework.means import means_of_this_site
from putright.gateways.schedule import schedule
from putright.gateways.secrets import SystemSecrets
from putright.jobs.tasks import TASKS, Tools
from putright.jobs.work import Work, begin, end, one_pass

_log = logging.getLogger(__name__)
SECONDS_BETWEEN: Final = 5.0
_SECONDS_AFTER_FAILURE: Final = 15.0
_SECONDS_TO_FINISH: Final = 10.0
_LONGEST_HOST: Final = 16


def work_of_this_site(stopping: Event | None = None) -> Work:
    """A worker as the site is configured."""
    return Work(
        name=_name(),
        clock=settings.PUTRIGHT_CLOCK,
        tools=Tools(means=means_of_this_site(), data=settings.PUTRIGHT_DATA, mailboxes=settings.PUTRIGHT_MAILBOXES),
        carrier=settings.PUTRIGHT_CARRIER,
        texts=settings.PUTRIGHT_TEXTS,
        schedule=schedule(),
        tasks=TASKS,
        stopping=stopping or Event(),
    )


def go_on(work: Work, *, seconds_between: float = SECONDS_BETWEEN) -> None:
    """Do what is due, again and again, until told to stop; a database that is away is waited for."""
    has_begun = False
    while not work.stopping.is_set():
        pause = seconds_between
        try:
            if not has_begun:
                begin(work)
                has_begun = True
            one_pass(work)
        except (DatabaseError, InterfaceError):
            _log.exception("the database does not do what is asked; it is tried again in a while")
            pause = max(_SECONDS_AFTER_FAILURE, seconds_between)
        except Exception:  # noqa: BLE001 - the edge of the process: whatever it was, the next pass is to come
            _log.exception("a pass of the worker failed")
            pause = max(_SECONDS_AFTER_FAILURE, seconds_between)
        finally:
            # Each pass asks anew, so that a server that was started again is found.
            connections.close_all()
        work.stopping.wait(pause)
    _say_gone(work)


def in_a_thread(work: Work) -> Thread:
    """Go on in a thread of this process, which does not keep the process from ending."""
    thread = Thread(target=go_on, args=(work,), name="putright-work", daemon=True)
    thread.start()
    return thread


def stop_thread(work: Work, thread: Thread) -> None:
    """Let a thread finish what it is doing, for a while; what it leaves is taken up by the next."""
    work.stopping.set()
    thread.join(timeout=_SECONDS_TO_FINISH)


def _say_gone(work: Work) -> None:
    try:
        end(work)
    except (DatabaseError, InterfaceError):
        _log.warning("the worker stops, and could not say so")
    finally:
        connections.close_all()


def _name() -> str:
    """A name that no other worker has: the machine, the process and a few random letters."""
    return f"{socket.gethostname()[:_LONGEST_HOST]}-{os.getpid()}-{SystemSecrets().random(4).hex()}"
