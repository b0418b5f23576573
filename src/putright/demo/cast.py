"""Who appears in the demonstration? Organisations under the published procedures, and people who do not exist."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from putright.casework.actions.set_up_body import BodySaid, StaffSaid
from putright.casework.actor import Role

PASSWORD: Final = "made-up-people-only"  # noqa: S105 - of nobody: everyone who may sign in to the demonstration is made up


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """A made-up member of staff: what the story calls them, who they are, and the role they hold."""

    called: str
    name: str
    post: str
    role: Role | None
    email: str = ""

    @property
    def staff(self) -> StaffSaid:
        """The person as they are entered."""
        return StaffSaid(name=self.name, post=self.post, email=self.email, password=PASSWORD if self.role else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """An organisation, the procedure it has adopted, and its people; the first administers, the second signs."""

    procedure: str
    front: str  # who takes up what comes in
    body: BodySaid
    players: tuple[Player, ...]
    beside: tuple[str, ...] = ()  # the procedures that it keeps to for some complaints
    opened: timedelta = timedelta(days=400)  # how long before today it was set up: before its oldest case


LIVING_WELL: Final = Company(
    procedure="living-well-partnership",
    front="officer",
    opened=timedelta(days=4_000),  # it has files whose ten years are over
    body=BodySaid(
        name="Living Well Partnership (demonstration)",
        code="living-well-partnership",
        reports_as="gp-practice",
        area="southampton",
        address=("1 Example Street", "Southampton", "SO99 9ZZ"),
        telephone="07700 900001",
        email="complaints.livingwell@example.nhs.uk",
        website="https://livingwell.example.nhs.uk",
    ),
    players=(
        Player(
            called="administrator",
            name="Priya Penrose",
            post="Operations Director",
            role=Role.ADMINISTRATOR,
            email="priya.penrose@livingwell.example.nhs.uk",
        ),
        Player(
            called="responsible",
            name="Dr Samuel Oakes",
            post="Senior Partner",
            role=Role.RESPONSIBLE_PERSON,
            email="samuel.oakes@livingwell.example.nhs.uk",
        ),
        Player(
            called="officer",
            name="Olivia Ormonde",
            post="Complaints and Patient Feedback Officer",
            role=Role.COMPLAINTS_OFFICER,
            email="olivia.ormonde@livingwell.example.nhs.uk",
        ),
        Player(called="witness", name="Robin Reddy", post="Receptionist", role=None),
    ),
)

COMMISCEO: Final = Company(
    procedure="commisceo",
    front="manager",
    body=BodySaid(
        name="Commisceo Primary Care Solutions (demonstration)",
        code="commisceo",
        reports_as="gp-practice",
        area="southend-on-sea",
        address=("2 Example Avenue", "Southend-on-Sea", "SS99 9ZZ"),
        telephone="07700 900002",
        email="complaints.commisceo@example.nhs.uk",
        website="https://commisceo.example.nhs.uk",
    ),
    players=(
        Player(
            called="administrator",
            name="Joan Ferriday",
            post="Practice Administrator",
            role=Role.ADMINISTRATOR,
            email="joan.ferriday@commisceo.example.nhs.uk",
        ),
        Player(
            called="responsible",
            name="Anil Marchetti",
            post="Director",
            role=Role.RESPONSIBLE_PERSON,
            email="anil.marchetti@commisceo.example.nhs.uk",
        ),
        Player(
            called="manager",
            name="Marcus Bellweather",
            post="Service Manager",
            role=Role.SERVICE_MANAGER,
            email="marcus.bellweather@commisceo.example.nhs.uk",
        ),
        Player(
            called="reviewer",
            name="Dr Helen Frostrup-Gray",
            post="Medical Director",
            role=Role.MEDICAL_DIRECTOR,
            email="helen.frostrup-gray@commisceo.example.nhs.uk",
        ),
        Player(
            called="witness",
            name="Casey Doyle-Finch",
            post="Nurse",
            role=Role.STAFF,
            email="casey.doyle-finch@commisceo.example.nhs.uk",
        ),
    ),
)

BOARD: Final = Company(
    procedure="nw-london-icb",
    beside=("choice-commissioner",),
    front="officer",
    body=BodySaid(
        name="North West London Integrated Care Board (demonstration)",
        kind="commissioner",
        code="nw-london-icb",
        reports_as="board",
        area="westminster",
        address=("3 Example Square", "London", "NW99 9ZZ"),
        telephone="07700 900003",
        email="complaints.board@example.nhs.uk",
        website="https://board.example.nhs.uk",
    ),
    players=(
        Player(
            called="administrator",
            name="Gwen Fairweather",
            post="Head of Corporate Services",
            role=Role.ADMINISTRATOR,
            email="gwen.fairweather@board.example.nhs.uk",
        ),
        Player(
            called="responsible",
            name="Victor Amberley",
            post="Chief Executive",
            role=Role.RESPONSIBLE_PERSON,
            email="victor.amberley@board.example.nhs.uk",
        ),
        Player(
            called="manager",
            name="Nora Thistlewood",
            post="Complaints Manager",
            role=Role.COMPLAINTS_MANAGER,
            email="nora.thistlewood@board.example.nhs.uk",
        ),
        Player(
            called="officer",
            name="Callum Wren",
            post="Complaints Officer",
            role=Role.COMPLAINTS_OFFICER,
            email="callum.wren@board.example.nhs.uk",
        ),
    ),
)

TRUST: Final = Company(
    procedure="examples/acute-trust",
    front="officer",
    body=BodySaid(
        name="Ravensmoor and Vale Hospitals (demonstration)",
        code="ravensmoor-vale",
        reports_as="trust",
        address=("4 Example Drive", "Exampleton", "EX9 9ZZ"),
        telephone="07700 900004",
        email="complaints.hospitals@example.nhs.uk",
        website="https://hospitals.example.nhs.uk",
    ),
    players=(
        Player(
            called="administrator",
            name="Imogen Hartlepole",
            post="Head of Governance",
            role=Role.ADMINISTRATOR,
            email="imogen.hartlepole@hospitals.example.nhs.uk",
        ),
        Player(
            called="responsible",
            name="Desmond Okonjo-Reay",
            post="Chief Executive",
            role=Role.RESPONSIBLE_PERSON,
            email="desmond.okonjo-reay@hospitals.example.nhs.uk",
        ),
        Player(
            called="manager",
            name="Bronwen Castlegate",
            post="Complaints Manager",
            role=Role.COMPLAINTS_MANAGER,
            email="bronwen.castlegate@hospitals.example.nhs.uk",
        ),
        Player(
            called="officer",
            name="Theo Marchmount",
            post="Complaints Officer",
            role=Role.COMPLAINTS_OFFICER,
            email="theo.marchmount@hospitals.example.nhs.uk",
        ),
        Player(
            called="reviewer",
            name="Dr Ottoline Farriday",
            post="Medical Director",
            role=Role.MEDICAL_DIRECTOR,
            email="ottoline.farriday@hospitals.example.nhs.uk",
        ),
        Player(
            called="witness",
            name="Saoirse Elmhurst",
            post="Ward Sister",
            role=Role.STAFF,
            email="saoirse.elmhurst@hospitals.example.nhs.uk",
        ),
    ),
)

COMPANIES: Final = (LIVING_WELL, COMMISCEO, BOARD, TRUST)
