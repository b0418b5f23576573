"""Is the site set up as Django's own checks for a public site want it, and are its cookies kept close?"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.served import environment

PUBLIC = {
    "address": "https://complaints.example.nhs.uk",
    "behind_proxy": "yes",
    "secret_key": "abcdefgh" * 8,
}
# What a setting is, read in a process of its own, for settings are read once.
_ASK = (
    "import json, sys; from putright.config import settings;"
    "print(json.dumps({name: getattr(settings, name) for name in sys.argv[1:]}, default=str))"
)


def test_a_public_site_passes_djangos_checks_for_one(tmp_path: Path) -> None:
    done = _run("-m", "django", "check", "--deploy", "--fail-level", "WARNING", data=str(tmp_path), **PUBLIC)

    assert "no issues" in done, done


@pytest.mark.parametrize(
    ("settings", "secure", "session", "redirected"),
    [
        ({}, False, "putright-session", False),
        ({"address": "https://complaints.example.nhs.uk"}, True, "__Host-putright-session", False),
        (PUBLIC, True, "__Host-putright-session", True),
    ],
)
def test_over_https_cookies_are_sent_over_https_alone(
    tmp_path: Path, settings: dict[str, str], secure: bool, session: str, redirected: bool
) -> None:
    found = _settings(
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "SESSION_COOKIE_NAME",
        "SECURE_SSL_REDIRECT",
        "SESSION_COOKIE_HTTPONLY",
        "CSRF_COOKIE_HTTPONLY",
        data=str(tmp_path),
        **settings,
    )

    assert found == {
        "SESSION_COOKIE_SECURE": secure,
        "CSRF_COOKIE_SECURE": secure,
        "SESSION_COOKIE_NAME": session,
        "SECURE_SSL_REDIRECT": redirected,
        "SESSION_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_HTTPONLY": True,
    }


def test_the_content_policy_lets_nothing_in_from_elsewhere(tmp_path: Path) -> None:
    policy = _settings("CONTENT_SECURITY_POLICY", data=str(tmp_path))["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]

    assert policy["default-src"] == ["'none'"]
    assert {source for sources in policy.values() for source in sources} == {"'none'", "'self'"}


def test_a_site_that_holds_the_demos_sign_ins_says_that_it_is_a_demonstration(tmp_path: Path) -> None:
    (tmp_path / "demo-sign-ins.txt").touch()

    assert _settings("PUTRIGHT_DEMO", data=str(tmp_path)) == {"PUTRIGHT_DEMO": True}


def _settings(*names: str, **settings: str) -> dict[str, Any]:
    return json.loads(_run("-c", _ASK, *names, **settings))


def _run(*arguments: str, **settings: str) -> str:
    surroundings = environment(**settings) | {"DJANGO_SETTINGS_MODULE": "putright.config.settings"}
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, env=surroundings, check=False)
    return done.stdout + done.stderr
