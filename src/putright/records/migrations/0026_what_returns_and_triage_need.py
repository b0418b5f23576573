"""A body says which yearly return it makes; a case keeps how grave it may be and its path; four more subjects."""

from django.db import migrations, models

SUBJECTS = [
    *("access", "admissions", "appointments", "clinical-treatment", "commissioning", "communications", "consent"),
    *("end-of-life", "facilities", "integrated-care", "mortuary", "patient-care", "prescribing", "privacy"),
    *("records", "restraint", "staffing", "transport", "values", "waiting-times", "other"),
]
RETURNS = ["", "trust", "board", "gp-practice", "dental-practice", "out-of-hours", "neither"]


class Migration(migrations.Migration):
    dependencies = [("records", "0025_how_somebody_contacts_a_body")]

    operations = [
        migrations.RemoveConstraint(model_name="issue", name="issue_subject_is_a_known_one"),
        migrations.AddConstraint(
            model_name="issue",
            constraint=models.CheckConstraint(
                condition=models.Q(("subject__in", SUBJECTS)), name="issue_subject_is_a_known_one"
            ),
        ),
        migrations.AddField(
            model_name="body", name="reports_as", field=models.CharField(blank=True, default="", max_length=20)
        ),
        migrations.AddConstraint(
            model_name="body",
            constraint=models.CheckConstraint(
                condition=models.Q(("reports_as__in", RETURNS)), name="body_reports_as_a_known_kind"
            ),
        ),
        migrations.AddField(
            model_name="case", name="severity", field=models.CharField(blank=True, default="", max_length=10)
        ),
        migrations.AddField(
            model_name="case", name="path", field=models.CharField(blank=True, default="", max_length=20)
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(("severity__in", ["", "low", "moderate", "high"])),
                name="case_severity_is_a_known_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(("path__in", ["", "early-resolution", "closer-look"])),
                name="case_path_is_a_known_one",
            ),
        ),
    ]
