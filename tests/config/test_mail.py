"""Who carries the emails of a site, and what is said of settings with which nobody can?"""

from pathlib import Path

import pytest

from putright.config.config import ConfigError, config_from
from putright.config.mail import carrier_for, mail_for
from putright.gateways.notify import Notify
from putright.gateways.outgoing import Mail
from putright.gateways.smtp import Security, Smtp
from tests.gateways.notify_server import KEY, TEMPLATE

SMTP = {
    "PUTRIGHT_MAIL": "smtp",
    "PUTRIGHT_SMTP_HOST": "mail.example.nhs.uk",
    "PUTRIGHT_MAIL_FROM": "complaints@practice.example.nhs.uk",
}
NOTIFY = {"PUTRIGHT_MAIL": "notify", "PUTRIGHT_NOTIFY_KEY": KEY, "PUTRIGHT_NOTIFY_TEMPLATE": TEMPLATE}


def test_nobody_unless_somebody_is_set() -> None:
    assert carrier_for(config_from({})) is None
    assert mail_for(config_from({}), None) is None


def test_a_mail_server() -> None:
    config = config_from({**SMTP, "PUTRIGHT_SMTP_USER": "practice", "PUTRIGHT_SMTP_PASSWORD": "open sesame"})
    carrier = carrier_for(config)

    assert carrier == Smtp(
        host="mail.example.nhs.uk",
        port=587,
        security=Security.STARTTLS,
        sender="complaints@practice.example.nhs.uk",
        user="practice",
        password="open sesame",
        seconds=120,
    )
    assert mail_for(config, carrier) == Mail(domain="practice.example.nhs.uk")
    assert "sesame" not in repr(config)


def test_a_password_and_a_key_from_files(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("open sesame\n")
    (tmp_path / "key").write_text(f"{KEY}\n")

    smtp = carrier_for(config_from({**SMTP, "PUTRIGHT_SMTP_PASSWORD_FILE": str(tmp_path / "password")}))
    said = {**NOTIFY, "PUTRIGHT_NOTIFY_KEY": "", "PUTRIGHT_NOTIFY_KEY_FILE": str(tmp_path / "key")}
    notify = carrier_for(config_from(said))

    assert isinstance(smtp, Smtp)
    assert smtp.password == "open sesame"
    assert isinstance(notify, Notify)
    assert notify.key == KEY


def test_notify() -> None:
    config = config_from({**NOTIFY, "PUTRIGHT_ADDRESS": "https://complaints.example.nhs.uk"})
    carrier = carrier_for(config)

    assert isinstance(carrier, Notify)
    assert mail_for(config, carrier) == Mail(domain="complaints.example.nhs.uk")
    assert KEY not in repr(config)


def test_a_demonstration_sends_nothing_to_anybody(tmp_path: Path) -> None:
    (tmp_path / "demo-sign-ins.txt").write_text("somebody@example.nhs.uk  ...")

    assert carrier_for(config_from({**SMTP, "PUTRIGHT_DATA": str(tmp_path)})) is None
    assert carrier_for(config_from({**SMTP, "PUTRIGHT_AS_AT": "2026-04-02"})) is None


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"PUTRIGHT_MAIL": "smtp"}, "PUTRIGHT_SMTP_HOST is needed"),
        ({"PUTRIGHT_MAIL": "smtp"}, "PUTRIGHT_MAIL_FROM is needed"),
        ({**SMTP, "PUTRIGHT_SMTP_SECURITY": "none", "PUTRIGHT_SMTP_PASSWORD": "open sesame"}, "read by anybody"),
        ({**SMTP, "PUTRIGHT_SMTP_PASSWORD_FILE": "/nowhere/password"}, "/nowhere/password cannot be read"),
        ({**NOTIFY, "PUTRIGHT_NOTIFY_KEY": "short"}, "PUTRIGHT_NOTIFY_KEY is needed"),
        ({**NOTIFY, "PUTRIGHT_NOTIFY_TEMPLATE": ""}, "PUTRIGHT_NOTIFY_TEMPLATE is needed"),
        ({**NOTIFY, "PUTRIGHT_NOTIFY_ADDRESS": "http://notify.example"}, "must begin with https://"),
    ],
)
def test_what_cannot_be_is_refused_without_repeating_secrets(said: dict[str, str], problem: str) -> None:
    with pytest.raises(ConfigError, match=problem) as refused:
        carrier_for(config_from(said))

    assert "sesame" not in str(refused.value)


@pytest.mark.parametrize(
    "address", ["complaints", "a@b", "The Practice <a@b.example>", "a@b.example, c@d.example", "é@b.example"]
)
def test_an_address_to_send_from_is_one_plain_address(address: str) -> None:
    with pytest.raises(ConfigError, match="PUTRIGHT_MAIL_FROM: give one address"):
        config_from({"PUTRIGHT_MAIL_FROM": address})


def test_a_relay_on_this_machine_may_have_a_password_without_tls() -> None:
    said = {
        "PUTRIGHT_SMTP_HOST": "127.0.0.1",
        "PUTRIGHT_SMTP_SECURITY": "none",
        "PUTRIGHT_SMTP_PASSWORD": "open sesame",
    }

    assert isinstance(carrier_for(config_from({**SMTP, **said})), Smtp)
