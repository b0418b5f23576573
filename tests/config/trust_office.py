"""With what does the trust of test_trust begin? An office on a database that is ready, whose head signs in elsewhere.

`python -m tests.config.trust_office ISSUER SUBJECT` makes it, with the settings of the surroundings.
"""

import sys

from putright.config.installation import open_site

CODE = "trust"


def main(issuer: str, subject: str) -> None:
    """Make the office, and let an identity of the service open the account of the responsible person."""
    config = open_site({})
    # These hold tables, so they come after the site is open.
    from putright.casework.actions.link_identity import link_identity
    from putright.gateways.clock import SystemClock
    from putright.gateways.oidc import Identified
    from putright.gateways.set_up_code import end_code
    from tests.casework.offices import an_office

    office = an_office(config.data / "documents", code=CODE)
    account = office.person("rosa").account
    assert account is not None
    end_code(config.set_up_code)  # as setting up on the page does
    identified = Identified(issuer=issuer, subject=subject, assurance=frozenset())
    link_identity(account=account, identified=identified, now=SystemClock().now())


if __name__ == "__main__":
    main(*sys.argv[1:3])
