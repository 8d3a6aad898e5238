"""A limit on the whole of an HTTP call: the timeouts of sockets begin anew with every byte."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.response import HTTPResponse

_current = threading.local()


class TimeLimit:
    """Knows the socket that the call at hand reads from, and shuts it when time is up."""

    def __init__(self) -> None:
        self.is_over = False
        self._socket: socket.socket | None = None
        self._lock = threading.Lock()

    def watch(self, sock: socket.socket | None) -> None:
        """From now on the call reads from this socket; None when it no longer reads."""
        with self._lock:
            self._socket = sock
            if self.is_over and sock is not None:  # time was up before it came to that
                _shut(sock)

    def hang_up(self) -> None:
        """Time is up: end the read that is under way, if there is one."""
        # The lock: a socket that was let go may already serve the next call.
        with self._lock:
            self.is_over = True
            if self._socket is not None:
                _shut(self._socket)


@contextmanager
def time_limit(seconds: float) -> Iterator[TimeLimit]:
    """Within it, this thread's call through `TimeLimitedAdapter` is cut off after `seconds`.

    The call then fails or comes out short; ask `is_over` of the limit, before anything else. It
    begins to watch once the request is sent: the steps before have the timeouts of the socket.
    """
    limit = TimeLimit()
    timer = threading.Timer(seconds, limit.hang_up)
    timer.daemon = True
    timer.start()
    _current.limit = limit
    try:
        yield limit
    finally:
        timer.cancel()
        limit.watch(None)
        _current.limit = None


class TimeLimitedAdapter(HTTPAdapter):
    """Transport of a `requests` session whose calls obey `time_limit`."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """As the base class, with connections that can be watched."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> urllib3.PoolManager:
        """As the base class, with connections that can be watched."""
        manager: urllib3.PoolManager = super().proxy_manager_for(*args, **kwargs)
        manager.pool_classes_by_scheme = _POOLS
        return manager


class _Connection(HTTPConnection):
    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3
        _watch(self.sock)
        return super().getresponse()


class _SecureConnection(HTTPSConnection):
    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3
        _watch(self.sock)
        return super().getresponse()


class _Pool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


_POOLS = {"http": _Pool, "https": _SecurePool}


def _watch(sock: socket.socket | None) -> None:
    limit: TimeLimit | None = getattr(_current, "limit", None)
    if limit is not None:
        limit.watch(sock)


def _shut(sock: socket.socket) -> None:
    try:
        # Of the plain socket: a TLS socket would first drop the state that its reader is using.
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
    except OSError:
        # The other side was quicker; the read has ended already.
        return
