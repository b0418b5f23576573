"""Does what an advocate writes go out in the person's name, by the person alone, and stay unseen until then?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from putright.casework.actions.change_advocate_draft_files import change_advocate_draft_files
from putright.casework.actions.end_advocate import end_advocate
from putright.casework.actions.record_death import record_death
from putright.casework.actions.send_advocate_draft import send_advocate_draft
from putright.casework.actions.send_back_advocate_draft import send_back_advocate_draft
from putright.casework.actions.stop_as_advocate import stop_as_advocate
from putright.casework.actions.take_back_advocate_draft import take_back_advocate_draft
from putright.casework.actions.write_advocate_draft import write_advocate_draft
from putright.casework.destruction import take_away
from putright.casework.draft_files import drop_lapsed_drafts
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.file_verification import waiting_files
from putright.casework.form_files import add_to_form, sweep_forms
from putright.casework.parcels import NothingToSend, parcel_of
from putright.casework.queries.advocate_cases import case_helped, people_helped
from putright.casework.queries.drafts_shown import DraftShown, draft_file_by_link
from putright.casework.queries.follow import followed, page_shown
from putright.casework.said import FileSaid
from putright.casework.verification import verify
from putright.domain.advocate_drafts import DraftKind
from putright.domain.advocates import Help
from putright.domain.deaths import Who
from putright.domain.scanning import Scan
from putright.gateways.outgoing import Outgoing
from putright.records.models import AdvocateDraft, Delivery, Document, FormFile, NamedAdvocate, StoredFile
from tests.casework.offices import at
from tests.casework.test_advocates import NIA, TUESDAY, Helped, _claimed, comes, helped, of_somebody, office
from tests.sample_files import PDF

__all__ = ["helped", "office"]  # fixtures

pytestmark = pytest.mark.django_db

WORDS = "I was told to wait outside. Who decided that?"


def writes(
    account: int, helped: Helped, words: str = WORDS, *, kind: DraftKind = DraftKind.MESSAGE, hand: bool = True
) -> None:
    write_advocate_draft(
        account=account,
        case=helped.story.reference,
        kind=kind,
        words=words,
        hand_over=hand,
        on=TUESDAY,
        now=at(TUESDAY),
        means=helped.story.office.means,
    )


def to_read(helped: Helped) -> tuple[DraftShown, ...]:
    return followed(helped.link, TUESDAY, now=at(TUESDAY)).drafts


def sends(helped: Helped, draft: DraftShown, words: str = WORDS, *, files: frozenset[int] | None = None) -> None:
    send_advocate_draft(
        link=helped.link,
        draft=draft.number,
        seen=draft.saves,
        words=words,
        files=files,
        on=TUESDAY,
        now=at(TUESDAY),
        means=helped.story.office.means,
    )


def sends_back(helped: Helped, draft: DraftShown, answer: str = "Say that it was cold.") -> None:
    send_back_advocate_draft(
        link=helped.link,
        draft=draft.number,
        seen=draft.saves,
        answer=answer,
        on=TUESDAY,
        now=at(TUESDAY),
        means=helped.story.office.means,
    )


@pytest.fixture
def account(helped: Helped) -> int:
    """The account of Pat's advocate, who may do everything."""
    return comes(helped.names())


class TestADraft:
    def test_is_nobodys_but_the_advocates_until_it_is_handed_over(self, helped: Helped, account: int) -> None:
        writes(account, helped, hand=False)

        assert to_read(helped) == ()
        assert [
            draft.words for draft in case_helped(account, helped.story.reference, TUESDAY, now=at(TUESDAY)).drafts
        ] == [WORDS]

    def test_is_then_the_persons_to_read_and_nothing_of_it_is_on_the_case(self, helped: Helped, account: int) -> None:
        before = helped.story.events(), Document.objects.count()
        writes(account, helped)

        assert [(draft.by, draft.words) for draft in to_read(helped)] == [("Nia Example", WORDS)]
        assert page_shown(helped.story.case, TUESDAY).drafts == ()  # what staff are shown of the person's page
        assert (helped.story.events(), Document.objects.count()) == before

    def test_is_sent_as_the_persons_own_in_the_words_they_chose(self, helped: Helped, account: int) -> None:
        writes(account, helped)
        (draft,) = to_read(helped)
        sends(helped, draft, "Who decided that?")

        event = helped.story.case.events.latest("number")
        assert (event.event, event.by_id, event.on) == ("page_message_received", None, TUESDAY)
        assert helped.story.case.documents.get(number=event.papers[0][0]).text == "Who decided that?"
        assert to_read(helped) == ()
        assert AdvocateDraft.objects.get().words == ""
        assert verify(helped.story.office.means).misfits == ()

    def test_of_questions_says_on_the_file_what_it_is(self, helped: Helped, account: int) -> None:
        writes(account, helped, kind=DraftKind.QUESTIONS)
        sends(helped, to_read(helped)[0])

        assert Document.objects.latest("pk").title == "What the person wants to ask at the meeting"

    def test_that_asks_for_a_review_is_refused_as_the_person_would_be(self, helped: Helped, account: int) -> None:
        writes(account, helped, kind=DraftKind.REVIEW)
        (draft,) = to_read(helped)

        with pytest.raises(ActionRefused):
            sends(helped, draft)
        assert to_read(helped) == (draft,)

    def test_goes_back_with_what_should_be_different(self, helped: Helped, account: int) -> None:
        writes(account, helped)
        sends_back(helped, to_read(helped)[0])

        assert to_read(helped) == ()
        (mine,) = case_helped(account, helped.story.reference, TUESDAY, now=at(TUESDAY)).drafts
        assert (mine.state, mine.answer) == ("back", "Say that it was cold.")
        assert [one.sent_back for one in people_helped(account, TUESDAY)] == [1]
        writes(account, helped, "It was cold.")
        assert [draft.words for draft in to_read(helped)] == ["It was cold."]

    def test_that_was_changed_while_the_person_read_is_read_again(self, helped: Helped, account: int) -> None:
        writes(account, helped)
        (read_before,) = to_read(helped)
        take_back(helped, account)
        writes(account, helped, "Something else.")

        for decides in (sends, sends_back):
            with pytest.raises(ActionRefused) as refused:
                decides(helped, read_before)
            assert refused.value.refusal.code == "draft-changed"

    def test_with_the_person_is_not_changed_under_their_eyes(self, helped: Helped, account: int) -> None:
        writes(account, helped)

        with pytest.raises(ActionRefused) as refused:
            writes(account, helped, "Something else.")
        assert refused.value.refusal.code == "with-the-person"

    def test_that_is_dropped_leaves_no_words(self, helped: Helped, account: int) -> None:
        writes(account, helped)
        take_back(helped, account, drop=True)

        assert to_read(helped) == ()
        assert (AdvocateDraft.objects.get().state, AdvocateDraft.objects.get().words) == ("dropped", "")

    @pytest.mark.parametrize(("words", "code"), [(" \n", "nothing-written"), ("x" * 10_001, "too-long")])
    def test_that_cannot_be_is_refused(self, helped: Helped, account: int, words: str, code: str) -> None:
        with pytest.raises(ActionRefused) as refused:
            writes(account, helped, words)
        assert refused.value.refusal.code == code

    def test_goes_back_with_a_word_only(self, helped: Helped, account: int) -> None:
        writes(account, helped)

        with pytest.raises(ActionRefused) as refused:
            sends_back(helped, to_read(helped)[0], " ")
        assert refused.value.refusal.code == "no-answer"


class TestWhoeverMay:
    def test_not_who_may_only_read(self, helped: Helped) -> None:
        account = comes(helped.names(replace(NIA, helps=frozenset({Help.READ}))))

        with pytest.raises(NotFound):
            writes(account, helped)
        with pytest.raises(NotFound):
            take_back(helped, account)

    def test_not_for_anybody_else(self, helped: Helped, account: int) -> None:
        other = of_somebody(helped.story.office)

        with pytest.raises(NotFound):
            writes(account, other)
        writes(account, helped)
        (draft,) = to_read(helped)
        for decides in (sends, sends_back):
            with pytest.raises(NotFound):
                decides(other, draft)

    def test_nobody_once_it_is_over_and_no_word_is_left(self, helped: Helped, account: int) -> None:
        writes(account, helped)
        (draft,) = to_read(helped)
        naming = AdvocateDraft.objects.get().naming
        end_advocate(
            link=helped.link, advocate=naming.entry, on=TUESDAY, now=at(TUESDAY), means=helped.story.office.means
        )

        assert to_read(helped) == ()
        assert AdvocateDraft.objects.get().words == ""
        for decides in (sends, sends_back):
            with pytest.raises(NotFound):
                decides(helped, draft)
        with pytest.raises(NotFound):
            writes(account, helped)

    def test_nobody_once_the_person_has_died(self, helped: Helped, account: int) -> None:
        helped.story.does(record_death, "mo", TUESDAY, died=Who.COMPLAINANT, words="Her son rang.")

        assert people_helped(account, TUESDAY) == ()
        with pytest.raises(NotFound):
            writes(account, helped)


PLAN = FileSaid(name="plan.pdf", media_type="application/pdf", content=PDF)
NOTES = FileSaid(name="notes.pdf", media_type="application/pdf", content=PDF + b"%2")


def puts(account: int, helped: Helped, *files: FileSaid, kind: DraftKind = DraftKind.MESSAGE, off: int | None = None):
    change_advocate_draft_files(
        account=account,
        case=helped.story.reference,
        kind=kind,
        add=files,
        take_off=off,
        on=TUESDAY,
        now=at(TUESDAY),
        means=helped.story.office.means,
    )


def opens(helped: Helped, draft: int, number: int) -> bytes:
    means = helped.story.office.means
    return draft_file_by_link(helped.link, draft, number, TUESDAY, now=at(TUESDAY), means=means).content


class TestFilesOfADraft:
    def test_wait_with_it_unseen_by_the_body_until_the_person_sends_them(self, helped: Helped, account: int) -> None:
        before = helped.story.case.documents.count()
        puts(account, helped, PLAN, NOTES)
        assert to_read(helped) == ()
        writes(account, helped)

        (draft,) = to_read(helped)
        assert [(file.number, file.name) for file in draft.files] == [(1, "plan.pdf"), (2, "notes.pdf")]
        assert opens(helped, draft.number, 1) == PDF
        assert helped.story.case.documents.count() == before
        sends(helped, draft)
        papers = helped.story.case.events.latest("number").papers
        titles = [helped.story.case.documents.get(number=number).title for number, *_ in papers]
        assert len(papers) == 3
        assert titles[1:] == ["plan.pdf", "notes.pdf"]
        assert FormFile.objects.count() == 0
        assert verify(helped.story.office.means).misfits == ()

    def test_that_the_person_leaves_out_do_not_go(self, helped: Helped, account: int) -> None:
        puts(account, helped, PLAN, NOTES)
        writes(account, helped)
        (draft,) = to_read(helped)
        sends(helped, draft, files=frozenset({2}))

        papers = helped.story.case.events.latest("number").papers
        assert [helped.story.case.documents.get(number=number).title for number, *_ in papers][1:] == ["notes.pdf"]
        assert FormFile.objects.count() == 0

    def test_are_opened_by_the_person_alone_and_while_it_waits_for_them(self, helped: Helped, account: int) -> None:
        other = of_somebody(helped.story.office)
        puts(account, helped, PLAN)
        number = AdvocateDraft.objects.get().pk
        with pytest.raises(NotFound):
            opens(helped, number, 1)
        writes(account, helped)

        assert opens(helped, number, 1) == PDF
        for who, draft, file in ((other, number, 1), (helped, number, 2), (helped, number + 1, 1)):
            with pytest.raises(NotFound):
                opens(who, draft, file)
        sends_back(helped, to_read(helped)[0])
        with pytest.raises(NotFound):
            opens(helped, number, 1)

    def test_with_a_virus_are_neither_opened_nor_sent(self, helped: Helped, account: int) -> None:
        puts(account, helped, PLAN)
        writes(account, helped)
        StoredFile.objects.update(scan=Scan.FOUND.value)
        (draft,) = to_read(helped)

        for tries in (lambda: opens(helped, draft.number, 1), lambda: sends(helped, draft)):
            with pytest.raises(ActionRefused):
                tries()
        sends(helped, draft, files=frozenset())
        assert FormFile.objects.count() == 0

    def test_are_taken_off_and_no_more_than_three(self, helped: Helped, account: int) -> None:
        more = [replace(PLAN, name=f"{number}.pdf", content=PDF + str(number).encode()) for number in range(3)]
        puts(account, helped, *more)
        with pytest.raises(ActionRefused) as refused:
            puts(account, helped, NOTES)
        assert refused.value.refusal.code == "too-many-files"
        puts(account, helped, NOTES, off=2)

        (mine,) = case_helped(account, helped.story.reference, TUESDAY, now=at(TUESDAY)).drafts
        assert [file.name for file in mine.files] == ["0.pdf", "2.pdf", "notes.pdf"]

    def test_do_not_change_while_the_person_has_it_nor_go_with_reasons_for_a_review(
        self, helped: Helped, account: int
    ) -> None:
        writes(account, helped)
        for kind, code in ((DraftKind.MESSAGE, "with-the-person"), (DraftKind.REVIEW, "no-files-with-this")):
            with pytest.raises(ActionRefused) as refused:
                puts(account, helped, PLAN, kind=kind)
            assert refused.value.refusal.code == code
        assert FormFile.objects.count() == 0

    def test_are_not_for_whom_the_person_does_not_let_write(self, helped: Helped) -> None:
        reader = comes(helped.names(replace(NIA, helps=frozenset({Help.READ}))))

        with pytest.raises(NotFound):
            puts(reader, helped, PLAN)

    @pytest.mark.parametrize("how", ["dropped", "ended"])
    def test_are_gone_with_it(
        self, helped: Helped, account: int, how: str, django_capture_on_commit_callbacks: Any
    ) -> None:
        puts(account, helped, PLAN)
        writes(account, helped)
        with django_capture_on_commit_callbacks(execute=True):
            if how == "dropped":
                take_back(helped, account, drop=True)
            else:
                helped.ends(AdvocateDraft.objects.get().naming)

        assert (FormFile.objects.count(), StoredFile.objects.count()) == (0, 0)

    def test_are_gone_with_it_once_the_last_day_of_the_advocate_is_over(self, helped: Helped) -> None:
        writer = comes(helped.names(replace(NIA, helps=frozenset(Help), until_on=date(2026, 4, 10))))
        puts(writer, helped, PLAN)
        writes(writer, helped)
        means = helped.story.office.means
        for on, dropped in ((date(2026, 4, 10), 0), (date(2026, 4, 11), 1), (date(2026, 4, 12), 0)):
            assert drop_lapsed_drafts(means, on=on, now=at(on)) == dropped

        row = AdvocateDraft.objects.get()
        assert (row.state, row.words) == ("dropped", "")
        assert FormFile.objects.count() == 0

    def test_do_not_use_up_the_room_of_those_who_complain(
        self, helped: Helped, account: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("putright.casework.form_files.MOST_KEPT", len(PDF) + 5)
        puts(account, helped, PLAN)
        add_to_form("somebody else", NOTES, now=at(TUESDAY), means=helped.story.office.means)

        assert FormFile.objects.count() == 2

    def test_stay_as_long_as_it_does_and_no_longer_than_the_file_of_the_case(
        self, helped: Helped, account: int
    ) -> None:
        means, later = helped.story.office.means, at(date(2026, 5, 7))
        puts(account, helped, PLAN)
        assert sweep_forms(means, now=later) == 0
        assert list(waiting_files(means, now=later)) == []

        names = take_away(helped.story.case, on=date(2036, 5, 7))
        assert len(names) == 1 + helped.story.case.documents.exclude(file=None).count()
        assert FormFile.objects.count() == 0


class TestTheEmail:
    @pytest.fixture(autouse=True)
    def _no_others(self, account: int) -> None:
        Delivery.objects.all().delete()

    def mail(self, helped: Helped) -> Outgoing:
        row = Delivery.objects.get(page_notice__to=NIA.email)
        return parcel_of(_claimed(row), now=at(TUESDAY), means=helped.story.office.means)

    @pytest.mark.parametrize("decides", [sends, sends_back])
    def test_says_that_there_is_an_answer_and_not_whose_or_which(
        self, helped: Helped, account: int, decides: Callable[[Helped, DraftShown], None]
    ) -> None:
        writes(account, helped)
        decides(helped, to_read(helped)[0])
        mail = self.mail(helped)

        assert (mail.to, mail.to_name, mail.about) == (NIA.email, "", "")
        assert mail.subject == "There is something new for you as an advocate"
        assert "/advocate" in mail.text
        for told in ("Pat", helped.story.reference, "wait outside", "cold", "sent it back"):
            assert told not in mail.text + mail.subject

    def test_goes_once_for_two_answers_and_not_once_it_is_over(self, helped: Helped, account: int) -> None:
        for kind in (DraftKind.MESSAGE, DraftKind.QUESTIONS):
            writes(account, helped, words=f"{WORDS} {kind.value}", kind=kind)
        for draft in to_read(helped):
            sends_back(helped, draft)
        row = Delivery.objects.get(page_notice__kind="advocate-news")
        helped.ends(NamedAdvocate.objects.get())

        with pytest.raises(NothingToSend):
            parcel_of(_claimed(row), now=at(TUESDAY), means=helped.story.office.means)

    def test_does_not_go_once_their_last_day_is_over(self, helped: Helped, account: int) -> None:
        until = date(2026, 4, 10)
        NamedAdvocate.objects.update(until_on=until)
        writes(account, helped)
        sends_back(helped, to_read(helped)[0])
        claimed = _claimed(Delivery.objects.get(page_notice__kind="advocate-news"))

        assert parcel_of(claimed, now=at(until), means=helped.story.office.means).to == NIA.email
        with pytest.raises(NothingToSend):
            parcel_of(claimed, now=at(date(2026, 4, 11)), means=helped.story.office.means)

    def test_says_that_it_is_over_where_the_person_ended_it(self, helped: Helped, account: int) -> None:
        helped.ends(NamedAdvocate.objects.get())
        mail = self.mail(helped)

        assert mail.subject == "Your help as an advocate in one complaint has ended"
        assert (mail.to_name, mail.about) == ("", "")
        for told in ("Pat", helped.story.reference):
            assert told not in mail.text + mail.subject

    def test_is_not_written_where_they_stopped_themselves(self, helped: Helped, account: int) -> None:
        means = helped.story.office.means
        stop_as_advocate(account=account, case=helped.story.reference, on=TUESDAY, now=at(TUESDAY, 11), means=means)

        assert not Delivery.objects.exists()

    def test_goes_to_nobody_who_never_came(self, helped: Helped) -> None:
        naming = helped.names(replace(NIA, email="bo@example.org"))
        helped.ends(naming)

        assert not Delivery.objects.filter(page_notice__isnull=False).exists()


def take_back(helped: Helped, account: int, *, drop: bool = False) -> None:
    case = helped.story.reference
    means = helped.story.office.means
    take_back_advocate_draft(
        account=account, case=case, kind=DraftKind.MESSAGE, drop=drop, on=TUESDAY, now=at(TUESDAY), means=means
    )
