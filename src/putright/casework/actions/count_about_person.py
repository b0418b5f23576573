"""What somebody who complained says about themselves is counted, apart from their complaint."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import F

from putright.casework.errors import NotFound, refuse
from putright.casework.perform import day_of
from putright.domain.equalities import Question, quarter_from, why_not_counted
from putright.records.models import Body, EqualityCount


def count_about_person(*, body: str, answers: Mapping[Question, str], now: datetime) -> None:
    """Add one to the count of each answer in this quarter; nothing else of it is kept, not even when or with what.

    Raises ActionRefused for what is no answer, and NotFound for a body that is not here.
    """
    row = Body.objects.filter(code=body).first()
    if row is None:
        raise NotFound
    refuse(why_not_counted(answers))
    with transaction.atomic(durable=True):
        # In one order, so that two who answer at the same moment do not wait for each other.
        for question, answer in sorted(answers.items()):
            kept, _ = EqualityCount.objects.get_or_create(
                body=row, question=question.value, answer=answer, quarter=quarter_from(day_of(now))
            )
            EqualityCount.objects.filter(pk=kept.pk).update(count=F("count") + 1)
