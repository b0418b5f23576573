"""Is it they, beyond the password? A code from their app, one of their codes on paper, or a passkey."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.conf import settings
from django.utils.crypto import salted_hmac

from putright.casework.access_record import note_own
from putright.casework.errors import ActionRefused, refused
from putright.casework.throttle import Trying, attempting
from putright.domain.references import SYMBOLS
from putright.domain.signing_in import AccessEvent
from putright.domain.totp import step_matching
from putright.gateways.sealing import SealBroken, seal, unseal
from putright.gateways.secrets import Secrets
from putright.records.models import Account, Authenticator, Passkey, RecoveryCode

WRONG_CODE: Final = "wrong-code"
CODES: Final = 10
CODE_LENGTH: Final = 10  # symbols of five bits each
NONCE_BYTES: Final = 12
TRIED: Final = "second-step"  # for the count of attempts: of codes and keys of every kind together
_READ_AS: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """With what somebody can take the second step of signing in."""

    has_app: bool
    passkeys: int
    codes_left: int

    @property
    def any(self) -> bool:
        """Whether a second step can be asked for at all."""
        return self.has_app or self.passkeys > 0


def means_of(account_id: int) -> Means:
    """With what the holder of an account can take the second step."""
    return Means(
        has_app=Authenticator.objects.filter(account=account_id, confirmed_at__isnull=False).exists(),
        passkeys=Passkey.objects.filter(account=account_id).count(),
        codes_left=RecoveryCode.objects.filter(account=account_id, used_at__isnull=True).count(),
    )


def check_code(account: Account, typed: str, *, now: datetime, trying: Trying) -> None:
    """Raise ActionRefused unless this is the code that the person's app shows now, and has not been used."""
    with attempting(TRIED, account.email, trying, now=now) as attempt:
        app = Authenticator.objects.filter(account=account, confirmed_at__isnull=False).first()
        attempt.was_right = app is not None and use_up(app, typed, now=now)
    if not attempt.was_right:
        raise wrong_code()


def check_recovery_code(account: Account, typed: str, *, now: datetime, trying: Trying) -> int:
    """Use up one of the person's codes on paper, and return how many are left; else raise ActionRefused.

    Of two who use one code at the same moment, one is refused.
    """
    with attempting(TRIED, account.email, trying, now=now) as attempt:
        codes = RecoveryCode.objects.filter(account=account, used_at__isnull=True)
        digests = [recovery_digest(account, typed, key=key) for key in keys_to_read()]
        attempt.was_right = codes.filter(digest__in=digests).update(used_at=now) == 1
    if not attempt.was_right:
        raise refused(WRONG_CODE, "This is not one of your recovery codes, or it has been used already")
    note_own(account, AccessEvent.RECOVERY_CODE_USED, now=now)
    return codes.count()


def use_up(app: Authenticator, typed: str, *, now: datetime) -> bool:
    """Whether this is a code of the app that is good now; it and those before it are then good no more."""
    step = step_matching(secret_of(app), typed, now=now, after=app.last_step)
    if step is None:
        return False
    return Authenticator.objects.filter(pk=app.pk, last_step__lt=step).update(last_step=step) == 1


def secret_of(app: Authenticator) -> bytes:
    """The secret shared with an app; raises ActionRefused where it was sealed under another key."""
    for key in keys_to_read():
        with suppress(SealBroken):
            return unseal(app.sealed_secret, key=key, about=_about(app.account_id))
    raise refused(
        "authenticator-lost",
        "Your authenticator app cannot be checked any more. Use a recovery code, or ask your administrator to"
        " reset the second step",
    )


def is_sealed_under(key: str, app: Authenticator) -> bool:
    """Whether a key opens what is kept of an app."""
    try:
        unseal(app.sealed_secret, key=key, about=_about(app.account_id))
    except SealBroken:
        return False
    return True


def keys_to_read() -> tuple[str, ...]:
    """The secret key, and after it the older ones, under which something may still be kept."""
    return (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)


def sealed_for(account: Account, secret: bytes, *, secrets: Secrets) -> str:
    """A secret as it is kept."""
    nonce = secrets.random(NONCE_BYTES)
    return seal(secret, key=settings.SECRET_KEY, about=_about(account.pk), nonce=nonce)


def make_codes(account: Account, *, now: datetime, secrets: Secrets) -> tuple[str, ...]:
    """Ten new codes on paper, which can be read only now; those from before are good no more."""
    RecoveryCode.objects.filter(account=account).delete()
    codes = tuple("".join(SYMBOLS[byte % len(SYMBOLS)] for byte in secrets.random(CODE_LENGTH)) for _ in range(CODES))
    RecoveryCode.objects.bulk_create(
        RecoveryCode(account=account, digest=recovery_digest(account, code), made_at=now) for code in codes
    )
    note_own(account, AccessEvent.RECOVERY_CODES_MADE, now=now, count=CODES)
    return tuple(f"{code[:5]}-{code[5:]}" for code in codes)


def recovery_digest(account: Account, typed: str, *, key: str = "") -> str:
    """What is kept of a code on paper: keyed, so that the database alone does not let anybody try them all."""
    plain = typed.strip().upper().translate(_READ_AS)
    said = f"{account.pk} {plain}"
    return salted_hmac("putright.recovery", said, secret=key or settings.SECRET_KEY, algorithm="sha256").hexdigest()


def wrong_code() -> ActionRefused:
    """The refusal of a code that is wrong, too old or used: which, is not said."""
    return refused(WRONG_CODE, "This code is not right, or was used already. Wait for the next one and enter it")


def _about(account: int) -> str:
    return f"authenticator of {account}"
