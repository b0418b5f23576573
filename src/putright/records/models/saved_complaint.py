"""What has somebody saved who will go on with their complaint another day, and which emails take its link to them?"""

from django.db import models


class SavedComplaint(models.Model):
    """The answers of a complaint that is not sent yet, sealed under a secret that stands in its link alone.

    `form_digest` is that of the filling in: its files stay as long as this does, and sending it takes this away.
    """

    digest = models.CharField(max_length=64, unique=True)  # of the secret
    form_digest = models.CharField(max_length=64, db_index=True)
    sealed = models.TextField()
    saved_at = models.DateTimeField()
    expires_on = models.DateField(db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(sealed=""), name="what_is_saved_is_sealed"),
        ]

    def __str__(self) -> str:
        return f"saved complaint {self.pk}"


class SavedMail(models.Model):
    """An email with the link of a saved complaint. Its address and link are sealed, and go once it has gone.

    What stays for a day are keyed digests of the address and of the place, by which we count how many went.
    """

    saved = models.ForeignKey(SavedComplaint, on_delete=models.SET_NULL, null=True, related_name="mails")
    message_id = models.CharField(max_length=255, unique=True)
    sealed = models.TextField(blank=True)
    to_digest = models.CharField(max_length=64)
    from_digest = models.CharField(max_length=64)
    queued_at = models.DateTimeField(db_index=True)
    try_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    held_by = models.CharField(max_length=40, blank=True)
    held_until = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(done_at__isnull=True) | models.Q(sealed=""),
                name="an_email_that_is_done_with_keeps_no_address",
            ),
        ]
        indexes = [
            models.Index(fields=["try_at", "id"], condition=models.Q(done_at__isnull=True), name="saved_mails_to_send"),
        ]

    def __str__(self) -> str:
        return f"email {self.pk} with a link"
