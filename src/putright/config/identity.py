"""Which identity service may staff sign in with?"""

from __future__ import annotations

from putright.config.config import Config, ConfigError
from putright.gateways.oidc import Provider


def identity_service_for(config: Config) -> Provider | None:
    """Return the service that the settings describe, or nothing; raises ConfigError for half of one."""
    if not config.oidc_issuer:
        return None
    if not config.oidc_client_id or bool(config.oidc_client_secret) == bool(config.oidc_private_key):
        message = (
            "PUTRIGHT_OIDC_ISSUER needs PUTRIGHT_OIDC_CLIENT_ID, and either PUTRIGHT_OIDC_CLIENT_SECRET or"
            " PUTRIGHT_OIDC_PRIVATE_KEY"
        )
        raise ConfigError(message)
    return Provider(
        issuer=config.oidc_issuer,
        client_id=config.oidc_client_id,
        client_secret=config.oidc_client_secret,
        private_key=config.oidc_private_key,
        algorithm=config.oidc_algorithm.upper(),
        scopes=tuple(dict.fromkeys(("openid", *config.oidc_scopes))),
    )
