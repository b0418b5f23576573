"""Where is somebody signed in? Kept as each browser begins and goes on, so that they can look and end one."""

from datetime import datetime

from putright.records.models import SignedIn


def device_began(account_id: int, session_key: str, browser: str, *, now: datetime) -> None:
    """Note that somebody has signed in, in a kind of browser."""
    SignedIn.objects.update_or_create(
        session_key=session_key,
        defaults={"account_id": account_id, "browser": browser, "began_at": now, "last_used_at": now},
    )


def device_used(session_key: str, *, now: datetime) -> None:
    """Note that a browser in which somebody is signed in has been used."""
    SignedIn.objects.filter(session_key=session_key).update(last_used_at=now)


def device_ended(session_key: str) -> None:
    """Forget a browser in which somebody has signed out."""
    SignedIn.objects.filter(session_key=session_key).delete()
