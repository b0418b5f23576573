"""Who acts or looks, and for which body?"""

from putright.domain.access import Actor, Role

__all__ = ["Actor", "Role"]
