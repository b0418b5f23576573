"""How is django-helpdesk filled? A queue for each body, as many tickets as it has cases, their follow-ups, one person.

Runs in the peer's environment; prints, as JSON, the cookie of a session and the numbers of the tickets to open.
"""

import json
import sys
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import django

FOLLOW_UPS, LONG, USUAL = 3, 40, 9
OPEN_SHARE = 46  # of a hundred: as many as the cases of Putright's filling that are not over
NOW = datetime(2026, 4, 2, 9, tzinfo=ZoneInfo("Europe/London"))


def main(sizes: list[int]) -> None:
    """Makes the tables, fills them with a fixed seed, keeps statistics, and signs somebody in."""
    django.setup()
    from django.core.management import call_command
    from django.db import connection, transaction

    call_command("migrate", verbosity=0)
    with transaction.atomic():
        user = _user()
        _tickets(sizes, user)
        long, usual = _with_follow_ups(user)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    print(json.dumps({"cookie": _signed_in(user), "long": long, "usual": usual}))


def _user():
    from django.contrib.auth import get_user_model

    user = get_user_model()(
        username="mo", email="mo@example.nhs.uk", is_staff=True, first_name="Mo", last_name="Example"
    )
    user.set_unusable_password()
    user.save()
    return user


def _tickets(sizes: list[int], user) -> None:
    from helpdesk.models import Queue, Ticket

    chance = Random(20260402)
    queues = [
        Queue.objects.create(title=f"Branch {number}", slug=f"branch-{number}", allow_public_submission=False)
        for number in range(len(sizes))
    ]
    places = [queue for queue, size in zip(queues, sizes, strict=True) for _ in range(size)]
    chance.shuffle(places)
    Ticket.objects.bulk_create((_ticket(queue, number, chance, user) for number, queue in enumerate(places)), 1_000)


def _ticket(queue, number: int, chance: Random, user):
    from helpdesk.models import Ticket

    created = NOW - timedelta(hours=chance.randrange(24 * 400))
    return Ticket(
        queue=queue,
        title=f"A complaint about waiting, number {number}",
        created=created,
        modified=created,
        submitter_email=f"person-{number}@example.org",
        assigned_to=user if chance.randrange(3) == 0 else None,
        status=Ticket.OPEN_STATUS if chance.randrange(100) < OPEN_SHARE else Ticket.CLOSED_STATUS,
        description="I waited four hours and nobody told me why. " * 6,
        priority=3,
        due_date=created + timedelta(days=60),
        secret_key=f"{number:036d}",
    )


def _with_follow_ups(user) -> tuple[int, int]:
    """Some follow-ups to every ticket, and to two of them as many as the two cases of Putright have events."""
    from django.db import connection
    from helpdesk.models import FollowUp, Ticket

    columns = "ticket_id, date, title, comment, public, user_id"
    for number in range(FOLLOW_UPS):
        values = [_title(number), _comment(number), False, user.pk]
        with connection.cursor() as cursor:
            told = f"INSERT INTO helpdesk_followup ({columns}) SELECT id, created, %s, %s, %s, %s FROM helpdesk_ticket"
            cursor.execute(told, values)
    long, usual = Ticket.objects.filter(queue__slug="branch-0", status=Ticket.OPEN_STATUS).order_by("pk")[:2]
    for ticket, events in ((long, LONG), (usual, USUAL)):
        FollowUp.objects.bulk_create(
            FollowUp(
                ticket=ticket,
                date=ticket.created + timedelta(days=number),
                title=_title(number),
                comment=_comment(number),
                public=False,
                user=user,
            )
            for number in range(FOLLOW_UPS, events)
        )
    return long.pk, usual.pk


def _title(number: int) -> str:
    return f"Comment {number}"


def _comment(number: int) -> str:
    return f"A note of a call, number {number}."


def _signed_in(user) -> str:
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
