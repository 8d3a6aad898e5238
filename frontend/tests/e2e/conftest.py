"""A real server on a database of its own, a runner and a script beside it, and a real browser.

The server runs as in production. Pages talk to it alone; whatever the console says against a page
(errors, policy reports) fails the test that opened it.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)

HERE = Path(__file__).parent
BACKEND = HERE.parents[2] / "backend"
sys.path.append(str(HERE))

from e2e_callers import Runner, Script  # noqa: E402 - beside this file
from e2e_study import write_study  # noqa: E402

PASSWORD = "open sesame 42"
DESKTOP = {"width": 1440, "height": 1000}
PHONE = {"width": 390, "height": 844}
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
START_TIMEOUT_S = 30
PATIENCE_MS = 15_000  # of a machine that does other things too


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@dataclass(frozen=True)
class Server:
    """A running server and the keys to it."""

    url: str
    secrets: dict[str, dict[str, str]]
    head: str
    seed: Callable[..., str]
    add_study: Callable[..., str]
    process: "WebServer"

    def runner(self, backend: str = "tpp") -> Runner:
        return Runner(url=self.url, token=self.secrets["backends"][backend])

    def script(self, person: str = "amira") -> Script:
        return Script(url=self.url, token=self.secrets["people"][person])

    def fall_silent(self, backend: str, *, seconds: int) -> None:
        self.seed("silent", backend, str(seconds))


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_server(tmp_path_factory.mktemp("e2e")) as server:
        yield server


@contextmanager
def running_server(folder: Path, **settings: str) -> Iterator[Server]:
    """A server whose files lie in `folder`, with `settings` beside those of every journey."""
    head = write_study(folder / "git", name="study")
    port = _free_port()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "SECRET_KEY": "for-journeys-only-0123456789-0123456789-0123456789",
        "DEBUG": "0",
        "BASE_URL": f"http://localhost:{port}",
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "GIT_LOCAL_ROOT": str(folder / "git"),
        "BACKENDS": "tpp,emis,graphnet",
        "PUBLIC_READ": "1",
        "EMAIL_HOST": "",
        "DJANGO_LOG_LEVEL": "WARNING",
        "PORT": str(port),
        "PYTHONPATH": str(BACKEND),
    }
    environment |= settings

    def run(*arguments: str) -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(
            command, cwd=BACKEND, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("manage.py", "migrate", "--verbosity", "0")
    secrets = json.loads(run(str(HERE / "e2e_seed.py")))
    process = WebServer(port=port, environment=environment, log=folder / "server.log")
    process.start()
    try:
        yield Server(
            url=process.url,
            secrets=secrets,
            head=head,
            seed=lambda *words: run(str(HERE / "e2e_seed.py"), *words),
            add_study=lambda name, **study: write_study(folder / "git", name=name, **study),
            process=process,
        )
    finally:
        process.stop()


class WebServer:
    """The process that serves one port, which can be ended and begun anew on the same database."""

    def __init__(self, *, port: int, environment: dict[str, str], log: Path) -> None:
        self.url = f"http://localhost:{port}"
        self._bind = f"127.0.0.1:{port}"
        self._environment, self._log = environment, log
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Begin, and wait until it answers."""
        gunicorn = ["-m", "gunicorn", "--config", "gunicorn.conf.py", "--bind", self._bind]
        with self._log.open("a") as log:
            self._process = subprocess.Popen(
                [sys.executable, *gunicorn, "config.wsgi"],
                cwd=BACKEND,
                env=self._environment,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + START_TIMEOUT_S
        while time.monotonic() < deadline:
            assert self._process.poll() is None, self._log.read_text()
            with suppress(URLError, OSError), urlopen(f"{self.url}/health-check/", timeout=2):
                return
            time.sleep(0.1)
        said = self._log.read_text()
        pytest.fail(f"The server did not answer within {START_TIMEOUT_S} s:\n{said}")

    def stop(self) -> None:
        """End it and its workers, as an operator does; nothing where it has ended."""
        if self._process:
            self._process.terminate()
            self._process.wait(timeout=10)
            self._process = None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS
        )
        yield chromium
        chromium.close()


CookiesOf = Callable[[str, str], list[Any]]
OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def cookies_of(browser: Browser) -> CookiesOf:
    """Signs a person in, once a server, by the calls that the page makes."""

    @cache
    def sign_in(url: str, username: str) -> list[Any]:
        context = browser.new_context(base_url=url)
        context.request.get("/api/v3/session")
        csrf = next(c["value"] for c in context.cookies() if c["name"] == "csrftoken")
        answer = context.request.post(
            "/_allauth/browser/v1/auth/login",
            data={"username": username, "password": PASSWORD},
            headers={"X-CSRFToken": csrf},
        )
        assert answer.ok, answer.text()
        cookies = context.cookies()
        context.close()
        return cookies

    return sign_in


@pytest.fixture
def open_page(server: Server, browser: Browser, cookies_of: CookiesOf) -> Iterator[OpenPage]:
    """Opens a browser of its own: `open_page("/requests", as_="amira", viewport=PHONE)`."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        # A refusal that the page handles is still printed by the browser, with this text.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            complaints.append(message.text)

    def open_one(
        path: str = "/",
        *,
        as_: str | None = None,
        viewport: dict[str, int] = DESKTOP,
        **options: object,
    ) -> Page:
        context = browser.new_context(base_url=server.url, viewport=viewport, **options)
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if as_:
            context.add_cookies(cookies_of(server.url, as_))
        page.goto(path)
        page.locator("h1").first.wait_for()
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def runner(server: Server) -> Runner:
    """The runner of TPP, which the server has just heard."""
    runner = server.runner()
    runner.poll()
    return runner


@pytest.fixture
def script(server: Server) -> Script:
    return server.script()


@pytest.fixture
def workspace(script: Script) -> str:
    """The name of a workspace of Amira's in which nothing has run."""
    return script.make_workspace()
