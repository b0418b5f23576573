"""Does the database refuse rows that cannot be, naming in a sentence what is wrong?"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from putright.records.models import (
    Account,
    Appointment,
    AskedStatement,
    CasePart,
    Delivery,
    Document,
    FormFile,
    Issue,
    OutboxLetter,
    ProcedureVersion,
    Restriction,
    SafetyFlag,
    ScheduledJob,
    StoredFile,
)
from tests.records.rows import NOW, TODAY, a_body, a_case, a_person, an_event

pytestmark = pytest.mark.django_db


def an_appointment(**said: Any) -> Appointment:
    body = a_body()
    plain = {"person": a_person(body), "body": body, "role": "complaints-officer", "from_on": TODAY, "made_at": NOW}
    return Appointment.objects.create(**{**plain, **said})


def a_document(**said: Any) -> Document:
    plain: dict[str, Any] = {
        "case": said.pop("case", None) or a_case(a_body()),
        "number": 1,
        "kind": "narrative",
        "title": "Words",
        "media_type": "text/plain",
        "text": "words",
        "size": 5,
        "salt": "0" * 32,
        "digest": "0" * 64,
        "made_at": NOW,
    }
    return Document.objects.create(**{**plain, **said})


def a_stored_file(**said: Any) -> StoredFile:
    return StoredFile.objects.create(**{"stored_as": "00/1", "size": 5, "scan": "clean", "made_at": NOW, **said})


def a_form_file(file: StoredFile) -> FormFile:
    return FormFile.objects.create(form_digest="0" * 64, number=1, file=file, name="x", media_type="x", made_at=NOW)


def an_issue(**said: Any) -> Issue:
    paper = a_document()
    return Issue.objects.create(**{"case": paper.case, "number": 1, "subject": "values", "narrative": paper, **said})


def a_part(**said: Any) -> CasePart:
    body = a_body()
    plain = {"case": a_case(body), "person": a_person(body), "role": "advocate", "from_on": TODAY, "entry": 1}
    return CasePart.objects.create(**{**plain, "made_at": NOW, **said})


def a_flag(**said: Any) -> SafetyFlag:
    body = a_body()
    plain = {"body": body, "case": a_case(body), "person": a_person(body), "flag": 4, "entry": 4, "step": "set"}
    words = {
        "danger": "place",
        "what_to_do": "Ring first.",
        "why": "A dog.",
        "on": TODAY,
        "review_on": TODAY + timedelta(days=1),
    }
    return SafetyFlag.objects.create(**{**plain, **words, "by": a_person(body), "made_at": NOW, **said})


def a_restriction(**said: Any) -> Restriction:
    body = a_body()
    return Restriction.objects.create(
        **{"case": a_case(body), "body": body, "made_by": a_person(body), "made_at": NOW, **said}
    )


def a_letter(**said: Any) -> OutboxLetter:
    paper = a_document()
    plain = {
        "case": paper.case,
        "body": paper.case.body,
        "document": paper,
        "name": "x",
        "made_on": TODAY,
        "made_at": NOW,
    }
    return OutboxLetter.objects.create(**{**plain, **said})


def a_delivery(**said: Any) -> Delivery:
    body = a_body()
    plain = {"body": body, "person": a_person(body), "message_id": "<x@example.nhs.uk>", "list_of": TODAY}
    return Delivery.objects.create(**{**plain, "queued_at": NOW, "try_at": NOW, **said})


def an_asked_statement(**said: Any) -> AskedStatement:
    paper = said.pop("paper", None) or a_document()
    person = said.pop("person", None) or a_person(paper.case.body)
    plain = {"case": paper.case, "entry": 1, "person": person, "asked_by": person, "standing": "was-there"}
    days = {"asked_on": TODAY, "due_on": TODAY}
    return AskedStatement.objects.create(**{**plain, "about": paper, "questions": paper, **days, **said})


def a_version(**said: Any) -> ProcedureVersion:
    plain = {"name": "x", "kind": "procedure", "source": "x", "digest": "0" * 64, "adopted_on": TODAY, "made_at": NOW}
    return ProcedureVersion.objects.create(**{**plain, **said})


YESTERDAY = TODAY - timedelta(days=1)

IMPOSSIBLE: dict[str, Callable[[], object]] = {
    "account_email_is_in_small_letters": lambda: Account.objects.create(
        email="Kim@example.nhs.uk", name="Kim Example", made_at=NOW
    ),
    "body_has_a_name": lambda: a_body(name=""),
    "only_staff_have_an_account": lambda: a_person(
        a_body(),
        part="public",
        account=Account.objects.create(email="kim@example.nhs.uk", name="Kim Example", made_at=NOW),
    ),
    "appointment_does_not_end_before_it_begins": lambda: an_appointment(until_on=YESTERDAY),
    "appointment_is_to_a_known_role": lambda: an_appointment(role="emperor"),
    "somebody_authorised_each_who_acts_for_another": lambda: an_appointment(role="stand-in"),
    "a_case_is_given_in_a_role_that_can_be": lambda: a_part(role="auditor"),
    "a_part_does_not_end_before_it_begins": lambda: a_part(until_on=YESTERDAY),
    "a_part_is_not_taken_back_before_it_is_given": lambda: a_part(ended_at=NOW - timedelta(days=1)),
    "somebody_lifts_a_restriction_after_it_was_made": lambda: a_restriction(lifted_at=NOW),
    "case_status_is_a_known_one": lambda: a_case(a_body(), status="lost"),
    "case_basis_is_a_known_one": lambda: a_case(a_body(), basis="hearsay"),
    "a_review_is_not_asked_for_before_the_complaint": lambda: a_case(a_body(), review_requested_on=YESTERDAY),
    "a_case_is_looked_at_again_later_than_it_was": lambda: a_case(a_body(), recheck_on=TODAY),
    "the_first_event_is_number_one": lambda: an_event(a_case(a_body()), number=0),
    "a_reply_comes_after_what_it_answers": lambda: an_event(a_case(a_body()), about=1),
    "a_correction_comes_after_what_it_corrects": lambda: an_event(a_case(a_body()), corrects=1),
    "a_document_has_content_until_it_is_disposed_of": lambda: a_document(text=None),
    "a_scan_has_come_as_far_as_is_known": lambda: a_stored_file(scan="perhaps"),
    "a_virus_is_named_where_one_was_found": lambda: a_stored_file(scan="clean", virus="Eicar"),
    "an_issue_with_an_outcome_has_a_conclusion": lambda: an_issue(outcome="upheld"),
    "a_safety_step_is_a_known_one": lambda: a_flag(step="forgotten"),
    "a_danger_is_of_a_known_kind": lambda: a_flag(danger="difficult"),
    "a_safety_flag_is_looked_at_again": lambda: a_flag(review_on=None),
    "issue_subject_is_a_known_one": lambda: an_issue(subject="weather"),
    "issue_exclusion_is_a_ground_or_withdrawn": lambda: an_issue(exclusion="inconvenient"),
    "a_letter_has_a_day_of_posting_once_posted": lambda: a_letter(state="posted"),
    "a_letter_is_not_posted_before_it_is_written": lambda: a_letter(state="posted", posted_on=YESTERDAY),
    "delivery_progress_is_a_known_one": lambda: a_delivery(progress="lost"),
    "a_delivery_is_of_one_thing": lambda: a_delivery(list_of=None),
    "a_delivery_about_a_statement_says_a_known_thing": lambda: a_delivery(notice="soon"),
    "a_statement_has_come_as_far_as_is_known": lambda: an_asked_statement(state="perhaps"),
    "who_is_asked_has_a_known_standing": lambda: an_asked_statement(standing="bystander"),
    "a_statement_is_not_due_before_it_is_asked_for": lambda: an_asked_statement(due_on=YESTERDAY),
    "a_delivery_has_an_instant_of_taking_once_taken": lambda: a_delivery(progress="sent"),
    "a_job_has_a_name": lambda: ScheduledJob.objects.create(name="", due_at=NOW),
    "what_is_adopted_as_published_is_signed_off": lambda: a_version(body=a_body(), as_published=True),
}


@pytest.mark.parametrize("sentence", IMPOSSIBLE)
def test_a_row_that_cannot_be_is_refused(sentence: str) -> None:
    with pytest.raises(IntegrityError, match=sentence), transaction.atomic():
        IMPOSSIBLE[sentence]()


def test_a_disposed_document_keeps_its_digest_and_nothing_else() -> None:
    paper = a_document()
    paper.text, paper.disposed_on = None, date(2036, 4, 2)

    paper.save()

    assert paper.digest


def twice(make: Callable[[], object]) -> None:
    make()
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_files_of_a_form_have_different_numbers() -> None:
    file = a_stored_file()

    twice(lambda: a_form_file(file))


def test_a_content_is_stored_once() -> None:
    twice(a_stored_file)


def test_events_of_a_case_have_different_numbers() -> None:
    case = a_case(a_body())

    twice(lambda: an_event(case))


def test_nobody_holds_a_role_twice_at_once() -> None:
    body = a_body()
    person = a_person(body)

    twice(lambda: an_appointment(body=body, person=person))


def test_nobody_is_asked_for_a_statement_twice_at_once() -> None:
    first = an_asked_statement()
    paper = first.about

    with pytest.raises(IntegrityError), transaction.atomic():
        an_asked_statement(paper=paper, person=first.person, entry=2)

    first.state = "given"
    first.save()
    an_asked_statement(paper=paper, person=first.person, entry=2)


def test_a_law_is_kept_once() -> None:
    twice(lambda: a_version(body=None))


def test_a_message_id_is_given_once() -> None:
    twice(a_delivery)


def test_a_member_of_staff_has_one_list_a_day() -> None:
    first = a_delivery()

    with pytest.raises(IntegrityError), transaction.atomic():
        a_delivery(body=first.body, person=first.person, message_id="<y@example.nhs.uk>")


def test_an_account_is_one_person_at_a_body() -> None:
    body = a_body()
    account = Account.objects.create(email="kim@example.nhs.uk", name="Kim Example", made_at=NOW)

    twice(lambda: a_person(body, account=account))


def test_every_constraint_and_index_has_a_name_that_both_engines_take_whole() -> None:
    longest = 63
    names = [name for table in connection.introspection.table_names() for name in _names_of(table)]

    assert [name for name in names if len(name) > longest] == []


def _names_of(table: str) -> list[str]:
    if not table.startswith("records_"):
        return []
    with connection.cursor() as cursor:
        return list(connection.introspection.get_constraints(cursor, table))
