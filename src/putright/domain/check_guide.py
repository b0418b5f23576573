"""What is wrong with a page that says where to complain about other bodies?"""

from collections.abc import Iterator
from datetime import date

from putright.domain.check_register import out_of_date_bodies
from putright.domain.directory import Directory
from putright.domain.findings import SEVERITY_OF, Finding, finding, noted, unknown_code
from putright.domain.guide import Guide, Role, Route


def of_guide(guide: Guide, as_at: date, directory: Directory | None) -> Iterator[Finding]:
    """Everything that a program can see in a guide: its dates, the bodies it names, the routes it leaves out."""
    if guide.published is None:
        yield finding(
            "undated", ("published",), "The page carries no date, so nobody can tell whether it is still so. Date it."
        )
    if guide.review is None:
        yield finding(
            "no-review-date",
            ("review",),
            "The page does not say when it will be reviewed, so nobody can see whether it is overdue.",
            cure="Give a date.",
        )
    elif as_at > guide.review:
        yield finding(
            "review-overdue", ("review",), "The review of the page is overdue. Review it, and give the next date."
        )
    seen = list(_routes_left_out(guide, directory)) if directory else []
    yield from seen
    if directory is not None:
        named = list(out_of_date_bodies(guide.publisher, guide.mentions, as_at, directory))
        yield from named
        seen += named
    yield from _written_on_routes(guide, {one.code for one in seen})


def _routes_left_out(guide: Guide, directory: Directory) -> Iterator[Finding]:
    answered = {service for route in guide.routes.values() if route.to is Role.PROVIDER for service in route.services}
    for name, route in guide.routes.items():
        without = [service for service in route.services if service not in answered]
        if route.to is Role.PALS and without:
            names = ", ".join(_called(service, directory) for service in without)
            yield finding(
                "no-formal-route",
                ("routes", name, "to"),
                f"At the service itself it names nobody who answers complaints ({names}), only PALS, which does not "
                "investigate them.",
                cure=f"Name the complaints manager, and PALS as help beside it.{_also(route)}",
            )
        alike = _alike(route.services, directory) - answered if route.to is Role.PROVIDER else set()
        if 0 < len(alike) < len(route.services):
            names = ", ".join(sorted(_called(service, directory) for service in alike))
            yield finding(
                "service-left-out",
                ("routes", name, "services"),
                f"Most services of one kind are named, and this is left out: {names}.",
                cure=f"Name it too.{_also(route)}",
            )


def _also(route: Route) -> str:
    return f" {route.put_right}" if route.put_right else ""


def _alike(services: tuple[str, ...], directory: Directory) -> set[str]:
    """The services for which one asks for the same person as for these, where the route names two or more of them."""
    asked = [directory.services[service].ask_for for service in services if service in directory.services]
    shared = asked[0] if len(asked) > 1 and len(set(asked)) == 1 else None
    return {name for name, service in directory.services.items() if shared is not None and service.ask_for == shared}


def _called(service: str, directory: Directory) -> str:
    known = directory.services.get(service)
    return known.name if known else service


def _written_on_routes(guide: Guide, already: set[str]) -> Iterator[Finding]:
    """What the file itself notes against a route; a kind of finding that was made anyway is not made twice."""
    for name, route in guide.routes.items():
        for number, code in enumerate(route.defects):
            where = ("routes", name, "defects", number)
            if code not in SEVERITY_OF:
                yield unknown_code(code, where)
            elif code not in already:
                yield noted(code, where, route.words, route.put_right)
