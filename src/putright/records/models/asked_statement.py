"""Who was asked for a statement on a page of their own, what are they shown there, and how far has it come?"""

from django.db import models
from django.db.models import Q

from putright.domain.statements import Asked, Standing
from putright.records.models.case import Case
from putright.records.models.document import Document
from putright.records.models.person import Person


class AskedStatement(models.Model):
    """A request for a statement, and the draft of the answer, kept until it is sent; nobody else reads the draft."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="asked_statements", db_index=False)
    entry = models.PositiveIntegerField()  # the number on the chronology of the entry by which it was asked for
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    standing = models.CharField(max_length=20)
    about = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+", db_index=False)
    questions = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+", db_index=False)
    shown = models.JSONField(default=list)  # the numbers of the issues whose words are shown
    support = models.TextField()  # a line each
    asked_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=20, default=Asked.WAITING.value)
    opened_at = models.DateTimeField(null=True, blank=True)
    draft = models.TextField(blank=True)
    saves = models.PositiveIntegerField(default=0)  # two windows at once: whoever saw fewer than these is told
    drafted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in Asked]), name="a_statement_has_come_as_far_as_is_known"
            ),
            models.CheckConstraint(
                condition=Q(standing__in=[each.value for each in Standing]), name="who_is_asked_has_a_known_standing"
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=models.F("asked_on")), name="a_statement_is_not_due_before_it_is_asked_for"
            ),
            models.UniqueConstraint(fields=["case", "entry"], name="an_entry_asks_for_one_statement"),
            models.UniqueConstraint(
                fields=["case", "person"],
                condition=Q(state=Asked.WAITING.value),
                name="nobody_is_asked_twice_at_once",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "due_on", "id"], name="statements_asked_of_a_person"),
            models.Index(
                fields=["due_on", "id"], condition=Q(state=Asked.WAITING.value), name="statements_to_remind_of"
            ),
        ]

    def __str__(self) -> str:
        return f"statement {self.pk} asked for in case {self.case_id}"
