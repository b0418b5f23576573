"""The words and numbers by which a case can be found, and those of the cases that are there already."""

from collections.abc import Iterator

# Rows of models as they were at this point have no types, hence Any.
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from putright.domain.sought import keys_of

_AT_ONCE = 500


def _keys_of_every_case(apps: Any, _editor: Any) -> None:
    case_key = apps.get_model("records", "CaseKey")
    made = []
    for key in _keys(apps, case_key):
        made.append(key)
        if len(made) >= _AT_ONCE:
            case_key.objects.bulk_create(made)
            made = []
    case_key.objects.bulk_create(made)


def _keys(apps: Any, case_key: Any) -> Iterator[Any]:
    cases = apps.get_model("records", "Case").objects.select_related("complainant", "patient").order_by("pk")
    for case in cases.iterator(chunk_size=_AT_ONCE):
        for person in {case.complainant_id: case.complainant, case.patient_id: case.patient}.values():
            found = keys_of(
                name=person.name,
                nhs_number=person.nhs_number,
                telephone=person.telephone,
                email=person.email,
                born_on=person.born_on,
            )
            for each in found:
                yield case_key(body_id=case.body_id, case=case, person=person, kind=each.kind.value, key=each.key)


def _none(_apps: Any, _editor: Any) -> None:
    """Going back, the keys go with their table."""


class Migration(migrations.Migration):
    dependencies = [("records", "0016_statements_are_asked_for_on_a_page")]

    operations = [
        migrations.CreateModel(
            name="CaseKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("name", "name"),
                            ("nhs-number", "nhs-number"),
                            ("telephone", "telephone"),
                            ("email", "email"),
                            ("born-on", "born-on"),
                        ],
                        max_length=20,
                    ),
                ),
                ("key", models.CharField(max_length=60)),
                (
                    "body",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.body",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keys",
                        to="records.case",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="keys", to="records.person"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="casekey",
            index=models.Index(fields=["body", "kind", "key", "case", "person"], name="cases_by_their_keys"),
        ),
        migrations.AddConstraint(
            model_name="casekey",
            constraint=models.UniqueConstraint(
                fields=("case", "person", "kind", "key"), name="a_case_is_found_by_a_key_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="casekey",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["name", "nhs-number", "telephone", "email", "born-on"])),
                name="a_key_is_of_a_known_kind",
            ),
        ),
        migrations.RunPython(_keys_of_every_case, _none),
    ]
