"""How do several tests begin with the same rows, made once? In a transaction around them all, each undone by itself.

What takes seconds to make is made by a fixture of a module or of a class: `with standing(django_db_blocker): yield
a_world()`. The tests ask for `db` as ever, and what they change is undone after each.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker


@contextmanager
def standing(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let rows stand as long as this lasts, and keep none of them."""
    around = transaction.atomic()
    around._from_testcase = True  # type: ignore[attr-defined]  # as Django's own: what must be outermost may be within it
    with django_db_blocker.unblock(), around:
        yield
        transaction.set_rollback(True)
