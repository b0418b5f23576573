"""Is a session found by its key alone, and not once it is over?"""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext

from putright.casework.session_store import SessionStore
from putright.gateways.clock import SystemClock

pytestmark = pytest.mark.django_db


def a_session() -> SessionStore:
    store = SessionStore()
    store["kept"] = "this"
    store.create()
    return store


def test_it_is_found_by_its_key_in_one_query() -> None:
    kept, _another = a_session(), a_session()
    SessionStore(kept.session_key).load()
    with CaptureQueriesContext(connection) as queries:
        found = SessionStore(kept.session_key)
        assert found["kept"] == "this"
        assert found.session_key == kept.session_key
    assert len(queries) == 1


def test_a_key_that_nobody_was_given_stands_for_nothing() -> None:
    found = SessionStore("a" * 32)
    assert found.load() == {}
    assert found.session_key is None


def test_it_stands_for_nothing_once_it_is_over() -> None:
    kept = a_session()
    over = SystemClock().now() - timedelta(seconds=1)
    Session.objects.filter(session_key=kept.session_key).update(expire_date=over)
    assert SessionStore(kept.session_key).load() == {}


def test_what_is_changed_is_kept() -> None:
    kept = SessionStore(a_session().session_key)
    kept["kept"] = "that"
    kept.save()
    assert SessionStore(kept.session_key)["kept"] == "that"
