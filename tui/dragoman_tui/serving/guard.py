"""Who may ask for anything: whoever has the token, through an address that leads here, from a page that came from here.

The token is in the address that is printed. Its first use sets a cookie, so that it does not stay in the address; all
else, the websocket too, goes by the cookie. Whatever is refused gets 403 and one sentence.

The host of a request is looked at since a page of another site can have its own name lead to this machine; the origin,
since a browser opens websockets for any page, and sends the cookie along.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
import socket
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Middleware

_BYTES = 32
_SAFE = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
}
"""What every answer says to the browser: keep nothing, tell nobody, fetch nothing from elsewhere."""


class Guard:
    """The door of one server."""

    def __init__(self, host: str, port: int) -> None:
        self.token = secrets.token_urlsafe(_BYTES)
        self.cookie = f"dragoman-{port}"
        """Its name has the port in it: browsers keep one jar for all ports of a host."""
        self._names = {"localhost", host.casefold().strip("[]"), socket.gethostname().casefold()}

    def is_token(self, given: str | None) -> bool:
        """Whether it is the token; how long the comparison takes does not tell how much of it is right."""
        return hmac.compare_digest((given or "").encode(), self.token.encode())

    def is_own_host(self, host: str | None) -> bool:
        """Whether an address leads here by its number, or by a name that nobody else can give away."""
        try:
            name = urlsplit(f"//{host or ''}").hostname or ""
        except ValueError:
            return False
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return name in self._names
        return True

    def is_own_origin(self, request: web.Request) -> bool:
        """Whether the page that asks came from here; only a request for a websocket must say."""
        origin = request.headers.get("Origin")
        if origin is None:
            return "Upgrade" not in request.headers
        return origin.casefold() == f"{request.scheme}://{request.host}".casefold()

    def refusal(self, request: web.Request) -> str:
        """Why a request is refused, in a sentence; empty if it is not."""
        if not self.is_own_host(request.headers.get("Host")):
            return "This address does not lead here."
        if not self.is_own_origin(request):
            return "This was asked for by a page from elsewhere."
        if not self.is_token(request.query.get("token") or request.cookies.get(self.cookie)):
            return "Open the whole address that 'dragoman serve' has printed: it has a token in it."
        return ""

    def middleware(self) -> Middleware:
        """The same in front of every handler."""

        @web.middleware
        async def guarded(
            request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
        ) -> web.StreamResponse:
            refusal = self.refusal(request)
            if refusal:
                return web.Response(status=403, text=f"{refusal}\n", headers=_SAFE)
            return await handler(request)

        return guarded

    def let_in(self, response: web.StreamResponse) -> None:
        """Give the browser its cookie."""
        response.set_cookie(self.cookie, self.token, httponly=True, samesite="Lax", path="/")


async def headed(request: web.Request, response: web.StreamResponse) -> None:
    """Add what every answer says; a signal of aiohttp's."""
    if not isinstance(response, web.WebSocketResponse):
        for name, value in _SAFE.items():
            response.headers.setdefault(name, value)
