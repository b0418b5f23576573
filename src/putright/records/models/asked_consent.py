"""Which patients were asked for consent, what was set before them, and what came of it?"""

from django.db import models
from django.db.models import Q

from putright.domain.consent import FormState
from putright.records.models.case import Case
from putright.records.models.outbox_letter import OutboxLetter


class AskedConsent(models.Model):
    """A consent form that went to a patient with its letter, and the link by which it can be answered, if it has one.

    Of the secret of the link only the digest is kept. What was asked is kept line by line, so that boxes can be drawn
    of it; what the patient ticked stands beside it as the numbers of those lines. Both go with the file of the case.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="asked_consents", db_index=False)
    number = models.PositiveSmallIntegerField()  # among the forms of the case, as the code on the paper says
    letter = models.OneToOneField(OutboxLetter, on_delete=models.PROTECT, related_name="asked_consent")
    about = models.TextField()
    information = models.JSONField(default=list)
    shared_with = models.JSONField(default=list)
    digest = models.CharField(max_length=64, unique=True, null=True, blank=True)
    asked_on = models.DateField()
    expires_on = models.DateField()
    state = models.CharField(max_length=20, default=FormState.WAITING.value)
    told = models.JSONField(default=list)  # the numbers of the lines of `information` that were agreed to
    told_to = models.JSONField(default=list)  # and of those of `shared_with`
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="forms_of_a_case_have_different_numbers"),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in FormState]), name="a_consent_form_is_as_far_as_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[FormState.WAITING.value, FormState.REPLACED.value])
                | Q(answered_on__isnull=False),
                name="an_answer_on_consent_has_a_day",
            ),
            models.UniqueConstraint(
                fields=["case"], condition=Q(state=FormState.WAITING.value), name="one_consent_form_waits_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"consent form {self.number} of case {self.case_id}"
