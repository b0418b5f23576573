"""The Ombudsman is answered."""

from datetime import date, datetime

from putright.casework.entries import entry_numbered
from putright.casework.errors import ActionRefused, refuse
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.domain.access import Actor, Deed
from putright.domain.entry import why_not_before_what_it_follows
from putright.domain.ombudsman import ANSWERED, ASKED, NOTHING_ASKED, requests_open
from putright.records.models import Document


def answer_ombudsman(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    request: int,
    words: str,
    with_file: bool = False,
) -> Done:
    """Record what was sent to the Ombudsman and how; `with_file` where the whole file went with it.

    How many papers the file had then is kept with the entry: what was added later is not what the Ombudsman has.
    """
    with performing(Deed.HANDLE, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        asked = entry_numbered(hand.events, request, ASKED)
        if asked is None or all(duty.about != str(request) for duty in requests_open(hand.position)):
            raise ActionRefused(NOTHING_ASKED)
        refuse(why_not_before_what_it_follows(on, (asked,)))
        papers = Document.objects.filter(case=hand.case).count()
        paper = hand.keep_text("ombudsman", "What was sent to the Ombudsman", words)
        hand.note(ANSWERED, about=request, facts={"papers": papers} if with_file else {}, papers=[paper])
    return hand.done()
