"""Who carries the emails of this site? A mail server or GOV.UK Notify, as configured; nobody in a demonstration."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from putright.config.config import PREFIX, Config, ConfigError
from putright.gateways.outgoing import Carrier, Mail
from putright.gateways.smtp import Security, Smtp

_KEY_LENGTH: Final = 73  # two identifiers of 36 with a hyphen between: the service's and the secret


def carrier_for(config: Config) -> Carrier | None:
    """Return who carries emails, or nobody; raises ConfigError saying everything that is missing.

    A demonstration, and a site whose clock stands still, sends nothing to anybody.
    """
    if config.mail == "none" or config.as_at or config.demo_sign_ins.exists():
        return None
    return _notify(config) if config.mail == "notify" else _smtp(config)


def mail_for(config: Config, carrier: Carrier | None) -> Mail | None:
    """Return how emails name themselves, where somebody carries them."""
    if carrier is None:
        return None
    domain = config.mail_from.rpartition("@")[2] or urlsplit(config.public_address).hostname or "localhost"
    return Mail(domain=domain, reply_to=config.mail_reply_to)


def _smtp(config: Config) -> Smtp:
    problems = [
        f"{PREFIX}{name} is needed where {PREFIX}MAIL is smtp."
        for name, value in (("SMTP_HOST", config.smtp_host), ("MAIL_FROM", config.mail_from))
        if not value
    ]
    if config.smtp_security == "none" and config.smtp_password and not _is_this_machine(config.smtp_host):
        problems.append(
            f"{PREFIX}SMTP_SECURITY is none, so the password would go over the network to be read by anybody."
        )
    if problems:
        raise ConfigError(*problems)
    return Smtp(
        host=config.smtp_host,
        port=config.smtp_port,
        security=Security(config.smtp_security),
        sender=config.mail_from,
        user=config.smtp_user,
        password=config.smtp_password,
        seconds=config.smtp_seconds,
        trusted=str(config.smtp_certificates) if config.smtp_certificates else None,
    )


def _notify(config: Config) -> Carrier:
    problems = list(notify_problems(config, f"{PREFIX}MAIL"))
    if not config.notify_template:
        problems.append(f"{PREFIX}NOTIFY_TEMPLATE is needed where {PREFIX}MAIL is notify.")
    if problems:
        raise ConfigError(*problems)
    from putright.gateways.notify import Notify  # with its client, which the other sites would load for nothing

    return Notify(key=config.notify_key, template=config.notify_template, address=config.notify_address)


def notify_problems(config: Config, setting: str) -> Iterator[str]:
    """What keeps us from speaking with GOV.UK Notify at all, where `setting` says that it carries something."""
    if len(config.notify_key) < _KEY_LENGTH:
        yield f"{PREFIX}NOTIFY_KEY is needed where {setting} is notify: the whole key, name and all."
    address = urlsplit(config.notify_address)
    if address.scheme != "https" and not _is_this_machine(address.hostname or ""):
        yield f"{PREFIX}NOTIFY_ADDRESS must begin with https://."


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
