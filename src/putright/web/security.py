"""What may a page of ours load, send and be framed by? The policies that the settings and the middleware apply."""

from __future__ import annotations

from csp.constants import NONE, SELF

# Everything a page needs is served by us: no inline script or style, nothing from elsewhere, no framing.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

# Applied to every response that does not say otherwise itself.
HEADERS = {
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}

# Pages whose address holds the secret of a link: to a case, to a saved complaint, or to choose a password with. Nothing
# of the address may leave the browser, nobody may keep or index the page. A browser sends "Origin: null" with a form
# from such a page, so a form there must go through a page whose address holds no secret.
FOLLOW_PREFIX = "/follow/"
SIGN_IN_LINK_PREFIX = "/sign-in/link/"
CONSENT_PREFIX = "/consent/code/"
SAVED_PREFIX = "/complain/back/"
SECRET_PREFIXES = (FOLLOW_PREFIX, SIGN_IN_LINK_PREFIX, CONSENT_PREFIX, SAVED_PREFIX)
SECRET_HEADERS = {
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex, nofollow",
}
