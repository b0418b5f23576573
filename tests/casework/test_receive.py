"""Is a complaint received whole, or not at all, whoever brings it and whatever they say?"""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from putright.casework.actions.receive_complaint import Receipt, receive_complaint
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.follow import follow
from putright.casework.said import FileSaid, IssueSaid, PersonSaid
from putright.casework.verification import verify
from putright.domain.channels import Channel
from putright.domain.issues import Subject
from putright.domain.references import reference_meant
from putright.domain.standing import Basis
from putright.records.models import Body, Case, Complaint, Document, Event, FollowLink, Person, ProcedureVersion
from tests.casework.offices import MAUNDY_THURSDAY, Office, a_complaint, at, received

SECRET_WORDS = "The doctor called my daughter Gwendolen a nuisance."


def online(office: Office, *, form: str | None = None, on: date = MAUNDY_THURSDAY, **said: Any) -> Receipt:
    return receive_complaint(
        actor=None,
        body=office.code,
        complaint=a_complaint(**said),
        channel=Channel.ONLINE,
        on=on,
        now=at(MAUNDY_THURSDAY),
        form=form,
        means=office.means,
    )


def pat(**said: Any) -> PersonSaid:
    return PersonSaid(**{"name": "Pat Example", "address": ("2 Sample Road", "Exampleton"), **said})


class TestAComplaintSentOnline:
    def test_gives_a_reference_that_can_be_read_back_and_a_secret_that_is_kept_nowhere(self, commisceo: Office) -> None:
        receipt = online(commisceo)

        assert reference_meant(receipt.reference) == receipt.reference
        assert len(receipt.secret) == 22
        kept = json.dumps(list(FollowLink.objects.values()), default=str)
        assert receipt.secret not in kept

    def test_is_followed_by_that_link_at_once(self, commisceo: Office) -> None:
        receipt = online(commisceo)

        page = follow(receipt.reference, receipt.secret, MAUNDY_THURSDAY, now=at(MAUNDY_THURSDAY))

        assert page.complainant == "Pat Example"
        assert [happened.words for happened in page.happened] == ["We received your complaint."]

    def test_is_entered_by_the_person_themselves_and_waits_for_a_handler(self, commisceo: Office) -> None:
        case = Case.objects.get(reference=online(commisceo).reference)

        assert set(case.events.values_list("by", flat=True)) == {case.complainant_id}
        assert case.handler is None

    def test_runs_under_the_bodys_procedure_and_the_law_it_stands_under(self, commisceo: Office) -> None:
        case = Case.objects.get(reference=online(commisceo).reference)

        under = list(case.procedures.order_by("place").values_list("procedure__name", flat=True))
        assert under == ["commisceo", "england-2009"]

    def test_is_received_once_however_often_the_form_is_sent(self, commisceo: Office) -> None:
        first = online(commisceo, form="a form")

        with pytest.raises(ActionRefused) as refused:
            online(commisceo, form="a form")

        assert refused.value.refusal.code == "already-received"
        assert f"{first.reference[:4]}-{first.reference[4:]}" in refused.value.refusal.message
        assert Case.objects.count() == 1

    def test_has_an_identity_that_could_travel_to_another_body(self, commisceo: Office) -> None:
        online(commisceo)

        assert len(Complaint.objects.get().identity) == 32


class TestAComplaintTypedIn:
    def test_is_handled_by_whoever_typed_it_in(self, commisceo: Office) -> None:
        case = Case.objects.get(reference=received(commisceo, by="olu").reference)

        assert case.handler_id == commisceo.people["olu"]
        assert set(case.events.values_list("by", flat=True)) == {commisceo.people["olu"]}

    def test_may_have_come_some_days_ago(self, commisceo: Office) -> None:
        receipt = receive_complaint(
            actor=commisceo.actor("olu"),
            body=commisceo.code,
            complaint=a_complaint(),
            channel=Channel.LETTER,
            on=date(2026, 3, 30),
            now=at(MAUNDY_THURSDAY),
            means=commisceo.means,
        )

        # Monday 30 March and three working days: Thursday 2 April, the day before Good Friday.
        case = Case.objects.get(reference=receipt.reference)
        assert case.duties.get(procedure="england-2009", step="acknowledge").due_on == date(2026, 4, 2)

    def test_is_not_typed_in_by_whoever_may_not(self, commisceo: Office) -> None:
        with pytest.raises(ActionRefused) as refused:
            received(commisceo, by="ada")

        assert refused.value.refusal.code == "not-your-role"

    def test_for_another_says_on_what_footing_and_how_old_the_patient_is(self, commisceo: Office) -> None:
        said: dict[str, Any] = {
            "basis": Basis.CHILD,
            "patient": PersonSaid(name="Kit Example", born_on=date(2014, 4, 3)),
        }

        case = Case.objects.get(reference=received(commisceo, **said).reference)

        facts = case.events.get(event="received").facts
        on_what_footing = {"capacity": "representative", "basis": "child", "patient_age": 11}
        assert facts == {"channel": "letter", "procedure": "commisceo", **on_what_footing}
        assert case.patient.name == "Kit Example"


class TestWhatIsKept:
    def test_no_entry_holds_a_name_or_a_word_that_was_said(self, commisceo: Office) -> None:
        said: dict[str, Any] = {
            "issues": (IssueSaid(subject=Subject.VALUES, words=SECRET_WORDS),),
            "outcome_wanted": "An apology to Gwendolen",
            "files": (FileSaid(name="letter.pdf", media_type="application/pdf", content=b"%PDF- Gwendolen"),),
        }

        received(commisceo, **said)

        entries = json.dumps(list(Event.objects.values()), default=str)
        for word in ("Gwendolen", "Pat", "Example", "letter.pdf", "Sample"):
            assert word not in entries

    def test_the_words_and_the_files_are_papers_sealed_by_the_entry(self, commisceo: Office) -> None:
        file = FileSaid(name="letter.pdf", media_type="application/pdf", content=b"%PDF- words")

        received(commisceo, issues=(IssueSaid(subject=Subject.VALUES, words=SECRET_WORDS),), files=(file,))

        papers = {paper.number: paper.digest for paper in Document.objects.all()}
        assert dict(Event.objects.get(event="received").papers) == papers
        assert Document.objects.get(kind="narrative").text == SECRET_WORDS
        stored = Document.objects.get(kind="attachment").stored_as
        assert stored is not None
        assert commisceo.means.files.read(stored) == b"%PDF- words"
        assert verify(commisceo.means).misfits == ()


IMPOSSIBLE: dict[str, Callable[[], dict[str, Any]]] = {
    "no-issue": lambda: {"issues": ()},
    "nothing-written": lambda: {"issues": (IssueSaid(subject=Subject.OTHER, words=" \n "),)},
    "too-long": lambda: {"issues": (IssueSaid(subject=Subject.OTHER, words="x" * 100_001),)},
    "too-many-issues": lambda: {"issues": (IssueSaid(subject=Subject.OTHER, words="x"),) * 21},
    "too-many-files": lambda: {"files": (FileSaid(name="a", media_type="image/png", content=b""),) * 11},
    "no-name": lambda: {"complainant": pat(name="  ")},
    "no-way-to-reach": lambda: {"complainant": pat(address=())},
    "not-an-nhs-number": lambda: {"complainant": pat(nhs_number="999 000 0019")},
    "no-email": lambda: {"complainant": pat(agrees_to_email=True)},
    "born-later": lambda: {"complainant": pat(born_on=date(2026, 4, 3))},
    "absurd-age": lambda: {"complainant": pat(born_on=date(1890, 1, 1))},
    "no-patient": lambda: {"basis": Basis.REQUESTED},
    "not-a-child": lambda: {"basis": Basis.CHILD, "patient": pat(born_on=date(2000, 1, 1))},
    "happened-later": lambda: {"occurred_on": date(2026, 4, 1), "known_on": None, "first_received_on": None},
    "in-the-future": lambda: {"occurred_on": date(2026, 4, 3), "known_on": None},
    "too-long-ago": lambda: {"occurred_on": date(1026, 3, 16), "known_on": None},
    "known-before": lambda: {"known_on": date(2026, 3, 1)},
    "first-received-later": lambda: {"first_received_on": date(2026, 4, 3)},
}


@pytest.mark.parametrize("code", IMPOSSIBLE)
def test_what_cannot_be_is_refused_and_nothing_is_written(commisceo: Office, code: str) -> None:
    people = Person.objects.count()
    on = date(2026, 3, 31) if code == "happened-later" else MAUNDY_THURSDAY

    with pytest.raises(ActionRefused) as refused:
        online(commisceo, on=on, **IMPOSSIBLE[code]())

    assert refused.value.refusal.code == code
    assert [model.objects.count() for model in (Case, Complaint, Event, Document, FollowLink)] == [0] * 5
    assert Person.objects.count() == people
    assert list(commisceo.means.files.names()) == []


@pytest.mark.parametrize(("on", "code"), [(date(2026, 4, 3), "in-the-future"), (date(2020, 4, 2), "too-long-ago")])
def test_a_day_of_receipt_that_cannot_be_is_refused(commisceo: Office, on: date, code: str) -> None:
    with pytest.raises(ActionRefused) as refused:
        online(commisceo, on=on)

    assert refused.value.refusal.code == code


def test_a_body_that_is_not_here_is_not_found(commisceo: Office) -> None:
    with pytest.raises(NotFound):
        receive_complaint(
            actor=None,
            body="nowhere",
            complaint=a_complaint(),
            channel=Channel.ONLINE,
            on=MAUNDY_THURSDAY,
            now=at(MAUNDY_THURSDAY),
        )


def test_a_body_without_a_procedure_says_so(commisceo: Office) -> None:
    bare = Body.objects.create(code="bare", name="The bare example", made_at=at(MAUNDY_THURSDAY))
    assert not ProcedureVersion.objects.filter(body=bare).exists()

    with pytest.raises(ActionRefused) as refused:
        receive_complaint(
            actor=None,
            body="bare",
            complaint=a_complaint(),
            channel=Channel.ONLINE,
            on=MAUNDY_THURSDAY,
            now=at(MAUNDY_THURSDAY),
        )

    assert refused.value.refusal.code == "no-procedure"


def test_a_late_complaint_is_received_with_a_warning_and_can_be_decided_on(commisceo: Office) -> None:
    from putright.casework.actions.decide_lateness import decide_lateness
    from putright.casework.queries.case_page import case_page

    receipt = received(commisceo, occurred_on=date(2025, 3, 1), known_on=date(2025, 3, 1))

    page = case_page(commisceo.actor("mo"), receipt.reference, MAUNDY_THURSDAY, now=at(MAUNDY_THURSDAY))
    assert [warned.code for warned in page.warnings] == ["out-of-time"]

    decide_lateness(
        actor=commisceo.actor("mo"),
        case=receipt.reference,
        on=MAUNDY_THURSDAY,
        now=at(MAUNDY_THURSDAY),
        good_reasons=True,
        still_possible=True,
        reasons="She was in hospital, and everybody is still here.",
        means=commisceo.means,
    )
    page = case_page(commisceo.actor("mo"), receipt.reference, MAUNDY_THURSDAY, now=at(MAUNDY_THURSDAY))
    assert page.warnings == ()
