"""How does a test read every page that it opens in both languages, and keep what is left in English?"""

from typing import Any  # what the test client takes and answers has no type of its own

from django.test import Client

from tests.web.public.test_welsh import left_in_english


class ReadsTwice(Client):
    """Somebody who reads each page under these addresses in both languages: what they read, and what was not in Welsh.

    A page that leads on is not sent a second time.
    """

    def __init__(self, *here: str, **defaults: Any) -> None:
        super().__init__(**defaults)
        self.here = here
        self.left: list[tuple[str, str]] = []
        self.read: set[str] = set()

    def generic(self, method: str, path: str, *args: Any, **kwargs: Any) -> Any:  # type: ignore[override]
        answer = super().generic(method, path, *args, **kwargs)
        if path.startswith(self.here) and answer.status_code in (200, 422):
            self.cookies["putright-language"] = "cy"
            welsh = super().generic(method, path, *args, **kwargs)
            del self.cookies["putright-language"]
            self.read.add(answer.resolver_match.url_name or "")
            self.left += [(f"{method} {path}", text) for text in left_in_english(answer, welsh)]
        return answer
