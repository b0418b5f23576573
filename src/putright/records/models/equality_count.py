"""How many people gave an answer about themselves, by body and quarter? No row says who, when, or of which case."""

from django.db import models

from putright.domain.equalities import Question
from putright.records.models.body import Body


class EqualityCount(models.Model):
    """One answer to one question in one quarter: only a number, so that no two answers can be put together."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", db_index=False)
    quarter = models.DateField()  # its first day
    question = models.CharField(max_length=20)
    answer = models.CharField(max_length=20)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "quarter", "question", "answer"], name="an_answer_of_a_quarter_is_counted_once"
            ),
            models.CheckConstraint(
                condition=models.Q(question__in=[each.value for each in Question]), name="a_question_counted_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"count {self.pk}"
