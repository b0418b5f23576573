"""Which rules of ours come over a case with what is recorded on it: what was promised, what the law says of a breach?

They are files like every procedure (procedures/office), kept word for word the first time they are needed.
"""

from functools import lru_cache

from django.db.models import Max

from putright.casework import facts_of
from putright.casework.adopted import digest_of
from putright.casework.perform import CaseInHand
from putright.domain.programme import Programme
from putright.gateways.procedure_files import programme_from_text
from putright.gateways.shipped import shipped
from putright.records.models import CaseProcedure, ProcedureVersion


def bring_over(hand: CaseInHand, name: str) -> None:
    """Have a case run under rules of ours as well, from now on, unless it does so already."""
    if any(made.name == name for made in hand.programmes):
        return
    version = _kept(hand, name)
    last = CaseProcedure.objects.filter(case=hand.case).aggregate(last=Max("place"))["last"]
    CaseProcedure.objects.create(
        case=hand.case, procedure=version, place=0 if last is None else last + 1, from_on=hand.on
    )
    hand.programmes = facts_of.programmes_of(hand.case)  # what is noted next is read by them, and so is the position


def rules_named(name: str) -> Programme:
    """Rules of ours as they are shipped, for what is asked of a case without bringing them over it."""
    return programme_from_text(_text(name), name)


def _kept(hand: CaseInHand, name: str) -> ProcedureVersion:
    source = _text(name)
    rules = programme_from_text(source, name).procedure
    kept, _ = ProcedureVersion.objects.get_or_create(
        digest=digest_of(source),
        body=None,
        defaults={
            "name": name,
            "version": rules.version or "",
            "kind": rules.kind.value,
            "source": source,
            "adopted_on": rules.effective or hand.on,
            "made_at": hand.now,
        },
    )
    return kept


@lru_cache(maxsize=8)
def _text(name: str) -> str:
    return (shipped("procedures") / "office" / f"{name}.yaml").read_text(encoding="utf-8")
