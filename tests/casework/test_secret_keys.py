"""Can the secret key be changed without anybody being locked out, and is nothing open under it once it is dropped?"""

from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client

from putright.casework.actions.ask_for_password_link import ask_for_password_link
from putright.casework.errors import ActionRefused
from putright.casework.means import file_key
from putright.casework.second_factor import check_code, check_recovery_code
from putright.casework.secret_keys import carry_over, what_hangs
from putright.casework.throttle import Trying
from putright.gateways.clock import FixedClock
from putright.gateways.file_store import FileStore
from putright.gateways.secrets import SystemSecrets
from putright.jobs.work import one_pass
from putright.records.models import Account, Delivery, SignedIn
from tests.casework.offices import Office
from tests.gateways.mail_servers import mail_server, text_of
from tests.jobs.working import SteppedClock, a_mail_server_at, a_worker, an_office_with_mail
from tests.sample_files import PDF
from tests.web.office.conftest import give_accounts
from tests.web.office.second_steps import TEN, code_of, gives_password, sets_up
from tests.web.reading import read

OLD, NEW = "an old key of the tests", "a new key of the tests"


@pytest.fixture
def old(db: None, settings):
    """A site whose key is the old one, at ten o'clock."""
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = OLD, []
    settings.PUTRIGHT_CLOCK = FixedClock(TEN)
    return settings


@pytest.fixture
def office(old, tmp_path: Path) -> Office:
    """An office where everybody can sign in."""
    made = an_office_with_mail(tmp_path)
    give_accounts(made)
    return made


def changed(settings) -> None:
    """The key is changed; the old one is read with."""
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [OLD]


def dropped(settings) -> None:
    """The old key is gone."""
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, []


class TestAVisit:
    def test_goes_on_and_stays_on_the_list_of_devices(self, old, office):
        client = gives_password(office, "mo")
        changed(old)

        assert client.get("/work").status_code == 200
        assert len(read(client.get("/security")).texts("//ul[@aria-labelledby='devices']/li")) == 1
        assert SignedIn.objects.get().session_key == client.session.session_key

        dropped(old)
        assert client.get("/work").status_code == 200  # it has been carried over by being used

    def test_that_was_not_used_meanwhile_is_over_once_the_old_key_is_gone(self, old, office):
        client = gives_password(office, "mo")
        dropped(old)

        assert client.get("/work").headers["Location"].startswith("/sign-in")

    def test_can_still_be_ended_from_elsewhere(self, old, office):
        there, here = gives_password(office, "mo"), gives_password(office, "mo")
        changed(old)
        there.get("/work")
        here.post("/security/devices/end")

        assert there.get("/work").status_code == 302


class TestTheSecondStep:
    @pytest.fixture
    def kept(self, old, office) -> tuple[Account, bytes, list[str]]:
        key, codes = sets_up(gives_password(office, "mo"))
        return Account.objects.get(email=office.person("mo").email), key, codes

    def test_of_an_app_is_read_under_the_old_key_and_sealed_under_the_new(self, old, kept):
        account, key, _ = kept
        changed(old)
        assert what_hangs(newest_since=None).apps == 1

        assert carry_over(secrets=SystemSecrets()) == 1
        assert carry_over(secrets=SystemSecrets()) == 0
        dropped(old)
        later = TEN + timedelta(minutes=5)
        check_code(account, code_of(key, later), now=later, trying=Trying())

    def test_of_an_app_that_was_not_carried_over_is_lost_and_says_so(self, old, kept):
        account, key, _ = kept
        dropped(old)

        assert carry_over(secrets=SystemSecrets()) == 0
        assert what_hangs(newest_since=None).apps == 1
        with pytest.raises(ActionRefused) as refused:
            check_code(account, code_of(key), now=TEN, trying=Trying())
        assert refused.value.refusal.code == "authenticator-lost"

    def test_of_a_code_on_paper_is_good_as_long_as_the_old_key_stays(self, old, kept):
        account, _, codes = kept
        changed(old)
        assert what_hangs(newest_since=TEN + timedelta(days=1)).people_with_codes == 1
        assert what_hangs(newest_since=TEN - timedelta(days=1)).people_with_codes == 0

        assert check_recovery_code(account, codes[0], now=TEN, trying=Trying()) == 9
        with pytest.raises(ActionRefused):
            check_recovery_code(account, codes[0], now=TEN, trying=Trying())
        dropped(old)
        with pytest.raises(ActionRefused):
            check_recovery_code(account, codes[1], now=TEN, trying=Trying())


class TestALinkThatWaitsToGoByEmail:
    @pytest.fixture
    def asked(self, office) -> Office:
        """An office where Ada has asked for a link under the old key, and it has not gone yet."""
        trying = Trying(where="192.0.2.1")
        ask_for_password_link(email=office.person("ada").email, now=TEN, trying=trying, means=office.means)
        assert Delivery.objects.get().link is not None
        return office

    def sent(self, office: Office, tmp_path: Path) -> list[str]:
        """The links in the emails that go now."""
        with mail_server() as (box, port):
            one_pass(a_worker(office, SteppedClock(TEN), a_mail_server_at(port), tmp_path))
        texts = [text_of(message) for message in box.messages]
        return [word for text in texts for word in text.split() if "/sign-in/link/" in word]

    def test_opens_after_the_key_was_changed(self, old, asked, tmp_path):
        changed(old)
        (link,) = self.sent(asked, tmp_path)

        opened = Client().get(link.removeprefix(old.PUTRIGHT_ADDRESS))
        assert opened.status_code == 302
        assert opened.headers["Location"] == "/sign-in/choose-password"

    def test_is_not_sent_dead(self, old, asked, tmp_path):
        dropped(old)

        assert self.sent(asked, tmp_path) == []
        assert Delivery.objects.get().trouble == "cannot-be-written"


def test_a_file_that_was_stored_before_is_read_after(tmp_path: Path) -> None:
    before, after = (FileStore(tmp_path, file_key(key)) for key in (OLD, NEW))
    name = before.put(PDF)

    assert after.read(name) == PDF
    assert after.name_of(PDF) != name  # what comes again is stored once more, under another name
