"""How is it kept that a person is reached in another way, and who is told of it?"""

from typing import Final

from django.db.models import Q

from putright.casework.case_keys import keep_keys
from putright.casework.office_rules import bring_over
from putright.casework.page_talk import send_notice
from putright.casework.perform import CaseInHand
from putright.domain.channels import Channel
from putright.domain.page_talk import REACH, RULES
from putright.records.models import Case
from putright.records.models.page_notice import NoticeKind

TITLE: Final = "How the person was reached before"
_NOTHING: Final = "nothing"
_NAMES: Final = {"telephone": "Telephone", "address": "Address", "email": "Email"}


def change_reach(hand: CaseInHand, changed: dict[str, str], *, to: str) -> None:
    """Change it wherever the person is known, keep what stood before, and tell the email address `to` that it changed.

    That is the address that we had until now: whoever reads there learns that something changed, and not what.
    """
    person = hand.case.complainant
    bring_over(hand, RULES)
    lines = [f"{_NAMES[field]}: {_in_a_line(getattr(person, field))}" for field in changed]
    paper = hand.keep_text("correction", TITLE, "\n".join(lines))
    for field, value in changed.items():
        setattr(person, field, value)
    person.save(update_fields=[*changed, "email_agreed_on"])
    for each in Case.objects.filter(Q(complainant=person) | Q(patient=person)).select_related("complainant", "patient"):
        keep_keys(each)
    hand.note(REACH, facts={"channel": Channel.ONLINE.value}, papers=[paper])
    if to.strip():
        send_notice(hand, NoticeKind.CONTACT_CHANGED, to=to.strip())


def _in_a_line(value: str) -> str:
    return ", ".join(value.split("\n")) or _NOTHING
