"""What can be set, how is it read, and what does a mistake say?"""

from dataclasses import FrozenInstanceError, fields
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from putright.config.config import Config, ConfigError, config_from, settings_table


def test_nothing_set_serves_this_machine_alone_from_a_folder_of_its_own() -> None:
    config = config_from({})

    assert config.data == Path("data").resolve()
    assert config.public_address == "http://127.0.0.1:8000"
    assert config.as_at is None
    assert not config.is_https


@pytest.mark.parametrize(
    ("variable", "text", "field", "value"),
    [
        ("PUTRIGHT_DATA", "/srv/putright", "data", Path("/srv/putright")),
        ("PUTRIGHT_HOST", "0.0.0.0", "host", "0.0.0.0"),
        ("PUTRIGHT_PORT", "65535", "port", 65535),
        ("PUTRIGHT_ADDRESS", "https://complaints.example.nhs.uk/", "address", "https://complaints.example.nhs.uk"),
        ("PUTRIGHT_HOSTS", "one.example.org, two.example.org", "hosts", ("one.example.org", "two.example.org")),
        ("PUTRIGHT_BEHIND_PROXY", "Yes", "behind_proxy", True),
        ("PUTRIGHT_DATABASE_URL", "postgresql://a:b@c/d", "database_url", "postgresql://a:b@c/d"),
        ("PUTRIGHT_SECRET_KEY", "a-key", "secret_keys", ("a-key",)),
        (
            "PUTRIGHT_SECRET_KEY",
            "a-new-key  an-older\nthe-oldest",
            "secret_keys",
            ("a-new-key", "an-older", "the-oldest"),
        ),
        ("PUTRIGHT_PROCESSES", "4", "processes", 4),
        ("PUTRIGHT_THREADS", "1", "threads", 1),
        ("PUTRIGHT_UPLOAD_MEGABYTES", "20", "upload_megabytes", 20),
        ("PUTRIGHT_SESSION_HOURS", "168", "session_hours", 168),
        ("PUTRIGHT_LOG_LEVEL", "WARNING", "log_level", "warning"),
        # Midday stands for a day; in April London is an hour before UTC.
        ("PUTRIGHT_AS_AT", "2026-04-02", "as_at", datetime.fromisoformat("2026-04-02T12:00+01:00")),
        ("PUTRIGHT_AS_AT", "2026-04-02T17:30", "as_at", datetime.fromisoformat("2026-04-02T17:30+01:00")),
        ("PUTRIGHT_AS_AT", "2026-01-05T09:00+00:00", "as_at", datetime.fromisoformat("2026-01-05T09:00+00:00")),
    ],
)
def test_each_setting_is_read(variable: str, text: str, field: str, value: object) -> None:
    assert getattr(config_from({variable: text}), field) == value


def test_an_instant_is_kept_in_the_time_of_london() -> None:
    config = config_from({"PUTRIGHT_AS_AT": "2026-06-30T23:30+00:00"})

    assert config.as_at is not None
    assert config.as_at.tzinfo == ZoneInfo("Europe/London")
    assert config.as_at.date().isoformat() == "2026-07-01"


@pytest.mark.parametrize(
    ("variable", "text", "says"),
    [
        ("PUTRIGHT_PORT", "0", "whole number from 1 to 65535"),
        ("PUTRIGHT_PORT", "eight", "whole number from 1 to 65535"),
        ("PUTRIGHT_PORT", "\u0663", "whole number from 1 to 65535"),
        ("PUTRIGHT_ADDRESS", "complaints.example.nhs.uk", "https://complaints.example.nhs.uk"),
        ("PUTRIGHT_ADDRESS", "https://example.nhs.uk/complaints", "nothing after the name"),
        ("PUTRIGHT_BEHIND_PROXY", "true", "say yes or no"),
        ("PUTRIGHT_DATABASE_URL", "mysql://a:b@c/d", "postgresql://name:password@host:5432/database"),
        ("PUTRIGHT_AS_AT", "2 April 2026", "2026-04-02"),
        ("PUTRIGHT_AS_AT", "2026-02-30", "2026-04-02"),
        ("PUTRIGHT_LOG_LEVEL", "loud", "debug, info, warning, error"),
    ],
)
def test_what_cannot_be_read_says_what_is_wanted(variable: str, text: str, says: str) -> None:
    with pytest.raises(ConfigError) as refused:
        config_from({variable: text})

    assert len(refused.value.problems) == 1
    assert refused.value.problems[0].startswith(f"{variable}: ")
    assert says in refused.value.problems[0]


def test_a_misspelt_setting_is_an_error_that_names_them_all() -> None:
    with pytest.raises(ConfigError, match="PUTRIGHT_PROT is not a setting") as refused:
        config_from({"PUTRIGHT_PROT": "8000"})

    assert all(setting.variable in str(refused.value) for setting in settings_table())


def test_every_mistake_is_told_at_once() -> None:
    with pytest.raises(ConfigError) as refused:
        config_from({"PUTRIGHT_PORT": "none", "PUTRIGHT_THREADS": "many", "PUTRIGHT_X": ""})

    assert len(refused.value.problems) == 3


def test_an_empty_variable_counts_as_not_set() -> None:
    assert config_from({"PUTRIGHT_PORT": " "}).port == 8000


def test_a_password_is_told_to_nobody() -> None:
    config = config_from({"PUTRIGHT_DATABASE_URL": "postgresql://a:hush@c/d", "PUTRIGHT_SECRET_KEY": "hush"})
    with pytest.raises(ConfigError) as refused:
        config_from({"PUTRIGHT_DATABASE_URL": "mysql://a:hush@c/d"})

    assert "hush" not in repr(config)
    assert "hush" not in str(refused.value)


def test_the_configuration_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        config_from({}).port = 1  # type: ignore[misc] # that it is refused is what is tested


def test_the_table_has_a_row_for_every_field() -> None:
    rows = [setting.field for setting in settings_table() if not setting.is_file]

    assert rows == [field.name for field in fields(Config) if field.name != "secret_files"]
    assert all(setting.meaning.endswith(".") for setting in settings_table())


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        ({}, ("127.0.0.1", "localhost", "[::1]")),
        (
            {"PUTRIGHT_ADDRESS": "https://complaints.example.nhs.uk", "PUTRIGHT_HOSTS": "old.example.nhs.uk"},
            ("complaints.example.nhs.uk", "old.example.nhs.uk", "localhost", "127.0.0.1", "[::1]"),
        ),
        ({"PUTRIGHT_HOST": "0.0.0.0"}, ("localhost", "127.0.0.1", "[::1]")),
    ],
)
def test_the_site_answers_to_its_own_names_only(settings: dict[str, str], names: tuple[str, ...]) -> None:
    assert set(config_from(settings).host_names) == set(names)


class TestASecret:
    SECRETS = (
        ("secret_key", "a-key-of-the-tests"),
        ("database_url", "postgresql://a:b@c/d"),
        ("oidc_client_secret", "open sesame"),
        ("oidc_private_key", f"-----BEGIN {'PRIVATE'} KEY-----\nabc\n-----END {'PRIVATE'} KEY-----"),  # none
        ("smtp_password", "open sesame"),
        ("notify_key", "open-sesame"),
    )

    @pytest.mark.parametrize(("field", "secret"), SECRETS)
    def test_may_stand_in_the_environment_or_in_a_file(self, tmp_path: Path, field: str, secret: str) -> None:
        file = tmp_path / "secret"
        file.write_text(f"{secret}\n")
        variable = f"PUTRIGHT_{field.upper()}"
        from_file = config_from({f"{variable}_FILE": str(file)})

        assert getattr(from_file, field) == getattr(config_from({variable: secret}), field) == secret
        assert from_file.secret_files == {f"{variable}_FILE": file}
        assert secret not in repr(from_file)

    def test_is_every_one_that_is_not_shown(self) -> None:
        hidden = {each.name for each in fields(Config) if not each.repr}

        assert hidden == {field for field, _ in self.SECRETS}
        assert hidden == {setting.field for setting in settings_table() if setting.is_file}

    def test_in_both_places_is_an_error(self, tmp_path: Path) -> None:
        file = tmp_path / "secret"
        file.write_text("open sesame")
        with pytest.raises(ConfigError, match="PUTRIGHT_SMTP_PASSWORD are both set") as refused:
            config_from({"PUTRIGHT_SMTP_PASSWORD": "open sesame", "PUTRIGHT_SMTP_PASSWORD_FILE": str(file)})

        assert "sesame" not in str(refused.value)

    @pytest.mark.parametrize(
        ("content", "says"),
        [(None, "cannot be read"), (b"", "is empty"), (b" \n", "is empty"), (b"\xff", "cannot be read")],
    )
    def test_whose_file_holds_none_is_an_error_that_names_it(
        self, tmp_path: Path, content: bytes | None, says: str
    ) -> None:
        file = tmp_path / "secret"
        if content is not None:
            file.write_bytes(content)
        with pytest.raises(ConfigError, match=f"PUTRIGHT_SECRET_KEY_FILE: .*secret {says}"):
            config_from({"PUTRIGHT_SECRET_KEY_FILE": str(file)})

    def test_that_is_no_key_is_not_repeated(self, tmp_path: Path) -> None:
        file = tmp_path / "secret"
        file.write_text("open sesame")
        for given in ({"PUTRIGHT_OIDC_PRIVATE_KEY": "open sesame"}, {"PUTRIGHT_OIDC_PRIVATE_KEY_FILE": str(file)}):
            with pytest.raises(ConfigError, match="in PEM") as refused:
                config_from(given)
            assert "sesame" not in str(refused.value)
