"""Does what an advocate writes go out in the person's name, by the person alone, and stay unseen until then?"""

from dataclasses import replace

import pytest

from putright.casework.actions.end_advocate import end_advocate
from putright.casework.actions.record_death import record_death
from putright.casework.actions.send_advocate_draft import send_advocate_draft
from putright.casework.actions.send_back_advocate_draft import send_back_advocate_draft
from putright.casework.actions.take_back_advocate_draft import take_back_advocate_draft
from putright.casework.actions.write_advocate_draft import write_advocate_draft
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.queries.advocate_cases import case_helped, people_helped
from putright.casework.queries.drafts_shown import DraftShown
from putright.casework.queries.follow import followed, page_shown
from putright.casework.verification import verify
from putright.domain.advocate_drafts import DraftKind
from putright.domain.advocates import Help
from putright.domain.deaths import Who
from putright.records.models import AdvocateDraft, Document
from tests.casework.offices import at
from tests.casework.test_advocates import NIA, TUESDAY, Helped, comes, helped, of_somebody, office

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


def sends(helped: Helped, draft: DraftShown, words: str = WORDS) -> None:
    send_advocate_draft(
        link=helped.link,
        draft=draft.number,
        seen=draft.saves,
        words=words,
        on=TUESDAY,
        now=at(TUESDAY),
        means=helped.story.office.means,
    )


def sends_back(helped: Helped, draft: DraftShown, answer: str = "Say that it was cold.") -> None:
    send_back_advocate_draft(
        link=helped.link, draft=draft.number, seen=draft.saves, answer=answer, on=TUESDAY, now=at(TUESDAY)
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


def take_back(helped: Helped, account: int, *, drop: bool = False) -> None:
    case = helped.story.reference
    take_back_advocate_draft(account=account, case=case, kind=DraftKind.MESSAGE, drop=drop, on=TUESDAY, now=at(TUESDAY))
