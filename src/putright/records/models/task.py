"""What is somebody to do on a case, besides what its procedures ask, and by when?"""

from django.db import models
from django.db.models import Q

from putright.domain.tasks import TaskState
from putright.records.models.case import Case
from putright.records.models.document import Document
from putright.records.models.person import Person


class Task(models.Model):
    """A task of the investigation; its duty stands on the case, this row says whose it is."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="tasks", db_index=False)
    entry = models.PositiveIntegerField()  # the number on the chronology of the entry by which it was set
    what = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+", db_index=False)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    issue = models.PositiveSmallIntegerField(null=True, blank=True)
    due_on = models.DateField()
    state = models.CharField(max_length=20, default=TaskState.TO_DO.value)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in TaskState]), name="a_task_has_come_as_far_as_is_known"
            ),
            models.UniqueConstraint(fields=["case", "entry"], name="an_entry_sets_one_task"),
        ]
        indexes = [
            models.Index(
                fields=["owner", "due_on", "id"], condition=Q(state=TaskState.TO_DO.value), name="tasks_of_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"task {self.pk} of case {self.case_id}"
