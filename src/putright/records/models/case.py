"""How does a body's handling of a complaint stand?"""

from django.db import models

from putright.domain.chain import NOTHING_BEFORE
from putright.domain.references import LENGTH
from putright.domain.standing import Basis
from putright.domain.triage import Path, Severity
from putright.domain.vocabulary import CaseStatus
from putright.records.models.body import Body
from putright.records.models.complaint import Complaint
from putright.records.models.person import Person


class Case(models.Model):
    """One body's handling of a complaint; what follows from its events is kept here only to sort and filter by."""

    reference = models.CharField(max_length=LENGTH, unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="cases")
    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="cases")
    complainant = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    patient = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    basis = models.CharField(max_length=30)
    channel = models.CharField(max_length=20)
    received_on = models.DateField()
    handler = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    # How grave it may be and on which path it is dealt with, once somebody has said so; history is in the events.
    severity = models.CharField(max_length=10, blank=True, default="")
    path = models.CharField(max_length=20, blank=True, default="")
    review_requested_on = models.DateField(null=True, blank=True)
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()

    # Two people at once: whoever saw an earlier version than this one is told.
    version = models.PositiveIntegerField(default=1)

    # The chain of its events: how many, and the seal of the last.
    chain_count = models.PositiveIntegerField(default=0)
    chain_head = models.CharField(max_length=64, default=NOTHING_BEFORE)

    # Derived from the events by `position`; recomputed with every one of them, and as days pass.
    status = models.CharField(max_length=20, default=CaseStatus.OPEN.value)
    is_open = models.BooleanField(default=True)
    stage = models.CharField(max_length=80, blank=True)
    next_due_on = models.DateField(null=True, blank=True)
    computed_on = models.DateField()
    recheck_on = models.DateField(null=True, blank=True)
    # In which way the above, the duties and what is waited for are kept: `kept_position.WAY`, or an earlier one.
    kept_as = models.PositiveSmallIntegerField(default=0, db_default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=[status.value for status in CaseStatus]),
                name="case_status_is_a_known_one",
            ),
            models.CheckConstraint(
                condition=models.Q(basis__in=[basis.value for basis in Basis]), name="case_basis_is_a_known_one"
            ),
            models.CheckConstraint(
                condition=models.Q(severity__in=["", *(each.value for each in Severity)]),
                name="case_severity_is_a_known_one",
            ),
            models.CheckConstraint(
                condition=models.Q(path__in=["", *(each.value for each in Path)]), name="case_path_is_a_known_one"
            ),
            models.CheckConstraint(
                condition=models.Q(review_requested_on__isnull=True)
                | models.Q(review_requested_on__gte=models.F("received_on")),
                name="a_review_is_not_asked_for_before_the_complaint",
            ),
            models.CheckConstraint(
                condition=models.Q(recheck_on__isnull=True) | models.Q(recheck_on__gt=models.F("computed_on")),
                name="a_case_is_looked_at_again_later_than_it_was",
            ),
        ]
        indexes = [
            models.Index(fields=["body", "next_due_on", "id"], name="worklist_of_a_body"),
            # The body follows from who handles a case, but not from nobody; and an index that says it is read alone.
            models.Index(fields=["handler", "body", "next_due_on", "id"], name="worklist_of_a_person"),
            models.Index(fields=["body", "is_open", "received_on", "id"], name="cases_of_a_body_by_receipt"),
            # With the columns that its condition names: where an index holds all that is asked for, it is chosen though
            # the database has learnt from its statistics how few cases another would leave.
            models.Index(
                fields=["body", "received_on", "id", "is_open", "next_due_on"],
                condition=models.Q(is_open=True, next_due_on__isnull=True),
                name="cases_of_a_body_without_duties",
            ),
            models.Index(
                fields=["handler", "body", "is_open", "received_on", "id"], name="cases_of_a_person_by_receipt"
            ),
            models.Index(
                fields=["handler", "body", "received_on", "id", "is_open", "next_due_on"],
                condition=models.Q(is_open=True, next_due_on__isnull=True),
                name="cases_of_a_person_without_duty",
            ),
            models.Index(fields=["body", "severity", "next_due_on", "id"], name="worklist_by_severity"),
            models.Index(
                fields=["body", "severity", "is_open", "received_on", "id"], name="cases_by_severity_and_receipt"
            ),
            models.Index(fields=["body", "path", "next_due_on", "id"], name="worklist_by_path"),
            models.Index(fields=["body", "path", "is_open", "received_on", "id"], name="cases_by_path_and_receipt"),
            models.Index(
                fields=["body", "next_due_on", "id"],
                condition=models.Q(review_requested_on__isnull=False),
                name="worklist_of_a_reviewer",
            ),
            models.Index(
                fields=["body", "is_open", "received_on", "id"],
                condition=models.Q(review_requested_on__isnull=False),
                name="cases_of_a_reviewer_by_receipt",
            ),
            models.Index(fields=["recheck_on"], name="cases_to_look_at_again"),
            models.Index(fields=["kept_as", "id"], name="cases_by_the_way_they_are_kept"),
        ]

    def __str__(self) -> str:
        return self.reference
