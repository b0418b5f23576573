"""What does a machine have to hand over, and how far has it come?"""

from django.db import models

from putright.domain.channels import Channel
from putright.domain.statements import Notice
from putright.records.models.asked_statement import AskedStatement
from putright.records.models.body import Body
from putright.records.models.follow_code import FollowCode
from putright.records.models.outbox_letter import OutboxLetter
from putright.records.models.page_notice import PageNotice
from putright.records.models.person import Person
from putright.records.models.sign_in_link import SignInLink


class Progress(models.TextChoices):
    """How far a delivery has come; only `taken` and what follows it has left us."""

    QUEUED = "queued"
    HELD_UP = "held-up"
    TAKEN = "taken"
    SENT = "sent"
    GIVEN_UP = "given-up"
    STOPPED = "stopped"


OF_ONE_THING = ("letter", "list_of", "link", "asked", "code", "page_notice")


def _of_one_thing() -> models.Q:
    """Of the things that a delivery can be of, it is of one, and of none beside it."""
    of_each = models.Q()
    for thing in OF_ONE_THING:
        of_each |= models.Q(**{f"{other}__isnull": other != thing for other in OF_ONE_THING})
    return of_each


class Delivery(models.Model):
    """A letter that goes by email; or for staff the list of a day, a link to choose a password, word of a statement.

    To whoever follows a complaint: a code, or word that there is something new. A code can go by text message too.

    One row and one Message-ID, however often it is tried.

    Whoever hands it over holds it until `held_until`; after that anybody may take it up again.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    letter = models.OneToOneField(
        OutboxLetter, on_delete=models.PROTECT, null=True, blank=True, related_name="delivery"
    )
    list_of = models.DateField(null=True, blank=True)  # the day whose list it is
    link = models.OneToOneField(SignInLink, on_delete=models.PROTECT, null=True, blank=True, related_name="delivery")
    asked = models.ForeignKey(
        AskedStatement, on_delete=models.PROTECT, null=True, blank=True, related_name="deliveries"
    )
    code = models.OneToOneField(FollowCode, on_delete=models.CASCADE, null=True, blank=True, related_name="delivery")
    page_notice = models.OneToOneField(
        PageNotice, on_delete=models.CASCADE, null=True, blank=True, related_name="delivery"
    )
    notice = models.CharField(max_length=20, blank=True)  # what it says of the statement that was asked for
    way = models.CharField(max_length=10, default=Channel.EMAIL.value, db_default=Channel.EMAIL.value)
    message_id = models.CharField(max_length=255, unique=True)
    progress = models.CharField(max_length=20, choices=Progress.choices, default=Progress.QUEUED.value)
    queued_at = models.DateTimeField()
    try_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    held_by = models.CharField(max_length=40, blank=True)
    held_until = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=40, blank=True)
    reply = models.PositiveSmallIntegerField(null=True, blank=True)  # the number that the mail server answered with
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(progress__in=[each.value for each in Progress]),
                name="delivery_progress_is_a_known_one",
            ),
            models.CheckConstraint(
                condition=_of_one_thing(),
                name="a_delivery_is_of_one_thing",
            ),
            models.CheckConstraint(
                condition=models.Q(way=Channel.EMAIL.value) | models.Q(way=Channel.TEXT.value, code__isnull=False),
                name="only_a_code_goes_by_text_message",
            ),
            models.CheckConstraint(
                condition=models.Q(asked__isnull=True, notice="")
                | models.Q(asked__isnull=False, notice__in=[each.value for each in Notice]),
                name="a_delivery_about_a_statement_says_a_known_thing",
            ),
            models.CheckConstraint(
                condition=models.Q(progress__in=[Progress.TAKEN.value, Progress.SENT.value], taken_at__isnull=False)
                | (
                    ~models.Q(progress__in=[Progress.TAKEN.value, Progress.SENT.value])
                    & models.Q(taken_at__isnull=True)
                ),
                name="a_delivery_has_an_instant_of_taking_once_taken",
            ),
            models.UniqueConstraint(fields=["person", "list_of"], name="a_person_has_one_list_a_day"),
        ]
        indexes = [
            models.Index(
                fields=["try_at", "id"],
                condition=models.Q(progress__in=[Progress.QUEUED.value, Progress.HELD_UP.value, Progress.TAKEN.value]),
                name="deliveries_to_hand_over",
            ),
            models.Index(fields=["body", "progress", "queued_at"], name="deliveries_of_a_body"),
        ]

    def __str__(self) -> str:
        return f"delivery {self.pk}"
