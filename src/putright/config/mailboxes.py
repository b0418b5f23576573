"""From which mailboxes does this site take messages? Those of a file, as configured; none in a demonstration."""

from __future__ import annotations

from putright.config.config import PREFIX, Config, ConfigError
from putright.gateways.mailbox import Mailbox
from putright.gateways.mailbox_file import UnsoundMailboxes, read_mailboxes


def mailboxes_for(config: Config) -> tuple[Mailbox, ...]:
    """Return the mailboxes; raises ConfigError where the file cannot be used."""
    if config.mailboxes is None or config.as_at or config.demo_sign_ins.exists():
        return ()
    try:
        return read_mailboxes(config.mailboxes)
    except UnsoundMailboxes as fault:
        message = f"{PREFIX}MAILBOXES: {fault}"
        raise ConfigError(message) from None
