"""How does everybody in the demonstration come by the password that is printed for all, without the wait for each?"""

from functools import cache

from django.contrib.auth.hashers import Argon2PasswordHasher


class OneForEverybody(Argon2PasswordHasher):
    """Works a password out once, as slowly as any, and gives each account the same: it is printed anyway.

    Of real people no two may share what is kept of a password, so nothing but the demonstration uses this.
    """

    def encode(self, password: str, salt: str) -> str:
        """What is kept of a password; that of the first account, salt and all, for every account after it."""
        return _worked_out(password)


@cache
def _worked_out(password: str) -> str:
    plain = Argon2PasswordHasher()
    return str(plain.encode(password, plain.salt()))
