"""Who carries the text messages of this site? GOV.UK Notify, if that is set; nobody in a demonstration."""

from __future__ import annotations

from putright.config.config import PREFIX, Config, ConfigError
from putright.config.mail import notify_problems
from putright.gateways.outgoing import TextCarrier


def text_carrier_for(config: Config) -> TextCarrier | None:
    """Return who carries text messages, or nobody; raises ConfigError saying everything that is missing.

    A demonstration, and a site whose clock stands still, sends nothing to anybody.
    """
    if config.texts == "none" or config.as_at or config.demo_sign_ins.exists():
        return None
    problems = list(notify_problems(config, f"{PREFIX}TEXTS"))
    if not config.notify_text_template:
        problems.append(f"{PREFIX}NOTIFY_TEXT_TEMPLATE is needed where {PREFIX}TEXTS is notify.")
    if problems:
        raise ConfigError(*problems)
    from putright.gateways.notify import NotifyTexts  # with its client, which the other sites would load for nothing

    return NotifyTexts(key=config.notify_key, template=config.notify_text_template, address=config.notify_address)
