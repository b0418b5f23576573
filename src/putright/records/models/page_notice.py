"""Which short emails tell a person, or their advocate, that there is something about a complaint, and not what?"""

from django.db import models

from putright.records.models.case import Case


class NoticeKind(models.TextChoices):
    """What happened."""

    SOMETHING_NEW = "something-new"
    CONTACT_CHANGED = "contact-changed"
    ADVOCATE_NEWS = "advocate-news"  # the person sent what their advocate wrote, or sent it back
    ADVOCATE_ENDED = "advocate-ended"


# To the advocate, at the address that they sign in with.
TO_ADVOCATES = (NoticeKind.ADVOCATE_NEWS, NoticeKind.ADVOCATE_ENDED)


class PageNotice(models.Model):
    """An email without contents. To an address that is no longer the person's own it goes by `to`."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=NoticeKind.choices)
    to = models.EmailField(max_length=254, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=[each.value for each in NoticeKind]), name="a_notice_is_of_a_known_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"notice {self.pk}"
