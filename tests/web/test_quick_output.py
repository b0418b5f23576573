"""Does a template escape what Jinja escapes, and as it does?"""

from __future__ import annotations

import pytest
from jinja2 import Environment
from markupsafe import Markup, escape

from putright.domain.vocabulary import CaseStatus
from putright.web.templating import environment

HOSTILE = '<script>alert("it\'s" & 1)</script>'
VALUES = (HOSTILE, Markup("<b>ours</b>"), Markup(HOSTILE), 7, None, True, 1.5, CaseStatus.OPEN, ["<i>"], "")
SOURCES = (
    "{{ value }}",
    "{% macro said(it) %}<p>{{ it }}</p>{% endmacro %}{{ said(value) }}",
    "{% set whole %}{{ value }}{% endset %}{{ whole }}",
    "{% macro inside() %}[{{ caller() }}]{% endmacro %}{% call inside() %}{{ value }}{% endcall %}",
    "{{ '<b>' ~ value }}",
    "{{ value | e }}{{ value | safe }}",
    "{% for one in [value, value] %}{{ one }}{% endfor %}",
    "{% autoescape false %}{{ value }}{% endautoescape %}{{ value }}",
)


@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize("source", SOURCES)
def test_a_page_is_the_same_as_jinja_makes_it(source: str, value: object) -> None:
    plain = Environment(autoescape=True)

    assert environment(loader=None).from_string(source).render(value=value) == plain.from_string(source).render(
        value=value
    )


def test_what_is_hostile_is_not_markup() -> None:
    page = environment(loader=None).from_string("<p>{{ value }}</p>").render(value=HOSTILE)

    assert page == f"<p>{escape(HOSTILE)}</p>"
    assert "<script>" not in page
