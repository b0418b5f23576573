"""What lies on the table when a question is answered: the register as at a day, the printed routes, what was asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.domain.directory import Directory, buyer_of, channels_of, name_of, standing, today_of
from putright.domain.directory_rows import (
    Buyer,
    Channel,
    Coverage,
    Covers,
    Family,
    Matter,
    Practice,
    Purpose,
    Reason,
    Road,
    Service,
)
from putright.domain.guide import Asked, Guide, Role, speaks_to
from putright.domain.issues import SUBJECT_WORDS
from putright.domain.signpost_answer import Answer, Excluded, Note, Printed, Question, Unanswerable, unknown_word

TO_COMPLAIN = (Purpose.COMPLAINTS, Purpose.ENQUIRIES, Purpose.FIND)
THE_SERVICE: Final = "the organisation that gave you the service"
COUNCIL_FOR: Final = "the council for "  # and the name of the area


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A question with every word of it looked up."""

    directory: Directory
    guides: Sequence[Guide]
    on: date
    question: Question
    service: Service | None
    matter: Matter | None
    practice: Practice | None
    at: Practice | None
    area: str | None
    home: str | None
    unknown_areas: tuple[str, ...]
    coverage: tuple[Coverage, ...]

    @property
    def family(self) -> Family:
        """Which road the service takes; the NHS's where none is named."""
        return self.service.family if self.service else Family.NHS

    @property
    def road(self) -> Road | None:
        """The road of its own that the matter takes, if it takes one."""
        return self.matter.road if self.matter else None

    @property
    def buyer(self) -> Buyer:
        """What kind of commissioner takes the complaint on the day; the local one where no service is named."""
        if self.question.private:
            return Buyer.NONE
        row = buyer_of(self.directory, self.service.service, self.on) if self.service else None
        return row.by if row else (Buyer.NONE if self.service else Buyer.LOCAL)

    @property
    def provider(self) -> str | None:
        """The provider itself, where the register knows it: by the practice's code, or as the only one of the area."""
        if self.at:
            return next((row.body for row in self.directory.bodies.values() if row.ods == self.at.ods), None)
        if self.practice and self.service and self.service.service == "gp":
            return self.practice.body
        alone = self.service is not None and self.service.service != "gp"
        return self.serving(Covers.PROVIDER, self.area) if alone else None

    def serving(self, part: Covers, area: str | None) -> str | None:
        """Which body serves an area in some part on the day."""
        return next(iter(self._serving(part, area)), None)

    @property
    def boards(self) -> tuple[str, ...]:
        """The local commissioners that it can be on the day: the practice's board, or those of the area."""
        if self.practice and self.practice.board:
            bodies = (row.body for row in self.directory.bodies.values() if row.ods == self.practice.board)
            return tuple(heir for body in bodies for heir in today_of(self.directory, body, self.on))
        return self._serving(Covers.COMMISSIONER, self.area)

    @property
    def boards_at_home(self) -> tuple[str, ...]:
        """The local commissioners of where the person lives, where nothing is known of the practice."""
        return () if self.area or self.practice else self._serving(Covers.COMMISSIONER, self.home)

    @property
    def council(self) -> tuple[str, str]:
        """The council of the person's home, and what to call it: by its name, by its area, or by what it is."""
        body = self.serving(Covers.COUNCIL, self.home) or "local-council"
        area = self.directory.areas.get(self.home or "")
        return body, f"{COUNCIL_FOR}{area.name}" if body == "local-council" and area else self.named(body)

    def named(self, body: str) -> str:
        """What a body is called on the day."""
        return name_of(self.directory, body, self.on)

    def why(self, name: str) -> Reason:
        """A reason in words, with its authority."""
        return self.directory.reasons[name]

    def printed(self, *roles: Role, closed: bool = False) -> tuple[Printed, ...]:
        """The printed routes to these roles that speak to what was asked."""
        asked = Asked(
            service=self.service.service if self.service else None,
            about=self.matter.matter if self.matter else None,
            area=self.area,
            home=self.home,
            provider=self.provider,
            answered_by=self.question.answered_by,
            for_other=self.question.for_other,
        )
        return tuple(
            Printed(
                guide=guide.name,
                route=name,
                title=guide.title,
                clause=route.clause,
                defects=route.defects,
                put_right=route.put_right,
            )
            for guide in self.guides
            for name, route in guide.routes.items()
            if route.to in roles and route.closed is closed and speaks_to(route, asked)
        )

    def answer(
        self,
        role: Role,
        body: str | None,
        *why: str | Matter,
        name: str | None = None,
        ask_for: str | None = None,
        purposes: tuple[Purpose, ...] = TO_COMPLAIN,
        known_by: Practice | None = None,
    ) -> Answer:
        """Somewhere to go, and why: by names of reasons or a matter; a body of the register, or one known in words.

        `known_by` is the practice whose row gives the name.
        """
        row = self.directory.bodies.get(body or "")
        reasons = [self.why(each) if isinstance(each, str) else each for each in why]
        facts = (*reasons, *(each for each in (row, known_by) if each), *self._places(body))
        return Answer(
            role=role,
            body=body,
            name=name or (self.named(body) if body else THE_SERVICE),
            reasons=tuple(each.words for each in reasons),
            authority="; ".join(dict.fromkeys(each.authority for each in reasons)),
            sources=self._titles(*(fact.source for fact in facts)),
            ask_for=ask_for,
            channels=self.channels(body, *purposes) if body else (),
            verified=all(fact.verified for fact in facts),
            checked_on=min(fact.checked_on for fact in facts),
            printed=self.printed(role),
        )

    def channels(self, body: str, *purposes: Purpose) -> tuple[Channel, ...]:
        """How a body is reached on the day; of a board whose own ways are not known, the ways to find it."""
        found = channels_of(self.directory, body, self.on, *purposes)
        row = self.directory.bodies.get(body)
        if body == "integrated-care-boards" or (not found and row is not None and row.ods):
            found = tuple(
                way
                for of in ("integrated-care-boards", "local-practice")
                for way in channels_of(self.directory, of, self.on, Purpose.FIND)
            )
        return found

    def _places(self, body: str | None) -> tuple[Coverage | Practice, ...]:
        """What of an area or a practice led to a body: what is not sure of that is not sure of the answer."""
        if self.practice and self.practice.board and body in self.boards:
            return (self.practice,)
        return tuple(row for row in self.coverage if row.body == body)

    def _serving(self, part: Covers, area: str | None) -> tuple[str, ...]:
        services = (None, self.service.service if self.service else None)
        rows = (row for row in self.coverage if row.part is part and row.area == area and row.service in services)
        return tuple(dict.fromkeys(row.body for row in rows))

    def excluded(self, role: Role, body: str | None, reason: str, *, name: str | None = None) -> Excluded:
        """Somewhere not to go, and why not."""
        why = self.why(reason)
        return Excluded(
            role=role,
            body=body,
            name=name or (self.named(body) if body else THE_SERVICE),
            because=why.words,
            authority=why.authority,
            sources=self._titles(why.source),
            printed=self.printed(role, closed=True),
        )

    def note(self, reason: str, *roles: Role) -> Note:
        """Something to know before going."""
        why = self.why(reason)
        sources = self._titles(why.source)
        return Note(sentence=why.words, authority=why.authority, sources=sources, printed=self.printed(*roles))

    def _titles(self, *sources: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.directory.sources[source].title for source in sources))


def desk_for(question: Question, directory: Directory, guides: Sequence[Guide], on: date) -> Desk:
    """Looks up every word of a question; raises Unanswerable for a service, subject or practice that is not known."""
    practice = _practice(question, directory)
    # Nothing is guessed from where the person lives: the practice may be elsewhere.
    area = _area((practice.area if practice else None) or question.area, directory)
    home = _area(question.home or question.area or (practice.area if practice else None), directory)
    unknown = tuple(dict.fromkeys(word for word in (area, home) if word and word not in directory.areas))
    return Desk(
        directory=directory,
        guides=guides,
        on=on,
        question=question,
        service=_service(question, directory),
        matter=_matter(question, directory),
        practice=practice,
        at=_provider(question, directory),
        area=area,
        home=home,
        unknown_areas=unknown,
        coverage=standing((row for row in directory.coverage if row.area in (area, home)), on),
    )


def _code(word: str | None) -> str | None:
    return "-".join(word.lower().replace("_", " ").split()) if word and word.strip() else None


def _area(word: str | None, directory: Directory) -> str | None:
    """The code of an area that is named by its code or by its name; the word itself where neither is known."""
    code = _code(word)
    return next((row.area for row in directory.areas.values() if code in (row.area, _code(row.name))), code)


def _service(question: Question, directory: Directory) -> Service | None:
    wanted = _code(question.service)
    if wanted is None:
        return None
    for service in directory.services.values():
        if wanted in (service.service, *service.also):
            return service
    raise unknown_word("service", question.service or "", list(directory.services))


def _matter(question: Question, directory: Directory) -> Matter | None:
    """The matter with a road of its own; none where the subject is one of the ordinary ones."""
    wanted = _code(question.about)
    ordinary = [subject.value for subject in SUBJECT_WORDS]
    if wanted is None or wanted in ordinary:
        return None
    if wanted not in directory.matters:
        raise unknown_word("subject", question.about or "", [*directory.matters, *ordinary], option="about")
    return directory.matters[wanted]


def _practice(question: Question, directory: Directory) -> Practice | None:
    if question.gp is None:
        return None
    found = directory.practices.get(question.gp.strip().upper())
    if found is None:
        message = (
            f"The register has no GP practice with the code {question.gp!r}: check it, or say the area instead. "
            f"It has: {', '.join(sorted(directory.practices))}."
        )
        raise Unanswerable("unknown-gp", "gp", message)
    return found


def _provider(question: Question, directory: Directory) -> Practice | None:
    if question.at is None:
        return None
    found = directory.providers.get(question.at.strip().upper())
    if found is None:
        message = (
            f"No trust, hospital or dentist with the code {question.at!r} stands in the lists that were read: check it,"
            " or leave it out."
        )
        raise Unanswerable("unknown-provider", "at", message)
    return found


def local_commissioner(desk: Desk) -> str | None:
    """The local commissioner on the day: the board, or the kind of body that it is where it is not known which."""
    if len(desk.boards) == 1:
        return desk.boards[0]
    return next(iter(today_of(desk.directory, "clinical-commissioning-groups", desk.on)), None)
