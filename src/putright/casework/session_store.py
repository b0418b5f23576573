"""What does a browser's cookie stand for? Django's own store of sessions, in the words of a prepared question."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from putright.gateways.clock import SystemClock
from putright.records.models import SignedIn
from putright.records.prepared import prepared


class SessionStore(db.SessionStore):
    """Django's, read on every page of staff; how it is written, and what a key may be, is Django's too."""

    def cycle_key(self) -> None:
        """Go on under another key, and let the list of somebody's own browsers know: after a change of the secret key
        Django does so with each session that goes on.
        """
        before = self.session_key
        super().cycle_key()
        if before is not None:
            SignedIn.objects.filter(session_key=before).update(session_key=self.session_key)

    def _get_session_from_db(self) -> Session | None:
        # By the machine's clock, by which Django writes when a session is over, whatever day the site stands at.
        found = _good(key=str(self.session_key), now=SystemClock().now())
        if found:
            return found[0]
        self._session_key = None
        return None


@prepared
def _good(*, key: str, now: datetime) -> QuerySet[Session, Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=now)
