"""What do the tests of the pages share? The gallery: pages that exist only here, served with the real settings."""

import copy
from datetime import datetime
from pathlib import Path

import pytest

from putright.gateways.clock import LONDON

GALLERY = Path(__file__).parent / "gallery"


@pytest.fixture
def gallery(settings):
    """Serve the gallery beside the real pages, and return the settings to change further."""
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [*templates[0]["DIRS"], GALLERY / "templates"]
    settings.TEMPLATES = templates
    settings.ROOT_URLCONF = "tests.web.gallery.urls"
    return settings


@pytest.fixture
def account(django_user_model):
    """Return somebody who can sign in, with no appointment anywhere."""
    made_at = datetime(2026, 4, 1, 9, tzinfo=LONDON)
    return django_user_model.objects.create(email="priya@example.nhs.uk", name="Priya Example", made_at=made_at)
