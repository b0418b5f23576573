"""Who may open a page? Every view says so with one of these marks, and a test fails for a view that does not."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

View = TypeVar("View", bound=Callable[..., object])


class Access(StrEnum):
    """The kinds of door a page can have."""

    PUBLIC = "public"
    LINK = "link"
    STAFF = "staff"


def public(view: View) -> View:
    """Let anybody open the page."""
    return marked(view, Access.PUBLIC)


def marked(view: View, access: Access) -> View:
    """Write the access on the view, where the test and the reader find it."""
    view.access = access  # type: ignore[attr-defined]  # a mark on a function
    return view
