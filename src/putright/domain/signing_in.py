"""What can happen to somebody's way of signing in, and which record is kept of it?"""

from enum import StrEnum
from typing import Final


class AccessEvent(StrEnum):
    """An entry of the record of who may sign in; docs/glossary.md says what each means."""

    INVITED = "invited"
    INVITATION_REVOKED = "invitation-revoked"
    INVITATION_ACCEPTED = "invitation-accepted"
    PASSWORD_CHANGED = "password-changed"  # noqa: S105 - the name of an entry
    PASSWORD_LINK_GIVEN = "password-link-given"  # noqa: S105 - the name of an entry
    PASSWORD_RENEWED = "password-renewed"  # noqa: S105 - the name of an entry
    AUTHENTICATOR_ADDED = "authenticator-added"
    PASSKEY_ADDED = "passkey-added"
    PASSKEY_REMOVED = "passkey-removed"
    RECOVERY_CODES_MADE = "recovery-codes-made"
    RECOVERY_CODE_USED = "recovery-code-used"
    SECOND_FACTOR_RESET = "second-factor-reset"
    IDENTITY_LINKED = "identity-linked"
    IDENTITY_UNLINKED = "identity-unlinked"
    PASSWORD_GIVEN_UP = "password-given-up"  # noqa: S105 - the name of an entry
    SIGNED_OUT = "signed-out"
    APPOINTED = "appointed"
    APPOINTMENT_ENDED = "appointment-ended"
    LEFT = "left"


ACCESS_EVENT_WORDS: Final = {
    AccessEvent.INVITED: "Invited to sign in",
    AccessEvent.INVITATION_REVOKED: "The invitation was taken back",
    AccessEvent.INVITATION_ACCEPTED: "Took up the invitation",
    AccessEvent.PASSWORD_CHANGED: "Changed the password",
    AccessEvent.PASSWORD_LINK_GIVEN: "Was given a link to choose a new password",
    AccessEvent.PASSWORD_RENEWED: "Chose a new password with a link",
    AccessEvent.AUTHENTICATOR_ADDED: "Set up an authenticator app",
    AccessEvent.PASSKEY_ADDED: "Added a passkey",
    AccessEvent.PASSKEY_REMOVED: "Removed a passkey",
    AccessEvent.RECOVERY_CODES_MADE: "Made recovery codes",
    AccessEvent.RECOVERY_CODE_USED: "Used a recovery code",
    AccessEvent.SECOND_FACTOR_RESET: "The second step of signing in was reset",
    AccessEvent.IDENTITY_LINKED: "Linked an identity service",
    AccessEvent.IDENTITY_UNLINKED: "Unlinked the identity service",
    AccessEvent.PASSWORD_GIVEN_UP: "Gave up the password, to sign in with the identity service alone",
    AccessEvent.SIGNED_OUT: "Was signed out on other devices",
    AccessEvent.APPOINTED: "Appointed to a role",
    AccessEvent.APPOINTMENT_ENDED: "An appointment was ended",
    AccessEvent.LEFT: "Left the organisation",
}
