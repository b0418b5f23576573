"""By which words and numbers of its people can a case be found?"""

from django.db import models

from putright.domain.sought import LONGEST_KEY, KeyKind
from putright.records.models.body import Body
from putright.records.models.case import Case
from putright.records.models.person import Person


class CaseKey(models.Model):
    """A word or number of whoever complains, or of the patient, in the form in which it is looked up; derived."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="keys", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="keys")
    kind = models.CharField(max_length=20, choices=[(each.value, each.value) for each in KeyKind])
    key = models.CharField(max_length=LONGEST_KEY)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "person", "kind", "key"], name="a_case_is_found_by_a_key_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[each.value for each in KeyKind]), name="a_key_is_of_a_known_kind"
            ),
        ]
        # Whatever is looked for is read from this index alone, at one body.
        indexes = [models.Index(fields=["body", "kind", "key", "case", "person"], name="cases_by_their_keys")]

    def __str__(self) -> str:
        return f"key {self.pk} of case {self.case_id}"
