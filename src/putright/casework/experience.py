"""Has somebody said of a case how it went? That they have is marked on its links, and what they said is not."""

from putright.records.models import Case, FollowLink


def has_said_how_it_went(case: Case) -> bool:
    """Whether somebody has said of a case how it went; a link that was given later does not ask again."""
    return FollowLink.objects.filter(case=case, said_how_it_went=True).exists()
