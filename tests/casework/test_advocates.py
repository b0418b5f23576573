"""Does an advocate come by the person's word alone, see what they see and no more, and nothing once it is over?"""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path
from zipfile import is_zipfile

import pytest

from putright.casework.actions.accept_invitation import accept_invitation
from putright.casework.actions.accept_meeting import Agreed, accept_meeting
from putright.casework.actions.acknowledge import acknowledge
from putright.casework.actions.add_file_note import add_file_note
from putright.casework.actions.end_advocate import end_advocate
from putright.casework.actions.issue_follow_link import issue_follow_link
from putright.casework.actions.name_advocate import name_advocate
from putright.casework.actions.offer_meeting import Meeting, offer_meeting
from putright.casework.actions.record_advocate import record_advocate
from putright.casework.actions.record_advocate_end import record_advocate_end
from putright.casework.actions.say_whether_advocate_comes import say_whether_advocate_comes
from putright.casework.actions.stop_as_advocate import stop_as_advocate
from putright.casework.advocates import AdvocateSaid
from putright.casework.claims import Claimed
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.open_link import open_link
from putright.casework.parcels import NothingToSend, parcel_of
from putright.casework.queries.advocate_cases import (
    case_helped,
    letter_for_advocate,
    people_helped,
    write_file_for_advocate,
)
from putright.casework.queries.before_meeting import before_meeting
from putright.casework.queries.follow import followed, page_shown
from putright.casework.queries.looks import looks_at_case
from putright.casework.verification import verify
from putright.domain.advocates import Help
from putright.domain.channels import Channel
from putright.gateways.outgoing import Mail
from putright.letters.facts import MeetingTime
from putright.records.models import Account, Delivery, NamedAdvocate, OutboxLetter, ReadLog, SignInLink
from tests.casework.offices import MAUNDY_THURSDAY, Office, Story, a_story, an_office, at
from tests.casework.test_refusals import answered

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 4, 7)  # after Easter Monday
WEDNESDAY = date(2026, 4, 8)
PHRASE = "a long enough pass phrase"
EVERYTHING = frozenset(Help)
NIA = AdvocateSaid(name="Nia Example", service="Example Advocates", email="nia@advocates.example.org", helps=EVERYTHING)


@dataclass(frozen=True, kw_only=True)
class Helped:
    """Somebody's complaint, and the number of the link by which they follow it."""

    story: Story
    link: int

    def names(self, said: AdvocateSaid = NIA, on: date = TUESDAY) -> NamedAdvocate:
        name_advocate(link=self.link, advocate=said, on=on, now=at(on), means=self.story.office.means)
        return NamedAdvocate.objects.get(case=self.story.case, entry=self.story.case.chain_count)

    def ends(self, naming: NamedAdvocate, on: date = TUESDAY) -> None:
        end_advocate(link=self.link, advocate=naming.entry, on=on, now=at(on, 11), means=self.story.office.means)


@pytest.fixture
def office(commisceo: Office) -> Office:
    """Commisceo's office, from which email goes."""
    return replace(commisceo, means=replace(commisceo.means, mail=Mail(domain="putright.example.nhs.uk")))


@pytest.fixture
def helped(office: Office) -> Helped:
    """Pat's complaint, received on Maundy Thursday."""
    return of_somebody(office)


def of_somebody(office: Office) -> Helped:
    story = a_story(office)
    secret = story.does(issue_follow_link, "mo", MAUNDY_THURSDAY).secret
    link = open_link(secret, visitor="192.0.2.1", on=TUESDAY, now=at(TUESDAY))
    return Helped(story=story, link=link)


def comes(naming: NamedAdvocate, on: date = TUESDAY, password: str = PHRASE) -> int:
    """Take the invitation up, and return the number of the account."""
    link = SignInLink.objects.get(naming=naming)
    return accept_invitation(link=link.pk, password=password, now=at(on)).pk


def sees(account: int, helped: Helped, on: date = TUESDAY) -> bool:
    """Whether the list and the page show the case, which must say the same."""
    listed = helped.story.reference in {one.reference for one in people_helped(account, on)}
    try:
        case_helped(account, helped.story.reference, on, now=at(on))
    except NotFound:
        assert not listed
        return False
    assert listed
    return True


def refusal(helped: Helped, **changed: object) -> str:
    with pytest.raises(ActionRefused) as refused:
        helped.names(replace(NIA, **changed))  # type: ignore[arg-type]  # a table of what is changed
    return refused.value.refusal.code


def _claimed(row: Delivery) -> Claimed:
    return Claimed(delivery=row.pk, worker="w", message_id=row.message_id, attempts=0, is_taken=False)


class TestWhoeverIsNamed:
    def test_is_invited_by_an_email_that_says_neither_by_whom_nor_of_what(self, helped: Helped) -> None:
        helped.names()
        row = Delivery.objects.get()
        mail = parcel_of(_claimed(row), now=at(TUESDAY), means=helped.story.office.means)

        assert (mail.to, mail.to_name) == ("nia@advocates.example.org", "Nia Example")
        assert "has named you as their advocate" in mail.text
        for told in ("Pat", helped.story.reference, "rude", mail.about):
            assert not told or told not in mail.text + mail.subject
        assert "/sign-in/link/" in mail.text
        assert mail.about == ""

    def test_sees_it_once_they_have_come_and_what_the_person_sees(self, helped: Helped) -> None:
        naming = helped.names()
        account = comes(naming)

        as_theirs = page_shown(helped.story.case, TUESDAY)
        shown = case_helped(account, helped.story.reference, TUESDAY, now=at(TUESDAY))

        assert shown.case == as_theirs
        assert (shown.person, shown.helps) == ("Pat Example", EVERYTHING)
        (listed,) = people_helped(account, TUESDAY)
        assert listed.next is not None
        assert listed.next.by == TUESDAY  # three working days after Maundy Thursday are over on Wednesday; ours are two

    def test_sees_no_other_case_of_the_body_or_of_another(self, helped: Helped, tmp_path: Path) -> None:
        other = of_somebody(helped.story.office)
        elsewhere = of_somebody(an_office(tmp_path / "there", procedure="living-well-partnership"))
        account = comes(helped.names())

        assert [sees(account, one) for one in (helped, other, elsewhere)] == [True, False, False]

    def test_helps_people_of_several_bodies_with_one_account(self, helped: Helped, tmp_path: Path) -> None:
        office = an_office(tmp_path / "there", procedure="living-well-partnership")
        elsewhere = of_somebody(
            replace(office, means=replace(office.means, mail=Mail(domain="putright.example.nhs.uk")))
        )
        accounts = {comes(helped.names()), comes(elsewhere.names())}

        assert len(accounts) == 1
        assert len(people_helped(accounts.pop(), TUESDAY)) == 2

    def test_without_the_password_of_their_account_does_not_come(self, helped: Helped) -> None:
        comes(helped.names())
        again = helped.names(replace(NIA, email="nia2@advocates.example.org"))
        Account.objects.filter(email="nia@advocates.example.org").update(email="nia2@advocates.example.org")

        with pytest.raises(ActionRefused):
            comes(again, password="guessed and guessed again")
        assert NamedAdvocate.objects.get(pk=again.pk).account is None

    def test_cannot_be_one_who_works_for_the_body(self, helped: Helped) -> None:
        ada = helped.story.office.person("ada")
        assert ada.account is not None
        naming = helped.names(replace(NIA, email=ada.account.email))

        with pytest.raises(ActionRefused) as refused:
            comes(naming)
        assert refused.value.refusal.code == "works-for-the-body"
        assert not sees(ada.account.pk, helped)

    def test_comes_on_the_days_that_were_said_and_no_longer(self, helped: Helped) -> None:
        account = comes(helped.names(replace(NIA, until_on=WEDNESDAY)))

        days = (MAUNDY_THURSDAY, TUESDAY, WEDNESDAY, date(2026, 4, 9))
        assert [sees(account, helped, day) for day in days] == [False, True, True, False]

    def test_reads_nothing_where_the_person_did_not_choose_that(self, helped: Helped) -> None:
        account = comes(helped.names(replace(NIA, helps=frozenset({Help.MEET}))))
        shown = case_helped(account, helped.story.reference, TUESDAY, now=at(TUESDAY))
        (listed,) = people_helped(account, TUESDAY)

        assert (shown.case, listed.next) == (None, None)


class TestItIsOver:
    def test_at_once_when_the_person_says_so(self, helped: Helped) -> None:
        naming = helped.names()
        account = comes(naming)
        assert sees(account, helped)
        helped.ends(naming)

        assert not sees(account, helped)
        assert helped.story.events()[-2:] == [("advocate_named", TUESDAY), ("advocate_ended", TUESDAY)]

    def test_before_they_came_so_that_the_link_opens_nothing(self, helped: Helped) -> None:
        naming = helped.names()
        helped.ends(naming)

        with pytest.raises(ActionRefused):
            comes(naming)
        row = Delivery.objects.get()
        with pytest.raises(NothingToSend):
            parcel_of(_claimed(row), now=at(TUESDAY), means=helped.story.office.means)

    def test_by_the_advocate_themselves(self, helped: Helped) -> None:
        account = comes(helped.names())
        means = helped.story.office.means
        stop_as_advocate(account=account, case=helped.story.reference, on=TUESDAY, now=at(TUESDAY, 11), means=means)

        assert not sees(account, helped)
        with pytest.raises(NotFound):
            stop_as_advocate(account=account, case=helped.story.reference, on=TUESDAY, now=at(TUESDAY), means=means)

    def test_by_staff_on_the_persons_word(self, helped: Helped) -> None:
        naming = helped.names()
        account = comes(naming)
        helped.story.does(record_advocate_end, "mo", TUESDAY, advocate=naming.entry, note="She rang.")

        assert not sees(account, helped)
        assert verify(helped.story.office.means).misfits == ()

    def test_and_somebody_elses_goes_on(self, helped: Helped) -> None:
        first = helped.names()
        second = helped.names(replace(NIA, name="Bo Example", email="bo@advocates.example.org"))
        accounts = comes(first), comes(second)
        helped.ends(first)

        assert [sees(account, helped) for account in accounts] == [False, True]

    def test_for_no_other_case_by_the_wrong_number(self, helped: Helped) -> None:
        other = of_somebody(helped.story.office)
        account = comes(other.names())

        with pytest.raises(NotFound):
            helped.ends(NamedAdvocate.objects.get())
        assert sees(account, other)


class TestANaming:
    @pytest.mark.parametrize(
        ("changed", "code"),
        [
            ({"helps": frozenset()}, "no-help-chosen"),
            ({"helps": frozenset({Help.WRITE})}, "must-read"),
            ({"helps": frozenset({Help.MEET, Help.OMBUDSMAN})}, "must-read"),
            ({"until_on": MAUNDY_THURSDAY}, "ends-before-today"),
            ({"email": "no address"}, "not-an-address"),
            ({"name": " "}, "no-name"),
        ],
    )
    def test_that_cannot_be_is_refused_and_nobody_is_written_to(
        self, helped: Helped, changed: dict[str, object], code: str
    ) -> None:
        assert refusal(helped, **changed) == code
        assert not Delivery.objects.exists()

    def test_of_the_same_address_twice_and_of_a_fourth_are_refused(self, helped: Helped) -> None:
        named = [helped.names(replace(NIA, email=f"n{number}@example.org")) for number in range(3)]

        assert refusal(helped, email="N1@example.org") == "named-already"
        assert refusal(helped, email="n4@example.org") == "too-many-advocates"
        for naming in named:
            helped.ends(naming)
        helped.names(replace(NIA, email="n4@example.org"))
        helped.names(replace(NIA, email="n5@example.org"))
        assert refusal(helped, email="n6@example.org") == "named-too-often"

    def test_without_an_address_is_known_to_staff_and_invites_nobody(self, helped: Helped) -> None:
        naming = helped.names(replace(NIA, email=""))

        assert not Delivery.objects.exists()
        (told,) = page_shown(helped.story.case, TUESDAY).advocates
        assert (told.number, told.called, told.has_come) == (naming.entry, "Nia Example, Example Advocates", False)

    def test_that_came_on_paper_is_recorded_by_staff_and_invites_too(self, helped: Helped) -> None:
        said = {"advocate": NIA, "channel": Channel.LETTER, "note": "Nia may read, write and come."}
        helped.story.does(record_advocate, "mo", TUESDAY, **said)
        event = helped.story.case.events.get(event="advocate_named")

        assert event.facts == {"may": ["read", "write", "meet", "ombudsman"], "channel": "letter"}
        assert len(event.papers) == 1
        assert sees(comes(NamedAdvocate.objects.get()), helped)

    def test_needs_email_to_go_from_here(self, commisceo: Office) -> None:
        assert refusal(of_somebody(commisceo)) == "no-mail"


class TestThatTheyLooked:
    def test_is_kept_and_told_to_the_auditor_and_the_person(self, helped: Helped) -> None:
        account = comes(helped.names())
        sees(account, helped)
        office = helped.story.office
        told = looks_at_case(office.actor("rosa", TUESDAY), helped.story.reference, now=at(TUESDAY, 12))

        assert told.looks.rows[0].who == "Nia Example, Example Advocates"
        assert told.looks.rows[0].what == "The page for the person who complained, as their advocate"
        assert not told.looks.rows[0].is_unusual
        (mine,) = followed(helped.link, TUESDAY, now=at(TUESDAY, 13)).advocates
        assert mine.last_looked == at(TUESDAY)
        assert ReadLog.objects.filter(advocate__isnull=False).count() == 1


class TestAMeeting:
    @pytest.fixture
    def agreed(self, helped: Helped) -> Helped:
        """A meeting that is agreed for Monday 20 April at two."""
        story = helped.story
        times = (MeetingTime(on=date(2026, 4, 20), starts=time(14)),)
        meeting = Meeting(meet_with=("Sam Staff",), times=times, place="Room 2", safety_considered=True)
        story.does(offer_meeting, "mo", TUESDAY, meeting=meeting, channel=Channel.IN_PERSON)
        said = Agreed(on=date(2026, 4, 20), starts=time(14), place="Room 2")
        story.does(accept_meeting, "mo", WEDNESDAY, agreed=said)
        return helped

    def says(self, helped: Helped, account: int, comes: bool, on: date = WEDNESDAY) -> None:
        means = helped.story.office.means
        say_whether_advocate_comes(
            account=account, case=helped.story.reference, comes=comes, on=on, now=at(on), means=means
        )

    def test_is_seen_and_answered_and_whoever_meets_the_person_knows_it(self, agreed: Helped) -> None:
        account = comes(agreed.names(on=WEDNESDAY), WEDNESDAY)
        shown = case_helped(account, agreed.story.reference, WEDNESDAY, now=at(WEDNESDAY))
        assert shown.meeting is not None
        assert (shown.meeting.starts, shown.meeting.place, shown.meeting.comes) == (
            at(date(2026, 4, 20), 14),
            "Room 2",
            None,
        )
        for said in (True, False, True):
            self.says(agreed, account, said)
            (told,) = before_meeting(
                agreed.story.office.actor("mo", WEDNESDAY), agreed.story.reference, WEDNESDAY, now=at(WEDNESDAY)
            ).advocates
            assert (told.meeting_on, told.comes) == (date(2026, 4, 20), said)
        assert verify(agreed.story.office.means).misfits == ()

    def test_is_not_there_for_whom_the_person_does_not_let_come(self, agreed: Helped) -> None:
        naming = agreed.names(replace(NIA, helps=frozenset({Help.READ})), on=WEDNESDAY)
        account = comes(naming, WEDNESDAY)

        assert case_helped(account, agreed.story.reference, WEDNESDAY, now=at(WEDNESDAY)).meeting is None
        with pytest.raises(NotFound):
            self.says(agreed, account, True)

    def test_that_is_over_is_asked_about_no_more(self, agreed: Helped) -> None:
        account = comes(agreed.names(on=WEDNESDAY), WEDNESDAY)

        self.says(agreed, account, True, on=date(2026, 4, 20))
        with pytest.raises(ActionRefused) as refused:
            self.says(agreed, account, True, on=date(2026, 4, 21))
        assert refused.value.refusal.code == "no-meeting-ahead"


class TestPapers:
    def test_sent_to_the_person_are_read_by_whom_they_let_and_nothing_else_is(self, helped: Helped) -> None:
        story = helped.story
        story.posts("mo", TUESDAY, story.does(acknowledge, "mo", TUESDAY))
        story.does(add_file_note, "mo", TUESDAY, words="Not for the person.", channel=Channel.TELEPHONE)
        letter = OutboxLetter.objects.get().document.number
        reader = comes(helped.names())
        other = comes(helped.names(replace(NIA, email="bo@example.org", helps=frozenset({Help.MEET}))))

        def reads(account: int) -> set[int]:
            found = set()
            for number in story.case.documents.values_list("number", flat=True):
                with suppress(NotFound):
                    letter_for_advocate(
                        account, story.reference, number, TUESDAY, now=at(TUESDAY), means=story.office.means
                    )
                    found.add(number)
            return found

        assert (reads(reader), reads(other)) == ({letter}, set())
        assert ReadLog.objects.filter(advocate__isnull=False, document=letter, what="paper").count() == 1

    def test_for_the_ombudsman_are_there_once_it_is_open_and_only_where_that_was_chosen(
        self, helped: Helped, tmp_path: Path
    ) -> None:
        chosen = comes(helped.names())
        other = comes(helped.names(replace(NIA, email="bo@example.org", helps=frozenset({Help.READ}))))

        def takes(account: int, on: date) -> bool:
            place = tmp_path / "file.zip"
            case, means = helped.story.reference, helped.story.office.means
            try:
                write_file_for_advocate(account, case, place, on, now=at(on), means=means)
            except NotFound:
                return False
            return is_zipfile(place)

        assert not takes(chosen, TUESDAY)
        answered(helped.story)
        day = helped.story.case.events.latest("number").on
        assert (takes(chosen, day), takes(other, day)) == (True, False)
        assert ReadLog.objects.filter(advocate__isnull=False, what="whole-file").count() == 1


def test_an_advocate_is_nobody_at_the_body(helped: Helped) -> None:
    account = comes(helped.names())

    assert not Account.objects.get(pk=account).people.exists()


def test_the_link_is_good_for_a_week(helped: Helped) -> None:
    naming = helped.names()

    with pytest.raises(ActionRefused):
        comes(naming, TUESDAY + timedelta(days=7))
    assert comes(naming, TUESDAY + timedelta(days=6))
