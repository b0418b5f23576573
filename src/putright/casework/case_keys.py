"""By which words and numbers can a case be found? Kept beside it, anew whenever its people's details change."""

from collections.abc import Iterator

from putright.domain.sought import keys_of
from putright.records.models import Case, CaseKey, Person


def keep_keys(case: Case) -> None:
    """Write the keys of a case anew, from whoever complains and the patient."""
    CaseKey.objects.filter(case=case).delete()
    CaseKey.objects.bulk_create(_keys(case))


def _keys(case: Case) -> Iterator[CaseKey]:
    for person in {case.complainant_id: case.complainant, case.patient_id: case.patient}.values():
        yield from _keys_of(case, person)


def _keys_of(case: Case, person: Person) -> Iterator[CaseKey]:
    found = keys_of(
        name=person.name,
        nhs_number=person.nhs_number,
        telephone=person.telephone,
        email=person.email,
        born_on=person.born_on,
    )
    for each in sorted(found, key=lambda one: (one.kind, one.key)):
        yield CaseKey(body_id=case.body_id, case=case, person=person, kind=each.kind.value, key=each.key)
