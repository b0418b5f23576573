"""Who carries the text messages of a site, and what is said of settings with which nobody can?"""

import subprocess
import sys
from pathlib import Path

import pytest

from putright.config.config import ConfigError, config_from
from putright.config.mail import carrier_for
from putright.config.texts import text_carrier_for
from putright.gateways.notify import NotifyTexts
from tests.gateways.notify_server import KEY, TEXT_TEMPLATE

NOTIFY = {"PUTRIGHT_TEXTS": "notify", "PUTRIGHT_NOTIFY_KEY": KEY, "PUTRIGHT_NOTIFY_TEXT_TEMPLATE": TEXT_TEMPLATE}


def test_nobody_unless_somebody_is_set() -> None:
    assert text_carrier_for(config_from({})) is None


def test_notify_without_emails_by_it() -> None:
    config = config_from(NOTIFY)

    assert text_carrier_for(config) == NotifyTexts(key=KEY, template=TEXT_TEMPLATE)
    assert carrier_for(config) is None


def test_a_demonstration_sends_nothing_to_anybody(tmp_path: Path) -> None:
    (tmp_path / "demo-sign-ins.txt").write_text("somebody@example.nhs.uk  ...")

    assert text_carrier_for(config_from({**NOTIFY, "PUTRIGHT_DATA": str(tmp_path)})) is None
    assert text_carrier_for(config_from({**NOTIFY, "PUTRIGHT_AS_AT": "2026-04-02"})) is None


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"PUTRIGHT_NOTIFY_KEY": "short"}, "PUTRIGHT_NOTIFY_KEY is needed where PUTRIGHT_TEXTS is notify"),
        ({"PUTRIGHT_NOTIFY_TEXT_TEMPLATE": ""}, "PUTRIGHT_NOTIFY_TEXT_TEMPLATE is needed where PUTRIGHT_TEXTS is"),
        ({"PUTRIGHT_NOTIFY_ADDRESS": "http://notify.example"}, "must begin with https://"),
    ],
)
def test_what_cannot_be_is_refused(said: dict[str, str], problem: str) -> None:
    with pytest.raises(ConfigError, match=problem):
        text_carrier_for(config_from({**NOTIFY, **said}))


def test_anything_else_is_no_carrier() -> None:
    with pytest.raises(ConfigError, match="PUTRIGHT_TEXTS"):
        config_from({"PUTRIGHT_TEXTS": "smtp"})


def test_a_site_that_sends_none_does_not_load_its_client() -> None:
    program = (
        "import sys, putright.config.texts; print(*{'requests', 'notifications_python_client'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []
