"""Is an address that is filled in the one that Django would write, and is a wrong one refused as Django refuses it?"""

import pytest
from django.urls import NoReverseMatch, reverse

from putright.web.addresses import address

PARTS = [
    ("home", ()),
    ("work", ()),
    ("case", ("7K2M9QXT",)),
    ("act", ("7K2M9QXT", "a-note")),
    ("act-on", ("7K2M9QXT", "posted", 3)),
    ("case", ("with space",)),
    ("case", ("per%cent",)),
    ("case", ("{0}",)),
    ("case", ("é",)),
]


@pytest.mark.parametrize(("name", "parts"), PARTS)
def test_it_is_what_django_writes(name: str, parts: tuple[object, ...]) -> None:
    for _ in range(2):
        assert address(name, *parts) == reverse(name, args=parts)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("no-such-page", ()),
        ("case", ()),
        ("case", ("",)),
        ("case", ("a/b",)),
        ("act-on", ("7K2M9QXT", "posted", "three")),
        ("act-on", ("7K2M9QXT", "posted", -3)),
    ],
)
def test_it_refuses_what_django_refuses(name: str, parts: tuple[object, ...]) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name, args=parts)
    for _ in range(2):
        with pytest.raises(NoReverseMatch):
            address(name, *parts)
