"""The person of a case is found to be one who contacts the body on another case, or not to be."""

from datetime import date, datetime

from putright.casework.contact import begin_record, know, on_the_ladder, steps_of
from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done
from putright.casework.safety import was_flagged
from putright.casework.two_cases import performing_on_both
from putright.domain.access import Actor, Deed
from putright.domain.contact import MATCHED, UNMATCHED
from putright.records.models import ContactPerson


def match_person(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    other: str,
    is_same: bool,
    why: str,
) -> Done:
    """Say that the same person makes this case and another, so that what was arranged with them counts here too.

    No machine says so: somebody has looked. Where it was a mistake, it is taken back, and this case is free of it.
    """
    with performing_on_both(
        Deed.HANDLE, actor=actor, case=case, other=other, on=on, now=now, version=version, means=means
    ) as both:
        here, there = on_the_ladder(both.this), on_the_ladder(both.other)
        if there.record is None and not (is_same and was_flagged(both.other)):
            raise refused("no-contact-record", "Nothing was arranged with the person of that case. Check which it is.")
        if is_same and here.record is not None:
            raise refused("already-matched", "Something was arranged with the person of this case already.")
        if not is_same and (here.record is None or there.record is None or here.record.pk != there.record.pk):
            raise refused("not-matched", "These two cases were never said to be of the same person.")
        if not is_same and there.record is not None and steps_of(there.record.pk).filter(case=both.this.case).exists():
            raise refused(
                "decided-here", "A step was decided on this case, so it is this person’s. Take back the other."
            )
        for hand, named in ((both.this, both.other), (both.other, both.this)):
            paper = hand.keep_text("file-note", "Why it is, or is not, the same person", why)
            hand.record(MATCHED if is_same else UNMATCHED, facts={"case": named.case.reference}, papers=[paper])
        if is_same:
            know(both.this, there.record or begin_record(both.other))
        else:
            ContactPerson.objects.filter(person=both.this.case.complainant_id, ended_at=None).update(ended_at=now)
    return both.this.done()
