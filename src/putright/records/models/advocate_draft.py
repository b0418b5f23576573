"""What has an advocate written for the person who named them, and how far has it come?"""

from django.db import models
from django.db.models import Q

from putright.domain.advocate_drafts import ALIVE, DraftKind, DraftState
from putright.records.models.named_advocate import NamedAdvocate


class AdvocateDraft(models.Model):
    """Words that wait beside the case, on nobody's file: what the person sends of them becomes a paper of theirs.

    Its files wait as those of a form do. Nothing is left of the words, nor of files that were not sent, once it was
    sent, dropped, or the advocate named no longer.
    """

    naming = models.ForeignKey(NamedAdvocate, on_delete=models.PROTECT, related_name="drafts")
    kind = models.CharField(max_length=20)
    words = models.TextField(blank=True)
    answer = models.TextField(blank=True)  # what the person said who sent it back
    state = models.CharField(max_length=20, default=DraftState.WRITING.value)
    # What its files wait under.
    form_digest = models.CharField(max_length=64, blank=True, default="", db_default="")
    saves = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in DraftKind]), name="an_advocate_writes_a_known_thing"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in ALIVE]) | Q(state__in=["sent", "dropped"], words=""),
                name="no_words_are_left_of_a_draft_that_is_done",
            ),
            models.UniqueConstraint(
                fields=["naming", "kind"],
                condition=Q(state__in=[state.value for state in ALIVE]),
                name="an_advocate_writes_one_of_a_kind_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"draft {self.pk} of {self.naming_id}"
