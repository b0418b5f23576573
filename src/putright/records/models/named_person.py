"""Which members of staff does a complaint name?"""

from django.db import models

from putright.records.models.case import Case
from putright.records.models.person import Person


class NamedPerson(models.Model):
    """A member of staff whom a complaint is about, or who is asked for a statement: they may not see the case."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="named")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "person"], name="a_case_names_a_person_once")]
        # Every list of cases leaves out those that name whoever looks: read from this index alone.
        indexes = [models.Index(fields=["person", "case"], name="cases_that_name_a_person")]

    def __str__(self) -> str:
        return f"person {self.person_id} named in case {self.case_id}"
