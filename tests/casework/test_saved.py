"""Is a saved complaint there for whoever has its link, unreadable for everybody else, and gone in time?"""

from datetime import date, datetime, timedelta

import pytest
from django.apps import apps
from django.core.serializers import serialize

from putright.casework.actions.forget_saved import forget_saved
from putright.casework.actions.mail_saved import mail_saved
from putright.casework.actions.open_saved import open_saved
from putright.casework.actions.save_complaint import save_complaint
from putright.casework.errors import ActionRefused, NotFound
from putright.casework.form_files import add_to_form, files_on, sweep_forms
from putright.casework.open_link import MOST_WRONG
from putright.casework.said import FileSaid
from putright.casework.saved_complaints import sweep_saved
from putright.domain import saved as rules
from putright.domain.scanning import Scan
from putright.records.models import SavedComplaint, SavedMail
from tests.casework.offices import MAUNDY_THURSDAY, Office, at
from tests.jobs.working import MAIL

pytestmark = pytest.mark.django_db

# 28 days after Thursday 2 April 2026 is Thursday 30 April 2026.
LAST_DAY = date(2026, 4, 30)
TOLD = '{"typed": {"wanted": {"wanted": ["Quillfeather wants an apology"]}}}'
NOBODY = "A" * 22


def saving(office: Office, *, on: date = MAUNDY_THURSDAY, now: datetime | None = None, **said: object):
    """Save what was told, that day at ten."""
    plain: dict[str, object] = {"answers": TOLD, "form": "a form"}
    return save_complaint(on=on, now=now or at(on), means=office.means, **(plain | said))  # type: ignore[arg-type]


def opening(secret: str, *, on: date = MAUNDY_THURSDAY, visitor: str = "192.0.2.7"):
    return open_saved(secret=secret, visitor=visitor, on=on, now=at(on))


class TestTheLink:
    def test_brings_back_what_was_told(self, commisceo: Office) -> None:
        saved = saving(commisceo)

        assert len(saved.secret) == 22
        assert saved.until == LAST_DAY
        assert opening(saved.secret).answers == TOLD

    def test_nothing_in_the_database_says_what_was_told_nor_opens_it(self, commisceo: Office) -> None:
        saved = saving(commisceo)
        everything = "".join(
            serialize("json", model._default_manager.all()) for model in apps.get_app_config("records").get_models()
        )

        assert "Quillfeather" not in everything
        assert saved.secret not in everything
        assert SavedComplaint.objects.count() == 1

    def test_one_row_does_not_open_under_the_secret_of_another(self, commisceo: Office) -> None:
        first, second = saving(commisceo), saving(commisceo, form="another", answers="{}")
        rows = {row.digest: row.sealed for row in SavedComplaint.objects.order_by("pk")}
        one, other = SavedComplaint.objects.order_by("pk")
        SavedComplaint.objects.filter(pk=one.pk).update(sealed=rows[other.digest])

        with pytest.raises(NotFound):
            opening(first.secret)
        assert opening(second.secret).answers == "{}"

    def test_is_good_to_the_end_of_the_28th_day_and_not_after(self, commisceo: Office) -> None:
        secret = saving(commisceo).secret

        assert opening(secret, on=LAST_DAY).until == LAST_DAY
        with pytest.raises(NotFound):
            opening(secret, on=LAST_DAY + timedelta(days=1))

    @pytest.mark.parametrize("secret", [NOBODY, "", "short", "é" * 22, "A" * 21 + "/"])
    def test_another_opens_nothing(self, commisceo: Office, secret: str) -> None:
        saving(commisceo)

        with pytest.raises(NotFound):
            opening(secret)

    def test_guessing_is_stopped_and_the_holder_is_not(self, commisceo: Office) -> None:
        secret = saving(commisceo).secret
        for _ in range(MOST_WRONG):
            with pytest.raises(NotFound):
                opening(NOBODY)

        with pytest.raises(ActionRefused) as stopped:
            opening(NOBODY)

        assert stopped.value.refusal.code == "too-many-tries"
        assert opening(secret).answers == TOLD


class TestSavingAgain:
    def test_keeps_the_link_and_gives_another_28_days(self, commisceo: Office) -> None:
        first = saving(commisceo)
        friday = date(2026, 4, 10)
        again = saving(commisceo, on=friday, secret=first.secret, seen=first.mark, answers="{}")

        assert (again.secret, again.is_another) == (first.secret, False)
        assert again.until == date(2026, 5, 8)
        assert opening(first.secret, on=friday).answers == "{}"
        assert SavedComplaint.objects.count() == 1

    def test_writes_over_nothing_that_was_saved_elsewhere_meanwhile(self, commisceo: Office) -> None:
        first = saving(commisceo)
        at_home = saving(commisceo, secret=first.secret, seen=first.mark, answers='"home"', now=at(MAUNDY_THURSDAY, 11))
        at_work = saving(commisceo, secret=first.secret, seen=first.mark, answers='"work"', now=at(MAUNDY_THURSDAY, 12))

        assert at_work.is_another
        assert opening(at_home.secret).answers == '"home"'
        assert opening(at_work.secret).answers == '"work"'

    def test_under_a_link_that_is_gone_makes_a_new_one(self, commisceo: Office) -> None:
        first = saving(commisceo)
        forget_saved(secret=first.secret, on=MAUNDY_THURSDAY, means=commisceo.means)
        again = saving(commisceo, secret=first.secret, seen=first.mark)

        assert again.is_another
        assert opening(again.secret).answers == TOLD

    @pytest.mark.parametrize(("most", "code"), [({"LONGEST": 10}, "too-much-to-save"), ({"MOST_KEPT": 10}, "no-room")])
    def test_what_is_too_much_is_refused(
        self, commisceo: Office, monkeypatch: pytest.MonkeyPatch, most: dict[str, int], code: str
    ) -> None:
        for name, number in most.items():
            monkeypatch.setattr(rules, name, number)

        with pytest.raises(ActionRefused) as refused:
            saving(commisceo)

        assert refused.value.refusal.code == code
        assert not SavedComplaint.objects.exists()


class TestForgetting:
    def keep_a_file(self, office: Office) -> None:
        letter = FileSaid(name="letter.txt", media_type="text/plain", content=b"Dear Ida", scan=Scan.CLEAN)
        add_to_form("a form", letter, now=at(MAUNDY_THURSDAY), means=office.means)

    def test_files_stay_as_long_as_what_was_saved_and_go_with_it(self, commisceo: Office) -> None:
        self.keep_a_file(commisceo)
        secret = saving(commisceo).secret

        assert sweep_forms(commisceo.means, now=at(LAST_DAY)) == 0
        assert [file.name for file in files_on("a form")] == ["letter.txt"]

        forget_saved(secret=secret, on=MAUNDY_THURSDAY, means=commisceo.means)

        assert files_on("a form") == ()
        assert not list(commisceo.means.files.names())

    def test_nothing_is_left_the_day_after_the_last(self, commisceo: Office) -> None:
        self.keep_a_file(commisceo)
        saving(commisceo)

        assert sweep_saved(commisceo.means, on=LAST_DAY) == 0
        assert sweep_saved(commisceo.means, on=LAST_DAY + timedelta(days=1)) == 1
        assert files_on("a form") == ()
        assert not SavedComplaint.objects.exists()

    def test_what_is_not_there_is_forgotten_without_a_word(self, commisceo: Office) -> None:
        forget_saved(secret=NOBODY, on=MAUNDY_THURSDAY, means=commisceo.means)


class TestMailing:
    def mailing(self, office: Office, secret: str, to: str, where: str = "192.0.2.7") -> None:
        from dataclasses import replace

        means = replace(office.means, mail=MAIL)
        mail_saved(secret=secret, to=to, visitor=where, on=MAUNDY_THURSDAY, now=at(MAUNDY_THURSDAY), means=means)

    def test_an_address_is_not_readable_even_while_it_waits(self, commisceo: Office) -> None:
        secret = saving(commisceo).secret
        self.mailing(commisceo, secret, "ida@example.org")
        kept = serialize("json", SavedMail.objects.all())

        assert "ida" not in kept
        assert secret not in kept

    def test_where_nothing_is_saved_nothing_goes(self, commisceo: Office) -> None:
        with pytest.raises(NotFound):
            self.mailing(commisceo, NOBODY, "ida@example.org")

    def test_without_a_mail_server_it_is_refused(self, commisceo: Office) -> None:
        with pytest.raises(ActionRefused) as refused:
            mail_saved(
                secret=saving(commisceo).secret,
                to="ida@example.org",
                visitor="192.0.2.7",
                on=MAUNDY_THURSDAY,
                now=at(MAUNDY_THURSDAY),
                means=commisceo.means,
            )

        assert refused.value.refusal.code == "no-mail"

    def test_one_address_gets_five_in_a_day_from_wherever_and_nobody_is_told_of_the_others(
        self, commisceo: Office
    ) -> None:
        secret = saving(commisceo).secret
        for number in range(rules.MOST_TO_ONE_ADDRESS + 2):
            self.mailing(commisceo, secret, "ida@example.org", where=f"192.0.2.{number}")

        assert SavedMail.objects.filter(done_at__isnull=True).count() == rules.MOST_TO_ONE_ADDRESS
        assert not SavedMail.objects.filter(done_at__isnull=False).exclude(sealed="").exists()

    @pytest.mark.parametrize("others", [0, 3, 9])
    def test_whoever_sends_five_from_one_place_is_told_so_whatever_others_sent(
        self, commisceo: Office, others: int
    ) -> None:
        secret = saving(commisceo).secret
        for number in range(others):
            self.mailing(commisceo, secret, "ida@example.org", where=f"192.0.2.{number}")
        for _ in range(rules.MOST_TO_ONE_ADDRESS):
            self.mailing(commisceo, secret, "ida@example.org", where="192.0.2.99")

        with pytest.raises(ActionRefused) as refused:
            self.mailing(commisceo, secret, " IDA@example.org", where="192.0.2.99")

        assert refused.value.refusal.code == "too-many-mails"

    def test_one_place_sends_twenty_in_a_day_to_whomever(self, commisceo: Office) -> None:
        secret = saving(commisceo).secret
        for number in range(rules.MOST_FROM_ONE_PLACE):
            self.mailing(commisceo, secret, f"somebody{number}@example.org")

        with pytest.raises(ActionRefused):
            self.mailing(commisceo, secret, "one.more@example.org")
