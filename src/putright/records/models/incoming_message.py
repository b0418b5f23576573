"""Which messages and calls came in, and what became of each?"""

from django.db import models

from putright.domain.chain import SALT_BYTES
from putright.domain.incoming import AsideReason, MessageKind, Sign
from putright.records.models.body import Body
from putright.records.models.case import Case
from putright.records.models.person import Person
from putright.records.models.stored_file import StoredFile


class Lying(models.TextChoices):
    """Where a message lies: in the tray, beside it, or on a case."""

    WAITING = "waiting"
    QUIET = "quiet"
    ASIDE = "aside"
    BY_ITSELF = "by-itself"  # on a case, where nobody has put it; to be looked at
    ON_CASE = "on-case"


ON_A_CASE = (Lying.BY_ITSELF.value, Lying.ON_CASE.value)


class IncomingMessage(models.Model):
    """A message to a body, taken in once. Once it is on a case, its words and files are kept there alone.

    A call that was typed in lies with them: its `sender` is the number, and it came to no mailbox.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", db_index=False)
    mailbox = models.CharField(max_length=60)
    place = models.CharField(max_length=200)  # where it can be found there: a number, or the name of a file
    message_id = models.CharField(max_length=255, blank=True, db_index=True)
    digest = models.CharField(max_length=64)
    kind = models.CharField(max_length=20)
    lying = models.CharField(max_length=20, choices=Lying.choices)
    unread = models.CharField(max_length=40, blank=True)  # why it could not be read
    sender = models.CharField(max_length=254, blank=True)
    sender_name = models.CharField(max_length=120, blank=True)
    is_proven = models.BooleanField(default=False)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    is_cut = models.BooleanField(default=False)
    left_out = models.JSONField(default=list)  # of each file that was not kept: its name, its size, and why
    failed_id = models.CharField(max_length=255, blank=True)  # the message of ours that was not delivered
    received_at = models.DateTimeField()
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="messages")
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "digest", "message_id"], name="a_message_is_taken_in_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in MessageKind]), name="a_message_is_of_a_known_kind"
            ),
            models.CheckConstraint(
                condition=models.Q(lying__in=ON_A_CASE, case__isnull=False)
                | models.Q(lying__in=["waiting", "quiet", "aside"], case__isnull=True),
                name="a_message_on_a_case_names_it",
            ),
            models.CheckConstraint(
                condition=models.Q(lying="aside", reason__in=[reason.value for reason in AsideReason])
                | (~models.Q(lying="aside") & models.Q(reason="")),
                name="a_message_is_put_aside_for_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="call", taken_by__isnull=False)
                | (~models.Q(kind="call") & models.Q(taken_by__isnull=True)),
                name="a_call_was_taken_by_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["body", "lying", "received_at", "id"], name="messages_of_a_body"),
            models.Index(
                fields=["failed_id"], condition=models.Q(lying="quiet", kind="not-delivered"), name="bounces_to_enter"
            ),
        ]

    def __str__(self) -> str:
        return f"message {self.pk}"


class CallTried(models.Model):
    """A call to somebody who asked to be rung, that nobody answered."""

    message = models.ForeignKey(IncomingMessage, on_delete=models.CASCADE, related_name="tries")
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    left_message = models.BooleanField()

    def __str__(self) -> str:
        return f"call tried {self.pk} of message {self.message_id}"


class IncomingFile(models.Model):
    """A file that came with a message that is on no case yet."""

    message = models.ForeignKey(IncomingMessage, on_delete=models.CASCADE, related_name="files", db_index=False)
    number = models.PositiveSmallIntegerField()
    file = models.ForeignKey(StoredFile, to_field="stored_as", on_delete=models.PROTECT, related_name="incoming_files")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    salt = models.CharField(max_length=2 * SALT_BYTES)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message", "number"], name="files_of_a_message_have_different_numbers")
        ]

    def __str__(self) -> str:
        return f"file {self.number} of message {self.message_id}"


class Suggestion(models.Model):
    """A case that a message may be about. Whoever may not see one of them does not see the message."""

    message = models.ForeignKey(IncomingMessage, on_delete=models.CASCADE, related_name="suggestions", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()
    sign = models.CharField(max_length=20, choices=[(sign.value, sign.value) for sign in Sign])
    knows_sender = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message", "case"], name="a_case_is_suggested_once"),
        ]

    def __str__(self) -> str:
        return f"suggestion {self.place} of message {self.message_id}"


class MailboxPlace(models.Model):
    """How far a mailbox has been read: its own numbering, and the last number taken in."""

    mailbox = models.CharField(max_length=60, unique=True)
    validity = models.BigIntegerField()
    number = models.BigIntegerField()

    def __str__(self) -> str:
        return f"mailbox {self.mailbox}"
