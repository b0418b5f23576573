"""Somebody deletes what they saved of a complaint that they have not sent."""

from datetime import date

from putright.casework.means import Means, means_of_this_site
from putright.casework.saved_complaints import forget, rows_of


def forget_saved(*, secret: str, on: date, means: Means | None = None) -> None:
    """Delete what was saved under a secret, with its files; what is gone already is gone."""
    forget(rows_of(secret.strip(), on=on), means or means_of_this_site())
