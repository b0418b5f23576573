"""Whoever follows a complaint says how it went for them, apart from the complaint."""

from datetime import date, datetime

from django.db import transaction

from putright.casework import facts_of
from putright.casework.errors import NotFound, refuse
from putright.casework.experience import has_said_how_it_went
from putright.casework.open_link import refuse_ended
from putright.domain.experience import Said, why_not_said
from putright.records.models import Case, ExperienceAnswer, FollowLink


def say_how_it_went(*, link: int, said: Said, on: date, now: datetime) -> None:
    """Keep what somebody says under their body and the month alone, and mark that their case has said it.

    Nothing is entered on the case, and no row points from one to the other. By the link that was opened; raises
    NotFound where it opens nothing, and ActionRefused where it has ended, the complaint has not, it was said before, or
    nothing is said.
    """
    row = FollowLink.objects.filter(pk=link).first()
    if row is None:
        raise NotFound
    refuse_ended(row, on)
    with transaction.atomic(durable=True):
        case = Case.objects.select_for_update(of=("self",)).get(pk=row.case_id)
        programmes = facts_of.programmes_of(case)
        position = facts_of.position_of(programmes, facts_of.chronology_of(case, programmes), on)
        refuse(why_not_said(position, said, said_before=has_said_how_it_went(case)))
        FollowLink.objects.filter(case=case).update(said_how_it_went=True)
        ExperienceAnswer.objects.create(
            body_id=case.body_id,
            year=on.year,
            month=on.month,
            answers={asked.value: int(how) for asked, how in said.answers.items()},
            words=said.words.replace("\r\n", "\n").strip(),
        )
