"""Who worked on a copy of the file?"""

from putright.domain.copies import BEGUN, MARKED, UNMARKED
from putright.records.models import Case, Event


def worked_on(case: Case, copy: int) -> frozenset[int]:
    """Everybody who began a copy, or marked something in it."""
    rows = Event.objects.filter(case=case, event__in=(BEGUN, MARKED, UNMARKED), by__isnull=False)
    return frozenset(by for by, facts in rows.values_list("by", "facts") if by and facts.get("copy") == copy)
