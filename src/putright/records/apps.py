"""Under which name does Django know the tables?"""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The application that holds every table."""

    name = "putright.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
