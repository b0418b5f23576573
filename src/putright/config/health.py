"""Is the site ready? `/healthz` answers 200 when the database answers, 503 when it does not."""

from __future__ import annotations

import logging

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from putright.web.access import public

_log = logging.getLogger(__name__)


@public
@require_safe
@never_cache
def healthz(_request: HttpRequest) -> HttpResponse:
    """Answer a monitor or a load balancer; says nothing about what is inside."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError:
        _log.exception("the database does not answer")
        return HttpResponse("database unavailable\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")
