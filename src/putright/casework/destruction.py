"""What is taken away when the file of a case is destroyed, and what is left of it?

Taken away are the words and files of every paper with the salt of its digest, the people of the case as far as no other
case is theirs, messages, links and everything by which the case could be found by a name. What is left tells that there
was a case: its reference, days, codes and outcomes, and the chain of its entries, which hold no names. So yearly counts
stay right, and the chain still fits. What lies in backups is not reached from here: the guide says so.
"""

from datetime import date
from typing import Any, Final

from django.db import connection
from django.db.models import Q

from putright.casework.file_prints import forget_files_of
from putright.records.models import (
    AdvocateDraft,
    AgreedMeeting,
    AskedConsent,
    AskedStatement,
    Case,
    CaseKey,
    Document,
    FollowCode,
    FollowLink,
    FormFile,
    IncomingFile,
    IncomingMessage,
    NamedAdvocate,
    OfferedMeeting,
    PageNotice,
    Person,
    SafetyFlag,
    SignInLink,
    Suggestion,
)
from putright.records.models.person import Part

DESTROYED: Final = "Destroyed"
_NOBODY: Final[dict[str, Any]] = {
    "name": DESTROYED,
    **dict.fromkeys(("addressed_as", "address", "home", "telephone", "email", "needs", "nhs_number"), ""),
    **dict.fromkeys(("born_on", "email_agreed_on", "death_learnt_on", "died_on", "adjustments_on"), None),
    "adjustments": [],
}
_NO_MESSAGE: Final = {
    **dict.fromkeys(("place", "message_id", "sender", "sender_name", "subject", "text", "failed_id", "note"), ""),
    "left_out": [],
}


def papers_left(case: Case) -> int:
    """How many papers of the case still have their content."""
    return Document.objects.filter(case=case, disposed_on__isnull=True).count()


def take_away(case: Case, *, on: date) -> list[str]:
    """Take away what tells of people, in the transaction that records it; return the names of the files to let go."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")  # what is taken away is overwritten, not only let go
    papers = Document.objects.filter(case=case)
    messages = IncomingMessage.objects.filter(case=case)
    came = IncomingFile.objects.filter(message__in=messages)
    names = [name for name in papers.values_list("file__stored_as", flat=True) if name]
    names += came.values_list("file__stored_as", flat=True)
    people = _people_of_it_alone(case)
    papers.update(title=DESTROYED, text=None, file=None, salt="", disposed_on=on)
    came.delete()
    messages.update(**_NO_MESSAGE)
    AskedStatement.objects.filter(case=case).update(draft="", support="", shown=[])
    Suggestion.objects.filter(case=case).delete()
    SafetyFlag.objects.filter(case=case).delete()
    OfferedMeeting.objects.filter(case=case).delete()
    AgreedMeeting.objects.filter(case=case).delete()
    names += _let_drafts_go(case)
    _take_away_advocates(case)
    CaseKey.objects.filter(case=case).delete()
    FollowLink.objects.filter(case=case).delete()
    FollowCode.objects.filter(case=case).delete()
    PageNotice.objects.filter(case=case).delete()
    AskedConsent.objects.filter(case=case).delete()
    Person.objects.filter(pk__in=people).update(**_NOBODY)
    forget_files_of(case)
    return names


def _let_drafts_go(case: Case) -> list[str]:
    """Take away what advocates wrote and nobody sent; return the names of the files that waited with it."""
    drafts = AdvocateDraft.objects.filter(naming__case=case)
    files = FormFile.objects.filter(form_digest__in=drafts.exclude(form_digest="").values("form_digest"))
    names = [row.file_id for row in files]
    files.delete()
    drafts.delete()
    return names


def _take_away_advocates(case: Case) -> None:
    """Leave of each who was named that somebody was: looks at the case tell that it was an advocate."""
    named = NamedAdvocate.objects.filter(case=case)
    SignInLink.objects.filter(naming__in=named).update(email="")
    nobody = dict.fromkeys(("service", "email", "telephone"), "")
    named.update(name=DESTROYED, account=None, taken_up_at=None, **nobody)


def _people_of_it_alone(case: Case) -> list[int]:
    """The public of this case, whoever spoke for it once among them, that are in no other case."""
    found = CaseKey.objects.filter(case=case).values_list("person", flat=True)
    mine = {case.complainant_id, case.patient_id, *found}
    others = Case.objects.exclude(pk=case.pk).filter(Q(complainant__in=mine) | Q(patient__in=mine))
    elsewhere = {person for pair in others.values_list("complainant", "patient") for person in pair}
    elsewhere |= set(CaseKey.objects.exclude(case=case).filter(person__in=mine).values_list("person", flat=True))
    public = Person.objects.filter(pk__in=mine - elsewhere, part=Part.PUBLIC.value)
    return list(public.values_list("pk", flat=True))
