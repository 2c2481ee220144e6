"""The door of the server: token, host and origin, over HTTP and websockets. A browser is a command: `tests.app.browser`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

pytest.importorskip("textual_serve", reason="the extra 'serve' is not installed")

from aiohttp import ClientSession, CookieJar, TCPConnector, WSMsgType, web

from dragoman_tui.serving import Serving
from dragoman_tui.serving.server import Server, listening

Visit = Callable[[Server, ClientSession, str], Awaitable[None]]
SERVING = Serving("127.0.0.1", 0, 'Trees & "towns"', ("nowhere",), ("nowhere",))
"""A page is opened with a command that there is not, so that no process of the app is needed."""
PATHS = (
    "/",
    "/new",
    "/s/abcdefgh",
    "/s/abcdefgh/file/x",
    "/ws/abcdefgh",
    "/alive",
    "/own/page.js",
    "/static/js/textual.js",
    "/nothing",
)


def visited(visit: Visit, serving: Serving = SERVING) -> None:
    async def done() -> None:
        listener = listening("127.0.0.1", 0)
        port = listener.getsockname()[1]
        server = Server(serving, port)
        runner = web.AppRunner(server.application(), access_log=None)
        await runner.setup()
        await web.SockSite(runner, listener).start()
        jar = CookieJar(unsafe=True)  # else it keeps none for an address that is a number
        async with ClientSession(cookie_jar=jar, connector=TCPConnector()) as client:
            await visit(server, client, f"http://127.0.0.1:{port}")
        await server.pages.close()
        await runner.cleanup()

    asyncio.run(done())


async def status(client: ClientSession, url: str, **headers: str) -> int:
    async with client.get(url, headers=headers, allow_redirects=False) as answer:
        return answer.status


def test_without_the_token_nothing_is_to_be_had() -> None:
    async def visit(server: Server, client: ClientSession, home: str) -> None:
        upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Origin": home}
        for path in PATHS:
            assert await status(client, home + path) == 403
            assert await status(client, f"{home}{path}?token=é", **upgrade) == 403
            assert await status(client, home + path, Cookie=f"{server.guard.cookie}={server.guard.token}x") == 403

    visited(visit)


def test_with_the_token_each_address_is_a_page_of_its_own() -> None:
    async def visit(server: Server, client: ClientSession, home: str) -> None:
        pages = set()
        for _ in range(2):
            async with client.get(server.address) as answer:
                text = await answer.text()
                assert answer.status == 200
                assert "token" not in str(answer.url)
                assert "<title>Trees &amp; &quot;towns&quot;</title>" in text
                assert "http://" not in text
                assert "connect-src 'self'" in answer.headers["Content-Security-Policy"]
                pages.add(answer.url)
        assert len(pages) == 2
        for path in ("/alive", "/own/page.js", "/static/js/textual.js"):
            assert await status(client, home + path) in {200, 204}
        for path in ("/own/page.html", "/s/..%2f..", "/static/", "/nothing"):
            assert await status(client, home + path) in {403, 404}

    visited(visit)


@pytest.mark.parametrize(
    "way", [{"Host": "elsewhere.example"}, {"Origin": "http://elsewhere.example"}, {"Host": "a:b:c["}]
)
def test_a_page_from_elsewhere_is_refused_although_it_has_the_token(way: dict[str, str]) -> None:
    async def visit(server: Server, client: ClientSession, home: str) -> None:
        for path in PATHS:
            assert await status(client, f"{home}{path}?token={server.guard.token}", **way) in {400, 403}

    visited(visit)


def test_a_websocket_says_where_it_comes_from_and_why_the_app_did_not_start() -> None:
    async def visit(server: Server, client: ClientSession, home: str) -> None:
        await status(client, server.address)
        assert await status(client, f"{home}/ws/abcdefgh", Upgrade="websocket", Connection="Upgrade") == 403
        async with client.ws_connect(f"{home}/ws/abcdefgh?width=x&height=0", origin=home) as tab:
            await tab.send_str("nonsense")
            await tab.send_str('["stdin", 7]')
            kind, what = await tab.receive_json()
            assert kind == "problem"
            assert what.startswith("dragoman: ")
            await tab.receive()
            assert tab.close_code == 4001

    visited(visit)


def test_what_keeps_a_session_from_beginning_is_said_although_a_picture_was_drawn() -> None:
    async def visit(server: Server, client: ClientSession, home: str) -> None:
        await status(client, server.address)
        async with client.ws_connect(f"{home}/ws/abcdefgh?width=80&height=24", origin=home) as tab:
            said = [message async for message in tab]
            assert any(b"Reading the rulebook" in one.data for one in said if one.type is WSMsgType.BINARY)
            assert said[-1].json() == ["problem", "nowhere.yaml:1:1: FA001: there is no such file"]
            assert tab.close_code == 4001

    words = ("chat", "nowhere.yaml")
    visited(visit, Serving("127.0.0.1", 0, "Trees", words, words))


def test_a_file_that_is_handed_over_is_fetched_once_and_by_nobody_else() -> None:
    async def visit(server: Server, client: ClientSession, home: str) -> None:
        async with client.get(server.address) as answer:
            page = answer.url.path
        async with client.ws_connect(home + page.replace("/s/", "/ws/"), origin=home) as tab:
            shown = server.pages.page(page.removeprefix("/s/"))
            assert shown is not None
            await shown._hand_over('talks "é\r\n.yaml', b"told")
            message = await tab.receive_json()
            assert message[0] == "file"
            assert await status(client, f"{home}/s/anotherpage/file/{message[1]}") == 404
            async with client.get(f"{home}{page}/file/{message[1]}") as answer:
                assert await answer.read() == b"told"
                named = "attachment; filename*=UTF-8''talks%20%22%C3%A9%0D%0A.yaml"
                assert answer.headers["Content-Disposition"] == named
                assert answer.content_type == "application/octet-stream"
            assert await status(client, f"{home}{page}/file/{message[1]}") == 404

    visited(visit)
